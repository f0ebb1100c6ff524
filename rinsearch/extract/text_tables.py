"""Tables in plain text: labels beside values; cells between bars, tabs, semicolons; columns that only blanks part.

Bars make a table wherever several lines have as many of them. Blanks also stand in letterheads and between signatures,
so columns of blanks are a table only under a line that names known columns ("Ukrep   Nosilec   Rok").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rinsearch.extract.text_bars import barred, head_of, headless
from rinsearch.extract.text_blanks import blanked, runs_on
from rinsearch.extract.text_cells import LEAST_ROWS, MOST_LINES, Cells, Found, merged, table
from rinsearch.extract.text_frames import is_edge
from rinsearch.extract.text_separated import separated
from rinsearch.extract.text_sideways import sideways
from rinsearch.extract.text_stacked import stacked
from rinsearch.records import Line
from rinsearch.taxonomy import column_fields

_LABELLED = re.compile(
    r"(?:\|\s?)?(?P<label>[^\W\d_][^\t|]{1,44}?)[ :]*(?:\t+| {2,}| ?\.{4,} ?|\s?\|(?:\s|$))"
    r"(?P<value>(?:[^\s|][^\t|]*?)?)[ |]{0,3}$"
)
_UNLABELLED = re.compile(r"\s*\|\s*\|\s?(?P<value>[^\s|][^|]*?)[ |]{0,3}$")
KNOWN_SHARE = 0.6  # of the labels of a form are names of known fields


def tables_in(lines: Sequence[Line], head: Cells | None = None) -> Iterator[Found]:
    """The tables of a page, in its order; ``head`` is that of the last table with bars on the page before."""
    at = 0
    head = head or []
    while at < len(lines):
        found = sideways(lines, at) or _labelled(lines, at) or headless(lines, at, head) or separated(lines, at)
        found = found or barred(lines, at) or blanked(lines, at) or stacked(lines, at)
        if found:
            yield found
            head = head_of(found.table) or head
        at = found.end if found else at + 1


def joined_tables(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The lines of the pages, those that go on with a table of the page before moved to its end."""
    joined: list[list[Line]] = []
    for page in pages:
        lines, moved = list(page), 0
        above = next((each for each in reversed(joined) if any(line.text.strip() for line in each)), None)
        last = _last(above) if above else None
        if above and last:
            moved = runs_on(last, lines)
            above[last.end :] = [line for line in lines[:moved] if line.text.strip()]
        joined.append([*(replace(line, text="") for line in lines[:moved]), *lines[moved:]])
    return joined


def _last(lines: Sequence[Line]) -> Found | None:
    """The table of blanks that reaches the end of a page."""
    end = next(line.text for line in reversed(lines) if line.text.strip())
    if "  " not in end.strip() and not end.startswith("  "):
        return None
    found = [each for each in tables_in(lines) if each.columns]
    reaches = found and not any(line.text.strip() for line in lines[found[-1].end :])
    return found[-1] if reaches else None


def _labelled(lines: Sequence[Line], start: int) -> Found | None:
    """Lines of a known label and, behind a tab, a bar, dots or several blanks, its value; an indented line goes on.

    The edges of a frame may stand around them, and between them.
    """
    rows: list[Cells] = []
    end = start
    while end < min(len(lines), start + MOST_LINES):
        if is_edge(lines[end].text):
            end += 1
            continue
        row = _label_row(lines[end], rows)
        if row is None:
            break
        if row[0]:
            rows.append(row)
        else:
            rows[-1] = merged([rows[-1], row])
        end += 1
    named = sum(bool(column_fields(row[0][0].text)) for row in rows)
    if named < LEAST_ROWS or named < KNOWN_SHARE * len(rows):
        return None
    return Found(start, end, table(rows, 0))


def _label_row(line: Line, rows: list[Cells]) -> Cells | None:
    """The label and the value of a line, or the rest of a value; ``None`` ends the form."""
    match = _LABELLED.match(line.text)
    if match and match["label"][-1].isdigit() and match["value"][:1] in tuple("–—-"):
        match = None  # "Ukrep št. 7   –  Pomoč na domu; izvajalec: Dom Sonce" names a measure
    if match is None or not (rows or column_fields(match["label"])):
        rest = _rest(line.text) if rows else ""
        return [[], [replace(line, text=rest)]] if rest else None
    value = match["value"].strip()
    return [[replace(line, text=match["label"].strip())], [replace(line, text=value)] if value else []]


def _rest(text: str) -> str:
    """The words of a line that goes on with a value: it is indented, has an empty label, or begins in small letters."""
    beside = _UNLABELLED.match(text)
    words = beside["value"] if beside else text.strip()
    return words if beside or text[:1] in (" ", "\t") or words[:1].islower() else ""
