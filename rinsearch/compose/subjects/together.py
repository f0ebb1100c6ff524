"""Bodies in one row: "svet Občine Muta in svet Občine Podvelka", "kočevski in metliški svet", "v Žireh in v Gorjah"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from rinsearch.clauses import Slice
from rinsearch.compose.paper import tags_between
from rinsearch.compose.subjects.places import is_closed, refs
from rinsearch.records import Municipality, Passage, Tag
from rinsearch.taxonomy import fold, municipalities
from rinsearch.taxonomy.municipality_table import MunicipalityEntry
from rinsearch.taxonomy.phrases import phrase


def together(passage: Passage, clause: Slice, first: tuple[Municipality, ...]) -> tuple[Municipality, ...]:
    """The municipalities of the row in which these stand, where the verb is one of two or more."""
    if not first or not phrase("of-several").search(clause.words(passage.text)):
        return first
    row = next((row for row in _rows(passage, clause) if set(first) & set(refs(row))), [])
    return tuple(dict.fromkeys((*refs(row), *first))) if row else first


def _rows(passage: Passage, clause: Slice) -> Iterator[list[Tag]]:
    """The municipalities of a clause, those in one list that have nothing but a body or a bracket between them."""
    row: list[Tag] = []
    for tag in tags_between(passage, "municipality", clause.start, clause.end):
        if not clause.holds(tag.evidence.start):
            continue
        start = row[-1].evidence.end if row else 0
        between = passage.text[start : tag.evidence.start]
        ended = len(row) > 1 and is_closed(passage.text[row[-2].evidence.end : start], between)
        if row and (ended or not phrase("named-together").fullmatch(passage.text, start, tag.evidence.start)):
            yield row
            row = []
        row.append(tag)
    if row:
        yield row


def by_adjectives(text: str, start: int, end: int) -> tuple[Municipality, ...]:
    """The municipalities whose adjectives stand between two positions: "kočevski in ribniški"."""
    words = (match.group() for match in phrase("adjective-of-place").finditer(text, start, end))
    return tuple(dict.fromkeys(found for word in words if (found := by_adjective(word))))


def by_adjective(word: str) -> Municipality | None:
    """The municipality of an adjective in any form, with its carons or without: "crnomaljski"."""
    return _adjectives().get(fold(word))


def sharing(word: str) -> tuple[MunicipalityEntry, ...]:
    """The municipalities that share an adjective: "ribniški" is of Ribnica and of Ribnica na Pohorju."""
    if by_adjective(word) or is_of_no_municipality(word):
        return ()
    form = fold(word)
    return tuple(each for each in municipalities().values() if form in map(fold, each.adjective_forms))


def is_of_no_municipality(word: str) -> bool:
    """Whether an adjective is of no municipality at all: "strateški svet"; one that two share is of either."""
    return fold(word) not in _adjectives()


@cache
def _adjectives() -> Mapping[str, Municipality | None]:
    """Adjectives of municipalities, in all forms; one that two share stands for neither."""
    found: dict[str, Municipality | None] = {}
    for entry in municipalities().values():
        for form in dict.fromkeys(map(fold, entry.adjective_forms)):
            found[form] = None if form in found else entry.ref
    return found
