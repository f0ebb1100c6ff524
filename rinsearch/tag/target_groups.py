"""Target groups: several ways of wording them, of which the longest wins; a mask hides what it covers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from rinsearch.tag.ages import ages
from rinsearch.tag.finds import Find
from rinsearch.tag.group_names import bodies, in_a_name
from rinsearch.tag.group_wordings import Match, worded
from rinsearch.tag.relative_clauses import clauses

if TYPE_CHECKING:
    from spacy.tokens import Doc

LABEL = "target_group"
WAYS = (worded, clauses, ages, bodies)


def target_groups(doc: Doc) -> Iterator[Find]:
    """Find target groups. A mask hides what it covers; words that name two groups give two finds."""
    kept = [match for match in _longest(doc) if match.groups and not in_a_name(doc, match)]
    yield from sorted(_finds(doc, kept), key=lambda find: (find.start, find.value))


def _longest(doc: Doc) -> list[Match]:
    """Of matches that overlap the longest, with all that stand at the same place; a mask there hides them."""
    found = sorted(
        {match for way in WAYS for match in way(doc)},
        key=lambda match: (match.start - match.end, match.start, bool(match.groups), match),
    )
    taken = bytearray(len(doc))
    spans: set[tuple[int, int]] = set()
    masked: set[tuple[int, int]] = set()
    kept = []
    for match in found:
        span = (match.start, match.end)
        if span in masked or (span not in spans and any(taken[match.start : match.end])):
            continue
        spans.add(span)
        taken[match.start : match.end] = b"\1" * (match.end - match.start)
        kept.append(match)
        if not match.groups:
            masked.add(span)
    return kept


def _finds(doc: Doc, matches: Iterable[Match]) -> set[Find]:
    found: dict[tuple[str, int, int], Find] = {}
    for match in matches:
        span = doc[match.begin : match.end]
        for group in match.groups:
            find = Find(LABEL, group, span.start_char, span.end_char, f"{LABEL}.{match.kind}")
            found.setdefault((group, span.start_char, span.end_char), find)
    return set(found.values())
