"""Rows into the order in which one reads them: one column, or two with a gutter between."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from statistics import median

from rinsearch.extract.pdf.forms import are_forms, are_whole
from rinsearch.extract.pdf.lines import Piece, joined, rows_of
from rinsearch.extract.shapes import goes_on

FEWEST_ROWS = 4  # rows with text on both sides before a page counts as set in two columns
NARROWEST_GUTTER = 6.0  # points; printers leave 4 mm and more, and the boxes of glyphs reach over their ink
WIDEST_GUTTER = 0.2  # of the text's width; parts of a letterhead and labels beside values stand further apart
OFF_CENTRE = 0.12  # of the text's width: two columns are of nearly equal width
FORMS_BEGIN = (0.44, 0.62)  # of the text's width: where a right column of short lines begins, for both are ragged
FLUSH = 3.0  # points: the lines of a column begin at one place, but for the shapes of their first letters
FILLED = 0.75  # of a column's width: lines as long as that were wrapped
FILLED_LINES = 0.3  # of a column's lines; resolutions with their headings and short last lines have 0.47
RUNNING_LINES = 2  # lines of each column that go on with a sentence; names, labels and values do not
LARGE = 1.12  # times the size of the column: a heading
HEADING_ABOVE = 2.0  # times its size above what it is for; the foot of a page is further away

Rows = Sequence[Sequence[Piece]]


@dataclass(frozen=True, slots=True)
class _Gutter:
    """The white strip between two columns, and where the text of the page begins and ends; in points."""

    left: float
    right: float
    start: float
    end: float

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2

    @property
    def is_likely(self) -> bool:
        width = self.end - self.start
        central = abs(self.middle - (self.start + self.end) / 2) <= OFF_CENTRE * width
        return central and NARROWEST_GUTTER <= self.right - self.left <= WIDEST_GUTTER * width

    @property
    def may_divide_forms(self) -> bool:
        """Whether it is about the middle; the lines of forms are short, so it may look as wide as a column."""
        begin = (self.right - self.start) / (self.end - self.start)
        return FORMS_BEGIN[0] <= begin <= FORMS_BEGIN[1] and self.right - self.left >= NARROWEST_GUTTER


def lines_of(pieces: Iterable[Piece]) -> list[Piece]:
    """The lines in reading order, two columns one after the other."""
    return lines_of_rows(rows_of(pieces))


def lines_of_rows(rows: Rows) -> list[Piece]:
    """The lines of these rows in reading order, two columns one after the other."""
    gutter = _gutter(rows) if len(rows) >= FEWEST_ROWS else None  # most cells of tables have fewer
    return list(_ordered(rows, gutter)) if gutter else [joined(row) for row in rows]


def lines_of_pages(pages: Iterable[Rows]) -> Iterator[list[Piece]]:
    """The lines of each page in reading order; a few lines above may end the two columns of the page before."""
    last: _Gutter | None = None
    for rows in pages:
        gutter = _gutter(rows) if len(rows) >= FEWEST_ROWS else None
        ends = _keeping(rows, last) if last and not gutter else 0
        if last and ends:
            yield [*_side_by_side(rows[:ends], last), *(joined(row) for row in rows[ends:])]
        else:
            yield list(_ordered(rows, gutter)) if gutter else [joined(row) for row in rows]
        last = gutter


def _keeping(rows: Rows, gutter: _Gutter) -> int:
    """How many rows from the top keep to a gutter, lines of both columns at their edges; 0 if there are not both."""
    kept = next((at for at, row in enumerate(rows) if not _keeps(row, gutter)), len(rows))
    pieces = [piece for row in rows[:kept] for piece in row]
    both = [any(abs(p.box.left - edge) <= FLUSH for p in pieces) for edge in (gutter.start, gutter.right)]
    return kept if all(both) else 0


def _keeps(row: Sequence[Piece], gutter: _Gutter) -> bool:
    inside = (gutter.start - FLUSH, gutter.left + FLUSH), (gutter.right - FLUSH, gutter.end + FLUSH)
    return all(any(left <= p.box.left and p.box.right <= right for left, right in inside) for p in row)


def _gutter(rows: Rows) -> _Gutter | None:
    """The gutter of a page, where there is running text on both sides of it."""
    pieces = [piece for row in rows for piece in row]
    start, end = min(piece.box.left for piece in pieces), max(piece.box.right for piece in pieces)
    flush = _flush(pieces, start, end)
    if len(flush) < FEWEST_ROWS:
        return None
    right, top, bottom = flush[0].box.left, min(p.box.top for p in flush), max(p.box.bottom for p in flush)
    beside = (piece.box for piece in pieces if piece.box.top < bottom and piece.box.bottom > top)
    lefts = sorted(box.right for box in beside if box.right <= right)
    if len(lefts) < FEWEST_ROWS:
        return None
    gutter = _Gutter(lefts[int(0.9 * (len(lefts) - 1))], right, start, end)
    if gutter.is_likely and _is_set_in_columns(rows, gutter):
        return gutter
    of_forms = replace(gutter, left=lefts[-1])
    return of_forms if of_forms.may_divide_forms and _is_set_in_forms(rows, of_forms) else None


def _flush(pieces: Sequence[Piece], start: float, end: float) -> list[Piece]:
    """The pieces about the middle that most often begin at one place, from the left: lines of a right column."""
    reach = (start + 0.3 * (end - start), start + 0.7 * (end - start))
    inner = [piece for piece in pieces if reach[0] < piece.box.left < reach[1]]
    if len(inner) < FEWEST_ROWS:
        return []
    counts = Counter(round(piece.box.left) for piece in inner)
    most = max(counts, key=lambda edge: sum(counts[edge + step] for step in (-1, 0, 1)))
    return sorted((p for p in inner if abs(p.box.left - most) <= FLUSH), key=lambda piece: piece.box.left)


def _is_set_in_columns(rows: Rows, gutter: _Gutter) -> bool:
    left, right = _beside(rows, gutter)
    if min(len(left), len(right)) < FEWEST_ROWS:
        return False
    return _is_text(left, gutter.left - gutter.start) and _is_text(right, gutter.end - gutter.right)


def _is_set_in_forms(rows: Rows, gutter: _Gutter) -> bool:
    left, right = _beside(rows, gutter)
    return min(len(left), len(right)) >= FEWEST_ROWS and are_forms(left, right)


def _beside(rows: Rows, gutter: _Gutter) -> tuple[list[Piece], list[Piece]]:
    """The lines on both sides of a gutter, in those bands of the page that have some on both."""
    bands = [_columns(band, gutter) for crosses, band in _bands(rows, gutter) if not crosses]
    both = [(left, right) for left, right in bands if left and right]
    return [line for column, _ in both for line in column], [line for _, column in both for line in column]


def _is_text(lines: Sequence[Piece], width: float) -> bool:
    """Whether lines are those of a column of running text: wrapped at its width, going on with sentences."""
    filled = [line.box.right - line.box.left >= FILLED * width for line in lines]
    running = sum(full and goes_on(line.text) for full, line in zip(filled, lines[1:], strict=False))
    return sum(filled) >= FILLED_LINES * len(lines) and running >= RUNNING_LINES and are_whole(lines)


def _bands(rows: Rows, gutter: _Gutter) -> Iterator[tuple[bool, list[Sequence[Piece]]]]:
    """Rows one above the other that keep to the gutter, and those that run across it."""
    for crosses, band in groupby(rows, lambda row: any(p.box.left < gutter.middle < p.box.right for p in row)):
        yield crosses, list(band)


def _columns(band: Rows, gutter: _Gutter) -> tuple[list[Piece], list[Piece]]:
    """The lines of the left and of the right column. Their heights may differ, so each column has its own rows."""
    pieces = [piece for row in band for piece in row]
    left = [piece for piece in pieces if piece.box.right <= gutter.middle]
    right = [piece for piece in pieces if piece.box.right > gutter.middle]
    return [joined(row) for row in rows_of(left)], [joined(row) for row in rows_of(right)]


def _ordered(rows: Rows, gutter: _Gutter) -> Iterator[Piece]:
    """Left column, then right column, for each band of rows that keep to the gutter."""
    bands = list(_bands(rows, gutter))
    for at, (crosses, band) in enumerate(bands):
        if crosses or len(band) == 1:  # one row alone is the short last line of a paragraph over the whole width
            yield from (joined(row) for row in band)
            continue
        below = bands[at + 1][1][0] if at + 1 < len(bands) else ()
        yield from _side_by_side(band, gutter, min((piece.box.top for piece in below), default=float("inf")))


def _side_by_side(band: Rows, gutter: _Gutter, below: float = float("inf")) -> Iterator[Piece]:
    """The left column, then the right one; ``below`` is where, in points, something runs across again."""
    left, right = _columns(band, gutter)
    near = bool(left) and below - left[-1].box.bottom <= HEADING_ABOVE * left[-1].size
    end = len(left) - (_below(left, right) if near else 0)
    yield from (replace(line, column=(gutter.start, gutter.left)) for line in left[:end])
    yield from (replace(line, column=(gutter.right, gutter.end)) for line in right)
    yield from left[end:]


def _below(left: Sequence[Piece], right: Sequence[Piece]) -> int:
    """How many lines at the end of the left column are the heading of what comes below both columns."""
    bottom = max((line.box.bottom for line in right), default=float("inf"))
    body = median(line.size for line in left) if left else 0.0
    plain = [not line.bold and line.size < LARGE * body for line in left]
    behind = len(left) - max((at + 1 for at, is_plain in enumerate(plain) if is_plain), default=len(left))
    return sum(line.box.top >= bottom for line in left[len(left) - behind :])
