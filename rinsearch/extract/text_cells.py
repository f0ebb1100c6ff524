"""The cells of tables in plain text, and the record that they become."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rinsearch.records import Cell, Line, Origin, Table
from rinsearch.taxonomy import column_fields

LEAST_COLUMNS = 3
LEAST_KNOWN = 2  # headings of known columns that make a line the head of a table
LEAST_ROWS = 3  # with bars, the head among them; two where the head names known columns
MOST_LINES = 2000  # of one table
RULE = re.compile(r"\s*[|+]?(?=[ |+:]{0,3}[-=_]{3})[-=_+|: ]+$")

Cells = list[list[Line]]  # the lines of each cell of a row


@dataclass(frozen=True, slots=True)
class Found:
    """A table between two lines of its page: the first one, and the one behind its last."""

    start: int
    end: int
    table: Table
    columns: tuple[tuple[int, int], ...] = ()  # where they stand, when only blanks keep them apart
    left: tuple[Line, ...] = ()  # lines between its rows that are no part of it


def known(headings: Sequence[str]) -> int:
    """How many known columns headings name, each once."""
    return len({fields[0] for fields in map(column_fields, headings) if fields})


def merged(rows: Sequence[Cells]) -> Cells:
    """Rows as one: the lines of each column together."""
    return [[line for cell in cells for line in cell] for cells in zip(*rows, strict=True)]


def table(rows: Sequence[Cells], header: int) -> Table:
    """The record of rows of which so many are the head; 0 for a form, whose labels stand beside their values."""
    titled = map(_over_all, rows) if header else rows  # a form's row without a value is no title
    cells = tuple(tuple(Cell(tuple(lines)) for lines in row) for row in titled)
    return Table(cells, Origin.TEXT_LAYER, header)


def _over_all(row: Cells) -> Cells:
    """A row of which only the first cell is filled gives the title of those below."""
    return [row[0]] * len(row) if row[0] and not any(row[1:]) else row
