"""How far a figure can be trusted: bootstrap confidence intervals over papers.

Papers are drawn anew with repetition, as many as there are, and the figure is taken again; the middle 95 % of what
comes out is the interval (the percentile method of B. Efron, *Bootstrap methods: another look at the jackknife*, 1979).
Papers and not single findings are drawn, because errors of one paper come together.
"""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Sequence
from functools import lru_cache

from rinsearch.evaluate.scores import Counts, total

Interval = tuple[float, float]
Figure = Callable[[Counts], float | None]

RESAMPLES = 1000
SEED = 20_170_920  # any; the same, so that a figure comes out the same each time
CONFIDENCE = 0.95


def interval(counts: Sequence[Counts], figure: Figure) -> Interval | None:
    """The interval of a figure over papers, each with its counts; none where the figure is unknown."""
    if figure(total(counts)) is None:
        return None
    drawn = (figure(each) for each in _resampled(tuple(counts)))
    return _middle(sorted(value for value in drawn if value is not None))


def _middle(ordered: Sequence[float]) -> Interval | None:
    if not ordered:
        return None
    left_out = math.floor(len(ordered) * (1 - CONFIDENCE) / 2)
    return ordered[left_out], ordered[-1 - left_out]


@lru_cache(maxsize=64)  # the three figures of a label share their drawings
def _resampled(counts: tuple[Counts, ...]) -> tuple[Counts, ...]:
    """The sums over each drawing; a paper without any count of the label changes nothing and is drawn all the same."""
    right, wrong, missed = zip(*counts, strict=True)
    draws = _draws(len(counts))
    return tuple(
        (sum(right[at] for at in draw), sum(wrong[at] for at in draw), sum(missed[at] for at in draw)) for draw in draws
    )


@lru_cache(maxsize=64)  # the three figures of a label share their drawings
def _draws(papers: int) -> tuple[tuple[int, ...], ...]:
    chance = random.Random(SEED)
    return tuple(tuple(chance.choices(range(papers), k=papers)) for _ in range(RESAMPLES))
