"""Measures told by number, with the name in brackets: "Dom Sonce prevzame ukrep 3.2 (oddih za svojce, do 2019)"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from re import Match

from rinsearch.clauses import enclosing, sentences
from rinsearch.compose.drafts import STRONG, Draft, Span
from rinsearch.compose.labels import labels_in
from rinsearch.compose.sections import Place
from rinsearch.compose.told import deadline_told, told_fields
from rinsearch.compose.units import Unit
from rinsearch.taxonomy.phrases import phrase

LEAST_LETTERS = 4  # of a name
NAME_ENDS = ",;–—"  # signs before what is told in brackets behind the name


def from_explained(units: Sequence[Unit]) -> Iterator[Draft]:
    """Sentences that say who takes over which measure until when."""
    for unit in units:
        if unit.place is Place.CLOSED:
            continue
        for match in phrase("measure-explained").finditer(unit.passage.text, unit.start, unit.end):
            draft = _draft(unit, match)
            if draft:
                yield draft


def _draft(unit: Unit, match: Match[str]) -> Draft | None:
    text = unit.passage.text
    sentence = enclosing(sentences(text), match.start())
    begin, end = max(sentence.start, unit.start), min(sentence.end, unit.end)
    if any(phrase(name).search(text, begin, end) for name in ("told-in-the-past", "no-item-of-measures")):
        return None
    labels = {each.field: each.value for each in labels_in(unit.passage, *match.span("inside"))}
    fields = {**told_fields(text, unit.body if unit.body < match.start() else begin, end), **labels}
    name = _name(unit, match)
    if not set(fields) >= STRONG or sum(map(str.isalpha, text[slice(*name)])) < LEAST_LETTERS:
        return None
    around = ((unit.passage, (begin, end)),)
    return Draft(unit.passage, name, fields, match["number"], "measure.explained", around=around)


def _name(unit: Unit, match: Match[str]) -> Span:
    """What stands in brackets, up to the sign before the first label or time."""
    text, (start, end) = unit.passage.text, match.span("inside")
    told = [each.start for each in labels_in(unit.passage, start, end)]
    time = deadline_told(text, start, end)
    first = min([*told, *([time[0]] if time else []), end])
    cuts = [at for at in range(start, first) if text[at] in NAME_ENDS]
    return start, cuts[-1] if cuts and first < end else first
