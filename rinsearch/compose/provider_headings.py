"""Who does several measures, as a title above them: "Nosilec: CSD Kranj", or "Društvo Pot" alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rinsearch.compose.labels import labels_in
from rinsearch.records import Passage, PassageKind
from rinsearch.taxonomy.phrases import phrase

LONGEST = 90  # characters
LEAST_TITLES = 2  # one alone may be the head of a letter
BELOW = frozenset({PassageKind.ITEM, PassageKind.ROW})

Told = tuple[Passage, tuple[int, int]]


def providers_below(passages: Sequence[Passage]) -> Mapping[str, Told]:
    """Who does what stands below a title, by the passage's id, up to what is neither an item nor a row."""
    near = zip([None, *passages], passages, passages[1:], strict=False)
    above = (each for before, each, below in near if _stands_above(before, below))
    titles = {each.id: span for each in above if (span := _name(each))}
    called = any(labels_in(passage) for passage in passages if passage.id in titles)
    return dict(_below(passages, titles)) if called or len(titles) >= LEAST_TITLES else {}


def _stands_above(before: Passage | None, below: Passage) -> bool:
    """Whether a line can be a title of what is below, rows or items with a time, and is not a form's last label."""
    if below.kind not in BELOW or (before and labels_in(before)) or labels_in(below):
        return False
    return below.kind is PassageKind.ROW or bool(phrase("deadline-told").search(below.text))


def _below(passages: Sequence[Passage], titles: Mapping[str, tuple[int, int]]) -> Iterator[tuple[str, Told]]:
    current: Told | None = None
    for passage in passages:
        if passage.id in titles:
            current = passage, titles[passage.id]
        elif passage.kind not in BELOW:
            current = None
        elif current:
            yield passage.id, current


def _name(passage: Passage) -> tuple[int, int] | None:
    """The name in a line that is nothing else, behind "Nosilec:" or alone."""
    text = passage.text.strip()
    if passage.kind in BELOW or passage.columns or len(text) > LONGEST:
        return None
    labels = labels_in(passage)
    if labels:
        only = len(labels) == 1 and labels[0].field == "provider" and not passage.text[: labels[0].start].strip()
        return labels[0].value if only else None
    whole = phrase("organisation").match(text) and not phrase("organisation-ends").search(text.rstrip(":"))
    start = passage.text.find(text)
    return (start, start + len(text.rstrip(": "))) if whole and not text.isupper() else None
