"""What registers say beyond lists: a person's word on a row, coverage, gaps, comparisons, changes since a snapshot."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from rinsearch.records.answered import CitedMeasure, CitedPriority, DocumentInfo
from rinsearch.records.found import Evidence
from rinsearch.records.understood import Municipality


@dataclass(frozen=True, slots=True)
class GroupGap:
    """A target group that a plan names and has no measure for; ``named`` is a place that names it, where known."""

    id: str
    count: int
    priorities: tuple[str, ...]
    named: Evidence | None


@dataclass(frozen=True, slots=True)
class Gaps:
    """What a plan, or what is known of it, leaves open.

    ``target_groups`` are named in the plan's own document and have no measure (nor has a group below or above them);
    ``priorities`` have no measure; ``municipalities`` have no document about the plan.
    """

    plan: str
    document: DocumentInfo | None
    measures: int
    target_groups: tuple[GroupGap, ...]
    priorities: tuple[CitedPriority, ...]
    municipalities: tuple[Municipality, ...]


class Fate(StrEnum):
    """What became of a measure from one plan to the next."""

    KEPT = "kept"
    CHANGED = "changed"
    NEW = "new"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Pair:
    """A measure before and after; ``likeness`` of wording and target groups, from 0 to 1."""

    fate: Fate
    likeness: float
    before: CitedMeasure | None
    after: CitedMeasure | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """The measures of two plans side by side."""

    before: str
    after: str
    kept: int
    changed: int
    new: int
    dropped: int
    pairs: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """What differs today from a frozen table: a value, or ``total`` and the like with no municipality; and why."""

    municipality: Municipality | None
    what: str
    before: str | None
    now: str | None
    why: str
