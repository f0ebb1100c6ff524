"""Measures whose fields are divided from them by signs: in brackets behind them, or behind arrows, bars and dashes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from rinsearch.clauses import enclosing, sentences
from rinsearch.compose.fields.drafts import STRONG, Draft, Span
from rinsearch.compose.fields.labels import labels_in
from rinsearch.compose.fields.legends import by_legend, legend_of
from rinsearch.compose.fields.sections import Place
from rinsearch.compose.fields.told import PARTED, is_time_of_year, name_at, provider_and_time, told_fields, without_lead
from rinsearch.compose.fields.units import OPEN, Unit
from rinsearch.compose.paper import tags_between
from rinsearch.records import Passage
from rinsearch.taxonomy.phrases import phrase

_DEEP = re.compile(r"(?:\d{1,2}|[A-ZČŠŽ])[./]\d")
BEFORE_BRACKETS = 300  # characters
LEAST_LETTERS = 4  # of a name
LEAST_CODES = 2  # of a legend
LEAST_STROKES = 2  # one may stand inside a name
_BRACKETS = re.compile(r"\((?P<inside>[^()]{4,240})\)|\[(?P<square>[^\[\]]{4,240})\]|\{(?P<curly>[^{}]{4,240})\}")
_STROKES = re.compile(r"\s[/|]\s")
_CODE = re.compile(r"^\s*[\[(][A-ZČŠŽ]{0,2}[.-]?\d{1,2}[\])]\s*$")  # of a priority: "(CSD Kranj) [P1]"
_DIVIDER = re.compile(r"\s(?:→|->|=>|⇒|>|\||/|–|—)\s")


def from_brackets(
    units: Sequence[Unit], provided: frozenset[str] = frozenset(), timed: frozenset[str] = frozenset()
) -> Iterator[Draft]:
    """ "varstvo dementnih na domu (izvajalec: …, rok 31. 12. 2018)", "prevozi (Občina Semič, do 2018)".

    ``provided`` are the ids of passages below a title that says who: there a time and for whom are enough; ``timed``
    those of passages below one that says until when: there a name behind a verb is.
    """
    legend = legend_of(units)
    for unit in units:
        if unit.place is Place.CLOSED:
            continue
        text, last = unit.passage.text, unit.start
        parts = sentences(text) if any(sign in unit.text for sign in "([{") else ()
        for match in _BRACKETS.finditer(text, unit.start, unit.end):
            known = unit.is_item and unit.passage.id in provided
            inside = (match.start() + 1, match.end() - 1)
            told = by_legend(text, inside, legend) if unit.place is Place.MEASURES else {}
            fields = told or _bracketed(unit.passage, match.start(), match.end() - 1, known=known)
            fields = fields or (_who(text, inside, unit) if unit.passage.id in timed else {})
            sentence = enclosing(parts, match.start())
            if fields and not phrase("told-in-the-past").search(text, sentence.start, sentence.end):
                named = phrase("named-measure").match(text, unit.start, match.start())
                begin = named.end() if named else unit.body
                led = unit.start if text[unit.start : sentence.start].rstrip().endswith(":") else sentence.start
                span = _of_item(unit, match) or _before(text, max(begin, last, sentence.start), match.start())
                span = span and _without_taking_part(text, sentence.start, span)
                around = ((unit.passage, (max(last, led), match.end())),)
                last = match.end()
                if span:
                    number = named["number"] if named else unit.number
                    yield Draft(unit.passage, span, fields, number, "measure.brackets", around=around)


def _who(text: str, inside: Span, unit: Unit) -> dict[str, Span]:
    """Who does it, where a verb in brackets says so, or a name stands there alone: "(vodi Mladinski center)"."""
    name = phrase("who-behind-verb").match(text, *inside)
    if name:
        return {"provider": (name.end(), inside[1])}
    last = unit.is_item and not _CODE.sub("", text[inside[1] + 1 : unit.end]).strip(" .;,")
    alone = last and phrase("organisation").match(text, *inside) and not told_fields(text, *inside).get("deadline")
    return {"provider": name_at(text, *inside)} if alone else {}


def _bracketed(passage: Passage, start: int, end: int, *, known: bool = False) -> dict[str, Span]:
    """The fields in brackets: by labels, or a name and a time; where it is ``known`` who does it, a time."""
    text = passage.text
    labelled = {label.field: label.value for label in labels_in(passage, start, end)}
    parts = [] if labelled else list(_parts_inside(text, start + 1, end))
    roles = _roles(passage, parts) if len(parts) > 1 else {}
    told = told_fields(text, start + 1, end) if phrase("provider-told").search(text, start + 1, end) else {}
    if set(roles) >= STRONG - ({"provider"} if known else set()) and not told:
        return roles
    if "provider" not in labelled and {**told, **labelled}.keys() >= STRONG:
        return {"description": (start + 1, end), **told, **labelled}
    if not labelled:
        return provider_and_time(text, start + 1, end) or {}
    if "provider" not in labelled:
        return {}
    if "deadline" not in labelled:
        labelled.update(provider_and_time(text, *labelled["provider"]) or {})
    return labelled


def _of_item(unit: Unit, match: re.Match[str]) -> Span | None:
    """All the words of an item before its only brackets: "b) vrnitev domov: šest mesecev podpore {…}"."""
    words = unit.passage.text[unit.body : match.start()]
    if ";" in words and _DEEP.match(unit.number or "") and match.end() >= unit.end - len(" .;") and "(" not in words:
        return unit.body, unit.body + words.index(";")  # "1.1 Klub; prostor za vse (nosilec: …)": one measure
    whole = unit.is_item and ":" in words and match.end() >= unit.end - len(" .;")
    if not whole or len(words) > BEFORE_BRACKETS or any(sign in words for sign in ";([{"):
        return None
    leads = phrase("measures-follow").search(words.partition(":")[0] + ":") or phrase("named-measure").match(unit.text)
    labelled = any(label.start < match.start() for label in unit.labels(unit.body))
    return None if leads or labelled else (unit.body, match.start())


def _parts_inside(text: str, start: int, end: int) -> Iterator[Span]:
    """The parts between semicolons, or between strokes where at least two stand apart: "[CSD Kranj / 2019 / MDDSZ]"."""
    strokes = list(_STROKES.finditer(text, start, end))
    if text.find(";", start, end) >= 0 or len(strokes) < LEAST_STROKES:
        yield from (match.span() for match in PARTED.finditer(text, start, end))
        return
    begins, stops = [start, *(cut.end() for cut in strokes)], [*(cut.start() for cut in strokes), end]
    yield from zip(begins, stops, strict=True)


def _before(text: str, start: int, end: int) -> Span | None:
    """The words before brackets, from the last colon or semicolon, without "in" that joins them to the ones before."""
    start = max(start, end - BEFORE_BRACKETS)
    start = max(start, text.rfind(":", start, end) + 1, text.rfind(";", start, end) + 1)
    joined = phrase("joined-to-the-one-before").match(text, start, end)
    start = joined.end() if joined and joined.end() < end else start
    return (start, end) if sum(map(str.isalpha, text[start:end])) >= LEAST_LETTERS else None


def _without_taking_part(text: str, begin: int, span: Span) -> Span:
    """ "Občina sodeluje pri zavetišču (…) in pri dnevnem centru (…)": the names without who takes part, and "pri"."""
    taking = phrase("taking-part").search(text, begin, span[1])
    if not taking:
        return span
    start = taking.end()
    if start <= span[0]:
        again = re.compile(rf"{taking['preposition']}\s+", re.IGNORECASE).match(text, *span)
        start = again.end() if again else span[0]
    return (start, span[1]) if sum(map(str.isalpha, text[start : span[1]])) >= LEAST_LETTERS else span


def from_divided(units: Sequence[Unit]) -> Iterator[Draft]:
    """ "Terenski kombi → uporabniki drog → Društvo Svit → do 2014": parts without labels, told by what they are."""
    for unit in units:
        divided = unit.place in OPEN and unit.is_item and _DIVIDER.search(unit.text)
        if divided and len(list(islice(phrase("code-explained").finditer(unit.text), LEAST_CODES))) == LEAST_CODES:
            continue  # "P1 – Romi, P2 – Starost" explains codes
        spans = list(_parts(unit, divided.group().strip())) if divided else []
        fields = _roles(unit.passage, spans[1:])
        needed = STRONG & set(fields) if unit.place is Place.MEASURES else set(fields) >= STRONG
        if len(spans) > 2 and needed:
            yield Draft(unit.passage, spans[0], fields, unit.number, "measure.divided")


def _parts(unit: Unit, divider: str) -> Iterator[Span]:
    start = unit.body
    for match in re.finditer(rf"\s{re.escape(divider)}\s", unit.text):
        if unit.start + match.start() > start:
            yield start, unit.start + match.start()
        start = unit.start + match.end()
    yield start, unit.end


def _roles(passage: Passage, spans: Sequence[Span]) -> dict[str, Span]:
    """What each part is: a time, an organisation, or those for whom it is."""
    fields: dict[str, Span] = {}
    for span in spans:
        words = passage.text[slice(*span)]
        if is_time_of_year(words):
            fields.setdefault("deadline", without_lead(passage.text, span))
        elif phrase("ditto").fullmatch(words.strip()) or _names_people(passage, span):
            fields.setdefault("target_group", span)
        elif words.strip()[:1].isupper() and not phrase("codes-alone").fullmatch(words):
            fields.setdefault("provider", span)
    return fields


def _names_people(passage: Passage, span: Span) -> bool:
    organisation = phrase("organisation").match(passage.text[slice(*span)])
    return bool(tags_between(passage, "target_group", *span)) and not organisation
