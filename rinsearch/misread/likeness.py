"""Which word a misread one looks like: by the strokes that its letters are made of, and by what reading them costs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache

from rinsearch.carons import is_known
from rinsearch.misread.words import forms, good
from rinsearch.taxonomy import toml

KEPT = 1 << 16  # distinct words of a regional corpus
LONGEST = 30  # letters
NEVER = 99.0
BySkeleton = Mapping[str, Sequence[str]]
Budgets = tuple[tuple[int, float], ...]  # below how many letters of a word it may cost how much
COSTS = {"half": 0.5, "whole": 1.0}
LONGEST_LOOK = 3  # letters that are read for others together
# What a word may cost by its length: two letters wrong in a short word make another word too often.
BUDGETS = ((6, 1.0), (8, 1.5), (11, 2.0), (LONGEST + 1, 3.0))
# Letters by the strokes that a scan takes for those of others: "rn" and "m" are three, "cl" and "d" a bow and one.
STROKES = str.maketrans(
    {
        **dict.fromkeys("iljtfrI1!|íìîï", "ı"),
        **dict.fromkeys("nuvúüùyý", "ıı"),
        "m": "ııı",
        "w": "ıııı",
        **dict.fromkeys("cčćeéèêëçď", "c"),
        "d": "cı",
        **dict.fromkeys("sš5§$ş", "s"),
        **dict.fromkeys("zž2ż", "z"),
        **dict.fromkeys("oa0óòôöáàâä", "o"),
        **dict.fromkeys("bh8", "b"),
        **dict.fromkeys("gq9", "g"),
    }
)


def skeleton(word: str) -> str:
    """The strokes of a word in small letters.

    >>> skeleton("vzame") == skeleton("vzarne"), skeleton("seznanil") == skeleton("sezuanii")
    (True, True)
    """
    return word.translate(STROKES)


@lru_cache(maxsize=KEPT)
def meant(printed: str) -> str | None:
    """What a word in small letters was, if it is none and looks like one of the list alone.

    >>> meant("sociainega"), meant("vzarne"), meant("seznam"), meant("načrtom")
    ('socialnega', 'vzame', None, None)
    """
    word = nearest(printed) if len(printed) <= LONGEST else None
    return None if word is None or printed in forms() or printed in good() or is_known(printed) else word


def nearest(printed: str) -> str | None:
    """The word that costs least; none where that is too much, or words of two meanings cost the same."""
    cheapest = cheapest_of(printed, _by_skeleton(), BUDGETS)
    stems = {forms()[each] for each in cheapest}
    return cheapest[0] if len(stems) == 1 else None


def cheapest_of(printed: str, words: BySkeleton, budgets: Budgets) -> list[str]:
    """The words that it costs least to read for a printed one, in their order; none where that is too much."""
    prices = sorted((cost(printed, each), each) for each in words.get(skeleton(printed), ()))
    cheapest = [each for price, each in prices if price == prices[0][0]]
    affordable = bool(cheapest) and prices[0][0] <= next(most for size, most in budgets if len(cheapest[0]) < size)
    return cheapest if affordable else []


def by_skeleton(words: Iterable[str]) -> BySkeleton:
    """Words by their strokes."""
    found: dict[str, list[str]] = defaultdict(list)
    for word in words:
        found[skeleton(word)].append(word)
    return found


def cost(printed: str, word: str) -> float:
    """What it costs to read one word for the other; ``NEVER`` where its letters do not look like it.

    >>> cost("vzarne", "vzame"), cost("0bč1na", "občina"), cost("sklep", "načrt")
    (1.0, 1.0, 99.0)
    """
    costs = {(0, 0): 0.0}  # by how much of both is read
    for at in range(len(printed)):
        for place in [each for each in costs if each[0] == at]:
            for read, letters, price in _steps(printed, word, place):
                reached = (at + read, place[1] + letters)
                costs[reached] = min(costs.get(reached, NEVER), costs[place] + price)
    return costs.get((len(printed), len(word)), NEVER)


def _steps(printed: str, word: str, place: tuple[int, int]) -> Iterator[tuple[int, int, float]]:
    """From a place in both words: how many letters are read, of how many in the word, at what price."""
    at, other = place
    if word[other : other + 1] == printed[at]:
        yield 1, 1, 0.0
    for length in range(1, LONGEST_LOOK + 1):
        for letters, price in _looks().get(printed[at : at + length], ()) if at + length <= len(printed) else ():
            if word.startswith(letters, other):
                yield length, len(letters), price


@cache
def _by_skeleton() -> BySkeleton:
    return by_skeleton(forms())


@cache
def _looks() -> Mapping[str, Sequence[tuple[str, float]]]:
    """For what is printed, what it may have been and the cost."""
    found: dict[str, list[tuple[str, float]]] = defaultdict(list)
    for name, price in COSTS.items():
        for pair in toml("misread.toml")["looks"][name]:
            printed, letters = pair.split()
            found[printed].append((letters, price))
    return found
