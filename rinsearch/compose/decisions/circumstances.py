"""The circumstances of an act: when and in which session it was, about what, and what was added."""

from __future__ import annotations

from datetime import date

from rinsearch.clauses import enclosing, sentences
from rinsearch.compose.acts.acts import Act
from rinsearch.compose.acts.earlier_days import day_before
from rinsearch.compose.acts.when_told import is_told_without_day
from rinsearch.compose.heads.dating import parse_session
from rinsearch.compose.paper import COUNCIL, Paper
from rinsearch.compose.verbs.objects import REVOKING
from rinsearch.compose.verbs.verbs import DECIDING
from rinsearch.records import DocumentKind, EventStatus, Session, Status
from rinsearch.taxonomy.phrases import phrase

ABOUT_LENGTH = 120  # characters: the name of a plan with its region and period fits


def session_and_date(paper: Paper, act: Act, status: Status) -> tuple[Session | None, date | None]:
    """The session and date of the act: from its own sentence where it tells of the past, else the paper's."""
    said, sessions = said_date(act), act.verb.beside("session")
    told = parse_session(sessions[0].value, said) if sessions else None
    if _tells_of_another_session(paper, act, told) or (
        (act.reported or paper.kind not in DECIDING) and status != Status.PROPOSED and (told or said)
    ):
        return told, said
    if not told and not said and paper.kind is DocumentKind.MEMO and is_told_without_day(act.verb):
        return None, None  # "aprila 2014": neither the day of this session nor a day at all
    if paper.body != COUNCIL:
        return None, paper.date  # a committee's session is no session of the council
    if earlier := day_before(paper, act):
        return told, earlier
    return (None, None) if act.reported else (paper.session, day_of(paper))


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
