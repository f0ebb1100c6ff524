"""Measures of a list that names in square brackets who does each: "tečaji nege [Zdravstveni dom Sevnica], letno"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from re import Match

from rinsearch.clauses import enclosing, sentences
from rinsearch.compose.fields.drafts import Draft
from rinsearch.compose.fields.sections import Place
from rinsearch.compose.fields.told import deadline_told
from rinsearch.compose.fields.units import Unit
from rinsearch.taxonomy.phrases import phrase

LEAST_ITEMS = 2  # one alone may be a remark
LEAST_LETTERS = 4  # of a name
LONGEST = 300  # characters of what stands before the bracket
_NAMED = re.compile(r"\[(?P<who>(?:[A-ZČŠŽ]|ist[aio]\s)[^\[\]\d]{2,110})\](?=\s*(?:[,;.–-]|$))")


def from_square(units: Sequence[Unit]) -> Iterator[Draft]:
    """Items with one bracket each, where measures stand and at least two are so."""
    found = [(unit, match) for unit in units if (match := _named(unit))]
    if len(found) < LEAST_ITEMS:
        return
    for unit, match in found:
        text = unit.passage.text
        fields = {"provider": match.span("who")}
        time = deadline_told(text, match.end(), _end(unit, match))
        if time:
            fields["deadline"] = time
        around = ((unit.passage, (unit.start, _end(unit, match))),)
        yield Draft(unit.passage, (unit.body, match.start()), fields, unit.number, "measure.square", around=around)


def _named(unit: Unit) -> Match[str] | None:
    if unit.place is not Place.MEASURES or not unit.is_item or "[" not in unit.text or unit.labels():
        return None
    found = list(_NAMED.finditer(unit.passage.text, unit.start, unit.end))
    words = unit.passage.text[unit.body : found[0].start()] if len(found) == 1 else ""
    fits = sum(map(str.isalpha, words)) >= LEAST_LETTERS and len(words) <= LONGEST and "[" not in words
    past = phrase("told-in-the-past").search(unit.text) or phrase("about-the-plan").search(words)
    return found[0] if fits and not past else None


def _end(unit: Unit, match: Match[str]) -> int:
    """The end of the sentence in which the bracket stands; what follows tells of something else."""
    behind = min(match.end() + 1, unit.end - 1)
    return min(unit.end, max(match.end(), enclosing(sentences(unit.passage.text), behind).end))
