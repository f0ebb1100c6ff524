"""Measures in running text: before brackets, in lists that are announced, in titles of priorities, in sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rinsearch.clauses import Slice, enclosing, sentences
from rinsearch.compose.drafts import Draft, Span
from rinsearch.compose.labels import labels_in
from rinsearch.compose.paper import tags_between
from rinsearch.compose.parts import in_parts
from rinsearch.compose.priority_lists import CAPITALS
from rinsearch.compose.sections import Place
from rinsearch.compose.told import is_time, provider_and_time, provider_before_colon, told_fields, without_lead
from rinsearch.compose.units import Unit
from rinsearch.records import Passage, PassageKind, Priority
from rinsearch.taxonomy.phrases import phrase

STRONG = frozenset({"provider", "deadline"})
OPEN = frozenset({Place.OPEN, Place.MEASURES})
BEFORE_BRACKETS = 300  # characters
SHORTEST_REST = 8  # characters of a measure beside who does it and until when
NEAR = 20  # characters from the beginning of a sentence to its verb
_ENUMERATED = re.compile(r"[^\s,;:](?:[^,;(]|\([^()]*\))*")
_BRACKETS = re.compile(r"\((?P<inside>[^()]{4,240})\)|\[(?P<square>[^\[\]]{4,240})\]")
_PARTED = re.compile(r"[^\s;](?:[^;]*[^\s;])?")
_JOINED = re.compile(r"\W*(?:in|ter|pa|kot tudi)?\s+|\W+")
_DIVIDER = re.compile(r"\s(?:→|->|=>|⇒|>|\||/|–|—)\s")
_QUOTED = re.compile(r"[»„“](?P<name>[^»«„“”]{3,80})[«“”]")


def from_brackets(units: Sequence[Unit]) -> Iterator[Draft]:
    """ "varstvo dementnih na domu (izvajalec: …, rok 31. 12. 2018)", "prevozi (Občina Semič, do 2018)"."""
    for unit in units:
        if unit.place is Place.CLOSED:
            continue
        text, last = unit.passage.text, unit.start
        parts = sentences(text) if "(" in unit.text or "[" in unit.text else ()
        for match in _BRACKETS.finditer(text, unit.start, unit.end):
            fields = _bracketed(unit.passage, match.start(), match.end() - 1)
            sentence = enclosing(parts, match.start())
            if fields and not phrase("told-in-the-past").search(text, sentence.start, sentence.end):
                named = phrase("named-measure").match(text, unit.start, match.start())
                begin = named.end() if named else unit.body
                led = unit.start if text[unit.start : sentence.start].rstrip().endswith(":") else sentence.start
                span = _before(text, max(begin, last, sentence.start), match.start())
                around = ((unit.passage, (max(last, led), match.end())),)
                last = match.end()
                if span:
                    number = named["number"] if named else unit.number
                    yield Draft(unit.passage, span, fields, number, "measure.brackets", around=around)


def _bracketed(passage: Passage, start: int, end: int) -> dict[str, Span]:
    """The fields in brackets: by labels, or a name and a time."""
    text = passage.text
    labelled = {label.field: label.value for label in labels_in(passage, start, end)}
    parts = [] if labelled else [match.span() for match in _PARTED.finditer(text, start + 1, end)]
    roles = _roles(passage, parts) if len(parts) > 2 else {}
    told = told_fields(text, start + 1, end) if phrase("provider-told").search(text, start + 1, end) else {}
    if set(roles) >= STRONG and not told:
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


def _before(text: str, start: int, end: int) -> Span | None:
    """The words before brackets, from the last colon or semicolon, without "in" that joins them to the ones before."""
    start = max(start, end - BEFORE_BRACKETS)
    start = max(start, text.rfind(":", start, end) + 1, text.rfind(";", start, end) + 1)
    joined = _JOINED.match(text, start, end)
    start = joined.end() if joined and joined.end() < end else start
    return (start, end) if sum(map(str.isalpha, text[start:end])) >= 4 else None


def from_lists(units: Sequence[Unit], titles: frozenset[str]) -> Iterator[Draft]:
    """Items behind "Predvideni so naslednji ukrepi:", each a measure though no field may stand with it.

    ``titles`` are the passages that are titles of priorities and goals; they end a list.
    """
    listing = False
    for unit in units:
        if phrase("measures-follow").search(unit.text):
            listing = unit.place is not Place.CLOSED and not phrase("done-before").search(unit.text)
        elif (
            listing and unit.is_item and unit.passage.kind is not PassageKind.HEADING and unit.passage.id not in titles
        ):
            labels = unit.labels()
            end = labels[0].start if labels else unit.end
            text = unit.passage.text[unit.body : end].rstrip(" ,;.(–-")
            if sum(map(str.isalpha, text)) >= 4:
                fields = {label.field: label.value for label in labels if label.field != "measure"}
                ending = None if fields else _with_ending(unit) or _of_parts(unit)
                fields = {**told_fields(unit.passage.text, unit.body, unit.end), **fields}
                yield ending or Draft(
                    unit.passage, (unit.body, unit.body + len(text)), fields, unit.number, "measure.item"
                )
        else:
            listing = False


def _of_parts(unit: Unit) -> Draft | None:
    """ "dnevni center (CSD Kranj)", "dnevni center – CSD Kranj"."""
    found = in_parts(unit.passage, unit.body, unit.end)
    named = found is not None and "provider" in found[1]
    return Draft(unit.passage, *found, unit.number, "measure.item") if found and named else None


def _with_ending(unit: Unit) -> Draft | None:
    """ "usposabljanje prostovoljcev, Rdeči križ Kranj, letno": the last two of several parts are who and until when."""
    text = unit.passage.text
    last = text.rfind(", ", unit.body, unit.end)
    before = text.rfind(", ", unit.body, last) if last > 0 else -1
    if before < 0 or not phrase("organisation").match(text, before + 2, last):
        return None
    time = (last + 2, last + 2 + len(text[last + 2 : unit.end].rstrip(" .,;")))
    if not is_time(text[slice(*time)]):
        return None
    fields = {"provider": (before + 2, last), "deadline": without_lead(text, time)}
    return Draft(unit.passage, (unit.body, before), fields, unit.number, "measure.item")


def from_divided(units: Sequence[Unit]) -> Iterator[Draft]:
    """ "Terenski kombi → uporabniki drog → Društvo Svit → do 2014": parts without labels, told by what they are."""
    for unit in units:
        divided = unit.place in OPEN and unit.is_item and _DIVIDER.search(unit.text)
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
        if is_time(words):
            fields.setdefault("deadline", without_lead(passage.text, span))
        elif tags_between(passage, "target_group", *span) and not phrase("organisation").match(words):
            fields.setdefault("target_group", span)
        elif words.strip()[:1].isupper():
            fields.setdefault("provider", span)
    return fields


def from_names(units: Sequence[Unit]) -> Iterator[Draft]:
    """ "Občini sta namenjena dva ukrepa. Prvi je »Od vrat do vrat«, s katerim bo Karitas do …"."""
    for unit in units:
        announced = unit.place is not Place.CLOSED and phrase("measures-named").search(unit.text)
        if not announced:
            continue
        text = unit.passage.text
        names = list(_QUOTED.finditer(text, unit.start + announced.end(), unit.end))
        for name in names:
            sentence = enclosing(sentences(text), name.start())
            fields = told_fields(text, name.end(), sentence.end)
            if fields:
                fields["description"] = (name.end(), sentence.end)
                yield Draft(unit.passage, name.span("name"), fields, None, "measure.name")


def from_sentences(units: Sequence[Unit]) -> Iterator[Draft]:
    """ "V letu 2018 bomo vzpostavili dnevni center. Izvajal ga bo Dom …", where measures stand; an item anywhere."""
    for unit in units:
        heading = unit.passage.kind is PassageKind.HEADING
        if unit.place is Place.MEASURES and not heading:
            yield from _assigned(unit) or _item(unit) or _whole(unit) or _planned(unit)
        elif unit.place is Place.OPEN and not heading:
            yield from _item(unit)


def _item(unit: Unit) -> list[Draft]:
    """ "6  Mobilna psihologinja. Obiskuje šole v dolini. CSD Mozirje; od septembra 2014.": a title and what is told."""
    text = unit.passage.text
    first = next((part for part in sentences(text) if part.end > unit.body), None)
    if not unit.is_item or first is None or first.end >= unit.end - 1 or phrase("done-before").search(unit.text):
        return []
    start = unit.body
    labels = {label.field: label.value for label in unit.labels(unit.body)}
    fields = {"description": (first.end, unit.end), **told_fields(text, first.end, unit.end), **labels}
    if not set(fields) >= STRONG or first.end <= start:
        return []
    return [Draft(unit.passage, (start, first.end), fields, unit.number, "measure.item")]


def _assigned(unit: Unit) -> list[Draft]:
    """ "Društvo Mozaik: varna soba za ženske, odprta od 1. marca 2019", an item that begins with who does it."""
    provider = provider_before_colon(unit.passage.text, unit.body, unit.end) if unit.is_item else None
    if provider is None or any(label.start < provider[1] <= label.value[0] for label in unit.labels()):
        return []
    start = provider[1] + 1
    fields = {**told_fields(unit.passage.text, start, unit.end), "provider": provider}
    return [Draft(unit.passage, (start, unit.end), fields, unit.number, "measure.assigned")]


def _planned(unit: Unit) -> Iterator[Draft]:
    text = unit.passage.text
    parts = [part for part in sentences(text) if unit.start <= part.start and part.end <= unit.end]
    begun: Slice | None = None
    for number, part in enumerate(parts):
        opens = _is_planned(text[part.start : part.end]) or _tells_all(unit.passage, part)
        if opens and begun is None and number and _tells_of_it(text, part):
            begun = parts[number - 1]  # "Telefonska veriga za starejše. Vodi jo Društvo upokojencev …"
        planned = opens and not (begun and (_tells_of_it(text, part) or _completes(unit.passage, begun, part)))
        if begun is not None and planned:
            yield from _told(unit.passage, begun, part.start)
        begun = part if planned else begun
        if begun is not None and number == len(parts) - 1:
            yield from _told(unit.passage, begun, unit.end)


def _whole(unit: Unit) -> list[Draft]:
    """An item of one sentence that tells both who does it and until when."""
    if not unit.is_item or phrase("about-the-plan").search(unit.text) or phrase("done-before").search(unit.text):
        return []
    fields = told_fields(unit.passage.text, unit.body, unit.end)
    span = (unit.body, unit.end)
    said = sum(len(unit.passage.text[slice(*each)]) for each in fields.values())
    if span[1] - span[0] - said < SHORTEST_REST:
        return []  # "Ljudska univerza Kranj, 2017"
    return [Draft(unit.passage, span, fields, unit.number, "measure.item")] if set(fields) >= STRONG else []


def _is_planned(sentence: str) -> bool:
    return (
        not (sentence.rstrip().endswith(":") and sentence.count("(") <= sentence.count(")"))
        and bool(phrase("planned").search(sentence))
        and not phrase("about-the-plan").search(sentence)
        and not phrase("forecast").search(sentence)
    )


def _completes(passage: Passage, begun: Slice, part: Slice) -> bool:
    """ "Krožek začne delovati 1. septembra": a sentence without a name that tells what the one before it does not."""
    before = set(told_fields(passage.text, begun.start, part.start))
    return not before >= STRONG and set(told_fields(passage.text, part.start, part.end)) == STRONG - before


def _tells_all(passage: Passage, sentence: Slice) -> bool:
    """ "Topli obrok deli Rdeči križ, stalno": a sentence that tells who does it and until when, and of nothing past."""
    text = passage.text
    if phrase("told-in-the-past").search(text, sentence.start, sentence.end):
        return False
    labels = {label.field for label in labels_in(passage, sentence.start, sentence.end)}
    told = phrase("provider-told").search(text, sentence.start, sentence.end)
    fields = labels | (set(told_fields(text, sentence.start, sentence.end)) if told else set())
    about = phrase("about-the-plan").search(text, sentence.start, sentence.end)
    return fields >= STRONG and not about


def _tells_of_it(text: str, sentence: Slice) -> bool:
    """ "Izvajal ga bo Dom …": a sentence about the measure before it."""
    match = phrase("provider-told").search(text, sentence.start, sentence.end)
    return bool(match and match.start() <= sentence.start + NEAR)


def _told(passage: Passage, sentence: Slice, end: int) -> Iterator[Draft]:
    labels = {label.field: label.value for label in labels_in(passage, sentence.start, end) if label.field != "measure"}
    fields = {**told_fields(passage.text, sentence.start, end), **labels}
    if set(fields) >= STRONG:
        yield Draft(passage, (sentence.start, sentence.end), fields, None, "measure.sentence")


def from_priorities(passages: tuple[Passage, ...], priorities: tuple[Priority, ...]) -> Iterator[Draft]:
    """ "NASTANITVENA PODPORA …: dnevno varstvo, stanovanjske skupine …": each is a measure.

    Where the list is one of target groups, or there is none ("PROGRAMI ZA … ROMOV"), the title names the measure.
    """
    by_id = {passage.id: passage for passage in passages}
    for priority in priorities:
        place = priority.evidence
        if place.rule != CAPITALS:
            continue
        title, _, listed = place.quote.partition(":")
        if listed.strip() and not phrase("title-of-groups").search(title):
            for match in _ENUMERATED.finditer(place.quote, len(title) + 1):
                span = (place.start + match.start(), place.start + match.end())
                yield Draft(by_id[place.passage], span, rule="measure.list")
        else:
            yield Draft(by_id[place.passage], (place.start, place.end), rule="measure.title")
