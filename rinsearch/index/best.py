"""The best of what fulfils a query in a Tantivy index, in exact order as far as one can leaf through.

Tantivy looks at the score of every row that it finds. The best have rare terms, or common ones often: so it looks first
at those alone that have one of the rarest scores, and at all only where the others could come in by the rest.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from tantivy import DocAddress, Order, Query

from rinsearch.index import queries
from rinsearch.index.asking import Asking, Hit, Terms
from rinsearch.index.base import CONTEXT, EXACT, WORDS, Clause, Either, Match, Page, Scope, Sort
from rinsearch.index.bounds import BEST_OF_DOCUMENT
from rinsearch.index.gains import gains
from rinsearch.index.rows import often

DEEP = 10_000  # hits among which those with equal scores are put in order; as far as one can leaf through
BESIDE = 3  # times the page that is looked at first: as a rule, all that tie with its last one are among these
DOCUMENTS_AT_MOST = 2_000  # of a search in whole documents: those whose passages are compared
WORTH = 20  # times the page that must be found before it is worth to look at fewer
WIDER = 6  # times as many rows are looked at where the rarest did not do

Chosen = tuple[int, Sequence[Hit]]


@dataclass(frozen=True, slots=True)
class Score:
    """Rows that have a term so many times, and what each of them gains by it."""

    rows: int
    gain: float
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
        required = None if self.by_scores else self.query
        return queries.scored(required, [each.query for each in self.scores])


def scores(asking: Asking, terms: Terms, frequencies: Mapping[tuple[str, str], int]) -> Iterator[Score]:
    """The rough scores of `gains`, each step by itself."""
    for field, term in terms:
        before = 0.0
        gained = gains(asking.passages, frequencies[field, term], field, len(terms))
        for number, gain in enumerate(gained, start=1):
            at, what = (field, term) if number == 1 else ("often", often(field, term, number))
            rows = asking.searcher.doc_freq(at, what)
            if not rows:
                break
            yield Score(rows, gain - before, queries.score(at, what, gain - before))
            before = gain


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
    asking, query = question.asking, question.query
    if page.scope is Scope.DOCUMENT:
        total, first = asking.ordered(query, "order", DOCUMENTS_AT_MOST)
        passages = queries.any_term([each.query for each in question.scores], asking.numbers("key", first))
        found = Question(asking, passages, question.scores)
        return total, (newest(found, page)[1] if page.sort is Sort.DATE else _of_documents(found, page))
    if page.sort is Sort.DATE:
        return newest(question, page)
    if not question.scores:
        return _in_order(question, page.limit)
    total = asking.count(query)
    return total, _best(question, page.limit, total)


def _in_order(question: Question, limit: int) -> Chosen:
    total, hits = question.asking.ordered(question.query, "order", limit)
    return total, [(0.0, address) for _, address in hits]


def newest(question: Question, page: Page) -> Chosen:
    """The newest; those of one day by score. On the last day that comes in, only the best do."""
    asking = question.asking
    total, hits = asking.ordered(question.query, "day", page.limit, Order.Desc)
    days = [int(day) for day, _ in hits]
    last = days[-1] if len(days) == page.limit else -1
    newer = _chosen(question.narrowed(queries.on_days(day for day in days if day > last)), page)
    day = asking.numbers("day", newer)
    chosen = [newer[at] for at in sorted(range(len(newer)), key=lambda at: -day[at])]
    if len(chosen) < page.limit and last >= 0:
        chosen += _chosen(question.narrowed(queries.on_days([last])), page)
    return total, chosen[: page.limit]


def _chosen(question: Question, page: Page) -> list[Hit]:
    if page.scope is Scope.DOCUMENT:
        return _of_documents(question, page)
    if not question.scores:
        return list(_in_order(question, page.limit)[1])
    return _best(question, page.limit, question.asking.count(question.query))


# --- by score ---------------------------------------------------------------------------------------------------------


def _best(question: Question, limit: int, total: int) -> list[Hit]:
    """The best by score, then by `rows.order_of`."""
    for rarest, rest in _rarest(question.scores, limit, total):
        hits = _with_ties(question.narrowed(queries.either(rarest)), limit)
        if len(hits) >= limit and hits[limit - 1][0] > rest:
            return _sorted(question.asking, hits)[:limit]
    return _sorted(question.asking, _with_ties(question, limit))[:limit]


def _rarest(scores: Sequence[Score], limit: int, total: int) -> Iterator[tuple[Sequence[Query], float]]:
    """The rarest scores, more and more of them, with what a row can have that has none of these."""
    if total < WORTH * limit:
        return
    rare = sorted(scores, key=lambda each: each.rows)
    wanted, rows = WIDER * limit, 0
    for number, each in enumerate(rare[:-1], start=1):
        rows += each.rows
        if rows > wanted and rows * 2 < total:
            yield [one.query for one in rare[:number]], sum(one.gain for one in rare[number:])
            wanted = rows * WIDER


def _with_ties(question: Question, limit: int) -> Sequence[Hit]:
    """The best by score with all that tie with the last one of the page, as far as one can leaf through."""
    wanted = min(DEEP, BESIDE * limit)
    while True:
        hits: Sequence[Hit] = question.asking.searcher.search(question.scored, limit=wanted, count=False).hits
        if len(hits) < wanted or wanted == DEEP or hits[-1][0] < hits[limit - 1][0]:
            return hits
        wanted = DEEP


def _sorted(asking: Asking, hits: Sequence[Hit]) -> list[Hit]:
    order = asking.numbers("order", hits)
    return [hits[at] for at in sorted(range(len(hits)), key=lambda at: (-hits[at][0], order[at]))]


def _of_documents(question: Question, page: Page) -> list[Hit]:
    """The best by score, at most three of each document."""
    hits = question.asking.searcher.search(question.scored, limit=DEEP, count=False).hits
    best = _sorted(question.asking, hits)
    return _few_of_each(best, question.asking.numbers("key", best))[: page.limit]


def _few_of_each(best: Iterable[tuple[float, DocAddress]], owners: Sequence[int]) -> list[Hit]:
    """The first three of each document."""
    kept: Counter[int] = Counter()
    few = []
    for hit, owner in zip(best, owners, strict=True):
        kept[owner] += 1
        if kept[owner] <= BEST_OF_DOCUMENT:
            few.append(hit)
    return few
