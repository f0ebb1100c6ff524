"""Where the rows of a table without standing rules begin: at rules, at gaps, or where a leading column begins anew."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from rinsearch.extract.pdf.lines import Piece
from rinsearch.extract.shapes import goes_on

WIDER = 0.12  # of the size that rows are set further apart than the lines of a cell
LEAST = 1.5  # points more, at least
CLOSEST = 0.25  # of the size: the boxes of two lines of one cell overlap by that much at most
CENTRED = 0.3  # of the size: lines that overlap by more belong to cells set at their middle
LOOSE = 0.6  # of the size: so much white stands between rows alone, cells with one and a half lines have less
PADDING = 8.0  # points between the end of a full line and the next column
LETTER = 0.5  # of the size: the mean width of a letter
NUMBERED = 0.6  # of the cells of a column of numbers
FEW = 0.15  # of the steps inside rows may look like the beginning of one

_NUMBER = re.compile(r"\(?(?:[A-ZČŠŽ]{1,2}[ .-]?)?(?:\d{1,3}|[IVX]{1,5})(?:\.\d{1,3}){0,4}[.)]{0,2}$")


@dataclass(frozen=True)
class Printed:
    """A printed line of a table, its pieces by columns; ``ruled``: a rule lies above it.

    ``title``: it runs over the columns.
    """

    cells: tuple[tuple[Piece, ...], ...]
    ruled: bool = False
    title: bool = False

    @cached_property
    def upper(self) -> float:
        """Points from the top of the page to its letters."""
        return min(piece.box.top for cell in self.cells for piece in cell)

    @cached_property
    def lower(self) -> float:
        """Points from the top of the page to the foot of its letters."""
        return max(piece.box.bottom for cell in self.cells for piece in cell)

    @property
    def size(self) -> float:
        """Points, of its first words."""
        return next(piece.size for cell in self.cells for piece in cell)

    def text(self, column: int) -> str:
        """The words in a column."""
        return " ".join(piece.text for piece in self.cells[column])


@dataclass(frozen=True)
class Lines:
    """The printed lines of a table below its header, the columns that may lead a row, best first, and the bounds."""

    printed: tuple[Printed, ...]
    leading: tuple[int, ...]
    bounds: tuple[float, ...]

    @cached_property
    def number(self) -> int | None:
        """The column of numbers, where there is one."""
        return next((column for column in self.leading if self._is_numbered(column)), None)

    def _is_numbered(self, column: int) -> bool:
        texts = [text for line in self.printed if not line.title and (text := line.text(column))]
        return bool(texts) and sum(map(is_number, texts)) >= NUMBERED * len(texts)

    @cached_property
    def white(self) -> tuple[float, ...]:
        """The white above each line, in points; where cells are centred, lines of one row overlap."""
        above: list[float] = []
        reached = self.printed[0].upper if self.printed else 0.0
        for line in self.printed:
            above.append(line.upper - reached)
            reached = max(reached, line.lower)
        return tuple(above)

    def is_beside(self, at: int) -> bool:
        """Whether a line overlaps those above it, as where the cells of a row are centred."""
        return self.white[at] <= -CENTRED * self.printed[at].size

    @cached_property
    def leading_white(self) -> float:
        """The least white between two lines of one column, in points."""
        steps = [
            below[0].box.top - above[-1].box.bottom
            for column in zip(*(line.cells for line in self.printed if not line.title), strict=True)
            for above, below in pairwise([cell for cell in column if cell])
        ]
        return max(min(steps, default=0.0), -CLOSEST * self.printed[0].size)

    @cached_property
    def edges(self) -> tuple[float, ...]:
        """How far to the right the text of each column may reach, in points."""
        columns = zip(*(line.cells for line in self.printed if not line.title), strict=True)
        reached = [max((p.box.right for cell in column for p in cell), default=0.0) for column in columns]
        limits = [*(bound - PADDING for bound in self.bounds), 0.0]
        return tuple(map(max, reached, limits))


def is_number(text: str) -> bool:
    """Whether a cell holds the number of a row.

    >>> [is_number(text) for text in ("1.2", "3.", "A1", "U 2.1", "2018", "1 dom")]
    [True, True, True, True, False, False]
    """
    return bool(_NUMBER.match(text))


def starts_of(lines: Lines) -> list[bool]:
    """For each printed line, whether a row begins with it; by rules if there are any, by gaps, else by words."""
    for marks in (_by_rules(lines), _by_gaps(lines)):
        if marks is not None and _agree(lines, marks):
            return _with_titles(lines, marks)
    return _with_titles(lines, [at == 0 or _begins(lines, at) for at in range(len(lines.printed))])


def _with_titles(lines: Lines, marks: Sequence[bool]) -> list[bool]:
    """A title and what stands below it begin rows of their own, two lines of a title do not."""
    done = list(marks)
    for at, (before, line) in enumerate(pairwise(lines.printed), 1):
        if line.title != before.title:
            done[at] = True
        elif line.title and goes_on(line.text(0)):
            done[at] = False
    return done


def _by_rules(lines: Lines) -> list[bool] | None:
    inner = [line.ruled for line in lines.printed[1:]]
    return [True, *inner] if any(inner) else None


def _by_gaps(lines: Lines) -> list[bool] | None:
    """Rows by the white between them, where it is wider than the white between the lines of a cell."""
    white = lines.white
    inner = lines.leading_white
    wide = [
        gap >= inner + max(LEAST, WIDER * line.size) for gap, line in zip(white[1:], lines.printed[1:], strict=True)
    ]
    return [True, *wide] if any(wide) and not all(wide) else None


def _agree(lines: Lines, marks: Sequence[bool]) -> bool:
    """Whether the marks fit the words: one number in each row, and no row that plainly begins inside another."""
    inside = [at for at in range(1, len(marks)) if not marks[at] and not lines.printed[at].title]
    inside = [at for at in inside if not lines.is_beside(at)]
    if lines.number is not None:
        rows = [0]
        for mark, line in zip(marks, lines.printed, strict=True):
            rows += [0] if mark else []
            rows[-1] += not line.title and is_number(line.text(lines.number))
        return max(rows) <= 1 and rows.count(0) <= 2 + FEW * len(rows)
    return sum(_begins(lines, at) for at in inside) <= FEW * max(len(inside), 1)


def _begins(lines: Lines, at: int) -> bool:
    """Whether a row begins with a line, by the words in the leading columns; rows do not overlap."""
    if lines.is_beside(at):
        return False
    if lines.number is not None:
        return is_number(lines.printed[at].text(lines.number))
    if lines.white[at] >= LOOSE * lines.printed[at].size:
        return True
    columns = range(len(lines.printed[at].cells))
    return sum(_sign(lines, at, column) for column in columns) > 0


def _sign(lines: Lines, at: int, column: int) -> int:
    """Whether a column begins anew (1), goes on (-1), or has nothing to say.

    Cells are set at the top, so what stands below an empty place begins a row; and a line that was left although the
    next word would have fitted was the last of its cell.
    """
    line, before = lines.printed[at], lines.printed[at - 1]
    if not line.cells[column]:
        return 0
    if not before.cells[column]:
        return 1
    last, text = before.cells[column][-1], line.text(column)
    word = (len(text.split(" ", 1)[0]) + 1) * LETTER * last.size
    fits = last.box.right + word < lines.edges[column]
    if goes_on(text):
        return 0 if fits else -1
    return 1 if fits else 0
