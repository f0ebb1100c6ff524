"""The words of a page, and the pieces of lines that they make; only the first and the last letter are asked for.

Asking for each glyph costs 5 microseconds, 12 milliseconds a page. Words are enough for lines, columns and cells.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise
from operator import sub
from typing import Any

from rinsearch.extract.pdf.asking import Edges, baselines_of, boxes_of, objects_of
from rinsearch.extract.pdf.fonts import Style, styles_of
from rinsearch.extract.pdf.glyphs import CARONS, DOUBLED, HYPHEN_MARKS, Stroke
from rinsearch.extract.pdf.lines import BACK, BOLD_SHARE, GAP, OVERLAP, Piece, worded
from rinsearch.extract.pdf.turn import Turn
from rinsearch.records import Box

MARKED = frozenset(map(chr, HYPHEN_MARKS))
LOWEST = 0.98  # of the size: boxes of fonts that tell their heights are higher
ASCENT, DESCENT = 0.9, 0.25  # of the size: of usual fonts
OFF_LINE = 0.35  # of the size: ink reaches as far below its line, or ends as far above
INSIDE = 1.0  # points that a word reaches over a rule on both sides, if it stands in two cells

# A hyphen at the end of a line is a mark of PDFium, and no line break follows it.
_WORD = re.compile(r"[^\s\u0002\ufffe]+[\u0002\ufffe]?|[\u0002\ufffe]")
_BREAK = re.compile("\n")
PAIRS = ("aa", "ee", "ii", "oo", "uu", "rr", "AA", "EE", "II", "OO", "UU", "RR")  # quicker to look for
_DOUBLED = re.compile(r"([^\W\d_])\1([^\W\d_])\2([^\W\d_])\3")  # SSkklleepp: each glyph printed twice

Rule = tuple[float, float, float]  # a standing one: its place, its top and its foot


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
    return not (any(pair in text for pair in PAIRS) and _DOUBLED.search(text))


def words_of(page: Any, text: str, turn: Turn) -> Words:
    """The words of a page, their edges in points from the top left corner."""
    spans = [match.span() for match in _WORD.finditer(text)]
    firsts = [start for start, _ in spans]
    head = boxes_of(page, firsts, turn)
    tail = boxes_of(page, [end - 1 for _, end in spans], turn)
    breaks = [bisect_left(firsts, match.end()) for match in _BREAK.finditer(text)]
    fresh = sorted({0, *breaks} - {len(firsts)}) if firsts else []
    styles = _styles(page, firsts, fresh, turn)
    plain = text.translate(HYPHEN_MARKS) if not MARKED.isdisjoint(text) else text
    texts = [plain[start:end] for start, end in spans]
    lefts, tops, rights, bottoms = map(list, (head[0], head[1], tail[2], head[3]))
    words = Words(texts, firsts, lefts, tops, rights, bottoms, styles, fresh)
    _turned(words, tail)
    _evened(words, page, turn)
    return words


def _evened(words: Words, page: Any, turn: Turn) -> None:
    """Where a font does not tell its heights, PDFium gives those of the letters' ink: "z" is lower than "t".

    The line that letters stand on is asked for once, and again for words that do not seem to stand on it.
    """
    for start, end in words.lines():
        if not any(_is_ink(words, at, words.styles[at]) for at in range(start, end)):
            continue
        known: dict[Style, float] = {}
        for at in range(start, end):
            style = words.styles[at]
            if not style.upright:
                continue
            if style not in known or abs(words.bottoms[at] - known[style]) > OFF_LINE * style.size:
                known[style] = baselines_of(page, words.starts[at : at + 1], turn)[0]
            words.tops[at] = known[style] - ASCENT * style.size
            words.bottoms[at] = known[style] + DESCENT * style.size


def _is_ink(words: Words, at: int, style: Style) -> bool:
    return style.upright and words.bottoms[at] - words.tops[at] < LOWEST * style.size


def _turned(words: Words, tail: Sequence[Sequence[float]]) -> None:
    """A tilted word begins below or above its end."""
    for at, style in enumerate(words.styles):
        if not style.upright or words.rights[at] < words.lefts[at]:
            words.tops[at] = min(words.tops[at], tail[1][at])
            words.bottoms[at] = max(words.bottoms[at], tail[3][at])
            sides = words.lefts[at], words.rights[at], tail[0][at]
            words.lefts[at], words.rights[at] = min(sides), max(sides)


def _styles(page: Any, firsts: Sequence[int], fresh: Sequence[int], turn: Turn) -> list[Style]:
    """The style of each word, asked once for a line where one text object printed it."""
    bounds = list(pairwise([*fresh, len(firsts)]))
    heads = objects_of(page, [firsts[start] for start, _ in bounds])
    tails = objects_of(page, [firsts[end - 1] for _, end in bounds])
    items: list[int] = []
    for (start, end), head, tail in zip(bounds, heads, tails, strict=True):
        items += [head] * (end - start) if head == tail else objects_of(page, firsts[start:end])
    known = styles_of(page, dict(zip(items, firsts, strict=True)), turn)
    return [known[item] for item in items]


def divided(words: Words, page: tuple[Any, Turn], strokes: Sequence[Stroke]) -> Words:
    """The same words, none of them and no piece on both sides of a standing rule, where PDFium may see no space."""
    standing = sorted((stroke.left, stroke.top, stroke.bottom) for stroke in strokes if not stroke.horizontal)
    made = Words([], [], [], [], [], [], [], [])
    for start, end in words.lines():
        made.fresh.append(len(made.texts))
        box = min(words.lefts[start:end]), min(words.tops[start:end]), max(words.rights[start:end])
        near = _near(standing, (*box, max(words.bottoms[start:end])))
        if near:
            _divide(made, words, (start, end), (page, near))
        else:
            _take_all(made, words, slice(start, end))
    return made


def _near(standing: Sequence[Rule], box: Edges) -> list[Rule]:
    """The standing rules that reach into a box."""
    low, high = bisect_left(standing, (box[0] - INSIDE,)), bisect_right(standing, (box[2] + INSIDE,))
    return [rule for rule in standing[low:high] if rule[1] <= box[3] and box[1] <= rule[2]]


def _take_all(made: Words, words: Words, part: slice) -> None:
    """Take over a line that no rule divides."""
    made.texts += words.texts[part]
    made.starts += words.starts[part]
    made.lefts += words.lefts[part]
    made.tops += words.tops[part]
    made.rights += words.rights[part]
    made.bottoms += words.bottoms[part]
    made.styles += words.styles[part]


def _divide(made: Words, words: Words, line: tuple[int, int], seen: tuple[tuple[Any, Turn], Sequence[Rule]]) -> None:
    """Take over a line, its words and the gaps between them divided where a rule stands."""
    page, standing = seen
    for at in range(*line):
        text, box = words.texts[at], words.box(at)
        if at > line[0] and _crossing(_between(words.box(at - 1), box), standing) is not None:
            made.cut.add(len(made.texts))
        cut = _crossing(box, standing)
        head = _letters_before(cut, (words.starts[at], len(text)), page) if cut is not None else 0
        if cut is None or not 0 < head < len(text):
            _take(made, words, (at, 0, len(text)), box)
            continue
        _take(made, words, (at, 0, head), (*box[:2], cut, box[3]))
        made.cut.add(len(made.texts))
        _take(made, words, (at, head, len(text)), (cut, *box[1:]))


def _take(made: Words, words: Words, part: tuple[int, int, int], box: Edges) -> None:
    """Take over a part of a word: which word, from which to which letter."""
    at, start, end = part
    made.texts.append(words.texts[at][start:end])
    made.starts.append(words.starts[at] + start)
    made.lefts.append(box[0])
    made.tops.append(box[1])
    made.rights.append(box[2])
    made.bottoms.append(box[3])
    made.styles.append(words.styles[at])


def _between(first: Edges, second: Edges) -> Edges:
    """The gap between two words, a little wider: the boxes of letters may touch a rule."""
    return first[2] - 2 * INSIDE, second[1], second[0] + 2 * INSIDE, second[3]


def _crossing(box: Edges, standing: Sequence[Rule]) -> float | None:
    """Where a standing rule goes through a box."""
    left, top, right, bottom = box
    middle = (top + bottom) / 2
    for x, upper, lower in standing:
        if x >= right - INSIDE:
            break
        if x > left + INSIDE and upper <= middle <= lower:
            return x
    return None


def _letters_before(cut: float, place: tuple[int, int], page: tuple[Any, Turn]) -> int:
    """How many letters of a word stand to the left of a rule."""
    start, length = place
    lefts, _, rights, _ = boxes_of(page[0], range(start, start + length), page[1])
    return sum((left + right) / 2 < cut for left, right in zip(lefts, rights, strict=True))


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
    if _is_whole(words, start, end):
        yield start, end
        return
    begin = start
    for at in range(start + 1, end):
        if at in words.cut or not _follows(words.box(at), words.box(at - 1)):
            yield begin, at
            begin = at
    yield begin, end


def _is_whole(words: Words, start: int, end: int) -> bool:
    """Whether a line can be seen to have no gap at a glance, as most have."""
    top, height = words.tops[start], words.bottoms[start] - words.tops[start]
    if (
        height < 1.0
        or not words.cut.isdisjoint(range(start + 1, end))
        or words.tops[start:end].count(top) < end - start
    ):
        return False
    gaps = list(map(sub, words.lefts[start + 1 : end], words.rights[start:end]))
    return not gaps or (min(gaps) >= -BACK * height and max(gaps) <= GAP * height)


def _follows(box: Edges, last: Edges) -> bool:
    height = max(min(box[3] - box[1], last[3] - last[1]), 1.0)
    level = min(box[3], last[3]) - max(box[1], last[1]) >= OVERLAP * height
    return level and -BACK * height <= box[0] - last[2] <= GAP * height


def _piece(words: Words, start: int, end: int) -> Piece:
    part = slice(start, end)
    lefts, rights = tuple(words.lefts[part]), tuple(words.rights[part])
    box = Box(min(lefts), min(words.tops[part]), max(rights), max(words.bottoms[part]))
    texts, styles = words.texts[part], words.styles[part]
    first, last = styles[0], styles[-1]
    if styles.count(first) == end - start:
        bold, size = first.bold, first.size
    else:
        bold, size = _usual(texts, styles)
    return Piece(worded(texts, lefts, rights), box, bold, size, ends=(first.bold, last.bold), edges=(lefts, rights))


def _usual(texts: Sequence[str], styles: Sequence[Style]) -> tuple[bool, float]:
    """Whether most letters are bold, and their middle size."""
    letters = [style for text, style in zip(texts, styles, strict=True) for _ in text]
    sizes = sorted(style.size for style in letters)
    return sum(style.bold for style in letters) >= BOLD_SHARE * len(letters), sizes[len(sizes) // 2]


def is_double(first: Piece, second: Piece) -> bool:
    """Whether a piece was printed a second time, a little shifted, to look bold."""
    if first.text != second.text:
        return False
    reach = DOUBLED * max(first.height, 0.5)
    return abs(first.box.left - second.box.left) < reach and abs(first.box.top - second.box.top) < reach
