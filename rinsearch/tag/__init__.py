"""Passages to passages with tags: what is named where, and by which rule. The only room where spaCy lives."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from rinsearch.places import box_of, page_of
from rinsearch.records import Evidence, Passage, PassageKind, Tag
from rinsearch.tag.amounts import amounts
from rinsearch.tag.case_numbers import case_numbers
from rinsearch.tag.dates import dates
from rinsearch.tag.decisions import decisions
from rinsearch.tag.finds import Find
from rinsearch.tag.legal_references import legal_references
from rinsearch.tag.municipalities import find_municipalities
from rinsearch.tag.periods import periods
from rinsearch.tag.pipeline import Reading, read
from rinsearch.tag.plans import plans
from rinsearch.tag.regions import find_regions
from rinsearch.tag.sessions import sessions
from rinsearch.tag.target_groups import target_groups
from rinsearch.tag.votes import cell_votes, heading_of, row_votes, votes
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
)


def tag(passages: Iterable[Passage]) -> tuple[Passage, ...]:
    """The same passages with their tags, in the order of the text; `quote` is the slice of the passage's text."""
    tagged: list[Passage] = []
    heading: tuple[str, ...] = ()  # of a table of votes that came as text: its rows are passages of their own
    for passage in passages:
        before = tagged[-1].text if tagged and tagged[-1].document == passage.document else ""
        heading = heading_of(passage.text) or (heading if before and passage.kind != PassageKind.HEADING else ())
        found = [*_finds(passage, before), *row_votes(passage.text, heading)]
        finds = sorted(found, key=lambda find: (find.start, -find.end, find.label, find.value))
        tagged.append(replace(passage, tags=tuple(_tag(passage, each) for each in finds)))
    return tuple(tagged)


def find(text: str) -> tuple[Find, ...]:
    """Everything that is found in a text, in its order.

    >>> [(each.label, each.value) for each in find("Občinski svet Občine Semič, 12. 10. 2017")]
    [('municipality', '109'), ('date', '2017-10-12')]
    """
    return tuple(sorted(_in(read(text)), key=lambda find: (find.start, -find.end, find.label, find.value)))


def _finds(passage: Passage, before: str) -> Iterator[Find]:
    """A row of a table cell by cell, so that no name runs over two cells; any other passage as a whole."""
    if not passage.columns:
        yield from _in(read(passage.text), before=before)
    if passage.columns:
        spans = ((each.heading, each.start, each.end) for each in passage.columns)
        yield from cell_votes((heading, passage.text[start:end], start, end) for heading, start, end in spans)
    for column in passage.columns:
        reading = read(passage.text[column.start : column.end])
        for each in _in(reading, field=column_field(column.heading) or "cell"):
            yield each._replace(start=each.start + column.start, end=each.end + column.start)


def _in(reading: Reading, **known: str) -> Iterator[Find]:
    """What the finders find in a Doc, at its place in the text; ``known`` is what the Doc's words do not say."""
    reading.doc.user_data.update(known)
    for finder in FINDERS:
        for each in finder(reading.doc):
            start, end = reading.span(each.start, each.end)
            yield each._replace(start=start, end=end)


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
