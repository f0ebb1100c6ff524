"""The passages of a paper cut into what can be one measure: items of a list inside a paragraph, too."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rinsearch.compose.sections import Place
from rinsearch.records import Passage, PassageKind

# As in: "ukrepi: a) dnevni center; b) prevozi" and "ukrepi: 1. dnevni center; 2. prevozi".
_INLINE = re.compile(
    r"(?<=[;:,.])\s+(?=(?:[A-ZČŠŽ]?\d{1,2}|[a-zčšž])\)\s)|(?<=[;:])\s+(?=(?:\d{1,2}\.|[–•-])\s+[^\W\d_])"
)
ENUMERATOR = re.compile(
    r"\W*(?:(?P<number>[A-ZČŠŽ]{0,2}[.-]?\d{1,2}(?:[./]\d{1,2}){0,3}|[a-zčšž]|[A-ZČŠŽ](?:[./]\d{1,2}){1,2}|[IVX]{1,4}(?:[./]\d{1,2}){1,2})(?:[.):]|(?<=\d)(?=\s))\s*)?"
)


@dataclass(frozen=True, slots=True)
class Unit:
    """A part of a passage, and what it stands among."""

    passage: Passage
    start: int
    end: int
    place: Place

    @property
    def text(self) -> str:
        """Its words."""
        return self.passage.text[self.start : self.end]

    @property
    def is_item(self) -> bool:
        """An item of a list, or a part that begins with a number."""
        match = ENUMERATOR.match(self.passage.text, self.start, self.end)
        return self.passage.kind is PassageKind.ITEM or bool(match and match["number"])

    @property
    def body(self) -> int:
        """Where its words begin, behind a bullet or number."""
        match = ENUMERATOR.match(self.passage.text, self.start, self.end)
        return match.end() if match else self.start

    @property
    def number(self) -> str | None:
        """The number before its words."""
        match = ENUMERATOR.match(self.passage.text, self.start, self.end)
        return match["number"] if match else None


def units_of(passages: tuple[Passage, ...], places: Mapping[str, Place]) -> Iterator[Unit]:
    """All units of running text, in order; rows of tables are none."""
    for passage in passages:
        if passage.kind is PassageKind.ROW:
            continue
        start = 0
        for match in _INLINE.finditer(passage.text):
            yield Unit(passage, start, match.start(), places[passage.id])
            start = match.end()
        yield Unit(passage, start, len(passage.text), places[passage.id])
