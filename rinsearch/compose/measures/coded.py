"""Measures with codes for who and until when behind their name: "1.2 Prevozi k zdravniku  KA  b", "Klub staršev.³"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from rinsearch.clauses import enclosing, sentences
from rinsearch.compose.fields.block_titles import title_span
from rinsearch.compose.fields.codes import Codes, is_joined
from rinsearch.compose.fields.drafts import STRONG, Draft, Span
from rinsearch.compose.fields.labels import labels_in
from rinsearch.compose.fields.sections import Place
from rinsearch.compose.fields.told import is_time, told_fields
from rinsearch.compose.fields.units import OPEN, Unit
from rinsearch.taxonomy.phrases import phrase

NOTE = "measure.note"  # the rule of a note, which keeps others from being found in it
LEAST = 2  # measures with codes: one alone may end so by chance
LEAST_LETTERS = 4  # of a name
_LAST = re.compile(r"\s(?P<first>\S{1,20})(?:\s+(?P<second>\S{1,5}))?\s*$")
_RAISED = re.compile(r"(?P<mark>[¹²³⁴⁵⁶⁷⁸⁹⁰]+|\*{1,6}(?=[\s,;.)]|$))")
_NOTE = re.compile(r"\s*(?P<mark>[¹²³⁴⁵⁶⁷⁸⁹⁰]+|\*{1,6}(?!\*))\s*(?=\S)")
NEAR = 3  # characters between the sign of a note and who does it, or the label of that


def from_coded(units: Sequence[Unit], codes: Codes) -> Iterator[Draft]:
    """Lines that end in codes of who does it and until when, where measures stand or who is told by a code."""
    if not codes.values.keys() >= STRONG:
        return
    found = [draft for unit in units if unit.place is not Place.CLOSED and (draft := _coded(unit, codes))]
    if len(found) >= LEAST:
        yield from found


def _coded(unit: Unit, codes: Codes) -> Draft | None:
    """The name before the codes at the end of a line, and what goes on with it in the next one."""
    text, starts = unit.passage.text, [span.start for span in unit.passage.spans if unit.body < span.start < unit.end]
    for end in (*starts, unit.end):
        match = _LAST.search(text[unit.body : end])
        fields = _fields(match, unit.body, codes) if match else {}
        name = (unit.body, unit.body + match.start()) if match else (0, 0)
        if set(fields) == STRONG and sum(map(str.isalpha, text[slice(*name)])) >= LEAST_LETTERS:
            rest = ((unit.passage, (end, unit.end)),) if end < unit.end else ()
            return Draft(unit.passage, name, fields, unit.number, "measure.coded", more=rest)
    return None


def _fields(match: re.Match[str], start: int, codes: Codes) -> dict[str, Span]:
    """Which of the last words is the code of whom, and which one of when; both or nothing."""
    groups = [name for name in ("first", "second") if match[name]]
    told = {
        field: (start + match.start(group), start + match.end(group))
        for group in groups
        for field in STRONG
        if codes.of(field, match[group])
    }
    return told if len(groups) == len(told) == len(set(told.values())) else {}


def from_joined(units: Sequence[Unit], codes: Codes) -> Iterator[Draft]:
    """ "P-1 Tiha številka. Vodi jo Društvo SOS." where another list says of P-1 until when, or who."""
    for unit in units:
        known = [name for name, values in codes.values.items() if is_joined(unit.number or "", values)]
        name = title_span(unit, unit.end) if known and unit.place in OPEN else None
        told = told_fields(unit.passage.text, name[1], unit.end) if name else {}
        if name and {*told, *known} >= STRONG:
            behind = {"description": (name[1], unit.end)} if unit.passage.text[name[1] : unit.end].strip(" .") else {}
            around = ((unit.passage, (unit.start, unit.end)),)
            yield Draft(unit.passage, name, {**behind, **told}, unit.number, "measure.joined", around=around)


def from_noted(units: Sequence[Unit]) -> Iterator[Draft]:
    """Names behind which a raised figure points to a note: "² Izvaja VDC Koper, rok 30. 9. 2018."."""
    notes = {mark: note for unit in units for mark, note in _notes(unit)}
    notes = {mark: note for mark, note in notes.items() if mark[0] != "*" or _uses(mark, units)} if notes else {}
    if not notes:
        return
    for unit in units:
        note = None if _NOTE.match(unit.text) else _note_of(unit, notes)
        if note and unit.place is Place.MEASURES:
            yield _noted(unit, *note)
    for unit in notes.values():  # a note is no measure itself
        yield Draft(unit.passage, (unit.start, unit.end), {}, None, NOTE)


def _notes(unit: Unit) -> Iterator[tuple[str, Unit]]:
    """The notes of a passage that begins with one, each a line or more, which tell who and until when."""
    if not _NOTE.match(unit.text):
        return
    lines = [unit.start, *(span.start for span in unit.passage.spans if unit.start < span.start < unit.end)]
    begun = [match for at in lines if (match := _NOTE.match(unit.passage.text, at))]
    for match, end in zip(begun, [*(each.start() for each in begun[1:]), unit.end], strict=True):
        mark, note = match["mark"], replace(unit, start=match.end(), end=end)
        raised = mark[0] != "*"  # a star may be the bullet of an item that tells both
        if (raised and set(_told(note)) >= STRONG) or _is_field(note):
            yield mark, note


def _is_field(note: Unit) -> bool:
    """Whether a note is nothing but who does it, or until when: "** nosilec Zasavska ljudska univerza"."""
    words = note.text.strip(" .;,")
    labels = note.labels()
    stop = phrase("organisation-ends").search(words)
    named = (phrase("organisation").match(words) and (stop is None or stop.group() == ",")) or is_time(words)
    return bool(labels and labels[0].field in STRONG and labels[0].start <= note.start + NEAR) or bool(named)


def _uses(mark: str, units: Sequence[Unit]) -> int:
    """How many units bear the sign of a note behind their first word."""
    marks = (_RAISED.finditer(unit.passage.text, unit.body + 1, unit.end) for unit in units if mark in unit.text)
    return sum(any(each["mark"] == mark for each in found) for found in marks)


def _note_of(unit: Unit, notes: Mapping[str, Unit]) -> tuple[int, Unit] | None:
    marks = _RAISED.finditer(unit.passage.text, unit.body, unit.end)
    return next(((mark.start(), notes[mark["mark"]]) for mark in marks if mark["mark"] in notes), None)


def _noted(unit: Unit, at: int, note: Unit) -> Draft:
    """The sentence before the mark with what the note tells; what stands behind it describes the measure."""
    text = unit.passage.text
    first = enclosing(sentences(text), unit.body)
    end = min(at, max(first.end, unit.body + 1))
    own = {label.field: label.value for label in unit.labels(unit.body) if label.start >= end}
    behind = {} if own or unit.end - at < LEAST_LETTERS else {"description": (at + 1, unit.end)}
    draft = Draft(unit.passage, (unit.body, end), {**behind, **own}, unit.number, "measure.noted")
    draft = draft.with_fields(note.passage, _told(note))
    return replace(draft, around=((unit.passage, (unit.start, unit.end)),))


def _told(unit: Unit) -> dict[str, Span]:
    labels = {label.field: label.value for label in labels_in(unit.passage, unit.start, unit.end)}
    told = told_fields(unit.passage.text, unit.start, unit.end)
    return {name: span for name, span in {**told, **labels}.items() if name in STRONG}
