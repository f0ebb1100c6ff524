"""XLSX and Parquet, by openpyxl and pyarrow (extra ``frames``)."""

from __future__ import annotations

import importlib
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from rinsearch.errors import MissingPart, UsageError
from rinsearch.export.cells import Cell, Column, Kind
from rinsearch.export.sheets import Sheet, names

WIDEST, NARROWEST = 60, 8  # characters of a column of a spreadsheet
CELL_AT_MOST = 32_767  # characters that a cell of XLSX holds
ROWS_AT_MOST = 1_048_575  # of a sheet of XLSX, below the line of headings
# What XML 1.0 cannot hold; openpyxl raises on it.
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def part(name: str, needed_for: str) -> Any:
    """A library of the extra ``frames``. Raises `MissingPart`."""
    try:
        return importlib.import_module(name)
    except ImportError:
        raise MissingPart(
            f"{needed_for} needs {name.partition('.')[0]}.", advice='Install it: pip install "rinsearch[frames]"'
        ) from None


def write_xlsx(sheets: Sequence[Sheet], path: Path) -> None:
    """A workbook with a page for each sheet: typed cells, a row of filters, links to the files.

    Raises `UsageError` where a sheet has more rows than XLSX holds.
    """
    long = next((sheet for sheet in sheets if len(sheet.rows) > ROWS_AT_MOST), None)
    if long is not None:
        message = f"A sheet of XLSX holds {ROWS_AT_MOST} rows; {long.name} has {len(long.rows)}."
        raise UsageError(message, place=long.name, advice="Limit it, or write .sqlite or .parquet.")
    book = part("openpyxl", "XLSX").Workbook()
    book.remove(book.active)
    for sheet in sheets:
        _page(book.create_sheet(sheet.name), sheet)
    book.save(path)


def _page(page: Any, sheet: Sheet) -> None:
    page.append(names(sheet.columns))
    for row in sheet.rows:
        page.append([_cell(cell) for cell in row])
    for cell in page[1]:
        cell.font = part("openpyxl.styles", "XLSX").Font(bold=True)
    page.freeze_panes = "A2"
    page.auto_filter.ref = page.dimensions
    for number, column in enumerate(sheet.columns, start=1):
        _dress(page, number, column)


def _cell(cell: Cell) -> Cell:
    return _UNWRITABLE.sub("\ufffd", cell)[:CELL_AT_MOST] if isinstance(cell, str) else cell


def _dress(page: Any, number: int, column: Column) -> None:
    """Formats, links and width of a column."""
    longest = len(column.name)
    for (cell,) in page.iter_rows(min_row=2, min_col=number, max_col=number):
        longest = max(longest, len(str(cell.value or "")))
        if column.kind is Kind.DATE:
            cell.number_format = "d. m. yyyy"
        elif column.kind is Kind.NUMBER:
            cell.number_format = "#,##0.00"  # with the signs of the reader's language: 12.500,00
        elif column.kind is Kind.LINK and cell.value:
            cell.hyperlink, cell.style = cell.value, "Hyperlink"
        elif column.kind is Kind.TEXT:
            cell.data_type = "s" if cell.value is not None else cell.data_type  # "=…" stays text, "001" too
            cell.number_format = "@"
    letter = page.cell(1, number).column_letter
    page.column_dimensions[letter].width = min(max(longest + 2, NARROWEST), WIDEST)


def write_parquet(sheet: Sheet, path: Path) -> None:
    """A Parquet file with the columns' own types; their meaning stands in the fields' metadata."""
    arrow, parquet = part("pyarrow", "Parquet"), part("pyarrow.parquet", "Parquet")
    types = {
        Kind.INTEGER: arrow.int64(),
        Kind.NUMBER: arrow.float64(),
        Kind.BOOLEAN: arrow.bool_(),
        Kind.DATE: arrow.date32(),
    }
    fields = [
        arrow.field(column.name, types.get(column.kind, arrow.string()), metadata={"about": column.about})
        for column in sheet.columns
    ]
    columns = [[row[number] for row in sheet.rows] for number in range(len(fields))]
    arrays = [arrow.array(column, type=field.type) for column, field in zip(columns, fields, strict=True)]
    parquet.write_table(arrow.Table.from_arrays(arrays, schema=arrow.schema(fields)), path)
