"""Registers and records as files: CSV, JSON Lines, XLSX, Parquet, SQLite, and data frames.

A `Sheet` is a register as rows under stable, typed columns; each format writes sheets. Which columns there are, and
what they hold, is written down in one place, `columns`, and documented from there.
"""

from rinsearch.export.cells import Column, Kind
from rinsearch.export.columns import COLUMNS
from rinsearch.export.frames import frame
from rinsearch.export.sheets import Sheet, council_sheet, council_sheets, sheet_of
from rinsearch.export.writing import ENDINGS, SEVERAL, Style, write

__all__ = [
    "COLUMNS",
    "ENDINGS",
    "SEVERAL",
    "Column",
    "Kind",
    "Sheet",
    "Style",
    "council_sheet",
    "council_sheets",
    "frame",
    "sheet_of",
    "write",
]
