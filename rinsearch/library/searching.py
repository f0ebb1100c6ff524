"""How right is the search: judged queries are asked as people ask them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from rinsearch.later import later
from rinsearch.library import arguments
from rinsearch.library.library import Library
from rinsearch.library.place import DEFAULT_INDEX

if TYPE_CHECKING:
    from rinsearch import evaluate
else:
    evaluate = later("rinsearch.evaluate")


def evaluate_search(
    judged: Path | str, *, index: Path | str = DEFAULT_INDEX, errors: bool = False
) -> evaluate.SearchEvaluation:
    """How right the search is on judged queries: nDCG@10, recall@20 and reciprocal rank by set and kind of query.

    ``judged`` is a file of queries with their relevant passages (.toml or .jsonl). Where nothing is found and another
    spelling is suggested, that one is asked, as people do. ``errors`` lists the queries that are not answered
    perfectly. Raises `UsageError` where the file is wrong, `QueryError` where a query is.
    """
    path = arguments.path("judged", judged)
    shown = arguments.flag("errors", errors)
    queries = evaluate.read_judged(path)
    with Library(index) as library:
        answered = [_answered(library, each) for each in queries]
        return evaluate.search_report(path.name, library.place.name, answered, errors=shown)


def _answered(library: Library, judged: evaluate.Judged) -> evaluate.Answered:
    how = {"limit": evaluate.DEPTH, "wide": judged.wide, "copies": True, **judged.filters}
    found, asked = library.search(judged.text, **how), judged.text
    if not found.total and found.suggestion and judged.relevant:
        asked = found.suggestion
        found = library.search(asked, **how)
    return evaluate.Answered(judged, asked, found.hits, found.total)
