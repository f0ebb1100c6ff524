"""Sheets of lines and tables to the parts of a document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import sub

from rinsearch.extract.gather import Gatherer
from rinsearch.extract.pdf.arrange import Leaf, Sheet, arranged
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


def parts_of(sheets: Sequence[Sheet]) -> Iterator[Block | Table]:
    """The parts of all pages in reading order; a table that goes on over pages stands where it begins."""
    leaves, size = arranged(sheets)
    page = _Page(Gatherer(Origin.TEXT_LAYER), size, _chains(leaves))
    for leaf in leaves:
        yield from (_running(leaf, piece, kind) for kind, piece in leaf.running if kind is BlockKind.HEADER)
        yield from _body(leaf, page)
        yield from (_running(leaf, piece, BlockKind.FOOTER) for piece in leaf.sheet.tilted)
        yield from (_running(leaf, piece, kind) for kind, piece in leaf.running if kind is not BlockKind.HEADER)


@dataclass(frozen=True, slots=True)
class _Page:
    """What is known of the whole document while a page is read."""

    gatherer: Gatherer
    size: float
    chains: dict[int, Table | None]


def _running(leaf: Leaf, piece: Piece, kind: BlockKind) -> Block:
    """A running line; tilted text, on the margin or across the page, is taken for a footer."""
    return Block(kind, (_line(piece, leaf),), Origin.TEXT_LAYER)


def _chains(leaves: Sequence[Leaf]) -> dict[int, Table | None]:
    """For each part of a table on a page, the whole table where it begins and nothing where it goes on."""
    chains: list[list[PageTable]] = []
    above: Leaf | None = None
    for leaf in leaves:
        tables = sorted(leaf.tables, key=lambda table: table.box.top)
        for table in tables:
            first = table is tables[0] and not any(piece.box.bottom <= table.box.top for piece in leaf.body)
            if first and above is not None and fits(chains[-1][-1], table) and _ends_page(chains[-1][-1], above):
                chains[-1].append(table)
            else:
                chains.append([table])
        above = leaf if tables else None
    whole: dict[int, Table | None] = {}
    for chain in chains:
        whole |= dict.fromkeys(map(id, chain))
        whole[id(chain[0])] = stitched(chain)
    return whole


def _ends_page(table: PageTable, leaf: Leaf) -> bool:
    """Whether nothing but footnotes and running lines stands below a table."""
    lower = [other for other in leaf.tables if other is not table and other.box.top >= table.box.bottom]
    return not lower and not any(piece.box.top >= table.box.bottom for piece in leaf.body)


def _body(leaf: Leaf, page: _Page) -> Iterator[Block | Table]:
    """Lines and tables of a page, a table standing before the first line below it."""
    waiting = sorted(leaf.tables, key=lambda table: table.box.top)
    run: list[Shape] = []
    for shape, piece in zip(_shapes(leaf, page.size), leaf.body, strict=True):
        while waiting and waiting[0].box.bottom <= piece.box.top + 1:
            yield from page.gatherer.blocks(run)
            run = []
            yield from _whole(waiting.pop(0), page)
        run.append(shape)
    yield from page.gatherer.blocks(run)
    for table in waiting:
        yield from _whole(table, page)
    if leaf.notes:
        yield Block(BlockKind.FOOTNOTE, tuple(_line(piece, leaf) for piece in leaf.notes), Origin.TEXT_LAYER)


def _whole(piece: PageTable, page: _Page) -> Iterator[Table]:
    table = page.chains[id(piece)]
    if table is not None:
        yield table


def _line(piece: Piece, leaf: Leaf) -> Line:
    return Line(piece.text, leaf.sheet.number, piece.box)


def _shapes(leaf: Leaf, size: float) -> Iterator[Shape]:
    body = leaf.body
    leading = _leading(body)
    right = max((piece.box.right for piece in body), default=0.0)
    left = min((piece.box.left for piece in body), default=0.0)
    number = leaf.sheet.number
    for before, piece, after in zip([None, *body], body, [*body[1:], None], strict=False):
        start, end = piece.column if piece.column != (0.0, 0.0) else (left, right)
        yield Shape(
            Line(piece.text, number, piece.box),
            after is not None and _is_full(piece, after, (start, end)),
            before is not None and _is_apart(before, piece, leading),
            piece.bold,
            piece.size / size,
            piece.box.left - start,
            piece.ends,
        )


def _leading(body: Sequence[Piece]) -> float:
    """The usual distance from line to line, in points."""
    tops = [piece.box.top for piece in body]
    steps: Counter[float] = Counter(round(step * 2) / 2 for step in map(sub, tops[1:], tops) if 0 < step < 40)
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
    width, taken = column[1] - column[0], piece.box.right - piece.box.left
    if taken >= width - 2 and piece.size >= 0:
        return True
    first = after.text.lstrip().partition(" ")[0]
    word = (len(first) + 1) * (CAPITAL if first.isupper() else LETTER) * piece.size
    if taken + word >= width - 2:
        return True
    short = column[1] - 2 - piece.box.right  # the room that is left
    if piece.box.left - column[0] >= INDENT * width or short > max(word, (1 - LONG) * width):
        return False
    return short <= word or (not piece.bold and not ends_sentence(piece.text))
