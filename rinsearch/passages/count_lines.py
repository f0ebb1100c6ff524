"""Counts of one vote that a paper writes in lines of their own: "ZA: 12", below it "PROTI: 1", "| VZDRŽANI | 2 |"."""

from __future__ import annotations

import re

from rinsearch.taxonomy.phrases import phrase

_FIGURES = re.compile(r"\W{0,3}\d{1,3}(?:[\s|/,–-]{1,40}\d{1,3}){1,5}\W{0,3}\Z")
_SENTENCE = re.compile(r"[.!?»”(] ?")
_LONGEST = 80  # characters of a line that holds one count
_LONGEST_LIST = 900  # characters of the names of those who gave one answer


def is_list_on(before: str, after: str) -> bool:
    """Whether two stretches of lines name who gave one answer and who gave another.

    >>> is_list_on("ZA: Kos, Bevk, Lah (3)", "PROTI: Vidic (1)"), is_list_on("Za: Ana Kos", "V vednost: Jan Lah")
    (True, False)
    """
    return _is_list(after) and (_is_list(before.rpartition("\n")[2]) or _is_list(before))


def is_row_on(before: str, after: str) -> bool:
    """Whether a line names the counts whose figures stand in the next one.

    >>> is_row_on("ZA   PROTI   NI GLASOVAL", "8   2   2"), is_row_on("Za starejše", "8   2   2")
    (True, False)
    """
    return names_counts(before) and len(after) <= _LONGEST and _FIGURES.match(after) is not None


def names_counts(line: str) -> bool:
    """Whether a line holds nothing but the names of counts: "ZA   PROTI   VZDRŽANI"."""
    return (
        len(line) <= _LONGEST
        and "proti" in line.lower()
        and phrase("count-line-of-heads").match(line.strip()) is not None
    )


def _is_list(text: str) -> bool:
    return len(text) <= _LONGEST_LIST and phrase("count-line-of-names").match(text.strip()) is not None


def is_count_on(before: str, after: str) -> bool:
    """Whether two lines hold counts of one vote, each another one.

    >>> is_count_on("ZA: 12", "PROTI: 1"), is_count_on("1 PROTI", "2 VZDRŽANA"), is_count_on("ZA: 12", "ZA: 13")
    (True, True, False)
    """
    second = count_in(after)
    if second is None:
        return False
    first = count_in(before) or count_in(_SENTENCE.split(before)[-1])  # "Sklep: Svet se seznani. ZA 12"
    return first is not None and first != second and second != "present"


def count_in(line: str) -> str | None:
    """What a line counts, if it holds a count and nothing else.

    >>> count_in("Število glasov PROTI: 1"), count_in("ZA: 12 občin")
    ('against', None)
    """
    if len(line) > _LONGEST:
        return None
    words = line.strip()
    match = phrase("count-line-word-first").match(words) or phrase("count-line-number-first").match(words)
    return match.lastgroup if match else None
