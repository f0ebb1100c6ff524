"""How much an index holds, and of what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from rinsearch.index.base import Engine, Everything, Scope
from rinsearch.library.state import Files
from rinsearch.registers import Understood
from rinsearch.taxonomy import alphabetical


@dataclass(frozen=True, slots=True)
class Statistics:
    """How much an index holds, and of what."""

    index: str
    engine: str
    generation: int
    documents: int
    passages: int
    kinds: Mapping[str, int]
    statuses: Mapping[str, int]
    issuers: Mapping[str, int]
    years: Mapping[str, int]
    plans: Mapping[str, int]
    measures: int
    incomplete: tuple[str, ...]
    failed: tuple[str, ...]


def statistics(place: Path, engine: Engine, papers: Sequence[Understood]) -> Statistics:
    """Count what the index in a folder holds."""
    states = Files.load(place).states
    statuses = Counter(str(each.status) for paper in papers for each in paper.analysis.decisions if each.plan)
    return Statistics(
        index=place.name,
        engine=engine.name,
        generation=engine.generation,
        documents=len(papers),
        passages=counted_entries(engine, Scope.PASSAGE),
        kinds=_counted(str(paper.info.kind) for paper in papers),
        statuses=dict(sorted(statuses.items())),
        issuers=_counted(paper.info.issuer.name for paper in papers if paper.info.issuer),
        years=_counted(str(paper.info.date.year) for paper in papers if paper.info.date),
        plans=_counted(mention.id for paper in papers for mention in paper.analysis.plans if mention.period),
        measures=sum(len(paper.analysis.measures) for paper in papers),
        incomplete=tuple(label for _, state in sorted(states.items()) for label in state.incomplete),
        failed=tuple(each.place or label for label, state in sorted(states.items()) for each in state.problems),
    )


def counted_entries(engine: Engine, scope: Scope) -> int:
    """How many entries there are, from the facet of kinds: every entry has exactly one."""
    return sum(count for _, count in engine.facets(Everything(), ["kind"], scope)["kind"])


def _counted(values: Iterable[str]) -> Mapping[str, int]:
    counts = Counter(values)
    return {value: counts[value] for value in sorted(counts, key=lambda each: (alphabetical(each), each))}
