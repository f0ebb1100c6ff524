"""Cells to tables: merged cells stand in every place they cover, tables that only lay out the page are no tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rinsearch.errors import LimitExceeded
from rinsearch.extract.office.flow import Paragraph, Part, cell_of
from rinsearch.records import Cell, Origin, Table

WIDEST = 256  # columns; Word allows 63
LABEL_LENGTH = 45  # characters of a field's name in a form


@dataclass(frozen=True, slots=True, eq=False)
class Spot:
    """A cell with its contents; a merged cell is one object that stands in several places of the grid."""

    parts: tuple[Part, ...] = ()

    @property
    def strong(self) -> bool:
        """Whether all its text is bold; an empty cell is."""
        return all(isinstance(part, Paragraph) and all(each.strong for each in part.prints) for part in self.parts)


Grid = Sequence[Sequence[Spot]]


def check_width(columns: int) -> None:
    """Raises :class:`LimitExceeded` where a table is too wide to be true."""
    if columns > WIDEST:
        raise LimitExceeded(f"A table has {columns} columns, more than {WIDEST}.")


def table_parts(rows: Grid, header: int = 0) -> Iterator[Part]:
    """The table with these cells, or what is in it where it is no more than a frame.

    ``header``: how many rows the file itself marks as headings of the columns; 0 where it marks none.
    """
    grid = _narrowed(_padded(rows))
    filled = dict.fromkeys(spot for row in grid for spot in row if spot.parts)
    nested = any(isinstance(part, Table) for spot in filled for part in spot.parts)
    if not filled or len(filled) == 1 or len(grid[0]) == 1 or (len(grid) == 1 and nested):
        for spot in filled:
            yield from spot.parts
        return
    cells: dict[Spot, Cell] = {spot: cell_of(spot.parts) for spot in filled}
    made = tuple(tuple(cells.get(spot, Cell(())) for spot in row) for row in grid)
    yield Table(made, Origin.MARKUP, min(header, len(grid)) or _header_rows(grid), tuple(_merged(grid)))


def _merged(grid: Grid) -> Iterator[tuple[int, int]]:
    """The places that the cell to their left covers."""
    for number, row in enumerate(grid):
        yield from ((number, at) for at in range(1, len(row)) if row[at] is row[at - 1] and row[at].parts)


def _padded(rows: Grid) -> list[list[Spot]]:
    width = max(map(len, rows), default=0)
    check_width(width)
    return [[*row, *(Spot() for _ in range(width - len(row)))] for row in rows]


def _narrowed(grid: list[list[Spot]]) -> list[list[Spot]]:
    """Without columns that no row tells from the one before, and without empty ones: they only space."""
    width = len(grid[0]) if grid else 0
    kept = [at for at in range(width) if at == 0 or any(row[at] is not row[at - 1] for row in grid)]
    kept = [at for at in kept if any(row[at].parts for row in grid)]
    return [[row[at] for at in kept] for row in grid]


def _header_rows(grid: Grid) -> int:
    """How many rows are headings: titles over the whole width and what is bold below; else the first row."""
    if len(grid) < 2 or _is_form(grid):
        return 0
    titles = next((at for at, row in enumerate(grid) if not _spans_all(row)), 0)
    bold = next((at for at, row in enumerate(grid) if not all(spot.strong for spot in row)), len(grid))
    spanning = next((at for at, row in enumerate(grid) if at > titles and _spans_all(row)), len(grid))
    if bold <= titles or bold == len(grid):
        return 0 if titles else 1
    return min(bold, spanning)


def _spans_all(row: Sequence[Spot]) -> bool:
    return len(row) > 1 and bool(row[0].parts) and all(spot is row[0] for spot in row)


def _is_form(grid: Grid) -> bool:
    """Label beside value: two columns, the first with short names, in bold beside plain text or ending in a colon."""
    rows = [row for row in grid if not _spans_all(row)]
    if len(grid[0]) != 2 or not rows:
        return False
    labels = [" ".join(line.text for line in cell_of(row[0].parts).lines) for row in rows]
    if any(len(label) > LABEL_LENGTH for label in labels) or not any(labels):
        return False
    in_bold = all(row[0].strong for row in rows) and not any(row[1].parts and row[1].strong for row in rows)
    return in_bold or sum(label.endswith(":") for label in labels) * 2 > len(labels)
