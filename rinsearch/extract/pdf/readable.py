"""Whether a page's text layer says what one sees on the page."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rinsearch.extract.pdf.page import Page

FEWEST_LETTERS = 12  # on a page with pictures: a page number or a stamp alone is no text layer
READABLE = 0.5  # of the characters must be letters or figures with a Unicode value
ENOUGH = 200  # letters: fewer do not show whether they are words
LONG = 400  # characters: more than a stamp
# Of the letters, in words of three and more: Slovene papers have 0.37 to 0.42 vowels, letters that were shuffled by a
# font without a Unicode map 0.07 to 0.32.
VOWELS = "aeiouáéíóúäöüőűâêôàèìòù"
FEWEST_VOWELS = 0.30
WITHOUT_VOWEL = 0.08  # of the words; Slovene papers have 0.005 ("vrt" has its r), shuffled ones 0.1 to 0.4
SYLLABIC = frozenset(VOWELS + "ry")

NO_SIGNS = b"0123456789 \r\n"

_WORD = re.compile(r"[^\W\d_]{3,}")
_SIGNS = re.compile(r"[^\W_]+")
_BLANK = "._-–—…"
_WITHOUT_MAP = re.compile(r"\(cid:\d+\)")  # so pdfplumber shows glyphs of fonts without a Unicode map


def is_readable(page: Page) -> bool:
    """Whether the text layer can be used: enough characters, that mean something, and make words."""
    if len(page.text) >= LONG and _is_plainly_readable(page.text.lower()):
        return True
    bare = _WITHOUT_MAP.sub("\ufffd", page.text)
    letters = sum(map(len, _SIGNS.findall(bare)))
    if not letters or (page.images and letters < FEWEST_LETTERS):
        return False
    signs = sum(map(len, bare.split())) - sum(map(bare.count, _BLANK))
    return letters >= READABLE * signs and _are_words(bare)


def _is_plainly_readable(text: str) -> bool:
    """Whether the text is readable at a glance, as nearly all are: signs counted among the letters."""
    plain = text.encode("ascii", "ignore")
    vowels = len(plain) - len(plain.translate(None, b"aeiou"))
    signs = len(text) - len(plain) + len(plain.translate(None, NO_SIGNS))
    if vowels < FEWEST_VOWELS * signs or signs < READABLE * len(text):
        return False
    words = text.split()
    mute = sum(map(_is_long, filter(SYLLABIC.isdisjoint, words)))
    return not mute or mute <= WITHOUT_VOWEL * sum(map(_is_long, words))


def _is_long(word: str) -> bool:
    return len(word) > 2 and word.isalpha()


def _are_words(text: str) -> bool:
    """Whether the letters make words; abbreviations in capitals do not count.

    >>> _are_words("Občinski svet se je seznanil z načrtom. " * 9), _are_words("5HJLMVNL L]YHGEHQL QDðUW VRFLD " * 20)
    (True, False)
    """
    return _look_like_words([word.lower() for word in _WORD.findall(text) if len(word) > 5 or not word.isupper()])


def _look_like_words(words: Sequence[str]) -> bool:
    letters = "".join(words)
    if len(letters) < ENOUGH:
        return True
    mute = sum(map(SYLLABIC.isdisjoint, words))
    return sum(map(letters.count, VOWELS)) >= FEWEST_VOWELS * len(letters) and mute <= WITHOUT_VOWEL * len(words)
