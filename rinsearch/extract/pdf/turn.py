"""From a PDF's own coordinates (origin bottom left, before rotation) to points from the top left as one sees it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import repeat
from operator import sub
from typing import Self

TILT = 0.35  # radians: text tilted further (a stamp, a margin note) is not part of the lines
LARGEST = 14400.0  # points, 200 inches: the limit of the PDF standard


@dataclass(frozen=True, slots=True)
class Turn:
    """A page's visible box and its rotation, in degrees clockwise."""

    left: float
    bottom: float
    right: float
    top: float
    rotation: int

    @classmethod
    def of(cls, box: tuple[float, float, float, float], rotation: int) -> Self:
        """The turn of a page; a page without a sensible size is taken for A4."""
        left, bottom, right, top = box
        if not (1 < right - left <= LARGEST and 1 < top - bottom <= LARGEST):
            left, bottom, right, top = 0.0, 0.0, 595.0, 842.0
        return cls(left, bottom, right, top, rotation % 360)

    @property
    def width(self) -> float:
        """Points, as one sees the page."""
        return self.top - self.bottom if self.rotation in (90, 270) else self.right - self.left

    @property
    def height(self) -> float:
        """Points, as one sees the page."""
        return self.right - self.left if self.rotation in (90, 270) else self.top - self.bottom

    @property
    def is_plain(self) -> bool:
        """Whether the page stands as in the file, its lower left corner at the origin."""
        return not (self.rotation or self.left or self.bottom)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point, seen from the top left corner.

        >>> Turn(0, 0, 600, 800, 0).point(10, 790), Turn(0, 0, 600, 800, 90).point(10, 790)
        ((10, 10), (790, 10))
        """
        if self.rotation == 90:
            return y - self.bottom, x - self.left
        if self.rotation == 180:
            return self.right - x, y - self.bottom
        if self.rotation == 270:
            return self.top - y, self.right - x
        return x - self.left, self.top - y

    def box(self, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
        """A box as left, top, right, bottom from the top left corner."""
        (x1, y1), (x2, y2) = self.point(left, bottom), self.point(right, top)
        return min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)

    def edges(self, sides: Sequence[Sequence[float]]) -> tuple[Sequence[float], ...]:
        """Many boxes at once, as their left, bottom, right and top sides; gives left, top, right and bottom ones."""
        if not self.is_plain:
            return tuple(zip(*map(self.box, *sides), strict=True))
        lefts, bottoms, rights, tops = sides
        return lefts, list(map(sub, repeat(self.top), tops)), rights, list(map(sub, repeat(self.top), bottoms))

    def is_upright(self, angle: float) -> bool:
        """Whether text at this angle (radians, 0 to 2 pi) reads from left to right on the turned page."""
        seen = (angle - math.radians(self.rotation)) % (2 * math.pi)
        return angle < 0 or min(seen, 2 * math.pi - seen) < TILT
