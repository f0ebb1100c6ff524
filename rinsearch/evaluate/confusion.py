"""Which status is taken for which: decisions about one plan by one council, side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import zip_longest

from rinsearch.evaluate.acts import act_of, stated
from rinsearch.evaluate.gold import Gold
from rinsearch.records import Analysis, Status

Owner = tuple[str, str]  # municipality and plan
ORDER = {str(status): number for number, status in enumerate(Status)}


@dataclass(frozen=True, slots=True)
class Confusion:
    """How often decisions with a status were found with another (or the same); null is missed, or too many."""

    expected: str | None
    found: str | None
    count: int


def confusion(pairs: Iterable[tuple[Gold, Analysis]]) -> tuple[Confusion, ...]:
    """All pairs of statuses that occur, in the order in which a paper travels."""
    counts = Counter(pair for gold, analysis in pairs for pair in _pairs(gold, analysis))
    ordered = sorted(counts.items(), key=lambda item: [ORDER.get(each or "", len(ORDER)) for each in item[0]])
    return tuple(Confusion(*pair, count) for pair, count in ordered)


def _pairs(gold: Gold, analysis: Analysis) -> Iterator[tuple[str | None, str | None]]:
    wanted = _wanted(gold)
    found = _found(analysis, wanted)
    for owner in sorted(wanted.keys() | found.keys()):
        yield from _side_by_side(wanted.get(owner, {}), found.get(owner, set()))


def _side_by_side(wanted: Mapping[str, _Wanted], found: set[str]) -> Iterator[tuple[str | None, str | None]]:
    """Equal statuses first, then those that are right as well, then the rest in order; a minor one may be missing."""
    rest, left = found - wanted.keys(), {status: entry for status, entry in wanted.items() if status not in found}
    yield from ((status, status) for status in wanted if status in found)
    for status, entry in list(left.items()):
        if taken := rest & entry.also:
            rest.remove(min(taken, key=ORDER.__getitem__))
            del left[status]
            yield status, status
    missed = sorted((status for status, entry in left.items() if not entry.minor), key=ORDER.__getitem__)
    yield from zip_longest(missed, sorted(rest, key=ORDER.__getitem__))


@dataclass(slots=True)
class _Wanted:
    """A status of the gold: whether it need not be found, and what is right as well."""

    minor: bool
    also: set[str]


def _wanted(gold: Gold) -> Mapping[Owner, dict[str, _Wanted]]:
    made: dict[Owner, dict[str, _Wanted]] = {}
    for each in gold["decisions"]:
        if each["plan"]:
            owner, plan, status = act_of(each)
            entry = made.setdefault((owner, plan), {}).setdefault(status, _Wanted(True, set()))
            entry.minor = entry.minor and bool(each.get("minor"))
            entry.also |= set(each.get("status_also_ok", ()))
    return made


def _found(analysis: Analysis, wanted: Mapping[Owner, object]) -> Mapping[Owner, set[str]]:
    made: dict[Owner, set[str]] = {}
    for each in analysis.decisions:
        if each.plan:
            owner = each.municipality.name if each.municipality else ""
            made.setdefault(stated((owner, each.plan), wanted), set()).add(str(each.status))
    return made
