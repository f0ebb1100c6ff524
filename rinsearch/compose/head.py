"""The head of a paper: its kind, issuer, author, title, date, session and case numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import islice

from rinsearch.compose.paper import COUNCIL, TOP_LINES, Paper, TextLine, evidence_at, lines, tags_between, tags_of
from rinsearch.records import (
    Document,
    DocumentKind,
    Evidence,
    Municipality,
    Passage,
    PassageKind,
    Session,
    SessionKind,
    Tag,
)
from rinsearch.taxonomy import municipalities
from rinsearch.taxonomy.phrases import phrase
from rinsearch.taxonomy.wordings import KindCue, kind_cues

TOP_CHARACTERS = 1500
LEAST_WEIGHT = 2  # below this sum of cues a paper is of no known kind

SESSION_REACH = 25  # characters before "seje" in a title: "ZAPISNIK 9. redne seje", "9. redne seje"
_SHORT_LINE = 60  # characters: "Črnomelj, 12. 10. 2017" and the like; a sentence is longer


def read_head(document: Document, passages: tuple[Passage, ...]) -> Paper:
    """Find out what a paper is, from its first lines and its wording."""
    paper = Paper(document, passages)
    top = tuple(islice(lines(passages), TOP_LINES))
    kind, kind_evidence = _kind(passages, top)
    issuer = None if kind == DocumentKind.PLAN else _issuer(passages, top)
    session = None if kind == DocumentKind.LETTER else _session(top)
    return replace(
        paper,
        kind=kind,
        issuer=_municipality(issuer) if issuer else None,
        author=_author(top),
        title=_title(passages, top, kind),
        date=_date(passages, top, kind, session),
        session=session,
        case_numbers=_case_numbers(passages),
        body=_body(top),
        evidence={"kind": kind_evidence, "issuer": (issuer.evidence,) if issuer else ()},
    )


# --- kind -------------------------------------------------------------------------------------------------------------


def _kind(passages: tuple[Passage, ...], top: tuple[TextLine, ...]) -> tuple[DocumentKind, tuple[Evidence, ...]]:
    weights: Counter[str] = Counter()
    shown: dict[str, list[Evidence]] = {}
    for cue in kind_cues():
        place = _cue_place(cue, passages, top)
        if place:
            weights[cue.kind] += cue.weight
            if cue.weight > 0:
                shown.setdefault(cue.kind, []).append(place)
    if not weights or max(weights.values()) < LEAST_WEIGHT:
        return DocumentKind.OTHER, ()
    best = max(weights, key=lambda kind: weights[kind])
    return DocumentKind(best), tuple(shown[best])


def _cue_place(cue: KindCue, passages: tuple[Passage, ...], top: tuple[TextLine, ...]) -> Evidence | None:
    rule = f"kind.{cue.kind}"
    if cue.where == "title":
        places: Iterable[TextLine] = (line for line in top if _is_title(line) or _begins_title(line))
    elif cue.where == "top":
        places = _first_characters(top)
    else:
        places = (TextLine(passage, 0, len(passage.text)) for passage in passages)
    for line in places:
        match = cue.pattern.search(line.text.lower())
        if match:
            start, end = line.start + match.start(), min(line.start + match.end(), line.end)
            return evidence_at(line.passage, start, end, rule)
    return None


def _begins_title(line: TextLine) -> bool:
    """A line that begins with a word in capitals ("VABILO na 16. redno sejo …")."""
    first = line.text.strip(" *#").split(" ", 1)[0]
    return len(first) >= 4 and first.isalpha() and first.isupper()


def _is_title(line: TextLine) -> bool:
    """A heading, or a line without lower-case words before the running text."""
    letters = [character for character in line.text if character.isalpha()]
    capitals = sum(character.isupper() for character in letters)
    return line.passage.kind == PassageKind.HEADING or (bool(letters) and capitals >= 0.6 * len(letters))


def _first_characters(top: Iterable[TextLine]) -> Iterator[TextLine]:
    seen = 0
    for line in top:
        if seen > TOP_CHARACTERS:
            return
        seen += line.end - line.start
        yield line


def _body(top: tuple[TextLine, ...]) -> str:
    """Whose session it is, where the title says that it is not the council's ("ZAPISNIK 9. seje Odbora za …")."""
    for line in top:
        match = phrase("another-bodys-session").search(line.text)
        if match and (match.start() < SESSION_REACH or _is_title(line) or _begins_title(line)):
            return match.group("body")
    return COUNCIL


# --- issuer, author, title --------------------------------------------------------------------------------------------


def _issuer(passages: tuple[Passage, ...], top: tuple[TextLine, ...]) -> Tag | None:
    """The municipality whose paper it is: by its letterhead, the council in the text, or the signature."""
    if _author(top):
        return None
    return _by_letterhead(top) or _by_phrase(passages, phrase("council-of")) or _by_phrase(passages, phrase("mayor-of"))


def _by_letterhead(top: tuple[TextLine, ...]) -> Tag | None:
    for line in top[:8]:
        if phrase("letterhead").match(line.text) or phrase("council-of").search(line.text):
            found = tags_between(line.passage, "municipality", line.start, line.passage.spans[-1].end)
            if found:
                return found[0]
    return None


def _by_phrase(passages: tuple[Passage, ...], phrase: re.Pattern[str]) -> Tag | None:
    """The municipality that most often follows the phrase ("Občinski svet Občine …")."""
    found = []
    for passage in passages:
        for tag in tags_of(passage, "municipality"):
            start = tag.evidence.start
            inside = passage.text[max(0, start - 60) : tag.evidence.end]
            if phrase.search(passage.text[max(0, start - 60) : start]) or phrase.search(inside.rsplit(" ", 1)[0]):
                found.append(tag)
    if not found:
        return None
    most = Counter(tag.value for tag in found).most_common(1)[0][0]
    return next(tag for tag in found if tag.value == most)


def _municipality(tag: Tag) -> Municipality:
    return municipalities()[tag.value].ref


def _author(top: tuple[TextLine, ...]) -> str | None:
    """The organisation in the letterhead that is no municipality; its name may go on in the next line."""
    for number, line in enumerate(top[:6]):
        if phrase("letterhead").match(line.text) and _is_title(line):
            return None  # a municipality's letter: the organisation below is its addressee
        if phrase("organisation-letterhead").match(line.text):
            following = top[number + 1].text.strip() if number + 1 < len(top) else ""
            goes_on = (
                following.isupper() and not phrase("letterhead").match(following) and not re.search(r"\d", following)
            )
            return " ".join(f"{line.text} {following if goes_on else ''}".split())
    return None


def _title(passages: tuple[Passage, ...], top: tuple[TextLine, ...], kind: DocumentKind) -> str | None:
    for line in top:
        subject = phrase("subject-line").match(line.text)
        if subject:
            return _clip(line.passage.text[line.start + subject.end() :])
    for cue in kind_cues():
        if cue.kind == kind and cue.where == "title":
            for line in top:
                if _is_title(line) and cue.pattern.search(line.text.lower()):
                    return _clip(_with_next(line, passages))
    heading = next(
        (p for p in passages if p.kind == PassageKind.HEADING and not phrase("letterhead").match(p.text)), None
    )
    return _clip(heading.text) if heading else None


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


# --- session, date, case numbers --------------------------------------------------------------------------------------


def _session(top: tuple[TextLine, ...]) -> Session | None:
    """The paper's own session: the first one of the title that is not another session's minutes on the agenda."""
    for line in top:
        for tag in tags_between(line.passage, "session", line.start, line.end + 40):
            before = line.passage.text[max(line.start, tag.evidence.start - 20) : tag.evidence.start]
            listed = re.match(r"\W*\d+[.)]", line.text) and line.start < tag.evidence.start
            if listed or (phrase("another-sessions-minutes").search(before) and not _is_title(line)):
                continue
            return parse_session(tag.value, _date_near(line.passage, tag.evidence.end) or _date_below(top, line))
    return None


def parse_session(value: str, held: date | None) -> Session:
    """A session from a tag's value such as ``21/redna``, with its date."""
    number, _, kind = value.partition("/")
    return Session(int(number) if number else None, SessionKind(kind) if kind else None, held)


def _date_near(passage: Passage, position: int) -> date | None:
    """The first date after a position within the length of a title."""
    found = tags_between(passage, "date", position, position + 200)
    return date.fromisoformat(found[0].value) if found else None


def _date_below(top: tuple[TextLine, ...], title: TextLine) -> date | None:
    """The date in the lines below a title that say when the session was or will be."""
    at = top.index(title)
    for line in top[at : at + 5]:
        if phrase("day-of-session").search(line.text) or line is title:
            found = tags_between(line.passage, "date", line.start, len(line.passage.text))
            if found:
                return date.fromisoformat(found[0].value)
    return None


def _date(
    passages: tuple[Passage, ...], top: tuple[TextLine, ...], kind: DocumentKind, session: Session | None
) -> date | None:
    """The paper's date: behind "Datum:"; of minutes that of the session; else of the line with place and date."""
    everything = tuple(lines(passages))
    bottom = everything[max(len(top), len(everything) - 12) :]
    held = session.date if session else None
    short = [line for line in (*top[:15], *bottom) if len(line.text) < _SHORT_LINE]
    stated = _dated_line(top, phrase("date-label")) or (None if kind == DocumentKind.AGENDA else held)
    signed = (
        _dated_line(bottom, phrase("date-label"))
        or _dated_line(top[:15], phrase("only-date"))
        or _dated_line(short, phrase("date-of-paper"))
    )
    return stated or signed or held or _title_date(top)


def _dated_line(candidates: Iterable[TextLine], sign: re.Pattern[str]) -> date | None:
    for line in candidates:
        found = tags_between(line.passage, "date", line.start, line.end)
        if found and sign.search(line.text):
            return date.fromisoformat(found[0].value)
    return None


def _title_date(top: tuple[TextLine, ...]) -> date | None:
    """The date in the title, or behind the colon of the line about the session."""
    for line in top[:15]:
        found = tags_between(line.passage, "date", line.start, line.end)
        if found and (_is_title(line) or phrase("session-title").search(line.text)):
            return date.fromisoformat(found[0].value)
    return None


def _case_numbers(passages: tuple[Passage, ...]) -> tuple[str, ...]:
    """Own numbers (behind "Številka:") before cited ones, each once."""
    own: list[str] = []
    cited: list[str] = []
    for line in lines(passages):
        for tag in tags_between(line.passage, "case_number", line.start, line.end):
            (own if phrase("reference-label").match(line.text) else cited).append(tag.value)
    return tuple(dict.fromkeys(own + cited))
