"""Repairs of single characters: look-alikes, ligatures, carons, invisible characters, dashes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from rinsearch.normalise.edits import Edit

# Letters that look alike: what a keyboard or an OCR of the other script puts into a Latin word.
LOOKS = dict(
    zip(
        "асеіјорхуАВСЕНІЈКМОРТХУαοινυΑΒΕΖΗΙΚΜΝΟΡΤΥΧ",
        "aceijopxyABCEHIJKMOPTXYaoivuABEZHIKMNOPTYX",
        strict=True,
    )
)
# Letters that sound alike: what is left when a word was half transliterated, such as "sov" + "пада".
SOUNDS = dict(
    zip(
        "абвгдежзијклмнопрстуфхцчшљњАБВГДЕЖЗИЈКЛМНОПРСТУФХЦЧШ",
        [*"abvgdežzijklmnoprstufhcčš", "lj", "nj", *"ABVGDEŽZIJKLMNOPRSTUFHCČŠ"],
        strict=True,
    )
)
LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
LIGATURES |= {"ĳ": "ij", "Ĳ": "IJ", "ǆ": "dž", "ǅ": "Dž", "Ǆ": "DŽ", "ǉ": "lj", "ǈ": "Lj", "Ǉ": "LJ"}
LIGATURES |= {"ǌ": "nj", "ǋ": "Nj", "Ǌ": "NJ"}

_FOREIGN = r"\u0370-\u03ff\u0400-\u04ff"
_FOREIGN_LETTER = re.compile(f"[{_FOREIGN}]")
_WORD = re.compile(r"[^\W\d_]+")
_LIGATURE = re.compile("[" + "".join(LIGATURES) + "]")
# A combining caron or acute, or (TeX) the spacing caron, after a letter that has such a form in Slovene or Croatian.
_LOOSE_ACCENT = re.compile(r"([CcSsZz])(?:\u030c|\u02c7)|([Cc])\u0301|\u02c7([CcSsZz])")
# Invisible: zero-width, direction and joining marks, byte order marks, and control characters but tab and newline.
_UNSEEN = r"\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\uffff"
_INVISIBLE = re.compile(f"[{_UNSEEN}]+")
_SOFT_HYPHEN = re.compile("\u00ad+(\\s*\n\\s*)?")
_HYPHEN = re.compile("[\u2010\u2011]")
# One of these stands wherever a repair of this module finds anything: the inside of a class of a regular expression.
CHARACTER_SIGNS = rf"{_FOREIGN}{''.join(LIGATURES)}{_UNSEEN}\u030c\u02c7\u0301\u00ad\u2010\u2011"


def latin_words(text: str) -> Iterator[Edit]:
    """Write a word in one script when Cyrillic or Greek letters stand among its Latin ones.

    >>> [edit.replacement for edit in latin_words("priprava načrta sov\u043f\u0430\u0434\u0430")]
    ['sovpada']
    >>> [edit.replacement for edit in latin_words("\u041e\u0431\u010dina, 5 \u03bcm, \u03b2-blokator")]
    ['Občina']

    A word that is Cyrillic or Greek throughout stays as it is:

    >>> list(latin_words("Москва, Ελλάδα"))
    []
    """
    if not _FOREIGN_LETTER.search(text):
        return
    for match in _WORD.finditer(text):
        latin = _to_latin(match[0])
        if latin is not None:
            yield Edit(match.start(), match.end(), latin, "mixed-script")


def _to_latin(word: str) -> str | None:
    foreign = _FOREIGN_LETTER.findall(word)
    if len(foreign) in (0, len(word)):
        return None
    for table in (LOOKS, SOUNDS):
        if all(char in table for char in foreign):
            return "".join(table.get(char, char) for char in word)
    return None


def ligatures(text: str) -> Iterator[Edit]:
    """Open ligatures.

    >>> [edit.replacement for edit in ligatures("ﬁnančni")]
    ['fi']
    """
    for match in _LIGATURE.finditer(text):
        yield Edit(match.start(), match.end(), LIGATURES[match[0]], "ligature")


def carons(text: str) -> Iterator[Edit]:
    """Put letter and caron together, as they are when a PDF was made by TeX or a name by a Mac.

    >>> [edit.replacement for edit in carons("obc\u030cina, sˇola, Koc\u0301evje")]
    ['č', 'š', 'ć']
    >>> [edit.replacement for edit in carons("naˇcrt, ˇze")]
    ['č', 'ž']
    """
    for match in _LOOSE_ACCENT.finditer(text):
        accent = "\u0301" if match[2] else "\u030c"
        letter = unicodedata.normalize("NFC", (match[1] or match[2] or match[3]) + accent)
        yield Edit(match.start(), match.end(), letter, "caron")


def invisible(text: str) -> Iterator[Edit]:
    """Remove characters that nobody sees; a control character may have been a space, so spaces stay around it.

    >>> [edit.start for edit in invisible("ob\u200bčina\ufeff")]
    [2, 7]
    """
    for match in _INVISIBLE.finditer(text):
        yield Edit(match.start(), match.end(), "", "invisible")


def soft_hyphens(text: str) -> Iterator[Edit]:
    """Remove soft hyphens, and the line break that they were there for.

    >>> [(edit.start, edit.end) for edit in soft_hyphens("sez\u00ad\\nnanil ob\u00adčina")]
    [(3, 5), (13, 14)]
    """
    for match in _SOFT_HYPHEN.finditer(text):
        yield Edit(match.start(), match.end(), "", "soft-hyphen")


def hyphens(text: str) -> Iterator[Edit]:
    """Write the hyphen in one way.

    >>> [edit.replacement for edit in hyphens("Mokronog\u2011Trebelno – 2017")]
    ['-']
    """
    for match in _HYPHEN.finditer(text):
        yield Edit(match.start(), match.end(), "-", "hyphen")
