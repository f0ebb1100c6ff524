"""Whoosh's own part of ranking and counting: which passages are worth a look by the ranker."""

from __future__ import annotations

import heapq
from collections import Counter

from rinsearch.index.base import Page, Scope
from rinsearch.index.bounds import BEST_OF_DOCUMENT, FACET_VALUES
from rinsearch.index.gains import gains
from rinsearch.index.whoosh.snapshot import Postings, Snapshot


def scores(snapshot: Snapshot, found: frozenset[int], terms: list[tuple[str, str]], scope: Scope) -> dict[int, float]:
    """Rough scores of passages: all that were found, or those of the documents found that have one of the terms."""
    everything = len(snapshot.passages) + 1
    lists = [(field, snapshot.postings(field, term)) for field, term in dict.fromkeys(terms)]
    if scope is Scope.DOCUMENT:
        owner = snapshot.owner
        found = frozenset(number for _, postings in lists for number in postings if owner[number] in found)
    scores = dict.fromkeys(found, 0.0)
    for field, postings in lists:
        _add(scores, postings, gains(everything - 1, len(postings), field, len(lists)))
    return _best_of_each(snapshot, scores) if scope is Scope.DOCUMENT else scores


def _add(scores: dict[int, float], postings: Postings, gained: tuple[float, ...]) -> None:
    most = len(gained)
    for number in postings if len(postings) < len(scores) else scores:
        if number in scores and number in postings:
            scores[number] += gained[min(int(postings[number]), most) - 1]


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
    every = ((value, len(found.intersection(snapshot.postings(field, value)))) for value in snapshot.every_value(field))
    return tuple(sorted(((v, n) for v, n in every if n), key=lambda pair: (-pair[1], pair[0]))[:FACET_VALUES])
