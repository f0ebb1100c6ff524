"""Measures in blocks: a title ("Ukrep A.1: …") with the labelled lines or sentences behind it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from rinsearch.compose.fields.block_titles import (
    first_line,
    in_brackets,
    in_later_sentence,
    is_other_label,
    may_be_title,
    tells_of_more,
    title_of_text,
    title_span,
)
from rinsearch.compose.fields.columns import MEASURE
from rinsearch.compose.fields.drafts import STRONG, SUPPORTING, Draft
from rinsearch.compose.fields.labels import Label
from rinsearch.compose.fields.sections import Place
from rinsearch.compose.fields.told import before_provider
from rinsearch.compose.fields.units import OPEN, Unit
from rinsearch.compose.measures.block_ahead import MOST_PROSE, Ahead
from rinsearch.compose.measures.block_lines import (
    Block,
    called_measure,
    described_by,
    may_open,
    told_besides,
    with_labels,
    with_unit,
)
from rinsearch.records import PassageKind
from rinsearch.taxonomy.phrases import phrase

NO_TITLES = ("measures-follow", "heading-inside-item", "about-item", "subject-line", "no-measure")


@dataclass
class _Reader:
    """Goes through the units of a paper."""

    ahead: Ahead
    provided: frozenset[str] = frozenset()  # passages below a title that says who
    block: Block | None = field(default=None)
    inside: set[tuple[str, int]] = field(default_factory=set)  # units that describe a measure before its labels

    def drafts(self) -> Iterator[Draft]:
        above: str | None = None
        for at, unit in enumerate(self.ahead.units):
            labels = unit.labels_below(above)
            above = unit.label
            if above and not self.ahead.is_closed(unit):
                continue
            described = self.block is not None and at < self.block.until
            opened = None if described or self.ahead.is_closed(unit) else self._opened(at, unit, labels)
            if described and self.block:
                self.block = described_by(self.block, unit)
                self.inside.add((unit.passage.id, unit.start))
            elif opened or self._ends(unit, labels):
                yield from self._finished()
                self.block = opened
            elif self.block:
                self.block = with_unit(self.block, unit, labels)
            if self.block:
                seen = (*self.block.seen, (unit.passage, (unit.start, unit.end)))
                self.block = replace(self.block, seen=seen)
        yield from self._finished()

    def _ends(self, unit: Unit, labels: tuple[Label, ...]) -> bool:
        """What ends a block: a heading, a chapter without measures, a list, more text than describes one measure."""
        if self.block is None or self.ahead.is_closed(unit):
            return True
        if unit.passage.kind is PassageKind.HEADING and not (self.block.alone and self.block.lacks_text):
            return True
        if labels or self.block.lacks_text:
            return False
        if unit.is_item and (self.block.whole or (unit.number and self.block.draft.number and not self.block.named)):
            return True
        full = set(self.block.draft.fields) >= STRONG or len(self.block.prose) >= MOST_PROSE
        area = phrase("label-of-area").match(unit.text)
        return full or bool(area or phrase("measures-follow").search(unit.text))

    def _finished(self) -> Iterator[Draft]:
        block, self.block = self.block, None
        if block is None or block.lacks_text:
            return
        draft = replace(block.draft, around=block.seen)
        for passage, span in block.prose:
            if passage.id == draft.passage.id or not phrase("about-the-plan").search(passage.text, *span):
                draft = draft.with_fields(passage, told_besides(passage.text, span, draft))
        told = STRONG & set(draft.fields) - ({"deadline"} if block.alone else set())
        if block.named or told or (block.whole and draft.passage.id in self.provided):
            yield draft

    def _opened(self, at: int, unit: Unit, labels: tuple[Label, ...]) -> Block | None:
        return (
            self._named(at, unit, labels)
            or self._labelled(at, unit, labels)
            or (self._with_own_labels(at, unit, labels) if unit.place in OPEN else None)
            or (self._before_labels(at, unit, labels) if unit.place in OPEN else None)
        )

    def _labelled(self, at: int, unit: Unit, labels: tuple[Label, ...]) -> Block | None:
        """ "Naziv ukrepa: Hiša na pol poti", with more labels behind it."""
        if (
            not labels
            or labels[0].field != MEASURE
            or labels[0].start > unit.body
            or (self.block and self.block.lacks_text)
        ):
            return None
        span = labels[0].value
        if self.block and self._describes(self.block, unit, labels[0]):
            return None
        told = any(each.field in SUPPORTING for each in labels) or self._labels_follow(at, at + 1)
        first = 0 if told or labels[1:] else self.ahead.first_label(at)
        told = told or (first > at + 1 and self._labels_follow(at, first))
        if not told or not unit.passage.text[slice(*span)].strip():
            return None
        draft = Draft(unit.passage, first_line(unit, span), {}, unit.number, "measure.block")
        titled = phrase("label-of-name").match(unit.passage.text, labels[0].start) is not None
        return with_labels(Block(draft, until=first, titled=titled), unit, labels[1:])

    def _describes(self, block: Block, unit: Unit, label: Label) -> bool:
        """Whether a label that may name a measure describes the one that is being read."""
        text = unit.passage.text
        if block.named and not SUPPORTING & set(block.draft.fields):
            names = ("label-of-description", "label-of-what")
            return any(phrase(name).match(text, label.start) for name in names)
        return block.titled and phrase("label-of-work").match(text, label.start) is not None

    def _with_own_labels(self, at: int, unit: Unit, labels: tuple[Label, ...]) -> Block | None:
        """ "a) Krizno stanovanje za žrtve nasilja; nosilec CSD, rok: 30. 6. 2019"."""
        found = {label.field for label in labels} | ({"provider"} if labels and self._is_provided(unit) else set())
        found |= self._goes_on(at) if labels and unit.is_item else set()
        alone = len(found & SUPPORTING) < 2 and not (unit.is_item and "provider" in found)
        if not found & STRONG or (alone and unit.place is not Place.MEASURES):
            return None
        span = title_span(unit, labels[0].start)
        fresh = self.block is not None and not SUPPORTING & set(self.block.draft.fields)
        led = not unit.is_item and is_other_label(unit)  # "Pogoj: prostor na sodišču Nosilec: …" below a name
        others = led or in_brackets(unit, labels) or in_later_sentence(unit, labels) or tells_of_more(unit, labels)
        past = span and not unit.is_item and phrase("told-in-the-past").search(unit.passage.text, *span)
        if span is None or (fresh and not unit.is_item) or others or past:
            return None
        if title := self._title_above(at, unit):
            return with_labels(title, unit, labels)
        span = before_provider(unit.passage.text, span)
        between = (span[1], labels[0].start)
        fields = {"description": between} if unit.passage.text[slice(*between)].strip(" .,;(–-") else {}
        draft = Draft(unit.passage, span, fields, unit.number, "measure.block")
        whole = unit.passage.kind is PassageKind.ITEM
        return with_labels(Block(draft, ((unit.passage, between),), whole=whole), unit, labels)

    def _title_above(self, at: int, unit: Unit) -> Block | None:
        """The title above running text that has the labels: "Sosedska mreža", "Prostovoljci bodo …. Nosilec: …"."""
        above = self.ahead.units[at - 1] if at and not self.block else None
        if above is None or self.ahead.is_closed(above) or any(phrase(name).search(above.text) for name in NO_TITLES):
            return None
        span = title_of_text(above, unit)
        return Block(Draft(above.passage, span, {}, above.number, "measure.block")) if span else None

    def _goes_on(self, at: int) -> set[str]:
        """The fields of labels with which the line behind an item begins, when it is no item itself."""
        for following in self.ahead.units[at + 1 : at + 2]:
            labels = following.labels()
            if labels and labels[0].start <= following.body and not following.is_item:
                return {label.field for label in labels}
        return set()

    def _is_provided(self, unit: Unit) -> bool:
        return unit.is_item and unit.passage.id in self.provided

    def _before_labels(self, at: int, unit: Unit, labels: tuple[Label, ...]) -> Block | None:
        """A title with labelled lines behind it."""
        if labels or not may_be_title(unit) or (self.block and self.block.lacks_text):
            return None
        first = self.ahead.first_label(at)
        if not self._labels_follow(at, first) or any(phrase(name).search(unit.text) for name in NO_TITLES):
            return None
        span = title_span(unit, unit.end)
        return Block(Draft(unit.passage, span, {}, unit.number, "measure.block"), until=first) if span else None

    def _labels_follow(self, at: int, first: int) -> bool:
        again = self.block is not None and set(self.block.draft.fields) >= STRONG
        known = self.ahead.units[at].passage.id in self.provided and first == at + 1
        return self.ahead.labels_follow(at, first, again) or (known and self.ahead.time_follows(first))

    def _named(self, at: int, unit: Unit, labels: tuple[Label, ...]) -> Block | None:
        """A measure that is called one, with the lines that describe it before its labels."""
        block = called_measure(unit, labels)
        first = self.ahead.first_label(at) if block and not labels else at + 1
        if block is None or block.lacks_text:  # then the line below names it
            return block
        follow = first > at + 1 and self._labels_follow(at, first)
        return replace(block, until=first) if follow else block


def from_blocks(
    units: Sequence[Unit], titles: frozenset[str], provided: frozenset[str] = frozenset()
) -> tuple[list[Draft], frozenset[tuple[str, int]]]:
    """Blocks of a title with labelled lines, or with sentences that tell who does it and until when.

    Beside them the units (passage and start) that describe a measure before its labels: no measure stands there.
    """
    if not provided and not any(map(may_open, units)):  # so it is in four minutes of five
        return [], frozenset()
    reader = _Reader(Ahead(units, titles), provided)
    return list(reader.drafts()), frozenset(reader.inside)
