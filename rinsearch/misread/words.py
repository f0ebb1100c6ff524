"""The words that a misread one may be, those of papers about a plan in all their forms; and good words like them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from rinsearch.carons import is_known
from rinsearch.taxonomy import toml

SHORTEST = 4  # letters
SHORTEST_VERB = 5  # letters: "dal" and "vze" are too near to others
PARADIGMS = {"past": "past", "passive": "passive", "e": "verb_e", "i": "verb_i", "a": "verb_a"}


@cache
def forms() -> Mapping[str, str]:
    """Each form in small letters with its stem, which says what it means.

    >>> forms()["načrtom"], forms()["seznanili"]
    ('načrt', 'seznani')
    """
    found = {stem + end: stem for stem, end in _of_verbs() if len(stem + end) >= SHORTEST_VERB}
    return found | {stem + end: stem for stem, end in _listed() if len(stem + end) >= SHORTEST}


def is_word(word: str) -> bool:
    """Whether small letters are a word, of the list or any other that is known.

    >>> is_word("načrtom"), is_word("načrtorn")
    (True, False)
    """
    return word in forms() or is_known(word)


@cache
def good() -> frozenset[str]:
    """Words that are none of the list but look like one: "seznam", "seznaniti"."""
    infinitives = (stem + end for stem in _stems_of_past() for end in toml("misread.toml")["paradigms"]["infinitive"])
    return frozenset((*toml("misread.toml")["never"], *infinitives))


@cache
def listed(name: str) -> frozenset[str]:
    """One of the lists of the file."""
    return frozenset(toml("misread.toml")[name])


def _listed() -> Iterator[tuple[str, str]]:
    table = toml("misread.toml")
    for entry in table["words"]:
        yield from ((stem, end) for stem in entry["stems"] for end in table["paradigms"][entry["paradigm"]])


def _of_verbs() -> Iterator[tuple[str, str]]:
    """The verbs of deciding in their finite forms."""
    paradigms = toml("misread.toml")["paradigms"]
    for kinds in toml("decision_wordings.toml")["verbs"].values():
        for kind, stems in kinds.items():
            yield from ((stem, end) for stem in stems for end in paradigms[PARADIGMS[kind]])


def _stems_of_past() -> Iterator[str]:
    for kinds in toml("decision_wordings.toml")["verbs"].values():
        yield from kinds.get("past", ())
    for entry in toml("misread.toml")["words"]:
        if entry["paradigm"] == "past":
            yield from entry["stems"]
