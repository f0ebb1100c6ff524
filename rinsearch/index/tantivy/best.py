"""The best of what fulfils a query in a Tantivy index, in exact order as far as one can leaf through.

Tantivy looks at the score of every row that it finds. The scores of frequent terms together are often less than what
the last one of a page has: then rows that have none of the other scores need not be looked at.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from heapq import nsmallest
from itertools import combinations

from tantivy import Order, Query

from rinsearch.index.base import CONTEXT, EXACT, WORDS, Clause, Either, Match, Page, Scope, Sort
from rinsearch.index.bounds import BEST_OF_DOCUMENT
from rinsearch.index.gains import gains
from rinsearch.index.tantivy import queries
from rinsearch.index.tantivy.asking import Asking, Hit, Terms
from rinsearch.index.tantivy.rows import often

DEEP = 10_000  # hits among which those with equal scores are put in order; as far as one can leaf through
BESIDE = 3  # times the page that is looked at first: as a rule, all that tie with its last one are among these
DOCUMENTS_AT_MOST = 2_000  # of a search in whole documents: those whose passages are compared
ENOUGH = 2  # times the page that have a score: then one may count on it that the last one of the page has it, too
FEW = 40  # scores, of which every two are compared
MOST_LEFT_OUT = 16  # scores, each of which is looked up for every row that is left
WORTH = 50_000  # rows that have a score, from which on it is worth to leave some out

Chosen = tuple[int, Sequence[Hit]]


@dataclass(frozen=True, slots=True)
class Score:
    """Rows that have a term so many times: what each of them gains by it, and what it has of the term in all."""

    term: tuple[str, str]
    rows: int
    gain: float
    sum: float
    query: Query


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of one state: a query, the scores of its terms, and whether each row with a score fulfils it."""

    asking: Asking
    query: Query
    scores: Sequence[Score]
    by_scores: bool = False

    def narrowed(self, by: Query) -> Question:
        """The same of fewer rows."""
        return Question(self.asking, queries.both([self.query, by]), self.scores)

    @property
    def scored(self) -> Query:
        """As Tantivy takes it."""
        return queries.scored(None if self.by_scores else self.query, [each.query for each in self.scores])


def scores(asking: Asking, terms: Terms, frequencies: Mapping[tuple[str, str], int]) -> Iterator[Score]:
    """The rough scores of `gains`, each step by itself."""
    for field, term in terms:
        before = 0.0
        gained = gains(asking.passages, frequencies[field, term], field, len(terms))
        for number, sum in enumerate(gained, start=1):
            at, what = (field, term) if number == 1 else ("often", often(field, term, number))
            rows = asking.searcher.doc_freq(at, what)
            if not rows:
                break
            yield Score((field, term), rows, sum - before, sum, queries.score(at, what, sum - before))
            before = sum


def by_scores(clause: Clause) -> bool:
    """Whether a passage fulfils this wherever it has one of the terms that are scored."""
    match clause:
        case Match(field):
            return field in (WORDS, CONTEXT, EXACT)
        case Either(parts):
            return all(map(by_scores, parts))
        case _:
            return False


def choose(question: Question, page: Page) -> Chosen:
    """How many rows fulfil a query, and the best of them."""
    if page.scope is Scope.DOCUMENT:
        total, first = question.asking.ordered(question.query, "order", DOCUMENTS_AT_MOST)
        question = _passages_of(question, question.asking.numbers("key", first))
        return total, _newest(question, page)[1] if page.sort is Sort.DATE else _few(_all(question)[1], question, page)
    if page.sort is Sort.DATE:
        return _newest(question, page)
    return _best(question, page.limit)


def _passages_of(question: Question, keys: Sequence[int]) -> Question:
    """The passages of these documents that have a score."""
    query = queries.any_term([each.query for each in question.scores], keys)
    return Question(question.asking, query, question.scores)


def _few(hits: Sequence[Hit], question: Question, page: Page) -> Sequence[Hit]:
    """The first of what was found; in the scope of documents at most three of each."""
    if page.scope is Scope.PASSAGE:
        return _first(question.asking, hits, page.limit)
    best = _first(question.asking, hits, len(hits))
    kept: Counter[int] = Counter()
    few = []
    for hit, owner in zip(best, question.asking.numbers("key", best), strict=True):
        kept[owner] += 1
        if kept[owner] <= BEST_OF_DOCUMENT:
            few.append(hit)
    return few[: page.limit]


# --- by date ----------------------------------------------------------------------------------------------------------


def _newest(question: Question, page: Page) -> Chosen:
    """The newest; those of one day by score. On the last day that comes in, only the best do."""
    looked_at = DEEP if page.scope is Scope.DOCUMENT else page.limit  # only three of each document come in
    total, hits = question.asking.ordered(question.query, "day", looked_at, Order.Desc)
    days = [int(day) for day, _ in hits]
    found, some = _all(question.narrowed(queries.on_days(days)))
    if found <= DEEP:
        return total, _by_day(question, _few(some, question, replace(page, limit=found)))[: page.limit]
    newer = question.narrowed(queries.on_days(day for day in days if day > days[-1]))
    chosen = _by_day(question, _few(_all(newer)[1], question, page))
    return total, [*chosen, *_best(question.narrowed(queries.on_days(days[-1:])), page.limit)[1]][: page.limit]


def _by_day(question: Question, hits: Sequence[Hit]) -> list[Hit]:
    day = question.asking.numbers("day", hits)
    return [hits[at] for at in sorted(range(len(hits)), key=lambda at: -day[at])]


# --- by score ---------------------------------------------------------------------------------------------------------


def _best(question: Question, limit: int) -> Chosen:
    """The best by score, then by `rows.order_of`."""
    asking = question.asking
    if not question.scores:
        total, rows = asking.ordered(question.query, "order", limit)
        return total, [(0.0, address) for _, address in rows]
    total = asking.total(question.query, max(each.rows for each in question.scores))
    if total >= WORTH:
        left_out = _left_out(question, limit * ENOUGH * asking.passages // total)
        hits = _with_ties(asking, _without(question, left_out), limit) if left_out else ()
        if len(hits) >= limit and hits[limit - 1][0] > sum(each.gain for each in left_out):
            return total, _first(asking, hits, limit)
    return total, _first(asking, _with_ties(asking, question.scored, limit), limit)


def _left_out(question: Question, rows: int) -> Sequence[Score]:
    """Scores of the most rows that are together less than one that so many rows have."""
    floor = _likely(question, rows)
    chosen: list[Score] = []
    for each in sorted(question.scores, key=lambda each: -each.rows)[:MOST_LEFT_OUT]:
        if floor - each.gain <= 0:
            break
        floor -= each.gain
        chosen.append(each)
    return chosen


def _likely(question: Question, rows: int) -> float:
    """A sum that so many rows have: of one term, or by all likelihood of two, which meet at least by chance."""
    enough = [each for each in question.scores if each.rows >= rows]
    alone = max((each.sum for each in enough), default=0.0)
    if len(enough) > FEW:
        return alone
    met = rows * ENOUGH * question.asking.passages
    pairs = ((one, other) for one, other in combinations(enough, 2) if one.term != other.term)
    return max([alone, *(one.sum + other.sum for one, other in pairs if one.rows * other.rows >= met)])


def _without(question: Question, left_out: Sequence[Score]) -> Query:
    """Rows that have one of the other scores; those that are left out are looked up one by one, not walked through."""
    others = [each.query for each in question.scores if each not in left_out]
    found = queries.either(others)
    if not question.by_scores:
        found = queries.both([queries.scored(question.query, ()), found])
    for each in left_out:
        found = queries.more(found, each.query)
    return found


def _all(question: Question) -> Chosen:
    """How many there are, and the best by score, as far as one can leaf through."""
    found = question.asking.searcher.search(question.scored, limit=DEEP)
    return int(found.count), found.hits  # type: ignore[attr-defined]


def _with_ties(asking: Asking, query: Query, limit: int) -> Sequence[Hit]:
    """The best by score with all that tie with the last one of the page, as far as one can leaf through."""
    wanted = min(DEEP, BESIDE * limit)
    while True:
        hits: Sequence[Hit] = asking.searcher.search(query, limit=wanted, count=False).hits
        if len(hits) < wanted or wanted == DEEP or hits[-1][0] < hits[limit - 1][0]:
            return hits
        wanted = DEEP


def _first(asking: Asking, hits: Sequence[Hit], limit: int) -> list[Hit]:
    """Of hits by score so many, those with equal scores in order."""
    order = asking.numbers("order", hits)
    last = -hits[min(limit, len(hits)) - 1][0] if hits else 0.0
    better = bisect_left(hits, last, key=lambda hit: -hit[0])
    tied = bisect_right(hits, last, key=lambda hit: -hit[0])
    chosen = sorted(range(better), key=lambda at: (-hits[at][0], order[at]))
    chosen += nsmallest(limit - better, range(better, tied), key=order.__getitem__)
    return [hits[at] for at in chosen]
