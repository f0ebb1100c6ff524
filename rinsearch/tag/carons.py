"""Papers typed wholly without carons ("obcina Semic"): seen by the paper as a whole, and read as if they had them.

Each letter keeps its place, so that what is found in the restored text is quoted from the text as it was typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from rinsearch.carons import reading
from rinsearch.taxonomy.phrases import phrase

LETTERS = 200  # of carefully typed Slovene, 3.2 in 100 have a caron: none in 200 happens once in 600 papers
SHARE = 1 / 300  # of the letters; a letterhead may be typed with care above a text that is not
FUNCTION_SHARE = 1 / 25  # of the words, so that a paper in another language is left alone; Slovene has one in seven
WORD = re.compile(r"[^\W\d_]{3,24}")
CARONS = frozenset("čšžČŠŽ")
UPPER = str.maketrans("čšž", "ČŠŽ")
KEPT = 1 << 15


def lacks_carons(texts: Iterable[str]) -> bool:
    """Whether the texts of one paper together show that it was typed without carons."""
    text = " ".join(texts)
    letters = sum(map(str.isalpha, text))
    carons = sum(text.count(each) for each in CARONS)
    if letters < LETTERS or carons > letters * SHARE:
        return False
    return len(phrase("function-word").findall(text)) > len(text.split()) * FUNCTION_SHARE


def restore(text: str) -> str:
    """The text with carons on the words that the taxonomy knows; of the same length.

    >>> restore("Obcinski svet Obcine Zuzemberk: zrtve nasilja, OSEBE S TEZAVAMI V DUSEVNEM ZDRAVJU")
    'Občinski svet Občine Žužemberk: žrtve nasilja, OSEBE S TEŽAVAMI V DUŠEVNEM ZDRAVJU'
    """
    return WORD.sub(lambda match: _restored(match[0]), text)


@lru_cache(maxsize=KEPT)
def _restored(word: str) -> str:
    lower = word.lower()
    found = reading(lower)
    if found is None or len(lower) != len(word):
        return word
    return "".join(
        old if new == small else new.translate(UPPER) if old.isupper() else new
        for old, small, new in zip(word, lower, found, strict=True)
    )
