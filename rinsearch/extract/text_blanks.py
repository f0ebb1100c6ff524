"""Tables in plain text whose columns only blanks keep apart, under a line that names known columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rinsearch.extract.text_cells import (
    LEAST_COLUMNS,
    LEAST_KNOWN,
    MOST_LINES,
    RULE,
    Cells,
    Found,
    known,
    merged,
    table,
)
from rinsearch.extract.text_rests import wraps
from rinsearch.records import Line
from rinsearch.taxonomy import column_fields
from rinsearch.taxonomy.phrases import phrase

MOST_HEAD_LINES = 3
INDENT = 3  # blanks; further out running text begins
FITTING = 0.6  # of the chunks of a line begin with a column
LONGEST_CLOSE = 40  # characters
MOST_BLANK = 1  # blank lines between two rows
_FIGURE = re.compile(r"[-–—]{1,3}|\d[\d.,]*(?: (?:EUR|€))?")
_CHUNK = re.compile(r"\S+(?:[ \u00a0]\S+)*")

Span = tuple[int, int]


def blanked(lines: Sequence[Line], start: int) -> Found | None:
    """A line that names known columns, and lines that keep to them."""
    if len(_chunks(lines[start].text)) < LEAST_COLUMNS:
        return None
    head = _head_length(lines, start)
    if not head:
        return None
    ruled = start + head < len(lines) and bool(RULE.match(lines[start + head].text))
    end = _end(lines, start + head + ruled)
    columns = _columns([line.text for line in lines[start:end]], lines[start + head].text if ruled else "")
    if columns is None or len(columns) < LEAST_COLUMNS:
        return None
    heading = merged([_cut(line, columns) for line in lines[start : start + head]])
    rows = _rows(lines[start + head + ruled : end], columns, heading)
    return Found(start, end, table([heading, *rows], 1), tuple(columns)) if rows else None


def runs_on(above: Found, lines: Sequence[Line]) -> int:
    """How many lines of the next page belong to a table that reaches the end of the page above; 0 where it ended.

    One that begins with a head is read by itself.
    """
    start = next((at for at, line in enumerate(lines) if line.text.strip()), len(lines))
    if start == len(lines) or not above.columns or known(_texts(lines[start])) >= LEAST_KNOWN:
        return 0
    end = start
    while end < len(lines) and (_keeps(lines[end].text, above.columns) or not lines[end].text.strip()):
        end += 1
    rows = [line for line in lines[start:end] if len(_chunks(line.text)) > 1]
    return end if rows and lines[start] in rows else 0


def _texts(line: Line) -> list[str]:
    return [line.text[slice(*span)] for span in _chunks(line.text)]


def _keeps(text: str, columns: Sequence[Span]) -> bool:
    """Whether the chunks of a line begin where columns do; figures may stand further in."""
    starts = [start for start, _ in _chunks(text)]
    near = sum(any(abs(start - column) <= 1 for column, _ in columns) for start in starts)
    alone = len(starts) == 1 and starts[0] < INDENT
    return bool(starts) and not alone and near >= FITTING * len(starts)


def _chunks(text: str) -> list[Span]:
    """Runs of words that are divided by two blanks or more."""
    return [match.span() for match in _CHUNK.finditer(text)]


def _head_length(lines: Sequence[Line], start: int) -> int:
    """How many lines the head has: as few as make the most columns known; 0 where it is none."""
    best, length = LEAST_KNOWN - 1, 0
    spans = _chunks(lines[start].text)
    heads = [lines[start].text[slice(*span)] for span in spans]
    for more in range(1, MOST_HEAD_LINES + 1):
        if (named := known(heads)) > best:
            best, length = named, more
        if start + more >= len(lines) or RULE.match(lines[start + more].text):
            break
        for span in _chunks(lines[start + more].text):
            at = max(range(len(spans)), key=lambda number: _overlap(spans[number], span))
            if _overlap(spans[at], span) > 0:
                heads[at] += " " + lines[start + more].text[slice(*span)]
    return length


def _overlap(first: Span, second: Span) -> int:
    return min(first[1], second[1]) - max(first[0], second[0])


def _end(lines: Sequence[Line], start: int) -> int:
    """Where the rows end: at a line of running text, or at two blank lines."""
    end = at = start
    blank = 0
    while at < min(len(lines), start + MOST_LINES) and blank <= MOST_BLANK:
        text = lines[at].text
        blank = 0 if text.strip() else blank + 1
        if text.strip() and not (_is_row(text, at > end) or _is_title(lines, at)):
            break
        if text.strip():
            end = at + 1
        at += 1
    return end


def _is_row(text: str, apart: bool) -> bool:
    """Several chunks (behind a blank line as many as make a table), a rule, or an indented rest of a cell."""
    chunks = len(_chunks(text))
    rest = not apart and (chunks > 1 or text.startswith("   ") or _closes(text))
    return bool(RULE.match(text)) or chunks >= LEAST_COLUMNS or rest


def _closes(text: str) -> bool:
    """ "žrtev na sodišče)": a short rest of the first cell, whose bracket was opened in the line above."""
    return text[:1].islower() and len(text) <= LONGEST_CLOSE and text.count(")") > text.count("(")


def _is_title(lines: Sequence[Line], at: int) -> bool:
    """A line over the whole width with a row of several cells behind it."""
    following = [line.text for line in lines[at + 1 : at + 3] if line.text.strip()]
    is_head = bool(following) and known([following[0][slice(*span)] for span in _chunks(following[0])]) >= LEAST_KNOWN
    return bool(following) and len(_chunks(following[0])) >= LEAST_COLUMNS and not is_head


def _columns(texts: Sequence[str], rule: str) -> list[Span] | None:
    """The columns: those of a rule of dashes, else what lies between positions that are blank in all lines."""
    if len(_chunks(rule)) >= LEAST_COLUMNS:
        return _reaching([start for start, _ in _chunks(rule)])
    wide = [text for text in texts if len(_chunks(text)) > 1]
    width = max(map(len, wide))
    blank = [all(at >= len(text) or text[at] == " " for text in wide) for at in range(width)]
    starts = [at for at in range(width) if not blank[at] and (at == 0 or (blank[at - 1] and (at < 2 or blank[at - 2])))]
    heads = _chunks(texts[0])
    return _reaching(starts if len(starts) >= len(heads) else [start for start, _ in heads])


def _reaching(starts: list[int]) -> list[Span]:
    return list(zip([0, *starts[1:]], [*starts[1:], 1 << 30], strict=True))


def _cut(line: Line, columns: Sequence[Span]) -> Cells:
    """The cells of a line: a chunk belongs to the column in which most of it stands; one over two columns is cut."""
    cells: Cells = [[] for _ in columns]
    for span in _chunks(line.text):
        for start, end in _apart(line.text, span, columns):
            at = max(range(len(columns)), key=lambda number: _overlap(columns[number], (start, end)))
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


def _rows(lines: Sequence[Line], columns: Sequence[Span], heading: Cells) -> list[Cells]:
    """The rows; a line without a first cell, or behind no blank line where blank lines divide the rows, goes on.

    Where the first column groups the rows, a line without a first cell begins one that has the cell above.
    """
    who = _grouped(heading)
    kept = [line for line in lines if not RULE.match(line.text)]
    divided = any(not line.text.strip() for line in kept)
    rows: list[Cells] = []
    apart = True
    for line in kept:
        if not line.text.strip():
            apart = True
            continue
        cells = _cut(line, columns)
        if _is_alone(line.text, columns, apart):
            rows += _title(line, cells, rows)
        elif rows and who is not None and _begins_in_group(cells, who):
            rows.append([rows[-1][0], *cells[1:]])
        else:
            rests = _goes_on(cells, apart, divided) and not phrase("line-of-sums").match(line.text.lstrip())
            rests = rests or (bool(rows) and not apart and wraps(cells, rows[-1], rows, heading))
            rows = [*rows[:-1], merged([rows[-1], cells])] if rows and rests else [*rows, cells]
        apart = False
    return rows


def _begins_in_group(cells: Cells, who: int) -> bool:
    """Whether all cells but the first are filled, with a title and the name of an organisation."""
    if cells[0] or not all(cells[1:]):
        return False
    title, name = cells[1][0].text.lstrip(), cells[who][0].text.lstrip()
    named = phrase("organisation").match(name) or phrase("organisation-of-part").fullmatch(name)
    return title[:1].isupper() and named is not None


def _is_alone(text: str, columns: Sequence[Span], apart: bool) -> bool:
    """Whether a line is one run of words; behind a blank line also two, of which the second begins with no column."""
    chunks = _chunks(text)
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
