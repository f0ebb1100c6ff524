"""What registers say beyond lists: a person's word on a row, coverage, gaps, comparisons, changes since a snapshot."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from rinsearch.records.cited import CitedMeasure, CitedPriority, DocumentInfo
from rinsearch.records.found import Evidence
from rinsearch.records.named import Municipality
from rinsearch.records.tabled import Councils


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


class Reason(StrEnum):
    """Why a row differs from a frozen one."""

    NEW_PAPER = "new_paper"
    GONE_PAPER = "gone_paper"
    OTHER_READING = "other_reading"
    WORD = "word"
    ROWS = "rows"


@dataclass(frozen=True, slots=True)
class Change:
    """What differs today from a frozen table: a value of a row, or a total (no municipality); and why.

    ``cause`` is the paper that is new or gone, with its page, or who said the word and when.
    """

    municipality: Municipality | None
    what: str
    before: str | None
    now: str | None
    why: Reason
    cause: str | None = None


@dataclass(frozen=True, slots=True)
class Changes:
    """What differs from a snapshot of that day."""

    plan: str
    since: datetime.date
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A council table, frozen on a day.

    ``corpus`` is the digest of the documents' ids, ``documents`` are these, ``checksum`` is the SHA-256 of everything
    else in the file (as JSON with sorted keys and no blanks). ``quality`` has the measured precision and recall of the
    version, by label.
    """

    plan: str
    created: datetime.date
    version: str
    quality: Mapping[str, Mapping[str, float]]
    corpus: str
    documents: tuple[str, ...]
    table: Councils
    checksum: str = ""


@dataclass(frozen=True, slots=True)
class Written:
    """A file that was written: its name, and its size in bytes."""

    file: str
    bytes: int
