"""Decisions told several times in one paper, folded into one; and the numbers of what is left."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from rinsearch.records import Decision, Event, Evidence, Status

AGENDA_ITEM = "decision.agenda-item"
SETTLED = (Status.ACKNOWLEDGED, Status.ADOPTED, Status.POSTPONED, Status.WITHDRAWN, Status.REJECTED)

Entry = TypeVar("Entry", Decision, Event)


def folded(decisions: Sequence[Decision]) -> list[Decision]:
    """One decision where a paper says the same thing several times; the further places become grounds."""
    kept: dict[object, Decision] = {}
    for decision in decisions:
        key = _same(decision)
        kept[key] = _joined(kept[key], decision) if key in kept else decision
    return [each for each in kept.values() if not _is_overtaken(each, kept.values())]


def _joined(first: Decision, again: Decision) -> Decision:
    """One of two; what is told from elsewhere is shown where its vote is, rather than in a headline."""
    if first.reported and again.vote and not first.vote:
        first, again = again, first
    places = tuple(place for place in (again.evidence, *again.grounds) if place not in first.grounds)
    return replace(first, grounds=(*first.grounds, *places), vote=first.vote or again.vote)


def _same(decision: Decision) -> object:
    if decision.plan is None:
        return decision.evidence
    owner = decision.municipality or decision.addressees
    return owner, decision.plan, decision.object, decision.status, decision.reported, decision.revokes, decision.date


def _is_overtaken(decision: Decision, others: Iterable[Decision]) -> bool:
    """Somebody's recommendation in minutes that then decide about it, or what they say of the later session.

    Of "Svet se bo z njim seznanil prihodnjič. Sklep: Točka se preloži." only the resolution is shown.
    """
    later = decision.status == Status.SCHEDULED and decision.evidence.rule != AGENDA_ITEM
    if decision.reported or not (decision.status == Status.PROPOSED or later):
        return False
    settled = (Status.POSTPONED,) if later else SETTLED
    return any(
        other.plan == decision.plan
        and other.municipality == decision.municipality
        and other.status in settled
        and not other.reported
        and other.session == decision.session
        for other in others
    )


def numbered(entries: Iterable[Entry], letter: str) -> tuple[Entry, ...]:
    """The entries in the order of the paper, each with its id: document, letter and number."""
    ordered = sorted(entries, key=lambda each: _place(each.evidence))
    return tuple(replace(each, id=f"{_document(each.evidence)}.{letter}{n}") for n, each in enumerate(ordered, 1))


def _place(evidence: Evidence) -> tuple[int, int]:
    return int(evidence.passage.rpartition(".")[2]), evidence.start


def _document(evidence: Evidence) -> str:
    return evidence.passage.rpartition(".")[0]
