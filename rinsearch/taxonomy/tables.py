"""Reading the data files of this folder, with errors that name the file and the line."""

from __future__ import annotations

import csv
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from rinsearch.errors import TaxonomyError
from rinsearch.taxonomy import overlay

KEPT_WORDS = 1 << 14  # words and headings, which come again and again
DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−", "-"))


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table; ``line`` counts from 1 and includes the heading."""

    file: str
    line: int
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def many(self, column: str) -> tuple[str, ...]:
        """The entries of a cell that holds several, divided by a vertical bar."""
        return tuple(part.strip() for part in self.cells[column].split("|") if part.strip())

    def error(self, message: str) -> TaxonomyError:
        """An error at this line."""
        return TaxonomyError(message, place=f"{self.file}, line {self.line}")


@lru_cache(maxsize=KEPT_WORDS)
def fold(text: str) -> str:
    """Lower case, without carons and accents, dashes alike, single spaces.

    >>> fold("Miren  –  Kostanjevica"), fold("ŽUŽEMBERK")
    ('miren-kostanjevica', 'zuzemberk')
    """
    plain = text.casefold()
    if not plain.isascii():
        plain = unicodedata.normalize("NFD", text.translate(DASHES).casefold())
        plain = "".join(each for each in plain if not unicodedata.combining(each))
    return "-".join(" ".join(part.split()) for part in plain.split("-"))


def parse_csv(file: str, text: str) -> Iterator[Row]:
    """The rows of a table; every row must fill exactly the columns of the heading."""
    reader = csv.reader(text.splitlines())
    heading = next(reader, None)
    if heading is None:
        raise TaxonomyError("The table is empty.", place=f"{file}, line 1")
    for cells in reader:
        if len(cells) != len(heading):
            message = f"The line has {len(cells)} cells, the heading {len(heading)}."
            raise TaxonomyError(message, place=f"{file}, line {reader.line_num}")
        yield Row(file, reader.line_num, dict(zip(heading, (cell.strip() for cell in cells), strict=True)))


def rows(file: str) -> tuple[Row, ...]:
    """All rows of a CSV file of this folder, and those of the user's own terms that belong to it."""
    found = package_rows(file)
    own = overlay.active()
    if file == "municipalities.csv" and own.aliases:
        found = tuple(_with_aliases(row, own.aliases.get(row["code"], ())) for row in found)
    more = (Row(each.place, each.line, {**dict.fromkeys(found[0].cells, ""), **each.cells}) for each in own.added(file))
    return (*found, *more)


def package_rows(file: str) -> tuple[Row, ...]:
    """All rows of a CSV file of this folder alone."""
    return tuple(parse_csv(file, _text(file)))


def _with_aliases(row: Row, aliases: tuple[str, ...]) -> Row:
    return Row(row.file, row.line, {**row.cells, "aliases": "|".join((*row.many("aliases"), *aliases))})


@cache
def toml(file: str) -> Mapping[str, Any]:
    """The contents of a TOML file of this folder, and the user's own entries that belong to it."""
    try:
        found = tomllib.loads(_text(file))
    except tomllib.TOMLDecodeError as error:
        raise TaxonomyError(f"This is no valid TOML: {error}.", place=file) from error
    for table, entries in overlay.active().entries.get(file, {}).items():
        found[table] = [*found.get(table, ()), *entries]
    return found


def require(row: Row, *columns: str) -> None:
    """Refuse an empty cell in these columns."""
    for column in columns:
        if not row[column]:
            raise row.error(f"The column {column!r} is empty.")


def once(checked: Iterable[Row], *columns: str) -> None:
    """Refuse two rows with the same values in these columns."""
    seen: dict[tuple[str, ...], int] = {}
    for row in checked:
        key = tuple(row[column] for column in columns)
        if key in seen:
            raise row.error(f"{' '.join(key)!r} stands in line {seen[key]} already.")
        seen[key] = row.line


def _text(file: str) -> str:
    return files("rinsearch.taxonomy").joinpath(file).read_text("utf-8")
