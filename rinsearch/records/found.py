"""Passages, and what was found in them: spans, evidence, tags."""

from __future__ import annotations

from dataclasses import dataclass

from rinsearch.records.read import Box
from rinsearch.records.vocabulary import PassageKind


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
    def box(self) -> Box | None:
        """The box around the passage's lines on the page on which it begins."""
        boxes = [span.box for span in self.spans if span.box is not None and span.page == self.page]
        if not boxes:
            return None
        edges = zip(*((b.left, b.top, -b.right, -b.bottom) for b in boxes), strict=True)
        left, top, right, bottom = (min(edge) for edge in edges)
        return Box(left, top, -right, -bottom)

    @property
    def page(self) -> int | None:
        """The page on which the passage begins."""
        return self.spans[0].page if self.spans else None
