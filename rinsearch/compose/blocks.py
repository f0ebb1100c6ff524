"""Measures in blocks of labels and values: "Ukrep A.1: … Komu: … Izvaja: …"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import zip_longest

from rinsearch.clauses import enclosing, sentences
from rinsearch.compose.drafts import SUPPORTING, Draft
from rinsearch.records import Passage, PassageKind
from rinsearch.taxonomy import column_field
from rinsearch.taxonomy.phrases import phrase


@dataclass(frozen=True, slots=True)
class _Label:
    """A label of a known column: its field, where it begins, and the place of its value."""

    field: str
    start: int
    value: tuple[int, int]


def from_blocks(passages: tuple[Passage, ...]) -> Iterator[Draft]:
    """ "Ukrep A.1: …" and the labelled lines behind it, in the same or in the following passages."""
    current: Draft | None = None
    for passage, following in zip_longest(passages, passages[1:]):
        opening = _opening(passage, following)
        labels = tuple(_labels(passage, opening.end() if opening else 0))
        if opening:
            if current:
                yield current
            current = _opened(passage, opening, labels[0].start if labels else len(passage.text))
        elif current and (passage.kind == PassageKind.HEADING or not labels):
            if current.fields or passage.kind == PassageKind.HEADING:
                yield current
                current = None
            continue
        if current:
            current = _with_labels(current, passage, labels)
    if current:
        yield current


def _opening(passage: Passage, following: Passage | None) -> re.Match[str] | None:
    """What a block begins with: "Ukrep 2.3 –", or (with labelled lines behind it) "Ukrep:" and an item of a list."""
    if passage.kind == PassageKind.ROW:
        return None
    named = phrase("block").match(passage.text)
    if named or following is None:
        return named
    begun = phrase("block-without-number").match(passage.text)
    if begun is None and passage.kind == PassageKind.ITEM:
        begun = phrase("block-of-item").match(passage.text)
    labelled = next(_labels(following, 0), None)
    return begun if labelled and labelled.start == 0 and labelled.field in SUPPORTING else None


def _opened(passage: Passage, opening: re.Match[str], end: int) -> Draft:
    """A block's first sentence names the measure, what follows up to the first label describes it."""
    first = enclosing(sentences(passage.text), opening.end())
    title_end = min(first.end, end)
    fields = {"description": (title_end, end)} if passage.text[title_end:end].strip() else {}
    return Draft(passage, (opening.end(), title_end), fields, opening.group("number"), "measure.block")


def _labels(passage: Passage, start: int) -> Iterator[_Label]:
    """Labels of known columns; a value ends with its sentence, a description before the next label."""
    found = [m for m in phrase("label").finditer(passage.text, start) if column_field(m.group(1))]
    parts = sentences(passage.text)
    for number, match in enumerate(found):
        name = column_field(match.group(1)) or ""
        end = found[number + 1].start() if number + 1 < len(found) else len(passage.text)
        if name != "description":
            end = min(end, enclosing(parts, match.end()).end)
        yield _Label(name, match.start(), (match.end(), end))


def _with_labels(draft: Draft, passage: Passage, labels: tuple[_Label, ...]) -> Draft:
    fields, passages = dict(draft.fields), dict(draft.passages)
    for label in labels:
        if label.field == "measure" and not draft.passage.text[slice(*draft.text)].strip():
            draft = replace(draft, passage=passage, text=label.value)
        elif label.field not in fields and label.field != "measure":
            fields[label.field] = label.value
            passages[label.field] = passage
    return replace(draft, fields=fields, passages=passages)
