"""Words to the pieces of lines that they make."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import compress, count, groupby, pairwise
from operator import ne, sub

from rinsearch.extract.pdf.asking import Edges
from rinsearch.extract.pdf.fonts import Style
from rinsearch.extract.pdf.glyphs import DOUBLED
from rinsearch.extract.pdf.lines import BACK, BOLD_SHARE, GAP, OVERLAP, Piece, worded
from rinsearch.extract.pdf.words import Words
from rinsearch.records import Box


def pieces_of_words(words: Words) -> tuple[list[Piece], list[Piece]]:
    """The pieces of lines, and those whose text is tilted."""
    sides = tuple(words.lefts), tuple(words.rights)
    doubtful, may_tilt = _doubtful(words), words.tilted
    upright: list[Piece] = []
    tilted: list[Piece] = []
    for start, end in words.lines():
        if may_tilt and not all(style.upright for style in words.styles[start:end]):
            for plain, run in groupby(range(start, end), lambda at: words.styles[at].upright):
                places = list(run)
                (upright if plain else tilted).append(_piece(words, places[0], places[-1] + 1, sides))
            continue
        here = doubtful[bisect_right(doubtful, start) : bisect_left(doubtful, end)]
        bounds = [start, *(_cuts(words, (start, end), here) if here else ()), end]
        upright += [_piece(words, first, last, sides) for first, last in pairwise(bounds)]
    return upright, tilted


def _doubtful(words: Words) -> list[int]:
    """The words that do not plainly follow the one before: at another height, or after a gap that may be wide.

    All words of a page are looked at together, with the lowest of them for a measure; few are left.
    """
    lowest = min(map(sub, words.bottoms, words.tops), default=0.0)
    if lowest < 1.0:
        return list(range(1, len(words.texts)))
    back, gap = -BACK * lowest, GAP * lowest
    apart = [at for at, white in enumerate(map(sub, words.lefts[1:], words.rights), 1) if not back <= white <= gap]
    return sorted({*apart, *compress(count(1), map(ne, words.tops[1:], words.tops)), *words.cut})


def _cuts(words: Words, line: tuple[int, int], doubtful: Sequence[int]) -> Iterator[int]:
    """The words of a line that come after a wide gap or a jump."""
    if not _is_whole(words, *line):
        for at in doubtful:
            if at in words.cut or not _follows(words.box(at), words.box(at - 1)):
                yield at


def _is_whole(words: Words, start: int, end: int) -> bool:
    """Whether a line has no gap, and all its words begin at one height."""
    top, height = words.tops[start], words.bottoms[start] - words.tops[start]
    if height < 1.0 or words.tops[start:end].count(top) < end - start:
        return False
    if words.cut and not words.cut.isdisjoint(range(start + 1, end)):
        return False
    gaps = list(map(sub, words.lefts[start + 1 : end], words.rights[start:end]))
    return not gaps or (min(gaps) >= -BACK * height and max(gaps) <= GAP * height)


def _follows(box: Edges, last: Edges) -> bool:
    height = max(min(box[3] - box[1], last[3] - last[1]), 1.0)
    level = min(box[3], last[3]) - max(box[1], last[1]) >= OVERLAP * height
    return level and -BACK * height <= box[0] - last[2] <= GAP * height


def _piece(words: Words, start: int, end: int, sides: tuple[tuple[float, ...], tuple[float, ...]]) -> Piece:
    part = slice(start, end)
    lefts, rights = sides[0][part], sides[1][part]
    box = Box(min(lefts), min(words.tops[part]), max(rights), max(words.bottoms[part]))
    texts, styles = words.texts[part], words.styles[part]
    first, last = styles[0], styles[-1]
    if styles.count(first) == end - start:
        bold, size = first.bold, first.size
    else:
        bold, size = _usual(texts, styles)
    text = worded(texts, lefts, rights)
    return Piece(text, box, bold, size, ends=(first.bold, last.bold), edges=(lefts, rights))


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
