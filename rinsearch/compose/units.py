"""The passages of a paper cut into what can be one measure: items of a list inside a paragraph, too."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rinsearch.compose.sections import Place
from rinsearch.records import Passage, PassageKind
from rinsearch.taxonomy.phrases import phrase

# As in: "ukrepi: a) dnevni center; b) prevozi" and "ukrepi: 1. dnevni center; 2. prevozi".
_INLINE = re.compile(
    r"(?<=[;:,.])\s+(?=(?:[A-ZČŠŽ]?\d{1,2}|[a-zčšž])\)\s)|(?<=[;:])\s+(?=(?:\d{1,2}\.|[–•-])\s+[^\W\d_])"
)
_LETTER = re.compile(r"\(?[a-zčšž]\)\s+(?=[A-ZČŠŽ»„])")
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
        """Where its words begin, behind a bullet, a number and a code in brackets."""
        match = ENUMERATOR.match(self.passage.text, self.start, self.end)
        begin = match.end() if match else self.start
        code = phrase("coded").match(self.passage.text, begin, self.end)
        return code.end() if code else begin

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
        starts = sorted({0, *(match.end() for match in _INLINE.finditer(passage.text)), *_lines(passage)})
        for start, end in zip(starts, [*starts[1:], len(passage.text)], strict=True):
            yield Unit(passage, start, len(passage.text[:end].rstrip()), places[passage.id])


def _lines(passage: Passage) -> Iterator[int]:
    """Lines that begin with a letter in brackets: an item, though the reader took it for a part of the one before."""
    return (span.start for span in passage.spans if _LETTER.match(passage.text, span.start))
