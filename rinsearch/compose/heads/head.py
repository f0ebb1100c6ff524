"""The head of a paper: its kind, issuer, author, title, date, session and case numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import islice
from typing import Any

from rinsearch.compose.ballots.motions_apart import without_motions_apart
from rinsearch.compose.heads.dating import date_of, session_of
from rinsearch.compose.heads.issuers import author_of, issuer_of, plan_issuer_of
from rinsearch.compose.heads.joint import is_gazette_of_several
from rinsearch.compose.heads.kinds import kind_of
from rinsearch.compose.paper import COUNCIL, TOP_LINES, Paper, TextLine, lines, tags_between
from rinsearch.records import Document, DocumentKind, Evidence, Municipality, Passage, PassageKind, Tag
from rinsearch.taxonomy import municipalities
from rinsearch.taxonomy.phrases import phrase
from rinsearch.taxonomy.wordings import kind_cues

OWNER_REACH = 3  # characters: "svet Žiri", "sveta Žiri"
TITLES = 3  # lines: a letterhead and a title
LETTERHEAD = 8  # lines at the top
# Papers that hold what a body resolved, or of which nobody knows what they are.
DECIDED_BY = frozenset({DocumentKind.MINUTES, DocumentKind.DECISION, DocumentKind.OTHER})
SESSION_REACH = 25  # characters before "seje" in a title: "ZAPISNIK 9. redne seje", "9. redne seje"


def read_paper(document: Document, passages: tuple[Passage, ...], known: Mapping[str, Any] | None = None) -> Paper:
    """A paper as it is judged: its head, with what is known of it, and no votes on motions about something else."""
    return without_motions_apart(replace(read_head(document, passages), **dict(known or {})))


def read_head(document: Document, passages: tuple[Passage, ...]) -> Paper:
    """Find out what a paper is, from its first lines and its wording."""
    paper = Paper(document, passages)
    top = tuple(islice(lines(passages), TOP_LINES))
    kind, kind_evidence = kind_of(passages, top)
    is_plan = kind == DocumentKind.PLAN
    issuer = (
        plan_issuer_of(passages, top, local=_is_local(kind_evidence)) if is_plan else issuer_of(passages, top, kind)
    )
    body = _body(top, kind)
    if issuer and phrase("group-of-several").fullmatch(body) and not _heads(issuer, top):
        issuer = None  # minutes of a coordination group tell of councils, and are none of theirs
    held = _has_session(kind, issuer) and not is_gazette_of_several(passages, top)
    session = session_of(top, kind) if held else None
    own, cited = _case_numbers(passages)
    return replace(
        paper,
        kind=kind,
        issuer=_municipality(issuer) if issuer else None,
        author=author_of(top),
        title=_title(passages, top, kind),
        date=date_of(passages, top, kind, session),
        session=session,
        case_numbers=tuple(dict.fromkeys(tag.value for tag in (*own, *cited))),
        body=body,
        evidence={
            "kind": kind_evidence,
            "issuer": (issuer.evidence,) if issuer else (),
            "case_number": tuple(tag.evidence for tag in own),
        },
    )


def _heads(issuer: Tag, top: Sequence[TextLine]) -> bool:
    """Whether a municipality is named in the letterhead or title of a paper."""
    titles = (line for line in top[:LETTERHEAD] if line.is_title or line.begins_title or _is_letterhead(line))
    return any(issuer in tags_between(line.passage, "municipality", line.start, line.end) for line in titles)


def _is_local(shown: Sequence[Evidence]) -> bool:
    """Whether it is a municipality's programme, by its title."""
    return any(phrase("local-programme").match(each.quote) for each in shown)


def _has_session(kind: DocumentKind, issuer: Tag | None) -> bool:
    """Letters, plans and papers of no municipality speak of others' sessions ("Vlada je na 126. redni seji …")."""
    return kind not in (DocumentKind.LETTER, DocumentKind.PLAN) and (kind != DocumentKind.OTHER or issuer is not None)


def _body(top: tuple[TextLine, ...], kind: DocumentKind) -> str:
    """Whose session it is, where the title says that it is not the council's ("ZAPISNIK 9. seje Odbora za …")."""
    if meeting := _meeting(top):
        return meeting
    for line in top:
        match = phrase("another-bodys-session").search(line.text)
        if match and (match.start() < SESSION_REACH or line.is_title or line.begins_title):
            return match.group("body")
    return _letterhead_body(top) if kind in DECIDED_BY else COUNCIL


def _meeting(top: tuple[TextLine, ...]) -> str | None:
    """What was held instead of a session: "ZAPISNIK sestanka z župani", over two lines at most."""
    titles = (" ".join(line.text.strip() for line in top[at : at + 2]) for at in range(min(LETTERHEAD, len(top))))
    found = (phrase("minutes-of-meeting").match(title) for title in titles)
    return next((match.group("body") for match in found if match), None)


def _letterhead_body(top: tuple[TextLine, ...]) -> str:
    """The body of a committee's letterhead above minutes that do not say whose they are; else the council."""
    head = _head(top)
    if other := _other_council(top[:LETTERHEAD]):
        return other
    if meeting := next((m for line in top[:TITLES] if (m := phrase("public-meeting").search(line.text))), None):
        return meeting.group()
    for number, line in enumerate(head):
        committee = phrase("committees-letterhead").fullmatch(line.text.strip())
        if committee and not any(phrase("session-of-council").search(each.text) for each in head[number:]):
            return committee.group()
    return COUNCIL


def _head(top: tuple[TextLine, ...]) -> tuple[TextLine, ...]:
    """The lines up to the one that says of which session a paper is, or that it is its minutes."""
    ends = (number for number, line in enumerate(top[:LETTERHEAD]) if phrase("minutes-named").search(line.text))
    return top[: next(ends, -1) + 1]


def _other_council(top: tuple[TextLine, ...]) -> str | None:
    """The council of an institution or of a group above minutes, where the municipality's is not named with it."""
    head = _head(top)
    if any(phrase("council-of-municipality").search(line.text) for line in head):
        return None
    found = (phrase("other-councils-letterhead").search(line.text) for line in head)
    return next((match.group() for match in found if match), None) or _owned_council(head)


def _owned_council(head: tuple[TextLine, ...]) -> str | None:
    """A council of anything but a municipality, whatever it is: "Zapisnik 5. seje sveta Ljudske univerze"."""
    if any(phrase("council-of-this-municipality").search(line.text) for line in head):
        return None
    for line in head:
        match = phrase("council-with-owner").search(line.text)
        owner = line.start + match.start("body") + len("svet") if match else 0
        named = tags_between(line.passage, "municipality", owner, owner + OWNER_REACH) if match else ()
        if match and not named and not phrase("auxiliary").search(line.text):
            return match["body"].strip()
    return None


# --- issuer, author, title --------------------------------------------------------------------------------------------


def _municipality(tag: Tag) -> Municipality:
    return municipalities()[tag.value].ref


def _title(passages: tuple[Passage, ...], top: tuple[TextLine, ...], kind: DocumentKind) -> str | None:
    """What a paper calls itself: its subject, the title that shows its kind, or its first heading."""
    for line in top:
        subject = phrase("subject-line").match(line.text)
        if subject:
            return _clip(line.passage.text[line.start + subject.end() :])
    titled = _titled(top, kind)
    if titled:
        return _clip(_with_next(titled, passages))
    headings = (each.text for each in passages if each.kind == PassageKind.HEADING)
    return _clip(next((text for text in headings if not phrase("letterhead").match(text)), ""))


def _is_letterhead(line: TextLine) -> bool:
    return bool(phrase("letterhead").match(line.text))


def _titled(top: tuple[TextLine, ...], kind: DocumentKind) -> TextLine | None:
    """The line of the title that shows the kind of the paper, or one that begins with it: "ZAPISNIK 18. redne seje"."""
    cues = [cue.pattern for cue in kind_cues() if cue.kind == kind and cue.where == "title"]
    titles = [line for line in top if line.is_title]
    begun = [line for line in top if line.begins_title]
    found = (line for cue in cues for line in titles if cue.search(line.text.lower()))
    return next(found, None) or next((line for cue in cues for line in begun if cue.match(line.text.lower())), None)


def _with_next(line: TextLine, passages: tuple[Passage, ...]) -> str:
    """A bare word such as ZAPISNIK is no title without the line that follows."""
    text = line.passage.text[line.start :]
    if len(text.split()) > 2:
        return text
    number = next(i for i, passage in enumerate(passages) if passage is line.passage)
    return f"{text} {passages[number + 1].text}" if number + 1 < len(passages) else text


def _clip(text: str) -> str | None:
    words = " ".join(text.split()).strip(" *:")
    return (words if len(words) <= 200 else words[:199].rsplit(" ", 1)[0] + "…") or None


# --- case numbers -----------------------------------------------------------------------------------------------------


def _case_numbers(passages: tuple[Passage, ...]) -> tuple[list[Tag], list[Tag]]:
    """Own numbers (behind "Številka:") and cited ones, each where it stands first."""
    own: list[Tag] = []
    cited: list[Tag] = []
    for line in lines(passages):
        for tag in tags_between(line.passage, "case_number", line.start, line.end):
            (own if phrase("reference-label").match(line.text) else cited).append(tag)
    return _once(own), _once(cited)


def _once(tags: list[Tag]) -> list[Tag]:
    """The first tag of each value."""
    first: dict[str, Tag] = {}
    for tag in tags:
        first.setdefault(tag.value, tag)
    return list(first.values())
