"""Measures in blocks: a title ("Ukrep A.1: …") with the labelled lines or sentences behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile

from rinsearch.clauses import enclosing, sentences
from rinsearch.compose.columns import MEASURE
from rinsearch.compose.drafts import SUPPORTING, Draft, Span
from rinsearch.compose.labels import Label
from rinsearch.compose.parts import LONGEST, in_parts
from rinsearch.compose.sections import Place, is_title
from rinsearch.compose.told import provider_and_time, told_fields
from rinsearch.compose.units import Unit
from rinsearch.records import Passage, PassageKind
from rinsearch.taxonomy.phrases import phrase

STRONG = frozenset({"provider", "deadline"})
NO_TITLES = ("measures-follow", "heading-inside-item", "about-item", "subject-line")
MOST_PROSE = 3  # paragraphs that describe one measure
MOST_BETWEEN = 10  # lines between the title of a measure and its first label
AHEAD = 4  # labelled lines behind a title that are looked at for one of who, until when, for whom
TITLE_LENGTH = 220  # characters
LABEL_REACH = 40  # characters: "Predviden začetek izvajanja: "
CLOSED = frozenset({Place.CLOSED})
_OTHER_LABEL = re.compile(r"\W*[^\W\d_]+(?: [^\W\d_]+){0,4}\s?:\s+\S")
UNNAMED = frozenset({Place.OPEN, Place.MEASURES})  # where a title alone may open a block


@dataclass(frozen=True, slots=True)
class _Block:
    """A measure that is being read, and the running text that may tell who does it."""

    draft: Draft
    prose: tuple[tuple[Passage, Span], ...] = ()
    seen: tuple[tuple[Passage, Span], ...] = ()
    named: bool = False
    until: int = 0  # the unit with its first label; those before it describe the measure

    @property
    def lacks_text(self) -> bool:
        """Whether only a number was read so far."""
        return not self.draft.passage.text[slice(*self.draft.text)].strip(" .:–-")


@dataclass
class _Reader:
    """Goes through the units of a paper."""

    units: Sequence[Unit]
    titles: frozenset[str]  # passages that are titles of priorities and goals
    block: _Block | None = field(default=None)
    inside: set[tuple[str, int]] = field(default_factory=set)  # units that describe a measure before its labels

    def drafts(self) -> Iterator[Draft]:
        above: str | None = None
        for at, unit in enumerate(self.units):
            labels = _labels(unit, above)
            above = unit.label
            if above and not self._is_closed(unit):
                continue
            described = self.block is not None and at < self.block.until
            opened = None if described or self._is_closed(unit) else self._opened(at, unit, labels)
            if described and self.block:
                self.block = _described(self.block, unit)
                self.inside.add((unit.passage.id, unit.start))
            elif opened or self._ends(unit, labels):
                yield from self._finished()
                self.block = opened
            elif self.block:
                self.block = _taken(self.block, unit, labels)
            if self.block:
                seen = (*self.block.seen, (unit.passage, (unit.start, unit.end)))
                self.block = replace(self.block, seen=seen)
        yield from self._finished()

    def _is_closed(self, unit: Unit) -> bool:
        return unit.place in CLOSED or unit.passage.id in self.titles

    def _ends(self, unit: Unit, labels: tuple[Label, ...]) -> bool:
        """What ends a block: a heading, a chapter without measures, a list, more text than describes one measure."""
        if self.block is None or self._is_closed(unit) or unit.passage.kind is PassageKind.HEADING:
            return True
        if labels or self.block.lacks_text:
            return False
        if unit.number and self.block.draft.number and not self.block.named:
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
            draft = draft.with_fields(passage, told_fields(passage.text, *span))
        if block.named or STRONG & set(draft.fields):
            yield draft

    def _opened(self, at: int, unit: Unit, labels: tuple[Label, ...]) -> _Block | None:
        return (
            self._named(at, unit, labels)
            or self._labelled(at, unit, labels)
            or (self._with_own_labels(unit, labels) if unit.place in UNNAMED else None)
            or (self._before_labels(at, unit, labels) if unit.place in UNNAMED else None)
        )

    def _labelled(self, at: int, unit: Unit, labels: tuple[Label, ...]) -> _Block | None:
        """ "Naziv ukrepa: Hiša na pol poti", with more labels behind it."""
        if (
            not labels
            or labels[0].field != MEASURE
            or labels[0].start > unit.body
            or (self.block and self.block.lacks_text)
        ):
            return None
        span = labels[0].value
        described = self.block is not None and self.block.named and not SUPPORTING & set(self.block.draft.fields)
        if described and phrase("label-of-description").match(unit.passage.text, labels[0].start):
            return None
        told = any(each.field in SUPPORTING for each in labels) or self._labels_follow(at, at + 1)
        if not told or not unit.passage.text[slice(*span)].strip():
            return None
        return _taken_labels(_Block(Draft(unit.passage, span, {}, unit.number, "measure.block")), unit, labels[1:])

    def _with_own_labels(self, unit: Unit, labels: tuple[Label, ...]) -> _Block | None:
        """ "a) Krizno stanovanje za žrtve nasilja; nosilec CSD, rok: 30. 6. 2019"."""
        found = {label.field for label in labels}
        alone = len(found & SUPPORTING) < 2 and not (unit.is_item and "provider" in found)
        if not found & STRONG or (alone and unit.place is not Place.MEASURES):
            return None
        span = _title_span(unit, labels[0].start)
        fresh = self.block is not None and not SUPPORTING & set(self.block.draft.fields)
        if (
            span is None
            or (fresh and not unit.is_item)
            or _in_brackets(unit, labels)
            or _in_later_sentence(unit, labels)
        ):
            return None
        between = (span[1], labels[0].start)
        fields = {"description": between} if unit.passage.text[slice(*between)].strip(" .,;(–-") else {}
        draft = Draft(unit.passage, span, fields, unit.number, "measure.block")
        return _taken_labels(_Block(draft, ((unit.passage, between),)), unit, labels)

    def _before_labels(self, at: int, unit: Unit, labels: tuple[Label, ...]) -> _Block | None:
        """A title with labelled lines behind it."""
        if labels or not _is_title(unit) or (self.block and self.block.lacks_text):
            return None
        first = self._first_label(at)
        if not self._labels_follow(at, first) or any(phrase(name).search(unit.text) for name in NO_TITLES):
            return None
        span = _title_span(unit, unit.end)
        return _Block(Draft(unit.passage, span, {}, unit.number, "measure.block"), until=first) if span else None

    def _labels_follow(self, at: int, first: int) -> bool:
        """Whether the next lines begin with labels: one says who, until when or for whom, a second one is beside it.

        Behind an item where measures stand, one that says who is enough.
        """
        fields: set[str] = set()
        above: str | None = None
        for unit in self.units[first:][:AHEAD]:
            labels = _labels(unit, above)
            above = unit.label
            if above or (fields and not labels and _is_other_label(unit)):
                continue
            if not labels or labels[0].start > unit.body or unit.passage.kind is PassageKind.HEADING:
                break
            if labels[0].field == MEASURE:
                break
            fields |= {label.field for label in labels}
        title = self.units[at]
        listed = title.is_item and title.place is Place.MEASURES and first == at + 1
        return bool(fields & SUPPORTING) and (len(fields) > 1 or (listed and "provider" in fields))

    def _first_label(self, at: int) -> int:
        """Where labelled lines may begin: right behind a title, or behind what describes the measure.

        That are labels of other things, running text, and the steps of a measure with a number: at least two items.
        """
        title = self.units[at]
        below = self.units[at + 1 : at + 1 + MOST_BETWEEN]
        between = list(takewhile(lambda unit: self._describes(title, unit), below))
        steps = sum(unit.is_item for unit in between)
        prose = len(between) - steps
        fits = steps != 1 and prose <= MOST_PROSE and len(between) < MOST_BETWEEN
        return at + 1 + len(between) if fits else at + 1

    def _describes(self, title: Unit, unit: Unit) -> bool:
        """Whether a line between a title and the labels below it describes the measure."""
        if self._is_closed(unit) or unit.passage.kind is PassageKind.HEADING or unit.label or unit.labels():
            return False
        numbered = bool(title.number) or title.passage.kind is PassageKind.HEADING or _is_named(title)
        if _is_other_label(unit):
            return True
        if unit.is_item:
            return numbered and not unit.number and not _is_named(unit, "A-ZČŠŽ")
        return (
            (numbered or title.is_item)
            and title.place is Place.MEASURES
            and not phrase("named-measure").match(unit.passage.text, unit.start, unit.end)
        )

    def _named(self, at: int, unit: Unit, labels: tuple[Label, ...]) -> _Block | None:
        """A measure that is called one, with the lines that describe it before its labels."""
        block = _named(unit, labels)
        first = self._first_label(at) if block and not labels else at + 1
        follow = first > at + 1 and self._labels_follow(at, first)
        return replace(block, until=first) if block and follow else block


def from_blocks(units: Sequence[Unit], titles: frozenset[str]) -> tuple[list[Draft], frozenset[tuple[str, int]]]:
    """Blocks of a title with labelled lines, or with sentences that tell who does it and until when.

    Beside them the units (passage and start) that describe a measure before its labels: no measure stands there.
    """
    reader = _Reader(units, titles)
    return list(reader.drafts()), frozenset(reader.inside)


def _is_title(unit: Unit) -> bool:
    """Whether a unit can be the title of a measure."""
    title = unit.passage.kind is PassageKind.HEADING or unit.is_item or is_title(unit.passage)
    return title and not _is_other_label(unit) and not unit.text.endswith("?")


def _is_other_label(unit: Unit) -> bool:
    """ "Lokacija srečanj: Kranj": a line with a label of something else."""
    return bool(_OTHER_LABEL.match(unit.passage.text, unit.start, unit.end)) and not _is_named(unit)


def _is_named(unit: Unit, first: str = "") -> bool:
    """ "Ukrep 2.3 …"; ``first`` are the letters of which its word begins with one."""
    match = phrase("named-measure").match(unit.passage.text, unit.start, unit.end)
    return bool(match) and (not first or unit.text.lstrip(" -–•*·")[:1].isupper())


def _described(block: _Block, unit: Unit) -> _Block:
    """The block with a unit that describes the measure."""
    span = (unit.start, unit.end)
    return replace(block, draft=block.draft.with_fields(unit.passage, {"description": span}))


def _named(unit: Unit, labels: tuple[Label, ...]) -> _Block | None:
    """ "Ukrep 2.3 – Dolgovi pod streho": the first sentence names the measure, what follows describes it."""
    match = phrase("named-measure").match(unit.passage.text, unit.start, unit.end)
    if match is None or phrase("done-before").search(unit.text[:120]):
        return None
    end = labels[0].start if labels else unit.end
    first = enclosing(sentences(unit.passage.text), match.end())
    title_end = min(first.end, end) if match.end() < end else end
    parts = in_parts(unit.passage, match.end(), unit.end) if not labels and unit.end - match.end() <= LONGEST else None
    if parts and "provider" in parts[1]:
        draft = Draft(unit.passage, *parts, match["number"], "measure.block")
        return _Block(draft, named=True)
    fields = {"description": (title_end, end)} if unit.passage.text[title_end:end].strip(" .") else {}
    draft = Draft(unit.passage, (match.end(), max(title_end, match.end())), fields, match["number"], "measure.block")
    block = _Block(draft, ((unit.passage, (match.end(), unit.end)),), named=True)
    return _taken_labels(block, unit, labels)


def _title_span(unit: Unit, end: int) -> Span | None:
    """The words of a title, without its number and without what leads over to a label."""
    start = unit.body
    words = unit.passage.text[start:end].rstrip(" \t\n,;:|/([–—-")
    first = next(iter(sentences(words)), None)
    length = first.end if first and words[: first.end].endswith(".") else len(words)
    if sum(map(str.isalpha, words[:length])) < 4 or length > TITLE_LENGTH:
        return None
    return start, start + length


def _labels(unit: Unit, above: str | None) -> tuple[Label, ...]:
    """The labels of a unit; the one that stands above it is the label of all its words."""
    if above:
        return (Label(above, unit.start, (unit.start, unit.end)),)
    return unit.labels()


def _in_later_sentence(unit: Unit, labels: tuple[Label, ...]) -> bool:
    """Running text that tells of several things: the first label stands inside a sentence that is not the first one.

    So does one without a colon ("Rok je 31. 1. 2019.") behind a first sentence that is no title.
    """
    if unit.is_item:
        return False
    parts = sentences(unit.passage.text)
    sentence = enclosing(parts, labels[0].start)
    before = unit.passage.text[sentence.start : labels[0].start]
    told = ":" not in unit.passage.text[labels[0].start : labels[0].value[0]]
    running = told and phrase("planned").search(unit.passage.text, unit.body, sentence.start)
    return sentence.start > unit.body and bool(before.strip() or running)


def _in_brackets(unit: Unit, labels: tuple[Label, ...]) -> bool:
    """Several measures in one sentence, each with brackets behind it; they are read one by one elsewhere."""
    return sum(label.field == "provider" for label in labels) > 1


def _taken(block: _Block, unit: Unit, labels: tuple[Label, ...]) -> _Block:
    """The block with what the unit adds: labels, its text, or a description."""
    if block.lacks_text and not labels:
        span = _title_span(unit, unit.end)
        draft = replace(block.draft, passage=unit.passage, text=span) if span else block.draft
        return replace(block, draft=draft, prose=(*block.prose, (unit.passage, (unit.start, unit.end))))
    if labels:
        before = (unit.passage, (unit.start, labels[0].start))
        return _taken_labels(replace(block, prose=(*block.prose, before)), unit, labels)
    span = (unit.start, unit.end)
    draft = block.draft.with_fields(unit.passage, {"description": span})
    return replace(block, draft=draft, prose=(*block.prose, (unit.passage, span)))


def _taken_labels(block: _Block, unit: Unit, labels: tuple[Label, ...]) -> _Block:
    draft = block.draft
    for label in labels:
        if label.field == MEASURE and block.lacks_text and draft.text == block.draft.text:
            draft = replace(draft, passage=unit.passage, text=label.value)
        elif label.field != MEASURE:
            if label.field == "deadline" and _only_begins(draft):
                draft = draft.without("deadline")
            draft = draft.with_fields(unit.passage, _told_in(unit.passage.text, label))
    starts = [label.value[1] for label in labels]
    ends = [*(label.start for label in labels[1:]), unit.end][: len(labels)]
    between = [(unit.passage, (start, end)) for start, end in zip(starts, ends, strict=True) if end - start > 1]
    return replace(block, draft=draft, prose=(*block.prose, *between))


def _only_begins(draft: Draft) -> bool:
    """Whether "Začetek: …" gave the time; what stands behind "Zaključek: …" is the one until when."""
    if "deadline" not in draft.fields:
        return False
    start = draft.fields["deadline"][0]
    return bool(phrase("label-of-beginning").search(draft.home("deadline").text[max(0, start - LABEL_REACH) : start]))


def _told_in(text: str, label: Label) -> dict[str, Span]:
    """The value of a label; "organizator je Zveza …, vsako poletje" has two."""
    both = provider_and_time(text, *label.value) if label.field == "provider" else None
    return both or {label.field: label.value}
