"""Measures that a report adds to its plan; all others of a report are told of what was done."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from rinsearch.compose.fields.drafts import Draft
from rinsearch.compose.paper import Paper
from rinsearch.records import DocumentKind, Passage, PassageKind
from rinsearch.taxonomy.phrases import phrase


def with_new_measures(paper: Paper) -> Paper:
    """A report with nothing but what it adds to its plan ("v načrt se uvrstita nova ukrepa: …"); other papers whole."""
    if paper.kind is not DocumentKind.REPORT:
        return paper
    places = _places(paper.passages)
    # Its headings speak of what was done, and would close what is below them.
    return replace(paper, passages=tuple(replace(each, section=()) for each in paper.passages if each.id in places))


def new_ones(drafts: Iterable[Draft], paper: Paper) -> Iterator[Draft]:
    """The drafts that stand where new measures are announced; of other papers all."""
    places = _places(paper.passages) if paper.kind is DocumentKind.REPORT else {}
    return (draft for draft in drafts if draft.text[0] >= places.get(draft.passage.id, 0))


def _places(passages: Sequence[Passage]) -> Mapping[str, int]:
    """The passages in which new measures stand, and from which character on."""
    found: dict[str, int] = {}
    listing = False
    for passage in passages:
        told = phrase("new-measures-follow").search(passage.text)
        if told and not _is_no_decision(passage.text, told.start(), told.end()):
            found[passage.id] = told.end()
            listing = not passage.text[told.end() :].strip()
        elif listing and passage.kind is PassageKind.ITEM:
            found[passage.id] = 0
        else:
            listing = False
    return found


def _is_no_decision(text: str, start: int, end: int) -> bool:
    """Whether the sentence only proposes or refuses them, or tells what was done."""
    begins = max(text.rfind(sign, 0, start + 1) for sign in ".!?;\n") + 1
    return bool(phrase("no-new-measures").search(text, begins, end))
