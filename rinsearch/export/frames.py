"""Sheets as pandas data frames, for notebooks."""

from __future__ import annotations

from typing import Any

from rinsearch.export.cells import Kind
from rinsearch.export.sheets import Sheet, names
from rinsearch.export.tabular import part

# Types that know a missing value, so that an unknown count is not made 0, nor 25 made 25.0.
_TYPES = {
    Kind.TEXT: "string",
    Kind.LINK: "string",
    Kind.INTEGER: "Int64",
    Kind.NUMBER: "Float64",
    Kind.BOOLEAN: "boolean",
    Kind.DATE: "datetime64[ns]",
}


def frame(sheet: Sheet) -> Any:
    """The sheet as a ``pandas.DataFrame`` with typed columns. Raises `MissingPart` without pandas."""
    pandas = part("pandas", "A data frame")
    found = pandas.DataFrame(list(sheet.rows), columns=names(sheet.columns), dtype="object")
    for column in sheet.columns:
        values = found[column.name]
        dates = column.kind is Kind.DATE
        found[column.name] = pandas.to_datetime(values) if dates else values.astype(_TYPES[column.kind])
    return found
