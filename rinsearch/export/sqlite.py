"""SQLite: a table for each sheet, keys between them, so that it opens in Datasette with its links."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import date
from pathlib import Path

from rinsearch.export.cells import Cell, Column, Kind
from rinsearch.export.sheets import Sheet, names

_TYPES = {Kind.INTEGER: "INTEGER", Kind.NUMBER: "REAL", Kind.BOOLEAN: "INTEGER"}
# Which column of a sheet names a row of which other; written where both are there and every name is found.
KEYS = {
    "document": ("documents", "id"),
    "plan": ("plans", "id"),
    "passage": ("passages", "id"),
}
FIRST = ("plans", "documents", "passages")  # what others point to


def write_sqlite(sheets: Sequence[Sheet], path: Path) -> None:
    """A database with a table for each sheet. Dates are ISO text, truth is 0 or 1."""
    path.unlink(missing_ok=True)
    ordered = sorted(sheets, key=lambda sheet: FIRST.index(sheet.name) if sheet.name in FIRST else len(FIRST))
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("PRAGMA foreign_keys = ON")
        for sheet in ordered:
            database.execute(_create(sheet, ordered))
            places = ", ".join("?" for _ in sheet.columns)
            rows = ([_stored(cell) for cell in row] for row in sheet.rows)
            database.executemany(f'INSERT INTO "{sheet.name}" VALUES ({places})', rows)
            for column in sheet.columns:
                if column.name in KEYS:
                    database.execute(f'CREATE INDEX "{sheet.name}_{column.name}" ON "{sheet.name}" ("{column.name}")')


def _stored(cell: Cell) -> str | int | float | None:
    if isinstance(cell, date):
        return cell.isoformat()
    # A lone surrogate, from a file's name, cannot be stored as UTF-8.
    return cell.encode("utf-8", "replace").decode() if isinstance(cell, str) else cell


def _create(sheet: Sheet, sheets: Sequence[Sheet]) -> str:
    columns = [_column(column, sheet) for column in sheet.columns]
    return f'CREATE TABLE "{sheet.name}" ({", ".join((*columns, *_keys(sheet, sheets)))})'


def _column(column: Column, sheet: Sheet) -> str:
    key = " PRIMARY KEY" if column.name == "id" and _unique(sheet, "id") else ""
    return f'"{column.name}" {_TYPES.get(column.kind, "TEXT")}{key}'


def _keys(sheet: Sheet, sheets: Sequence[Sheet]) -> Iterator[str]:
    for name in names(sheet.columns):
        other, key = KEYS.get(name, ("", ""))
        target = next((each for each in sheets if each.name == other and each is not sheet), None)
        if target and _unique(target, key) and _values(sheet, name) - {None} <= _values(target, key):
            yield f'FOREIGN KEY ("{name}") REFERENCES "{other}" ("{key}")'


def _values(sheet: Sheet, name: str) -> set[Cell]:
    number = names(sheet.columns).index(name)
    return {row[number] for row in sheet.rows}


def _unique(sheet: Sheet, name: str) -> bool:
    return len(_values(sheet, name)) == len(sheet.rows)
