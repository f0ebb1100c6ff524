"""Measures that running text counts: "Prvi ukrep je …. Drugi ukrep, …, je namenjen …", "Ukrep 4.16, …, pripravi …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from re import Match

from rinsearch.clauses import enclosing, sentences
from rinsearch.compose.fields.drafts import STRONG, Draft, Span
from rinsearch.compose.fields.labels import labels_in
from rinsearch.compose.fields.told import provider_and_time, told_fields
from rinsearch.compose.fields.units import OPEN, Unit
from rinsearch.records import PassageKind
from rinsearch.taxonomy.phrases import phrase

LEAST_LETTERS = 4  # of a title
LONGEST = 160  # characters of a title
NEAR = 3  # units before, in one of which measures are announced
_BRACKETS = re.compile(r"\([^()]{4,120}\)")
TEASER = 400  # characters before, in which measures are announced


def from_counted(units: Sequence[Unit]) -> Iterator[Draft]:
    """Sentences that count a measure, each with what is told up to the next one."""
    for at, unit in enumerate(units):
        if unit.place not in OPEN or unit.passage.kind is PassageKind.HEADING:
            continue
        found = [match for match in _counted(unit) if match["noun"] or match["called"] or _announced(units, at, match)]
        ends = [*(match.start() for match in found[1:]), unit.end]
        for match, end in zip(found, ends[: len(found)], strict=True):
            draft = _draft(unit, match, _end_of_own(unit.passage.text, match.end(), end))
            if draft:
                yield draft


def _counted(unit: Unit) -> list[Match[str]]:
    """Where a measure is counted, at the beginning of a sentence or behind a semicolon."""
    text = unit.passage.text
    starts = {part.start for part in sentences(text)} | {unit.start, unit.body}
    return [
        match
        for match in phrase("counted-measure").finditer(text, unit.start, unit.end)
        if match.start() in starts or text[: match.start()].rstrip().endswith((";", ":"))
    ]


def _announced(units: Sequence[Unit], at: int, match: Match[str]) -> bool:
    """Whether measures are announced before: "Skupina je izbrala tri ukrepe.", then "Prvi: …"."""
    own = match.string[max(0, match.start() - TEASER) : match.start()]
    before = [own, *(unit.text for unit in units[max(0, at - NEAR) : at])]
    return any(phrase("measures-counted").search(words) for words in before)


def _end_of_own(text: str, start: int, end: int) -> int:
    """Where a later sentence tells of another measure: who does it and until when, though both were told before."""
    for part in sentences(text):
        if not start < part.start < end or not set(told_fields(text, start, part.start)) >= STRONG:
            continue
        last = min(part.end, end)
        own = set(told_fields(text, part.start, last)) >= STRONG or _told_in_brackets(text, part.start, last)
        if own and phrase("planned").search(text, part.start, last):
            return part.start
    return end


def _told_in_brackets(text: str, start: int, end: int) -> bool:
    found = _BRACKETS.finditer(text, start, end)
    return any(provider_and_time(text, match.start() + 1, match.end() - 1) for match in found)


def _draft(unit: Unit, match: Match[str], end: int) -> Draft | None:
    text = unit.passage.text
    title = _sentence(text, match.end(), end) if match["adverb"] else _title(text, match.end(), end)
    past = phrase("told-in-the-past").search(text, match.start(), enclosing(sentences(text), match.start()).end)
    if title is None or past:
        return None
    begin = title[0] if match["adverb"] else title[1]
    labels = {each.field: each.value for each in labels_in(unit.passage, begin, end) if each.field != "measure"}
    fields = {**told_fields(text, begin, end), **labels}
    if not STRONG & set(fields):
        return None
    fields.setdefault("description", (title[1], end))
    around = ((unit.passage, (match.start(), end)),)
    return Draft(unit.passage, title, fields, match["number"] or unit.number, "measure.counted", around=around)


def _title(text: str, start: int, end: int) -> Span | None:
    """The name: in quotation marks, else up to a comma, a semicolon or the end of the sentence."""
    quoted = phrase("quoted-name").match(text, start, end)
    sentence = enclosing(sentences(text), start)
    stop = quoted.end() if quoted else _stop(text, start, min(end, sentence.end))
    words = text[start:stop]
    fits = sum(map(str.isalpha, words)) >= LEAST_LETTERS and len(words) <= LONGEST
    return (start, stop) if fits else None


def _sentence(text: str, start: int, end: int) -> Span:
    """The whole sentence: "Tretjič, Dom Sonce bo odprl točko …"."""
    return start, min(end, _stop(text, start, enclosing(sentences(text), start).end, ";"))


def _stop(text: str, start: int, end: int, signs: str = ",;") -> int:
    """The first sign, but no comma before a clause that only describes: "Skupina za moške, ki povzročajo nasilje"."""
    for at in range(start, end):
        if text[at] not in signs:
            continue
        clause = phrase("relative-inside").match(text, at, end)
        if clause is None or told_fields(text, *clause.span()) or phrase("planned").search(clause.group()):
            return at
    return end
