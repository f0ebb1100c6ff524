"""Letters that a paper changed or lost on its way, told by the words that they make.

A wrong code page turns č into ź, Ë or �; which sign stands for which letter is found out from the paper's own words:
"naËrt" is a word if Ë is č, and none otherwise. Nothing is known of code pages, so that an unheard-of one is read too.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product

from rinsearch.carons import is_known, is_name
from rinsearch.normalise import Edit, Rule

LETTERS = "čšž"
LOST = ""  # a sign that stands for more than one letter: each word tells which
MOST_SIGNS = 4  # in one word: 81 readings
EVIDENCE = 2  # different words that a sign must make
LOST_EVIDENCE = 3
SHARE = 0.7  # of the words that a sign makes must be with the same letter
# Letters of Slovene and its neighbours, and signs that other repairs read: ¹ for š, Ä\x8d for č, cˇ for č.
_GOOD = frozenset("čšžćđČŠŽĆĐäöüÖÜßéáàíóúÉÁÍÓ¹©¾®ÅĹâ°²³½·•×−–—„“”‘’»«…€›‹\u00a0\u030c\u0301ˇˊ")
_TOKEN = re.compile(r"[^\s.,;:!()\[\]\"„“”»«/\d–-]+")
_LETTER = re.compile(r"[^\W\d_]")
# In one text of forty; without it no word of a text has a sign.
_SUSPECT = re.compile(rf"\?\w|[^\x00-\x7f{''.join(sorted(_GOOD))}]")


@dataclass(frozen=True, slots=True)
class Signs:
    """What stands for which letter: a small one, or ``LOST``."""

    meaning: Mapping[str, str]


def changed_letters(texts: Iterable[str]) -> Signs | None:
    """The signs of a paper that stand for letters; none where it shows no evidence of any.

    >>> found = changed_letters(["Obëinski svet sprejme naërt na podroëju socialnega varstva."])
    >>> found.meaning if found else None
    {'ë': 'č'}
    >>> changed_letters(["Citroën in Zoë na obisku. Zakaj? Občinski svet."]) is None
    True
    """
    words = {token for text in texts if _SUSPECT.search(text) for token in _TOKEN.findall(text) if _signs_in(token)}
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for word in sorted(words):
        for sign, letter in _told(word):
            votes[sign][letter] += 1
    sure = {sign: found for sign, counts in votes.items() if (found := _meaning(counts, EVIDENCE)) is not None}
    if not sure:
        return None
    # Where one sign is sure, the page is wrong, and another needs no second word.
    more = {sign: found for sign, counts in votes.items() if (found := _meaning(counts, 1)) is not None}
    return Signs(dict(sorted((more | sure).items())))


def _signs_in(token: str) -> list[str]:
    """The signs of a word that are no letters of Slovene; a question mark only inside or in front of a word."""
    found = []
    for at, char in enumerate(token):
        if char == "?":
            if at + 1 < len(token) and token[at + 1].isalpha():
                found.append(char)
        elif not char.isascii() and char not in _GOOD:
            found.append(char)
    return found if found and _LETTER.search(token.replace(found[0], "")) else []


def _told(word: str) -> Iterator[tuple[str, str]]:
    """The letters that the signs of a word are, where one reading alone is a word."""
    readings = _readings(word)
    if len(readings) == 1:
        yield from set(readings[0].items())


def _readings(word: str) -> list[Mapping[str, str]]:
    """Letters by sign (one letter for all places of a sign) that make a word."""
    signs = sorted(set(_signs_in(word)))
    if len(signs) > MOST_SIGNS:
        return []
    tried = (dict(zip(signs, letters, strict=True)) for letters in product(LETTERS, repeat=len(signs)))
    return [each for each in tried if is_known(_put(word, each))]


def _put(word: str, letters: Mapping[str, str]) -> str:
    return "".join(letters.get(char, char) for char in word).lower()


def _meaning(counts: Counter[str], evidence: int) -> str | None:
    (letter, most), total = counts.most_common(1)[0], sum(counts.values())
    if most >= evidence and most >= SHARE * total:
        return letter
    return LOST if total >= LOST_EVIDENCE else None


def put_back(signs: Signs) -> Rule:
    """The repair of a paper whose signs are known.

    >>> [edit.replacement for edit in put_back(Signs({"ë": "č"}))("OBëINA, naërt")]
    ['Č', 'č']
    >>> [edit.replacement for edit in put_back(Signs({"?": LOST}))("na?rt ob?ine. Zakaj?")]
    ['č', 'č']
    """

    def repaired(text: str) -> Iterator[Edit]:
        if not any(sign in text for sign in signs.meaning):
            return
        for match in _TOKEN.finditer(text):
            yield from _edits(match[0], match.start(), signs.meaning)

    return repaired


def _edits(word: str, start: int, meaning: Mapping[str, str]) -> Iterator[Edit]:
    here = [sign for sign in _signs_in(word) if sign in meaning]
    if not here:
        return
    letters: Mapping[str, str] = {sign: meaning[sign] for sign in here if meaning[sign] != LOST}
    for reading in _lost(word, letters, here):
        letters = reading
    for at, char in enumerate(word):
        if letters.get(char):
            yield Edit(start + at, start + at + 1, _in_case(word, at, letters), "mojibake")


def _lost(word: str, letters: Mapping[str, str], here: Iterable[str]) -> Iterator[Mapping[str, str]]:
    """The letters of a word with lost ones: of each place its own, so that they are tried place by place."""
    if any(sign not in letters for sign in here):
        readings = [each for each in _readings(word) if all(each[sign] == letter for sign, letter in letters.items())]
        if len(readings) == 1:
            yield readings[0]


def _in_case(word: str, at: int, letters: Mapping[str, str]) -> str:
    """The letter, a capital one among capitals and at the head of a name."""
    letter = letters[word[at]]
    others = [char for char in word if char.isalpha() and char not in letters]
    capitals = bool(others) and all(char.isupper() for char in others)
    whole = "".join(letters.get(char, char) for char in word)
    return letter.upper() if capitals or (at == 0 and is_name(whole)) else letter
