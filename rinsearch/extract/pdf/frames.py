"""The columns of a table without standing rules: what stays white below the gaps between the words of its header."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from rinsearch.extract.pdf.headers import Header, Row
from rinsearch.extract.pdf.lines import Piece, parted

NARROWEST = 1.5  # points of a strip between columns
SPACE = 0.36  # of the size: the space of usual fonts has 0.22 to 0.32
FLUSH = 1.0  # points: words at the left edge of a column begin at one place
SAME_HEAD = 6.0  # points: the headings of one table stand at the same place on each page

Strip = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Frame:
    """The columns of a table: their headings, and the strips between them that are still white.

    ``again``: the headings stand on the page before too.
    """

    header: Header
    strips: tuple[tuple[Strip, ...], ...]
    again: bool = False

    @property
    def bounds(self) -> tuple[float, ...]:
        """Where one column ends and the next begins, in points: just before the next heading, if that is white."""
        return tuple(_bound(strips, head.left) for strips, head in zip(self.strips, self.header.heads[1:], strict=True))

    def narrowed(self, row: Row) -> Frame | None:
        """What is still white below this row; ``None`` where it runs over a whole strip."""
        lefts = [head.left for head in self.header.heads[1:]]
        words = list(_runs(row, lefts))
        strips = tuple(tuple(_white(each, words)) for each in self.strips)
        return replace(self, strips=strips) if all(strips) else None


def frame_of(header: Header) -> Frame:
    """The columns as the header alone shows them."""
    heads = header.heads
    return Frame(header, tuple(((a.right, b.left),) for a, b in pairwise(heads)))


def _bound(strips: Sequence[Strip], head: float) -> float:
    widest = max(strips, key=lambda strip: strip[1] - strip[0])
    beside = next((each for each in strips if head - each[1] < 1.5), widest)
    chosen = beside if beside[1] - beside[0] >= 0.5 * (widest[1] - widest[0]) or beside[1] - beside[0] > 8 else widest
    return chosen[1] - min(2.0, (chosen[1] - chosen[0]) / 2)


def _runs(row: Row, lefts: Sequence[float]) -> Iterator[Strip]:
    """From where to where words stand as near as in prose; not those where the words of a column begin."""
    start = end = float("-inf")
    for piece in row:
        for left, right in zip(*piece.edges, strict=True):
            apart = left - end > SPACE * piece.size or any(abs(left - each) < FLUSH for each in lefts)
            if apart and end > start:
                yield start, end
            start, end = (left if apart else start), right
    yield start, end


def _white(strips: Iterable[Strip], words: Iterable[Strip]) -> list[Strip]:
    """What words leave of strips."""
    rest = list(strips)
    for left, right in words:
        if any(left < end and right > start for start, end in rest):
            cut = {part for start, end in rest for part in ((start, min(end, left)), (max(start, right), end))}
            rest = sorted(part for part in cut if part[1] - part[0] >= NARROWEST)
    return rest


def like(frame: Frame, last: Frame | None) -> Frame:
    """The frame; with the columns of the page before, where it has the same header at the same place."""
    if last is None or len(last.header.heads) != len(frame.header.heads):
        return frame
    pairs = list(zip(frame.header.heads, last.header.heads, strict=True))
    same = all(a.text == b.text and abs(a.left - b.left) <= SAME_HEAD for a, b in pairs)
    return replace(frame, strips=last.strips, again=True) if same else frame


def by_columns(row: Row, bounds: Sequence[float]) -> dict[int, list[Piece]]:
    """The words of a row in each column; ``bounds`` in points."""
    cells: dict[int, list[Piece]] = {}
    for piece in row:
        for part in parted(piece, bounds):
            middle = (part.box.left + part.box.right) / 2
            cells.setdefault(sum(bound <= middle for bound in bounds), []).append(part)
    return cells
