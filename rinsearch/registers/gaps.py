"""What a plan leaves open: groups and priorities without a measure, municipalities without a document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from rinsearch.records import (
    CitedMeasure,
    CitedPriority,
    Councils,
    DocumentKind,
    Evidence,
    Gaps,
    GroupGap,
)
from rinsearch.registers.listing import measures, plan_document, priorities
from rinsearch.registers.wanted import Understood
from rinsearch.taxonomy import descendants, target_groups

C = TypeVar("C", CitedMeasure, CitedPriority)
Finder = Callable[[str, str], Evidence | None]  # document, target group -> a place that names it

ANYBODY = "ranljive-skupine"  # "vulnerable groups" in general: every measure is for them


def gaps(table: Councils, papers: Sequence[Understood], find: Finder) -> Gaps:
    """The gaps of the plan of a council table; ``find`` gives a place in a document that names a group."""
    plan = table.plan
    own = plan_document(papers, plan)
    found = of_plan(measures(papers), plan)
    named = of_plan(priorities(papers), plan)
    with_measure = {measure.priority for measure in found}
    return Gaps(
        plan=plan,
        document=own.info if own else None,
        measures=len(found),
        target_groups=tuple(_groups(own, found, named, find)) if own else (),
        priorities=tuple(each for each in named if each.number not in with_measure),
        municipalities=tuple(row.municipality for row in table.councils if row.standing is None),
    )


def of_plan(records: Iterable[C], plan: str | None) -> list[C]:
    """Those of a plan: from its own document where that has any, else from papers about it.

    Of several documents that are the plan (a summary is one, too) the one that has most counts.
    """
    found = [each for each in records if each.plan == plan]
    own = Counter(each.document.id for each in found if each.document.kind == DocumentKind.PLAN)
    fullest = max(own, key=own.__getitem__, default=None)
    return [each for each in found if fullest in (None, each.document.id)]


def _groups(
    own: Understood, found: Sequence[CitedMeasure], named: Sequence[CitedPriority], find: Finder
) -> Iterator[GroupGap]:
    served = _served(found, named)
    counts = {each.id: each.count for each in own.analysis.target_groups}
    for id in target_groups():
        titles = tuple(each.title for each in named if id in each.target_groups)
        if (id in counts or titles) and id not in served and id != ANYBODY:
            yield GroupGap(id, counts.get(id, 0), titles, find(own.info.id, id))


def _served(found: Sequence[CitedMeasure], named: Iterable[CitedPriority]) -> set[str]:
    """Groups with a measure, and those below and above them: as far as a register can tell, a measure for older people
    serves those with dementia, and one for these serves older people. So does any measure under a priority that names
    one group alone; of several ("Romi in priseljenci") it may be for one of them."""
    served = {group for measure in found for group in (*measure.target_groups, *measure.inherited)}
    used = {measure.priority for measure in found}
    served |= {each.target_groups[0] for each in named if len(each.target_groups) == 1 and each.number in used}
    below = {each for group in served for each in descendants(group)}
    above = {parent for group in served if (parent := target_groups()[group].parent)}
    return served | below | above
