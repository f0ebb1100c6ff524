"""What was read of a file: lines on pages, blocks, tables; nothing is understood yet."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from rinsearch.records.vocabulary import BlockKind, Origin


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
    """A table, over several pages where it continues; the first ``header_rows`` rows are column headings.

    A merged cell stands in every place it covers. ``merged`` names the places (row, column) that the cell to their left
    covers, where lines have no boxes that would show it.
    """

    rows: tuple[tuple[Cell, ...], ...]
    origin: Origin
    header_rows: int = 1
    merged: tuple[tuple[int, int], ...] = ()


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
