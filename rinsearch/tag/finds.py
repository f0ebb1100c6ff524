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
    taken: list[Find] = []
    for find in sorted(finds, key=lambda find: (find.start - find.end, find.start)):
        if not overlaps(find, taken):
            taken.append(find)
    return sorted(taken, key=lambda find: find.start)


def overlaps(find: Find, others: Iterable[Find]) -> bool:
    """Whether the find shares a character with one of the others."""
    return any(find.start < other.end and other.start < find.end for other in others)
