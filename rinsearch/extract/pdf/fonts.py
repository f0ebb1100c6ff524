"""How the words of a page are set: weight, direction and size."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from rinsearch.extract.pdf.asking import Argument, bulk, fonts_of, matrices_of, sizes_of
from rinsearch.extract.pdf.turn import Turn

BOLD_WEIGHT = 600
BOLD_NAMES = ("bold", "black", "heavy", "semibold", "demi")


class Style(NamedTuple):
    """``size`` in points as printed."""

    bold: bool
    upright: bool
    size: float


def styles_of(page: Argument, items: Mapping[int, int], turn: Turn) -> dict[int, Style]:
    """The style of each text object; ``items`` gives the place of one of its characters."""
    places = list(items.values())
    numbers, sizes = matrices_of(page, places), sizes_of(page, places)
    fonts = fonts_of(list(items)) if 0 not in items else [-place for place in places]
    weights = {font: is_bold(page, place) for font, place in dict(zip(fonts, places, strict=True)).items()}
    known: dict[tuple[float, ...], Style] = {}
    styles: dict[int, Style] = {}
    for item, key in zip(items, zip(fonts, sizes, *(numbers[at::6] for at in range(4)), strict=True), strict=True):
        if key not in known:
            known[key] = _style(weights[int(key[0])], key[1], key[2:], turn)
        styles[item] = known[key]
    return styles


def _style(bold: bool, size: float, matrix: Sequence[float], turn: Turn) -> Style:
    a, b, c, d = matrix
    return Style(bold, turn.is_upright(math.atan2(b, a) % (2 * math.pi)), size * (math.hypot(c, d) or 1.0))


def size_of(page: Argument, place: int) -> float:
    """The font's size as printed: some programs set a size of 1 and scale it by the matrix."""
    _, _, c, d, _, _ = matrices_of(page, [place])
    return sizes_of(page, [place])[0] * (math.hypot(c, d) or 1.0)


def is_bold(page: Argument, place: int) -> bool:
    """Whether a character is bold, by its font's weight or name."""
    if bulk("FPDFText_GetFontWeight")(page, place) >= BOLD_WEIGHT:
        return True
    name = ctypes.create_string_buffer(128)
    bulk("FPDFText_GetFontInfo")(page, place, name, ctypes.c_ulong(len(name)), ctypes.byref(ctypes.c_int()))
    return _is_bold_name(name.value)


@lru_cache(1000)
def _is_bold_name(name: bytes) -> bool:
    known = name.decode("utf-8", "replace").lower()
    return any(each in known for each in BOLD_NAMES)
