"""The queries of Tantivy that clauses are made of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice, product

from tantivy import Occur, Query

from rinsearch.index.base import CONTEXT, EXACT, WORDS, Scope
from rinsearch.index.bounds import COMBINATIONS_AT_MOST
from rinsearch.index.tantivy.rows import ALL, ANSWERS, FILTER, schema


def any_term(scoring: Sequence[Query], keys: Iterable[int]) -> Query:
    """Passages of these documents that have one of the scored terms."""
    return both([everything(Scope.PASSAGE), with_keys(keys), either(scoring)])


def with_keys(keys: Iterable[int]) -> Query:
    """All entries of these documents."""
    return Query.term_set_query(schema(), "key", list(set(keys)))


def with_ids(ids: Iterable[str]) -> Query:
    """Entries by their ids."""
    return Query.term_set_query(schema(), "id", list(ids))


def term(field: str, value: str) -> Query:
    """Entries that have a term."""
    return Query.term_query(schema(), field, str(value), index_option="basic")


def everything(scope: Scope) -> Query:
    """Every passage, or for every document the entry that answers for it."""
    return term("scope", Scope.PASSAGE if scope is Scope.PASSAGE else ANSWERS)


def both(queries: Sequence[Query], excluded: Sequence[Query] = ()) -> Query:
    """What fulfils every one of these, and none of the excluded."""
    if len(queries) == 1 and not excluded:
        return queries[0]
    without = ((Occur.MustNot, query) for query in excluded)
    return Query.boolean_query([*((Occur.Must, query) for query in queries), *without])


def either(queries: Sequence[Query]) -> Query:
    """What fulfils one of these."""
    return Query.boolean_query([(Occur.Should, query) for query in queries]) if queries else Query.empty_query()


def scored(required: Query | None, scoring: Sequence[Query]) -> Query:
    """What fulfils a query (or has one of the scores), with the sum of the scores that it has."""
    optional = [(Occur.Should, each) for each in scoring]
    if required is None:
        return Query.boolean_query(optional)
    return Query.boolean_query([(Occur.Must, Query.const_score_query(required, 0.0)), *optional])


def more(query: Query, score: Query) -> Query:
    """What fulfils a query with its score, and a further one where it has that."""
    return Query.boolean_query([(Occur.Must, query), (Occur.Should, score)])


def score(field: str, value: str, gain: float) -> Query:
    """Entries that have a term, each with the same score; sums of such are exact, so that ties are ties."""
    return Query.const_score_query(term(field, value), gain)


def on_days(days: Iterable[int]) -> Query:
    """Entries of these days, written as whole numbers (20171012)."""
    return Query.term_set_query(schema(), "day", sorted(set(days)))


def match(field: str, values: Sequence[str], scope: Scope) -> Query:
    """Entries that have one of these terms; filter fields share one field of Tantivy."""
    if field not in (WORDS, CONTEXT, EXACT):
        field, values = FILTER, tuple(f"{field}={value}" for value in values)
    name = field if scope is Scope.PASSAGE else ALL + field
    return term(name, values[0]) if len(values) == 1 else Query.term_set_query(schema(), name, list(values))


def pair(groups: Sequence[Sequence[str]], within: int) -> Query | None:
    """Passages with two words close together in either order; None where these have too many forms."""
    forms = list(islice(product(*groups), COMBINATIONS_AT_MOST + 1))
    if len(forms) > COMBINATIONS_AT_MOST:
        return None
    return either([Query.phrase_query(schema(), WORDS, [(0, one), (0, other)], slop=within) for one, other in forms])


def in_order(places: Sequence[Sequence[str]]) -> Query:
    """Passages with a phrase, one for each combination of forms; Tantivy has no phrase of one word."""
    if len(places) < 2:
        return match(EXACT, places[0], Scope.PASSAGE) if places else Query.empty_query()
    lines = islice(product(*places), COMBINATIONS_AT_MOST)
    return either([Query.phrase_query(schema(), EXACT, list(line)) for line in lines])
