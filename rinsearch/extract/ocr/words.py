"""Tesseract's table to words, without what is no word.

Signatures, coats of arms and the edges of copied pages come out as words too. What is dropped was measured on pages
with drawn-in scribbles, specks and edges, against their text: on pages that can be read it dropped half of the nonsense
and none of the words; with bounds that drop more, numbers and headings went too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

COLUMNS = 12
WORD_LEVEL = "5"
LONGEST = 200  # characters: longer ones are rules and patterns
SIGNS = 60.0  # confidence below which signs alone (bullets, dashes) are specks
SHORT = 3  # letters: scribbles come out as "ae", "MN", "kis"
SHORT_WORDS = 50.0  # confidence below which a short word in a weak line is a scribble
WEAK_LINE = 60.0  # mean confidence; lines of text stay above it on pages that can be read
HOPELESS_LINE = 25.0


@dataclass(frozen=True, slots=True)
class Word:
    """A word with its box in pixels, tesseract's confidence in it (0 to 100), and the number of its line."""

    text: str
    left: int
    top: int
    right: int
    bottom: int
    confidence: float
    line: tuple[str, str, str]


def words_of(table: str) -> list[Word]:
    """The words of tesseract's table, in its order of reading.

    >>> [word.text for word in words_of("5\\t1\\t1\\t1\\t1\\t1\\t10\\t10\\t40\\t12\\t96.5\\tSklep")]
    ['Sklep']
    """
    lines = groupby(_words(table), key=lambda word: word.line)
    return [word for _, line in lines for word in _kept(list(line))]


def _words(table: str) -> Iterator[Word]:
    for row in table.split("\n"):
        cells = row.rstrip("\r").split("\t")
        if len(cells) != COLUMNS or cells[0] != WORD_LEVEL or not cells[11].strip():
            continue
        left, top, width, height = map(int, cells[6:10])
        place = (cells[2], cells[3], cells[4])
        yield Word(cells[11].strip()[:LONGEST], left, top, left + width, top + height, float(cells[10]), place)


def _kept(line: Sequence[Word]) -> list[Word]:
    mean = confidence(line)
    return [] if mean < HOPELESS_LINE else [word for word in line if not _is_nonsense(word, mean)]


def _is_nonsense(word: Word, mean: float) -> bool:
    letters = sum(letter.isalnum() for letter in word.text)
    if not letters:
        return word.confidence < SIGNS
    doubtful = word.confidence < SHORT_WORDS and mean < WEAK_LINE
    return doubtful and letters <= SHORT and not any(letter.isdigit() for letter in word.text)


def confidence(words: Iterable[Word]) -> float:
    """The mean confidence, weighed by length; 0 where there are no words.

    >>> confidence([])
    0.0
    """
    known = [(word.confidence, len(word.text)) for word in words]
    total = sum(length for _, length in known)
    return sum(value * length for value, length in known) / total if total else 0.0
