"""What the cells of a column look like: times, organisations, groups of people, money, names of measures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from rinsearch.compose.fields.told import Span, is_time
from rinsearch.compose.paper import tags_between
from rinsearch.records import Column, Passage
from rinsearch.taxonomy.phrases import phrase

LEAST_SHARE = 0.6  # of the filled cells of a column look so
LEAST_CELLS = 2
AHEAD = "ahead"  # what is not done yet: in a column of states it makes no report


def kinds_of(rows: Sequence[Passage]) -> tuple[str | None, ...]:
    """The look of each column, where most of its cells share one."""
    width = len(rows[0].columns)
    alike = [row for row in rows if len(row.columns) == width]
    alike = [row for row in alike if _filled(row) > 1] or alike  # one cell alone is the title of the rows below it
    return tuple(_kind([(row, row.columns[number]) for row in alike]) for number in range(width))


def _filled(row: Passage) -> int:
    return sum(bool(row.text[each.start : each.end].strip(" -–—/")) for each in row.columns)


def _kind(cells: Sequence[tuple[Passage, Column]]) -> str | None:
    filled = [(row, column) for row, column in cells if row.text[column.start : column.end].strip(" -–—/")]
    return look_of([(row, (column.start, column.end)) for row, column in filled])


def look_of(values: Sequence[tuple[Passage, Span]]) -> str | None:
    """The field that most of the values look like."""
    seen = Counter(look for passage, span in values for look in _looks(passage, span))
    best = max(seen, key=lambda look: seen[look], default=None)
    enough = best is not None and seen[best] >= max(LEAST_CELLS, LEAST_SHARE * len(values))
    return best if enough else None


def _looks(passage: Passage, span: Span) -> Iterator[str]:
    words = passage.text[slice(*span)].strip(" \t\n.;,")
    if is_time(words):
        yield "deadline"
    elif tags_between(passage, "amount", *span):
        yield "amount"
    elif phrase("organisation").match(words):
        yield "provider"
    elif phrase("state-told").match(words):
        yield "state"
    elif phrase("state-ahead").match(words):
        yield AHEAD
    elif tags_between(passage, "target_group", *span):
        yield "target_group"
