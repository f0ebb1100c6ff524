"""The order of the work on a PDF."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rinsearch.errors import DamagedFile, LimitExceeded
from rinsearch.extract.base import Contents, ReadOptions
from rinsearch.extract.ocr import Budget
from rinsearch.extract.pdf import pdfium, plumber
from rinsearch.extract.pdf.columns import lines_of
from rinsearch.extract.pdf.glyphs import Glyph, Page
from rinsearch.extract.pdf.layout import Sheet, parts_of
from rinsearch.extract.pdf.readable import is_readable
from rinsearch.extract.pdf.scanned import recognised
from rinsearch.extract.pdf.scans import Scans
from rinsearch.extract.pdf.tables import tables_of


def read_pdf(data: bytes, options: ReadOptions) -> Contents:
    """Read the text layer of a PDF; pages without a usable one are recognised, or listed as unread."""
    sheets: list[Sheet] = []
    scans, budget = Scans(), Budget(options.ocr_seconds, options.page_seconds)
    for page in _pages(data, options):
        if is_readable(page):
            sheets.append(_sheet(page))
        elif page.images or page.glyphs:
            sheets.extend(scans.add(recognised(data, page.number, budget)))
    total = max([sheet.number for sheet in sheets] + list(scans.unread), default=0)
    parts = tuple(scans.put_back(parts_of(sheets)))
    return Contents(max(total, _counted(data, total)), parts, scans.warnings(), scans.unread)


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
