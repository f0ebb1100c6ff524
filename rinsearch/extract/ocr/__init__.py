"""Pictures of pages to lines, through tesseract as a program of its own.

``tesseract`` runs the program with limits, ``words`` reads its table, ``lines`` puts words into straight lines with
sizes, ``page`` turns a picture upright and gives the page. Without the program or its Slovene data pages stay unread.
"""

from __future__ import annotations

from rinsearch.extract.ocr.page import NEEDS_OCR, Scan, Unread, read_picture, scale_for
from rinsearch.extract.ocr.tesseract import Budget, available

__all__ = ["NEEDS_OCR", "Budget", "Scan", "Unread", "available", "read_picture", "scale_for"]
