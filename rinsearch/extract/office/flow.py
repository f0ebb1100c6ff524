"""Paragraphs of office files to blocks: headings by their style, items by their label, the rest by its look."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from rinsearch.extract.gather import LONGEST_STRONG_HEADING, Gatherer
from rinsearch.extract.shapes import Shape
from rinsearch.records import Block, BlockKind, Cell, Line, Origin, Table

LONG_LINE = 60  # characters: a line with a break of its own that is as long reaches the edge of its page
LONGEST_LINE = 20_000  # characters; no paragraph comes near, and repairs of longer lines would fill the memory
STRONG = 0.9  # of the letters in bold: a full stop or a number may have been left out
BETWEEN = " | "  # the cells of a table within a cell
HEADING_SENTENCES = 2  # "1. točka. Razno." is a heading, with a third sentence it is the minutes of that point

_SENTENCE = re.compile(r"[^\W\d_]{3}\.(?:\s|$)")


@dataclass(frozen=True, slots=True)
class Print:
    """A line as it is printed; ``size`` in points, 0.0 where unknown; ``full``: it was cut by the edge of the page."""

    text: str
    page: int | None = None
    strong: bool = False
    size: float = 0.0
    full: bool = False
    capitals: bool = False

    @property
    def line(self) -> Line:
        """The line without its look."""
        return Line(self.text, self.page)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph with at least one line.

    ``level``: of a heading by style; ``label``: the number or bullet that the program sets before the text; ``kind``
    where the place decides it: header, footer, footnote, contents.
    """

    prints: tuple[Print, ...]
    level: int | None = None
    label: str = ""
    kind: BlockKind | None = None

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines, the label before the first one."""
        return tuple(each.line for each in self.labelled)

    @property
    def labelled(self) -> tuple[Print, ...]:
        """The lines with their look, the label before the first one."""
        if not self.label:
            return self.prints
        first = replace(self.prints[0], text=f"{self.label} {self.prints[0].text}")
        return (first, *self.prints[1:])


Part = Paragraph | Table


class Ink:
    """A paragraph while it is written."""

    def __init__(self) -> None:
        self.prints: list[Print] = []
        self._texts: list[str] = []
        self._bold = self._capital = self._letters = 0
        self._sizes: Counter[float] = Counter()
        self._page: int | None = None
        self._turning = False

    @property
    def is_empty(self) -> bool:
        """Whether no text was written."""
        return not self.prints and not any(map(str.strip, self._texts))

    def put(self, text: str, page: int | None, look: tuple[bool, float, bool] = (False, 0.0, False)) -> None:
        """Write text; the look says whether it is bold, its size in points, whether it is shown in capitals."""
        if self._turning and text:
            self._turn(text)
        if self._page is None and text.strip():
            self._page = page
        bold, size, capitals = look
        letters = sum(map(str.isalnum, text))
        self._texts.append(text)
        self._letters += letters
        self._bold += letters * bold
        self._capital += letters * capitals
        self._sizes[size] += letters

    def turn_page(self) -> None:
        """What follows stands on the next page."""
        self._turning = True

    def _turn(self, text: str) -> None:
        """A word that goes on overleaf is not cut in two."""
        self._turning = False
        last = self._texts[-1][-1:] if self._texts else ""
        if not (last.isalnum() and text[0].isalnum()):
            self.end_line(full=True)

    def end_line(self, *, full: bool = False) -> None:
        """What follows stands on a new line."""
        text = "".join(self._texts).strip(" \t\n\r")
        if text:
            size = self._sizes.most_common(1)[0][0] if self._sizes else 0.0
            strong = self._letters > 0 and self._bold >= STRONG * self._letters
            capitals = self._letters > 0 and self._capital == self._letters
            self.prints += (Print(part, self._page, strong, size, full, capitals) for part in _cut(text))
        self._texts = []
        self._bold = self._capital = self._letters = 0
        self._sizes = Counter()
        self._page = None

    def dried(self) -> tuple[Print, ...]:
        """The lines; blank ones give none."""
        self.end_line()
        return tuple(self.prints)


def _cut(text: str) -> Iterator[str]:
    while len(text) > LONGEST_LINE:
        at = text.find(" ", LONGEST_LINE, LONGEST_LINE + 200)
        at = LONGEST_LINE if at < 0 else at
        yield text[:at]
        text = text[at:].lstrip()
    yield text


# --- blocks -----------------------------------------------------------------------------------------------------------


def parts_of(flow: Sequence[Part]) -> Iterator[Block | Table]:
    """The blocks and tables of a document, in order."""
    body = _body_size(flow)
    gatherer = Gatherer(Origin.MARKUP)
    for part in flow:
        if isinstance(part, Table):
            yield part
        elif part.kind is not None:
            yield Block(part.kind, part.lines, Origin.MARKUP)
        elif part.level is not None and sum(len(each.text) for each in part.prints) <= LONGEST_STRONG_HEADING:
            yield Block(BlockKind.HEADING, part.lines, Origin.MARKUP, part.level)
        else:
            yield from _looked_at(part, gatherer, body)


def _body_size(flow: Iterable[Part]) -> float:
    """The size in which most of the text is set."""
    sizes: Counter[float] = Counter()
    for part in flow:
        if isinstance(part, Paragraph) and part.kind is None:
            sizes.update({each.size: len(each.text) for each in part.prints if each.size})
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _looked_at(paragraph: Paragraph, gatherer: Gatherer, body: float) -> Iterator[Block]:
    prints = paragraph.labelled
    shapes = [_shape(each, at == 0, body) for at, each in enumerate(prints)]
    at = 0
    for number, block in enumerate(gatherer.blocks(shapes)):
        lines = tuple(each.line for each in prints[at : at + len(block.lines)])
        at += len(lines)
        kind = BlockKind.PARAGRAPH if _is_told(block) else block.kind
        if number == 0 and paragraph.label and kind is BlockKind.PARAGRAPH:
            kind = BlockKind.ITEM
        yield replace(block, lines=lines, kind=kind, level=block.level if kind is BlockKind.HEADING else None)


def _is_told(block: Block) -> bool:
    """Whether a paragraph begins as a heading does and goes on with sentences; readers of lines see its first only."""
    return len(_SENTENCE.findall(" ".join(line.text for line in block.lines))) > HEADING_SENTENCES


def _shape(each: Print, first: bool, body: float) -> Shape:
    """The look of a line; one that is only shown in capitals looks like one in capitals."""
    line = replace(each.line, text=each.text.upper()) if each.capitals else each.line
    full = each.full or (len(each.text) >= LONG_LINE and not each.strong)
    size = each.size / body if each.size and body else 1.0
    return Shape(line, full=full, apart=first, strong=each.strong, size=size)


# --- cells and pages --------------------------------------------------------------------------------------------------


def cell_of(parts: Iterable[Part]) -> Cell:
    """A cell with these contents; a table in it gives a line for each of its rows."""
    lines: list[Line] = []
    for part in parts:
        lines += part.lines if isinstance(part, Paragraph) else _row_lines(part)
    return Cell(tuple(lines))


def _row_lines(table: Table) -> Iterator[Line]:
    for row in table.rows:
        cells = [cell for cell in dict.fromkeys(row) if cell.lines]
        texts = [" ".join(line.text for line in cell.lines) for cell in cells]
        if cells:
            yield Line(BETWEEN.join(texts), cells[0].lines[0].page)


def first_page(parts: Iterable[Part]) -> int:
    """The page of the first line, 0 where there is none."""
    for part in parts:
        lines = part.lines if isinstance(part, Paragraph) else tuple(_row_lines(part))
        if lines:
            return lines[0].page or 0
    return 0


def marked(parts: Iterable[Part], kind: BlockKind) -> list[Part]:
    """These contents as paragraphs of this kind."""
    return [Paragraph(each.prints, None, each.label, kind) for each in _paragraphs(parts)]


def _paragraphs(parts: Iterable[Part]) -> Iterator[Paragraph]:
    """Paragraphs, and as such the rows of tables."""
    for part in parts:
        if isinstance(part, Paragraph):
            yield part
        else:
            yield from (Paragraph((Print(line.text, line.page),)) for line in _row_lines(part))


def without_pages(part: Block | Table) -> Block | Table:
    """The part with the pages of its lines unknown."""
    if isinstance(part, Block):
        return replace(part, lines=tuple(replace(line, page=None) for line in part.lines))
    rows = (tuple(Cell(tuple(replace(line, page=None) for line in cell.lines)) for cell in row) for row in part.rows)
    return replace(part, rows=tuple(rows))
