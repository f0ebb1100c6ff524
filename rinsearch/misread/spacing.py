"""Spaces that a scan put elsewhere: "seznanils e", "napodročju socialnegavarstva"; only in papers that show many such.

The letters around a word that is none are cut anew, where that makes known words of them. A good word that no list of
ours knows may fall apart so ("nasvet"): therefore a paper must show that its spaces went astray.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import pairwise

from rinsearch.carons import is_known
from rinsearch.misread.names import name_words
from rinsearch.misread.words import forms, good, listed
from rinsearch.normalise import Edit
from rinsearch.taxonomy.vocabulary import written_words

KEPT = 1 << 14  # distinct groups of words of damaged papers
LONGEST, LONGEST_PIECE = 60, 24  # letters of words that are cut anew, and of one that comes of it
SHORTEST_PIECE = 4  # letters; shorter ones are those of the list
SHORTEST_LEMMA = 5
CERTAIN = 6  # letters of a word that proves that spaces went astray
EVIDENCE, DOUBTFUL = 2.0, 0.4  # different places; what counts a place that may be a prefix
SHARE = 1 / 150  # of the words; a paper of a hundred pages has some strange compounds
# What it costs to read a word: one that every paper has, a known one, one of four letters, a short one, an unknown one;
# a short one that may be a part of its neighbour ("narodne"), so that this must be usual; a space that moves.
USUAL, KNOWN, FOUR, SHORT, UNKNOWN = 0.8, 1.0, 1.3, 1.4, 5.0
AMBIGUOUS, MOVED = 2.6, 0.5
GAIN = 1.0
_WORD = re.compile(r"(?<![\w@./-])[^\W\d_]{1,40}(?![\w@/]|[.-][a-z])")
# A letter alone that is no word of Slovene; a capital letter inside a word.
_ASTRAY = re.compile(r"[b-gjl-nprtčšž]|[a-zčšž]+[A-ZČŠŽ][a-zčšž]+")
_SIGNS = ".,;:!?()[]\"'„“”»«’…"
_DENIAL = re.compile(r"\bn[ei]", re.IGNORECASE)
_UNSEEN = 99.0


def is_astray(word: str) -> bool:
    """Whether something between two spaces may have lost a letter to its neighbour, or be two words.

    >>> is_astray("e"), is_astray("tObčine"), is_astray("seznanils"), is_astray("napodročju")
    (True, True, True, True)
    >>> is_astray("v"), is_astray("Občine"), is_astray("podnačrt"), is_astray("občini")
    (False, False, False, False)
    """
    if _ASTRAY.fullmatch(word):
        return True
    bare = word.lower().strip(_SIGNS)
    if len(bare) <= CERTAIN or bare in forms():
        return False
    return any(len(rest) >= CERTAIN and rest in forms() for rest in (bare[1:], bare[2:], bare[:-1], bare[:-2])) and (
        not is_known(bare)
    )


def spaces_astray(text: str) -> bool:
    """Whether the words of a paper show that spaces were lost, or stand elsewhere.

    >>> spaces_astray("Občinskisvet seje seznanil značrtom napodročju socialnegavarstva, inglasoval zapredlog županje.")
    True
    >>> spaces_astray("Občinski svet da nasvet o samopomoči in sporočilo.")
    False
    """
    wanted, found = max(EVIDENCE, len(text.split()) * SHARE), 0.0
    proofs: set[str] = set()
    for group in _groups(text):
        printed = " ".join(match[0] for match in group)
        cut = _cut(printed)
        if cut != printed and cut not in proofs and len(max(cut.split(), key=len)) >= SHORTEST_PIECE:
            proofs.add(cut)
            found += 1.0 if _is_certain(printed, cut) else DOUBTFUL
        if found >= wanted:
            return True
    return False


def _is_certain(printed: str, cut: str) -> bool:
    """Whether a cut is no matter of prefixes: several words out of one, two for two, a capital inside."""
    if _ASTRAY.fullmatch(printed):
        return True
    new = set(cut.lower().split()) - set(printed.lower().split())
    return any(len(word) >= CERTAIN and word in forms() for word in new) and (
        all(len(word) >= SHORTEST_PIECE for word in new) or len(new) > 2 or " " in printed
    )


def respaced(text: str) -> Iterator[Edit]:
    """The spaces of a paper whose spaces went astray, where the words tell them.

    >>> text = "se je seznanils e načrtom napodročju socialnegavarstva"
    >>> [(edit.start, edit.end, edit.replacement) for edit in respaced(text)]
    [(13, 14, 'l '), (15, 16, ''), (27, 28, 'a '), (46, 47, 'a ')]
    """
    last = 0
    for group in _groups(text):
        if group[0].start() < last:
            continue
        cut = _cut(" ".join(match[0] for match in group))
        edits = list(_edits(text, group[0].start(), group[-1].end(), cut))
        yield from edits
        last = group[-1].end() if edits else last


def _edits(text: str, start: int, end: int, cut: str) -> Iterator[Edit]:
    """A space that goes, and a letter that gets one behind it."""
    at, place = start, 0
    while at < end:
        if cut[place] == text[at]:
            at, place = at + 1, place + 1
        elif cut[place] == " ":
            yield Edit(at - 1, at, text[at - 1] + " ", "lost-space")
            place += 1
        else:
            yield Edit(at, at + 1, "", "split-word")
            at += 1


def _groups(text: str) -> Iterator[tuple[re.Match[str], ...]]:
    """Each word that is none, alone, with its neighbour behind or before, and with both."""
    words = list(_WORD.finditer(text))
    near = [text[left.end() : right.start()] == " " and _alike(left[0], right[0]) for left, right in pairwise(words)]
    for at, word in enumerate(words):
        if _is_word(word[0].lower()):
            continue
        before, behind = at > 0 and near[at - 1], at < len(near) and near[at]
        ways = [(at, at + 1), (at, at + 2) if behind else None, (at - 1, at + 1) if before else None]
        best = min(filter(None, ways), key=lambda way: _price_of(words[way[0] : way[1]]))
        yield tuple(words[best[0] : best[1]])


def _alike(left: str, right: str) -> bool:
    """Whether two words may be parts of one."""
    return right[0].islower() or (left.isupper() and right.isupper())


def _price_of(group: Iterable[re.Match[str]]) -> float:
    """What is won by cutting a group of words anew, below nought."""
    printed = " ".join(match[0] for match in group)
    return _anew(printed)[0]


def _cut(printed: str) -> str:
    return _anew(printed)[1]


@lru_cache(maxsize=KEPT)
def _anew(printed: str) -> tuple[float, str]:
    """Words as they are best cut, and what is won by that; they themselves where too little is won."""
    letters, edges, at = printed.replace(" ", ""), {0}, 0
    for word in printed.split():
        at += len(word)
        edges.add(at)
    if len(letters) > LONGEST:
        return 0.0, printed
    most = sum(_price(word, True, True) for word in printed.split()) - GAIN
    best: list[tuple[float, tuple[str, ...]]] = [(0.0, ())]
    for end in range(1, len(letters) + 1):
        near = range(max(0, end - LONGEST_PIECE), end)
        # Behind what costs too much already, no word need be looked for: nothing is cheaper than a usual one.
        ways = (_way(best, letters, start, end, edges) for start in near if best[start][0] + USUAL <= most)
        best.append(min(ways, default=(_UNSEEN, ())))
    price, words = best[-1]
    cut = " ".join(words)
    return (price - most - GAIN, cut) if price <= most and _denies_as_before(printed, cut) else (0.0, printed)


def _denies_as_before(printed: str, cut: str) -> bool:
    """Whether each word that begins with "ne" or "ni" does so still: "nesklepčno", "ni".

    >>> _denies_as_before("glasovalo nesklepčno", "glasov alone sklepčno")
    False
    """
    return len(_DENIAL.findall(printed)) <= len(_DENIAL.findall(cut))


def _way(
    best: list[tuple[float, tuple[str, ...]]], letters: str, start: int, end: int, edges: set[int]
) -> tuple[float, tuple[str, ...]]:
    """What the letters up to a place cost with a last word that begins at another one."""
    word, at_edge = letters[start:end], start in edges or end in edges
    as_printed = start in edges and end in edges and not any(start < edge < end for edge in edges)
    moved = MOVED * (sum(start < edge < end for edge in edges) + (end not in edges and not _divides(letters, end)))
    price = best[start][0] + _price(word, as_printed, at_edge) + moved
    return min(price, _UNSEEN), (*best[start][1], word)


def _divides(letters: str, at: int) -> bool:
    """Whether a capital letter behind a small one divides two words."""
    return letters[at - 1].islower() and letters[at].isupper()


def _price(printed: str, as_printed: bool, at_edge: bool) -> float:
    word = printed.lower()
    if not (printed.isupper() or printed[1:].islower() or len(printed) == 1):
        return UNKNOWN if as_printed else _UNSEEN
    if word in _short():
        return SHORT if as_printed or word in _free() else AMBIGUOUS
    if word in forms():
        return USUAL
    if word in (_names() if printed[0].isupper() else _pieces()) or (at_edge and _is_lemma(word)):
        return KNOWN if len(word) > SHORTEST_PIECE else FOUR
    return UNKNOWN if as_printed else _UNSEEN


def _is_lemma(word: str) -> bool:
    return len(word) >= SHORTEST_LEMMA and is_known(word)


def _is_word(word: str) -> bool:
    if len(word) < SHORTEST_PIECE:
        return len(word) > 1 or word in _short()
    return word in _names() or _is_lemma(word)


@cache
def _short() -> frozenset[str]:
    return listed("small_before") | listed("small_behind") | listed("small_alone")


@cache
def _free() -> frozenset[str]:
    """Short words that are no parts of others."""
    return listed("glued_before") | listed("glued_behind") | listed("small_alone")


@cache
def _pieces() -> frozenset[str]:
    """All words of the taxonomy that are written small, and the forms of those that every paper has."""
    words = (*filter(str.islower, written_words()), *forms(), *good(), *listed("whole"))
    return frozenset(word for word in words if len(word) >= SHORTEST_PIECE)


@cache
def _names() -> frozenset[str]:
    """The same and names, in small letters."""
    words = (*map(str.lower, written_words()), *name_words())
    return _pieces() | frozenset(word for word in words if len(word) >= SHORTEST_PIECE)
