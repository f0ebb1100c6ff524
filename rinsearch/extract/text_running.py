"""Numbers of pages and running heads in a text that was saved without form feeds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from rinsearch.taxonomy.phrases import phrase

LONGEST = 120  # characters of a line that is printed on every page
SHORTEST = 12  # of one that does not come again by chance
NEAR = 2  # lines with words, from the number of a page to the running head


def running_lines(lines: Sequence[str]) -> frozenset[str]:
    """The lines that are the number of a page, and those that come again beside one; each as it is printed.

    >>> sorted(running_lines(["RIN Koroška 2017", "stran 2", "1 UVOD", "Klop.", "RIN Koroška 2017", "stran 3"]))
    ['RIN Koroška 2017', 'stran 2', 'stran 3']
    """
    words = [line for line in lines if line.strip()]
    pages = {at for at, line in enumerate(words) if len(line) <= LONGEST and _is_page(line)}
    if not pages:
        return frozenset()
    beside = {at + step for at in pages for step in range(-NEAR, NEAR + 1)} - pages
    seen = Counter(words[at].strip() for at in beside if 0 <= at < len(words))
    heads = {line for line, times in seen.items() if times > 1 and SHORTEST <= len(line) <= LONGEST}
    return frozenset(words[at].strip() for at in pages) | frozenset(heads)


def _is_page(line: str) -> bool:
    return any(map(str.isdigit, line)) and phrase("page-number-line").fullmatch(line.strip()) is not None
