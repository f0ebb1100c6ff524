"""Two plans side by side: measures kept, changed, new and dropped."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from rinsearch.records import CitedMeasure, Comparison, Fate, Pair
from rinsearch.registers.gaps import of_plan
from rinsearch.registers.likeness import Comparing, Likeness
from rinsearch.registers.listing import measures
from rinsearch.registers.wanted import Understood

# Likenesses, set as told in `likeness`.
ALIKE = 0.45  # the same intention; below, pairs shared little but "pomoč" and the group
WORDED = 0.25  # of the wording, whoever the group and the provider are
SAME = 0.55  # of the wording: the same measure, worded anew at most


def compare(before: str, after: str, papers: Sequence[Understood]) -> Comparison:
    """What became of the measures of one plan in another: each is paired once, the likest pairs first."""
    every = measures(papers)
    old, new = of_plan(every, before), of_plan(every, after)
    paired = list(_paired(old, new))
    taken = {(id(pair.before), id(pair.after)) for pair in paired}
    gone = {one for one, _ in taken}
    come = {other for _, other in taken}
    pairs = [
        *paired,
        *(Pair(Fate.DROPPED, 0.0, each, None) for each in old if id(each) not in gone),
        *(Pair(Fate.NEW, 0.0, None, each) for each in new if id(each) not in come),
    ]
    counts = Counter(pair.fate for pair in pairs)
    numbers = {each.value: counts[each] for each in Fate}
    return Comparison(before, after, **numbers, pairs=tuple(pairs))


def _paired(old: Sequence[CitedMeasure], new: Sequence[CitedMeasure]) -> Iterator[Pair]:
    """The pairs that are alike enough, in the order of the earlier plan."""
    comparing = Comparing((*old, *new))
    likely = [
        (found, a, b)
        for a, one in enumerate(old)
        for b, other in enumerate(new)
        if (found := comparing.likeness(one, other)).whole >= ALIKE and found.wording >= WORDED
    ]
    likely.sort(key=lambda each: (-each[0].whole, each[1], each[2]))
    chosen: dict[int, tuple[Likeness, int]] = {}
    used: set[int] = set()
    for found, a, b in likely:
        if a not in chosen and b not in used:
            chosen[a] = found, b
            used.add(b)
    for a, (found, b) in sorted(chosen.items()):
        yield Pair(Fate.KEPT if found.wording >= SAME else Fate.CHANGED, round(found.whole, 3), old[a], new[b])
