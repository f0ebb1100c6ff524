"""What only measures can be narrowed by: their deadline, their priority, who carries them out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from rinsearch.language import fold
from rinsearch.matching import within
from rinsearch.records import CitedMeasure, CitedPriority

_Key = tuple[str | None, str | None]


@dataclass(frozen=True, slots=True)
class Narrowing:
    """First and last day of the deadline, number or part of the title of a priority, part of a provider's name.

    ``without``: the name of what a measure does not say, of `SAID`; ``own``: the id of the document that is the plan
    itself, by plan; of a plan without one every paper counts.
    """

    since: date | None = None
    until: date | None = None
    priority: str | None = None
    provider: str | None = None
    without: str | None = None
    own: Mapping[str, str] = field(default_factory=dict)


# What a measure can leave unsaid, by its names.
SAID: Mapping[str, Callable[[CitedMeasure], object]] = {
    "provider": lambda measure: measure.providers,
    "deadline": lambda measure: measure.deadline,
    "funding": lambda measure: measure.funding or measure.amount,
    "amount": lambda measure: measure.amount,
    "indicator": lambda measure: measure.indicator,
    "target_group": lambda measure: measure.target_groups or measure.inherited,
    "priority": lambda measure: measure.priority,
}


def narrowed(
    found: Iterable[CitedMeasure], priorities: Iterable[CitedPriority], by: Narrowing
) -> tuple[CitedMeasure, ...]:
    """The measures that are left. A measure whose deadline is no day has none that could be compared."""
    titles: Mapping[_Key, str] = {(each.plan, each.number): fold(each.title) for each in priorities if each.number}
    return tuple(
        each
        for each in found
        if by.own.get(each.plan or "", each.document.id) == each.document.id
        and within(each.until, by.since, by.until)
        and (by.without is None or not SAID[by.without](each))
        and (by.provider is None or any(fold(by.provider) in fold(name) for name in each.providers))
        and (by.priority is None or _is_under(each, fold(by.priority), titles.get((each.plan, each.priority), "")))
    )


def _is_under(measure: CitedMeasure, wanted: str, title: str) -> bool:
    return fold(measure.priority or "") == wanted or (not wanted.isdecimal() and wanted in title)
