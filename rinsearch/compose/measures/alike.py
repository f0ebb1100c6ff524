"""Lines of the same parts without a head: "Varna pot domov; mladi; Društvo Pot; vsak konec tedna".

What the parts are, a sentence before them says ("v istem zaporedju: ime, komu, kdo, kdaj"), or else most of them show.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from rinsearch.compose.fields.cells import look_of
from rinsearch.compose.fields.columns import MEASURE
from rinsearch.compose.fields.drafts import STRONG, Draft, Span
from rinsearch.compose.fields.sections import Place
from rinsearch.compose.fields.units import Unit
from rinsearch.records import PassageKind
from rinsearch.taxonomy import column_field
from rinsearch.taxonomy.phrases import phrase

LEAST_LINES = 3
LEAST_PARTS = 3
LONGEST = 300  # characters of a line
LEAST_LETTERS = 4  # of a name
_SIGNS = (";", " – ", " | ", " / ")


def from_alike(units: Sequence[Unit]) -> Iterator[Draft]:
    """Neighbouring lines that one sign parts into equally many, where measures stand."""
    units = [line for unit in units for line in _lines(unit)]
    for form, group in groupby(enumerate(units), key=lambda each: _form(each[1])):
        lines = list(group)
        if form is None or len(lines) < LEAST_LINES:
            continue
        parts = [list(_parts(unit, form[0])) for _, unit in lines]
        before = units[lines[0][0] - 1] if lines[0][0] else None
        if before and _leads_elsewhere(before.text):
            continue
        names = _told(before, form[1]) or _shown([unit for _, unit in lines], parts)
        if names and set(names) >= STRONG:
            for (_, unit), spans in zip(lines, parts, strict=True):
                yield from _draft(unit, dict(zip(names, spans, strict=True)))


def _lines(unit: Unit) -> list[Unit]:
    """The lines of a paragraph that one sign parts into equally many; else the unit itself."""
    starts = [span.start for span in unit.passage.spans if unit.start < span.start < unit.end]
    ends = [*(len(unit.passage.text[:at].rstrip()) for at in starts), unit.end]
    lines = [replace(unit, start=at, end=end) for at, end in zip([unit.start, *starts], ends, strict=True)]
    forms = {_form(line) for line in lines}
    return lines if len(forms) == 1 and None not in forms else [unit]


def _form(unit: Unit) -> tuple[str, int] | None:
    """The sign that parts a line, and into how many; ``None`` for what cannot be one of several such lines."""
    fits = unit.place is Place.MEASURES and len(unit.text) <= LONGEST and not unit.text.rstrip().endswith(":")
    if not fits or unit.passage.kind is PassageKind.HEADING or unit.labels():
        return None
    found = ((sign, unit.passage.text.count(sign, unit.body, unit.end) + 1) for sign in _SIGNS)  # as `_parts` does
    return next((each for each in found if each[1] >= LEAST_PARTS), None)


def _parts(unit: Unit, sign: str) -> Iterator[Span]:
    text, start = unit.passage.text, unit.body
    while (at := text.find(sign, start, unit.end)) >= 0:
        yield _tight(text, start, at)
        start = at + len(sign)
    yield _tight(text, start, unit.end)


def _tight(text: str, start: int, end: int) -> Span:
    words = text[start:end]
    begin = start + len(words) - len(words.lstrip())
    return begin, max(begin, start + len(words.rstrip(" .,;")))


def _leads_elsewhere(before: str) -> bool:
    """Whether the words before lead to people or to what was: "Pri pripravi so sodelovali:", "Že izvedeno:"."""
    elsewhere = ("section-about-the-plan", "section-of-the-past")
    return before.rstrip().endswith(":") and any(phrase(name).search(before) for name in elsewhere)


def _told(before: Unit | None, width: int) -> list[str] | None:
    """The order that the sentence before tells: "Zapisani so v istem zaporedju: ime, komu, kdo, kdaj."."""
    listed = before.text.rpartition(":")[2] if before else ""
    words = [word.strip(" .") for word in phrase("parts-listed").split(listed)]
    fields = [MEASURE if phrase("title-word").fullmatch(word) else column_field(word) for word in words]
    known = [field for field in fields if field]
    return known if len(known) == len(words) == width and MEASURE in known else None


def _shown(units: Sequence[Unit], parts: Sequence[Sequence[Span]]) -> list[str] | None:
    """What the parts at each place look like; the first one is the name."""
    looks = [
        look_of([(unit.passage, spans[at]) for unit, spans in zip(units, parts, strict=True)])
        for at in range(1, len(parts[0]))
    ]
    names = [look if look and look not in looks[:at] else f"other {at}" for at, look in enumerate(looks)]
    return [MEASURE, *names]


def _draft(unit: Unit, fields: dict[str, Span]) -> Iterator[Draft]:
    text = fields.pop(MEASURE)
    words = unit.passage.text[slice(*text)]
    known = {name: span for name, span in fields.items() if not name.startswith("other")}
    other = any(phrase(name).search(unit.text) for name in ("done-before", "told-in-the-past", "work-on-plan"))
    if sum(map(str.isalpha, words)) >= LEAST_LETTERS and not other:
        yield Draft(unit.passage, text, known, unit.number, "measure.alike")
