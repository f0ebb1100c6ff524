"""Two plans side by side: measures kept, changed, new and dropped, by wording and target groups."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from rinsearch.language import lemma_key, tokenize
from rinsearch.records import CitedMeasure, Comparison, Fate, Pair
from rinsearch.registers.gaps import of_plan
from rinsearch.registers.listing import measures
from rinsearch.registers.wanted import Understood

# Likenesses, set by reading the pairs of the two plans of the sample corpus and of variants written for the tests.
SAME = 0.75  # the same measure, worded anew at most
ALIKE = 0.5  # the same intention; below, pairs shared little but "pomoč" and the group
WORDING = 0.75  # weight of the words; the rest is the target groups'
SHORT = 3  # letters of words that say nothing about what is done: in, na, za, po


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
    words = {id(each): _words(each.text) for each in (*old, *new)}
    weights = _weights(words.values())
    likely = sorted(
        ((likeness, a, b) for a, one in enumerate(old) for b, other in enumerate(new)
         if (likeness := _likeness(one, other, (words, weights))) >= ALIKE),
        key=lambda each: (-each[0], each[1], each[2]),
    )  # fmt: skip
    chosen: dict[int, tuple[float, int]] = {}
    used: set[int] = set()
    for likeness, a, b in likely:
        if a not in chosen and b not in used:
            chosen[a] = likeness, b
            used.add(b)
    for a, (likeness, b) in sorted(chosen.items()):
        yield Pair(Fate.KEPT if likeness >= SAME else Fate.CHANGED, round(likeness, 3), old[a], new[b])


def _words(text: str) -> frozenset[str]:
    """The lemma keys of a measure's words that say something."""
    return frozenset(lemma_key(token.text) for token in tokenize(text) if len(token.text) > SHORT)


def _weights(texts: Iterable[frozenset[str]]) -> Mapping[str, float]:
    """A word that half of the measures have ("pomoč", "starejši") tells less than one that two have."""
    counts = Counter(word for words in texts for word in words)
    return {word: 1 / math.sqrt(count) for word, count in counts.items()}


def _likeness(
    one: CitedMeasure, other: CitedMeasure, known: tuple[Mapping[int, frozenset[str]], Mapping[str, float]]
) -> float:
    """Dice's coefficient of the weighted words and Jaccard's of the groups; words alone where no group is named."""
    words, weights = known
    mine, yours = words[id(one)], words[id(other)]
    common, total = _sum(mine & yours, weights), _sum(mine, weights) + _sum(yours, weights)
    wording = 2 * common / total if total else 0.0
    groups, theirs = set(one.target_groups), set(other.target_groups)
    if not groups | theirs:
        return wording
    return WORDING * wording + (1 - WORDING) * len(groups & theirs) / len(groups | theirs)


def _sum(words: Iterable[str], weights: Mapping[str, float]) -> float:
    return sum(weights[word] for word in sorted(words))  # in order, so that the last digit is always the same
