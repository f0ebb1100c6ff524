"""What is answered over many documents: rows, hits, reports."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from rinsearch.records.understood import Decision, Measure, Municipality, PassageInfo, Plan, Priority, Problem, TagInfo
from rinsearch.records.vocabulary import Basis, DocumentKind, SessionKind, Status


@dataclass(frozen=True, slots=True)
class DocumentInfo:
    """A document as answers cite it."""

    id: str
    source: str
    kind: DocumentKind
    title: str | None
    date: datetime.date | None
    issuer: Municipality | None
    url: str | None


@dataclass(frozen=True, slots=True)
class CitedDecision(Decision):
    """A decision and the document that shows it."""

    document: DocumentInfo


@dataclass(frozen=True, slots=True)
class CitedMeasure(Measure):
    """A measure and the document that names it."""

    document: DocumentInfo


@dataclass(frozen=True, slots=True)
class CitedPriority(Priority):
    """A priority and the document that names it."""

    document: DocumentInfo


@dataclass(frozen=True, slots=True)
class CitedPlan(Plan):
    """A plan and its own document, where the index holds it.

    ``earlier`` and ``later`` are the ids of the plans of the same region before and after it, as far as papers speak of
    them; ``documents`` says how many papers speak of it, ``took_note`` how many of the ``councils`` of its region took
    note of it, ``measures`` how many it has; none where that was not asked for.
    """

    document: DocumentInfo | None = None
    earlier: str | None = None
    later: str | None = None
    documents: int = 0
    took_note: int | None = None
    councils: int | None = None
    measures: int | None = None


@dataclass(frozen=True, slots=True)
class Correction:
    """A person's word on a row: another standing, or (``standing`` empty) that the row is right as it is.

    ``by`` says who, ``on`` which day, ``source`` where it can be checked; ``found`` is what the documents showed then.
    ``revoked`` (with *withdrawn*): that the resolution was taken back; ``nothing`` (with no standing): that what the
    documents seem to show is not about this council, or not about this plan.
    """

    plan: str
    municipality: Municipality
    standing: Status | None
    date: datetime.date | None
    session: str | None
    by: str
    on: datetime.date
    reason: str
    source: str | None
    found: Status | None
    revoked: bool = False
    nothing: bool = False


@dataclass(frozen=True, slots=True)
class SeenSession:
    """A session that a paper of the council itself shows: its number, kind and day, and that paper."""

    number: int | None
    kind: SessionKind | None
    date: datetime.date | None
    document: DocumentInfo


@dataclass(frozen=True, slots=True)
class Coverage:
    """Which sessions of a council were looked at between the request and its last paper.

    ``missing`` are the numbers of regular sessions between the first and the last one seen of which no paper was
    found; of sessions before the first and after the last nothing is known. ``papers`` counts all the council's papers.
    """

    municipality: Municipality
    standing: Status | None
    since: datetime.date | None
    until: datetime.date | None
    papers: int
    sessions: tuple[SeenSession, ...]
    missing: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class CouncilRow:
    """One municipality of a plan's region; ``decisions`` come best first, so the first gives the row.

    ``correction`` is a person's word on it, which goes before what the documents show; ``conflict`` says that documents
    contradict one another, or that new ones contradict that word. ``coverage`` is there where it was asked for.
    ``case_number`` is the own one of the paper that gives the row; none where that paper only tells of the act.
    ``revoked``: what was acknowledged or adopted has been taken back. ``contrary`` is the id of the decision that the
    conflict is with, one of ``decisions``.
    """

    municipality: Municipality
    standing: Status | None
    took_note: bool
    basis: Basis | None
    date: datetime.date | None
    first_date: datetime.date | None
    conflict: bool
    documents: int
    decisions: tuple[CitedDecision, ...]
    correction: Correction | None = None
    coverage: Coverage | None = None
    case_number: str | None = None
    revoked: bool = False
    contrary: str | None = None


@dataclass(frozen=True, slots=True)
class Outsider:
    """A municipality that is no row of a table: at the plan's date it was elsewhere, or there was none yet.

    ``region`` is where it was then (none: it had no council yet), ``since`` the day from which it is in the plan's
    region (none: it is not); ``decisions`` are those of its council about the plan all the same, best first.
    """

    municipality: Municipality
    region: str | None
    since: datetime.date | None
    decisions: tuple[CitedDecision, ...]


@dataclass(frozen=True, slots=True)
class Councils:
    """The council table of a plan: a row for every municipality of its region; ``share`` is of all rows.

    ``revoked`` and ``conflicts`` say how many rows are so, ``outside`` who is no row though one might look for it.
    """

    plan: str
    region: str
    total: int
    standings: Mapping[str, int]
    took_note: int
    share: float
    councils: tuple[CouncilRow, ...]
    revoked: int = 0
    conflicts: int = 0
    outside: tuple[Outsider, ...] = ()


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
