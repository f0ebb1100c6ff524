"""Names of municipalities as scans have them: "Semie", "Šentjernei"; only those of the regions that a paper names."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache, lru_cache

from rinsearch.carons import is_known
from rinsearch.misread.likeness import LONGEST, BySkeleton, by_skeleton, cheapest_of
from rinsearch.misread.words import forms, listed
from rinsearch.taxonomy import municipalities, regions, toml

KEPT = 1 << 16  # distinct words of a regional corpus
SHORTEST = 5  # letters: "Bled" and "Luče" are one stroke from other words
BUDGETS = ((8, 1.0), (LONGEST + 1, 1.5))
_WORD = re.compile(r"[^\W\d_]+")
_ADJECTIVE = re.compile(r"[^\W\d_]+[kn]a\b")


@cache
def name_words() -> Mapping[str, frozenset[str]]:
    """The words of the names in all forms, in small letters, with the ids of their regions."""
    found: dict[str, set[str]] = defaultdict(set)
    for entry in municipalities().values():
        for form in entry.cases:
            for word in _WORD.findall(form.lower()):
                if len(word) >= SHORTEST:
                    found[word].add(entry.region)
    return {word: frozenset(some) for word, some in found.items()}


@lru_cache(maxsize=KEPT)
def name_meant(printed: str) -> str | None:
    """The word of a name that a word in small letters looks like, if it is none itself.

    >>> name_meant("šentjernei"), name_meant("semič"), name_meant("občina")
    ('šentjernej', None, None)
    """
    if not SHORTEST <= len(printed) <= LONGEST or printed in name_words() or printed in forms():
        return None
    cheapest = cheapest_of(printed, _by_skeleton(), BUDGETS)
    if len(cheapest) != 1 or printed in listed("never_names") or is_known(printed):
        return None
    return cheapest[0]


@cache
def name_tails() -> frozenset[str]:
    """How the words of names end."""
    return frozenset(word[at:] for word in name_words() for at in range(1, len(word) - 1))


def is_name_piece(word: str) -> bool:
    """Whether a word in small letters is none by itself, but may be the end of a name."""
    return len(word) > 2 and word in name_tails() and not (word in forms() or is_known(word))


@lru_cache(maxsize=KEPT)
def name_joined(left: str, right: str) -> str | None:
    """Two pieces in small letters as the word of a name; the second is none by itself.

    >>> name_joined("ajdov", "ščina"), name_joined("koz", "je"), name_joined("me", "tliki")
    ('ajdovščina', None, 'metliki')
    """
    whole = left + right
    if whole not in name_words() or right in listed("small_behind") or right in forms() or is_known(right):
        return None
    return whole


@cache
def _by_skeleton() -> BySkeleton:
    return by_skeleton(name_words())


def named_regions(text: str) -> frozenset[str]:
    """The regions that a text names, by their adjective or by the name of a municipality.

    >>> sorted(named_regions("Načrt za savinjsko regijo so obravnavali v Semiču."))
    ['jugovzhodna', 'savinjska']
    """
    told = _telling()
    words = told.keys() & set(_WORD.findall(text.lower()))
    return frozenset(region for word in words for region in told[word])


@cache
def _telling() -> Mapping[str, frozenset[str]]:
    """Words that tell regions: those of names, and the regions' own adjectives in their forms."""
    endings = toml("misread.toml")["paradigms"]["adjective"]
    told = dict(name_words())
    for each in regions().values():
        for word in _ADJECTIVE.findall(each.name.lower()):
            told |= {word[:-1] + end: told.get(word[:-1] + end, frozenset()) | {each.id} for end in endings}
    return told
