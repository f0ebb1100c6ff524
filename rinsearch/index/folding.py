"""Hits that say the same: copies of a passage folded into the best of them, passages of one document put together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from rinsearch.index.base import Candidate

Scored = tuple[float, Candidate]


@dataclass(slots=True)
class Heap:
    """The best passage, the ids of its copies, and the further passages of its document, best first."""

    score: float
    first: Candidate
    copies: list[str] = field(default_factory=list)
    others: list[Candidate] = field(default_factory=list)


def heaps(ranked: Iterable[Scored]) -> list[Heap]:
    """Every passage by itself."""
    return [Heap(score, candidate) for score, candidate in ranked]


def folded(ranked: Sequence[Heap]) -> list[Heap]:
    """Passages with the same words and tags as a better one are its copies; the order stays."""
    kept: dict[str, Heap] = {}
    for heap in ranked:
        best = kept.setdefault(heap.first.words or heap.first.id, heap)
        if best is not heap:
            best.copies += [heap.first.id, *heap.copies]
    return list(kept.values())


def grouped(ranked: Sequence[Heap]) -> list[Heap]:
    """The passages of one document stand behind its best one; the order of the documents is that of their best."""
    kept: dict[str, Heap] = {}
    for heap in ranked:
        best = kept.setdefault(heap.first.document, heap)
        if best is not heap:
            best.others.append(heap.first)
    return list(kept.values())
