"""Tables in plain text: cells between bars or tabs, and columns that only blanks keep apart.

Bars make a table wherever several lines have as many of them. Blanks also stand in letterheads and between signatures,
so columns of blanks are a table only under a line that names known columns ("Ukrep   Nosilec   Rok").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rinsearch.records import Cell, Line, Origin, Table
from rinsearch.taxonomy import column_fields

LEAST_COLUMNS = 3
LEAST_KNOWN = 2  # headings of known columns that make a line the head of a table
LEAST_ROWS = 3  # with bars, the head among them; two where the head names known columns
LEAST_RULES = 3  # inside a table with bars: above them and below the head there are two in any case
MOST_LINES = 2000  # of one table
MOST_HEAD_LINES = 3
MOST_INDENT = 3  # blanks before a bar that stands around a row; behind more of them it ends an empty cell
MOST_BLANK = 1  # blank lines between two rows
BETWEEN_BARS = re.compile(r"\s*\|\s*")
RULE = re.compile(r"\s*[|+]?(?=[ |+:]{0,3}[-=_]{3})[-=_+|: ]+$")
_LABELLED = re.compile(
    r"(?:\|\s?)?(?P<label>[^\W\d_][^\t|]{1,44}?)[ :]*(?:\t+| {2,}| ?\.{4,} ?|\s?\|(?:\s|$))"
    r"(?P<value>(?:[^\s|][^\t|]*?)?)[ |]{0,3}$"
)
KNOWN_SHARE = 0.6  # of the labels of a form are names of known fields
_CODE = re.compile(r"\W*(?:[A-ZČŠŽ]|[IVX]{1,4})?\W?\d{1,3}(?:[./-]\d{1,2}){0,3}\W*")
_CHUNK = re.compile(r"\S+(?:[ \u00a0]\S+)*")

Span = tuple[int, int]
Cells = list[list[Line]]  # the lines of each cell of a row


@dataclass(frozen=True, slots=True)
class Found:
    """A table between two lines of its page: the first one, and the one behind its last."""

    start: int
    end: int
    table: Table


def tables_in(lines: Sequence[Line]) -> Iterator[Found]:
    """The tables of a page, in its order."""
    at = 0
    head: Cells = []
    while at < len(lines):
        found = _labelled(lines, at) or _headless(lines, at, head) or _barred(lines, at) or _blanked(lines, at)
        if found:
            yield found
            head = _head_of(found.table) or head
        at = found.end if found else at + 1


# --- labels beside values ---------------------------------------------------------------------------------------------


def _labelled(lines: Sequence[Line], start: int) -> Found | None:
    """Lines of a known label and, behind a tab, a bar, dots or several blanks, its value; an indented line goes on."""
    rows: list[Cells] = []
    end = start
    while end < min(len(lines), start + MOST_LINES) and (row := _label_row(lines[end], rows)):
        if row[0]:
            rows.append(row)
        else:
            rows[-1] = _merged([rows[-1], row])
        end += 1
    known = sum(bool(column_fields(row[0][0].text)) for row in rows)
    if known < LEAST_ROWS or known < KNOWN_SHARE * len(rows):
        return None
    return Found(start, end, _table(rows, 0))


def _label_row(line: Line, rows: list[Cells]) -> Cells | None:
    """The label and the value of a line, or the rest of a value; ``None`` ends the form."""
    match = _LABELLED.match(line.text)
    if match is None or not (rows or column_fields(match["label"])):
        rest = line.text.strip()
        return [[], [replace(line, text=rest)]] if rows and rest and line.text[:1] in " \t" else None
    value = match["value"].strip()
    return [[replace(line, text=match["label"].strip())], [replace(line, text=value)] if value else []]


# --- cells between bars or tabs ---------------------------------------------------------------------------------------


def _barred(lines: Sequence[Line], start: int) -> Found | None:
    """Lines with the same number of bars (or of tabs), rules between them left out."""
    head = start + bool(RULE.match(lines[start].text))
    width = len(_split(lines[head].text)) if head < len(lines) else 0
    if width < LEAST_COLUMNS:
        return None
    whole, end = _whole_rows(lines, head, width)
    rows = _with_whole_head(list(_grouped(whole)))
    if len(rows) < (2 if _known(_split(lines[head].text)) >= LEAST_KNOWN else LEAST_ROWS):
        return None
    return Found(start, end, _table(rows, 1))


def _headless(lines: Sequence[Line], start: int, head: Cells) -> Found | None:
    """Rows below a title of their own, with as many bars as the table before them; its head is theirs, too."""
    width = len(head)
    if not head or "|" not in lines[start].text or len(_split(lines[start].text)) > width:
        return None
    whole, end = _whole_rows(lines, start, width)
    rows = list(_grouped(whole))
    return Found(start, end, _table([head, *rows], 1)) if rows and _is_below(rows[0], head) else None


def _is_below(row: Cells, head: Cells) -> bool:
    """Whether a row can stand below a head: a number where numbers are said to be, or else a figure in the time."""
    cells, names = ([" ".join(line.text for line in cell) for cell in some] for some in (row, head))
    told = {field: cell for cell, name in zip(cells, names, strict=True) for field in column_fields(name)[:1]}
    if "number" in told:
        return bool(_CODE.fullmatch(told["number"]))
    return any(map(str.isdigit, told.get("deadline", "")))


def _head_of(table: Table) -> Cells:
    """The head of a table between bars that names known columns; empty where it is none."""
    if table.header_rows != 1 or len(table.rows[0]) < LEAST_COLUMNS:
        return []
    head = [list(cell.lines) for cell in table.rows[0]]
    return head if _known([" ".join(line.text for line in cell) for cell in head]) >= LEAST_KNOWN else []


def _whole_rows(lines: Sequence[Line], start: int, width: int) -> tuple[list[Line], int]:
    """The rows of this width from a line on, with the indented rests of their last cells, and where they end."""
    rows: list[Line] = []
    end = start
    while end < min(len(lines), start + MOST_LINES):
        text, following = lines[end].text, lines[end + 1].text if end + 1 < len(lines) else ""
        rest = f"{text.rstrip()} {following.strip()}" if following[:2].isspace() and following.strip() else ""
        if rest and "|" in text and _is_cut(text, following, width) and len(_split(rest)) == width:
            rows.append(replace(lines[end], text=rest))
            end += 2
        elif _keeps(text, width):
            rows.append(lines[end])
            end += 1
        else:
            break
    return rows, end


def _is_cut(text: str, following: str, width: int) -> bool:
    """Whether a row goes on in the next line: it lacks a bar, or its last cell is empty and no bar stands around it."""
    open_end = text.rstrip().endswith("|") and not text.lstrip().startswith("|") and "|" not in following
    return len(_split(text)) < width or open_end


def _with_whole_head(rows: list[Cells]) -> list[Cells]:
    """The head's two lines as one where the second goes on in small letters: "Ciljna | Rok", "skupina | izvedbe"."""
    texts = [[" ".join(line.text for line in cell) for cell in row] for row in rows[:2]]
    if len(texts) < 2 or not all(_goes_on_small(text) for text in texts[1]) or not any(texts[1]):
        return rows
    whole = _known([f"{above} {below}".strip() for above, below in zip(*texts, strict=True)])
    return [_merged(rows[:2]), *rows[2:]] if whole >= max(_known(texts[0]), LEAST_KNOWN) else rows


def _goes_on_small(text: str) -> bool:
    return not text or (text[0].islower() and not any(map(str.isdigit, text)))


def _keeps(text: str, width: int) -> bool:
    return bool(RULE.match(text)) or len(_split(text)) == width


def _split(text: str) -> list[str]:
    """The cells of a line; a bar at its beginning says that bars also stand around the row, unless it stands far in."""
    if "|" not in text:
        return [cell.strip() for cell in text.split("\t")]
    bare = text.strip()
    around = bare.startswith("|") and (bare.endswith("|") or text.index("|") <= MOST_INDENT)
    return BETWEEN_BARS.split(bare.strip("|").strip() if around else bare)


def _row(line: Line) -> Cells:
    cells = (" ".join(cell.split()) for cell in _split(line.text))
    return [[replace(line, text=cell)] if cell else [] for cell in cells]


def _grouped(lines: Sequence[Line]) -> Iterator[Cells]:
    """Each line a row; but where rules stand between the rows, the lines between two rules."""
    apart = sum(bool(RULE.match(line.text)) for line in lines) >= LEAST_RULES
    row: list[Cells] = []
    for line in lines:
        ruled = bool(RULE.match(line.text))
        if row and (ruled or not apart):
            yield _merged(row)
            row = []
        if not ruled:
            row.append(_row(line))
    if row:
        yield _merged(row)


# --- columns of blanks ------------------------------------------------------------------------------------------------


def _blanked(lines: Sequence[Line], start: int) -> Found | None:
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
    rows = _rows(lines[start + head + ruled : end], columns)
    heading = _merged([_cut(line, columns) for line in lines[start : start + head]])
    return Found(start, end, _table([heading, *rows], 1)) if rows else None


def _chunks(text: str) -> list[Span]:
    """Runs of words that are divided by two blanks or more."""
    return [match.span() for match in _CHUNK.finditer(text)]


def _head_length(lines: Sequence[Line], start: int) -> int:
    """How many lines the head has: as few as make the most columns known; 0 where it is none."""
    best, length = LEAST_KNOWN - 1, 0
    spans = _chunks(lines[start].text)
    heads = [lines[start].text[slice(*span)] for span in spans]
    for more in range(1, MOST_HEAD_LINES + 1):
        if (known := _known(heads)) > best:
            best, length = known, more
        if start + more >= len(lines) or RULE.match(lines[start + more].text):
            break
        for span in _chunks(lines[start + more].text):
            at = max(range(len(spans)), key=lambda number: _overlap(spans[number], span))
            if _overlap(spans[at], span) > 0:
                heads[at] += " " + lines[start + more].text[slice(*span)]
    return length


def _overlap(first: Span, second: Span) -> int:
    return min(first[1], second[1]) - max(first[0], second[0])


def _known(headings: Sequence[str]) -> int:
    """How many known columns headings name, each once."""
    return len({fields[0] for fields in map(column_fields, headings) if fields})


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
    return bool(RULE.match(text)) or chunks >= LEAST_COLUMNS or (not apart and (chunks > 1 or text.startswith("   ")))


def _is_title(lines: Sequence[Line], at: int) -> bool:
    """A line over the whole width with a row of several cells behind it."""
    following = [line.text for line in lines[at + 1 : at + 3] if line.text.strip()]
    known = bool(following) and _known([following[0][slice(*span)] for span in _chunks(following[0])]) >= LEAST_KNOWN
    return bool(following) and len(_chunks(following[0])) >= LEAST_COLUMNS and not known


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
    """A chunk is cut where a column begins behind a single blank."""
    start, end = span
    for column, _ in columns:
        if start < column < end and text[column - 1] == " ":
            yield start, column - 1
            start = column
    yield start, end


def _merged(rows: Sequence[Cells]) -> Cells:
    return [[line for cell in cells for line in cell] for cells in zip(*rows, strict=True)]


def _rows(lines: Sequence[Line], columns: Sequence[Span]) -> list[Cells]:
    """The rows; a line without a first cell, or behind no blank line where blank lines divide the rows, goes on."""
    kept = [line for line in lines if not RULE.match(line.text)]
    divided = any(not line.text.strip() for line in kept)
    rows: list[Cells] = []
    apart = True
    for line in kept:
        if not line.text.strip():
            apart = True
            continue
        cells = _cut(line, columns)
        if len(_chunks(line.text)) == 1 and not line.text.startswith("   "):
            rows += _title(line, cells, rows)
        elif rows and _goes_on(cells, apart, divided):
            rows[-1] = _merged([rows[-1], cells])
        else:
            rows.append(cells)
        apart = False
    return rows


def _title(line: Line, cells: Cells, rows: list[Cells]) -> list[Cells]:
    """A line alone is the title of those below, or (in small letters) the rest of the first cell."""
    if rows and line.text.lstrip()[:1].islower():
        rows[-1] = _merged([rows[-1], cells])
        return []
    return [[[line] for _ in cells]]


def _goes_on(cells: Cells, apart: bool, divided: bool) -> bool:
    filled = [bool(cell) for cell in cells]
    if divided and not apart and not (filled[0] and sum(filled) > len(filled) / 2):
        return True
    if sum(filled) > len(filled) / 2:
        return not (filled[0] or apart)
    return not filled[0] or (not apart and cells[0][0].text[:1].islower())


# --- the record -------------------------------------------------------------------------------------------------------


def _table(rows: Sequence[Cells], header: int) -> Table:
    titled = map(_over_all, rows) if header else rows  # a form's row without a value is no title
    cells = tuple(tuple(Cell(tuple(lines)) for lines in row) for row in titled)
    return Table(cells, Origin.TEXT_LAYER, header)


def _over_all(row: Cells) -> Cells:
    """A row of which only the first cell is filled gives the title of those below."""
    return [row[0]] * len(row) if row[0] and not any(row[1:]) else row
