"""Words to the pieces of lines that they make."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import sub

from rinsearch.extract.pdf.asking import Edges
from rinsearch.extract.pdf.fonts import Style
from rinsearch.extract.pdf.glyphs import DOUBLED
from rinsearch.extract.pdf.lines import BACK, BOLD_SHARE, GAP, OVERLAP, Piece, worded
from rinsearch.extract.pdf.words import Words
from rinsearch.records import Box


def pieces_of_words(words: Words) -> tuple[list[Piece], list[Piece]]:
    """The pieces of lines, and those whose text is tilted."""
    upright: list[Piece] = []
    tilted: list[Piece] = []
    for start, end in words.lines():
        styles = words.styles[start:end]
        if styles[0].upright and (styles.count(styles[0]) == end - start or all(each.upright for each in styles)):
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
