"""Whether a page's text layer says what one sees on the page."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rinsearch.extract.pdf.glyphs import Glyph, Page

FEWEST_LETTERS = 12  # on a page with pictures: a page number or a stamp alone is no text layer
READABLE = 0.5  # of the characters must be letters or figures with a Unicode value
ENOUGH = 200  # letters: fewer do not show whether they are words
# Of the letters, in words of three and more: Slovene papers have 0.37 to 0.42 vowels, letters that were shuffled by a
# font without a Unicode map 0.07 to 0.32.
VOWELS = "aeiouáéíóúäöüőűâêôàèìòù"
FEWEST_VOWELS = 0.30
WITHOUT_VOWEL = 0.08  # of the words; Slovene papers have 0.005 ("vrt" has its r), shuffled ones 0.1 to 0.4
SYLLABIC = frozenset(VOWELS + "ry")

_WORD = re.compile(r"[^\W\d_]{3,}")
_WITHOUT_MAP = re.compile(r"\(cid:\d+\)")  # so pdfplumber shows glyphs of fonts without a Unicode map


def is_readable(page: Page) -> bool:
    """Whether the text layer can be used: enough characters, that mean something, and make words."""
    text = _text(page.glyphs)
    bare = _WITHOUT_MAP.sub("\ufffd", text)
    letters = sum(map(str.isalnum, bare))
    if not letters or (page.images and letters < FEWEST_LETTERS):
        return False
    signs = sum(1 for char in bare if char not in " ._-–—…")
    return letters >= READABLE * signs and _are_words(bare)


def _text(glyphs: Iterable[Glyph]) -> str:
    return "".join((" " if glyph.space or glyph.fresh else "") + glyph.text for glyph in glyphs)


def _are_words(text: str) -> bool:
    """Whether the letters make words; abbreviations in capitals do not count.

    >>> _are_words("Občinski svet se je seznanil z načrtom. " * 9), _are_words("5HJLMVNL L]YHGEHQL QDðUW VRFLD " * 20)
    (True, False)
    """
    words = [word.lower() for word in _WORD.findall(text) if len(word) > 5 or not word.isupper()]
    letters = "".join(words)
    if len(letters) < ENOUGH:
        return True
    vowels = sum(map(letters.count, VOWELS))
    mute = sum(SYLLABIC.isdisjoint(word) for word in words)
    return vowels >= FEWEST_VOWELS * len(letters) and mute <= WITHOUT_VOWEL * len(words)
