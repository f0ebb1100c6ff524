"""For whom several measures are: a title above a list that is nothing but a group of people ("Starejši občani:")."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from rinsearch.compose.fields.labels import labels_in
from rinsearch.compose.paper import tags_between
from rinsearch.records import Passage, PassageKind
from rinsearch.taxonomy.phrases import phrase

LEAST_TITLES = 2  # one alone may be the title of anything
LONGEST = 90  # characters
BELOW = frozenset({PassageKind.ITEM, PassageKind.ROW})


def groups_below(passages: Sequence[Passage]) -> Mapping[str, tuple[str, ...]]:
    """The groups of the title above each item or row, by the passage's id; nothing where fewer than two are so."""
    above = ((each, below) for each, below in pairwise(passages) if below.kind in BELOW and each.kind not in BELOW)
    titles = {each.id: groups for each, _ in above if (groups := _groups(each))}
    return dict(_below(passages, titles)) if len(titles) >= LEAST_TITLES else {}


def _below(passages: Sequence[Passage], titles: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, tuple[str, ...]]]:
    current: tuple[str, ...] = ()
    for passage in passages:
        if passage.kind not in BELOW:
            current = titles.get(passage.id, ())
        elif current:
            yield passage.id, current


def _groups(passage: Passage) -> tuple[str, ...]:
    """The groups that a short line names with its first words, or behind the label of a target group."""
    text = passage.text
    if passage.columns or len(text) > LONGEST or text.rstrip().endswith("."):
        return ()
    labels = labels_in(passage)
    if labels and (len(labels) > 1 or labels[0].field != "target_group"):
        return ()
    lead = phrase("before-group").match(text)
    begin = labels[0].value[0] if labels else lead.end() if lead else 0
    begin += len(text[begin:]) - len(text[begin:].lstrip())
    tags = tags_between(passage, "target_group", 0, len(text))
    begun = any(tag.evidence.start <= begin < tag.evidence.end for tag in tags)
    return tuple(dict.fromkeys(tag.value for tag in tags)) if begun else ()
