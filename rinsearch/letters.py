"""Letters that a paper changed or lost on its way, told by the words that they make.

A wrong code page turns č into ź, Ë or �; which sign stands for which letter is found out from the paper's own words:
"naËrt" is a word if Ë is č, and none otherwise. Nothing is known of code pages, so that an unheard-of one is read too.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from rinsearch.carons import is_known, is_name
from rinsearch.normalise import Edit, Rule

LETTERS = "čšž"
LIKELIEST = "č"
LOST = ""  # a sign that stands for more than one letter: each word tells which
MOST_SIGNS = 4  # in one word: 81 readings
LONGEST = 60  # characters of a word; the longest of Slovene have half of that
SHORTEST = 4  # letters of a word whose last one is lost, or that tells of a neighbour's letter: "ín" is no čin
EVIDENCE = 2  # different words that a sign must make
LOST_EVIDENCE = 3
SHARE = 0.7  # of the words that a sign makes must be with the same letter
REPLACED = frozenset("?\ufffd□")  # what programs write for any letter that they cannot read
# Letters of Slovene and its neighbours, and signs that other repairs read: ¹ for š, Ä\x8d for č, cˇ for č.
_GOOD = frozenset("čšžćđČŠŽĆĐäöüÖÜßéáàíóúÉÁÍÓ¹©¾®ÅĹâ°²³½·•×−–—„“”‘’»«…€›‹\u00a0\u030c\u0301ˇˊ")
# Letters of our neighbours: good ones, until the page is known to be a wrong one.
_FOREIGN = frozenset("ćđĆĐäöüÖÜéáàíóúÉÁÍÓ")
_TOKEN = re.compile(r"[^\s.,;:!()\[\]\"„“”»«/\d–-]+")
_LETTER = re.compile(r"[^\W\d_]")
# A question mark is one between sentences ("Zakaj?Ker") and in an address of the net ("php?id=3").
_ASKED = re.compile(r"[a-zčšž]\?[A-ZČŠŽ]|[=&@_]")
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
    texts = tuple(texts)
    words = {token for text in texts if _SUSPECT.search(text) for token in _TOKEN.findall(text) if _signs_in(token)}
    votes = _votes(words, _GOOD)
    sure = {sign: found for sign, counts in votes.items() if (found := _meaning(sign, counts, EVIDENCE)) is not None}
    if not sure:
        return None
    # Where one sign is sure, the page is wrong: another needs no second word, and letters of neighbours may be signs.
    more = {sign: found for sign, counts in votes.items() if (found := _meaning(sign, counts, 1)) is not None}
    if REPLACED.isdisjoint(sure):
        every = {token for text in texts for token in _TOKEN.findall(text) if len(token) >= SHORTEST}
        seen = _votes(every, _GOOD - _FOREIGN)
        more |= {sign: found for sign, each in seen.items() if (found := _meaning(sign, each, 1)) is not None}
    return Signs(dict(sorted((more | sure).items())))


def _votes(words: Iterable[str], good: frozenset[str]) -> Mapping[str, Counter[str]]:
    """For each sign, how many words it makes with which letter."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for word in sorted(words):
        for sign, letter in _told(word, good):
            votes[sign][letter] += 1
    return votes


def _signs_in(token: str, good: frozenset[str] = _GOOD) -> list[str]:
    """The signs of a word that are no letters of Slovene; a question mark only inside or in front of a word."""
    found = []
    for at, char in enumerate(token):
        if char == "?":
            if at + 1 < len(token) and token[at + 1].isalpha():
                found.append(char)
        elif not char.isascii() and char not in good:
            found.append(char)
    return found if found and _LETTER.search(token.replace(found[0], "")) else []


def _told(word: str, good: frozenset[str]) -> Iterator[tuple[str, str]]:
    """The letters that the signs of a word are, where one reading alone is a word."""
    readings = _readings(word, good)
    if len(readings) == 1:
        yield from set(readings[0].items())


def _readings(word: str, good: frozenset[str]) -> list[Mapping[str, str]]:
    """Letters by sign (one letter for all places of a sign) that make a word."""
    signs = sorted(set(_signs_in(word, good)))
    if len(signs) > MOST_SIGNS:
        return []
    tried = (dict(zip(signs, letters, strict=True)) for letters in product(LETTERS, repeat=len(signs)))
    return [each for each in tried if is_known(_put(word, each))]


def _put(word: str, letters: Mapping[str, str]) -> str:
    return "".join(letters.get(char, char) for char in word).lower()


def _meaning(sign: str, counts: Counter[str], evidence: int) -> str | None:
    (letter, most), total = counts.most_common(1)[0], sum(counts.values())
    if most >= evidence and most >= SHARE * total and not (sign in REPLACED and total >= LOST_EVIDENCE):
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
    if len(word) > LONGEST:
        return
    places = [at for at, char in enumerate(word) if char in meaning and (char != "?" or at + 1 < len(word))]
    lost = [at for at in places if meaning[word[at]] == LOST]
    letters: dict[int, str] = {at: meaning[word[at]] for at in places if at not in lost}
    last = [len(word) - 1] if meaning.get("?") == LOST and word.endswith("?") and len(word) >= SHORTEST else []
    # "Semi?" is a name, "občani?" a question.
    letters |= (_lost(word, letters, lost + last) if last else {}) or _lost(word.rstrip("?"), letters, lost)
    if len(word) > SHORTEST and not _ASKED.search(word):  # a word that nobody knows goes on: "podpi?e"
        letters = {at: LIKELIEST for at in lost if word[at] == "?"} | letters
    whole = "".join(letters.get(at, char) for at, char in enumerate(word))
    for at in sorted(letters):
        yield Edit(start + at, start + at + 1, _in_case(word, at, letters, whole), "mojibake")


def _lost(word: str, letters: Mapping[int, str], lost: Sequence[int]) -> Mapping[int, str]:
    """The letters of a word with lost ones, tried place by place, where one reading alone is a word."""
    asked = lost == [len(word) - 1] and word.endswith("?") and is_known(word[:-1].lower())
    if asked or not 0 < len(lost) <= MOST_SIGNS:
        return {}
    tried = (dict(zip(lost, each, strict=True)) for each in product(LETTERS, repeat=len(lost)))
    readings = [each for each in tried if is_known(_with(word, {**letters, **each}))]
    return readings[0] if len(readings) == 1 else {}


def _with(word: str, letters: Mapping[int, str]) -> str:
    return "".join(letters.get(at, char) for at, char in enumerate(word)).lower()


def _in_case(word: str, at: int, letters: Mapping[int, str], whole: str) -> str:
    """The letter, a capital one among capitals and at the head of a name."""
    others = [char for place, char in enumerate(word) if char.isalpha() and place not in letters]
    capitals = bool(others) and all(char.isupper() for char in others)
    return letters[at].upper() if capitals or (at == 0 and is_name(whole)) else letters[at]
