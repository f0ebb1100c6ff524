"""What papers call themselves: the nouns of their titles, from title_nouns.toml."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from rinsearch.errors import TaxonomyError
from rinsearch.taxonomy.tables import toml

FILE = "title_nouns.toml"
CARONS = {"č": "[čc?]", "š": "[šs?]", "ž": "[žz?]"}  # left out, or unknown to the program that wrote the file
VOWELS = "aeio"
NEVER = r"(?!)"
# Up to three adjectives that agree with the noun, and nothing else stands before it in its part of the line.
# In a gazette an act has its number; a form is called by what stands behind its own: "Obrazec OS-2: ZAPISNIK SEJE".
_HEAD = r"\W{{0,9}}(?:\d{{3,4}}\. ?)?(?:{ways})(?![\w/]|(?: št\.?| [^\W\d_]{{1,4}}-?\d{{1,3}})? ?:| in predlog)"
_WAY = r"(?:[^\W\d_]{{1,30}}{ending} ){{0,3}}(?P<{name}>{words})"
_PART = re.compile(r"(?:(?<=\w) ?[|/:•·»>] ?| [–—-] | {2,}|, |\? )(?=[^\W\d_])")


@cache
def _heads() -> Mapping[str, re.Pattern[str]]:
    return {entry["kind"]: _head(entry) for entry in toml(FILE)["noun"]}


def title_noun(line: str) -> tuple[str, int, int] | None:
    """The kind that the head noun of a line says, with its place; ``None`` where it is another noun.

    >>> title_noun("OBČINA MEŽICA - sklepi sveta"), title_noun("Potrditev zapisnika 12. seje")
    (('decision', 16, 22), None)
    """
    lower = line.lower()
    found = (_at(lower, start) for start in (0, *(match.end() for match in _PART.finditer(lower))))
    return next((each for each in found if each), None)


def _at(lower: str, start: int) -> tuple[str, int, int] | None:
    matches = ((kind, pattern.match(lower, start)) for kind, pattern in _heads().items())
    found = [(kind, *match.span(match.lastgroup or 0)) for kind, match in matches if match]
    return max(found, key=lambda each: each[2] - each[1], default=None)  # "javni poziv" is no "poziv"


def _head(entry: Mapping[str, Any]) -> re.Pattern[str]:
    """The pattern of the nouns of a kind, proved by the entry's example and counterexample."""
    pattern = re.compile(_HEAD.format(ways="|".join(_way(ending, entry["words"]) for ending in (*VOWELS, ""))))
    example, counterexample = (_parts(entry[name].lower()) for name in ("example", "counterexample"))
    if not any(map(pattern.match, example)) or any(map(pattern.match, counterexample)):
        raise TaxonomyError(f"The nouns of {entry['kind']!r} do not prove themselves.", place=FILE)
    return pattern


def _way(ending: str, words: Iterable[str]) -> str:
    """The nouns of one ending behind adjectives of the same; before a consonant these end in "-i", "-n" or "-v"."""
    longest = sorted((each for each in words if _ending(each) == ending), key=len, reverse=True)
    escaped = "|".join("".join(CARONS.get(each, re.escape(each)) for each in noun) for noun in longest) or NEVER
    return _WAY.format(ending=ending or "[inv]", name=f"noun_{ending}", words=escaped)


def _ending(noun: str) -> str:
    """The last letter of the word that its adjectives agree with, where it is a vowel.

    >>> _ending("potek seje"), _ending("poročilo")
    ('', 'o')
    """
    last = noun.split()[0][-1]
    return last if last in VOWELS else ""


def _parts(lower: str) -> list[str]:
    return _PART.split(lower)
