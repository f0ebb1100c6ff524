"""The order of the work on a PDF."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rinsearch.errors import DamagedFile, LimitExceeded
from rinsearch.extract.base import Contents, ReadOptions
from rinsearch.extract.pdf import pdfium, plumber
from rinsearch.extract.pdf.columns import lines_of
from rinsearch.extract.pdf.glyphs import Glyph, Page
from rinsearch.extract.pdf.layout import Sheet, parts_of
from rinsearch.extract.pdf.tables import tables_of
from rinsearch.records import Notice

FEWEST_LETTERS = 12  # on a page with pictures: a page number or a stamp alone is no text layer
READABLE = 0.5  # of the characters must be letters or figures with a Unicode value


def read_pdf(data: bytes, options: ReadOptions) -> Contents:
    """Read the text layer of a PDF; pages without one are listed as unread."""
    sheets: list[Sheet] = []
    unread: list[int] = []
    for page in _pages(data, options):
        if _is_readable(page):
            sheets.append(_sheet(page))
        elif page.images or page.glyphs:
            unread.append(page.number)
    total = max([sheet.number for sheet in sheets] + unread, default=0)
    return Contents(max(total, _counted(data, total)), tuple(parts_of(sheets)), _warnings(unread), tuple(unread))


def _pages(data: bytes, options: ReadOptions) -> Iterable[Page]:
    """The pages by pdfium, or by pdfplumber where pdfium refuses the file."""
    try:
        total = pdfium.count(data)
    except DamagedFile:
        if b"/Encrypt" in data:
            raise
        return plumber.pages(data, options)
    if total > options.pages:
        raise LimitExceeded(f"The PDF has {total} pages, more than {options.pages}.")
    return pdfium.pages(data)


def _counted(data: bytes, known: int) -> int:
    """The number of pages, empty ones at the end included."""
    try:
        return pdfium.count(data)
    except DamagedFile:
        return known


def _is_readable(page: Page) -> bool:
    """Whether the text layer can be used: enough characters, and characters that mean something."""
    if not page.glyphs:
        return False
    letters = sum(1 for glyph in page.glyphs if glyph.text.isalnum())
    if page.images and letters < FEWEST_LETTERS:
        return False
    return letters >= READABLE * sum(1 for glyph in page.glyphs if glyph.text not in "._-–—…")


def _sheet(page: Page) -> Sheet:
    upright, tilted = _by_direction(page.glyphs)
    page.glyphs = upright
    tables, rest = tables_of(page)
    return Sheet(page.number, page.width, page.height, lines_of(rest), tables, list(_tilted(tilted)))


def _by_direction(glyphs: Sequence[Glyph]) -> tuple[list[Glyph], list[Glyph]]:
    upright = [glyph for glyph in glyphs if glyph.upright]
    return upright, [glyph for glyph in glyphs if not glyph.upright]


def _tilted(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    """Stamps and margin notes, each in the order in which its glyphs were printed."""
    run: list[Glyph] = []
    for glyph in glyphs:
        if glyph.fresh and run:
            yield run
            run = []
        run.append(glyph)
    if run:
        yield run


def _warnings(unread: Sequence[int]) -> tuple[Notice, ...]:
    if not unread:
        return ()
    message = f"Strani brez berljivega besedila (slike): {len(unread)}. Potrebno je optično branje (OCR)."
    return (Notice("needs-ocr", len(unread), unread[0], message),)
