"""Clauses as queries of OpenSearch, and the filters that show one state."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice, product
from typing import Any

from rinsearch.index.base import EXACT, WORDS, Scope
from rinsearch.index.bounds import COMBINATIONS_AT_MOST
from rinsearch.index.opensearch.rows import ANSWERS, TEXTS
from rinsearch.index.opensearch.terms import clean

Query = Mapping[str, Any]
CLAUSES = 1_000  # of one query; a cluster takes 1,024 unless it is told otherwise

EVERYTHING: Query = {"match_all": {}}
NOTHING: Query = {"match_none": {}}


def both(parts: Iterable[Query]) -> Query:
    """What fulfils every one of these."""
    found = [part for part in parts if part is not EVERYTHING]
    if len(found) < 2:
        return found[0] if found else EVERYTHING
    return {"bool": {"filter": found}}


def either(parts: Sequence[Query]) -> Query:
    """What fulfils one of these."""
    if len(parts) < 2:
        return parts[0] if parts else NOTHING
    return {"bool": {"should": list(parts), "minimum_should_match": 1}}


def without(part: Query) -> Query:
    """What does not fulfil this."""
    return {"bool": {"must_not": [part]}}


def in_scope(scope: Scope) -> Query:
    """Every passage, or of every document the row that answers for it."""
    return {"term": {"scope": Scope.PASSAGE if scope is Scope.PASSAGE else ANSWERS}}


def any_of(field: str, values: Iterable[str]) -> Query:
    """Rows with one of these terms."""
    known = [clean(value) for value in values]
    if len(known) == 1:
        return {"term": {field: known[0]}}
    return {"terms": {field: known}} if known else NOTHING


def match(field: str, values: Iterable[str], scope: Scope) -> Query:
    """Rows, or documents with an entry, that have one of these terms."""
    if field == "document":
        return any_of(field, values)
    return any_of(field_in(field, scope), values)


def between(field: str, since: str, until: str, scope: Scope) -> Query:
    """Rows, or documents with an entry, that have a value in this range."""
    name = field if field == "document" else field_in(field, scope)
    return {"range": {name: {"gte": clean(since), "lte": clean(until)}}}


def field_in(field: str, scope: Scope) -> str:
    """The name that a field of ours has in a row."""
    before = "" if scope is Scope.PASSAGE else "all_"
    if field in TEXTS:
        return before + field
    return field if field in ("document", "scope") else f"{before}filters.{field}"


# --- positions --------------------------------------------------------------------------------------------------------


def in_order(places: Sequence[Sequence[str]]) -> Query:
    """Passages with a phrase; of very many combinations of its forms the first ones."""
    if len(places) < 2:
        return any_of(EXACT, places[0]) if places else NOTHING
    lines = list(islice(product(*places), COMBINATIONS_AT_MOST + 1))
    if len(lines) <= COMBINATIONS_AT_MOST:
        return _spans(EXACT, places, 0, ordered=True) if lines else NOTHING
    return either([_spans(EXACT, [[form] for form in each], 0, ordered=True) for each in lines[:-1]])


def near(groups: Sequence[Sequence[str]], within: int) -> Query | None:
    """Passages with a term of each group within so many positions; None where there are too many of them to ask so."""
    if not all(groups) or not groups:
        return NOTHING
    if len(groups) == 1:
        return any_of(WORDS, groups[0])
    if sum(map(len, groups)) > CLAUSES // 2:
        return None
    # Lucene compares what lies between the words, without these: one position for each.
    return _spans(WORDS, groups, within + 1 - len(groups), ordered=False)


def _spans(field: str, groups: Sequence[Sequence[str]], slop: int, *, ordered: bool) -> Query:
    clauses = [_span(field, [clean(term) for term in group]) for group in groups]
    return {"span_near": {"clauses": clauses, "slop": slop, "in_order": ordered}}


def _span(field: str, terms: Sequence[str]) -> Query:
    found = [{"span_term": {field: term}} for term in terms]
    return found[0] if len(found) == 1 else {"span_or": {"clauses": found}}


# --- scores -----------------------------------------------------------------------------------------------------------


def scored(query: Query, scoring: Sequence[Query]) -> Query:
    """What fulfils the query, with the sum of the scores that it has of the others."""
    return {"bool": {"filter": [query], "should": list(scoring)}} if scoring else {"bool": {"filter": [query]}}


def worth(field: str, terms: Sequence[str], gain: float) -> Query:
    """A score for having one of these."""
    return {"constant_score": {"filter": any_of(field, terms), "boost": gain}}
