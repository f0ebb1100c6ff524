"""The circumstances of an act: when and in which session it was, about what, and what was added."""

from __future__ import annotations

from datetime import date

from rinsearch.clauses import Slice, enclosing, sentences, sentences_before
from rinsearch.compose.acts.acts import Act
from rinsearch.compose.acts.earlier_days import day_before
from rinsearch.compose.acts.when_told import is_told_without_day
from rinsearch.compose.heads.dating import parse_session
from rinsearch.compose.paper import COUNCIL, Paper, tags_between
from rinsearch.compose.subjects.bodies import nearest_body
from rinsearch.compose.verbs.objects import REVOKING
from rinsearch.compose.verbs.verbs import DECIDING
from rinsearch.records import DocumentKind, EventStatus, Passage, Session, Status
from rinsearch.taxonomy.phrases import phrase

TOLD_BEFORE = 2  # passages above a resolution in which a letter tells of its session
SENTENCES_BEFORE = 6  # of each of them
ABOUT_LENGTH = 120  # characters: the name of a plan with its region and period fits


def session_and_date(paper: Paper, act: Act, status: Status) -> tuple[Session | None, date | None]:
    """The session and date of the act: from its own sentence where it tells of the past, else the paper's."""
    said, sessions = said_date(act), act.verb.beside("session")
    told = parse_session(sessions[0].value, said) if sessions else None
    if _tells_of_another_session(paper, act, told) or (
        (act.reported or paper.kind not in DECIDING) and status != Status.PROPOSED and (told or said)
    ):
        return told, said
    if paper.kind is DocumentKind.LETTER and (before := _session_before(paper, act)):
        return before
    if not told and not said and is_told_without_day(paper, act.verb):
        return None, None  # "aprila 2014": neither the day of this session nor a day at all
    if paper.body != COUNCIL:
        return None, paper.date  # a committee's session is no session of the council
    if earlier := day_before(paper, act):
        return told, earlier
    return (None, None) if act.reported else (paper.session, day_of(paper))


def _session_before(paper: Paper, act: Act) -> tuple[Session, date] | None:
    """The council's session of which a letter told before, with its day: "Svet je na 16. seji, 23. 10., sklenil:"."""
    if act.reported or act.status == EventStatus.PROPOSED or paper.date is None:
        return None
    here = paper.passages.index(act.verb.passage)
    for passage in reversed(paper.passages[max(0, here - TOLD_BEFORE) : here + 1]):
        until = act.verb.sentence.start if passage is act.verb.passage else len(passage.text)
        for part in reversed(sentences_before(passage.text, until)[-SENTENCES_BEFORE:]):
            held = _session_in(passage, part, paper.date)
            if held and not _is_of_others(paper, passage, part):
                return held
    return None


def _session_in(passage: Passage, part: Slice, written: date) -> tuple[Session, date] | None:
    """The last session of a sentence, with the first day behind its number, or else the last before it."""
    held = tags_between(passage, "session", part.start, part.end)[-1:]
    days = tags_between(passage, "date", part.start, part.end) if held else ()
    if not held or not days:
        return None
    behind = next((each for each in days if each.evidence.start >= held[0].evidence.start), days[-1])
    day = date.fromisoformat(behind.value)
    return (parse_session(held[0].value, day), day) if day <= written else None


def _is_of_others(paper: Paper, passage: Passage, part: Slice) -> bool:
    """Whether a sentence tells of a committee, or of another municipality."""
    body = nearest_body(passage.text, part, part.end)
    own = paper.issuer.code if paper.issuer else None
    names = tags_between(passage, "municipality", part.start, part.end)
    return (body is not None and body.kind == "other") or any(name.value != own for name in names)


def said_date(act: Act) -> date | None:
    """The first date in the sentence of the act."""
    dates = act.verb.beside("date")
    return date.fromisoformat(dates[0].value) if dates else None


def day_of(paper: Paper) -> date | None:
    """The day of the paper's session, else its own date."""
    held = paper.session.date if paper.session else None
    return held or paper.date


def _tells_of_another_session(paper: Paper, act: Act, told: Session | None) -> bool:
    """Minutes that tell what was done earlier: "Točka je bila na 25. redni seji preložena"."""
    own = paper.session.number if paper.session else None
    return bool(act.mention and told and own and told.number not in (None, own)) and act.status != EventStatus.PROPOSED


def about(act: Act) -> str:
    """What the act is about: the sentence from the plan's name on, else what follows the verb."""
    if act.mention:
        text, start = act.mention.passage.text, act.mention.start
        return short(text[start : enclosing(sentences(text), start).end])
    text = act.verb.passage.text
    return short(text[act.verb.tag.evidence.end : act.verb.sentence.end] or text)


def short(text: str) -> str:
    """The words of a text in one line, cut at the end of a word.

    >>> short(" o Regijskem  načrtu: "), len(short("načrt " * 40)) <= ABOUT_LENGTH
    ('o Regijskem načrtu', True)
    """
    words = " ".join(text.split()).strip(" .;:,")
    return words if len(words) <= ABOUT_LENGTH else words[: ABOUT_LENGTH - 1].rsplit(" ", 1)[0] + "…"


def remarks_in(words: str, status: Status) -> tuple[str, ...]:
    """What a council added: "… in predlaga, da se doda ukrep za prevoze"."""
    if status not in (Status.ACKNOWLEDGED, Status.ADOPTED, Status.REJECTED):
        return ()
    return tuple(match.group().strip() for match in phrase("remark").finditer(words))


def revoked(act: Act, words: str) -> str | None:
    """The resolution that the act revokes, in its own words."""
    return short(words) if act.verb.tag.evidence.rule in REVOKING else None
