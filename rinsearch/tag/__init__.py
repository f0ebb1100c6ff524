"""Passages to passages with tags: what is named where, and by which rule. The only room where spaCy lives."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from rinsearch.places import box_of, page_of
from rinsearch.records import Evidence, Passage, PassageKind, Tag
from rinsearch.tag.amounts import amounts
from rinsearch.tag.ballots.vote_tables import Heading, cell_votes, heading_of, row_votes
from rinsearch.tag.ballots.votes import votes
from rinsearch.tag.carons import lacks_carons
from rinsearch.tag.case_numbers import case_numbers
from rinsearch.tag.contacts import contacts
from rinsearch.tag.dates import dates
from rinsearch.tag.decisions import decisions
from rinsearch.tag.finds import Find
from rinsearch.tag.groups.target_groups import target_groups
from rinsearch.tag.legal_references import legal_references
from rinsearch.tag.organisations import organisations
from rinsearch.tag.periods import periods
from rinsearch.tag.pipeline import Reading, read, text_of
from rinsearch.tag.places.municipalities import certain, find_municipalities, settled
from rinsearch.tag.places.regions import find_regions
from rinsearch.tag.plans import plans
from rinsearch.tag.sessions import sessions
from rinsearch.taxonomy import column_field

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["FINDERS", "Find", "find", "tag"]

FINDERS: tuple[Callable[[Doc], Iterator[Find]], ...] = (
    find_municipalities,
    find_regions,
    target_groups,
    dates,
    periods,
    case_numbers,
    sessions,
    votes,
    plans,
    decisions,
    legal_references,
    amounts,
    organisations,
    contacts,
)
# Without a figure in the text there is nothing for these to find, and two passages in three have none.
NUMERIC = frozenset((dates, periods, case_numbers, legal_references, amounts))
WITHOUT_FIGURE = tuple(finder for finder in FINDERS if finder not in NUMERIC)
KEPT_CELLS = 1 << 12
FIGURE = re.compile(r"\d")


def tag(passages: Iterable[Passage]) -> tuple[Passage, ...]:
    """The same passages with their tags, in the order of the text; `quote` is the slice of the passage's text."""
    papers: dict[str, list[Passage]] = {}
    for passage in passages:
        papers.setdefault(passage.document, []).append(passage)
    return tuple(tagged for paper in papers.values() for tagged in _tagged(paper))


def find(text: str) -> tuple[Find, ...]:
    """Everything that is found in a text, in its order.

    >>> [(each.label, each.value) for each in find("Občinski svet Občine Semič, 12. 10. 2017")]
    [('municipality', '109'), ('date', '2017-10-12')]
    """
    found = list(_in(read(text, lacks_carons([text]))))
    return tuple(_ordered(settled(found, certain(found))))


def _tagged(paper: Sequence[Passage]) -> Iterator[Passage]:
    """The passages of one paper, which as a whole shows how it was typed and which municipalities it names."""
    found = list(_found(paper, lacks_carons(passage.text for passage in paper)))
    sure = certain(each for finds in found for each in finds)
    for passage, finds in zip(paper, found, strict=True):
        tags = tuple(_tag(passage, each) for each in _ordered(settled(finds, sure)))
        yield replace(passage, tags=tags) if tags or passage.tags else passage  # a copy costs as much as five finds


def _found(paper: Sequence[Passage], bare: bool) -> Iterator[list[Find]]:
    before = ""
    heading: Heading | None = None  # of a table of votes that came as text: its rows are passages of their own
    for passage in paper:
        heading = heading_of(passage.text) or (heading if before and passage.kind != PassageKind.HEADING else None)
        yield [*_finds(passage, before, bare), *row_votes(passage.text, heading)]
        before = passage.text


def _ordered(finds: Iterable[Find]) -> list[Find]:
    return sorted(finds, key=lambda find: (find.start, -find.end, find.label, find.value))


def _finds(passage: Passage, before: str, bare: bool) -> Iterator[Find]:
    """A row of a table cell by cell, so that no name runs over two cells; any other passage as a whole."""
    if not passage.columns:
        yield from _in(read(passage.text, bare, [each.start for each in passage.spans[1:]]), before=before)
    if passage.columns:
        spans = ((each.heading, each.start, each.end) for each in passage.columns)
        yield from cell_votes((heading, passage.text[start:end], start, end) for heading, start, end in spans)
    for column in passage.columns:
        field = column_field(column.heading) or "cell"
        for each in _cell(passage.text[column.start : column.end], field, bare):
            yield each._replace(start=each.start + column.start, end=each.end + column.start)


@lru_cache(maxsize=KEPT_CELLS)
def _cell(text: str, field: str, bare: bool) -> tuple[Find, ...]:
    """What stands in a cell; tables repeat their cells ("občine", "MDDSZ", "31. 12. 2018")."""
    return tuple(_in(read(text, bare), field=field))


def _in(reading: Reading, **known: str) -> Iterator[Find]:
    """What the finders find in a Doc, at its place in the text; ``known`` is what the Doc's words do not say."""
    reading.doc.user_data.update(known)
    finders = FINDERS if FIGURE.search(text_of(reading.doc)) else WITHOUT_FIGURE
    for finder in finders:
        found = finder(reading.doc)
        yield from found if reading.is_plain else (_moved(each, *reading.span(each.start, each.end)) for each in found)


def _moved(find: Find, start: int, end: int) -> Find:
    return find._replace(start=start, end=end)


def _tag(passage: Passage, find: Find) -> Tag:
    evidence = Evidence(
        passage=passage.id,
        page=page_of(passage, find.start),
        start=find.start,
        end=find.end,
        quote=passage.text[find.start : find.end],
        box=box_of(passage, find.start, find.end),
        rule=find.rule,
    )
    return Tag(find.label, find.value, evidence)
