"""What the cells of a column look like: times, organisations, groups of people, money, names of measures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from rinsearch.compose.paper import tags_between
from rinsearch.compose.told import is_time
from rinsearch.records import Column, Passage
from rinsearch.taxonomy.phrases import phrase

LEAST_SHARE = 0.6  # of the filled cells of a column look so
LEAST_CELLS = 2


def kinds_of(rows: Sequence[Passage]) -> tuple[str | None, ...]:
    """The look of each column, where most of its cells share one."""
    width = len(rows[0].columns)
    alike = [row for row in rows if len(row.columns) == width]
    return tuple(_kind([(row, row.columns[number]) for row in alike]) for number in range(width))


def _kind(cells: Sequence[tuple[Passage, Column]]) -> str | None:
    filled = [(row, column) for row, column in cells if row.text[column.start : column.end].strip(" -–—/")]
    seen = Counter(look for row, column in filled for look in _looks(row, column))
    best = max(seen, key=lambda look: seen[look], default=None)
    enough = best is not None and seen[best] >= max(LEAST_CELLS, LEAST_SHARE * len(filled))
    return best if enough else None


def _looks(row: Passage, column: Column) -> Iterator[str]:
    words = row.text[column.start : column.end].strip()
    if is_time(words):
        yield "deadline"
    elif tags_between(row, "amount", column.start, column.end):
        yield "amount"
    elif phrase("organisation").match(words):
        yield "provider"
    elif tags_between(row, "target_group", column.start, column.end):
        yield "target_group"
