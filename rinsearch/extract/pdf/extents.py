"""How far a table without standing rules goes down the page, and which of its rows are titles."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from rinsearch.extract.pdf.frames import Frame, by_columns
from rinsearch.extract.pdf.glyphs import Stroke
from rinsearch.extract.pdf.headers import Row, header_at, is_header, may_begin
from rinsearch.extract.pdf.lines import joined
from rinsearch.extract.shapes import ends_sentence

FARTHEST = 5.0  # times the size from row to row: what stands further below is no part of the table
OTHER_SIZE = 0.08  # of the size: what is set larger or smaller is no row
TITLE_LINES = 2  # of a title over the whole width between rows


@dataclass(frozen=True, slots=True)
class Body:
    """A page as this room sees it: its rows from the top down, its lying rules, its width in points.

    ``is_note`` tells rows that may belong to footnotes.
    """

    number: int
    width: float
    rows: Sequence[Row]
    rules: Sequence[Stroke]
    is_note: Callable[[Row], bool] = lambda row: False

    def ends_at(self, at: int) -> bool:
        """Whether nothing but footnotes stands below the row before this one."""
        return all(map(self.is_note, self.rows[at:]))


def extent(page: Body, start: int, frame: Frame) -> tuple[int, Frame, set[int]]:
    """How far the rows keep to the columns, the columns that are left, and which rows are titles between them."""
    titles: set[int] = set()
    sizes = {piece.size for row in page.rows[start : start + 1] for piece in row}
    at = start
    while at < len(page.rows):
        row = page.rows[at]
        if _is_below(page.rows, at, sizes) or (at > start and _is_another(page.rows, at, frame)):
            break
        closer = frame.narrowed(row)
        if closer is None:
            lines = _title_lines(page, at, frame)
            if not lines:
                break
            titles |= set(range(at, at + lines))
            at += lines
            continue
        frame = closer
        sizes |= {piece.size for piece in row}
        at += 1
    return at, frame, titles


def _is_below(rows: Sequence[Row], at: int, sizes: Collection[float]) -> bool:
    """Whether a row stands too far below the table, or is set in letters of a size that no cell has."""
    size = rows[at][0].size
    other = all(abs(size - known) > OTHER_SIZE * size for known in sizes)
    return other or (at > 0 and _step(rows, at) > FARTHEST * size)


def _is_another(rows: Sequence[Row], at: int, frame: Frame) -> bool:
    """Whether a new header begins; cells of the table may be names of columns too."""
    found = header_at(rows, at) if may_begin(rows, at) else None
    if found is None:
        return False
    same = [head.text for head in found.heads] == [head.text for head in frame.header.heads]
    return same or found.known == len(found.heads)


def _step(rows: Sequence[Row], at: int) -> float:
    return max(piece.box.bottom for piece in rows[at]) - max(piece.box.bottom for piece in rows[at - 1])


def _title_lines(page: Body, at: int, frame: Frame) -> int:
    """How many lines a title between the rows takes; 0 where the table has ended."""
    for lines in range(1, TITLE_LINES + 1):
        if not all(_may_be_title(row) for row in page.rows[at : at + lines]) or at + lines >= len(page.rows):
            return 0
        below = page.rows[at + lines]
        if _step(page.rows, at + lines) > FARTHEST * below[0].size:
            return 0
        if frame.narrowed(below) is not None:
            return lines if len(by_columns(below, frame.bounds)) > 1 and not is_header(page.rows, at + lines) else 0
    return 0


def _may_be_title(row: Row) -> bool:
    """Whether a row over several columns is a title: bold, or short and no sentence."""
    line = joined(row)
    return line.bold or (len(line.text) <= 90 and not ends_sentence(line.text) and not line.text[:1].islower())
