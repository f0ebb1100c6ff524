"""Sheets of lines and tables to the parts of a document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from rinsearch.extract.furniture import PageLine, furniture
from rinsearch.extract.gather import Gatherer
from rinsearch.extract.pdf.lines import Piece
from rinsearch.extract.pdf.stitch import fits, stitched
from rinsearch.extract.pdf.tables import PageTable
from rinsearch.extract.shapes import Shape, ends_sentence
from rinsearch.records import Block, BlockKind, Line, Origin, Table

APART = 1.35  # times the usual distance of lines: a wider gap divides paragraphs
LETTER = 0.5  # of the size: the mean width of a letter, to tell whether the next word would have fitted
CAPITAL = 0.65  # of the size: the mean width of a capital letter
LONG = 0.9  # of the column's width: a ragged line of prose is seldom shorter, unless its paragraph ends
INDENT = 0.25  # of the column's width: lines that begin further right are centred or set to the right
LEADING = 1.2  # of the size: the least usual distance of lines
SMALL = 0.9  # times the body size: footnotes are smaller
LOW = 0.6  # of the page height: footnotes stand below


@dataclass(slots=True)
class Sheet:
    """A page with its lines in reading order, its tables, and tilted text; sizes in points."""

    number: int
    width: float
    height: float
    lines: list[Piece]
    tables: list[PageTable] = field(default_factory=list)
    tilted: list[Piece] = field(default_factory=list)


def parts_of(sheets: Sequence[Sheet]) -> Iterator[Block | Table]:
    """The parts of all pages in reading order; a table that goes on over pages stands where it begins."""
    marked = furniture([_places(sheet) for sheet in sheets])
    bodies = [[p for at, p in enumerate(s.lines) if at not in m] for s, m in zip(sheets, marked, strict=True)]
    chains = _chains(sheets, bodies)
    size = _body_size(bodies)
    gatherer = Gatherer(Origin.TEXT_LAYER)
    for sheet, marks, body in zip(sheets, marked, bodies, strict=True):
        lines = [(at, sheet.lines[at]) for at in marks]
        yield from (_running(piece, sheet, marks[at]) for at, piece in lines if marks[at] is BlockKind.HEADER)
        yield from _body(sheet, body, _Page(gatherer, size, chains))
        yield from (_stamp(piece, sheet) for piece in sheet.tilted)
        yield from (_running(piece, sheet, marks[at]) for at, piece in lines if marks[at] is not BlockKind.HEADER)


@dataclass(frozen=True, slots=True)
class _Page:
    """What is known of the whole document while a page is read."""

    gatherer: Gatherer
    size: float
    chains: dict[int, Table | None]


def _places(sheet: Sheet) -> list[PageLine]:
    order = sorted(range(len(sheet.lines)), key=lambda at: sheet.lines[at].box.top)
    places: dict[int, PageLine] = {}
    above = 0.0
    for rank, at in enumerate(order):
        box = sheet.lines[at].box
        middle, gap = (box.top + box.bottom) / 2 / sheet.height, (box.top - above) / sheet.height
        places[at] = PageLine(sheet.lines[at].text, middle, rank, len(order) - 1 - rank, gap=gap, number=sheet.number)
        above = max(above, box.bottom)
    return [places[at] for at in range(len(order))]


def _running(piece: Piece, sheet: Sheet, kind: BlockKind) -> Block:
    return Block(kind, (Line(piece.text, sheet.number, piece.box),), Origin.TEXT_LAYER)


def _stamp(piece: Piece, sheet: Sheet) -> Block:
    """Tilted text is printed on the margin or across the page: it stays out of the running text."""
    return _running(piece, sheet, BlockKind.FOOTER)


def _chains(sheets: Sequence[Sheet], bodies: Sequence[Sequence[Piece]]) -> dict[int, Table | None]:
    """For each piece of a table (by its id) the whole table, or ``None`` where it was taken up by an earlier page."""
    chains: list[list[PageTable]] = []
    for sheet, body in zip(sheets, bodies, strict=True):
        for table in sheet.tables:
            above = [piece for piece in body if piece.box.bottom <= table.box.top]
            open_end = bool(chains) and fits(chains[-1][-1], table) and _ends_page(chains[-1][-1], sheets, bodies)
            if open_end and not above and table is sheet.tables[0]:
                chains[-1].append(table)
            else:
                chains.append([table])
    whole: dict[int, Table | None] = {}
    for chain in chains:
        whole |= dict.fromkeys(map(id, chain))
        whole[id(chain[0])] = stitched(chain)
    return whole


def _ends_page(table: PageTable, sheets: Sequence[Sheet], bodies: Sequence[Sequence[Piece]]) -> bool:
    """Whether nothing but footnotes and running lines stands below a table."""
    at = next(number for number, sheet in enumerate(sheets) if sheet.number == table.page)
    return table is sheets[at].tables[-1] and not any(piece.box.top >= table.box.bottom for piece in bodies[at])


def _body_size(bodies: Sequence[Sequence[Piece]]) -> float:
    """The usual size of the letters, in points, weighed by the length of the lines."""
    sizes: Counter[float] = Counter()
    for body in bodies:
        for piece in body:
            sizes[round(piece.size * 4) / 4] += len(piece.text)
    return sizes.most_common(1)[0][0] or 12.0 if sizes else 12.0


def _body(sheet: Sheet, body: Sequence[Piece], page: _Page) -> Iterator[Block | Table]:
    """Lines and tables of a page, a table standing before the first line below it."""
    waiting = sorted(sheet.tables, key=lambda table: table.box.top)
    notes = _footnotes(sheet, body, page.size)
    run: list[Shape] = []
    for shape, piece in zip(_shapes(sheet, body, page.size), body, strict=True):
        while waiting and waiting[0].box.bottom <= piece.box.top + 1:
            yield from page.gatherer.blocks(run)
            run = []
            yield from _whole(waiting.pop(0), page)
        if id(piece) in notes:
            continue
        run.append(shape)
    yield from page.gatherer.blocks(run)
    for table in waiting:
        yield from _whole(table, page)
    if notes:
        yield Block(BlockKind.FOOTNOTE, tuple(_line(p, sheet) for p in body if id(p) in notes), Origin.TEXT_LAYER)


def _whole(piece: PageTable, page: _Page) -> Iterator[Table]:
    table = page.chains[id(piece)]
    if table is not None:
        yield table


def _line(piece: Piece, sheet: Sheet) -> Line:
    return Line(piece.text, sheet.number, piece.box)


def _footnotes(sheet: Sheet, body: Sequence[Piece], size: float) -> set[int]:
    """Small print at the foot of the page that begins with a number or a star."""
    small: list[Piece] = []
    for piece in reversed(body):
        if piece.size > SMALL * size or piece.box.top < LOW * sheet.height:
            break
        small.insert(0, piece)
    while small and small[0].text[:1] not in "0123456789*¹²³⁴⁵⁶⁷⁸⁹":
        del small[0]
    return {id(piece) for piece in small}


def _shapes(sheet: Sheet, body: Sequence[Piece], size: float) -> Iterator[Shape]:
    leading = _leading(body)
    right = max((piece.box.right for piece in body), default=0.0)
    left = min((piece.box.left for piece in body), default=0.0)
    for before, piece, after in zip([None, *body], body, [*body[1:], None], strict=False):
        start, end = piece.column if piece.column != (0.0, 0.0) else (left, right)
        yield Shape(
            _line(piece, sheet),
            after is not None and _is_full(piece, after, (start, end)),
            before is not None and _is_apart(before, piece, leading),
            piece.bold,
            piece.size / size,
            piece.box.left - start,
            piece.ends,
        )


def _leading(body: Sequence[Piece]) -> float:
    """The usual distance from line to line, in points."""
    steps = Counter(round((b.box.top - a.box.top) * 2) / 2 for a, b in pairwise(body) if 0 < b.box.top - a.box.top < 40)
    if not steps:
        return 0.0
    most = steps.most_common(1)[0][1]
    return min(step for step, count in steps.items() if count >= 0.5 * most)


def _is_apart(before: Piece, piece: Piece, leading: float) -> bool:
    """Whether more than the usual gap lies between; a jump up to the next column is no gap."""
    step = piece.box.top - before.box.top
    usual = max(leading, LEADING * max(before.size, piece.size))
    return step > APART * usual


def _is_full(piece: Piece, after: Piece, column: tuple[float, float]) -> bool:
    """Whether the first word of the next line would not have fitted in.

    Words that stay together ("g. Novak", "št. 5") are wrapped earlier, so a sentence goes on behind a long line too.
    A centred line is full where its width and the word's fill the column; one that is set to the right never is.
    """
    first = after.text.split()[0] if after.text.split() else ""
    word = (len(first) + 1) * (CAPITAL if first.isupper() else LETTER) * piece.size
    width = column[1] - column[0]
    open_end = not piece.bold and not ends_sentence(piece.text)
    room = max(word, (1 - LONG) * width) if open_end else word
    reaches = piece.box.right + room >= column[1] - 2 and piece.box.left - column[0] < INDENT * width
    return reaches or piece.box.right - piece.box.left + word >= width - 2
