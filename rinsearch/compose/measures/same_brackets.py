"""Items that all end in brackets of one form, "(KZ Pivka, poskusno 2018)": in most of them stands who and until when.

So the brackets tell both, or who alone, where their words are no known ones, too: "(kobilarna, od pomladi do jeseni)".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rinsearch.compose.fields.block_titles import title_span
from rinsearch.compose.fields.drafts import Draft, Span
from rinsearch.compose.fields.labels import labels_in
from rinsearch.compose.fields.sections import Place
from rinsearch.compose.fields.told import without_lead
from rinsearch.compose.fields.units import Unit
from rinsearch.compose.measures.parts import LEAST_LETTERS
from rinsearch.compose.measures.same_form import is_time_of_part, led_to_measures
from rinsearch.records import PassageKind
from rinsearch.taxonomy.phrases import phrase

LEAST = 4  # items of the form
LEAST_TIMES, LEAST_NAMES = 0.5, 0.5  # of them tell by known words until when, and who
LONGEST = 300  # characters of a name
LONGEST_PART = 100  # characters of who, and of until when
OTHERS = ("about-the-plan", "told-in-the-past", "done-before", "no-item-of-measures", "person-alone")
_LAST = re.compile(r"\s?\((?P<inside>[^()]{3,200})\)[\s.,;]*$")
_CUT = re.compile(r"[;,]\s+")


@dataclass(frozen=True, slots=True)
class _Item:
    """An item: its name, who does it, and until when, by their places in the brackets."""

    unit: Unit
    name: Span
    who: Span
    when: Span | None

    def words(self, span: Span) -> str:
        """The words at a place."""
        return self.unit.passage.text[slice(*span)].strip(" .,;")

    @property
    def tells_time(self) -> bool:
        """Whether it tells until when, or that this is not known."""
        words = self.words(self.when) if self.when else ""
        return bool(words) and (is_time_of_part(words) or bool(phrase("no-value").fullmatch(words)))

    @property
    def names_body(self) -> bool:
        """Whether an organisation that is known as one does it."""
        return bool(phrase("organisation").match(self.words(self.who)))


def from_same_brackets(units: Sequence[Unit]) -> Iterator[Draft]:
    """The items of a paper that have this form, where it is that of measures."""
    items = [item for unit in led_to_measures(units) if (item := _item(unit))]
    if len(items) < LEAST:
        return
    times, names = sum(item.tells_time for item in items), sum(item.names_body for item in items)
    if times >= LEAST_TIMES * len(items) and names >= LEAST_NAMES * len(items):
        yield from (_draft(item) for item in items if item.tells_time or item.names_body)


def _item(unit: Unit) -> _Item | None:
    fits = unit.is_item and unit.place is not Place.FACTS and unit.passage.kind is not PassageKind.HEADING
    text = unit.passage.text
    last = (
        _LAST.search(text, unit.body, unit.end)
        if fits and text[unit.body : unit.end].rstrip(" .,;")[-1:] == ")"
        else None
    )
    name = (unit.body, last.start()) if last else (0, 0)
    if last is None or not LEAST_LETTERS <= sum(map(str.isalpha, text[slice(*name)])) <= LONGEST:
        return None
    if any(phrase(each).search(text, unit.body, last.start()) for each in OTHERS):
        return None
    who, when = _parts(unit, last.span("inside"))
    short = all(span[1] - span[0] <= LONGEST_PART for span in (who, when) if span)
    return _Item(unit, name, who, when) if short and any(map(str.isalpha, text[slice(*who)])) else None


def _parts(unit: Unit, inside: Span) -> tuple[Span, Span | None]:
    """Who, and behind the last sign but one of the time itself until when: "(ŠENT, enota Celje; do maja 2018)"."""
    text, (start, end) = unit.passage.text, inside
    labels = [label for label in labels_in(unit.passage, start, end) if label.field == "deadline"]
    if labels and labels[0].start > start:
        return (start, start + len(text[start : labels[0].start].rstrip(" ,;–-"))), labels[0].value
    for cut in _CUT.finditer(text, start, end):
        words = text[cut.end() : end].strip(" .,;")
        if is_time_of_part(words) or phrase("no-value").fullmatch(words):
            return (start, cut.start()), (cut.end(), end)
    return inside, None


def _draft(item: _Item) -> Draft:
    text, unit = item.unit.passage.text, item.unit
    fields = {"provider": item.who}
    if item.when:
        fields["deadline"] = without_lead(text, item.when)
    name = title_span(unit, item.name[1]) or item.name
    if text[name[1] : item.name[1]].strip(" .,;"):
        fields["description"] = (name[1], item.name[1])
    around = ((unit.passage, (unit.start, unit.end)),)
    return Draft(unit.passage, name, fields, unit.number, "measure.same-brackets", around=around)
