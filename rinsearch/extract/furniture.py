"""Running headers, footers and page numbers: what repeats at the edges of pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Self

from rinsearch.records import BlockKind, Line
from rinsearch.taxonomy.phrases import phrase

EDGE_LINES = 4  # a header or footer has up to that many lines
EDGE = 0.16  # of the page height; running lines lie in the outer sixth
SHARE = 0.4  # of the pages: headers of left and right pages differ, and the first page often has none
PLACE = 0.015  # of the page height: short repeated lines stand at the same place
LONG = 20  # characters that do not repeat by chance
MARGIN = 0.935  # of the page height: print below it lies in the margin (2 cm of A4 and less)
GAP = 0.02  # of the page height between the text and what is printed in the margin

_OUTER_NUMBER = re.compile(r"^\W*(\d+)\b(?!\.)|\b(\d+)\W*$")


Key = tuple[BlockKind | None, str, int]  # edge, words, place on a grid


@dataclass(slots=True)  # not frozen, for each line has one, and these are made in a third of the time
class PageLine:
    """A line of a page: ``place`` is its height on the page, 0 to 1; ``rank`` and ``left`` count lines to the edges.

    ``gap``: of the page height, to the line above; ``number``: of the page.
    """

    text: str
    place: float
    rank: int
    left: int
    measured: bool = True
    gap: float = 0.0
    number: int = 0

    @classmethod
    def of(cls, line: Line, at: int, total: int) -> Self:
        """A line of a page whose lines have numbers but no places."""
        return cls(line.text, 0.0 if at < total / 2 else 1.0, at, total - 1 - at, measured=False, number=line.page or 0)

    @property
    def edge(self) -> BlockKind | None:
        """Header or footer where the line lies near enough to an edge to be one."""
        if self.place <= (EDGE if self.measured else 0.0) and self.rank < EDGE_LINES:
            return BlockKind.HEADER
        if self.place >= (1 - EDGE if self.measured else 1.0) and self.left < EDGE_LINES:
            return BlockKind.FOOTER
        return None

    @property
    def keys(self) -> set[Key]:
        """What repeats: the words and the place; with the page's number, which may be that of a volume, and without.

        "K točki 3" at the top of page 3 and "K točki 4" at the top of page 4 are headings of items on pages of their
        own: their numbers are those of the pages by chance.
        """
        words = phrase("numbering-of-pages").sub("#", " ".join(self.text.split()))
        if phrase("taken-up-by-number").match(words):
            return {self._key(words)}
        return {self._key(words), self._key(_OUTER_NUMBER.sub(self._unnumbered, words))}

    def _key(self, words: str) -> Key:
        exact = self.measured and len(words) < LONG  # pages of another height have it elsewhere
        return self.edge, words, round(self.place / PLACE) if exact else 0

    def _unnumbered(self, found: re.Match[str]) -> str:
        return "#" if (found[1] or found[2]) == str(self.number) else found[0]


def furniture(pages: Sequence[Mapping[int, PageLine]]) -> list[dict[int, BlockKind]]:
    """For each page, which of its lines are header or footer; lines that may be, by their numbers."""
    outer = [{at: line for at, line in page.items() if line.edge and line.text.strip()} for page in pages]
    keys = [{at: line.keys for at, line in page.items()} for page in outer]
    seen = Counter(key for page in keys for key in set().union(*page.values()))
    wanted = max(2, SHARE * len(pages))
    repeated = [{at for at, known in page.items() if _count(known, seen) >= wanted} for page in keys]
    return [_marked(page, known) for page, known in zip(outer, repeated, strict=True)]


def _marked(page: Mapping[int, PageLine], repeated: Collection[int]) -> dict[int, BlockKind]:
    marked: dict[int, BlockKind] = {}
    for at, line in page.items():
        alone = line.place > MARGIN and line.gap > GAP and line.measured
        number = min(line.rank, line.left) < 2 and phrase("page-number").match(line.text)
        if line.edge and (alone or number or at in repeated):
            marked[at] = line.edge
    return marked


def _count(keys: Iterable[Key], seen: Counter[Key]) -> int:
    """On how many pages a line stands at this place, give or take a step of the grid."""
    return max(_near(key, seen) for key in keys)


def _near(key: Key, seen: Counter[Key]) -> int:
    edge, words, place = key
    return sum(seen[(edge, words, place + step)] for step in ((-1, 0, 1) if place else (0,)))
