"""Pages whose text runs up, down or on its head: read as one turns the sheet, with places as the page is shown.

Wide tables are often set so in a plan, on an upright page that nothing says is to be turned.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from rinsearch.extract.pdf.lines import Piece
from rinsearch.extract.pdf.page import Page
from rinsearch.extract.pdf.turn import Turn
from rinsearch.records import Block, Box, Cell, Line, Table

MOSTLY = 2.0  # times as many letters stand askew as upright
TURNS = (90, 270, 180)  # degrees clockwise, the usual ones first


def set_upright(page: Page, read: Callable[[int], Page]) -> Page:
    """The page, or what ``read`` makes of it after a turn by these degrees, where its text lies otherwise."""
    if not _lies(page):
        return page
    for degrees in TURNS:
        turned = read(degrees)
        if not _lies(turned):
            turned.turned = degrees
            return turned
    return page


def _lies(page: Page) -> bool:
    return bool(page.tilted) and _letters(page.tilted) > MOSTLY * _letters(page.pieces)


def _letters(pieces: Iterable[Piece]) -> int:
    return sum(len(piece.text) for piece in pieces)


def back(page: Page) -> Turn:
    """From the page as it was read to the page as it is shown."""
    return Turn(0.0, 0.0, page.width, page.height, 360 - page.turned)


def put_back(parts: Iterable[Block | Table], turns: Mapping[int, Turn]) -> Iterator[Block | Table]:
    """The same parts, with the lines of turned pages (by number) where they stand on the page as it is shown."""
    for part in parts:
        if isinstance(part, Block):
            yield replace(part, lines=_lines(part.lines, turns))
        else:
            rows = tuple(tuple(Cell(_lines(cell.lines, turns)) for cell in row) for row in part.rows)
            yield replace(part, rows=rows)


def _lines(lines: Iterable[Line], turns: Mapping[int, Turn]) -> tuple[Line, ...]:
    return tuple(replace(line, box=_box(line.box, turns.get(line.page or 0))) for line in lines)


def _box(box: Box | None, turn: Turn | None) -> Box | None:
    if box is None or turn is None:
        return box
    return Box(*turn.box(box.left, turn.top - box.bottom, box.right, turn.top - box.top))
