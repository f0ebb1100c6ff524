"""How good an order of hits is: nDCG@10, recall@20, reciprocal rank, and whether exactly the right ones were found."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from rinsearch.evaluate.judged import SETS, Judged, Relevant
from rinsearch.language import fold
from rinsearch.records import Hit

FIRST, DEPTH = 10, 20  # hits that people look at, and those among which something must be


@dataclass(frozen=True, slots=True)
class Answered:
    """A judged query and what was found: the first hits, and how many there are in all."""

    judged: Judged
    asked: str
    hits: tuple[Hit, ...]
    total: int


@dataclass(frozen=True, slots=True)
class QueryFigures:
    """The figures of a group of queries, means over them; unknown (None) where no query of the group has the figure.

    ``exact`` is the share of quoted, near and empty queries to which everything and nothing else was found.
    """

    name: str
    queries: int
    ndcg: float | None
    recall: float | None
    mrr: float | None
    exact: float | None


@dataclass(frozen=True, slots=True)
class QueryMistake:
    """A query that is not answered perfectly: what is missing among the first twenty, and its figures."""

    query: str
    asked: str
    kind: str
    set: str
    ndcg: float | None
    rank: int | None
    missing: tuple[str, ...]
    wrong: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SearchEvaluation:
    """How right a search is on judged queries: all, by set and by kind."""

    judged: str
    index: str
    queries: int
    sets: tuple[QueryFigures, ...]
    kinds: tuple[QueryFigures, ...]
    errors: tuple[QueryMistake, ...]


def search_report(judged: str, index: str, answered: Sequence[Answered], *, errors: bool) -> SearchEvaluation:
    """The figures over all queries, by set and by kind, and with ``errors`` the queries that are not perfect."""
    groups = [("all", list(answered)), *((name, [a for a in answered if a.judged.set == name]) for name in SETS)]
    kinds = dict.fromkeys(each.judged.kind for each in answered)
    return SearchEvaluation(
        judged,
        index,
        len(answered),
        tuple(_figures(name, group) for name, group in groups if group),
        tuple(_figures(kind, [a for a in answered if a.judged.kind == kind]) for kind in kinds),
        tuple(_mistake(each) for each in answered if not _perfect(each)) if errors else (),
    )


def _figures(name: str, group: Sequence[Answered]) -> QueryFigures:
    def mean(figure: Callable[[Answered], float | None]) -> float | None:
        known = [value for value in map(figure, group) if value is not None]
        return sum(known) / len(known) if known else None

    return QueryFigures(name, len(group), mean(ndcg), mean(recall), mean(reciprocal_rank), mean(exact))


# --- one query --------------------------------------------------------------------------------------------------------


def gains(answered: Answered) -> list[int]:
    """The grade of each hit, 0 where it is not relevant; what was found already counts once."""
    left = list(answered.judged.relevant)
    found = []
    for hit in answered.hits:
        matching = sorted((each for each in left if fits(each, hit)), key=lambda each: -each.grade)
        found.append(matching[0].grade if matching else 0)
        left = [each for each in left if each not in matching[:1]]
    return found


def fits(relevant: Relevant, hit: Hit) -> bool:
    """Whether a hit is the passage that was judged."""
    if not f"/{hit.document.source}".endswith(f"/{relevant.file}"):
        return False
    return relevant.quote is None or _plain(relevant.quote) in _plain(hit.passage.text)


def _plain(text: str) -> str:
    return " ".join(fold(text).split())


def ndcg(answered: Answered) -> float | None:
    """Discounted cumulative gain of the first ten hits by that of the best order (Järvelin and Kekäläinen 2002)."""
    ideal = _discounted(sorted((each.grade for each in answered.judged.relevant), reverse=True))
    return _discounted(gains(answered)) / ideal if ideal else None


def _discounted(grades: Iterable[int]) -> float:
    return sum((2.0**grade - 1) / math.log2(rank + 2) for rank, grade in enumerate(list(grades)[:FIRST]))


def recall(answered: Answered) -> float | None:
    """The share of what is relevant that stands among the first twenty hits."""
    relevant = len(answered.judged.relevant)
    return sum(grade > 0 for grade in gains(answered)[:DEPTH]) / relevant if relevant else None


def rank_of_first(answered: Answered) -> int | None:
    """The place of the first relevant hit, from 1."""
    return next((rank for rank, grade in enumerate(gains(answered), start=1) if grade), None)


def reciprocal_rank(answered: Answered) -> float | None:
    """1 by the place of the first relevant hit."""
    rank = rank_of_first(answered)
    return (1 / rank if rank else 0.0) if answered.judged.relevant else None


def exact(answered: Answered) -> float | None:
    """1 where all that is relevant was found and nothing else, for the kinds of queries of which that is known."""
    if not answered.judged.is_exact:
        return None
    grades = gains(answered)
    return float(answered.total == len(answered.judged.relevant) == sum(grade > 0 for grade in grades))


def _perfect(answered: Answered) -> bool:
    return all(figure(answered) in (None, 1.0) for figure in (ndcg, recall, exact))


def _mistake(answered: Answered) -> QueryMistake:
    judged = answered.judged
    missing = [each for each in judged.relevant if not any(fits(each, hit) for hit in answered.hits)]
    wrong = [hit.passage.id for hit, grade in zip(answered.hits, gains(answered), strict=True) if not grade]
    return QueryMistake(
        judged.text,
        answered.asked,
        judged.kind,
        judged.set,
        ndcg(answered),
        rank_of_first(answered),
        tuple(f"{each.file}: {each.quote or ''}" for each in missing),
        tuple(wrong[:FIRST]),
    )
