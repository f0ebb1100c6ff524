"""Tables as spreadsheets write them to text: cells between semicolons, commas or tabs, quoted where needed."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rinsearch.extract.text_bars import is_labelled
from rinsearch.extract.text_cells import LEAST_COLUMNS, LEAST_KNOWN, MOST_LINES, Cells, Found, known, table
from rinsearch.records import Line
from rinsearch.taxonomy.phrases import phrase

TAB = "\t"
# How many known headings make a head; commas stand in sentences, too.
SEPARATORS = {TAB: LEAST_KNOWN, ";": LEAST_KNOWN, ",": 3}
LEAST_FILLED = 2  # cells of a row; a line with one of them is a title or a sentence
LONGEST_HEADING = 60  # characters
LONGEST_RECORD = 40  # lines: a quotation mark that nobody closes is none


def separated(lines: Sequence[Line], start: int) -> Found | None:
    """A line of known headings between semicolons, commas or tabs, and the records below it.

    Rows between tabs that are a line each are read as those between bars are; here are those with cells of several
    lines in quotation marks, and with rows between them that hold no word.
    """
    text = lines[start].text
    for separator, least in SEPARATORS.items():
        if text.count(separator) < LEAST_COLUMNS - 1 or text.endswith((".", ":")):
            continue  # as nearly every line of running text
        head = _cells(text, separator)
        if len(head) < LEAST_COLUMNS or max(map(len, head)) > LONGEST_HEADING or known(head) < least:
            continue
        if is_labelled(head):
            continue  # "Klub; nosilec: CSD Kranj; rok: 2018" is a measure, and no head
        rows, end, left = [_row(lines[start], head)], start + 1, list[Line]()
        for record, behind in _records(lines, start + 1, separator):
            if _is_note(record) and _goes_on(lines, behind, separator, LEAST_COLUMNS - 1):
                left.append(replace(lines[end], text=record[-1]))
                end = behind
                continue
            if len(record) > len(head) or sum(map(bool, record)) < LEAST_FILLED:
                break
            rows.append(_row(lines[end], [*record, *([""] * (len(head) - len(record)))]))
            end = behind
        if len(rows) > 1 and (separator != TAB or end - start > len(rows)):
            return Found(start, end, table(rows, 1), left=tuple(left))
    return None


def _is_note(record: Sequence[str]) -> bool:
    """Whether the only cell that is filled tells a sum: ";;Vmesni seštevek: 4 ukrepi" stands between two sections."""
    return len(record) > 1 and not any(record[:-1]) and bool(phrase("subtotal").search(record[-1]))


def _cells(text: str, separator: str) -> list[str]:
    try:
        return [cell.strip() for cell in next(csv.reader([text], delimiter=separator), [])]
    except csv.Error:  # a cell of more than 128 kB
        return []


def _row(line: Line, cells: Sequence[str]) -> Cells:
    parts = ([" ".join(part.split()) for part in cell.split("\n")] for cell in cells)
    return [[replace(line, text=part) for part in each if part] for each in parts]


def _records(lines: Sequence[Line], start: int, separator: str) -> Iterator[tuple[list[str], int]]:
    """The cells of each record, and the line behind it; one with an open quotation mark goes on in the next line."""
    at, last = start, min(len(lines), start + MOST_LINES)
    while at < last:
        if not lines[at].text.strip() and _goes_on(lines, at + 1, separator, lines[start - 1].text.count(separator)):
            at += 1  # a row without a word between two sections
            continue
        text, end = lines[at].text, at + 1
        while text.count('"') % 2 and end < min(last, at + LONGEST_RECORD):
            text, end = f"{text}\n{lines[end].text}", end + 1
        if text.count('"') % 2:
            text, end = lines[at].text.replace('"', ""), at + 1
        cells = _cells(text, separator)
        if len(cells) < LEAST_FILLED:
            return
        yield cells, end
        at = end


def _goes_on(lines: Sequence[Line], at: int, separator: str, wanted: int) -> bool:
    """Whether a line is one more record of the table, and no head of another."""
    text = lines[at].text if at < len(lines) else ""
    least = {TAB: 1, ";": wanted}.get(separator)  # the last tabs of a line are lost when it is saved
    if least is None or text.count(separator) < least:
        return False
    return known(_cells(text, separator)) < LEAST_KNOWN
