"""The words of a page; only the first and the last letter of each are asked for.

Asking for each glyph costs 5 microseconds, 12 milliseconds a page. Words are enough for lines, columns and cells.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, compress, count, islice, pairwise, repeat
from operator import add, gt, lt, sub

from rinsearch.extract.pdf.asking import Argument, Edges, baseline_of, boxes_of, objects_of, rights_of
from rinsearch.extract.pdf.fonts import Style, styles_of
from rinsearch.extract.pdf.glyphs import CARONS
from rinsearch.extract.pdf.turn import Turn

LOWEST = 0.98  # of the size: boxes of fonts that tell their heights are higher
ASCENT, DESCENT = 0.9, 0.25  # of the size: of usual fonts
OFF_LINE = 0.35  # of the size: ink reaches as far below its line, or ends as far above

BREAK = "\r\n"  # so PDFium ends a line
# A hyphen at the end of a line is a mark of PDFium: a word ends with it, and no line break follows.
LINE_HYPHEN, OTHER_LINE_HYPHEN, SOFT_HYPHEN = "\u0002", "\ufffe", "\u00ad"
_SPACE = re.compile(r"\s")
PAIRS = ("aa", "ee", "ii", "oo", "uu", "rr", "AA", "EE", "II", "OO", "UU", "RR")  # quicker to look for
_DOUBLED = re.compile(r"([^\W\d_])\1([^\W\d_])\2([^\W\d_])\3")  # SSkklleepp: each glyph printed twice
DOUBLED_LENGTH = 6  # characters that this expression takes


@dataclass(slots=True)
class Words:
    """The words of a page in the order of the file: text, place of the first character, edges and style of each.

    ``fresh`` are those that begin a line, ``cut`` those that must begin a piece, ``kinds`` all styles that there are.
    """

    texts: list[str]
    starts: list[int]
    lefts: list[float]
    tops: list[float]
    rights: list[float]
    bottoms: list[float]
    styles: list[Style]
    fresh: list[int]
    cut: set[int] = field(default_factory=set)
    kinds: frozenset[Style] = frozenset()

    @property
    def tilted(self) -> bool:
        """Whether there are tilted words."""
        return not all(style.upright for style in self.kinds)

    def lines(self) -> Iterator[tuple[int, int]]:
        """From where to where each line reaches."""
        return pairwise([*self.fresh, len(self.texts)])

    def box(self, at: int) -> Edges:
        """The edges of a word."""
        return self.lefts[at], self.tops[at], self.rights[at], self.bottoms[at]


def is_plain(text: str) -> bool:
    """Whether no glyph needs a look of its own: no accents apart, no letters printed twice.

    >>> is_plain("Odsek"), is_plain("SSkklleepp"), is_plain("naˇcrt")
    (True, False, False)
    """
    if any(mark in text for mark in CARONS):
        return False
    if not _may_be_doubled(text):
        return True
    around = ((max(at - DOUBLED_LENGTH, 0), at + DOUBLED_LENGTH) for at in _pairs_in(text))
    return not any(_DOUBLED.search(text, start, end) for start, end in around)


def _may_be_doubled(text: str) -> bool:
    """Whether there are three pairs in a row: all characters against the next ones at once, each a byte of a number.

    >>> _may_be_doubled("SSkklleepp"), _may_be_doubled("Kooperacija v zoologiji")
    (True, False)
    """
    signs = text.encode("ascii", "replace")
    number = int.from_bytes(signs, "little")
    changes = number ^ (number >> 8)
    return b"\0" in (changes | changes >> 16 | changes >> 32).to_bytes(len(signs), "little")


def _pairs_in(text: str) -> Iterator[int]:
    for pair in PAIRS:
        at = text.find(pair)
        while at >= 0:
            yield at
            at = text.find(pair, at + 1)


def words_of(page: Argument, text: str, turn: Turn) -> Words:
    """The words of a page, their edges in points from the top left corner."""
    texts, firsts, lasts, fresh = _told_apart(text)
    styles, kinds = _styles(page, firsts, fresh, turn)
    lefts, tops, _, bottoms = map(list, boxes_of(page, firsts, turn))
    words = Words(texts, firsts, lefts, tops, rights_of(page, lasts, turn), bottoms, styles, fresh, kinds=kinds)
    if words.tilted or any(map(gt, words.lefts, words.rights)):
        _turn(words, boxes_of(page, lasts, turn))
    _evened(words, page, turn)
    return words


def _told_apart(text: str) -> tuple[list[str], list[int], list[int], list[int]]:
    """The words, the places where each begins and of its last character, and the numbers of those that begin a line.

    >>> _told_apart(" Na seji\\r\\nje pre\\u0002dlog")
    (['Na', 'seji', 'je', 'pre-', 'dlog'], [1, 4, 10, 13, 17], [2, 7, 11, 16, 20], [0, 2])
    """
    texts: list[str] = []
    firsts: list[int] = []
    lasts: list[int] = []
    at = 0
    for part in _parts(text):
        words = part.split(" ")
        ends = list(accumulate(map(len, words), initial=at))  # of so many letters, the spaces between not counted
        texts += filter(None, words)
        firsts += compress(map(add, ends, count()), words)
        lasts += compress(map(add, ends[1:], count(-1)), words)
        at += len(part)
    breaks = map(add, accumulate(map(len, text.split("\n"))), count())
    fresh = dict.fromkeys([0, *map(bisect_left, repeat(firsts), breaks)])
    return texts, firsts, lasts, [number for number in fresh if number < len(firsts)]


def _parts(text: str) -> Iterator[str]:
    """The text with single spaces for white space, cut behind the hyphens at the ends of lines."""
    spaced = text.replace(BREAK, "  ").replace(SOFT_HYPHEN, "-").replace(OTHER_LINE_HYPHEN, LINE_HYPHEN)
    if not spaced.replace(LINE_HYPHEN, "-").isprintable():
        spaced = _SPACE.sub(" ", spaced)
    *cut, last = spaced.split(LINE_HYPHEN)
    yield from (each + "-" for each in cut)
    yield last


def _styles(
    page: Argument, firsts: Sequence[int], fresh: Sequence[int], turn: Turn
) -> tuple[list[Style], frozenset[Style]]:
    """The style of each word, asked once for a line where one text object printed it; and all the styles."""
    bounds = list(pairwise([*fresh, len(firsts)]))
    heads = objects_of(page, [firsts[start] for start, _ in bounds])
    tails = objects_of(page, [firsts[end - 1] for _, end in bounds])
    lines = list(zip(bounds, heads, tails, strict=True))
    mixed = [first for (start, end), head, tail in lines if head != tail for first in firsts[start:end]]
    asked = objects_of(page, mixed)
    places = dict(zip(asked, mixed, strict=True)) | {head: firsts[start] for (start, _), head, tail in lines}
    known, each = styles_of(page, places, turn), iter(asked)
    styles: list[Style] = []
    for (start, end), head, tail in lines:
        count = end - start
        styles += [known[head]] * count if head == tail else [known[item] for item in islice(each, count)]
    return styles, frozenset(known.values())


def _turn(words: Words, tail: Sequence[Sequence[float]]) -> None:
    """A tilted word begins below or above its end; ``tail`` are the edges of its last character."""
    for at, style in enumerate(words.styles):
        if not style.upright or words.rights[at] < words.lefts[at]:
            words.tops[at] = min(words.tops[at], tail[1][at])
            words.bottoms[at] = max(words.bottoms[at], tail[3][at])
            sides = words.lefts[at], words.rights[at], tail[0][at]
            words.lefts[at], words.rights[at] = min(sides), max(sides)


def _evened(words: Words, page: Argument, turn: Turn) -> None:
    """Where a font does not tell its heights, PDFium gives those of the letters' ink: "z" is lower than "t".

    The line that letters stand on is asked for once, and again for words that do not seem to stand on it.
    """
    heights = list(map(sub, words.bottoms, words.tops))
    if not heights or min(heights) >= LOWEST * max(style.size for style in words.kinds):
        return
    least = [LOWEST * style.size for style in words.styles]
    low = [at for at in compress(count(), map(lt, heights, least)) if words.styles[at].upright]
    for start, end in words.lines() if low else ():
        if bisect_left(low, start) < bisect_left(low, end):
            _even(words, (start, end), page, turn)


def _even(words: Words, line: tuple[int, int], page: Argument, turn: Turn) -> None:
    known: dict[Style, float] = {}
    for at in range(*line):
        style = words.styles[at]
        if not style.upright:
            continue
        if style not in known or abs(words.bottoms[at] - known[style]) > OFF_LINE * style.size:
            known[style] = baseline_of(page, words.starts[at], turn)
        words.tops[at] = known[style] - ASCENT * style.size
        words.bottoms[at] = known[style] + DESCENT * style.size
