"""What is printed on a page, whichever library read it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Self

from rinsearch.extract.pdf.glyphs import Glyph, Stroke, cleaned
from rinsearch.extract.pdf.lines import Piece, piece_of, pieces_of


@dataclass(slots=True)
class Page:
    """Sizes in points; ``text`` is the whole text in the order of the file.

    ``images`` counts pictures that may hold text. ``pieces`` are upright, ``tilted`` are not: stamps and margin notes.
    ``turned``: by how many degrees clockwise the page was turned to be read.
    """

    number: int
    width: float
    height: float
    text: str
    pieces: list[Piece] = field(default_factory=list)
    strokes: list[Stroke] = field(default_factory=list)
    tilted: list[Piece] = field(default_factory=list)
    images: int = 0
    turned: int = 0

    @classmethod
    def of(cls, number: int, size: tuple[float, float], glyphs: Sequence[Glyph]) -> Self:
        """A page out of single glyphs, cleaned of doubles and accents apart."""
        known = cleaned(glyphs)
        text = "".join((" " if glyph.space or glyph.fresh else "") + glyph.text for glyph in known)
        tilted = [piece_of(run) for run in _runs([glyph for glyph in known if not glyph.upright])]
        return cls(number, *size, text, pieces_of(glyph for glyph in known if glyph.upright), tilted=tilted)


def _runs(glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    """Stamps and margin notes, each in the order in which its glyphs were printed."""
    runs: list[list[Glyph]] = []
    for glyph in glyphs:
        if glyph.fresh or not runs:
            runs.append([])
        runs[-1].append(glyph)
    return runs
