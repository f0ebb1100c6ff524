"""Words of councils as scans and damaged files have them: "sociainega", "seznan jen", "Občinskisvet", "sez- nanil".

A word that is none is read as the one of the list that it looks like, if that is one alone. Good words, names and
numbers stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, partial

from rinsearch.carons import is_known
from rinsearch.misread.divided import heads, is_piece, joined, parted, tails
from rinsearch.misread.figures import has_letters, letters_in_numbers
from rinsearch.misread.likeness import meant
from rinsearch.misread.names import is_name_piece, name_joined, name_meant, name_tails, name_words, named_regions
from rinsearch.misread.signs import SEZNAM, has_signs, is_small, signs_inside, small_words
from rinsearch.misread.spacing import is_astray, respaced, spaces_astray
from rinsearch.misread.words import forms
from rinsearch.normalise import Edit, Rule, letter_spaced

# A word with the signs and figures that a scan puts into it; no part of an address.
_TOKEN = re.compile(r"(?<![\w@./])(?<![a-z\d]-)[^\W_](?:[^\W_]|[!|§$](?=[^\W\d_]))*(?![\w@]|[.-][a-z])")
_TWO = re.compile(r"([A-ZČŠŽ]?[a-zčšž]{3,20})([A-ZČŠŽ][a-zčšž]{2,20})")
_GAP = re.compile(r"-? ")
_HYPHEN = re.compile(r"(?<![\w@./-])([^\W\d_]{2,20})-([^\W\d_]{2,20})(?![\w@/-])")
SHORTEST = 4  # letters
FEWEST_APART = 2  # words in which a space is amiss, before a paper is asked whether all are
SHORTEST_WHOLE = 6  # letters of a known word that a hyphen divides
KEPT = 1 << 16  # distinct words of a regional corpus

__all__ = ["misread", "put_right"]


@dataclass(frozen=True, slots=True)
class Repairs:
    """The repairs of a paper that are made before all others, and those that are made behind them."""

    first: tuple[Rule, ...]
    last: tuple[Rule, ...]


def misread(texts: Iterable[str]) -> Repairs | None:
    """The repairs of a paper that shows misread words; none for a paper without any.

    >>> misread(["Svet se je seznanil z načrtom na področju socialnega varstva."]) is None
    True
    >>> misread(["Svet se je seznanil z načrtom na področju sociainega varstva."]) is None
    False
    """
    text = "\n".join(text.strip() for text in texts).replace("-\n", "").replace("\n", " ")
    spaced = (edit.replacement for edit in letter_spaced(text))
    words = [*text.split(), *spaced]
    strange = _strange(words)
    if not strange and SEZNAM not in text:
        return None
    rules = partial(put_right, regions=named_regions(text))
    apart = sum(map(_is_apart, strange))
    spacing = (respaced,) if apart >= FEWEST_APART and spaces_astray(text) else ()
    repairs = Repairs((signs_inside, letters_in_numbers, small_words), (inner_hyphens, *spacing, rules))
    around = " ".join(" ".join(words[max(at - 1, 0) : at + 2]) for at, word in enumerate(words) if word in strange)
    shown = SEZNAM in text or any(edit for rule in repairs.first + repairs.last for edit in rule(around))
    return repairs if shown else None


def _strange(words: Iterable[str]) -> set[str]:
    """The strange ones among what stands between spaces; good ones are remembered, so that a paper has few new ones."""
    new = set(words) - _clean()
    strange = {word for word in new if _is_strange(word)}
    if len(_clean()) < KEPT:
        _clean().update(new - strange)
    return strange


@cache
def _clean() -> set[str]:
    """Words that were looked at and are good, with what stands around them."""
    return set()


def _is_strange(word: str) -> bool:
    """Whether something between two spaces holds a misread word or a piece of one."""
    if has_signs(word) or is_small(word) or has_letters(word) or is_astray(word):
        return True
    if "-" in word and any(_whole(match[1], match[2]) for match in _HYPHEN.finditer(word)):
        return True
    return any(_is_strange_word(each) for each in _TOKEN.findall(word))


def _is_apart(word: str) -> bool:
    """Whether a space is amiss in something between two spaces, which is far sooner told than what was meant."""
    return is_astray(word) or any(is_piece(each) or parted(each) for each in map(str.lower, _TOKEN.findall(word)))


def _is_strange_word(printed: str) -> bool:
    word = printed.lower()
    if meant(word) or parted(word) or is_piece(word) or _by_capital(printed):
        return True
    return name_meant(word) is not None if printed[0].isupper() else is_name_piece(word)


def inner_hyphens(text: str) -> Iterator[Edit]:
    """The hyphen of a line end that stands inside a line now.

    >>> [edit.replacement for edit in inner_hyphens("se je sez-nanil, javno-zasebno, RIN-a, podravsko-pomurski")]
    ['seznanil']
    >>> [edit.replacement for edit in inner_hyphens("stanova-nja, socialno-varstveni, Ormož-Ljutomer")]
    ['stanovanja']
    """
    if "-" not in text:
        return
    for match in _HYPHEN.finditer(text):
        if whole := _whole(match[1], match[2]) or _known_pieces(match[1], match[2]):
            yield Edit(match.start(), match.end(), _in_case(match[1] + match[2], whole), "split-word")


def put_right(text: str, regions: frozenset[str] = frozenset()) -> Iterator[Edit]:
    """Words that are none, as they were meant; of municipalities those of these regions.

    >>> [edit.replacement for edit in put_right("Obč1nski svet se je seznan il z Regijskirn načrtomna področju")]
    ['Občinski', 'seznanil', 'Regijskim', 'načrtom na']
    """
    if not _strange(text.split()):
        return
    before: re.Match[str] | None = None
    for match in _TOKEN.finditer(text):
        if before is not None:
            if whole := _together(text, before, match):
                yield Edit(before.start(), match.end(), whole, "split-word")
                before = None
                continue
            yield from _alone(before, regions)
        before = match
    if before is not None:
        yield from _alone(before, regions)


def _together(text: str, left: re.Match[str], right: re.Match[str]) -> str | None:
    """What two words are as one, with a space or the hyphen of a line end between them."""
    if not _GAP.fullmatch(text, left.end(), right.start()):
        return None
    whole = _whole(left[0], right[0])
    if whole is None and text[left.end()] == "-":
        whole = _known_whole(left[0], right[0])
    return _in_case(left[0] + right[0], whole) if whole else None


def _whole(left: str, right: str) -> str | None:
    """What two words as they are printed are as one."""
    first, second = left.lower(), right.lower()
    if not (right == second or (right.isupper() and left.isupper())):
        return None
    if second in tails() and first in heads() and (whole := joined(first, second)):
        return whole
    return name_joined(first, second) if left[0].isupper() and second in name_tails() else None


def _known_whole(left: str, right: str) -> str | None:
    """What two pieces with a hyphen and a space between them are, if that is a known word."""
    whole = (left + right).lower()
    return whole if len(whole) >= SHORTEST_WHOLE and right.islower() and is_known(whole) else None


def _known_pieces(left: str, right: str) -> str | None:
    """The same without the space, where "socialno-varstveni" may be meant: not both are words."""
    return None if is_known(left.lower()) and is_known(right) else _known_whole(left, right)


def _alone(match: re.Match[str], regions: frozenset[str]) -> Iterator[Edit]:
    word = match[0].lower()
    if len(word) < SHORTEST:
        return
    if apart := _by_capital(match[0]):
        yield Edit(match.start(), match.end(), apart, "lost-space")
    elif found := meant(word) or (_name(match[0], regions) if match[0][0].isupper() else None):
        yield Edit(match.start(), match.end(), _in_case(match[0], found), "misread")
    elif two := parted(word):
        cut = len(two[0])
        yield Edit(match.start(), match.end(), f"{match[0][:cut]} {match[0][cut:]}", "lost-space")


def _by_capital(printed: str) -> str | None:
    """Two words that a capital letter divides: "ObčineRadeče"."""
    found = _TWO.fullmatch(printed)
    return f"{found[1]} {found[2]}" if found and found[1].lower() in forms() else None


def _name(printed: str, regions: frozenset[str]) -> str | None:
    found = name_meant(printed.lower())
    return found if found and not regions.isdisjoint(name_words()[found]) else None


def _in_case(printed: str, word: str) -> str:
    """The word in capitals or with a capital, as it is printed.

    >>> _in_case("ZAPlSNlK", "zapisnik"), _in_case("lzvedbeni", "izvedbeni"), _in_case("Obč1na", "občina")
    ('ZAPISNIK', 'Izvedbeni', 'Občina')
    """
    if 2 * sum(map(str.isupper, printed)) > len(printed):
        return word.upper()
    first = printed[0].isupper() or (printed[0] == "l" and word[0] == "i")
    return word.capitalize() if first else word
