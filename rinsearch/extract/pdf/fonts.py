"""How the words of a page are set: weight, direction and size."""

from __future__ import annotations

import ctypes
import math
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import pypdfium2.raw as raw

from rinsearch.extract.pdf.asking import bulk
from rinsearch.extract.pdf.turn import Turn

BOLD_WEIGHT = 600
BOLD_NAMES = ("bold", "black", "heavy", "semibold", "demi")


class Style(NamedTuple):
    """``size`` in points as printed."""

    bold: bool
    upright: bool
    size: float


@dataclass
class Fonts:
    """The styles of a page: those of a text object are asked for once, the weight of a font once."""

    page: Any
    turn: Turn
    styles: dict[int, Style] = field(default_factory=dict)
    bold: dict[int, bool] = field(default_factory=dict)

    def style(self, place: int, item: int | None) -> Style:
        """How the character at this place is set, which this text object printed."""
        if item is None:  # a character that PDFium made up
            return self._asked(place, None)
        if item not in self.styles:
            self.styles[item] = self._asked(place, item)
        return self.styles[item]

    def _asked(self, place: int, item: int | None) -> Style:
        upright = self.turn.is_upright(raw.FPDFText_GetCharAngle(self.page, place))
        return Style(self._is_bold(place, item), upright, size_of(self.page, place))

    def _is_bold(self, place: int, item: int | None) -> bool:
        if item is None:
            return is_bold(self.page, place)
        font = bulk("FPDFTextObj_GetFont", ctypes.c_void_p, ctypes.c_void_p)(item)
        if font not in self.bold:
            self.bold[font] = is_bold(self.page, place)
        return self.bold[font]


def size_of(page: Any, place: int) -> float:
    """The font's size as printed: some programs set a size of 1 and scale it by the matrix."""
    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(page, place, ctypes.byref(matrix))
    scale = math.hypot(matrix.c, matrix.d)
    return float(raw.FPDFText_GetFontSize(page, place) * (scale or 1.0))


def is_bold(page: Any, place: int) -> bool:
    """Whether a character is bold, by its font's weight or name."""
    if raw.FPDFText_GetFontWeight(page, place) >= BOLD_WEIGHT:
        return True
    flags = ctypes.c_int()
    name = ctypes.create_string_buffer(128)
    raw.FPDFText_GetFontInfo(page, place, name, len(name), ctypes.byref(flags))
    known = name.value.decode("utf-8", "replace").lower()
    return any(each in known for each in BOLD_NAMES)
