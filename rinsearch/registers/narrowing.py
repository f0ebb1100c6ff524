"""What only measures can be narrowed by: their deadline, their priority, who carries them out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from rinsearch.language import fold
from rinsearch.matching import within
from rinsearch.records import CitedMeasure, CitedPriority
from rinsearch.taxonomy.organisations import organisation_kinds

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
        and (by.provider is None or any(_names_it(by.provider, name) for name in each.providers))
        and (by.priority is None or _is_under(each, fold(by.priority), titles.get((each.plan, each.priority), "")))
    )


def _is_under(measure: CitedMeasure, wanted: str, title: str) -> bool:
    return fold(measure.priority or "") == wanted or (not wanted.isdecimal() and wanted in title)


def _names_it(wanted: str, name: str) -> bool:
    """Whether a name holds what is wanted, as it is written ("Zavod RS") or in one spelling of both."""
    return fold(wanted) in fold(name) or _spelled(wanted) in _spelled(name)


def _spelled(name: str) -> str:
    """A provider's name in one spelling: "CSD Trebnje" as "Center za socialno delo Trebnje"."""
    names = _names()
    return _wordings().sub(lambda found: names[found.group()], fold(name))


@cache
def _names() -> Mapping[str, str]:
    """The first name of each organisation by its abbreviations; of a national body, which is one, by all its names.

    Wordings of a noun are no names of one body: a parish's Karitas is none of the diocese's.
    """
    kinds = organisation_kinds()
    names = [(each.name, (*each.abbreviations, *(each.forms if each.is_name else ()))) for each in kinds]
    return {fold(word): fold(name) for name, words in names for word in words}


@cache
def _wordings() -> re.Pattern[str]:
    longest = sorted(_names(), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest))})\b")
