"""By what means files are read here: with better ones, what has failed is worth another try."""

from __future__ import annotations

from rinsearch.extract.base import READER_VERSION, ReadOptions
from rinsearch.extract.ocr import tesseract
from rinsearch.extract.office.programs import antiword, libreoffice


def means(options: ReadOptions) -> str:
    """Version of the readers, programs that are here, limits."""
    programs = {"ocr": tesseract.available(), "libreoffice": libreoffice(), "antiword": antiword()}
    here = [name for name, found in programs.items() if found]
    return " ".join([READER_VERSION, *here, f"{options.seconds:g}s", f"{options.memory_mb}MB"])
