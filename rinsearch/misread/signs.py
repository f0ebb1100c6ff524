"""Figures and signs inside words ("p0moč", "nasi!ja", "bi|o"), and small words that no word is ("iia", "clo")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from itertools import product

from rinsearch.misread.words import is_word
from rinsearch.normalise import Edit
from rinsearch.taxonomy import toml
from rinsearch.taxonomy.phrases import phrase

KEPT = 1 << 16  # distinct words of a regional corpus
SHORTEST = 4  # letters
MOST = 4  # signs in one word: 16 readings
LETTERS = {"0": "o", "1": "li", "!": "li", "|": "li", "5": "s", "$": "s", "§": "š", "8": "b"}
# A sign between small letters of a word or at one of its ends; behind the last letter only what ends no sentence.
_SIGNED = re.compile(r"(?<![\w@./-])(?=\w*[a-zčšž])[A-ZČŠŽ]?[a-zčšž01!|5$§8]{2,30}(?<![!$§])(?![\w@/-])")
_SIGN = re.compile(r"[01!|5$§8]")
_MARK = re.compile(r"(?!0$)\d+$")
_SMALL = re.compile(r"(?<=[a-zčšž,] )[\w!|€]{2,4}(?= [a-zčšž])")
SEZNAM = "se seznam "  # no list is called so: it stands in what "list-for-acknowledges" finds


def signs_inside(text: str) -> Iterator[Edit]:
    """Words that a figure or a sign stands in, if they are known without it.

    >>> [edit.replacement for edit in signs_inside("zaradi nasi!ja, nov0, K1, a1b2, 5h, p0moč!")]
    ['nasilja', 'novo', 'pomoč']
    """
    if not _SIGN.search(text):
        return
    for match in _SIGNED.finditer(text):
        if _SIGN.search(match[0]) and (word := signed(match[0].lower())):
            yield Edit(match.start(), match.end(), word.capitalize() if match[0][0].isupper() else word, "misread")


def has_signs(word: str) -> bool:
    """Whether something between two spaces is a known word with signs."""
    return _SIGN.search(word) is not None and any(signed(each[0].lower()) for each in _SIGNED.finditer(word))


def is_small(word: str) -> bool:
    """Whether something between two spaces is a misread small word."""
    return word in _small()


@lru_cache(maxsize=KEPT)
def signed(printed: str) -> str | None:
    """The one known word that a word with signs is.

    >>> signed("nasi!ja"), signed("p0moč"), signed("k1"), signed("priloga1")
    ('nasilja', 'pomoč', None, None)
    """
    places = len(_SIGN.findall(printed))
    if len(printed) < SHORTEST or not 0 < places <= MOST or 2 * places > len(printed):
        return None
    if is_word(_MARK.sub("", printed)):  # "priloga1" has the mark of a footnote, "Ime10" a number; none is "0"
        return None
    if printed.lstrip("0123456789") in toml("misread.toml")["paradigms"]["adjective"]:  # "1ega maja" is the first
        return None
    readings = ("".join(each) for each in product(*(LETTERS.get(letter, letter) for letter in printed)))
    known = [each for each in readings if is_word(each)]
    return known[0] if len(known) == 1 else None


def small_words(text: str) -> Iterator[Edit]:
    """Small words between others that no word is; "se seznam z", which is no list; "svet seje seznanil", no session.

    >>> [edit.replacement for edit in small_words("svet nc sprejme clo konca; svet se seznam z načrtom")]
    ['ne', 'do', 'seznani']
    """
    edits = [
        Edit(*match.span(), _small()[match[0]], "misread") for match in _SMALL.finditer(text) if match[0] in _small()
    ]
    edits += [Edit(*match.span(), "seznani", "misread") for match in phrase("list-for-acknowledges").finditer(text)]
    edits += [Edit(*match.span("glued"), "se je", "lost-space") for match in phrase("session-for-has").finditer(text)]
    yield from sorted(edits, key=lambda edit: edit.start)


@cache
def _small() -> Mapping[str, str]:
    return {printed: word for word, some in toml("misread.toml")["small"].items() for printed in some}
