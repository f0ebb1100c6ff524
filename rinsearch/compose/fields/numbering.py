"""Numbers of a list that run on over headings: "CSD Kranj", 1), 2), "Društvo Pot", 3), 4)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rinsearch.records import Passage, PassageKind

LEAST_PARTS = 3  # of a list, each below its own heading
LEAST_ITEMS = 5
_NUMBER = re.compile(r"\W*(?P<number>\d{1,2})(?P<sign>[.)])\s+\S")

Numbered = tuple[Passage, bool]  # an item, and whether a line stands between it and the one before


def going_on(passages: Sequence[Passage]) -> frozenset[str]:
    """The ids of the items of lists that single lines part and whose numbers go on behind them."""
    lists = [items for items in _lists(passages) if len(items) >= LEAST_ITEMS]
    return frozenset(item.id for items in lists if sum(apart for _, apart in items) >= LEAST_PARTS for item, _ in items)


def _lists(passages: Sequence[Passage]) -> Iterator[list[Numbered]]:
    """Items that count up from one, with at most one line before each."""
    items: list[Numbered] = []
    between = expected = 0
    sign = ""
    for passage in passages:
        match = _NUMBER.match(passage.text) if passage.kind is PassageKind.ITEM else None
        if match is None:
            between += 1
            continue
        number, last = int(match["number"]), (expected, sign)
        if (number, match["sign"]) != last or between > 1:
            yield items
            items = []
        if items or number == 1:
            items.append((passage, bool(between)))
        between, expected, sign = 0, number + 1, match["sign"]
    yield items
