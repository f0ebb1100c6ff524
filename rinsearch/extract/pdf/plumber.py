"""Pages through pdfplumber, for files that pdfium refuses."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from rinsearch.errors import DamagedFile, LimitExceeded
from rinsearch.extract.base import ReadOptions
from rinsearch.extract.pdf.glyphs import Glyph, Stroke
from rinsearch.extract.pdf.page import Page

WORD_GAP = 0.15  # of the size: the default glues words of LaTeX files


def pages(data: bytes, options: ReadOptions) -> Iterator[Page]:
    """The pages of a file, closed at once (pdfplumber keeps 8 MB of each otherwise). Raises :class:`DamagedFile`."""
    import pdfplumber  # costs 0.3 s, and nearly no file needs it

    try:
        with pdfplumber.open(io.BytesIO(data)) as document:
            if len(document.pages) > options.pages:
                raise LimitExceeded(f"The PDF has {len(document.pages)} pages, more than {options.pages}.")
            for page in document.pages:
                yield _page(page)
                page.close()
    except (LimitExceeded, MemoryError):
        raise
    except Exception as error:  # pdfminer raises whatever comes: KeyError, struct.error, RecursionError …
        raise DamagedFile("The PDF cannot be opened.") from error


def _page(page: Any) -> Page:
    made = Page.of(page.page_number, (float(page.width), float(page.height)), list(_glyphs(page.chars)))
    made.strokes = [Stroke(edge["x0"], edge["top"], edge["x1"], edge["bottom"]) for edge in page.edges]
    made.images = len(page.images)
    return made


def _glyphs(chars: list[dict[str, Any]]) -> Iterator[Glyph]:
    last: dict[str, Any] | None = None
    space = True
    for char in chars:
        if char["text"].isspace():
            space = True
            continue
        gap = last is None or abs(char["x0"] - last["x1"]) > WORD_GAP * char["size"]
        fresh = last is None or abs(char["top"] - last["top"]) > char["size"] / 2
        bold = "bold" in char["fontname"].lower()
        box = (char["x0"], char["top"], char["x1"], char["bottom"])
        for letter in char["text"]:
            yield Glyph(letter, *box, bold, space or gap, fresh, char["upright"], float(char["size"]))
        last, space = char, False
