"""The places in a report to which its figures lead, and what stands there: a figure is clicked, and what it counts is
listed with its pages."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rinsearch.answers import standing_words
from rinsearch.picture.councils import CONFLICT, TOOK_NOTE
from rinsearch.picture.matrix import ALL, NO_PRIORITY
from rinsearch.records import CitedDecision, CitedMeasure, CitedPriority, CouncilRow, Councils, DocumentInfo, Evidence
from rinsearch.taxonomy import target_groups

NO_GROUP = "none"
_UNFIT = re.compile(r"[^\w.-]")  # what a name in a link had better not hold


def name(*parts: str | None) -> str:
    """The name of a place.

    >>> name("g", "romi", "1.2 b"), name("g", None, None)
    ('g-romi-1.2_b', 'g-none-none')
    """
    return "-".join(_UNFIT.sub("_", part or NO_GROUP) for part in parts)


@dataclass(frozen=True, slots=True)
class Standing:
    """A standing in words, with its rows."""

    place: str
    words: str
    rows: Sequence[CouncilRow]


def standings(table: Councils) -> list[Standing]:
    """Who took note; then each standing, in the order in which a paper travels; then the rows with a contradiction."""
    found: dict[str, list[CouncilRow]] = defaultdict(list)
    for status in (*table.standings, None):
        for row in table.councils:
            if row.standing == status:
                found[standing_words(row)].append(row)
    each = [Standing(name("s", str(number)), words, rows) for number, (words, rows) in enumerate(found.items())]
    took = Standing("took-note", TOOK_NOTE, [row for row in table.councils if row.took_note])
    against = Standing("conflicts", CONFLICT, [row for row in table.councils if row.conflict])
    return [took, *each, *([against] if against.rows else [])]


@dataclass(frozen=True, slots=True)
class Group:
    """A target group with its measures, own and inherited; ``id`` is none for measures that name no group."""

    id: str | None
    label: str
    measures: Sequence[CitedMeasure]

    @property
    def place(self) -> str:
        """Where it stands."""
        return name("g", self.id)

    def rows(self) -> Iterator[tuple[str | None, CitedMeasure]]:
        """The measures; the first of each priority with the name of its place."""
        under: dict[str | None, list[CitedMeasure]] = defaultdict(list)
        for measure in self.measures:
            under[measure.priority].append(measure)
        for priority, several in under.items():
            yield name("g", self.id, priority), several[0]
            yield from ((None, measure) for measure in several[1:])


def groups(measures: Iterable[CitedMeasure]) -> list[Group]:
    """Each target group that has a measure; last the measures that name none."""
    found: dict[str | None, list[CitedMeasure]] = defaultdict(list)
    for measure in measures:
        for group in dict.fromkeys((*measure.target_groups, *measure.inherited)) or (None,):
            found[group].append(measure)
    named = [Group(id, group.label_sl, found[id]) for id, group in target_groups().items() if id in found]
    return [*named, Group(None, "brez navedene ciljne skupine", found[None])] if None in found else named


@dataclass(frozen=True, slots=True)
class Area:
    """A priority with its measures; ``stated`` is where the plan states it, none where only measures name it."""

    number: str | None
    title: str
    stated: CitedPriority | None
    measures: Sequence[CitedMeasure]

    @property
    def place(self) -> str:
        """Where its measures are listed."""
        return name("f", self.number)


def areas(measures: Sequence[CitedMeasure], priorities: Sequence[CitedPriority]) -> list[Area]:
    """The priorities of a plan, each number once, then numbers that only measures name; last measures under none."""
    named = {each.number: each for each in reversed(priorities)}
    once = [each for each in priorities if each.number is None or named[each.number] is each]
    under: dict[str | None, list[CitedMeasure]] = defaultdict(list)
    for measure in measures:
        under[measure.priority].append(measure)
    stated = [Area(each.number, each.title, each, under[each.number] if each.number else ()) for each in once]
    others = [Area(number, "", None, under[number]) for number in under if number and number not in named]
    return [*stated, *others, *([Area(None, NO_PRIORITY, None, under[None])] if under[None] else [])]


def of_cell(group: str | None, number: str | None) -> str:
    """Where a number of the matrix leads to."""
    if group == ALL:
        return "#all-measures" if number == ALL else f"#{name('f', number)}"
    return f"#{name('g', group)}" if number == ALL else f"#{name('g', group, number)}"


Page = tuple[DocumentInfo, int | None]


def of_first(row: CouncilRow) -> Page | None:
    """The page that shows the first day of a row."""
    act = next((each for each in reversed(row.decisions) if each.date == row.first_date), None)
    return (act.document, act.evidence.page) if act else None


def of_vote(act: CitedDecision) -> Page:
    """The page that shows the vote of a decision."""
    return act.document, next((each for each in act.grounds if each.rule.startswith("vote")), act.evidence).page


def of_field(measure: CitedMeasure, *fields: str) -> Page:
    """The page that shows a field of a measure; the measure's own where the field has none."""
    shown: Iterable[Evidence] = (measure.fields[each] for each in fields if each in measure.fields)
    return measure.document, next(iter(shown), measure.evidence).page
