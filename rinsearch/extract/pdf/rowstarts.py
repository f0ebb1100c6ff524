"""Where the rows of a table without standing rules begin: at rules, at gaps, or where a leading column begins anew."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from rinsearch.extract.pdf.lines import Piece
from rinsearch.extract.shapes import goes_on

WIDER = 1.2  # times the distance of lines in a cell: rows are set further apart
LEAST = 1.5  # points more, at least
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
    def top(self) -> float:
        """Points from the top of the page; of the usual letters, not of raised ones."""
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
    """The printed lines of a table below its header, and the columns that may lead a row, best first."""

    printed: tuple[Printed, ...]
    leading: tuple[int, ...]

    @cached_property
    def number(self) -> int | None:
        """The column of numbers, where there is one."""
        return next((column for column in self.leading if self._is_numbered(column)), None)

    def _is_numbered(self, column: int) -> bool:
        texts = [text for line in self.printed if not line.title and (text := line.text(column))]
        return bool(texts) and sum(map(is_number, texts)) >= NUMBERED * len(texts)

    @cached_property
    def edges(self) -> tuple[float, ...]:
        """How far to the right the text of each column reaches, in points."""
        cells = zip(*(line.cells for line in self.printed if not line.title), strict=True)
        return tuple(max((p.box.right for cell in column for p in cell), default=0.0) for column in cells)


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
    """Rows by the space between them, where there are two distances of lines."""
    steps = [second.top - first.top for first, second in pairwise(lines.printed)]
    if not steps:
        return None
    least = max(min(steps), 0.9 * lines.printed[0].size)
    wide = [step >= max(WIDER * least, least + LEAST) for step in steps]
    return [True, *wide] if any(wide) and not all(wide) else None


def _agree(lines: Lines, marks: Sequence[bool]) -> bool:
    """Whether the marks fit the words: one number in each row, and no row that plainly begins inside another."""
    inside = [at for at in range(1, len(marks)) if not marks[at] and not lines.printed[at].title]
    if lines.number is not None:
        rows = [0]
        for mark, line in zip(marks, lines.printed, strict=True):
            rows += [0] if mark else []
            rows[-1] += not line.title and is_number(line.text(lines.number))
        return max(rows) <= 1 and rows.count(0) <= 2 + FEW * len(rows)
    return sum(_begins(lines, at) for at in inside) <= FEW * max(len(inside), 1)


def _begins(lines: Lines, at: int) -> bool:
    """Whether a row begins with a line, by the words in the leading columns."""
    if lines.number is not None:
        return is_number(lines.printed[at].text(lines.number))
    signs = [_sign(lines, at, column) for column in lines.leading]
    return any(sign is True for sign in signs) and not any(sign is False for sign in signs)


def _sign(lines: Lines, at: int, column: int) -> bool | None:
    """Whether a column begins anew (True), goes on (False), or has nothing to say."""
    line, before = lines.printed[at], lines.printed[at - 1]
    if not line.cells[column]:
        return None
    if not before.cells[column]:
        return not goes_on(line.text(column))
    last, text = before.cells[column][-1], line.text(column)
    first = text.split(" ", 1)[0]
    fits = last.box.right + (len(first) + 1) * LETTER * last.size < lines.edges[column]
    if fits:
        return True
    return False if goes_on(text) else _others_begin(lines, at, column)


def _others_begin(lines: Lines, at: int, column: int) -> bool:
    """Where a column is full and goes on with a capital letter: whether all other cells begin here."""
    line, before = lines.printed[at], lines.printed[at - 1]
    others = [at for at, cell in enumerate(line.cells) if cell and at != column]
    return bool(others) and all(not goes_on(line.text(each)) and _ended(before, each) for each in others)


def _ended(line: Printed, column: int) -> bool:
    return not line.cells[column] or line.text(column)[-1:] not in ",-"
