"""How alike two measures are: by their words, weighted by how rare they are, and by groups and providers."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache
from itertools import takewhile

from rinsearch.language import fold, lemma_key, tokenize
from rinsearch.records import CitedMeasure
from rinsearch.taxonomy import group_variants, target_groups, toml

# Set by five of the invented pairs of plans in tests/cases/registers; two more were written afterwards, to measure.
WORDING, GROUPS, PROVIDERS = 0.65, 0.2, 0.1  # weights; what neither measure names does not count
CONTAINED = 0.3  # share of the overlap: "Pomoč na domu" is all in "Socialna oskrba: pomoč na domu"
DOING, NAMING = 0.5, 0.5  # weight of "zagotoviti", and of words that only name the groups, which count by themselves
STEM, OF_SHORTER, RELATED = 5, 0.6, 0.5  # letters that words of one root begin with, of the shorter one, their weight
RENUMBERED = 0.5  # at most of the wording where 12 beds become 20
LETTERS = 3  # of the shortest word that counts

Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class Likeness:
    """From 0 to 1: ``whole`` says whether two measures are one, ``wording`` how much of its words is still there."""

    whole: float
    wording: float


class Comparing:
    """Compares measures; a word that half of them have ("pomoč") tells less than one that two have."""

    def __init__(self, measures: Iterable[CitedMeasure]) -> None:
        self.words = {id(each): _words(each.text) for each in measures}
        counts = Counter(word for words in self.words.values() for word in words)
        self.weights = {word: (DOING if word in _listed("doing") else 1.0) / math.sqrt(n) for word, n in counts.items()}

    def likeness(self, one: CitedMeasure, other: CitedMeasure) -> Likeness:
        """How alike two of the measures are that were given at the beginning."""
        mine, yours = self.words[id(one)], self.words[id(other)]
        naming = _naming((*one.target_groups, *other.target_groups))
        weights = {word: self.weights[word] * (NAMING if word in naming else 1.0) for word in mine | yours}
        dice, overlap = _common(mine, yours, weights)
        known = [(WORDING, (1 - CONTAINED) * dice + CONTAINED * overlap)]
        known += _jaccard(GROUPS, one.target_groups, other.target_groups)
        known += _shared(PROVIDERS, one.providers, other.providers)
        whole = sum(weight * value for weight, value in known) / sum(weight for weight, _ in known)
        return Likeness(whole, dice if _numbers(mine) == _numbers(yours) else min(dice, RENUMBERED))


def _words(text: str) -> Words:
    """The lemma keys of a measure's words that say something; numbers as they stand."""
    keys = (lemma_key(each.text) for each in tokenize(text) if len(each.text) >= LETTERS or each.text.isdecimal())
    return frozenset(keys) - _listed("function")


@cache
def _listed(name: str) -> Words:
    return frozenset(lemma_key(word) for word in toml("comparing.toml")[name]["words"])


@cache
def _names_of_groups() -> Mapping[str, Words]:
    """The words that name a group, by its id."""
    found: dict[str, Words] = defaultdict(frozenset)
    for id, group in target_groups().items():
        found[id] |= _words(group.label_sl)
    for variant in group_variants():
        found[variant.group] |= _words(variant.text)
    return found


def _naming(groups: Iterable[str]) -> Words:
    return frozenset().union(*(_names_of_groups().get(each, frozenset()) for each in groups))


def _numbers(words: Words) -> Set[str]:
    return {word for word in words if word.isdecimal()}


# --- shares -----------------------------------------------------------------------------------------------------------


def _common(mine: Words, yours: Words, weights: Mapping[str, float]) -> tuple[float, float]:
    """Dice's coefficient of the weighted words, and the overlap with the shorter of the two."""
    total, theirs = _sum(mine, weights), _sum(yours, weights)
    common = _sum(mine & yours, weights) + RELATED * _sum_of_related(mine - yours, yours - mine, weights)
    return (2 * common / (total + theirs), common / min(total, theirs)) if total and theirs else (0.0, 0.0)


def _sum_of_related(mine: Set[str], yours: Set[str], weights: Mapping[str, float]) -> float:
    """Words of one root ("zagovorništvo", "zagovornikov"), each taken once."""
    left: dict[str, list[str]] = defaultdict(list)
    for word in sorted(yours):
        left[word[:STEM]].append(word)
    found = 0.0
    for word in sorted(mine):
        near = [each for each in left[word[:STEM]] if _is_related(word, each)]
        if near:
            nearest = max(near, key=lambda each: _begin_alike(word, each))
            left[word[:STEM]].remove(nearest)
            found += min(weights[word], weights[nearest])
    return found


def _is_related(one: str, other: str) -> bool:
    length = _begin_alike(one, other)
    return length >= STEM and length >= OF_SHORTER * min(len(one), len(other)) and not one.isdecimal()


def _begin_alike(one: str, other: str) -> int:
    """With how many of the same letters two words begin."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _sum(words: Iterable[str], weights: Mapping[str, float]) -> float:
    return sum(weights[word] for word in sorted(words))  # in order, so that the last digit is always the same


def _jaccard(weight: float, one: Sequence[str], other: Sequence[str]) -> list[tuple[float, float]]:
    mine, yours = set(one), set(other)
    return [(weight, len(mine & yours) / len(mine | yours))] if mine or yours else []


def _shared(weight: float, one: Sequence[str], other: Sequence[str]) -> list[tuple[float, float]]:
    """Providers come and go: of those of the measure that names fewer, how many does the other name?"""
    mine, yours = set(map(fold, one)), set(map(fold, other))
    return [(weight, len(mine & yours) / min(len(mine), len(yours)))] if mine and yours else []
