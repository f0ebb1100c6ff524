"""The words of a page; only the first and the last letter of each are asked for.

Asking for each glyph costs 5 microseconds, 12 milliseconds a page. Words are enough for lines, columns and cells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, islice, pairwise
from operator import gt, lt, sub
from typing import Any

from rinsearch.extract.pdf.asking import Edges, baselines_of, boxes_of, objects_of
from rinsearch.extract.pdf.fonts import Style, styles_of
from rinsearch.extract.pdf.glyphs import CARONS, HYPHEN_MARKS
from rinsearch.extract.pdf.turn import Turn

LOWEST = 0.98  # of the size: boxes of fonts that tell their heights are higher
ASCENT, DESCENT = 0.9, 0.25  # of the size: of usual fonts
OFF_LINE = 0.35  # of the size: ink reaches as far below its line, or ends as far above

_GAP = re.compile(r"(\s+)")
# A hyphen at the end of a line is a mark of PDFium, and no line break follows it.
_GAP_OR_MARK = re.compile("(\\s+|(?<=[\u0002\ufffe]))")
MARKS = tuple(map(chr, HYPHEN_MARKS))
PAIRS = ("aa", "ee", "ii", "oo", "uu", "rr", "AA", "EE", "II", "OO", "UU", "RR")  # quicker to look for
_DOUBLED = re.compile(r"([^\W\d_])\1([^\W\d_])\2([^\W\d_])\3")  # SSkklleepp: each glyph printed twice
DOUBLED_LENGTH = 6  # characters that this expression takes


@dataclass(slots=True)
class Words:
    """The words of a page in the order of the file: text, place of the first character, edges and style of each.

    ``fresh`` are those that begin a line, ``cut`` those that must begin a piece.
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
    around = ((max(at - DOUBLED_LENGTH, 0), at + DOUBLED_LENGTH) for at in _pairs_in(text))
    return not any(_DOUBLED.search(text, start, end) for start, end in around)


def _pairs_in(text: str) -> Iterator[int]:
    for pair in PAIRS:
        at = text.find(pair)
        while at >= 0:
            yield at
            at = text.find(pair, at + 1)


def words_of(page: Any, text: str, turn: Turn) -> Words:
    """The words of a page, their edges in points from the top left corner."""
    texts, places, fresh = _told_apart(text)
    firsts, lasts = places[0::2], [end - 1 for end in places[1::2]]
    styles = _styles(page, firsts, fresh, turn)
    head, tail = boxes_of(page, firsts, turn), boxes_of(page, lasts, turn)
    lefts, tops, rights, bottoms = map(list, (head[0], head[1], tail[2], head[3]))
    words = Words(texts, firsts, lefts, tops, rights, bottoms, styles, fresh)
    _turned(words, tail)
    _evened(words, page, turn)
    return words


def _told_apart(text: str) -> tuple[list[str], list[int], list[int]]:
    """The words, the places where each begins and ends, and the numbers of those that begin a line.

    >>> _told_apart(" Na seji\\r\\nje")
    (['Na', 'seji', 'je'], [1, 3, 4, 8, 10, 12], [0, 2])
    """
    bare = text.strip()
    if not bare:
        return [], [], []
    marked = any(mark in bare for mark in MARKS)
    parts = (_GAP_OR_MARK if marked else _GAP).split(bare)
    if not parts[-1]:  # a mark is the last character
        del parts[-2:]
    ends = list(accumulate(map(len, parts), initial=len(text) - len(text.lstrip())))
    fresh = [0, *(at for at, gap in enumerate(parts[1::2], 1) if "\n" in gap)]
    texts = parts[0::2]
    return [word.translate(HYPHEN_MARKS) for word in texts] if marked else texts, ends, fresh


def _styles(page: Any, firsts: Sequence[int], fresh: Sequence[int], turn: Turn) -> list[Style]:
    """The style of each word, asked once for a line where one text object printed it."""
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
    return styles


def _turned(words: Words, tail: Sequence[Sequence[float]]) -> None:
    """A tilted word begins below or above its end."""
    if all(style.upright for style in set(words.styles)) and not any(map(gt, words.lefts, words.rights)):
        return
    for at, style in enumerate(words.styles):
        if not style.upright or words.rights[at] < words.lefts[at]:
            words.tops[at] = min(words.tops[at], tail[1][at])
            words.bottoms[at] = max(words.bottoms[at], tail[3][at])
            sides = words.lefts[at], words.rights[at], tail[0][at]
            words.lefts[at], words.rights[at] = min(sides), max(sides)


def _evened(words: Words, page: Any, turn: Turn) -> None:
    """Where a font does not tell its heights, PDFium gives those of the letters' ink: "z" is lower than "t".

    The line that letters stand on is asked for once, and again for words that do not seem to stand on it.
    """
    least = [LOWEST * style.size for style in words.styles]
    low = list(map(lt, map(sub, words.bottoms, words.tops), least))
    if not any(low):
        return
    for start, end in words.lines():
        if any(low[at] and words.styles[at].upright for at in range(start, end)):
            _even(words, (start, end), page, turn)


def _even(words: Words, line: tuple[int, int], page: Any, turn: Turn) -> None:
    known: dict[Style, float] = {}
    for at in range(*line):
        style = words.styles[at]
        if not style.upright:
            continue
        if style not in known or abs(words.bottoms[at] - known[style]) > OFF_LINE * style.size:
            known[style] = baselines_of(page, words.starts[at : at + 1], turn)[0]
        words.tops[at] = known[style] - ASCENT * style.size
        words.bottoms[at] = known[style] + DESCENT * style.size
