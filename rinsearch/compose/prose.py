"""Measures in prose: before brackets, in items of lists, and in titles of priorities."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rinsearch.compose.drafts import Draft
from rinsearch.compose.priorities import CAPITALS
from rinsearch.records import Passage, PassageKind, Priority
from rinsearch.taxonomy.phrases import phrase

BRACKETED = ("provider", "deadline", "funding")
_ENUMERATED = re.compile(r"[^\s,;:](?:[^,;(]|\([^()]*\))*")


def from_brackets(passages: tuple[Passage, ...]) -> Iterator[Draft]:
    """ "varstvo dementnih na domu (izvajalec: …, rok 31. 12. 2018)"."""
    for passage in passages:
        if passage.kind == PassageKind.ROW:
            continue
        for match in phrase("brackets").finditer(passage.text):
            before = phrase("before-brackets").search(passage.text, 0, match.start())
            fields = _bracketed(passage.text, *match.span("inside"))
            if before and fields:
                yield Draft(passage, before.span(1), fields, None, "measure.brackets")


def from_items(passages: tuple[Passage, ...]) -> Iterator[Draft]:
    """ "– krizno stanovanje za žrtve nasilja; nosilec CSD, rok: 30. 6. 2019;", an item of a list."""
    for passage in passages:
        match = phrase("measure-item").match(passage.text) if passage.kind == PassageKind.ITEM else None
        if match:
            fields = _bracketed(passage.text, match.end(), len(passage.text))
            if fields:
                yield Draft(passage, match.span("text"), fields, None, "measure.item")


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


def _bracketed(text: str, start: int, end: int) -> dict[str, tuple[int, int]]:
    """The fields that are named between two positions, each with the place of its value."""
    found = phrase("field-in-brackets").finditer(text, start, end)
    return {name: each.span("value") for each in found for name in BRACKETED if each[name]}
