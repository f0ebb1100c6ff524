"""The words of a page, and the pieces of lines that they make; only the first and the last letter are asked for.

Asking for each glyph costs 5 microseconds, 12 milliseconds a page. Words are enough for lines, columns and cells.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise
from typing import Any

from rinsearch.extract.pdf.asking import Edges, boxes_of, objects_of
from rinsearch.extract.pdf.fonts import Fonts, Style
from rinsearch.extract.pdf.glyphs import CARONS, DOUBLED, HYPHEN_MARKS, Stroke
from rinsearch.extract.pdf.lines import BACK, BOLD_SHARE, GAP, OVERLAP, Piece
from rinsearch.extract.pdf.turn import Turn
from rinsearch.records import Box

MARKED = frozenset(map(chr, HYPHEN_MARKS))
INSIDE = 1.0  # points that a word reaches over a rule on both sides, if it stands in two cells

# A hyphen at the end of a line is a mark of PDFium, and no line break follows it.
_WORD = re.compile(r"[^\s\u0002\ufffe]+[\u0002\ufffe]?|[\u0002\ufffe]")
_DOUBLED = re.compile(r"([^\W\d_])\1([^\W\d_])\2([^\W\d_])\3")  # SSkklleepp: each glyph printed twice


@dataclass(slots=True)
class Words:
    """The words of a page in the order of the file, and where each starts among its characters.

    ``fresh`` are those that begin a line, ``cut`` those that must begin a piece.
    """

    texts: list[str]
    starts: list[int]
    boxes: list[Edges]
    styles: list[Style]
    fresh: list[int]
    cut: set[int] = field(default_factory=set)

    def lines(self) -> Iterator[tuple[int, int]]:
        """From where to where each line reaches."""
        return pairwise([*self.fresh, len(self.texts)])


def is_plain(text: str) -> bool:
    """Whether no glyph needs a look of its own: no accents apart, no letters printed twice.

    >>> is_plain("Odsek"), is_plain("SSkklleepp"), is_plain("naˇcrt")
    (True, False, False)
    """
    return not any(mark in text for mark in CARONS) and not _DOUBLED.search(text)


def words_of(page: Any, text: str, turn: Turn) -> Words:
    """The words of a page, their boxes in points from the top left corner."""
    spans = [match.span() for match in _WORD.finditer(text)]
    firsts = [start for start, _ in spans]
    heads, tails = boxes_of(page, firsts, turn), boxes_of(page, [end - 1 for _, end in spans], turn)
    boxes = [_around(head, tail) for head, tail in zip(heads, tails, strict=True)]
    breaks = [bisect_left(firsts, match.end()) for match in re.finditer("\n", text)]
    fresh = sorted({0, *breaks} - {len(firsts)}) if firsts else []
    styles = _styles(page, firsts, fresh, turn)
    plain = text.translate(HYPHEN_MARKS) if not MARKED.isdisjoint(text) else text
    return Words([plain[start:end] for start, end in spans], firsts, boxes, styles, fresh)


def _around(head: Edges, tail: Edges) -> Edges:
    return min(head[0], tail[0]), min(head[1], tail[1]), max(head[2], tail[2]), max(head[3], tail[3])


def _styles(page: Any, firsts: Sequence[int], fresh: Sequence[int], turn: Turn) -> list[Style]:
    """The style of each word, asked once for a line where one text object printed it."""
    fonts = Fonts(page, turn)
    bounds = list(pairwise([*fresh, len(firsts)]))
    heads = objects_of(page, [firsts[start] for start, _ in bounds])
    tails = objects_of(page, [firsts[end - 1] for _, end in bounds])
    styles: list[Style] = []
    for (start, end), head, tail in zip(bounds, heads, tails, strict=True):
        if head and head == tail:
            styles += [fonts.style(firsts[start], head)] * (end - start)
            continue
        places = firsts[start:end]
        styles += map(fonts.style, places, objects_of(page, places))
    return styles


def divided(words: Words, page: tuple[Any, Turn], strokes: Sequence[Stroke]) -> Words:
    """The same words, those that stand on both sides of a standing rule cut in two: PDFium saw no space there."""
    standing = sorted((stroke.left, stroke.top, stroke.bottom) for stroke in strokes if not stroke.horizontal)
    made = Words([], [], [], [], [])
    fresh = set(words.fresh)
    for at, (text, start, box) in enumerate(zip(words.texts, words.starts, words.boxes, strict=True)):
        if at in fresh:
            made.fresh.append(len(made.texts))
        elif _crossing(_between(words.boxes[at - 1], box), standing) is not None:
            made.cut.add(len(made.texts))
        cut = _crossing(box, standing)
        head = _letters_before(cut, (start, len(text)), page) if cut is not None else 0
        parts = [(text, start, box)]
        if cut is not None and 0 < head < len(text):
            parts = [(text[:head], start, (*box[:2], cut, box[3])), (text[head:], start + head, (cut, *box[1:]))]
            made.cut.add(len(made.texts) + 1)
        for part in parts:
            made.texts.append(part[0])
            made.starts.append(part[1])
            made.boxes.append(part[2])
            made.styles.append(words.styles[at])
    return made


def _between(first: Edges, second: Edges) -> Edges:
    """The gap between two words, a little wider: the boxes of letters may touch a rule."""
    return first[2] - 2 * INSIDE, second[1], second[0] + 2 * INSIDE, second[3]


def _crossing(box: Edges, standing: Sequence[tuple[float, float, float]]) -> float | None:
    """Where a standing rule goes through a box."""
    low = bisect_right(standing, (box[0] + INSIDE,))
    high = bisect_left(standing, (box[2] - INSIDE,))
    middle = (box[1] + box[3]) / 2
    return next((x for x, top, bottom in standing[low:high] if top <= middle <= bottom), None)


def _letters_before(cut: float, place: tuple[int, int], page: tuple[Any, Turn]) -> int:
    """How many letters of a word stand to the left of a rule."""
    start, length = place
    boxes = boxes_of(page[0], range(start, start + length), page[1])
    return sum((box[0] + box[2]) / 2 < cut for box in boxes)


def pieces_of_words(words: Words) -> tuple[list[Piece], list[Piece]]:
    """The pieces of lines, and those whose text is tilted."""
    upright: list[Piece] = []
    tilted: list[Piece] = []
    for start, end in words.lines():
        if all(style.upright for style in words.styles[start:end]):
            upright += [_piece(words, first, last) for first, last in _runs(words, start, end)]
            continue
        for plain, run in groupby(range(start, end), lambda at: words.styles[at].upright):
            places = list(run)
            (upright if plain else tilted).append(_piece(words, places[0], places[-1] + 1))
    return upright, tilted


def _runs(words: Words, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where the words of a line follow one another without a wide gap or a jump."""
    last = words.boxes[start]
    begin = start
    for at in range(start + 1, end):
        box = words.boxes[at]
        height = max(min(box[3] - box[1], last[3] - last[1]), 1.0)
        level = min(box[3], last[3]) - max(box[1], last[1]) >= OVERLAP * height
        if not level or not -BACK * height <= box[0] - last[2] <= GAP * height or at in words.cut:
            yield begin, at
            begin = at
        last = box
    yield begin, end


def _piece(words: Words, start: int, end: int) -> Piece:
    texts, boxes, styles = words.texts[start:end], words.boxes[start:end], words.styles[start:end]
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    box = Box(min(lefts), min(tops), max(rights), max(bottoms))
    first, last = styles[0], styles[-1]
    if all(style is first for style in styles):
        bold, size = first.bold, first.size
    else:
        weights = [len(text) for text in texts]
        bold = sum(w for w, s in zip(weights, styles, strict=True) if s.bold) >= BOLD_SHARE * sum(weights)
        size = sorted(s.size for w, s in zip(weights, styles, strict=True) for _ in range(w))[sum(weights) // 2]
    return Piece(" ".join(texts), box, bold, size, ends=(first.bold, last.bold), edges=(lefts, rights))


def is_double(first: Piece, second: Piece) -> bool:
    """Whether a piece was printed a second time, a little shifted, to look bold."""
    if first.text != second.text:
        return False
    reach = DOUBLED * max(first.height, 0.5)
    return abs(first.box.left - second.box.left) < reach and abs(first.box.top - second.box.top) < reach
