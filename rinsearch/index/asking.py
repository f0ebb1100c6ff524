"""One state of a Tantivy index: clauses as its queries, counts, and the best of what was found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import combinations, islice, takewhile
from typing import Any

from tantivy import DocAddress, Occur, Order, Query, Searcher

from rinsearch.index import queries
from rinsearch.index.base import (
    WORDS,
    Between,
    Both,
    Clause,
    Either,
    Everything,
    InOrder,
    Match,
    Near,
    Page,
    Scope,
    Without,
    are_near,
)
from rinsearch.index.bounds import BEST_OF_DOCUMENT, TERMS_AT_MOST
from rinsearch.index.gains import gains
from rinsearch.index.rows import FILTER, STATE, often, schema, stored

Hit = tuple[float, DocAddress]
Terms = Sequence[tuple[str, str]]
DEEP = 10_000  # hits among which those with equal scores are put in order; as far as one can leaf through
BESIDE = 3  # times the page that is looked at first: as a rule, all that tie with its last one are among these
MOST_PAIRED = 6  # words of which every two are looked for as a pair before the texts are read


class Asking:
    """A searcher of one commit, read-only."""

    def __init__(self, searcher: Searcher) -> None:
        self.searcher = searcher

    # --- clauses ------------------------------------------------------------------------------------------------------

    def query(self, clause: Clause, scope: Scope) -> Query:
        """The entries of a scope that fulfil a clause; in the scope of documents, parts may stand in any passage."""
        return queries.both([queries.everything(scope), self._part(clause, scope)])

    def _part(self, clause: Clause, scope: Scope) -> Query:
        match clause:
            case Both(parts):
                return queries.both([queries.everything(scope), *(self._part(part, scope) for part in parts)])
            case Either(parts):
                return queries.either([self._part(part, scope) for part in parts])
            case Without(part):
                excluded = (Occur.MustNot, self._part(part, scope))
                return Query.boolean_query([(Occur.Must, queries.everything(scope)), excluded])
            case Everything():
                return queries.everything(scope)
            case Match(field, values):
                return queries.match(field, values, scope)
            case Between(field, since, until):
                return queries.match(field, self.values(field, since, until), scope)
            case InOrder(places):
                return self._in(scope, queries.in_order(places))
            case Near(groups, within):
                return self._in(scope, self._near(groups, within))

    def _in(self, scope: Scope, query: Query) -> Query:
        """Passages that fulfil a query, or their documents."""
        return query if scope is Scope.PASSAGE else queries.with_keys(self.numbers("key", self.all(query)))

    def _near(self, groups: Sequence[Sequence[str]], within: int) -> Query:
        """Two words close together are a phrase with slop; of more words, or very many forms, the texts tell."""
        if not groups:
            return Query.empty_query()
        if len(groups) == 2 and (pair := queries.pair(groups, within)) is not None:
            return pair
        have = queries.both([queries.match(WORDS, group, Scope.PASSAGE) for group in groups])
        pairs = (queries.pair(two, within) for two in combinations(groups[:MOST_PAIRED], 2))
        likely = queries.both([have, *(pair for pair in pairs if pair is not None)])
        found = (self.searcher.doc(address) for _, address in self.all(likely))
        sets = [frozenset(group) for group in groups]
        close = (row for row in found if are_near(stored(row, "line"), sets, within))
        return Query.term_set_query(schema(), "id", [stored(row, "brief").split("\t")[0] for row in close])

    def values(self, field: str, since: str, until: str) -> Sequence[str]:
        """The values of a filter field in order, from ``since`` to ``until``; at most 5,000."""
        start = f"{field}="
        same = takewhile(lambda pair: pair[0] == pair[1], zip(since, until, strict=False))
        found = self.terms(FILTER, start + "".join(sign for sign, _ in same))
        inside = (term[len(start) :] for term in found if start + since <= term <= start + until)
        return tuple(islice(inside, TERMS_AT_MOST))

    # --- counts -------------------------------------------------------------------------------------------------------

    def terms(self, field: str, prefix: str) -> list[str]:
        """The terms of a field that begin so, in order."""
        return sorted(term for term, _ in self.searcher.terms_with_prefix(field, prefix))

    def counts(self, query: Query, field: str) -> tuple[tuple[str, int], ...]:
        """How many entries that fulfil a query have each value of a filter field, most frequent first."""
        start = f"{field}="
        found = self.searcher.terms_with_prefix(FILTER, start, filter_query=query)
        counted = ((term[len(start) :], count) for term, count in found if count)
        return tuple(sorted(counted, key=lambda pair: (-pair[1], pair[0])))

    def count(self, query: Query) -> int:
        """How many rows fulfil a query."""
        return int(self.searcher.search(query, limit=1).count)  # type: ignore[attr-defined]

    def frequencies(self, terms: Terms) -> Mapping[tuple[str, str], int]:
        """How many entries have each term, without those that were deleted."""
        return {(field, term): self.count(queries.term(field, term)) for field, term in terms}

    @cached_property
    def passages(self) -> int:
        """How many passages there are."""
        return self.count(queries.term("scope", Scope.PASSAGE))

    @cached_property
    def generation(self) -> int:
        """How many commits there were."""
        found = self.first(queries.term("scope", STATE))
        return int(self.numbers("generation", found)[0]) if found else 0

    # --- the best -----------------------------------------------------------------------------------------------------

    def scoring(self, terms: Terms, frequencies: Mapping[tuple[str, str], int]) -> list[Query]:
        """Rough scores as queries with a constant score each; sums of such are exact, so that ties are ties."""
        found = []
        for field, term in terms:
            before = 0.0
            gained = gains(self.passages, frequencies[field, term], field, len(terms))
            for number, gain in enumerate(gained, start=1):
                at, what = (field, term) if number == 1 else ("often", often(field, term, number))
                if not self.searcher.doc_freq(at, what):
                    break
                found.append(Query.const_score_query(queries.term(at, what), gain - before))
                before = gain
        return found

    def best(self, query: Query, scoring: Sequence[Query], page: Page) -> list[Hit]:
        """The best by score, then by `rows.order_of`; in the scope of documents at most three of each."""
        if not scoring:
            return [(0.0, address) for _, address in self.ordered(query, "order", page.limit)]
        hits = self._candidates(queries.scored(query, scoring), page)
        order = self.numbers("order", hits)
        chosen = sorted(range(len(hits)), key=lambda at: (-hits[at][0], order[at]))
        if page.scope is Scope.DOCUMENT:
            chosen = _few_of_each(chosen, self.numbers("key", hits))
        return [hits[at] for at in chosen[: page.limit]]

    def _candidates(self, query: Query, page: Page) -> Sequence[Hit]:
        """The best by score with all that tie with the last one of the page, as far as one can leaf through."""
        wanted = deep = max(page.limit, DEEP)
        if page.scope is Scope.PASSAGE:
            wanted = min(deep, BESIDE * page.limit)
        while True:
            hits: Sequence[Hit] = self.searcher.search(query, limit=wanted, count=False).hits
            if len(hits) < wanted or wanted == deep or hits[-1][0] < hits[page.limit - 1][0]:
                return hits
            wanted = deep

    def newest(self, query: Query, scoring: Sequence[Query], page: Page) -> list[Hit]:
        """The newest; those of one day by score. On the last day that comes in, only the best do."""
        days = self.ordered(query, "day", page.limit, Order.Desc)
        last = int(days[-1][0]) if len(days) == page.limit else 0
        newer = self.best(queries.both([query, queries.days(last + 1, None)]), scoring, page)
        day = self.numbers("day", newer)
        chosen = [newer[at] for at in sorted(range(len(newer)), key=lambda at: -day[at])]
        return (chosen + self.best(queries.both([query, queries.days(last, last)]), scoring, page))[: page.limit]

    def documents(self, query: Query, limit: int) -> Sequence[int]:
        """The keys of the first so many documents."""
        return self.numbers("key", self.ordered(query, "order", limit))

    def by_document(self, query: Query) -> Sequence[tuple[str, DocAddress]]:
        """All that fulfil a query, with their documents' ids and in the order of these."""
        return self.ordered(query, "document", self.count(query))

    def first(self, query: Query) -> Sequence[Hit]:
        """One that fulfils a query, if there is any."""
        return self.searcher.search(query, limit=1, count=False).hits

    def all(self, query: Query) -> Sequence[Hit]:
        """All that fulfil a query."""
        return self.searcher.search(query, limit=max(self.count(query), 1), count=False).hits

    def ordered(self, query: Query, field: str, limit: int, order: Order = Order.Asc) -> list[tuple[Any, DocAddress]]:
        """The first so many by a column."""
        return self.searcher.search(query, limit=max(limit, 1), count=False, order_by_field=field, order=order).hits

    def numbers(self, field: str, hits: Sequence[tuple[Any, DocAddress]]) -> Sequence[int]:
        """What a column holds for each hit."""
        found: Any = self.searcher.fast_field_values(field, [address for _, address in hits])
        return tuple(found)


def _few_of_each(chosen: Iterable[int], owners: Sequence[int]) -> list[int]:
    """The first three of each document."""
    kept: Counter[int] = Counter()
    few = []
    for at in chosen:
        kept[owners[at]] += 1
        if kept[owners[at]] <= BEST_OF_DOCUMENT:
            few.append(at)
    return few
