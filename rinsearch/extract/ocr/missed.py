"""Lines that tesseract passed over: seen as ink where no words were found, cut out, and recognised by themselves.

Its analysis of the page loses whole lines, and at times paragraphs, of pages that lie askew: 2 of 57 letters at 1.5
degrees. Read as one block, the same lines are recognised like the others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any

from rinsearch.extract.ocr.lines import Tilt
from rinsearch.extract.ocr.words import Word, confidence

INKED = 255
COARSE = 8  # pixels to one, both ways: small letters stay three high, rules become one or two
SHADE = 24  # grey levels from the paper, of a coarse pixel: a quarter of it is covered by strokes
GROWN, SHRUNK = 3, 5  # sides of the filters that close the gaps between words, then wipe out what is as thin as rules
FEWEST = 10  # coarse pixels of ink in a row: some four letters
TALLEST = 2.0  # of the size: what is higher than a line is a picture or a signature
APART = 2.0  # of the size: lines that are closer are read together
MARGIN = 0.6  # of the size around what is cut out
MOST_BLOCKS = 6  # on a page: where more is left, it is something else than lines
FEWEST_WORDS = 2  # in a block: one word by itself is of a stamp
SURE = 75.0  # confidence: signatures and patterns stay below, lines that were passed over have 90 and more
AROUND = 0.3  # of the size: letters reach that far beyond the boxes of their words

Recognise = Callable[[Any], "list[Word] | None"]


Block = tuple[int, int, int, int]  # left, top, right, bottom in pixels of the straightened page


def with_missed(picture: Any, words: Sequence[Word], tilt: Tilt, recognise: Recognise) -> list[Word]:
    """The words with those of lines that were passed over, each line behind the one above it."""
    found = list(words)
    blocks = list(_blocks(picture, words, tilt))
    for number, block in enumerate(blocks if len(blocks) <= MOST_BLOCKS else ()):
        read = recognise(_cut(picture, block, tilt)) or ()
        for line in _lines(read, block, tilt, number) if len(read) >= FEWEST_WORDS else ():
            if confidence(line) >= SURE and not any(_overlaps(word, found) for word in line):
                found = _put(found, line, tilt)
    return found


# --- where there is ink and no word -----------------------------------------------------------------------------------


def _blocks(picture: Any, words: Iterable[Word], tilt: Tilt) -> Iterator[Block]:
    """Lines of ink outside all words; those that stand close together are one block."""
    ink = _ink(picture, words, tilt)
    rows = [_inked(ink.crop((0, row, ink.width, row + 1))) for row in range(ink.height)]
    block: Block | None = None
    for line in _bands(ink, rows, tilt):
        if block is not None and line[1] - block[3] <= APART * tilt.size:
            block = (min(block[0], line[0]), block[1], max(block[2], line[2]), line[3])
            continue
        if block is not None:
            yield _with_ends(block, rows, tilt)
        block = line
    if block is not None:
        yield _with_ends(block, rows, tilt)


def _inked(row: Any) -> int:
    """How many of its pixels are inked."""
    return int(row.histogram()[INKED])


def _bands(ink: Any, rows: Sequence[int], tilt: Tilt) -> Iterator[Block]:
    for inked, group in groupby(range(ink.height), key=lambda row: rows[row] >= FEWEST):
        band = list(group)
        if inked and len(band) * COARSE <= TALLEST * tilt.size:
            left, _, right, _ = ink.crop((0, band[0], ink.width, band[-1] + 1)).getbbox()
            yield left * COARSE, band[0] * COARSE, right * COARSE, (band[-1] + 1) * COARSE


def _with_ends(block: Block, rows: Sequence[int], tilt: Tilt) -> Block:
    """The block with a short line before it and behind it: the last one of a paragraph may be a word."""
    left, top, right, bottom = block
    reach = round(APART * tilt.size / COARSE)
    before, behind = top // COARSE, bottom // COARSE
    inked = [row for row in range(max(before - reach, 0), min(behind + reach, len(rows))) if rows[row]]
    return left, min(inked) * COARSE, right, (max(inked) + 1) * COARSE


def _ink(picture: Any, words: Iterable[Word], tilt: Tilt) -> Any:
    """White where there is ink outside all words, on a coarse and straightened page."""
    from PIL import Image, ImageChops, ImageDraw, ImageFilter  # costs 50 ms, and few files are scans

    small = picture.reduce(COARSE)
    levels = small.histogram()
    paper = max(range(256), key=levels.__getitem__)
    ink = ImageChops.difference(small, Image.new("L", small.size, paper)).point(lambda level: INKED * (level > SHADE))
    pen, around = ImageDraw.Draw(ink), AROUND * tilt.size
    for word in words:
        sides = (word.left - around, word.top - around, word.right + around, word.bottom + around)
        pen.rectangle(tuple(side / COARSE for side in sides), fill=0)
    straight = (1, 0, 0, tilt.slope, 1, -tilt.slope * tilt.centre / COARSE)
    ink = ink.transform(ink.size, Image.Transform.AFFINE, straight)
    return ink.filter(ImageFilter.MaxFilter(GROWN)).filter(ImageFilter.MinFilter(SHRUNK))


# --- read by itself ---------------------------------------------------------------------------------------------------


def _cut(picture: Any, block: Block, tilt: Tilt) -> Any:
    """The block, straightened."""
    from PIL import Image  # costs 50 ms, and few files are scans

    left, top, right, bottom = _with_margin(block, tilt)
    straight = (1, 0, left, tilt.slope, 1, top + tilt.drop(left))
    paper = max(range(256), key=picture.histogram().__getitem__)
    return picture.transform(
        (right - left, bottom - top), Image.Transform.AFFINE, straight, Image.Resampling.BICUBIC, fillcolor=paper
    )


def _with_margin(block: Block, tilt: Tilt) -> Block:
    margin = round(MARGIN * tilt.size)
    left, top, right, bottom = block
    return left - margin, top - margin, right + margin, bottom + margin


def _lines(words: Iterable[Word], block: Block, tilt: Tilt, number: int) -> Iterator[list[Word]]:
    """The lines of a block, with their places on the page; ``number`` tells them from other lines."""
    left, top, _, _ = _with_margin(block, tilt)
    for _, line in groupby(words, key=lambda word: word.line):
        yield [_back(word, left, top + tilt.drop(left + word.left), number) for word in line]


def _back(word: Word, left: int, top: float, number: int) -> Word:
    line = (f"missed {number}", *word.line[1:])
    down = round(top)
    return replace(
        word, left=word.left + left, right=word.right + left, top=word.top + down, bottom=word.bottom + down, line=line
    )


def _overlaps(word: Word, others: Iterable[Word]) -> bool:
    """Whether a word was there already."""
    across, down = (word.left + word.right) / 2, (word.top + word.bottom) / 2
    return any(each.left <= across <= each.right and each.top <= down <= each.bottom for each in others)


def _put(words: Sequence[Word], line: Sequence[Word], tilt: Tilt) -> list[Word]:
    """The words with a line more, behind the nearest line above it, else before all."""
    at, nearest = 0, float("-inf")
    level = _level(line, tilt)
    for number, word in enumerate(words):
        beside = word.left < line[-1].right and line[0].left < word.right
        height = _level([word], tilt)
        if beside and nearest <= height < level:
            at, nearest = number + 1, height
    while 0 < at < len(words) and words[at].line == words[at - 1].line:
        at += 1
    return [*words[:at], *line, *words[at:]]


def _level(line: Sequence[Word], tilt: Tilt) -> float:
    """The height of a line on the straightened page."""
    return max(word.bottom - tilt.drop((word.left + word.right) / 2) for word in line)
