"""Scanned pages made from small PDF files: pictures, and PDF files of pictures."""

import io
from collections.abc import Iterable
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from rinsearch.extract.ocr import tesseract

DPI = 200
needs_tesseract = pytest.mark.skipif(not tesseract.available(), reason="tesseract with Slovene data is not installed")


def pictures(data: bytes, dpi: int = DPI) -> list[Image.Image]:
    with pypdfium2.PdfDocument(data) as document:
        return [page.render(scale=dpi / 72, grayscale=True).to_pil().convert("L").copy() for page in document]


def scan(pages: Iterable[Image.Image], form: str = "PDF", dpi: int = DPI) -> bytes:
    """A file of these pages: PDF, TIFF, or of the first page PNG or JPEG."""
    first, *others = pages
    out = io.BytesIO()
    if form == "PDF":
        first.save(out, form, resolution=dpi, save_all=True, append_images=others)
    elif form == "TIFF":
        first.save(out, form, dpi=(dpi, dpi), save_all=True, append_images=others)
    else:
        first.save(out, form, dpi=(dpi, dpi))
    return out.getvalue()


def hide_tesseract(monkeypatch: pytest.MonkeyPatch, empty: Path) -> None:
    """As on a machine without tesseract, also for the processes that are started from now on."""
    monkeypatch.setenv("PATH", str(empty))
    forget_tesseract()


def forget_tesseract() -> None:
    """Look anew whether it is there."""
    tesseract.program.cache_clear()
    tesseract.languages.cache_clear()
