"""The rows of tables that only blanks keep apart: which line begins one, goes on with one, or is a title of some."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rinsearch.extract.text_cells import RULE, Cells, merged
from rinsearch.extract.text_rests import tells_no_time, wraps
from rinsearch.records import Line
from rinsearch.taxonomy import column_fields
from rinsearch.taxonomy.phrases import phrase

LEAST_NUMBERS = 2  # rows with a number of their own
LEAST_LETTERS = 4  # of a title
_FIGURE = re.compile(r"[-–—]{1,3}|\d[\d.,]*(?: (?:EUR|€))?")
_CHUNK = re.compile(r"\S+(?:[ \u00a0]\S+)*")
_NUMBER = re.compile(r"\W*(?:[^\W\d_]{0,2}\d{1,3})(?:[./-]\d{1,2}){0,3}\W*")
_BEGINS_GROUP = re.compile(r"\W*(?:\d{1,2}|[IVX]{1,4}|[A-ZČŠŽ])[.)]")

Span = tuple[int, int]


def chunks_of(text: str) -> list[Span]:
    """Runs of words that are divided by two blanks or more."""
    return [match.span() for match in _CHUNK.finditer(text)]


def overlap(first: Span, second: Span) -> int:
    """How many characters two spans share."""
    return min(first[1], second[1]) - max(first[0], second[0])


def is_page(text: str) -> bool:
    """Whether a line is the number of a page: "Stran 1 od 3", "- 4 -"."""
    words = text.strip()
    return any(map(str.isdigit, words)) and phrase("page-number-line").fullmatch(words) is not None


def cut(line: Line, columns: Sequence[Span]) -> Cells:
    """The cells of a line: a chunk belongs to the column in which most of it stands; one over two columns is cut."""
    cells: Cells = [[] for _ in columns]
    for span in chunks_of(line.text):
        for start, end in _apart(line.text, span, columns):
            at = max(range(len(columns)), key=lambda number: overlap(columns[number], (start, end)))
            cells[at].append(replace(line, text=line.text[start:end]))
    return cells


def _apart(text: str, span: Span, columns: Sequence[Span]) -> Iterator[Span]:
    """A chunk is cut where a column begins behind a single blank, or (before a figure or a dash) with one."""
    start, end = span
    for column, _ in columns:
        if start < column < end and text[column - 1] == " ":
            yield start, column - 1
            start = column
        elif start < column < end and text[column] == " " and _FIGURE.fullmatch(text, column + 1, end):
            yield start, column
            start = column + 1
    yield start, end


def _grouped(heading: Cells) -> int | None:
    """The column of who does it, where the first one only groups the rows: "Četrtletje | Aktivnost | Kdo"."""
    fields = [column_fields(" ".join(line.text for line in cell))[:1] for cell in heading]
    groups = fields[0] not in (("measure",), ("number",)) and fields[1:2] == [("measure",)]
    return fields.index(("provider",)) if groups and ("provider",) in fields else None


def rows_of(lines: Sequence[Line], columns: Sequence[Span], heading: Cells) -> list[Cells]:
    """The rows of a table with these columns below its heading."""
    kept = [line for line in lines if not RULE.match(line.text)]
    numbers = _of_numbers(heading, [cut(line, columns) for line in kept])
    return _counted(kept, columns, numbers) if numbers else _divided(kept, columns, heading)


def _texts(cells: Cells) -> list[str]:
    return [" ".join(line.text.strip() for line in cell) for cell in cells]


def _of_numbers(heading: Cells, lines: Sequence[Cells]) -> int | None:
    """The column of numbers, where those before it tell once what holds for several rows: "Cilj | Št. | Ukrep"."""
    named = (at for at, words in enumerate(_texts(heading)) if at and column_fields(words)[:1] == ("number",))
    at = next(named, None)
    return at if at and sum(_has_number(cells, at) for cells in lines) >= LEAST_NUMBERS else None


def _has_number(cells: Cells, at: int) -> bool:
    return bool(cells[at]) and _NUMBER.fullmatch(cells[at][0].text.strip()) is not None


def _counted(lines: Sequence[Line], columns: Sequence[Span], at: int) -> list[Cells]:
    """Rows that begin with a number behind what holds for several of them, which may go on beside the next rows."""
    rows: list[tuple[list[Cells], Cells]] = []  # what stands before the numbers, and the rest of a row
    group: list[Cells] = []
    for line in lines:
        cells = cut(line, columns)
        before, behind = cells[:at], cells[at:]
        if _is_title(line.text, columns) or phrase("line-of-sums").match(line.text.lstrip()):
            whole = [[line] for _ in cells] if _is_title(line.text, columns) else cells
            rows, group = [*rows, ([whole[:at]], whole[at:])], []
        elif _has_number(cells, at):
            group = [] if before[0] and _begins_group(before[0][0].text, group) else group
            group += [before]
            rows.append((group, behind))
        elif rows:
            rows[-1][0].append(before)
            rows[-1] = (rows[-1][0], merged([rows[-1][1], behind]))
        else:
            rows.append(([before], behind))
    return [[*merged(before), *behind] for before, behind in rows]


def _begins_group(words: str, group: Sequence[Cells]) -> bool:
    """Whether words begin what holds for the rows from here on: with a number, where the words before them do so."""
    numbered = any(_BEGINS_GROUP.match(cells[0][0].text) for cells in group if cells[0])
    return bool(_BEGINS_GROUP.match(words)) if numbered else not words[:1].islower()


def _divided(lines: Sequence[Line], columns: Sequence[Span], heading: Cells) -> list[Cells]:
    """The rows; a line without a first cell, or behind no blank line where blank lines divide the rows, goes on.

    Where the first column groups the rows, a line without a first cell begins one that has the cell above.
    """
    who = _grouped(heading)
    divided = any(not line.text.strip() for line in lines)
    leads = column_fields(_texts(heading)[0])[:1] == ("provider",)
    rows: list[Cells] = []
    apart = True
    for line in lines:
        if not line.text.strip():
            apart = True
            continue
        cells = cut(line, columns)
        if _is_title(line.text, columns):
            rows.append([[line] for _ in cells])
        elif rows and leads and not apart and _fits_first(line.text, columns):
            rows[-1] = merged([rows[-1], cells])
        elif _is_alone(line.text, columns, apart):
            rows += _title(line, cells, rows)
        elif rows and who is not None and _begins_in_group(cells, who):
            rows.append([rows[-1][0], *cells[1:]])
        else:
            rests = _goes_on(cells, apart, divided) and not phrase("line-of-sums").match(line.text.lstrip())
            rests = rests or (bool(rows) and not apart and _wraps(cells, rows, heading))
            rows = [*rows[:-1], merged([rows[-1], cells])] if rows and rests else [*rows, cells]
        apart = False
    return rows


def _wraps(cells: Cells, rows: Sequence[Cells], heading: Cells) -> bool:
    return wraps(cells, rows[-1], rows, heading) or tells_no_time(cells, rows[-1], heading)


def _is_title(text: str, columns: Sequence[Span]) -> bool:
    """Whether a line far in is one run of words that begins with no column: "          PODROČJE A: DRUŽINE"."""
    chunks = chunks_of(text)
    if not text.startswith("   ") or len(chunks) > 1 or any(abs(chunks[0][0] - column) <= 1 for column, _ in columns):
        return False
    words = text.strip()
    return (words[0].isupper() or words[0].isdigit()) and sum(map(str.isalpha, words)) >= LEAST_LETTERS


def _fits_first(text: str, columns: Sequence[Span]) -> bool:
    """Whether a line is one run of words in the first column: the rest of a name, where names begin the rows."""
    return len(chunks_of(text)) == 1 and not text[:1].isspace() and len(text) < columns[1][0]


def _begins_in_group(cells: Cells, who: int) -> bool:
    """Whether all cells but the first are filled, with a title and the name of an organisation."""
    if cells[0] or not all(cells[1:]):
        return False
    title, name = cells[1][0].text.lstrip(), cells[who][0].text.lstrip()
    named = phrase("organisation").match(name) or phrase("organisation-of-part").fullmatch(name)
    return title[:1].isupper() and named is not None


def _is_alone(text: str, columns: Sequence[Span], apart: bool) -> bool:
    """Whether a line is one run of words; behind a blank line also two, of which the second begins with no column."""
    chunks = chunks_of(text)
    if text.startswith("   ") or len(chunks) > 2:
        return False
    return len(chunks) == 1 or (apart and not any(abs(chunks[1][0] - column) <= 1 for column, _ in columns))


def _title(line: Line, cells: Cells, rows: list[Cells]) -> list[Cells]:
    """A line alone is the title of those below, or (in small letters or brackets) the rest of the first cell."""
    begin = line.text.lstrip()[:1]
    if rows and (begin.islower() or begin in "(–-"):
        rows[-1] = merged([rows[-1], cells])
        return []
    return [[[line] for _ in cells]]


def _goes_on(cells: Cells, apart: bool, divided: bool) -> bool:
    filled = [bool(cell) for cell in cells]
    if filled[0] and not all(filled) and not apart and cells[0][0].text.startswith("("):
        return True
    if divided and not apart and not (filled[0] and sum(filled) > len(filled) / 2):
        return True
    if sum(filled) > len(filled) / 2:
        return not (filled[0] or apart)
    return not filled[0] or (not apart and cells[0][0].text[:1].islower())
