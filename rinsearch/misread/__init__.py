"""Words of councils as scans and damaged files have them: "sociainega", "seznan jen", "Občinskisvet", "sez- nanil".

A word that is none is read as the one of the list that it looks like, if that is one alone. Good words, names and
numbers stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from rinsearch.misread.divided import heads, is_piece, joined, parted, tails
from rinsearch.misread.likeness import meant
from rinsearch.normalise import Edit, Rule

# A word with the signs and figures that a scan puts into it; no part of an address.
_TOKEN = re.compile(r"(?<![\w@./])(?<![a-z\d]-)[^\W_](?:[^\W_]|[!|§$](?=[^\W\d_]))*(?![\w@]|[.-][a-z])")
_GAP = re.compile(r"-? ")
SHORTEST = 4  # letters
KEPT = 1 << 16  # distinct words of a regional corpus

__all__ = ["misread", "put_right"]


def misread(texts: Iterable[str]) -> Rule | None:
    """The repair of a paper that shows misread words; none for a paper without any.

    >>> misread(["Svet se je seznanil z načrtom na področju socialnega varstva."]) is None
    True
    >>> misread(["Svet se je seznanil z načrtom na področju sociainega varstva."]) is put_right
    True
    """
    text = "\n".join(text.strip() for text in texts).replace("-\n", "").replace("\n", " ")
    words = set(text.lower().split()) - _clean()
    strange = {word for word in words if _is_strange(word)}
    if len(_clean()) < KEPT:
        _clean().update(words - strange)
    shown = bool(strange) and any(True for _ in put_right(text))
    return put_right if shown else None


@cache
def _clean() -> set[str]:
    """Words that were looked at and are good, with what stands around them; a paper has few that are new."""
    return set()


def _is_strange(word: str) -> bool:
    """Whether something between two spaces holds a misread word or a piece of one."""
    return any(meant(each) or parted(each) or is_piece(each) for each in _TOKEN.findall(word))


def put_right(text: str) -> Iterator[Edit]:
    """Words that are none, as they were meant.

    >>> [edit.replacement for edit in put_right("Obč1nski svet se je seznan il z Regijskirn načrtomna področju")]
    ['Občinski', 'seznanil', 'Regijskim', 'načrtom na']
    """
    before: re.Match[str] | None = None
    for match in _TOKEN.finditer(text):
        if before is not None:
            if whole := _together(text, before, match):
                yield Edit(before.start(), match.end(), whole, "split-word")
                before = None
                continue
            yield from _alone(before)
        before = match
    if before is not None:
        yield from _alone(before)


def _together(text: str, left: re.Match[str], right: re.Match[str]) -> str | None:
    """What two words are as one, with a space or the hyphen of a line end between them."""
    first, second = left[0].lower(), right[0].lower()
    if second not in tails() or first not in heads() or not _GAP.fullmatch(text, left.end(), right.start()):
        return None
    goes_on = right[0].islower() or (right[0].isupper() and left[0].isupper())
    whole = joined(first, second) if goes_on else None
    return _in_case(left[0] + right[0], whole) if whole else None


def _alone(match: re.Match[str]) -> Iterator[Edit]:
    word = match[0].lower()
    if len(word) < SHORTEST:
        return
    if found := meant(word):
        yield Edit(match.start(), match.end(), _in_case(match[0], found), "misread")
    elif two := parted(word):
        cut = len(two[0])
        yield Edit(match.start(), match.end(), f"{match[0][:cut]} {match[0][cut:]}", "lost-space")


def _in_case(printed: str, word: str) -> str:
    """The word in capitals or with a capital, as it is printed.

    >>> _in_case("ZAPlSNlK", "zapisnik"), _in_case("lzvedbeni", "izvedbeni"), _in_case("Obč1na", "občina")
    ('ZAPISNIK', 'Izvedbeni', 'Občina')
    """
    if 2 * sum(map(str.isupper, printed)) > len(printed):
        return word.upper()
    first = printed[0].isupper() or (printed[0] == "l" and word[0] == "i")
    return word.capitalize() if first else word
