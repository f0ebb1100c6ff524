"""Numbers of pages and running heads in a text that was saved without form feeds."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from rinsearch.taxonomy.phrases import phrase

LONGEST = 120  # characters of a line that is printed on every page
SHORTEST = 12  # of one that does not come again by chance
_NUMBERED = re.compile(r"\s*(?P<head>\S(?:[^\n]{10,90}\S)) {3,}(?P<page>\d{1,3})\s*")
NEAR = 2  # lines with words, from the number of a page to the running head


def running_lines(lines: Sequence[str]) -> frozenset[str]:
    """The lines that are the number of a page, and those that come again beside one; each as it is printed.

    >>> sorted(running_lines(["RIN Koroška 2017", "stran 2", "1 UVOD", "Klop.", "RIN Koroška 2017", "stran 3"]))
    ['RIN Koroška 2017', 'stran 2', 'stran 3']
    """
    words = [line for line in lines if line.strip()]
    pages = {at for at, line in enumerate(words) if len(line) <= LONGEST and _is_page(line)}
    pages |= set(_numbered_heads(words))
    if not pages:
        return frozenset()
    beside = {at + step for at in pages for step in range(-NEAR, NEAR + 1)} - pages
    seen = Counter(words[at].strip() for at in beside if 0 <= at < len(words))
    heads = {line for line, times in seen.items() if times > 1 and SHORTEST <= len(line) <= LONGEST}
    return frozenset(words[at].strip() for at in pages) | frozenset(heads)


def _numbered_heads(lines: Sequence[str]) -> Iterator[int]:
    """The places of a line that comes again with the next number behind a wide gap: "RIN Koroška        2"."""
    found: dict[str, list[tuple[int, int]]] = {}
    for at, line in enumerate(lines):
        match = _NUMBERED.fullmatch(line) if len(line) <= LONGEST and line[-1:].isdigit() else None
        if match:
            found.setdefault(match["head"], []).append((at, int(match["page"])))
    for places in found.values():
        numbers = [number for _, number in places]
        if len(numbers) > 1 and numbers == list(range(numbers[0], numbers[0] + len(numbers))):
            yield from (at for at, _ in places)


def _is_page(line: str) -> bool:
    return any(map(str.isdigit, line)) and phrase("page-number-line").fullmatch(line.strip()) is not None
