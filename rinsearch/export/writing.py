"""Sheets to files: the form is told by the ending; a file is written whole or not at all."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import IO

from rinsearch.errors import UsageError
from rinsearch.export.cells import Cell
from rinsearch.export.sheets import Sheet, names
from rinsearch.export.sqlite import write_sqlite
from rinsearch.export.tabular import write_parquet, write_xlsx
from rinsearch.whole import replacing

# Text that Excel would make a number or a day of: the code 001 would become 1, the measure 1.10 the first of October.
_CODE = re.compile(r"[0-9][0-9 .,:/-]*(?:[eE][0-9]+)?")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # a cell that begins so would be run by a spreadsheet


@dataclass(frozen=True, slots=True)
class Style:
    """How CSV is written: as programs read it, or as a Slovene Excel opens it.

    For Excel: semicolon, decimal comma, d. m. yyyy, and ``="001"`` for text that it would take for a number or a day.
    """

    excel: bool = False


def write(sheets: Sequence[Sheet], path: Path, style: Style = Style()) -> int:
    """Write sheets to a file; returns the number of rows.

    Several sheets go into ``.xlsx`` and ``.sqlite`` only. Raises `UsageError` for an ending that is not written, or a
    file that cannot be written, `MissingPart` where a format's library is not installed.
    """
    writer = _writer(path, len(sheets))
    with replacing(path) as waiting:
        writer(sheets, waiting, style)
    return sum(len(sheet.rows) for sheet in sheets)


def _writer(path: Path, sheets: int) -> Callable[[Sequence[Sheet], Path, Style], None]:
    writer = _WRITERS.get(path.suffix.lower())
    if writer is None:
        said = path.suffix or "No ending"
        raise UsageError(f"{said} is not written.", place=path.name, advice=f"Use one of {', '.join(_WRITERS)}.")
    if sheets > 1 and path.suffix.lower() not in SEVERAL:
        raise UsageError(
            f"{path.suffix} holds one register.", place=path.name, advice=f"For several use {' or '.join(SEVERAL)}."
        )
    return writer


def _lines(sheets: Sequence[Sheet], path: Path, style: Style) -> None:
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for sheet in sheets:
            file.writelines(json.dumps(record, ensure_ascii=False) + "\n" for record in sheet.records)


def _csv(sheets: Sequence[Sheet], path: Path, style: Style) -> None:
    # With a byte order mark, or a spreadsheet reads č as something else.
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        for sheet in sheets:
            _csv_rows(sheet, file, style)


def _csv_rows(sheet: Sheet, file: IO[str], style: Style) -> None:
    writer = csv.writer(file, delimiter=";" if style.excel else ",")
    writer.writerow(names(sheet.columns))
    writer.writerows([_plain(cell, style) for cell in row] for row in sheet.rows)


def _plain(cell: Cell, style: Style) -> str | int | float:
    """A cell of CSV; nothing that a spreadsheet would run."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return ("DA" if cell else "NE") if style.excel else str(cell).lower()
    if isinstance(cell, date):
        return f"{cell.day}. {cell.month}. {cell.year}" if style.excel else cell.isoformat()
    if isinstance(cell, float):
        return str(cell).replace(".", ",") if style.excel else cell
    return (_kept(cell) if style.excel else safe(cell)) if isinstance(cell, str) else cell


def _kept(text: str) -> str:
    """Text that stays text in Excel; the quotation marks are those of a text in a formula, so no digit is lost."""
    return f'="{text}"' if _CODE.fullmatch(text) else safe(text)


def safe(text: str) -> str:
    """Text that a spreadsheet takes for text.

    >>> safe("=1+1"), safe("- starejši")
    ("'=1+1", "'- starejši")
    """
    return f"'{text}" if text.startswith(_FORMULA) else text


def _xlsx(sheets: Sequence[Sheet], path: Path, style: Style) -> None:
    write_xlsx(sheets, path)


def _parquet(sheets: Sequence[Sheet], path: Path, style: Style) -> None:
    write_parquet(sheets[0], path)


def _sqlite(sheets: Sequence[Sheet], path: Path, style: Style) -> None:
    write_sqlite(sheets, path)


_WRITERS: Mapping[str, Callable[[Sequence[Sheet], Path, Style], None]] = {
    ".csv": _csv,
    ".jsonl": _lines,
    ".xlsx": _xlsx,
    ".parquet": _parquet,
    ".sqlite": _sqlite,
    ".db": _sqlite,
}
ENDINGS = tuple(_WRITERS)
SEVERAL = (".xlsx", ".sqlite", ".db")
