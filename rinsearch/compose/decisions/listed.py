"""What lists of municipalities tell, set beside what their sentences were found to say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from rinsearch.compose.standings.standings import Standing, decisions_of, standings_of
from rinsearch.compose.verbs.verbs import Context
from rinsearch.records import Decision, Status

DECIDED = (Status.ACKNOWLEDGED, Status.ADOPTED, Status.POSTPONED, Status.WITHDRAWN, Status.REJECTED)

OF_OTHERS = (Status.ACKNOWLEDGED, Status.ADOPTED, Status.REJECTED)  # below "Odbori so odločili:", "Predlogi ukrepov:"


def with_listed(context: Context, decisions: Sequence[Decision]) -> list[Decision]:
    """The decisions with those that lists tell; what a sentence over several lines gave to another line goes."""
    standings = standings_of(context)
    kept = [each for each in decisions if not _is_anothers(each, standings)]
    for standing in standings:
        kept = list(_joined(kept, standing, tuple(decisions_of(context, standing))))
    return kept


def _is_anothers(decision: Decision, standings: Sequence[Standing]) -> bool:
    """Whether a decision was read from an entry of somebody else, or from a line between two entries."""
    here = [each for each in standings if each.entry.passage.id == decision.evidence.passage]
    if not here or decision.plan is None:
        return False
    within = next((each for each in here if _is_within(decision, each)), None)
    if within is None:
        return decision.reported and here[0].entry.start < decision.evidence.start
    if within.is_of_others:
        return decision.reported and decision.status in OF_OTHERS
    return decision.municipality != within.entry.municipality


def _is_within(decision: Decision, standing: Standing) -> bool:
    """Whether the verb of a decision stands in an entry."""
    entry, shown = standing.entry, decision.evidence
    if shown.passage != entry.passage.id:
        return False
    verb = shown.start + max(0, shown.quote.find(decision.verb))
    return entry.start <= verb < entry.end


def _joined(kept: Iterable[Decision], standing: Standing, listed: tuple[Decision, ...]) -> Iterator[Decision]:
    """What a sentence was found to say of the same council stays, with the session and the day of the entry."""
    found = False
    for decision in kept:
        mine = listed and decision.municipality == standing.entry.municipality and _is_within(decision, standing)
        if mine and decision.plan is None and decision.status is listed[0].status:
            continue  # "zavrnjeno, 4 : 8" names no plan, and the list does
        if mine and decision.status in DECIDED:
            found = True
            session, day = decision.session or listed[0].session, decision.date or listed[0].date
            # "Za 13, proti 0, sklep sprejet" below "Seznanitev občinskih svetov" is a taking note.
            noted = decision.status is Status.ADOPTED and listed[0].status is Status.ACKNOWLEDGED
            status = Status.ACKNOWLEDGED if noted else decision.status
            yield replace(decision, session=session, date=day, status=status)
        elif not mine:
            yield decision
    yield from () if found else listed
