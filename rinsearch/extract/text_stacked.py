"""Tables in plain text that were copied cell by cell: each cell a line, below the names of the columns.

Only where several known columns are named one below the other is there such a table. Where its first column counts, a
row ends before the next number; else every row has as many lines as the head.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rinsearch.extract.text_bars import RUNNING
from rinsearch.extract.text_cells import MOST_LINES, Cells, Found, table
from rinsearch.records import Line
from rinsearch.taxonomy import column_fields
from rinsearch.taxonomy.phrases import phrase

LONGEST_NAME = 45  # characters of a column's name
MOST_COLUMNS = 10
LONGEST_CELL = 140  # characters
LEAST_NAMED = 3  # known columns, all but one of those that there are
_NUMBER = re.compile(r"(?P<before>(?:[A-ZČŠŽ]{0,2}-?)?(?:\d{1,2}[./])*)(?P<last>\d{1,2})\.?")
_RUNNING_TEXT = re.compile(r"[^\W\d_]{3}\.$|:$")
_SHORT_YEARS = re.compile(r"\b20\d\d\s?[-–]\s?20\d\d$")


def stacked(lines: Sequence[Line], start: int) -> Found | None:
    """Names of columns one below the other, and the cells of rows below them in the same order."""
    width = _width(lines, start)
    if not width:
        return None
    head: Cells = [[line] for line in lines[start : start + width]]
    counts = column_fields(lines[start].text.strip())[:1] == ("number",)
    reader = _numbered if counts else _even
    rows, end, left = reader(lines, start + width, width)
    return Found(start, end, table([head, *rows], 1), left=tuple(left)) if rows else None


def _width(lines: Sequence[Line], start: int) -> int:
    """How many names of columns stand one below the other from a line on; 0 where these are too few.

    One of them may be none that is known, where a number follows behind the last.
    """
    if start and lines[start - 1].text.strip() and _name(lines[start - 1].text):
        return 0
    names = [line.text.strip() for line in lines[start : start + MOST_COLUMNS + 1]]
    counts = column_fields(names[0])[:1] == ("number",)
    ends = (at for at, name in enumerate(names) if (_NUMBER.fullmatch(name) if counts else not _name(name)))
    names = names[: next(ends, 0)]
    fields = [fields[0] for name in names if (fields := column_fields(name))]
    known = len(set(fields)) == len(fields) >= max(LEAST_NAMED, len(names) - 1)
    return len(names) if known and all(0 < len(name) <= LONGEST_NAME for name in names) else 0


def _name(text: str) -> bool:
    """Whether a line may be the name of a column."""
    words = text.strip()
    return len(words) <= LONGEST_NAME and not any(sign in words for sign in "|\t:") and bool(column_fields(words))


def _numbered(lines: Sequence[Line], start: int, width: int) -> tuple[list[Cells], int, list[Line]]:
    """Rows that begin with numbers, up to a blank line behind a full one; lines that run over pages are ``left``."""
    rows: list[list[Line]] = []
    left: list[Line] = []
    end = at = start
    while at < min(len(lines), start + MOST_LINES):
        text = lines[at].text.strip()
        full = bool(rows) and len(rows[-1]) >= width
        if not text and (full or not rows or not _runs(lines, at)):
            break
        if text and _runs_over(text):
            left.append(lines[at])
        elif text and _follows(text, rows):
            rows.append([lines[at]])
        elif text and rows:
            rows[-1].append(lines[at])
        elif text:
            break
        at += 1
        end = at if text else end
    fitted = [row for each in rows if (row := _fitted(each, width))]
    return (fitted, end, left) if len(fitted) == len(rows) else ([], start, [])


def _runs(lines: Sequence[Line], at: int) -> bool:
    """Whether the next words behind a blank line run over the pages, or go on behind such words."""
    following = next((line.text.strip() for line in lines[at:] if line.text.strip()), "")
    before = next((line.text.strip() for line in reversed(lines[:at]) if line.text.strip()), "")
    return _runs_over(following) or _runs_over(before)


def _runs_over(text: str) -> bool:
    return bool(RUNNING.search(text) or (_SHORT_YEARS.search(text) and "RIN" in text))


def _follows(text: str, rows: Sequence[Sequence[Line]]) -> bool:
    """Whether a line is the number of the next row."""
    number = _NUMBER.fullmatch(text)
    last = _NUMBER.fullmatch(rows[-1][0].text.strip()) if rows else None
    if number is None or last is None:
        return number is not None and not rows
    return number["before"] == last["before"] and int(number["last"]) == int(last["last"]) + 1


def _fitted(lines: Sequence[Line], width: int) -> Cells | None:
    """The lines as cells: where there are too many, one in small letters goes on with the cell above it.

    The surest first: below a word behind which a name cannot end ("osebe z demenco in", "njihovi svojci").
    """
    cells: Cells = [[line] for line in lines]
    for goes_on in (_is_open, _may_go_on):
        at = 2
        while len(cells) > width and at < len(cells):
            if cells[at][0].text.strip()[:1].islower() and goes_on(cells[at - 1][-1].text.rstrip()):
                cells[at - 1 : at + 1] = [[*cells[at - 1], *cells[at]]]
            else:
                at += 1
    return [*cells, *([] for _ in range(width - len(cells)))] if len(cells) in (width, width - 1) else None


def _is_open(text: str) -> bool:
    return bool(phrase("cell-that-goes-on").search(text))


def _may_go_on(text: str) -> bool:
    return text[-1:].isalpha()


def _even(lines: Sequence[Line], start: int, width: int) -> tuple[list[Cells], int, list[Line]]:
    """Rows of as many lines as the head; blank lines may stand between the rows, between all of them or none."""
    names = [line.text.strip() for line in lines[start - width : start]]
    rows: list[Cells] = []
    ends = [start]
    apart: bool | None = None
    while ends[-1] < len(lines):
        at = ends[-1]
        while at < len(lines) and not lines[at].text.strip():
            at += 1
        blank = at > ends[-1]
        row = [line for line in lines[at : at + width] if line.text.strip()]
        if len(row) < width or not _is_row(row, names) or (rows and apart not in (None, blank)):
            break
        apart = blank if rows else None
        rows.append([[line] for line in row])
        ends.append(at + width)
    return (rows, ends[-1], []) if len(rows) > 1 else ([], start, [])


def _is_row(row: Sequence[Line], names: Sequence[str]) -> bool:
    """Whether no cell is running text, and the one below the name of a time has a figure or is in small letters."""
    cells = [line.text.strip() for line in row]
    times = [cell for cell, name in zip(cells, names, strict=True) if column_fields(name)[:1] == ("deadline",)]
    said = all(len(time) <= LONGEST_NAME and (time[:1].islower() or any(map(str.isdigit, time))) for time in times)
    return bool(times) and said and not any(len(cell) > LONGEST_CELL or _RUNNING_TEXT.search(cell) for cell in cells)
