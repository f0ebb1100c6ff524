"""Measures on cards whose title stands above a form that names who does them: "2. Zimska postelja", "Nosilec | …"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from rinsearch.compose.fields.columns import columns_of
from rinsearch.compose.fields.drafts import STRONG, Draft
from rinsearch.compose.fields.sections import Place, is_title
from rinsearch.compose.fields.units import ENUMERATOR, is_part_of_card
from rinsearch.records import Passage, PassageKind
from rinsearch.taxonomy import column_fields
from rinsearch.taxonomy.phrases import phrase

LEAST_CARDS = 2  # one alone may be a form about the plan itself
RULE = "measure.form"
Card = tuple[Passage, Passage]  # a title and the form below it


def titled_forms(passages: tuple[Passage, ...]) -> list[Card]:
    """Forms that name no measure with the titles above them, where most of them stand below one."""
    below = [(above, row) for above, row in pairwise(passages) if row.columns and _is_form(above, row)]
    titled = [card for card in below if card[0].kind is PassageKind.HEADING or is_title(card[0])]
    return titled if len(titled) >= LEAST_CARDS and 2 * len(titled) > len(below) else []


def _is_form(title: Passage, row: Passage) -> bool:
    """A form that names no measure, or says below "Ukrep 3: Prvi koraki" what will be done: "Kaj: delavnice"."""
    if is_part_of_card(row):
        return True
    named = phrase("named-measure").match(title.text)
    told = {field for column in row.columns for field in column_fields(column.heading)}
    what = bool(named and title.text[named.end() :].strip()) and phrase("label-of-what").match(row.text)
    return bool(what) and told >= STRONG


def from_titled_forms(cards: Sequence[Card], places: Mapping[str, Place]) -> Iterator[Draft]:
    """The titles above forms that say who does it, or until when."""
    for title, form in cards:
        named = columns_of(tuple(column.heading for column in form.columns)).fields
        columns = {name: form.columns[at] for name, at in named.items() if name != "measure"}
        fields = {name: (c.start, c.end) for name, c in columns.items() if form.text[c.start : c.end].strip(" -–—/")}
        number = phrase("named-measure").match(title.text) or ENUMERATOR.match(title.text)
        text = number.end() if number else 0, len(title.text.rstrip(" .…"))
        if places[form.id] is not Place.CLOSED and STRONG & set(fields):
            yield Draft(title, text, {}, number["number"] if number else None, RULE).with_fields(form, fields)
