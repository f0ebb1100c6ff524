"""The frozen records that travel between the rooms.

A stage takes records and returns new ones; nothing here is ever changed in place. Offsets are code points of the
passage's text, pages count from 1, boxes are PDF points (1/72 inch) from the page's top left corner.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

SCHEMA = 1  # the number that every JSON object of the contract begins with


class Status(StrEnum):
    """What a paper shows about a council and a plan, in the order in which a paper travels."""

    REQUESTED = "requested"
    SCHEDULED = "scheduled"
    PROPOSED = "proposed"
    ACKNOWLEDGED = "acknowledged"
    ADOPTED = "adopted"
    POSTPONED = "postponed"
    WITHDRAWN = "withdrawn"
    REJECTED = "rejected"


class EventStatus(StrEnum):
    """What happened where no council decided: the statuses, and a discussion without a conclusion."""

    REQUESTED = "requested"
    SCHEDULED = "scheduled"
    PROPOSED = "proposed"
    ACKNOWLEDGED = "acknowledged"
    ADOPTED = "adopted"
    POSTPONED = "postponed"
    WITHDRAWN = "withdrawn"
    REJECTED = "rejected"
    DISCUSSED = "discussed"


class DocumentKind(StrEnum):
    """The kinds of papers that are told apart."""

    PLAN = "plan"
    MEMO = "memo"
    AGENDA = "agenda"
    MINUTES = "minutes"
    DECISION = "decision"
    LETTER = "letter"
    REPORT = "report"
    REGULATION = "regulation"
    OTHER = "other"


class Object(StrEnum):
    """What exactly a decision is about."""

    PLAN = "plan"
    SUMMARY = "summary"
    DRAFT = "draft"
    REPORT = "report"
    OTHER = "other"


class SessionKind(StrEnum):
    """Kinds of council sessions (*korespondenčna* is ``dopisna``)."""

    REDNA = "redna"
    IZREDNA = "izredna"
    DOPISNA = "dopisna"
    KONSTITUTIVNA = "konstitutivna"
    SLAVNOSTNA = "slavnostna"
    ZALNA = "žalna"


class VoteForm(StrEnum):
    """How a vote was taken; ``without_vote`` is said by the paper, not concluded from silence."""

    COUNTED = "counted"
    UNANIMOUS = "unanimous"
    WITHOUT_VOTE = "without_vote"


class BlockKind(StrEnum):
    """What a block is on its page; headers, footers, footnotes and the table of contents give no passages."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    HEADER = "header"
    FOOTER = "footer"
    FOOTNOTE = "footnote"
    CONTENTS = "contents"


class PassageKind(StrEnum):
    """What a passage is; a row is one row of a table."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    ROW = "row"


class Origin(StrEnum):
    """Where a block's characters come from."""

    TEXT_LAYER = "text_layer"
    OCR = "ocr"
    MARKUP = "markup"


class Basis(StrEnum):
    """What the standing of a row rests on."""

    OWN = "own"
    REPORTED = "reported"
    CORRECTED = "corrected"


# --- what was read ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page, in PDF points from the page's top left corner."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Source:
    """Where a document was found; ``member`` is the path inside an archive, ``size`` is in bytes."""

    path: str
    sha256: str
    media_type: str
    size: int
    member: str | None = None
    url: str | None = None
    retrieved: datetime.date | None = None

    def __str__(self) -> str:
        return f"{self.path}!/{self.member}" if self.member else self.path


@dataclass(frozen=True, slots=True)
class Line:
    """One line as it was read, unrepaired."""

    text: str
    page: int | None = None
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that belong together; ``level`` is a heading's depth from 1."""

    kind: BlockKind
    lines: tuple[Line, ...]
    origin: Origin
    level: int | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell; a merged cell is repeated in every row and column that it spans."""

    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table, over several pages where it continues; the first ``header_rows`` rows are column headings."""

    rows: tuple[tuple[Cell, ...], ...]
    origin: Origin
    header_rows: int = 1


@dataclass(frozen=True, slots=True)
class Notice:
    """A warning about a document: ``code`` for programs, ``message`` for people, ``page`` of the first case."""

    code: str
    count: int
    page: int | None
    message: str


@dataclass(frozen=True, slots=True)
class Document:
    """What was read of one file (or archive member); ``unread`` are pages that need OCR and did not get it."""

    id: str
    sources: tuple[Source, ...]
    media_type: str
    pages: int
    parts: tuple[Block | Table, ...]
    warnings: tuple[Notice, ...] = ()
    unread: tuple[int, ...] = ()


# --- passages and what was found in them ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Span:
    """Characters ``start`` to ``end`` of a passage stand on this page in this box."""

    start: int
    end: int
    page: int | None
    box: Box | None


@dataclass(frozen=True, slots=True)
class Column:
    """One cell of a row passage: the column's heading, and where the cell stands in the passage's text."""

    heading: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Evidence:
    """The place that shows something: ``passage.text[start:end] == quote`` always holds; ``rule`` found it."""

    passage: str
    page: int | None
    start: int
    end: int
    quote: str
    box: Box | None
    rule: str


@dataclass(frozen=True, slots=True)
class Tag:
    """A label with a value: a taxonomy id, a SURS code, an ISO date or a canonical number."""

    label: str
    value: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of repaired text, small enough to quote; ``section`` is the path of headings above it."""

    id: str
    document: str
    kind: PassageKind
    section: tuple[str, ...]
    text: str
    spans: tuple[Span, ...] = ()
    columns: tuple[Column, ...] = ()
    tags: tuple[Tag, ...] = ()
    table: int | None = None

    @property
    def page(self) -> int | None:
        """The page on which the passage begins."""
        return self.spans[0].page if self.spans else None


# --- what was understood ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Municipality:
    """A municipality by its official SURS code (text: "001") and name."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class MunicipalityCount(Municipality):
    """A municipality and how often a document names it."""

    count: int


@dataclass(frozen=True, slots=True)
class GroupCount:
    """A target group and how often a document names it."""

    id: str
    count: int


@dataclass(frozen=True, slots=True)
class PlanMention:
    """A regional plan that a document speaks of."""

    id: str
    region: str
    period: str | None


@dataclass(frozen=True, slots=True)
class Session:
    """A council session; numbers start again with every term of office."""

    number: int | None
    kind: SessionKind | None
    date: datetime.date | None


@dataclass(frozen=True, slots=True)
class Vote:
    """A vote as the paper gives it; unknown counts are ``None``, never 0."""

    form: VoteForm
    for_: int | None = field(default=None, metadata={"json": "for"})
    against: int | None = None
    abstained: int | None = None
    present: int | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """What a paper shows about a council and an object, with the place that shows it.

    ``inferred`` is true where the plan's region or period is not in the words but follows from the rest of the paper.
    ``grounds`` are further places that settled the status (a heading, a vote line).
    """

    id: str
    municipality: Municipality | None
    addressees: tuple[Municipality, ...]
    plan: str | None
    object: Object
    inferred: bool
    about: str
    status: Status
    verb: str
    reported: bool
    session: Session | None
    date: datetime.date | None
    vote: Vote | None
    remarks: tuple[str, ...]
    revokes: str | None
    evidence: Evidence
    grounds: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """The same shape for what is no decision of a council; ``body`` says whose act it is. Never raises a standing."""

    id: str
    municipality: Municipality | None
    addressees: tuple[Municipality, ...]
    plan: str | None
    object: Object
    inferred: bool
    about: str
    status: EventStatus
    verb: str
    reported: bool
    session: Session | None
    date: datetime.date | None
    vote: Vote | None
    remarks: tuple[str, ...]
    revokes: str | None
    evidence: Evidence
    grounds: tuple[Evidence, ...]
    body: str | None


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure of a plan; ``inherited`` groups come only from its priority, ``fields`` has a place for each field."""

    id: str
    plan: str | None
    number: str | None
    text: str
    priority: str | None
    goal: str | None
    target_groups: tuple[str, ...]
    inherited: tuple[str, ...]
    municipalities: tuple[Municipality, ...]
    providers: tuple[str, ...]
    deadline: str | None
    until: datetime.date | None
    funding: str | None
    amount: float | None
    indicator: str | None
    evidence: Evidence
    fields: Mapping[str, Evidence]


@dataclass(frozen=True, slots=True)
class Priority:
    """A priority area of a plan."""

    plan: str | None
    number: str | None
    title: str
    target_groups: tuple[str, ...]
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Goal:
    """A goal of a plan."""

    plan: str | None
    number: str | None
    title: str
    target_groups: tuple[str, ...]
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Plan:
    """A regional plan: id ``rin-sv/<region>[/<period>]``; ``edition`` is draft, final or summary."""

    id: str
    region: str
    period: str | None
    title: str
    aliases: tuple[str, ...] = ()
    participants: tuple[Municipality, ...] = ()
    edition: str = "final"


@dataclass(frozen=True, slots=True)
class TagInfo:
    """A tag as search results show it."""

    label: str
    value: str
    start: int
    end: int
    rule: str


@dataclass(frozen=True, slots=True)
class PassageInfo:
    """A passage as answers show it."""

    id: str
    page: int | None
    box: Box | None
    kind: PassageKind
    section: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class TaggedPassage(PassageInfo):
    """A passage with everything that was found in it."""

    tags: tuple[TagInfo, ...]


@dataclass(frozen=True, slots=True)
class Problem:
    """An error as data: a code, what happened, where, and what to do."""

    code: str
    message: str
    place: str | None
    advice: str


@dataclass(frozen=True, slots=True)
class Analysis:
    """What was understood of one document; of a file that cannot be read, only ``source`` and ``error``."""

    id: str | None
    source: str
    kind: DocumentKind | None = None
    title: str | None = None
    date: datetime.date | None = None
    issuer: Municipality | None = None
    author: str | None = None
    session: Session | None = None
    case_numbers: tuple[str, ...] = ()
    plans: tuple[PlanMention, ...] = ()
    municipalities: tuple[MunicipalityCount, ...] = ()
    target_groups: tuple[GroupCount, ...] = ()
    decisions: tuple[Decision, ...] = ()
    events: tuple[Event, ...] = ()
    measures: tuple[Measure, ...] = ()
    priorities: tuple[Priority, ...] = ()
    goals: tuple[Goal, ...] = ()
    evidence: Mapping[str, tuple[Evidence, ...]] = field(default_factory=lambda: {"kind": (), "issuer": ()})
    passages: tuple[TaggedPassage, ...] = ()
    warnings: tuple[Notice, ...] = ()
    error: Problem | None = None


# --- answers ----------------------------------------------------------------------------------------------------------


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
    """A plan and its own document, where the index holds it."""

    document: DocumentInfo | None = None


@dataclass(frozen=True, slots=True)
class CouncilRow:
    """One municipality of a plan's region; ``decisions`` come best first, so the first gives the row."""

    municipality: Municipality
    standing: Status | None
    took_note: bool
    basis: Basis | None
    date: datetime.date | None
    first_date: datetime.date | None
    conflict: bool
    documents: int
    decisions: tuple[CitedDecision, ...]


@dataclass(frozen=True, slots=True)
class Councils:
    """The council table of a plan: a row for every municipality of its region; ``share`` is of all rows."""

    plan: str
    region: str
    total: int
    standings: Mapping[str, int]
    took_note: int
    share: float
    councils: tuple[CouncilRow, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that answers a query; highlights are (start, end) in its text."""

    passage: PassageInfo
    document: DocumentInfo
    score: float
    highlights: tuple[tuple[int, int], ...]
    tags: tuple[TagInfo, ...]


@dataclass(frozen=True, slots=True)
class Facet:
    """A value that hits share, its label for people, and how many hits have it."""

    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Results:
    """The answer to a search: ``read`` is the query as it was understood, ``relaxed`` says that the words stand
    in one document but not in one passage, ``suggestion`` is a query that would find more."""

    query: str
    read: str
    total: int
    offset: int
    relaxed: bool
    hits: tuple[Hit, ...]
    facets: Mapping[str, tuple[Facet, ...]]
    suggestion: str | None


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

    Each member of an archive that cannot be read counts among the failed and has a line of its own.
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
