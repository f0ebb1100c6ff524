"""Words to the pieces of lines that they make."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate, compress, count, groupby, pairwise, starmap
from operator import ne, sub

from rinsearch.extract.pdf.asking import Edges
from rinsearch.extract.pdf.fonts import Style
from rinsearch.extract.pdf.glyphs import DOUBLED
from rinsearch.extract.pdf.lines import BACK, BOLD_SHARE, GAP, OVERLAP, Piece, worded
from rinsearch.extract.pdf.words import Words
from rinsearch.records import Box

Bounds = tuple[int, int]  # of a piece: its first word, and the first one after it
Side = tuple[float, ...]  # of each word


def pieces_of_words(words: Words) -> tuple[list[Piece], list[Piece]]:
    """The pieces of lines, and those whose text is tilted."""
    cuts = _cuts(words)
    if not words.tilted:
        return _pieces(words, pairwise(sorted({*words.fresh, *cuts, len(words.texts)}))), []
    upright: list[Bounds] = []
    tilted: list[Bounds] = []
    for start, end in words.lines():
        if all(style.upright for style in words.styles[start:end]):
            upright += pairwise([start, *(at for at in cuts if start < at < end), end])
            continue
        for plain, run in groupby(range(start, end), lambda at: words.styles[at].upright):
            places = list(run)
            (upright if plain else tilted).append((places[0], places[-1] + 1))
    return _pieces(words, upright), _pieces(words, tilted)


def _cuts(words: Words) -> list[int]:
    """The words of lines that come after a wide gap or a jump."""
    ends = [*words.fresh, len(words.texts)]
    found: list[int] = []
    for number, some in groupby(_doubtful(words), lambda at: bisect_right(ends, at)):
        if not _is_whole(words, ends[number - 1], ends[number]):
            found += [at for at in some if at in words.cut or not _follows(words.box(at), words.box(at - 1))]
    return found


def _doubtful(words: Words) -> list[int]:
    """The words that do not plainly follow the one before: at another height, or after a gap that may be wide.

    All words of a page are looked at together, with the lowest of them for a measure; few are left.
    """
    lowest = min(map(sub, words.bottoms, words.tops), default=0.0)
    if lowest < 1.0:
        return sorted(set(range(len(words.texts))).difference(words.fresh))
    back, gap = -BACK * lowest, GAP * lowest
    apart = [at for at, white in enumerate(map(sub, words.lefts[1:], words.rights), 1) if not back <= white <= gap]
    uneven = compress(count(1), map(ne, words.tops[1:], words.tops))
    return sorted({*apart, *uneven, *words.cut}.difference(words.fresh))


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


def _pieces(words: Words, bounds: Iterable[Bounds]) -> list[Piece]:
    """The words between these bounds as pieces."""
    parts = list(starmap(slice, bounds))
    lefts, rights = (list(map(tuple(side).__getitem__, parts)) for side in (words.lefts, words.rights))
    tops, bottoms = map(words.tops.__getitem__, parts), map(words.bottoms.__getitem__, parts)
    boxes = map(Box, map(min, lefts), map(min, tops), map(max, rights), map(max, bottoms))
    texts, styles = map(words.texts.__getitem__, parts), map(words.styles.__getitem__, parts)
    return list(map(_piece, texts, styles, boxes, zip(lefts, rights, strict=True)))


def _piece(texts: list[str], styles: list[Style], box: Box, edges: tuple[Side, Side]) -> Piece:
    first = styles[0]
    if styles.count(first) == len(styles):
        bold, _, size = first
        return Piece(worded(texts, *edges), box, bold, size, ends=(bold, bold), edges=edges)
    bold, size = _usual(texts, styles)
    return Piece(worded(texts, *edges), box, bold, size, ends=(first.bold, styles[-1].bold), edges=edges)


def _usual(texts: Sequence[str], styles: Sequence[Style]) -> tuple[bool, float]:
    """Whether most letters are bold, and their middle size."""
    words = sorted((style.size, len(text), style.bold) for text, style in zip(texts, styles, strict=True))
    reached = list(accumulate(length for _, length, _ in words))  # so many letters, to the end of each word
    letters = reached[-1]
    bold = sum(length for _, length, bold in words if bold)
    return bold >= BOLD_SHARE * letters, words[bisect_right(reached, letters // 2)][0]


def is_double(first: Piece, second: Piece) -> bool:
    """Whether a piece was printed a second time, a little shifted, to look bold."""
    if first.text != second.text:
        return False
    reach = DOUBLED * max(first.height, 0.5)
    return abs(first.box.left - second.box.left) < reach and abs(first.box.top - second.box.top) < reach
