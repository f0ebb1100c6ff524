"""One picture of a page to lines in points: prepared, read, turned upright where it lies on its side."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from rinsearch.extract.ocr import tesseract
from rinsearch.extract.ocr.ink import has_ink
from rinsearch.extract.ocr.lines import ScanLine, lines_of, tilt_of
from rinsearch.extract.ocr.missed import with_missed
from rinsearch.extract.ocr.tesseract import Budget
from rinsearch.extract.ocr.words import Word, confidence, words_of
from rinsearch.records import Box

NEEDS_OCR = "needs-ocr"  # the notice of pages that are unread because tesseract is not here
DPI = 300  # what tesseract was trained on
MOST_PIXELS = 25_000_000  # of a picture that is read: A3 at 300 dpi has 17 million
DOUBTFUL = 60.0  # confidence: a page on its side or on its head reaches 25, an upright one 80 to 97
LONGEST_SIDE = 20_000  # pixels; tesseract refuses 32,768
SMALLEST_SIDE = 16  # pixels: 1.4 mm; tesseract fails at a picture of one pixel
POINTS = 72.0  # to the inch
FEWEST_WORDS = 5
LONG_WORD = 4  # letters: longer than high in any font
SURE = 1.0  # tesseract's own measure of how sure it is of the direction

_ROTATE = re.compile(r"^Rotate: (90|180|270)$", re.M)
_SURENESS = re.compile(r"^Orientation confidence: ([0-9.]+)$", re.M)


@dataclass(frozen=True, slots=True)
class Scan:
    """A page that was recognised; ``lines`` in points of the upright page, their ``place`` in those of the file's page.

    ``width`` and ``height`` are the upright page's; ``confidence`` is the mean of the words, 0 to 100; there is nothing
    on a ``blank`` page.
    """

    number: int
    width: float
    height: float
    lines: tuple[ScanLine, ...]
    confidence: float
    blank: bool = False


@dataclass(frozen=True, slots=True)
class Unread:
    """A page that was not recognised; ``code`` is that of the notice."""

    number: int
    code: str


def scale_for(width: float, height: float, dpi: float = 72.0) -> float:
    """By how much to enlarge a page of this size (in points, or pixels at ``dpi``) for reading.

    >>> scale_for(595, 842) * 72, round(scale_for(14400, 14400) * 14400), round(scale_for(10, 1000000) * 1000000)
    (300.0, 5000, 20000)
    """
    wanted = DPI / dpi
    most: float = (MOST_PIXELS / max(width * height, 1.0)) ** 0.5
    return min(wanted, most, LONGEST_SIDE / max(width, height, 1.0))


def read_picture(picture: Any, number: int, dpi: float, budget: Budget) -> Scan | Unread:
    """Recognise a grey Pillow picture that has ``dpi`` pixels to the inch."""
    if not tesseract.available():
        return Unread(number, NEEDS_OCR)
    if min(picture.size) < SMALLEST_SIDE or not has_ink(picture):
        return Scan(number, picture.width * POINTS / dpi, picture.height * POINTS / dpi, (), 0.0, blank=True)
    if budget.spent:
        return Unread(number, "ocr-limit")
    words = _words(picture, dpi, budget)
    if words is None:
        return Unread(number, "ocr-limit" if budget.spent else "ocr-failed")
    turn = 0
    if len(words) < FEWEST_WORDS or confidence(words) < DOUBTFUL or _stand(words):
        turn, words = _turned(picture, words, dpi, budget)
    upright = picture.rotate(-turn, expand=True) if turn else picture  # Pillow turns against the clock
    words = _completed(upright, words, dpi, budget)
    return _scan(words, number, _Frame(picture.width, picture.height, turn, POINTS / dpi))


def _words(picture: Any, dpi: float, budget: Budget, *, block: bool = False) -> list[Word] | None:
    table = tesseract.recognise(_pnm(picture), round(dpi), budget, block=block)
    return None if table is None else words_of(table)


def _completed(upright: Any, words: list[Word], dpi: float, budget: Budget) -> list[Word]:
    """The words with those of lines that tesseract passed over, where the page can be read at all."""
    if confidence(words) < DOUBTFUL or _stand(words):
        return words

    def recognise(block: Any) -> list[Word] | None:
        return None if budget.spent else _words(block, dpi, budget, block=True)

    return with_missed(upright, words, tilt_of(words, upright.width), recognise)


def _pnm(picture: Any) -> bytes:
    """Grey levels as they are: packing them as PNG takes longer than reading them."""
    out = io.BytesIO()
    picture.save(out, "PPM")
    return out.getvalue()


def _turned(picture: Any, words: list[Word], dpi: float, budget: Budget) -> tuple[int, list[Word]]:
    """Degrees clockwise that set the page upright, and the words then, where these are better ones."""
    report = tesseract.orientation(_pnm(picture), round(dpi), budget) or ""
    turn, sureness = _ROTATE.search(report), _SURENESS.search(report)
    if turn is None or sureness is None or float(sureness[1]) < SURE or budget.spent:
        return 0, words
    found = _words(picture.rotate(-int(turn[1]), expand=True), dpi, budget)
    if found is None or _stand(found) or (confidence(found) <= confidence(words) and not _stand(words)):
        return 0, words
    return int(turn[1]), found


def _stand(words: Sequence[Word]) -> bool:
    """Whether lines run up or down the page: tesseract reads these as well as others, but they are no lines to us."""
    long = [word for word in words if len(word.text) >= LONG_WORD]
    return sum(word.bottom - word.top > word.right - word.left for word in long) > len(long) / 2


@dataclass(frozen=True, slots=True)
class _Frame:
    """A picture's sides in pixels before it was turned by ``turn`` degrees, and points to the pixel."""

    width: int
    height: int
    turn: int
    points: float

    @property
    def upright(self) -> tuple[int, int]:
        """Its sides after turning."""
        return (self.height, self.width) if self.turn in (90, 270) else (self.width, self.height)

    def back(self, box: Box) -> Box:
        """A box of the turned picture, in the picture as it was."""
        if self.turn == 90:
            return Box(box.top, self.height - box.right, box.bottom, self.height - box.left)
        if self.turn == 180:
            width, height = self.width, self.height
            return Box(width - box.right, height - box.bottom, width - box.left, height - box.top)
        if self.turn == 270:
            return Box(self.width - box.bottom, box.left, self.width - box.top, box.right)
        return box

    def in_points(self, box: Box) -> Box:
        """Pixels to points."""
        return Box(*(side * self.points for side in (box.left, box.top, box.right, box.bottom)))


def _scan(words: list[Word], number: int, frame: _Frame) -> Scan:
    width, height = frame.upright
    lines = tuple(
        replace(
            line,
            place=frame.in_points(frame.back(line.place)),
            box=frame.in_points(line.box),
            size=line.size * frame.points,
        )
        for line in lines_of(words, width, height)
    )
    return Scan(number, width * frame.points, height * frame.points, lines, confidence(words))
