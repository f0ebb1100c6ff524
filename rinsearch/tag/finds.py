"""What a finder finds, and how several finds at one place are settled."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Find(NamedTuple):
    """A place in a Doc's text: characters ``start`` to ``end``, what it is, and the rule that says so."""

    label: str
    value: str
    start: int
    end: int
    rule: str


def longest(finds: Iterable[Find]) -> list[Find]:
    """Of finds that overlap keep the longest, of equally long ones the first; in reading order.

    >>> longest([Find("m", "212", 7, 12, "form"), Find("m", "170", 7, 17, "form")])
    [Find(label='m', value='170', start=7, end=17, rule='form')]
    """
    return earliest(sorted(finds, key=lambda find: (find.start - find.end, find.start)))


def earliest(finds: Iterable[Find]) -> list[Find]:
    """Of finds that overlap keep the one that is named first; in reading order.

    Characters are ticked off in one array, so that 5,000 names in one passage take no 25 million comparisons.
    """
    known = list(finds)
    if len(known) < 2:
        return known
    taken = bytearray(max((find.end for find in known), default=0))
    kept = []
    for find in known:
        if not any(taken[find.start : find.end]):
            taken[find.start : find.end] = b"\1" * (find.end - find.start)
            kept.append(find)
    return sorted(kept, key=lambda find: find.start)
