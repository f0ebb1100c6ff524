"""Words of a picture to lines: their sizes, and their places as if the page lay straight."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from statistics import median

from rinsearch.extract.ocr.words import Word, confidence
from rinsearch.records import Box

GAP = 1.3  # of the size: a wider gap separates columns or cells, as it does in a text layer
WIDE = "   "  # stands for such a gap inside a line
# Heights as shares of the font's size, usual for the fonts of office papers (Liberation, Arial, Times, Calibri).
SMALL_LETTER = 0.52
TALL_LETTER = 0.70
ACCENTED = 0.90  # a capital letter with its caron
BELOW = 0.20
TALL = frozenset("bdfhklčšžćđ0123456789")
DEEP = frozenset("gjpqy")
SAME_SIZE = 0.15  # lines whose sizes differ by less from the page's usual one have that one: measuring is no finer
LONG = 0.35  # of the picture's width: lines long enough to show how the page is tilted
STAMPED = 60.0  # confidence: those of the stamps in corpus/ have 32 to 52, their lines of text 90 and more
MOST_TILT = 0.1  # slope; tesseract reads nothing that is tilted further


@dataclass(frozen=True, slots=True)
class ScanLine:
    """A line: ``place`` is its box in the picture, ``box`` where it would be on a straight page; all in pixels.

    ``stamp``: print of another size that was hardly recognised, as stamps are.
    """

    text: str
    place: Box
    box: Box
    size: float
    stamp: bool = False


@dataclass(frozen=True, slots=True)
class Tilt:
    """How a page lies, in pixels: lines fall by ``slope`` to the right; ``size`` is the usual one of its print."""

    slope: float
    centre: float
    size: float

    def drop(self, x: float) -> float:
        """By how much a line has fallen there."""
        return self.slope * (x - self.centre)


def tilt_of(words: Sequence[Word], width: int) -> Tilt:
    """How a page of this width lies, by its words."""
    groups = _groups(words)
    return Tilt(_slope(groups, width), width / 2, _usual(groups, map(_size, groups)))


def lines_of(words: Sequence[Word], width: int, height: int) -> list[ScanLine]:
    """The lines in tesseract's order, which takes columns one after the other."""
    groups = _groups(words)
    slope = _slope(groups, width)
    sizes = [_size(group) for group in groups]
    usual = _usual(groups, sizes)
    centre = (width / 2, height / 2)
    sizes = [usual if abs(size - usual) <= SAME_SIZE * usual else size for size in sizes]
    lines = (_line(group, size, slope, centre) for group, size in zip(groups, sizes, strict=True))
    return [
        replace(line, stamp=line.size != usual and confidence(group) < STAMPED)
        for line, group in zip(lines, groups, strict=True)
    ]


def _groups(words: Iterable[Word]) -> list[list[Word]]:
    return [list(group) for _, group in groupby(words, key=lambda word: word.line)]


def _line(words: Sequence[Word], size: float, slope: float, centre: tuple[float, float]) -> ScanLine:
    place = Box(
        min(word.left for word in words),
        min(word.top for word in words),
        max(word.right for word in words),
        max(word.bottom for word in words),
    )
    base = median(_base(word) - slope * ((word.left + word.right) / 2 - centre[0]) for word in words)
    shift = slope * (base - centre[1])
    box = Box(place.left + shift, base - TALL_LETTER * size, place.right + shift, base + BELOW * size)
    return ScanLine(_text(words, size), place, box, size)


def _text(words: Sequence[Word], size: float) -> str:
    text = words[0].text
    for last, word in pairwise(words):
        text += (WIDE if word.left - last.right > GAP * size else " ") + word.text
    return text


def _slope(groups: Iterable[Sequence[Word]], width: int) -> float:
    """How much the lines fall from left to right, by their first and last words; 0 where no line is long enough."""
    found = [
        (_base(words[-1]) - _base(words[0])) / (words[-1].left - words[0].left)
        for words in groups
        if words[-1].left - words[0].left > LONG * width
    ]
    slope = median(found) if found else 0.0
    return slope if abs(slope) < MOST_TILT else 0.0


def _base(word: Word) -> float:
    """The height on which the letters stand, in pixels from the top."""
    above, below = _reach(word.text)
    return word.bottom - (word.bottom - word.top) * below / (above + below)


def _size(words: Iterable[Word]) -> float:
    """The font's size in pixels, by what the letters of each word reach."""
    return median((word.bottom - word.top) / sum(_reach(word.text)) for word in words)


def _reach(text: str) -> tuple[float, float]:
    """How far a word reaches above and below its base line, as shares of the font's size.

    >>> _reach("sme"), _reach("Svet"), _reach("potrdi"), _reach("Številka")
    ((0.52, 0.0), (0.7, 0.0), (0.7, 0.2), (0.9, 0.0))
    """
    deep = BELOW if any(letter in DEEP for letter in text) else 0.0
    if any(letter.isupper() and not letter.isascii() for letter in text):
        return ACCENTED, deep
    tall = any(letter in TALL or letter.isupper() for letter in text)
    return TALL_LETTER if tall else SMALL_LETTER, deep


def _usual(groups: Iterable[Sequence[Word]], sizes: Iterable[float]) -> float:
    """The median size of all words."""
    known = [size for group, size in zip(groups, sizes, strict=True) for _ in group]
    return median(known) if known else 0.0
