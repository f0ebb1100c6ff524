"""What only measures can be narrowed by: their deadline, their priority, who carries them out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from rinsearch.language import fold
from rinsearch.matching import within
from rinsearch.records import CitedMeasure, CitedPriority

_Key = tuple[str | None, str | None]


@dataclass(frozen=True, slots=True)
class Narrowing:
    """First and last day of the deadline, number or part of the title of a priority, part of a provider's name."""

    since: date | None = None
    until: date | None = None
    priority: str | None = None
    provider: str | None = None


def narrowed(
    found: Iterable[CitedMeasure], priorities: Iterable[CitedPriority], by: Narrowing
) -> tuple[CitedMeasure, ...]:
    """The measures that are left. A measure whose deadline is no day has none that could be compared."""
    titles: Mapping[_Key, str] = {(each.plan, each.number): fold(each.title) for each in priorities if each.number}
    return tuple(
        each
        for each in found
        if within(each.until, by.since, by.until)
        and (by.provider is None or any(fold(by.provider) in fold(name) for name in each.providers))
        and (by.priority is None or _is_under(each, fold(by.priority), titles.get((each.plan, each.priority), "")))
    )


def _is_under(measure: CitedMeasure, wanted: str, title: str) -> bool:
    return fold(measure.priority or "") == wanted or (not wanted.isdecimal() and wanted in title)
