"""One state of a Tantivy index: clauses as its queries, counts, and rows in the order of a column."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import combinations, islice, takewhile
from typing import Any

from tantivy import DocAddress, Order, Query, Searcher

from rinsearch.index.base import (
    WORDS,
    Between,
    Both,
    Clause,
    Either,
    Everything,
    Facets,
    InOrder,
    Match,
    Near,
    Scope,
    Without,
)
from rinsearch.index.bounds import FACET_VALUES, TERMS_AT_MOST
from rinsearch.index.kept import Kept
from rinsearch.index.lines import are_near
from rinsearch.index.tantivy import queries
from rinsearch.index.tantivy.rows import ALL, FACET, FILTER, OWN, STATE, WORDY, Card

Hit = tuple[float, DocAddress]
Terms = Sequence[tuple[str, str]]
Counts = tuple[tuple[str, int], ...]
Ordered = tuple[int, Sequence[tuple[Any, DocAddress]]]
KEPT_FORMS = 100_000  # word forms kept in memory, some 200 bytes each: near spelling looks through those of two letters
MANY = 200_000  # rows, of which those of all passages are sooner counted than these
MOST_PAIRED = 6  # words of which every two are looked for as a pair before the texts are read
FACET_SIZES = {"size": FACET_VALUES + 1, "segment_size": 1_000_000}  # the second is of each part: else counts are rough


class Asking:
    """A searcher of one commit, read-only."""

    def __init__(self, searcher: Searcher) -> None:
        self.searcher = searcher
        self._forms: Kept[str, tuple[str, ...]] = Kept(KEPT_FORMS)

    # --- clauses ------------------------------------------------------------------------------------------------------

    def query(self, clause: Clause, scope: Scope) -> Query:
        """The entries of a scope that fulfil a clause; in the scope of documents, parts may stand in any passage."""
        found = self._part(clause, scope)
        beside = scope is Scope.PASSAGE and self.wordy
        return queries.both([queries.everything(scope), found]) if beside else found

    @cached_property
    def wordy(self) -> bool:
        """Whether there are entries of documents that have words of their own, beside those of passages."""
        return bool(self.searcher.doc_freq("scope", WORDY))

    def _part(self, clause: Clause, scope: Scope) -> Query:
        match clause:
            case Both(parts):
                return self._both(parts, scope)
            case Either(parts):
                return queries.either([self._part(part, scope) for part in parts])
            case Without():
                return self._both((clause,), scope)
            case Everything():
                return queries.everything(scope)
            case Match(field, values):
                return queries.match(field, values, scope)
            case Between(field, since, until):
                return queries.match(field, self.values(field, (since, until), scope), scope)
            case InOrder(places):
                return self._in(scope, queries.in_order(places))
            case Near(groups, within):
                return self._in(scope, self._near(groups, within))

    def _both(self, parts: Sequence[Clause], scope: Scope) -> Query:
        """Comparing with the list of all entries costs more than most queries: only where nothing else is required."""
        excluded = [self._part(part.part, scope) for part in parts if isinstance(part, Without)]
        required = [self._part(part, scope) for part in parts if not isinstance(part, Without | Everything)]
        return queries.both(required or [queries.everything(scope)], excluded)

    def _in(self, scope: Scope, query: Query) -> Query:
        """Passages that fulfil a query, or their documents."""
        if scope is Scope.PASSAGE:
            return query
        return queries.both([queries.everything(scope), queries.with_keys(self.numbers("key", self.all(query)))])

    def _near(self, groups: Sequence[Sequence[str]], within: int) -> Query:
        """Two words close together are a phrase with slop; of more words, or very many forms, the texts tell."""
        if not groups:
            return Query.empty_query()
        if len(groups) == 2 and (pair := queries.pair(groups, within)) is not None:
            return pair
        have = queries.both([queries.match(WORDS, group, Scope.PASSAGE) for group in groups])
        pairs = (queries.pair(two, within) for two in combinations(groups[:MOST_PAIRED], 2))
        likely = queries.both([have, *(pair for pair in pairs if pair is not None)])
        found = (self.card(address) for _, address in self.all(likely))
        sets = [frozenset(group) for group in groups]
        return queries.with_ids(card.id for card in found if are_near(card.words, sets, within))

    def values(self, field: str, ends: tuple[str, str], scope: Scope) -> Sequence[str]:
        """The values of a filter field in order, from the one end to the other; at most 5,000."""
        start, (since, until) = f"{field}=", ends
        same = takewhile(lambda pair: pair[0] == pair[1], zip(since, until, strict=False))
        name = FILTER if scope is Scope.PASSAGE else ALL + FILTER
        found = self.terms(name, start + "".join(sign for sign, _ in same))
        inside = (term[len(start) :] for term in found if start + since <= term <= start + until)
        return tuple(islice(inside, TERMS_AT_MOST))

    # --- counts -------------------------------------------------------------------------------------------------------

    def terms(self, field: str, prefix: str) -> list[str]:
        """The terms of a field that begin so, in order."""
        return sorted(term for term, _ in self.searcher.terms_with_prefix(field, prefix))

    def forms(self, prefix: str) -> tuple[str, ...]:
        """Surface forms that begin so, as they are kept."""
        found = self._forms.get(prefix)
        return self._forms.put(prefix, tuple(self.terms("forms", prefix))) if found is None else found

    def counts(self, query: Query, fields: Sequence[str], scope: Scope) -> Facets:
        """How many entries that fulfil a query have each value of some filter fields, most frequent first."""
        if not fields:
            return {}
        asked = {name: {"terms": {"field": f"{FACET}.{name}", **FACET_SIZES}} for name in fields}
        found = self.searcher.aggregate(query, asked)
        counted = {name: _counted(found[name]) for name in fields}
        return {
            name: self._by_postings(query, name, scope) if counts is None else counts
            for name, counts in counted.items()
        }

    def _by_postings(self, query: Query, field: str, scope: Scope) -> Counts:
        """The same where a field has more values than columns are counted by."""
        start = f"{field}="
        name = FILTER if scope is Scope.PASSAGE else OWN
        found = self.searcher.terms_with_prefix(name, start, filter_query=query)
        return most_frequent((term[len(start) :], count) for term, count in found if count)

    def count(self, query: Query) -> int:
        """How many rows fulfil a query."""
        return int(self.searcher.search(query, limit=1).count)  # type: ignore[attr-defined]

    def total(self, query: Query, likely: int) -> int:
        """How many passages fulfil a query; where they are likely many, they are marked and compared with all."""
        if likely < MANY:
            return self.count(query)
        return sum(count for _, count in self.searcher.terms_with_prefix("scope", Scope.PASSAGE, filter_query=query))

    def frequencies(self, terms: Terms) -> Mapping[tuple[str, str], int]:
        """How many entries have each term, without those that were deleted."""
        if self.whole:
            return {(field, term): self.searcher.doc_freq(field, term) for field, term in terms}
        return {(field, term): self.count(queries.term(field, term)) for field, term in terms}

    @cached_property
    def passages(self) -> int:
        """How many passages there are."""
        return self.count(queries.term("scope", Scope.PASSAGE))

    @cached_property
    def whole(self) -> bool:
        """Whether no passage was deleted that still takes part in what Tantivy counts of each term."""
        return self.searcher.doc_freq("scope", Scope.PASSAGE) == self.passages

    @cached_property
    def generation(self) -> int:
        """How many commits there were."""
        _, found = self.ordered(queries.term("scope", STATE), "generation", 1, Order.Desc)
        return int(found[0][0]) if found else 0

    # --- rows ---------------------------------------------------------------------------------------------------------

    def card(self, address: DocAddress) -> Card:
        """What the document store holds of an entry beside its data."""
        return Card.of(self.searcher.doc(address))

    def all(self, query: Query) -> Sequence[Hit]:
        """All that fulfil a query."""
        return self.searcher.search(query, limit=max(self.count(query), 1), count=False).hits

    def ordered(self, query: Query, by: str, limit: int, order: Order = Order.Asc) -> Ordered:
        """How many fulfil a query, and the first so many by a column, in one walk."""
        found = self.searcher.search(query, limit=max(limit, 1), order_by_field=by, order=order)
        return int(found.count), found.hits[:limit]  # type: ignore[attr-defined]

    def by_document(self, query: Query) -> Sequence[tuple[str, DocAddress]]:
        """All that fulfil a query, with their documents' ids and in the order of these."""
        return self.ordered(query, "document", self.count(query))[1]

    def numbers(self, field: str, hits: Sequence[tuple[Any, DocAddress]]) -> Sequence[int]:
        """What a column holds for each hit."""
        found: Any = self.searcher.fast_field_values(field, [address for _, address in hits])
        return tuple(found)


def _counted(found: Mapping[str, Any]) -> Counts | None:
    """Counts of a column; None where some values were left out."""
    if found["sum_other_doc_count"]:
        return None
    # A value has a sign before it, so that none is taken for a date, and no value has none.
    return most_frequent((each["key"][1:], each["doc_count"]) for each in found["buckets"] if each["key"])


def most_frequent(counts: Iterable[tuple[str, int]]) -> Counts:
    """As many as a facet has, of equal ones the first by value."""
    return tuple(sorted(counts, key=lambda pair: (-pair[1], pair[0])))[:FACET_VALUES]
