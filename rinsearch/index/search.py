"""Where is it written? A query and filters in, a page of passages out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from rinsearch.errors import QueryError, UsageError
from rinsearch.index.base import Clause, Engine, Found, Page, Scope, Sort
from rinsearch.index.entries import StoredPassage, stored_passage
from rinsearch.index.expand import Marks, expand
from rinsearch.index.folding import Heap, folded, grouped, heaps
from rinsearch.index.marks import highlights
from rinsearch.index.parse import parse
from rinsearch.index.query import Query, both, printed
from rinsearch.index.rank import rank
from rinsearch.index.suggest import suggestion
from rinsearch.index.values import Filters, facet_field, filters_query, label_of
from rinsearch.index.widen import widened
from rinsearch.records import Facet, Hit, PassageInfo, Results, TaggedPassage

CANDIDATES = 300  # passages that the ranker looks at; it takes some 20 µs for each
LARGEST_PAGE = 1000
FACETS_SHOWN = 200  # values of a field; there are 212 municipalities, and no page shows more
FURTHEST = 10_000  # hits that can be leafed through
PASSAGES_OF_DOCUMENT = 3  # that an engine hands over where the words stand in one document only
FEW = 3  # hits; below, another spelling is looked for
FURTHER_PASSAGES = 3  # of a document that are shown below its best one


@dataclass(frozen=True, slots=True)
class Options:
    """How an answer is cut and ordered; ``facets`` are names of fields.

    ``wide`` adds other words for target groups, ``group`` puts the passages of a document together, ``copies`` shows
    each passage that says the same as another by itself.
    """

    limit: int = 10
    offset: int = 0
    sort: str = "relevance"
    facets: tuple[str, ...] = ()
    wide: bool = False
    group: bool = False
    copies: bool = False


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
    scope, found, total = _ranked(asked)
    facets = engine.facets(asked.clause, [facet_field(name) for name in options.facets], scope)
    return Results(
        query=text,
        read=printed(query),
        total=total,
        offset=options.offset,
        relaxed=scope is Scope.DOCUMENT,
        hits=_hits(asked, found[options.offset : options.offset + options.limit]),
        facets={
            name: tuple(Facet(value, label_of(name, value), count) for value, count in counts[:FACETS_SHOWN])
            for name, counts in facets.items()
        },
        suggestion=suggestion(engine, typed, limits, total) if typed and total < FEW else None,
        folded=sum(len(each.copies) for each in found),
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


def _ranked(asked: _Asked) -> tuple[Scope, list[Heap], int]:
    """Passages in order, as far as the page needs them, and how many there are in all."""
    found = _found(asked, Scope.PASSAGE, _wanted(asked.options))
    if found.total or len(asked.marks.groups) < 2:
        return Scope.PASSAGE, *_together(asked, found)
    relaxed = _found(asked, Scope.DOCUMENT, _wanted(asked.options) * PASSAGES_OF_DOCUMENT)
    if not relaxed.total:
        return Scope.PASSAGE, [], 0
    best = grouped(_ordered(asked, relaxed))
    return Scope.DOCUMENT, _scored(asked, relaxed, heaps((each.score, each.first) for each in best)), relaxed.total


def _wanted(options: Options) -> int:
    """How many passages are looked at: of documents, as many as can be leafed through, so that they can be counted."""
    return FURTHEST if options.group else max(CANDIDATES, options.offset + options.limit)


def _together(asked: _Asked, found: Found) -> tuple[list[Heap], int]:
    """The passages without copies, or documents; where folding leaves too few for the page, further ones are found."""
    options, wanted = asked.options, len(found.candidates)
    while True:
        ranked = _ordered(asked, found)
        kept = ranked if options.copies else folded(ranked)
        if options.group:
            kept = grouped(kept)
            return _scored(asked, found, kept), len(kept)
        if len(kept) >= options.offset + options.limit or len(found.candidates) == found.total or wanted >= FURTHEST:
            return _scored(asked, found, kept), found.total
        wanted = min(FURTHEST, wanted * 4)
        found = _found(asked, Scope.PASSAGE, wanted)


def _found(asked: _Asked, scope: Scope, limit: int) -> Found:
    return asked.engine.search(asked.clause, Page(limit, Sort(asked.options.sort), scope))


def _ordered(asked: _Asked, found: Found) -> list[Heap]:
    """The ranker orders the first hundreds; what is behind stays in the engine's order, on every page alike."""
    if asked.options.sort == Sort.DATE:
        return heaps((each.score, each) for each in found.candidates)
    first = Found(found.total, found.candidates[:CANDIDATES], found.frequencies, found.passages)
    rest = [(each.score, each) for each in found.candidates[CANDIDATES:]]
    return heaps(rank(asked.marks.groups, first) + rest)


def _scored(asked: _Asked, found: Found, kept: list[Heap]) -> list[Heap]:
    """By date the ranker has looked at none: it looks at those of the page, whose score is shown and orders nothing."""
    if asked.options.sort == Sort.DATE:
        page = kept[asked.options.offset : asked.options.offset + asked.options.limit]
        shown = replace(found, candidates=tuple(heap.first for heap in page))
        scores = {each.id: score for score, each in rank(asked.marks.groups, shown)}
        for heap in page:
            heap.score = scores[heap.first.id]
    return kept


def _hits(asked: _Asked, page: Sequence[Heap]) -> tuple[Hit, ...]:
    wanted = [each.id for heap in page for each in (heap.first, *heap.others[:FURTHER_PASSAGES])]
    stored = {each.id: stored_passage(each) for each in asked.engine.read(wanted)}
    # Another process may have taken the document away in the meantime.
    return tuple(_hit(asked.marks, heap, stored) for heap in page if heap.first.id in stored)


def _hit(marks: Marks, heap: Heap, stored: Mapping[str, StoredPassage]) -> Hit:
    passage = stored[heap.first.id].passage
    others = (stored[each.id].passage for each in heap.others[:FURTHER_PASSAGES] if each.id in stored)
    return Hit(
        passage=_info(passage),
        document=stored[heap.first.id].document,
        score=heap.score,
        highlights=highlights(passage.text, marks, passage.tags),
        tags=passage.tags,
        copies=tuple(heap.copies),
        more=len(heap.others),
        others=tuple(map(_info, others)),
    )


def _info(passage: TaggedPassage) -> PassageInfo:
    return PassageInfo(passage.id, passage.page, passage.box, passage.kind, passage.section, passage.text)
