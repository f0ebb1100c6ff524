"""The order of the work on a PDF."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from rinsearch.errors import DamagedFile
from rinsearch.extract.base import Contents, ReadOptions
from rinsearch.extract.ocr import Budget
from rinsearch.extract.pdf import pdfium, plumber
from rinsearch.extract.pdf.arrange import Sheet
from rinsearch.extract.pdf.layout import parts_of
from rinsearch.extract.pdf.lines import rows_of
from rinsearch.extract.pdf.page import Page
from rinsearch.extract.pdf.readable import is_readable
from rinsearch.extract.pdf.scanned import recognised
from rinsearch.extract.pdf.scans import Scans
from rinsearch.extract.pdf.sideways import back, put_back
from rinsearch.extract.pdf.tables import tables_of
from rinsearch.extract.pdf.turn import Turn
from rinsearch.extract.recall import Recall


def read_pdf(data: bytes, options: ReadOptions) -> Contents:
    """Read the text layer of a PDF; pages without a usable one are recognised, or listed as unread."""
    sheets: list[Sheet] = []
    turns: dict[int, Turn] = {}
    scans, budget, recall = Scans(), Budget(options.ocr_seconds, options.page_seconds), Recall(data)
    total = 0
    for page in _pages(data, options):
        total = page.number
        if is_readable(page):
            sheets.append(_sheet(page))
            turns |= {page.number: back(page)} if page.turned else {}
        elif page.images or page.pieces or page.tilted:
            recognise = partial(recognised, data, page.number, budget)
            sheets.extend(scans.add(recall.once(page.number, recognise)))
    parts = scans.put_back(parts_of(sheets))
    return Contents(total, tuple(put_back(parts, turns) if turns else parts), scans.warnings(), scans.unread)


def _pages(data: bytes, options: ReadOptions) -> Iterator[Page]:
    """The pages by pdfium, or by pdfplumber where pdfium refuses the file."""
    try:
        yield from pdfium.pages(data, options)
    except DamagedFile:
        if b"/Encrypt" in data:
            raise
        yield from plumber.pages(data, options)


def _sheet(page: Page) -> Sheet:
    tables, bands, rest = tables_of(page)
    rules = [stroke for stroke in page.strokes if stroke.horizontal]
    return Sheet(page.number, page.width, page.height, rows_of(rest), tables, bands, page.tilted, rules)
