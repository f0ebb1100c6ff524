"""What is answered over many documents: hits, what is new, and how an ingest went."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from rinsearch.records.cited import DocumentInfo
from rinsearch.records.understood import PassageInfo, Problem, TagInfo


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that answers a query; highlights are (start, end) in its text.

    ``copies`` are the ids of passages with the same words, folded into this one; of a grouped answer ``more`` says how
    many further passages of the document answer, and ``others`` are the best of them.
    """

    passage: PassageInfo
    document: DocumentInfo
    score: float
    highlights: tuple[tuple[int, int], ...]
    tags: tuple[TagInfo, ...]
    copies: tuple[str, ...] = ()
    more: int = 0
    others: tuple[PassageInfo, ...] = ()


@dataclass(frozen=True, slots=True)
class Facet:
    """A value that hits share, its label for people, and how many hits have it."""

    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Results:
    """The answer to a search: ``read`` is the query as it was understood, ``relaxed`` says that the words stand
    in one document but not in one passage, ``suggestion`` is a query that would find more. ``total`` counts passages
    (of a grouped answer documents); ``folded`` says how many of those looked at say the same as another one."""

    query: str
    read: str
    total: int
    offset: int
    relaxed: bool
    hits: tuple[Hit, ...]
    facets: Mapping[str, tuple[Facet, ...]]
    suggestion: str | None
    folded: int = 0


@dataclass(frozen=True, slots=True)
class SavedNews:
    """What is new for a saved search since ``looked``, the day of the last look: ``new`` of ``total`` passages."""

    name: str
    query: str
    filters: Mapping[str, str]
    looked: datetime.date
    total: int
    new: int
    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class FileOutcome:
    """What became of one file of an ingest: added, updated, unchanged, removed, incomplete or failed."""

    source: str
    outcome: str
    documents: tuple[str, ...] = ()
    error: Problem | None = None


@dataclass(frozen=True, slots=True)
class IngestReport:
    """What an ingest did; the counts are of files, ``documents`` and ``passages`` are what the index holds now.

    Each member of an archive that cannot be read counts among the failed and has a line of its own. ``news`` of the
    saved searches are there where they were asked for.
    """

    index: str
    engine: str
    generation: int
    added: int
    updated: int
    unchanged: int
    removed: int
    incomplete: int
    failed: int
    documents: int
    passages: int
    files: tuple[FileOutcome, ...]
    news: tuple[SavedNews, ...] = ()
