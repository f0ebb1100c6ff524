"""The status of what is announced: another session has the plan on its agenda, or the item at hand is put off."""

from __future__ import annotations

from collections.abc import Iterator

from rinsearch.compose.acts.readings import ADVISED, Reading
from rinsearch.compose.paper import Paper
from rinsearch.compose.verbs.verbs import DECIDING, SUBSTANCE
from rinsearch.records import DocumentKind, EventStatus
from rinsearch.taxonomy.phrases import phrase

SETTING = DECIDING | {DocumentKind.MEMO, DocumentKind.AGENDA}  # papers that set what a session is to deal with
LATER = "decision.odlocati-pozneje"
WILL_NOT = "decision.ne-bo-vzel-na-znanje"


def by_time(paper: Paper, reading: Reading) -> Iterator[EventStatus | None]:
    """What is announced: another session, or this item at another time."""
    says, marks = reading.verb.says, reading.marks
    if reading.verb.tag.evidence.rule == LATER:
        yield _later(paper, reading)
    if "future" in marks and says == EventStatus.SCHEDULED and not marks & ADVISED:
        supposed = phrase("if-sentence").match(reading.verb.statement)
        yield None if supposed else says  # "Načrt bo uvrščen na dnevni red 19. seje."
    if reading.verb.tag.evidence.rule == WILL_NOT:
        yield says  # "Svet načrta ne bo vzel na znanje in ga pošilja nazaj."
    if "future" in marks:
        yield _future(paper, reading)
    if "next-time" in marks and says in SUBSTANCE and not reading.verb.is_past and paper.kind in DECIDING:
        yield _next_time(reading)


def _future(paper: Paper, reading: Reading) -> EventStatus | None:
    """What is announced of the council: the item of this session is put off, another session has it on its agenda."""
    if reading.marks & ADVISED or phrase("if-sentence").match(reading.verb.statement):
        return None
    if "negated" in reading.marks:
        return EventStatus.REJECTED if _will_never(paper, reading) else None
    goes_on = reading.verb.says == EventStatus.POSTPONED and reading.subject.kind == "none" and not reading.reported
    # "Obravnava načrta se bo nadaljevala na 25. seji": an item that will go on was put off.
    if paper.kind in DECIDING and (goes_on or phrase("this-item").search(reading.verb.words)):
        return EventStatus.POSTPONED
    if reading.verb.says == EventStatus.WITHDRAWN:
        return None  # "Poslani izpis bodo preklicali.": no agenda has it for that
    named = reading.subject.kind == "council" or (
        reading.reported and reading.subject.kind in ("none", "municipality", "several")
    )
    if reading.subject.kind == "councils":  # of which it may only be said that they will, some day
        here = reading.reported and reading.verb.beside("municipality")
        named = bool(here and phrase("when-dealt-with").search(reading.verb.words))
    return EventStatus.SCHEDULED if named else None


def _will_never(paper: Paper, reading: Reading) -> bool:
    """ "Svet je sklenil, da načrta ne bo obravnaval": not "danes ne bo", nor "dokler ga ne dobi"."""
    verb, own = reading.verb, paper.kind in DECIDING and reading.subject.kind == "council" and not reading.reported
    return own and verb.says == EventStatus.DISCUSSED and not phrase("not-now").search(verb.statement)


def _next_time(reading: Reading) -> EventStatus | None:
    """ "Sprejet je bil sklep, da se svet z načrtom seznani na naslednji seji": the item is put off, if anything."""
    own = reading.subject.kind in ("council", "none") and not reading.reported
    return EventStatus.POSTPONED if own and "negated" not in reading.marks else None


def _later(paper: Paper, reading: Reading) -> EventStatus | None:
    """ "O načrtu bo svet odločal po prejemu besedila": in minutes the item is put off, elsewhere it says nothing."""
    if reading.reported and reading.subject.municipalities and "future" in reading.marks:
        return EventStatus.SCHEDULED  # "Občini Mežica in Prevalje bosta o njem razpravljali novembra."
    council = reading.subject.is_council or reading.subject.kind == "none"
    if _is_told_of_council(paper, reading):
        return EventStatus.SCHEDULED  # "Svetniki bodo o načrtu razpravljali 14. decembra."
    own = paper.kind in DECIDING and council and not reading.reported
    return EventStatus.POSTPONED if own and not reading.marks & (ADVISED | {"negated"}) else None


def _is_told_of_council(paper: Paper, reading: Reading) -> bool:
    """Whether a letter or news tells when a council will deal with the plan."""
    told = paper.kind not in SETTING and reading.subject.kind == "council" and "future" in reading.marks
    known = told and phrase("when-dealt-with").search(reading.verb.words)
    leads = reading.verb.statement.rstrip().endswith(":")  # "Svet bo na 22. seji odločal o tem besedilu sklepa:"
    return bool(known) and not leads and not reading.marks & (ADVISED | {"negated"})
