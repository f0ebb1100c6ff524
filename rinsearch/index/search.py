"""Where is it written? A query and filters in, a page of passages out."""

from __future__ import annotations

from dataclasses import dataclass

from rinsearch.errors import QueryError, UsageError
from rinsearch.index.base import Candidate, Clause, Engine, Found, Page, Scope, Sort
from rinsearch.index.entries import stored_passage
from rinsearch.index.expand import Marks, expand
from rinsearch.index.marks import highlights
from rinsearch.index.parse import parse
from rinsearch.index.query import Query, both, printed
from rinsearch.index.rank import rank
from rinsearch.index.suggest import suggestion
from rinsearch.index.values import Filters, facet_field, filters_query, label_of
from rinsearch.index.widen import widened
from rinsearch.records import Facet, Hit, PassageInfo, Results

CANDIDATES = 300  # passages that the ranker looks at; it takes some 20 µs for each
LARGEST_PAGE = 1000
FURTHEST = 10_000  # hits that can be leafed through
PASSAGES_OF_DOCUMENT = 3  # that an engine hands over where the words stand in one document only
FEW = 3  # hits; below, another spelling is looked for


@dataclass(frozen=True, slots=True)
class Options:
    """How an answer is cut and ordered; ``facets`` are names of fields, ``wide`` adds other words for target groups."""

    limit: int = 10
    offset: int = 0
    sort: str = "relevance"
    facets: tuple[str, ...] = ()
    wide: bool = False


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question while it is answered."""

    engine: Engine
    clause: Clause
    marks: Marks
    options: Options


def search(engine: Engine, text: str, filters: Filters | None = None, options: Options | None = None) -> Results:
    """Find passages in which (or in whose title and headings) all words stand.

    Where there is none, documents in which all words stand, each with its best passage; the answer is then
    ``relaxed``. Raises `QueryError`, `UnknownName` and `UsageError`.
    """
    options = _checked(options or Options())
    typed, limits = parse(text), filters_query(filters or {})
    query = _whole(widened(typed) if typed and options.wide else typed, limits)
    asked = _Asked(engine, *expand(query, engine), options)
    scope, ranked, total = _ranked(asked)
    facets = engine.facets(asked.clause, [facet_field(name) for name in options.facets], scope)
    return Results(
        query=text,
        read=printed(query),
        total=total,
        offset=options.offset,
        relaxed=scope is Scope.DOCUMENT,
        hits=_hits(asked, ranked[options.offset : options.offset + options.limit]),
        facets={
            name: tuple(Facet(value, label_of(name, value), count) for value, count in counts)
            for name, counts in facets.items()
        },
        suggestion=suggestion(engine, typed, limits, total) if typed and total < FEW else None,
    )


def _checked(options: Options) -> Options:
    if not 1 <= options.limit <= LARGEST_PAGE:
        raise UsageError(f"The limit is {options.limit}.", advice=f"Ask for 1 to {LARGEST_PAGE} hits.")
    if not 0 <= options.offset <= FURTHEST - options.limit:
        raise UsageError(f"The offset is {options.offset}.", advice=f"At most {FURTHEST} hits can be leafed through.")
    if options.sort not in tuple(Sort):
        raise UsageError(f"There is no order {options.sort!r}.", advice=f"Use {' or '.join(Sort)}.")
    return options


def _whole(typed: Query | None, limits: Query | None) -> Query:
    parts = [part for part in (typed, limits) if part is not None]
    if not parts:
        raise QueryError("There is no word to look for.", 0, advice="Write a word, or limit by municipality, kind …")
    return both(*parts)


def _ranked(asked: _Asked) -> tuple[Scope, list[tuple[float, Candidate]], int]:
    """Passages in order, as far as the page needs them."""
    found = _found(asked, Scope.PASSAGE)
    if found.total or len(asked.marks.groups) < 2:
        return Scope.PASSAGE, _ordered(asked, found), found.total
    relaxed = _found(asked, Scope.DOCUMENT)
    if not relaxed.total:
        return Scope.PASSAGE, [], 0
    return Scope.DOCUMENT, _best_of_documents(_ordered(asked, relaxed)), relaxed.total


def _found(asked: _Asked, scope: Scope) -> Found:
    options = asked.options
    limit = max(CANDIDATES, options.offset + options.limit)
    if scope is Scope.DOCUMENT:
        limit *= PASSAGES_OF_DOCUMENT
    return asked.engine.search(asked.clause, Page(limit, Sort(options.sort), scope))


def _ordered(asked: _Asked, found: Found) -> list[tuple[float, Candidate]]:
    """The ranker orders the first hundreds; what is behind stays in the engine's order, on every page alike."""
    if asked.options.sort == Sort.DATE:
        scores = {each.id: score for score, each in rank(asked.marks.groups, found)}
        return [(scores[each.id], each) for each in found.candidates]
    first = Found(found.total, found.candidates[:CANDIDATES], found.frequencies, found.passages)
    rest = [(each.score, each) for each in found.candidates[CANDIDATES:]]
    return rank(asked.marks.groups, first) + rest


def _best_of_documents(ranked: list[tuple[float, Candidate]]) -> list[tuple[float, Candidate]]:
    best: dict[str, tuple[float, Candidate]] = {}
    for score, candidate in ranked:
        best.setdefault(candidate.document, (score, candidate))
    return list(best.values())


def _hits(asked: _Asked, page: list[tuple[float, Candidate]]) -> tuple[Hit, ...]:
    stored = {each.id: stored_passage(each) for each in asked.engine.read([each.id for _, each in page])}
    hits = []
    for score, candidate in page:
        if candidate.id not in stored:  # another process took the document away in the meantime
            continue
        passage = stored[candidate.id].passage
        info = PassageInfo(passage.id, passage.page, passage.box, passage.kind, passage.section, passage.text)
        marked = highlights(passage.text, asked.marks, passage.tags)
        hits.append(Hit(info, stored[candidate.id].document, score, marked, passage.tags))
    return tuple(hits)
