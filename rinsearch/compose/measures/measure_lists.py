"""Measures in lists that name no fields: behind "Predvideni so naslednji ukrepi:", and in titles of priorities."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rinsearch.compose.fields.drafts import STRONG, Draft, Span
from rinsearch.compose.fields.sections import Place
from rinsearch.compose.fields.told import before_provider, is_time, told_fields, without_lead
from rinsearch.compose.fields.units import Unit
from rinsearch.compose.measures.parts import LEAST_LETTERS, in_parts
from rinsearch.compose.priorities.lists import CAPITALS
from rinsearch.records import Passage, PassageKind, Priority
from rinsearch.taxonomy.phrases import phrase

_ENUMERATED = re.compile(r"[^\s,;:](?:[^,;(]|\([^()]*\))*")


def from_lists(units: Sequence[Unit], titles: frozenset[str]) -> Iterator[Draft]:
    """Items behind "Predvideni so naslednji ukrepi:", each a measure though no field may stand with it.

    ``titles`` are the passages that are titles of priorities and goals; they end a list.
    """
    listing = False
    for unit in units:
        if phrase("measures-follow").search(unit.text):
            listing = unit.place is not Place.CLOSED and not _leads_to_others(unit.text)
        elif (
            listing and unit.is_item and unit.passage.kind is not PassageKind.HEADING and unit.passage.id not in titles
        ):
            draft = _listed(unit)
            if draft and not phrase("no-item-of-measures").search(unit.text):
                yield draft
        else:
            listing = False


def _listed(unit: Unit) -> Draft | None:
    """An item: its name, and what labels, brackets or parts beside it say."""
    labels = unit.labels()
    end = labels[0].start if labels else unit.end
    text = unit.passage.text[unit.body : end].rstrip(" ,;.(–-")
    if sum(map(str.isalpha, text)) < LEAST_LETTERS:
        return None
    fields = {label.field: label.value for label in labels if label.field != "measure"}
    if not fields and (found := _with_ending(unit) or _of_parts(unit)):
        return found
    who = _who_in_bracket(unit, end) if fields and "provider" not in fields else None
    name = text.rpartition("(")[0].rstrip() if who else text
    begin, stop = before_provider(unit.passage.text, (unit.body, unit.body + len(name)))
    fields = {**told_fields(unit.passage.text, unit.body, unit.end), **fields}
    fields = {**fields, "provider": who} if who else fields
    return Draft(unit.passage, (begin, stop), fields, unit.number, "measure.item")


def _who_in_bracket(unit: Unit, end: int) -> Span | None:
    """Who does it, where that stands in a bracket before the first label: "dnevni center (CSD Kranj, rok: 2018)"."""
    text = unit.passage.text
    opened = text.rfind("(", unit.body, end)
    words = text[opened + 1 : end].rstrip(" ,;–-")
    named = opened > 0 and words[:1].isupper() and ")" not in words and sum(map(str.isalpha, words)) >= LEAST_LETTERS
    return (opened + 1, opened + 1 + len(words)) if named else None


def _leads_to_others(lead: str) -> bool:
    """Whether a list is announced of what was done, or of what never became a measure."""
    return bool(phrase("done-before").search(lead) or phrase("not-among-measures").search(lead))


def _of_parts(unit: Unit) -> Draft | None:
    """ "dnevni center (CSD Kranj)", "dnevni center – CSD Kranj", "dnevni center (2018)"."""
    found = in_parts(unit.passage, unit.body, unit.end)
    named = found is not None and STRONG & set(found[1])
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
