"""PDF files with a text layer: lines with boxes, reading order, headings, running lines, ruled tables.

``pdfium`` gives glyphs and strokes, ``plumber`` gives the same where pdfium refuses a file. From there on nothing knows
which library it was: ``tables`` takes what stands between rules, ``lines`` orders the rest, ``layout`` makes blocks.
"""

from __future__ import annotations

from rinsearch.extract.pdf.read import read_pdf

__all__ = ["read_pdf"]
