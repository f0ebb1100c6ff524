"""Which hit is better: one ranker for all engines, over the few hundred candidates that an engine hands over.

BM25F over the passage, its headings and its title (Robertson, Zaragoza and Taylor 2004), plus a bonus for words that
stand close together. Ties are broken by kind, date and id, so that an order is stable.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rinsearch.index.base import Candidate, Found, tie

SATURATION = 1.2  # k1, the usual value
LENGTH_SHARE = 0.6  # b; headings are short and should not win by that alone, so less than the usual 0.75
USUAL_LENGTH = 60.0  # words of a passage, the mean over the sample corpus
TITLE_WEIGHT, SECTION_WEIGHT = 0.5, 0.7  # against 1.0 for the passage itself
CLOSENESS = 1.0  # of all words side by side, in units of the mean weight of a word
DIGITS = 6  # scores that differ by less are equal

Groups = Sequence[frozenset[str]]


def rank(groups: Groups, found: Found) -> list[tuple[float, Candidate]]:
    """Candidates with their scores, best first; ``groups`` are the terms of each word that was asked for."""
    asked = Asked.of(groups, found)
    scored = [(round(score(asked, each), DIGITS), each) for each in found.candidates]
    return sorted(scored, key=lambda pair: (-pair[0], tie(pair[1].kind, pair[1].date, pair[1].document, pair[1].id)))


@dataclass(frozen=True, slots=True)
class Asked:
    """The words that were asked for: how rare each is, and of which words a term is."""

    weights: tuple[float, ...]
    numbers: Mapping[str, tuple[int, ...]]

    @classmethod
    def of(cls, groups: Groups, found: Found) -> Asked:
        """Prepared once, as a prefix stands for hundreds of terms."""
        numbers: defaultdict[str, list[int]] = defaultdict(list)
        for number, group in enumerate(groups):
            for term in group:
                numbers[term].append(number)
        weights = tuple(_weight(group, found) for group in groups)
        return cls(weights, {term: tuple(each) for term, each in numbers.items()})


def score(asked: Asked, candidate: Candidate) -> float:
    """How well a passage answers."""
    length, places = _places(asked, candidate.words)
    shortness = 1 - LENGTH_SHARE + LENGTH_SHARE * length / USUAL_LENGTH
    counts = {number: len(each) / shortness for number, each in places.items()}
    for line, weight in ((candidate.title, TITLE_WEIGHT), (candidate.section, SECTION_WEIGHT)):
        for term in line.split():
            for number in asked.numbers.get(term, ()):
                counts[number] = counts.get(number, 0.0) + weight
    total = sum(asked.weights[number] * count / (count + SATURATION) for number, count in sorted(counts.items()))
    return total + CLOSENESS * _closeness(places) * sum(asked.weights) / max(len(asked.weights), 1)


def _weight(group: frozenset[str], found: Found) -> float:
    """How rare a word is."""
    have = min(sum(found.frequencies.get(term, 0) for term in group), found.passages)
    return math.log1p((found.passages - have + 0.5) / (have + 0.5))


def _places(asked: Asked, line: str) -> tuple[int, Mapping[int, list[int]]]:
    """The number of positions, and those at which each word has a term."""
    places: defaultdict[int, list[int]] = defaultdict(list)
    numbers, positions = asked.numbers, line.split(" ")
    for place, here in enumerate(positions):
        if here in numbers or "\t" in here:
            for term in here.split("\t"):
                for number in numbers.get(term, ()):
                    places[number].append(place)
    return len(positions), places


def _closeness(places: Mapping[int, list[int]]) -> float:
    """1 where all words of the passage stand side by side, near 0 where they are far apart; 0 for one word."""
    known = [each for each in places.values() if each]
    if len(known) < 2:
        return 0.0
    return (len(known) - 1) / max(_window(known) - 1, len(known) - 1)


def _window(places: Sequence[Sequence[int]]) -> int:
    """The length of the shortest stretch with one position of each."""
    events = sorted((place, number) for number, each in enumerate(places) for place in each)
    last: dict[int, int] = {}
    shortest = events[-1][0] - events[0][0] + 1
    for place, number in events:
        last[number] = place
        if len(last) == len(places):
            shortest = min(shortest, place - min(last.values()) + 1)
    return shortest
