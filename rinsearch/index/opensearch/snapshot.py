"""One state of an index in a cluster, read-only: a point in time, and what is asked of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import islice
from typing import Any

from rinsearch.index.base import (
    WORDS,
    Between,
    Both,
    Candidate,
    Clause,
    Either,
    Everything,
    InOrder,
    Match,
    Near,
    Page,
    Scope,
    Sort,
    Without,
)
from rinsearch.index.bounds import BEST_OF_DOCUMENT, FACET_VALUES
from rinsearch.index.gains import gains
from rinsearch.index.lines import are_near
from rinsearch.index.opensearch import queries
from rinsearch.index.opensearch.candidates import candidate
from rinsearch.index.opensearch.cluster import Cluster
from rinsearch.index.opensearch.point import Found, Point, columns, parted, total
from rinsearch.index.opensearch.queries import CLAUSES, Query
from rinsearch.index.opensearch.rows import FORM, LINE, often
from rinsearch.index.opensearch.state import State

DEEP = 10_000  # rows of one answer; a cluster gives no more at once
AT_ONCE = 500  # entries of one answer with all their data
DOCUMENTS_AT_MOST = 2_000  # of a search in whole documents: those whose passages are compared

Terms = Sequence[tuple[str, str]]
TIES = [{"rank": "asc"}, {"day": "desc"}, {"document": "asc"}, {"number": "asc"}, {"id": "asc"}]
IN_ORDER = [{"document": "asc"}, {"number": "asc"}, {"id": "asc"}]


class Snapshot(Point):
    """A point in time. Every question raises `Lost` where it has gone."""

    def __init__(self, cluster: Cluster, state: State, point: str) -> None:
        super().__init__(cluster, point)
        self.state = state
        self._limits = state.limits()
        self._frequencies: dict[tuple[str, str], int] = {}

    # --- clauses ------------------------------------------------------------------------------------------------------

    def query(self, clause: Clause, scope: Scope) -> Query:
        """The rows of a scope that fulfil a clause; in the scope of documents, parts may stand in any passage."""
        return queries.both([queries.in_scope(scope), *self._limits, self._part(clause, scope)])

    def _part(self, clause: Clause, scope: Scope) -> Query:
        match clause:
            case Both(parts):
                return queries.both([self._part(part, scope) for part in parts])
            case Either(parts):
                return queries.either([self._part(part, scope) for part in parts])
            case Without(part):
                return queries.without(self._part(part, scope))
            case Everything():
                return queries.EVERYTHING
            case Match(field, values):
                return queries.match(field, values, scope)
            case Between(field, since, until):
                return queries.between(field, since, until, scope)
            case InOrder(places):
                return self._in(scope, queries.in_order(places))
            case Near(groups, within):
                return self._in(scope, queries.near(groups, within) or self._looked_through(groups, within))

    def _in(self, scope: Scope, query: Query) -> Query:
        """Passages that fulfil a query, or their documents."""
        if scope is Scope.PASSAGE or query is queries.NOTHING:
            return query
        return queries.any_of("document", self._documents(query))

    def _looked_through(self, groups: Sequence[Sequence[str]], within: int) -> Query:
        """Of too many forms for the cluster to compare their places, the texts are read."""
        have = queries.both([queries.any_of(WORDS, group) for group in groups])
        sets = [frozenset(group) for group in groups]
        close = [each.id for each in self._lines(self._passages(have)) if are_near(each.words, sets, within)]
        return queries.any_of("id", close)

    def _passages(self, query: Query) -> Query:
        return queries.both([queries.in_scope(Scope.PASSAGE), *self._limits, query])

    def _documents(self, query: Query) -> Iterator[str]:
        """The documents of passages, page by page."""
        after: Mapping[str, Any] = {}
        while True:
            sources = [{"document": {"terms": {"field": "document"}}}]
            pages = {"composite": {"size": DEEP, "sources": sources, **after}}
            found = self.ask({"query": self._passages(query), "size": 0, "aggs": {"all": pages}})["aggregations"]["all"]
            yield from (bucket["key"]["document"] for bucket in found["buckets"])
            if "after_key" not in found:
                return
            after = {"after": found["after_key"]}

    # --- counts -------------------------------------------------------------------------------------------------------

    @cached_property
    def passages(self) -> int:
        """How many passages there are."""
        return self.counts([self._passages(queries.EVERYTHING)])[0]

    def frequencies(self, terms: Terms) -> Mapping[tuple[str, str], int]:
        """How many entries have each term."""
        unknown = [each for each in terms if each not in self._frequencies]
        asked = [queries.both([*self._limits, queries.any_of(field, [term])]) for field, term in unknown]
        self._frequencies.update(zip(unknown, self.counts(asked), strict=True))
        return {each: self._frequencies[each] for each in terms}

    def facets(self, query: Query, fields: Sequence[str]) -> Mapping[str, tuple[tuple[str, int], ...]]:
        """The most frequent values of fields, exact where a part of the index has not many times more of them."""
        counted = {
            str(number): {"terms": {"field": _column(name), "size": FACET_VALUES, "shard_size": 5 * FACET_VALUES}}
            for number, name in enumerate(fields)
        }
        found = self.ask({"query": query, "size": 0, "aggs": counted})["aggregations"] if fields else {}
        return {
            name: tuple((bucket["key"], bucket["doc_count"]) for bucket in found[str(number)]["buckets"])
            for number, name in enumerate(fields)
        }

    # --- the best -----------------------------------------------------------------------------------------------------

    def scoring(self, terms: Terms) -> list[Query]:
        """Rough scores as queries with a constant score each; sums of such are exact, so that ties are ties."""
        frequencies, worth = self.frequencies(terms), defaultdict[tuple[str, float], list[str]](list)
        for field, term in terms:
            before = 0.0
            for number, gain in enumerate(gains(self.passages, frequencies[field, term], field, len(terms)), start=1):
                if frequencies[field, term] and gain > before:
                    at = (field, term) if number == 1 else ("often", often(field, term, number))
                    worth[at[0], gain - before].append(at[1])
                before = gain
        return [queries.worth(field, some, gain) for (field, gain), some in _parted(worth)]

    def best(self, query: Query, terms: Terms, page: Page) -> tuple[int, list[Candidate]]:
        """How many there are, and the best by score, then as `base.tie` has it."""
        asked = {"query": queries.scored(query, self.scoring(terms)), "size": min(page.limit, DEEP), **columns(LINE)}
        answer = self.ask({**asked, "sort": _order(page.sort), "track_scores": True})
        hits = answer["hits"]["hits"]
        return total(answer), [candidate(hit["fields"][LINE][0], hit["_score"] or 0.0) for hit in hits]

    def best_of_documents(self, query: Query, terms: Terms, page: Page) -> tuple[int, list[Candidate]]:
        """How many documents there are, and of each the three best passages that have one of the words."""
        found = self.ask({"query": query, "size": DOCUMENTS_AT_MOST, "sort": TIES, **columns("document")})
        documents = [hit["fields"]["document"][0] for hit in found["hits"]["hits"]]
        scoring = self.scoring(terms)
        if not (documents and scoring and page.limit):
            return total(found), []
        have = [queries.any_of("document", documents), queries.either(scoring)]
        passages = queries.scored(self._passages(queries.both(have)), scoring)
        asked = {"query": passages, "size": DEEP, **columns("document", "id")}
        hits = self.ask({**asked, "sort": _order(page.sort), "track_scores": True})["hits"]["hits"]
        chosen = list(islice(_few_of_each(hits), page.limit))
        known = {each.id: each for some in parted(chosen, AT_ONCE) for each in self._lines_of(some)}
        return total(found), [replace(known[id], score=score) for score, id in chosen]

    def _lines_of(self, chosen: Sequence[tuple[float, str]]) -> Iterator[Candidate]:
        wanted = queries.both([*self._limits, queries.any_of("id", [id for _, id in chosen])])
        found = self.ask({"query": wanted, "size": DEEP, **columns(LINE), "track_total_hits": False})
        return (candidate(hit["fields"][LINE][0]) for hit in found["hits"]["hits"])

    def _lines(self, query: Query) -> Iterator[Candidate]:
        """All that fulfil a query, in the order of their ids, page by page."""
        asked = {"query": query, "size": DEEP // 10, "sort": IN_ORDER, **columns(LINE), "track_total_hits": False}
        after: Mapping[str, Any] = {}
        while hits := self.ask({**asked, **after})["hits"]["hits"]:
            yield from (candidate(hit["fields"][LINE][0]) for hit in hits)
            after = {"search_after": hits[-1]["sort"]}

    # --- rows ---------------------------------------------------------------------------------------------------------

    def by_id(self, ids: Sequence[str]) -> Iterator[Found]:
        """Rows of entries, in no order and without those that are not there."""
        for some in parted(ids, AT_ONCE):
            wanted = queries.both([*self._limits, queries.any_of("id", some)])
            found = self.ask({"query": wanted, "size": DEEP, "track_total_hits": False})
            yield from (hit["_source"] for hit in found["hits"]["hits"])

    def page(self, query: Query, size: int, after: Sequence[Any]) -> list[tuple[Sequence[Any], Found]]:
        """The next so many of what fulfils a query in the order of ids, each with its place there."""
        asked = {"query": query, "size": size, "sort": IN_ORDER, "track_total_hits": False}
        found = self.ask({**asked, "search_after": after} if after else asked)
        return [(hit["sort"], hit["_source"]) for hit in found["hits"]["hits"]]

    def forms(self, folded: str, after: str, size: int) -> list[str]:
        """The next so many known forms that begin so."""
        query = queries.both([{"term": {"scope": FORM}}, {"prefix": {"form": folded}}])
        asked = {"query": query, "size": size, "sort": [{"form": "asc"}], **columns(), "track_total_hits": False}
        found = self.ask({**asked, "search_after": [after]} if after else asked)
        return [hit["sort"][0] for hit in found["hits"]["hits"]]


def _column(field: str) -> str:
    return queries.field_in(field, Scope.PASSAGE)


def _order(sort: Sort) -> list[Mapping[str, str]]:
    if sort is Sort.DATE:
        return [{"day": "desc"}, {"_score": "desc"}, *TIES]
    return [{"_score": "desc"}, *TIES]


def _few_of_each(hits: Iterable[Mapping[str, Any]]) -> Iterator[tuple[float, str]]:
    """The first three of each document, as score and id."""
    kept: Counter[str] = Counter()
    for hit in hits:
        document = hit["fields"]["document"][0]
        kept[document] += 1
        if kept[document] <= BEST_OF_DOCUMENT:
            yield hit["_score"], hit["fields"]["id"][0]


def _parted(worth: Mapping[tuple[str, float], Sequence[str]]) -> Iterator[tuple[tuple[str, float], Sequence[str]]]:
    """A query for each term, as long as there are not too many; then some of the same worth count once together."""
    together = -(-sum(map(len, worth.values())) // (CLAUSES - 100))
    for key, terms in worth.items():
        yield from ((key, some) for some in parted(terms, max(together, 1)))
