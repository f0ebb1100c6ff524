"""Glyphs to lines, and lines into the order in which one reads them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from rinsearch.extract.pdf.glyphs import Glyph, around
from rinsearch.records import Box

GAP = 1.3  # of the glyph height: a wider gap separates columns or cells, justified text stays below
WIDE = "   "  # stands for such a gap inside a line, so that columns without rules can still be seen
OVERLAP = 0.5  # of the smaller height: pieces of one line share at least that much
BACK = 0.5  # of the glyph height: text that jumps back further begins a new piece
BOLD_SHARE = 0.8  # of the characters
FEWEST_ROWS = 4  # rows that must have the gutter before a page counts as set in two columns
NARROWEST_GUTTER = 8.0  # points
FILLED = 0.55  # of a column's width: shorter lines are signatures, or labels beside values


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text on one line; ``bold`` where most of it is; ``size`` of most of its letters, in points.

    ``column``: from where to where its column reaches, in points; zeros where the page has one column.
    """

    text: str
    box: Box
    bold: bool
    size: float = 12.0
    column: tuple[float, float] = (0.0, 0.0)

    @property
    def height(self) -> float:
        """Points from ascender to descender."""
        return self.box.bottom - self.box.top


def lines_of(glyphs: Iterable[Glyph]) -> list[Piece]:
    """The lines in reading order, two columns one after the other."""
    rows = _rows(_pieces(glyphs))
    gutter = _gutter(rows)
    return list(_ordered(rows, gutter)) if gutter else [_joined(row) for row in rows]


def _pieces(glyphs: Iterable[Glyph]) -> list[Piece]:
    runs: list[list[Glyph]] = []
    for glyph in glyphs:
        if runs and _follows(glyph, runs[-1][-1]):
            runs[-1].append(glyph)
        else:
            runs.append([glyph])
    return [_piece(run) for run in runs]


def _follows(glyph: Glyph, last: Glyph) -> bool:
    """Whether a glyph goes on with the run: on the same line, to the right, without a wide gap."""
    height = max(min(glyph.height, last.height), 1.0)
    level = min(glyph.bottom, last.bottom) - max(glyph.top, last.top) >= OVERLAP * height
    return level and -BACK * height <= glyph.left - last.right <= GAP * height


def _piece(run: Sequence[Glyph]) -> Piece:
    text = "".join((" " if glyph.space and at else "") + glyph.text for at, glyph in enumerate(run))
    bold = sum(glyph.bold for glyph in run) >= BOLD_SHARE * len(run)
    size = sorted(glyph.size for glyph in run)[len(run) // 2]
    return Piece(text, around(run), bold, size)


def _rows(pieces: list[Piece]) -> list[list[Piece]]:
    """Pieces at the same height, from the top down, each row from left to right."""
    rows: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda piece: (piece.box.top + piece.box.bottom) / 2):
        for row in rows[-3:]:  # a raised figure may have begun a row of its own
            if _level(piece, row[0]):
                row.append(piece)
                break
        else:
            rows.append([piece])
    for row in rows:
        row.sort(key=lambda piece: piece.box.left)
    return rows


def _level(first: Piece, second: Piece) -> bool:
    shared = min(first.box.bottom, second.box.bottom) - max(first.box.top, second.box.top)
    return shared >= OVERLAP * max(min(first.height, second.height), 1.0)


def _joined(row: Sequence[Piece]) -> Piece:
    text = row[0].text
    for last, piece in pairwise(row):
        gap = piece.box.left - last.box.right
        text += (WIDE if gap > GAP * max(piece.height, 1.0) else " " if gap > 0.1 * piece.height else "") + piece.text
    boxes = [piece.box for piece in row]
    box = Box(boxes[0].left, min(b.top for b in boxes), max(b.right for b in boxes), max(b.bottom for b in boxes))
    longest = max(row, key=lambda piece: len(piece.text))
    return Piece(text, box, all(piece.bold for piece in row), longest.size)


@dataclass(frozen=True, slots=True)
class _Gutter:
    left: float
    right: float


def _gutter(rows: Sequence[Sequence[Piece]]) -> _Gutter | None:
    """The white strip between two columns, where enough rows have text of some length on both sides of it."""
    if not rows:
        return None
    start = min(piece.box.left for row in rows for piece in row)
    end = max(piece.box.right for row in rows for piece in row)
    middle = (start + end) / 2
    gaps = [
        gap for row in rows for gap in _gaps(row) if abs((gap.left + gap.right) / 2 - middle) < 0.12 * (end - start)
    ]
    if len(gaps) < FEWEST_ROWS:
        return None
    lefts = sorted(gap.left for gap in gaps)
    left, right = lefts[int(0.9 * (len(lefts) - 1))], sorted(gap.right for gap in gaps)[len(gaps) // 10]
    gutter = _Gutter(left, right)
    return gutter if right - left >= NARROWEST_GUTTER and _is_set_in_columns(rows, gutter, start, end) else None


def _gaps(row: Sequence[Piece]) -> Iterator[_Gutter]:
    for last, piece in pairwise(row):
        yield _Gutter(last.box.right, piece.box.left)


def _is_set_in_columns(rows: Sequence[Sequence[Piece]], gutter: _Gutter, start: float, end: float) -> bool:
    both = [row for row in rows if _sides(row, gutter) is not None and row[0].box.left < gutter.left < row[-1].box.left]
    if len(both) < FEWEST_ROWS:
        return False
    left = sorted(_reach([p for p in row if p.box.right <= gutter.right]) for row in both)[len(both) // 2]
    right = sorted(_reach([p for p in row if p.box.left >= gutter.left]) for row in both)[len(both) // 2]
    return left >= FILLED * (gutter.left - start) and right >= FILLED * (end - gutter.right)


def _reach(pieces: Sequence[Piece]) -> float:
    return max((p.box.right for p in pieces), default=0.0) - min((p.box.left for p in pieces), default=0.0)


def _sides(row: Sequence[Piece], gutter: _Gutter) -> tuple[list[Piece], list[Piece]] | None:
    """The row cut at the gutter; ``None`` where a piece runs across it."""
    middle = (gutter.left + gutter.right) / 2
    if any(piece.box.left < middle < piece.box.right for piece in row):
        return None
    left = [piece for piece in row if piece.box.right <= middle]
    return left, [piece for piece in row if piece.box.left >= middle]


def _ordered(rows: Sequence[Sequence[Piece]], gutter: _Gutter) -> Iterator[Piece]:
    """Left column, then right column, for each band of rows that keep to the gutter."""
    left: list[Piece] = []
    right: list[Piece] = []
    for row in rows:
        sides = _sides(row, gutter)
        if sides is None:
            yield from _in_columns(left, right)
            left, right = [], []
            yield _joined(row)
            continue
        for column, pieces in ((left, sides[0]), (right, sides[1])):
            if pieces:
                column.append(_joined(pieces))
    yield from _in_columns(left, right)


def _in_columns(left: Sequence[Piece], right: Sequence[Piece]) -> Iterator[Piece]:
    for column in (left, right):
        if not column:
            continue
        bounds = (min(piece.box.left for piece in column), max(piece.box.right for piece in column))
        for piece in column:
            yield replace(piece, column=bounds)
