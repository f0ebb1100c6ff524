"""The cells of a table without standing rules, each with its lines and their boxes."""

from __future__ import annotations

from collections.abc import Sequence

from rinsearch.extract.pdf.extents import Body
from rinsearch.extract.pdf.frames import Frame
from rinsearch.extract.pdf.headers import Head
from rinsearch.extract.pdf.lines import Piece, joined, rows_of
from rinsearch.extract.pdf.rowstarts import Printed
from rinsearch.extract.pdf.tables import PageTable
from rinsearch.records import Box, Cell, Line


def head_row(page: Body, frame: Frame) -> tuple[Cell, ...]:
    """The headings."""
    return tuple(_head_cell(head, page.number) for head in frame.header.heads)


def _head_cell(head: Head, number: int) -> Cell:
    return Cell(
        tuple(
            Line(part.text, number, Box(part.left, part.piece.box.top, part.right, part.piece.box.bottom))
            for part in head.parts
        )
    )


def row_of(group: Sequence[Printed], number: int) -> tuple[Cell, ...]:
    """The cells of a row, out of its printed lines; a title stands in each."""
    if group[0].title:
        lines = tuple(_line(line.cells[0], number) for line in group)
        return (Cell(lines),) * len(group[0].cells)
    columns = range(len(group[0].cells))
    return tuple(Cell(tuple(_line(line.cells[c], number) for line in group if line.cells[c])) for c in columns)


def _line(pieces: Sequence[Piece], number: int) -> Line:
    whole = joined(rows_of(pieces)[0]) if len(pieces) > 1 else pieces[0]
    return Line(whole.text, number, whole.box)


def page_table(page: Body, rows: Sequence[tuple[Cell, ...]], span: tuple[int, int], frame: Frame) -> PageTable:
    """The table, whose rows reach over this span of the page's."""
    pieces = [piece for row in page.rows[slice(*span)] for piece in row]
    box = Box(
        min(piece.box.left for piece in pieces),
        min(piece.box.top for piece in pieces),
        max(piece.box.right for piece in pieces),
        max(piece.box.bottom for piece in pieces),
    )
    return PageTable(
        page.number,
        box,
        (0.0, *frame.bounds, page.width),
        tuple(rows),
        (False,) * len(rows),
        label_bold=False,
        merged_down=(False,) * len(frame.header.heads),
        header=1,
    )
