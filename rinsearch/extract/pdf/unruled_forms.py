"""Forms without rules: known labels below one another, each left of its value, and the values begin at one place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rinsearch.extract.pdf.extents import FARTHEST, Body
from rinsearch.extract.pdf.headers import Row
from rinsearch.extract.pdf.lines import Piece, joined, parted
from rinsearch.extract.pdf.tables import PageTable
from rinsearch.records import Box, Cell, Line
from rinsearch.taxonomy import column_field

FLUSH = 2.0  # points: the labels, and the values, begin at one place but for the shapes of their first letters
FEWEST_FIELDS = 3  # different ones
FEWEST_LABELS = 4  # known ones; three beside their values may head a letter
KNOWN = 0.5  # of the labels
LONGEST = 45  # characters of a label


@dataclass(frozen=True, slots=True)
class Edges:
    """Where the labels and the values of a form begin, in points."""

    label: float
    value: float


@dataclass(frozen=True, slots=True)
class Form:
    """The part of a form on one page, the row below it, and its edges where it may go on overleaf."""

    table: PageTable
    end: int
    open_at: Edges | None


def form_at(page: Body, at: int, going_on: Edges | None = None) -> Form | None:
    """The form that begins with a row; one that goes on from the page before needs no more than a label."""
    row = page.rows[at]
    if going_on is None and not _may_begin(row):
        return None
    edges = going_on or Edges(row[0].box.left, row[1].box.left)
    lines = list(_lines(page, at, edges))
    labels = [label.text for label, _ in lines if label]
    fields = [field for label in labels if len(label) <= LONGEST and (field := column_field(label))]
    enough = len(fields) >= FEWEST_LABELS and len(set(fields)) >= FEWEST_FIELDS
    if not fields or not (enough or going_on) or len(fields) < KNOWN * len(labels):
        return None
    end = at + len(lines)
    pieces = [piece for row in page.rows[at:end] for piece in row]
    rows = tuple(_cells(lines, page.number))
    bounds = (0.0, edges.value - FLUSH, page.width)
    none = (False,) * len(rows)
    table = PageTable(page.number, _around(pieces), bounds, rows, none, label_bold=True, merged_down=(False, False))
    return Form(table, end, edges if page.ends_at(end) else None)


def _may_begin(row: Row) -> bool:
    """Whether a row is a known label and its value; hardly any row is. Behind a colon the value is read as text."""
    label = row[0].text
    short = len(row) == 2 and len(label) <= LONGEST and label[-1] != ":"
    return short and label[0].isalpha() and not row[1].text.isdigit() and column_field(label) is not None


def _lines(page: Body, at: int, edges: Edges) -> Iterator[tuple[Piece | None, Piece | None]]:
    """The label and the value of each printed line, as long as they stand where they should."""
    last: Piece | None = None
    for row in page.rows[at:]:
        if last and row[0].box.bottom - last.box.bottom > FARTHEST * last.size:
            return
        cells = _cells_of(row, edges)
        if cells is None or not (last or cells[0]):
            return
        yield cells
        last = row[0]


def _cells_of(row: Row, edges: Edges) -> tuple[Piece | None, Piece | None] | None:
    """The label and the value in a printed line, of which one may be missing; ``None`` where it is no such line."""
    parts = [part for piece in row for part in parted(piece, [edges.value - FLUSH])]
    labels = [part for part in parts if part.box.left < edges.value - FLUSH]
    values = [part for part in parts if part.box.left >= edges.value - FLUSH]
    if len(labels) > 1 or len(values) > 1:
        return None
    fits = all(abs(part.box.left - edges.label) <= FLUSH for part in labels) and all(
        abs(part.box.left - edges.value) <= FLUSH for part in values
    )
    alone = labels and not values and column_field(labels[0].text) is None
    return (next(iter(labels), None), next(iter(values), None)) if fits and not alone else None


def _cells(lines: Sequence[tuple[Piece | None, Piece | None]], number: int) -> Iterator[tuple[Cell, ...]]:
    """The rows of the form; a value may take several lines."""
    groups: list[list[tuple[Piece | None, Piece | None]]] = []
    for line in lines:
        if line[0] or not groups:
            groups.append([])
        groups[-1].append(line)
    for group in groups:
        yield tuple(Cell(tuple(Line(c.text, number, c.box) for line in group if (c := line[n]))) for n in (0, 1))


def _around(pieces: Sequence[Piece]) -> Box:
    box = joined(sorted(pieces, key=lambda piece: piece.box.left)).box
    return Box(box.left, min(p.box.top for p in pieces), box.right, max(p.box.bottom for p in pieces))
