"""Pages of a PDF without a usable text layer: drawn by PDFium and recognised."""

from __future__ import annotations

import pypdfium2

from rinsearch.extract.ocr import NEEDS_OCR, Budget, Scan, Unread, read_picture, scale_for, tesseract
from rinsearch.extract.pdf.render import POINTS, picture_of


def recognised(data: bytes, number: int, budget: Budget) -> Scan | Unread:
    """Recognise the page with this number, from 1."""
    if not tesseract.available():
        return Unread(number, NEEDS_OCR)
    if not budget.begin():
        return Unread(number, "ocr-limit")
    try:
        with pypdfium2.PdfDocument(data) as document:
            page = document[number - 1]
            try:
                scale = scale_for(page.get_width(), page.get_height())
                picture = picture_of(page, scale)
            finally:
                page.close()
    except pypdfium2.PdfiumError:  # a file that only pdfplumber opens, or a broken page
        return Unread(number, "ocr-failed")
    if picture is None:
        return Unread(number, "ocr-limit")
    return read_picture(picture, number, scale * POINTS, budget)
