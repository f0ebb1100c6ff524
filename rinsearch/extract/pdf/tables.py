"""Ruled tables: what stands between rules."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from rinsearch.extract.pdf.columns import lines_of
from rinsearch.extract.pdf.glyphs import Stroke
from rinsearch.extract.pdf.grid import NARROWEST, Corners, tables_between
from rinsearch.extract.pdf.lines import Piece, parted
from rinsearch.extract.pdf.page import Page
from rinsearch.records import Box, Cell, Line

FEWEST_LYING = 3  # at least 3 horizontal and 2 vertical paths: missed none of 75 table pages
FEWEST_STANDING = 2


@dataclass(frozen=True, slots=True)
class PageTable:
    """The part of a table on one page; ``columns`` are its standing rules, in points.

    ``bold`` are the rows whose whole text is bold; ``label_bold``: the first column alone is; ``merged_down``: of each
    column, whether a merged cell reaches to the end of the page; ``header``: how many rows are headings, where known.
    """

    page: int
    box: Box
    columns: tuple[float, ...]
    rows: tuple[tuple[Cell, ...], ...]
    bold: tuple[bool, ...]
    label_bold: bool
    merged_down: tuple[bool, ...]
    header: int = 0


@dataclass(frozen=True, slots=True)
class Band:
    """A row of cells alone: a table, or a shaded row of one without standing rules; and what stands in it."""

    table: PageTable
    pieces: tuple[Piece, ...]


def tables_of(page: Page) -> tuple[list[PageTable], list[Band], list[Piece]]:
    """The tables of a page, the rows of cells that stand alone, and all that stands in no table."""
    tables: list[PageTable] = []
    bands: list[Band] = []
    rest = page.pieces
    for cells in _cells(page.strokes):
        inside, outside = _split(rest, cells)
        table = _table(page.number, cells, inside)
        if table is None:
            continue
        if _is_band(cells):
            bands.append(Band(table, tuple(inside)))
            rest = outside + inside
        else:
            tables.append(table)
            rest = outside
    return tables, bands, rest


def _is_band(cells: Sequence[Corners]) -> bool:
    return len(_bounds([y for cell in cells for y in cell[1::2]])) == 2


def _cells(strokes: Sequence[Stroke]) -> list[list[Corners]]:
    lying = sum(stroke.horizontal for stroke in strokes)
    if lying < FEWEST_LYING or len(strokes) - lying < FEWEST_STANDING:
        return []
    return [cells for cells in tables_between(strokes) if len(cells) > 1]


def _split(pieces: Sequence[Piece], cells: Sequence[Corners]) -> tuple[list[Piece], list[Piece]]:
    """What stands inside and outside of a table."""
    box = _outline(cells)
    columns = _bounds([x for cell in cells for x in cell[::2]])
    inside: list[Piece] = []
    outside: list[Piece] = []
    for piece in pieces:
        if not box.top <= _middle(piece) <= box.bottom:
            outside.append(piece)
            continue
        for part in parted(piece, columns):
            (inside if box.left <= _centre(part) <= box.right else outside).append(part)
    return inside, outside


def _middle(piece: Piece) -> float:
    return (piece.box.top + piece.box.bottom) / 2


def _centre(piece: Piece) -> float:
    return (piece.box.left + piece.box.right) / 2


def _outline(cells: Sequence[Corners]) -> Box:
    return Box(
        min(cell[0] for cell in cells),
        min(cell[1] for cell in cells),
        max(cell[2] for cell in cells),
        max(cell[3] for cell in cells),
    )


def _table(page: int, cells: Sequence[Corners], pieces: list[Piece]) -> PageTable | None:
    """The grid, a merged cell repeated in each place; ``None`` for a box around text or an empty form."""
    columns, rows = (
        _bounds([x for cell in cells for x in cell[::2]]),
        _bounds([y for cell in cells for y in cell[1::2]]),
    )
    if len(columns) < 3 or len(rows) < 2 or not pieces:
        return None
    held = _held(cells, pieces)
    grid = _grid(cells, columns, rows)
    made = {cell: Cell(_cell_lines(held[cell], page)) for cell in cells}
    table = tuple(tuple(made[cell] if cell else Cell(()) for cell in row) for row in grid)
    kept = [at for at, row in enumerate(table) if any(cell.lines for cell in row)]
    if not kept:
        return None
    bold = tuple(_is_bold(held, grid[at]) for at in kept)
    first = [held[row[0]] for row in grid if row[0] and held[row[0]]]
    return PageTable(
        page,
        _outline(cells),
        columns,
        tuple(table[at] for at in kept),
        bold,
        bool(first) and all(_all_bold(each) for each in first) and not all(bold),
        tuple(_reaches_up(grid, column) for column in range(len(columns) - 1)),
    )


def _bounds(values: Sequence[float]) -> tuple[float, ...]:
    """The rules, without those that are double."""
    kept: list[float] = []
    for value in sorted(values):
        if not kept or value - kept[-1] > NARROWEST:
            kept.append(value)
    return tuple(kept)


def _grid(cells: Sequence[Corners], columns: Sequence[float], rows: Sequence[float]) -> list[list[Corners | None]]:
    """The cell in each place, a merged one in several."""
    across, down = _middles(columns), _middles(rows)
    grid: list[list[Corners | None]] = [[None] * len(across) for _ in down]
    for cell in reversed(cells):
        reach = slice(bisect_left(across, cell[0]), bisect_right(across, cell[2]))
        for row in grid[bisect_left(down, cell[1]) : bisect_right(down, cell[3])]:
            row[reach] = [cell] * len(across[reach])
    return grid


def _middles(bounds: Sequence[float]) -> list[float]:
    return [(first + second) / 2 for first, second in pairwise(bounds)]


def _at(cells: Sequence[Corners], x: float, y: float) -> Corners | None:
    return next((cell for cell in cells if cell[0] <= x <= cell[2] and cell[1] <= y <= cell[3]), None)


def _held(cells: Sequence[Corners], pieces: Sequence[Piece]) -> dict[Corners, list[Piece]]:
    """What stands in each cell; a piece that lies over the edge of a merged cell belongs to it all the same."""
    held: dict[Corners, list[Piece]] = {cell: [] for cell in cells}
    last: Corners | None = None
    by_row = sorted(cells, key=lambda cell: cell[1])
    tops = [cell[1] for cell in by_row]
    for piece in pieces:  # neighbours stand in one cell, so the last one is asked first
        x, y = _centre(piece), _middle(piece)
        if last is None or not (last[0] <= x <= last[2] and last[1] <= y <= last[3]):
            last = _at(by_row[bisect_right(tops, y) - 1 :: -1], x, y) if y >= tops[0] else None
        if last is not None:
            held[last].append(piece)
    return held


def _cell_lines(pieces: Sequence[Piece], page: int) -> tuple[Line, ...]:
    return tuple(Line(piece.text, page, piece.box) for piece in lines_of(pieces))


def _all_bold(pieces: Sequence[Piece]) -> bool:
    return bool(pieces) and all(piece.bold for piece in pieces)


def _is_bold(held: dict[Corners, list[Piece]], row: Sequence[Corners | None]) -> bool:
    full = [held[cell] for cell in row if cell and held[cell]]
    return bool(full) and all(_all_bold(pieces) for pieces in full)


def _reaches_up(grid: Sequence[Sequence[Corners | None]], column: int) -> bool:
    """Whether the last cell of a column is merged with the one above."""
    return len(grid) > 1 and grid[-1][column] is not None and grid[-1][column] == grid[-2][column]
