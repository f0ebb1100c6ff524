"""The rough score by which an engine chooses what the ranker looks at, the same for every engine.

BM25 of words and context without lengths, in steps: an engine that counts in 32 bits gets the same sums as one that
counts in 64, so that the same passages tie.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping

from rinsearch.index.base import CONTEXT, EXACT, WORDS, Both, Clause, Either, Match

SATURATION = 1.2  # k1 of BM25; the usual value
CONTEXT_WEIGHT = 0.4  # a word of the title or a heading counts less than one of the passage itself
COUNTED = 10  # times that a word counts in one passage; more say nothing new
FEW_TERMS = 30  # up to which it matters how often each is in a passage: a prefix has hundreds
STEPS = 64.0  # of a score in one unit


def repeated(counts: Mapping[str, int]) -> Iterator[tuple[str, int]]:
    """Terms of a passage with each number of times from the second on that counts.

    >>> list(repeated({"rom": 3, "svet": 1}))
    [('rom', 2), ('rom', 3)]
    """
    for term, count in counts.items():
        yield from ((term, number) for number in range(2, min(count, COUNTED) + 1))


def scored(clause: Clause) -> Iterator[tuple[str, str]]:
    """Fields and terms that a passage gets its score from: not what it must be without."""
    match clause:
        case Match(field, values) if field in (WORDS, CONTEXT, EXACT):
            yield from ((field, value) for value in values)
        case Both(parts) | Either(parts):
            for part in parts:
                yield from scored(part)
        case _:
            return


def gains(passages: int, frequency: int, field: str, terms: int) -> tuple[float, ...]:
    """What a term gives to a passage that has it once, twice …

    >>> gains(1000, 10, "words", 1)[:3], gains(1000, 10, "words", 31)
    ((2.0625, 2.828125, 3.234375), (2.0625,))
    """
    weight = math.log1p((passages + 1) / (frequency + 1)) * (CONTEXT_WEIGHT if field == CONTEXT else 1.0)
    counts = range(1, (COUNTED if terms <= FEW_TERMS else 1) + 1)
    return tuple(round(weight * count / (count + SATURATION) * STEPS) / STEPS for count in counts)
