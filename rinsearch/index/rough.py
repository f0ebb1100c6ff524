"""The engine's own part of ranking and counting: which passages are worth a look by the ranker."""

from __future__ import annotations

import heapq
import math
from collections import Counter
from collections.abc import Iterator

from rinsearch.index.base import CONTEXT, EXACT, WORDS, Both, Clause, Either, Match, Page, Scope
from rinsearch.index.snapshot import Postings, Snapshot

SATURATION = 1.2  # k1 of BM25; the usual value
CONTEXT_WEIGHT = 0.4  # a word of the title or a heading counts less than one of the passage itself
BEST_OF_DOCUMENT = 3  # passages of each document among the candidates of a search in whole documents
FACET_VALUES = 200  # at most; there are 212 municipalities, and no page shows more


def scored(clause: Clause) -> Iterator[tuple[str, str]]:
    """Fields and terms that a passage gets its score from: not what it must be without."""
    match clause:
        case Match(field, values) if field in (WORDS, CONTEXT, EXACT):
            yield from ((field, value) for value in values)
        case Both(parts) | Either(parts):
            for part in parts:
                yield from scored(part)
        case _:
            return


def scores(snapshot: Snapshot, found: frozenset[int], terms: list[tuple[str, str]], scope: Scope) -> dict[int, float]:
    """Rough scores of passages: all that were found, or those of the documents found that have one of the terms."""
    everything = len(snapshot.passages) + 1
    lists = [(field, snapshot.postings(field, term)) for field, term in dict.fromkeys(terms)]
    if scope is Scope.DOCUMENT:
        owner = snapshot.owner
        found = frozenset(number for _, postings in lists for number in postings if owner[number] in found)
    scores = dict.fromkeys(found, 0.0)
    for field, postings in lists:
        weight = math.log1p(everything / (len(postings) + 1)) * (CONTEXT_WEIGHT if field == CONTEXT else 1.0)
        _add(scores, postings, weight)
    return _best_of_each(snapshot, scores) if scope is Scope.DOCUMENT else scores


def _add(scores: dict[int, float], postings: Postings, weight: float) -> None:
    for number in postings if len(postings) < len(scores) else scores:
        if number in scores and number in postings:
            count = postings[number]
            scores[number] += weight * count / (count + SATURATION)


def _best_of_each(snapshot: Snapshot, scores: dict[int, float]) -> dict[int, float]:
    """The three best passages of each document."""
    kept: Counter[int] = Counter()
    best = {}
    for number in sorted(scores, key=lambda number: (-scores[number], number)):
        kept[snapshot.owner[number]] += 1
        if kept[snapshot.owner[number]] <= BEST_OF_DOCUMENT:
            best[number] = scores[number]
    return best


def best(snapshot: Snapshot, scores: dict[int, float], page: Page) -> list[int]:
    """The best so many; ties, which cost a look into a column, are broken only where they matter."""
    if not page.limit:
        return []
    if len(scores) > page.limit:
        least = heapq.nlargest(page.limit, scores.values())[-1]
        scores = {number: score for number, score in scores.items() if score >= least}
    return sorted(scores, key=lambda number: (-scores[number], snapshot.tie(number)))[: page.limit]


def by_date(snapshot: Snapshot, scores: dict[int, float], page: Page) -> list[int]:
    """The newest so many; at one date by score."""

    def newest(number: int) -> tuple[int, float, tuple[int, int, str, int, str]]:
        tie = snapshot.tie(number)
        return tie[1], -scores[number], tie

    return heapq.nsmallest(page.limit, scores, key=newest)


def counts(snapshot: Snapshot, found: frozenset[int], field: str) -> tuple[tuple[str, int], ...]:
    """How many of what was found have each value of a filter field, most frequent first."""
    every = ((value, len(found.intersection(snapshot.postings(field, value)))) for value in snapshot.values(field))
    return tuple(sorted(((v, n) for v, n in every if n), key=lambda pair: (-pair[1], pair[0]))[:FACET_VALUES])
