"""Columns of tables of measures that tell the area of each: "Področje", and cells that reach over several rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from rinsearch.compose.fields.columns import MEASURE, columns_of
from rinsearch.compose.fields.drafts import STRONG
from rinsearch.records import Column, Passage
from rinsearch.taxonomy import column_fields
from rinsearch.taxonomy.phrases import phrase

LEAST_ROWS = 3  # of a table
LEAST_AREAS = 2
REACHING = 0.33  # of the rows have the area of the row above: the others begin one
LEAST_LETTERS = 4  # of a name

Headings = tuple[str, ...]


def areas_of(passages: Sequence[Passage]) -> Mapping[str, Column]:
    """The cell that names the area of each row, by the id of the row; of tables that name no priority otherwise."""
    alike: dict[Headings, list[Passage]] = {}
    for row in passages:
        if row.columns:
            alike.setdefault(tuple(column.heading for column in row.columns), []).append(row)
    return dict(found for headings, rows in alike.items() for found in _in_rows(headings, rows))


def _in_rows(headings: Headings, rows: Sequence[Passage]) -> Iterator[tuple[str, Column]]:
    known = columns_of(headings)
    if len(rows) < LEAST_ROWS or known.guessed or not STRONG & known.known or "priority" in known.known:
        return
    unknown = [at for at, heading in enumerate(headings) if heading and not column_fields(heading)]
    called = [at for at in unknown if phrase("heading-of-area").fullmatch(headings[at])]
    over = [at for at in unknown if at < known.fields[MEASURE] and _reaches([_cell(row, at) for row in rows])]
    for at in [*called, *over][:1]:
        yield from ((row.id, row.columns[at]) for row in rows if _is_name(_cell(row, at)))


def _reaches(cells: Sequence[str]) -> bool:
    """Whether cells are names of which each stands in several rows, one below the other, and nowhere else."""
    runs = [name for name, _ in groupby(cells)]
    once = len(set(runs)) == len(runs) >= LEAST_AREAS
    return once and len(cells) - len(runs) >= REACHING * len(cells) and all(map(_is_name, runs))


def _cell(row: Passage, at: int) -> str:
    column = row.columns[at]
    return row.text[column.start : column.end].strip()


def _is_name(cell: str) -> bool:
    return sum(map(str.isalpha, cell)) >= LEAST_LETTERS
