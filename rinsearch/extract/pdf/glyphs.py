"""The printed characters of a PDF page, whichever library read them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field

from rinsearch.records import Box


@dataclass(slots=True)
class Glyph:
    """A character and its box, in points from the page's top left corner.

    ``space``: white space stands before it; ``fresh``: the library began a new line with it; ``size``: of the font, in
    points (fonts of one size differ by a fifth in the height of their boxes).
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    bold: bool = False
    space: bool = False
    fresh: bool = False
    upright: bool = True
    size: float = 0.0

    @property
    def height(self) -> float:
        """Points from ascender to descender."""
        return self.bottom - self.top

    @property
    def middle(self) -> float:
        """Half its height, in points from the top of the page."""
        return (self.top + self.bottom) / 2

    @property
    def centre(self) -> float:
        """Half its width, in points from the left."""
        return (self.left + self.right) / 2


@dataclass(slots=True)  # not frozen, for a page of tables has hundreds, and these are made in half the time
class Stroke:
    """A horizontal or vertical edge of a drawn path, in points from the top left corner.

    ``horizontal``: whether it lies rather than stands.
    """

    left: float
    top: float
    right: float
    bottom: float
    horizontal: bool = field(init=False)

    def __post_init__(self) -> None:
        self.horizontal = self.right - self.left >= self.bottom - self.top


HYPHEN_MARKS = dict.fromkeys(map(ord, "\ufffe\u0002\u00ad"), "-")  # pdfium's marks for a hyphen at the end of a line
CARONS = {"\u02c7": "\u030c", "\u030c": "\u030c", "\u00b4": "\u0301", "\u0301": "\u0301"}
DOUBLED = 0.25  # of the height: a glyph printed twice for bold print is shifted by less than that
LOOK_BACK = 4  # glyphs: a shadow follows at once or, rarely, after its neighbours


def cleaned(glyphs: Iterable[Glyph]) -> list[Glyph]:
    """Without doubles, with accents put onto their letters and hyphen marks as hyphens."""
    kept: list[Glyph] = []
    for glyph in glyphs:
        glyph.text = glyph.text.translate(HYPHEN_MARKS)
        if not any(_is_double(glyph, other) for other in kept[-LOOK_BACK:]):
            kept.append(glyph)
    return _accented(kept)


def _is_double(glyph: Glyph, other: Glyph) -> bool:
    if glyph.text != other.text:
        return False
    reach = DOUBLED * max(min(glyph.height, 1.5 * (glyph.right - glyph.left)), 0.5)
    return abs(glyph.left - other.left) < reach and abs(glyph.top - other.top) < reach


def _accented(glyphs: list[Glyph]) -> list[Glyph]:
    """TeX prints a caron as a glyph of its own, above the letter that follows or went before."""
    gone: set[int] = set()
    for at, glyph in enumerate(glyphs):
        accent = CARONS.get(glyph.text)
        if accent is None:
            continue
        for near in (at + 1, at - 1):
            if 0 <= near < len(glyphs) and near not in gone and _carry(glyphs[near], glyph, accent):
                gone.add(at)
                break
    return [glyph for at, glyph in enumerate(glyphs) if at not in gone]


def _carry(letter: Glyph, mark: Glyph, accent: str) -> bool:
    """Put the accent onto the letter where it stands above it and the two make one character."""
    whole = unicodedata.normalize("NFC", letter.text + accent)
    if len(whole) != 1 or not letter.left - 1 <= mark.centre <= letter.right + 1:
        return False
    letter.text = whole
    if letter.left >= mark.left - 1:  # the mark came first, and took the space before the word
        letter.space = letter.space and mark.space
    return True


def around(glyphs: Iterable[Glyph]) -> Box:
    """The box around these glyphs."""
    known = list(glyphs)
    return Box(
        min(glyph.left for glyph in known),
        min(glyph.top for glyph in known),
        max(glyph.right for glyph in known),
        max(glyph.bottom for glyph in known),
    )
