"""Levenshtein's distance, many characters at a time."""

from __future__ import annotations


def distance(first: str, second: str) -> int:
    """How many characters must be put in, taken out or replaced to make one text of the other.

    The columns of the table of distances are kept as bits of long integers (H. Hyyrö, *Explaining and extending the
    bit-parallel approximate string matching algorithm of Myers*, 2001), a page of 2,500 characters takes some
    milliseconds.

    >>> distance("seznanil", "seznani1"), distance("svet", "sveti"), distance("", "svet")
    (1, 1, 4)
    """
    if first == second:
        return 0
    if not first or not second:
        return len(first) + len(second)
    return _distance(first, second)


def _distance(first: str, second: str) -> int:
    places: dict[str, int] = {}
    for at, char in enumerate(first):
        places[char] = places.get(char, 0) | 1 << at
    whole, last = (1 << len(first)) - 1, 1 << (len(first) - 1)
    up, down, found = whole, 0, len(first)  # where the column goes up by one, and down; its last value
    for char in second:
        equal = places.get(char, 0)
        same = ((((equal & up) + up) ^ up) | equal | down) & whole
        right, left = down | (~(same | up) & whole), same & up
        found += bool(right & last) - bool(left & last)
        right = right << 1 | 1
        up = ((left << 1) | ~(same | right)) & whole
        down = right & same & whole
    return found
