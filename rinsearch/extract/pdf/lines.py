"""Glyphs to pieces of lines, and pieces to rows."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from rinsearch.extract.pdf.glyphs import Glyph, around
from rinsearch.records import Box

GAP = 1.3  # of the glyph height: a wider gap separates columns or cells, justified text stays below
WIDE = "   "  # stands for such a gap inside a line, so that columns without rules can still be seen
OVERLAP = 0.6  # of the smaller height: words of one line share at least that much; those half a line apart share 0.52
SHORT_WORDS = 4  # characters, their spaces included: lines of longer words have no letter-spaced ones to tell apart
SPACED_OUT = 1.6  # times the usual gap between letters: the gap between letter-spaced words
LEVEL = 0.6  # of the smaller height: cells set at their middle stand half a line apart
BACK = 0.5  # of the glyph height: text that jumps back further begins a new piece
BOLD_SHARE = 0.8  # of the characters


@dataclass(slots=True)  # not frozen, for a page has a hundred, and these are made in a third of the time
class Piece:
    """A run of text on one line; ``bold`` where most of it is; ``size`` of most of its letters, in points.

    ``ends``: whether its first and its last character are bold.
    ``edges``: where each word begins and ends, in points; empty where only the whole line is known.
    ``column``: from where to where its column reaches, in points; zeros where the page has one column.
    """

    text: str
    box: Box
    bold: bool
    size: float = 12.0
    column: tuple[float, float] = (0.0, 0.0)
    ends: tuple[bool, bool] = (False, False)
    edges: tuple[tuple[float, ...], tuple[float, ...]] = ((), ())

    @property
    def height(self) -> float:
        """Points from ascender to descender."""
        return self.box.bottom - self.box.top


def pieces_of(glyphs: Iterable[Glyph]) -> list[Piece]:
    """Runs of glyphs, divided where a wide gap or a jump comes."""
    runs: list[list[Glyph]] = []
    for glyph in glyphs:
        if runs and _follows(glyph, runs[-1][-1]):
            runs[-1].append(glyph)
        else:
            runs.append([glyph])
    return [piece_of(run) for run in runs]


def _follows(glyph: Glyph, last: Glyph) -> bool:
    """Whether a glyph goes on with the run: on the same line, to the right, without a wide gap."""
    height = max(min(glyph.height, last.height), 1.0)
    level = min(glyph.bottom, last.bottom) - max(glyph.top, last.top) >= OVERLAP * height
    return level and -BACK * height <= glyph.left - last.right <= GAP * height


def piece_of(run: Sequence[Glyph]) -> Piece:
    """A run of glyphs as one piece."""
    words = [[run[0]]]
    for glyph in run[1:]:
        if glyph.space:
            words.append([])
        words[-1].append(glyph)
    text = " ".join("".join(glyph.text for glyph in word) for word in words)
    bold = sum(glyph.bold for glyph in run) >= BOLD_SHARE * len(run)
    size = sorted(glyph.size for glyph in run)[len(run) // 2]
    edges = tuple(word[0].left for word in words), tuple(word[-1].right for word in words)
    text = worded(text.split(" "), *edges)
    return Piece(text, around(run), bold, size, ends=(run[0].bold, run[-1].bold), edges=edges)


def worded(words: Sequence[str], lefts: Sequence[float], rights: Sequence[float]) -> str:
    """Words as one text; wide gaps stay between letter-spaced words, which single spaces would make one.

    >>> worded(["s", "e", "j", "e"], [0, 8, 24, 32], [5, 13, 29, 37])
    's e   j e'
    """
    text = " ".join(words)
    if len(words) < 4 or SHORT_WORDS * len(words) < len(text):
        return text
    gaps = [left - right for left, right in zip(lefts[1:], rights, strict=False)]
    single = [len(first) == len(second) == 1 for first, second in pairwise(words)]
    inner = sorted(gap for gap, both in zip(gaps, single, strict=True) if both)
    if len(inner) < 3 or inner[0] <= 0:
        return text
    usual = inner[len(inner) // 3]
    wide = [both and gap > SPACED_OUT * usual for gap, both in zip(gaps, single, strict=True)]
    return words[0] + "".join((WIDE if gap else " ") + word for gap, word in zip(wide, words[1:], strict=True))


def parted(piece: Piece, bounds: Sequence[float]) -> list[Piece]:
    """A piece cut between the words that stand on two sides of a bound; ``bounds`` in points, from the left.

    >>> piece = Piece("a b c", Box(0, 0, 50, 9), False, edges=((0, 20, 40), (10, 30, 50)))
    >>> [part.text for part in parted(piece, [15.0])]
    ['a', 'b c']
    """
    lefts, rights = piece.edges
    if not lefts or bisect_right(bounds, piece.box.left) == bisect_left(bounds, piece.box.right):
        return [piece]
    words = piece.text.split()
    parts = []
    for _, run in groupby(range(len(words)), lambda at: bisect_right(bounds, (lefts[at] + rights[at]) / 2)):
        at = list(run)
        start, end = at[0], at[-1] + 1
        box = Box(lefts[start], piece.box.top, rights[end - 1], piece.box.bottom)
        edges = lefts[start:end], rights[start:end]
        text = worded(words[start:end], lefts[start:end], rights[start:end])
        parts.append(replace(piece, text=text, box=box, edges=edges))
    return parts


def rows_of(pieces: Iterable[Piece]) -> list[list[Piece]]:
    """Pieces at the same height, from the top down, each row from left to right."""
    rows: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda piece: (piece.box.top + piece.box.bottom) / 2):
        top = piece.box.top
        for row in rows[-3:]:  # a raised figure may have begun a row of its own
            if row[0].box.bottom > top and _level(piece, row[0]):
                row.append(piece)
                break
        else:
            rows.append([piece])
    for row in rows:
        if len(row) > 1:
            row.sort(key=lambda piece: piece.box.left)
    return rows


def _level(first: Piece, second: Piece) -> bool:
    shared = min(first.box.bottom, second.box.bottom) - max(first.box.top, second.box.top)
    return shared > 0 and shared >= LEVEL * max(min(first.height, second.height), 1.0)


def joined(row: Sequence[Piece]) -> Piece:
    """One line out of the pieces of a row; a wide gap between them stays to be seen."""
    if len(row) == 1:
        return row[0]
    text = row[0].text
    for last, piece in pairwise(row):
        gap = piece.box.left - last.box.right
        text += (WIDE if gap > GAP * max(piece.height, 1.0) else " " if gap > 0.1 * piece.height else "") + piece.text
    boxes = [piece.box for piece in row]
    box = Box(boxes[0].left, min(b.top for b in boxes), max(b.right for b in boxes), max(b.bottom for b in boxes))
    longest = max(row, key=lambda piece: len(piece.text))
    ends = (row[0].ends[0], row[-1].ends[1])
    return Piece(text, box, all(piece.bold for piece in row), longest.size, ends=ends)
