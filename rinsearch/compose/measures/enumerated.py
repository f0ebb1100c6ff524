"""Measures that a sentence counts behind its colon: "Dom bo do leta 2018 uvedel dvoje: nočno varstvo in oddih"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from re import Match

from rinsearch.clauses import enclosing, sentences
from rinsearch.compose.fields.drafts import STRONG, Draft, Span
from rinsearch.compose.fields.sections import Place
from rinsearch.compose.fields.told import told_fields
from rinsearch.compose.fields.units import Unit
from rinsearch.compose.measures.parts import LEAST_LETTERS
from rinsearch.records import PassageKind
from rinsearch.taxonomy.numerals import number_of
from rinsearch.taxonomy.phrases import phrase

LONGEST = 160  # characters of one thing that is counted
LEAST = 2  # things
OTHERS = ("about-the-plan", "told-in-the-past", "forecast", "shares-paid", "not-among-measures")
_AND = re.compile(r",?\s+(?:in|ter)\s+")


def from_enumerated(units: Sequence[Unit]) -> Iterator[Draft]:
    """What a sentence lists of which it says before who does it and until when; each thing is a measure."""
    for unit in units:
        if unit.place in (Place.CLOSED, Place.FACTS) or unit.passage.kind is PassageKind.HEADING:
            continue
        for match in phrase("things-counted").finditer(unit.passage.text, unit.start, unit.end):
            yield from _drafts(unit, match)


def _drafts(unit: Unit, match: Match[str]) -> Iterator[Draft]:
    text = unit.passage.text
    sentence = enclosing(sentences(text), match.start())
    begin, end = max(unit.start, sentence.start), min(unit.end, enclosing(sentences(text), match.end()).end)
    fields = told_fields(text, begin, match.end())
    lead = (begin, match.end())
    planned = phrase("planned").search(text, *lead) and not any(phrase(name).search(text, *lead) for name in OTHERS)
    spans = list(_things(text, match.end(), end, match["count"]))
    if not planned or not set(fields) >= STRONG or len(spans) < LEAST or not all(_fits(text, span) for span in spans):
        return
    for span in spans:
        around = ((unit.passage, (begin, end)),) if span == spans[-1] else ()
        yield Draft(
            unit.passage, span, {**fields, "description": lead}, unit.number, "measure.enumerated", around=around
        )


def _things(text: str, start: int, end: int, count: str | None) -> Iterator[Span]:
    """The parts between semicolons, or between commas and the last "in", as many as were counted."""
    end = start + len(text[start:end].rstrip(" .;"))
    sign = "; " if "; " in text[start:end] else ", "
    cuts = [(at.start(), at.end()) for at in re.finditer(re.escape(sign), text[start:end])]
    spans = [(start + first, start + last) for first, last in cuts]
    last = _AND.search(text, spans[-1][1] if spans else start, end)
    wanted = number_of(count or "")
    if last and (wanted is None or len(spans) + 1 < wanted):
        spans.append(last.span())
    if wanted in (None, len(spans) + 1):
        yield from zip([start, *(stop for _, stop in spans)], [*(first for first, _ in spans), end], strict=True)


def _fits(text: str, span: Span) -> bool:
    words = text[slice(*span)]
    return sum(map(str.isalpha, words)) >= LEAST_LETTERS and len(words) <= LONGEST and "(" not in words
