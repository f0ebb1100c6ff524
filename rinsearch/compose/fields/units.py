"""The passages of a paper cut into what can be one measure: items of a list inside a paragraph, too."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from rinsearch.compose.fields.labels import Label, bare_label, labels_in
from rinsearch.compose.fields.learning import learned_labels
from rinsearch.compose.fields.sections import Place
from rinsearch.records import Passage, PassageKind
from rinsearch.taxonomy import column_fields
from rinsearch.taxonomy.phrases import phrase

_DEEP = re.compile(r"(?:(?:[IVX]{1,4}|\d{1,2}|[A-ZČŠŽ])[./]){1,3}\d{1,2}\.?\s+(?=[A-ZČŠŽ»„])")
_CODED = re.compile(r"[A-ZČŠŽ]{1,2}[.-]?\d{1,2}(?:[./][A-ZČŠŽ]?\d{1,2}){0,3}(?:[.:)]|\s[–—-](?=\s))?\s+(?=[A-ZČŠŽ»„])")
_PAGE = re.compile(r"\W*\d{1,3}\s?(?:/\s?\d{1,3})?\W*")
OPEN = frozenset({Place.OPEN, Place.MEASURES})  # where a title or label need not say that it is a measure's
KEPT = 1 << 12  # units of the papers at hand
ENDING = frozenset({"deadline", "amount", "funding"})  # fields of cards: duties and members have none
NEAR = 4  # units in which another bare label shows that one is meant
_LETTER = re.compile(r"\(?(?:[a-zčšžA-ZČŠŽ]|[ivx]{2,4})\)\s+(?=[A-ZČŠŽ»„])")
ENUMERATOR = re.compile(
    r"\W*(?:(?P<number>(?:\d{1,2}|[A-ZČŠŽ]|[IVX]{1,4})\.[a-zčšž](?![^\W_])|[A-ZČŠŽ]{0,2}[.-]?\d{1,2}(?:[./]\d{1,2}){0,3}|\d[OlI](?=[.)])|[ivx]{2,4}(?=\))|[a-zčšž]|[A-ZČŠŽ](?=\)\s+(?![A-ZČŠŽ]{3}|[^\W\d_]+\.\s))|[A-ZČŠŽ](?:[./]\d{1,2}){1,2}|[IVX]{1,4}(?:[./]\d{1,2}){1,2})(?:[.):]|(?<=\d)(?=\s)|(?<=\.[a-zčšž])(?=\s))\s*)?"
)


@dataclass(frozen=True, slots=True)
class Unit:
    """A part of a passage, and what it stands among."""

    passage: Passage
    start: int
    end: int
    place: Place
    label: str | None = None  # the field whose bare label it is: "Izvajalec", with the value in the next unit
    learned: Mapping[str, str] = field(default_factory=dict)  # labels of this paper that no table knows

    @property
    def text(self) -> str:
        """Its words."""
        return self.passage.text[self.start : self.end]

    def labels(self, start: int | None = None) -> tuple[Label, ...]:
        """The labels in it, from a position on."""
        return labels_in(self.passage, self.start if start is None else start, self.end, self.learned)

    def labels_below(self, above: str | None) -> tuple[Label, ...]:
        """The labels in it; a label that stands alone above it is that of all its words."""
        return self.labels() if above is None else (Label(above, self.start, (self.start, self.end)),)

    @property
    def is_item(self) -> bool:
        """An item of a list, or a part that begins with a number."""
        return self.passage.kind is PassageKind.ITEM or self.number is not None

    @property
    def body(self) -> int:
        """Where its words begin, behind a bullet, a number and a code in brackets."""
        begin = _enumerated(self.passage.text, self.start, self.end)[1]
        code = phrase("coded").match(self.passage.text, begin, self.end)
        return code.end() if code else begin

    @property
    def number(self) -> str | None:
        """The number before its words."""
        return _enumerated(self.passage.text, self.start, self.end)[0]


@lru_cache(maxsize=KEPT)
def _enumerated(text: str, start: int, end: int) -> tuple[str | None, int]:
    """The number before the words of a unit, and where they begin; several rules ask for it one after another."""
    match = ENUMERATOR.match(text, start, end)
    if match is None:
        return None, start
    lead = len(text[start : match.end()].rstrip("»„"))  # a quotation mark belongs to the words behind it
    return match["number"], start + lead


def units_of(passages: tuple[Passage, ...], places: Mapping[str, Place]) -> Iterator[Unit]:
    """All units of running text, in order; rows of tables are none, but for what goes on with a card."""
    units = _without_running(list(_cut(passages, places)))
    learned = learned_labels([(unit.passage, (unit.start, unit.end)) for unit in units if unit.place in OPEN])
    units = [replace(unit, learned=learned) for unit in units] if learned else units
    labels = [bare_label(unit.text) for unit in units]
    for at, (unit, label) in enumerate(zip(units, labels, strict=True)):
        others = {each for each in labels[max(0, at - NEAR) : at + NEAR + 1] if each}
        yield replace(unit, label=label) if label and len(others) > 1 and _has_value(units, labels, at) else unit


def _without_running(units: list[Unit]) -> list[Unit]:
    """Without numbers of pages, and lines that come again with the name of the plan."""
    seen = Counter(unit.text for unit in units)
    return [
        unit
        for unit in units
        if not (_PAGE.fullmatch(unit.text) or (seen[unit.text] > 1 and phrase("running-line").search(unit.text)))
    ]


def _has_value(units: Sequence[Unit], labels: Sequence[str | None], at: int) -> bool:
    return at + 1 < len(units) and not labels[at + 1] and units[at + 1].passage.kind is not PassageKind.HEADING


def _cut(passages: tuple[Passage, ...], places: Mapping[str, Place]) -> Iterator[Unit]:
    for passage in passages:
        if passage.kind is PassageKind.ROW and not is_part_of_card(passage):
            continue
        starts = sorted({0, *(match.end() for match in phrase("list-inside").finditer(passage.text)), *_lines(passage)})
        for start, end in zip(starts, [*starts[1:], len(passage.text)], strict=True):
            yield Unit(passage, start, len(passage.text[:end].rstrip()), places[passage.id])


def is_part_of_card(row: Passage) -> bool:
    """ "NOSILEC: CSD Kranj | ROK: 2018": lines with labels that were read as a form; the name stands above it."""
    named = [each.heading for each in row.columns]
    if not named or not row.text.startswith(f"{named[0]}:"):
        return False
    others = (heading for heading in named if not phrase("label-of-description").match(heading))
    fields = {field for heading in others for field in column_fields(heading)}
    return "measure" not in fields and bool(fields & ENDING)


def _lines(passage: Passage) -> Iterator[int]:
    """Lines that begin an item, though the reader took it for a part of the one before, and bare labels.

    An item begins with a letter in brackets, or with a number, a code or a word such as those that the passage begins
    with: "1.2 Klub", "U2: Klub", "Ukrep 3: Klub", "Ukrep: Klub".
    """
    begins = next(
        (pattern for pattern in (_DEEP, _CODED, phrase("measure-called")) if pattern.match(passage.text)), None
    )
    measure = phrase("named-measure").match(passage.text) if "\n" in passage.text or len(passage.spans) > 1 else None
    ends = [*(span.start for span in passage.spans[1:]), len(passage.text)]
    for span, end in zip(passage.spans, ends, strict=True):
        again = begins and begins.match(passage.text, span.start)
        named = measure and phrase("named-measure").match(passage.text, span.start)
        if _LETTER.match(passage.text, span.start) or again or named:
            yield span.start
        elif bare_label(passage.text[span.start : end].strip()) and end < len(passage.text):
            yield from (span.start, end)
