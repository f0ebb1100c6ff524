"""Measures in the rows of tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from rinsearch.compose.drafts import SUPPORTING, Draft
from rinsearch.records import Column, Passage, PassageKind
from rinsearch.taxonomy import column_field
from rinsearch.taxonomy.phrases import phrase

# A row is a measure where one of these stands beside it, and no column of what is or was ("state", "baseline").
DESCRIBING = frozenset({"state", "baseline"})
_NUMBER = re.compile(r"\b[\dA-ZČŠŽ]{1,2}(?:[./]\d{1,2})+\b")
_LETTERED = re.compile(r"(?P<number>[\dA-ZČŠŽ]{1,2}(?:[./]\d{1,2})+)\.?\s+(?=\S)")


def from_rows(passages: tuple[Passage, ...]) -> Iterator[Draft]:
    """The rows that hold a measure."""
    for passage in passages:
        if passage.kind != PassageKind.ROW or not passage.columns:
            continue
        columns = _by_field(passage.columns)
        if "measure" in columns and SUPPORTING & set(columns) and not DESCRIBING & set(columns):
            draft = _row(passage, columns)
            if draft:
                yield draft


def _by_field(columns: tuple[Column, ...]) -> dict[str, Column]:
    """The columns by what their headings mean; the first column of a field counts."""
    found: dict[str, Column] = {}
    for column in columns:
        name = _field_named(column.heading)
        if name and name not in found:
            found[name] = column
    return found


def _field_named(heading: str) -> str | None:
    """What a heading means: "Nosilec"; also "Ukrep v občini Kočevje" and, in a block of one measure, "Ukrep 2.13"."""
    short = phrase("more-in-heading").sub("", heading)
    return column_field(heading) or (column_field(short) if short else None)


def _row(passage: Passage, columns: Mapping[str, Column]) -> Draft | None:
    fields = {name: (c.start, c.end) for name, c in columns.items() if passage.text[c.start : c.end].strip(" -–—/")}
    if "measure" not in fields or len(fields) < 2 or _is_heading_row(passage, columns):
        return None
    text = fields.pop("measure")
    number = fields.pop("number", None)
    words = passage.text[number[0] : number[1]].strip(" .") if number else _number_in(columns["measure"].heading)
    lettered = None if words else _LETTERED.match(passage.text, *text)
    if lettered:  # "A/1 Dnevno varstvo": the number stands before the text, in the same cell
        text, words = (lettered.end(), text[1]), lettered.group("number")
    return Draft(passage, text, fields, words)


def _number_in(heading: str) -> str | None:
    match = _NUMBER.search(heading)
    return match.group() if match else None


def _is_heading_row(passage: Passage, columns: Mapping[str, Column]) -> bool:
    """A repeated header, or a merged row that gives the priority: every cell says the same."""
    cells = {passage.text[c.start : c.end].strip() for c in columns.values()}
    return len(cells - {""}) == 1 or all(column_field(cell) for cell in cells if cell)
