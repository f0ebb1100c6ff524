"""Pages sorted into what runs over all of them, tables, footnotes, and the lines of the text in reading order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from rinsearch.extract.furniture import EDGE_LINES, PageLine, furniture
from rinsearch.extract.pdf.columns import lines_of_pages
from rinsearch.extract.pdf.extents import Body
from rinsearch.extract.pdf.glyphs import Stroke
from rinsearch.extract.pdf.headers import Row, is_header
from rinsearch.extract.pdf.lines import Piece, joined
from rinsearch.extract.pdf.tables import Band, PageTable
from rinsearch.extract.pdf.unruled import Found, unruled
from rinsearch.records import BlockKind

SMALL = 0.9  # times the body size: footnotes are smaller
LOW = 0.6  # of the page height: footnotes stand below
MARKS = frozenset("0123456789*¹²³⁴⁵⁶⁷⁸⁹")  # a footnote begins with one


@dataclass(slots=True)
class Sheet:
    """A page: its rows from the top down, its tables, lying rules and tilted text; sizes in points.

    ``bands`` are rows of cells that stand alone; what they hold stands in ``rows`` too, for tables without rules.
    ``ordered``: each row is a line already, and they stand in reading order, as those of scans.
    """

    number: int
    width: float
    height: float
    rows: Sequence[Row]
    tables: list[PageTable] = field(default_factory=list)
    bands: list[Band] = field(default_factory=list)
    tilted: list[Piece] = field(default_factory=list)
    rules: Sequence[Stroke] = ()
    ordered: bool = False


@dataclass(slots=True)
class Leaf:
    """A page sorted: running lines, the lines of its text in reading order, its tables and its footnotes."""

    sheet: Sheet
    running: list[tuple[BlockKind, Piece]]
    body: list[Piece]
    tables: list[PageTable]
    notes: list[Piece]


def arranged(sheets: Sequence[Sheet]) -> tuple[list[Leaf], float]:
    """The pages sorted, and the usual size of the letters in points."""
    printed = [[joined(row) for row in sheet.rows] for sheet in sheets]
    places = furniture([_edges(lines, sheet) for lines, sheet in zip(printed, sheets, strict=True)])
    marked = [_without_headers(marks, sheet) for marks, sheet in zip(places, sheets, strict=True)]
    kept = [[r for at, r in enumerate(sheet.rows) if at not in m] for sheet, m in zip(sheets, marked, strict=True)]
    size = _body_size(kept)
    found = unruled(_body(sheet, rows, size) for sheet, rows in zip(sheets, kept, strict=True))
    found = [_with_bands(each, sheet) for each, sheet in zip(found, sheets, strict=True)]
    leaves = []
    for at, (sheet, lines) in enumerate(zip(sheets, _lines(sheets, found), strict=True)):
        running = [(kind, printed[at][place]) for place, kind in marked[at].items()]
        notes = list(_footnotes(sheet, lines, size))
        known = set(map(id, notes))
        body = [line for line in lines if id(line) not in known]
        leaves.append(Leaf(sheet, running, body, sheet.tables + found[at].tables, notes))
    return leaves, size


def _lines(sheets: Sequence[Sheet], found: Sequence[Found]) -> Iterator[list[Piece]]:
    """The lines of each page in reading order; those of scans are in order."""
    ordered = lines_of_pages(() if sheet.ordered else each.rest for sheet, each in zip(sheets, found, strict=True))
    for sheet, each, lines in zip(sheets, found, ordered, strict=True):
        yield [joined(row) for row in each.rest] if sheet.ordered else lines


def _without_headers(marks: dict[int, BlockKind], sheet: Sheet) -> dict[int, BlockKind]:
    """Headings of a table that come again on each page are no running lines."""
    return {at: kind for at, kind in marks.items() if not is_header(sheet.rows, at)}


def _with_bands(found: Found, sheet: Sheet) -> Found:
    """With the rows of cells that are part of no other table and no running line as tables of their own."""
    if not sheet.bands:
        return found
    left = {id(piece) for row in found.rest for piece in row}
    alone = [band for band in sheet.bands if all(id(piece) in left for piece in band.pieces)]
    taken = {id(piece) for band in alone for piece in band.pieces}
    rest = ([piece for piece in row if id(piece) not in taken] for row in found.rest)
    return Found([*found.tables, *(band.table for band in alone)], [row for row in rest if row])


def _edges(lines: Sequence[Piece], sheet: Sheet) -> dict[int, PageLine]:
    """The lines by the upper and the lower edge of the page, by their numbers."""
    order = sorted(range(len(lines)), key=lambda at: lines[at].box.top)
    reached = list(accumulate((lines[at].box.bottom for at in order), max, initial=0.0))
    outer = sorted({*range(len(order))[:EDGE_LINES], *range(len(order))[-EDGE_LINES:]}, key=order.__getitem__)
    places: dict[int, PageLine] = {}
    for rank in outer:
        box = lines[order[rank]].box
        middle, gap = (box.top + box.bottom) / 2 / sheet.height, (box.top - reached[rank]) / sheet.height
        line = PageLine(lines[order[rank]].text, middle, rank, len(order) - 1 - rank, gap=gap, number=sheet.number)
        places[order[rank]] = line
    return places


def _body_size(pages: Iterable[Sequence[Row]]) -> float:
    """The usual size of the letters, in points, weighed by the length of the lines."""
    sizes: Counter[float] = Counter()
    for rows in pages:
        for row in rows:
            for piece in row:
                sizes[round(piece.size * 4) / 4] += len(piece.text)
    return sizes.most_common(1)[0][0] or 12.0 if sizes else 12.0


def _body(sheet: Sheet, rows: Sequence[Row], size: float) -> Body:
    """What tables without rules are looked for in; the lines of a scan have no words with places."""

    def is_note(row: Row) -> bool:
        return row[0].size <= SMALL * size and row[0].box.top >= LOW * sheet.height

    return Body(sheet.number, sheet.width, rows, sheet.rules, is_note)


def _footnotes(sheet: Sheet, lines: Sequence[Piece], size: float) -> Iterator[Piece]:
    """The footnotes of a page, those of each column by themselves."""
    columns: dict[tuple[float, float], list[Piece]] = {}
    for line in lines:
        columns.setdefault(line.column, []).append(line)
    for column in columns.values():
        yield from _small_end(sheet, column, size)


def _small_end(sheet: Sheet, lines: Sequence[Piece], size: float) -> list[Piece]:
    """Small print at the foot of the page that begins with a number or a star."""
    small: list[Piece] = []
    for piece in reversed(lines):
        if piece.size > SMALL * size or piece.box.top < LOW * sheet.height:
            break
        small.insert(0, piece)
    while small and small[0].text[:1] not in MARKS:
        del small[0]
    return small
