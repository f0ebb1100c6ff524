"""Tables in plain text whose cells stand between bars or tabs, wherever several lines have as many of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rinsearch.extract.text_cells import (
    LEAST_COLUMNS,
    LEAST_KNOWN,
    LEAST_ROWS,
    MOST_LINES,
    RULE,
    Cells,
    Found,
    known,
    merged,
    table,
)
from rinsearch.extract.text_rests import with_whole_cells
from rinsearch.records import Line, Table
from rinsearch.taxonomy import column_fields
from rinsearch.taxonomy.phrases import phrase

DOT = " · "  # divides cells, too
LEAST_RULES = 3  # inside a table with bars: above them and below the head there are two in any case
MOST_INDENT = 3  # blanks before a bar that stands around a row; behind more of them it ends an empty cell
LONGEST_TITLE = 110  # characters of a line above rows
MOST_RESTS = 12  # lines of one row
LONGEST_GOAL = 180  # characters of the goal that stands below such a title
RUNNING = re.compile(
    r"@|\b(?:stran|str\.) ?\d|(?<!\d)\d{1,2} ?/ ?\d{1,3}$|\s{3}\d{1,3}$", re.IGNORECASE
)  # over the pages
_TITLED = re.compile(r"(?:\d{1,2}(?:\.\d{1,2}){0,2}\.?\s+)?[^\W\d_a-zčšž]|[»„]")
_SUM = re.compile(r"\d[\d., ]*(?:EUR|€|%)?")
_LABELLED = re.compile(r"(?P<label>[^\W\d_][^:|]{1,44}):\s+\S")
_CODE = re.compile(r"\W*(?:[A-ZČŠŽ]|[IVX]{1,4})?\W?\d{1,3}(?:[./-]\d{1,2}){0,3}\W*")


def barred(lines: Sequence[Line], start: int) -> Found | None:
    """Lines with the same number of bars (or of tabs), rules between them left out."""
    head = start + bool(RULE.match(lines[start].text))
    width = len(_split(lines[head].text)) if head < len(lines) else 0
    if width < LEAST_COLUMNS and not (width and _is_of_results(lines[head].text)):
        return None
    if is_labelled(_split(lines[head].text)):
        return None  # "Program 1: Topla hiša | Nosilec: Dom Sonce": such lines have no head
    whole, end = _whole_rows(lines, head, width)
    rows = with_whole_cells(_with_whole_head(list(_grouped(whole, width))))
    if len(rows) < (2 if known(_split(lines[head].text)) >= LEAST_KNOWN else LEAST_ROWS):
        return None
    return Found(start, end, table(rows, 0 if _is_row_of_values(_split(lines[head].text)) else 1))


def _is_of_results(text: str) -> bool:
    """Whether a line between bars heads two columns, what was put and what became of it: "| Sklep | Izid |"."""
    cells = _split(text) if text.strip().startswith("|") else []
    if len(cells) != LEAST_COLUMNS - 1:
        return False
    return bool(phrase("heading-of-matter").fullmatch(cells[0]) and phrase("heading-of-result").fullmatch(cells[1]))


def _is_row_of_values(cells: Sequence[str]) -> bool:
    """Whether the first row is one of values: no cell names a known column, and one is a time, not a bare year."""
    times = [cell for cell in cells if phrase("deadline-told").fullmatch(cell) or phrase("time-alone").fullmatch(cell)]
    return not known(cells) and any(not cell.isdigit() for cell in times)


def headless(lines: Sequence[Line], start: int, head: Cells) -> Found | None:
    """Rows below a title of their own, with as many bars as the table before them; its head is theirs, too."""
    width = len(head)
    text = lines[start].text
    if not head or not ("|" in text or "\t" in text) or len(_split(text)) > width:
        return None
    whole, end = _whole_rows(lines, start, width)
    rows = with_whole_cells([head, *_grouped(whole, width, planned=True)])[1:]
    return Found(start, end, table([head, *rows], 1)) if rows and _is_below(rows[0], head) else None


def _is_below(row: Cells, head: Cells) -> bool:
    """Whether a row can stand below a head: a number where numbers are said to be, or else a figure in the time.

    One with a figure where the head says who is a row of sums.
    """
    cells, names = ([" ".join(line.text for line in cell) for cell in some] for some in (row, head))
    told = {field: cell for cell, name in zip(cells, names, strict=True) for field in column_fields(name)[:1]}
    sums = sum(bool(_SUM.fullmatch(cell)) for cell in cells[1:])
    if sums > 1 or not any(map(str.isalpha, told.get("provider", "x"))):
        return False
    if "number" in told:
        return bool(_CODE.fullmatch(told["number"]))
    return any(map(str.isdigit, told.get("deadline", "")))


def head_of(found: Table) -> Cells:
    """The head of a table between bars that names known columns; empty where it is none."""
    if found.header_rows != 1 or len(found.rows[0]) < LEAST_COLUMNS:
        return []
    head = [list(cell.lines) for cell in found.rows[0]]
    return head if known([" ".join(line.text for line in cell) for cell in head]) >= LEAST_KNOWN else []


def _whole_rows(lines: Sequence[Line], start: int, width: int) -> tuple[list[Line], int]:
    """The rows of this width from a line on, with the indented rests of their last cells, and where they end."""
    rows: list[Line] = []
    end = start
    while end < min(len(lines), start + MOST_LINES):
        text, taken = _with_rests(lines, end, width)
        if taken:
            rows.append(replace(lines[end], text=text))
            end += taken
        elif count := 1 if _keeps(text, width) else _titles(lines, end, width) if rows else 0:
            rows += lines[end : end + count]
            end += count
        else:
            break
    return rows, end


def _with_rests(lines: Sequence[Line], start: int, width: int) -> tuple[str, int]:
    """A row that goes on in indented lines, with them, and how many lines it takes; none where it stands in one.

    "24/3 | Občinski svet se seznani" / "       z načrtom (za 24). |" / "       izpis poslan" is one row of three cells.
    """
    text, whole, taken = lines[start].text, "", 0
    for count, line in enumerate(lines[start + 1 : start + MOST_RESTS], 2):
        following = line.text
        rests = "|" in text and following[:2].isspace() and following.strip()
        if not (rests and _is_cut(text, following, width)):
            break
        text = f"{text.rstrip()} {following.strip()}"
        if len(_split(text)) == width:
            whole, taken = text, count
    return whole or lines[start].text, taken


def _is_cut(text: str, following: str, width: int) -> bool:
    """Whether a row goes on in the next line: it lacks a bar, or its last cell is empty and no bar stands around it."""
    open_end = text.rstrip().endswith("|") and not text.lstrip().startswith("|") and "|" not in following
    return len(_split(text)) < width or open_end


def _with_whole_head(rows: list[Cells]) -> list[Cells]:
    """The head's two lines as one where the second goes on in small letters: "Ciljna | Rok", "skupina | izvedbe"."""
    texts = [[" ".join(line.text for line in cell) for cell in row] for row in rows[:2]]
    if len(texts) < 2 or not all(_goes_on_small(text) for text in texts[1]) or not any(texts[1]):
        return rows
    whole = known([f"{above} {below}".strip() for above, below in zip(*texts, strict=True)])
    return [merged(rows[:2]), *rows[2:]] if whole >= max(known(texts[0]), LEAST_KNOWN) else rows


def _goes_on_small(text: str) -> bool:
    return not text or ((text[0].islower() or text[0] == "(") and not any(map(str.isdigit, text)))


def _keeps(text: str, width: int) -> bool:
    return bool(RULE.match(text)) or len(_cells(text, width)) == width


def _titles(lines: Sequence[Line], at: int, width: int) -> int:
    """How many lines above a row are titles: one, or two where the second is the goal of the first."""
    text, *below = [line.text for line in lines[at : at + 3]] + ["", ""]
    if _is_title(text, below[0], width):
        return 1
    goal = "|" not in below[0] and len(below[0]) <= LONGEST_GOAL and phrase("goal-title").match(below[0])
    return 2 if goal and _is_title(text, below[1], width) else 0


def _is_title(text: str, following: str, width: int) -> bool:
    """A line without bars right above a row, not above another head: "PODROČJE I: BIVANJE".

    Inside a frame it is a line of one cell above a rule: "| CILJ 1: BIVANJE |", "+-----+".
    """
    framed = text.strip().startswith("|") and text.strip().endswith("|") and len(_split(text)) == 1
    if framed and RULE.match(following):
        return bool(_TITLED.match(text.strip(" |")))
    if len(_split(text)) > 1 or len(text) > LONGEST_TITLE or not _TITLED.match(text) or RUNNING.search(text):
        return False
    cells = _cells(following, width)
    return len(cells) == width and not text.rstrip().endswith(".") and known(cells) < LEAST_KNOWN


def is_labelled(cells: Sequence[str]) -> bool:
    """Cells that name their own field: "Nosilec: Dom Sonce"."""
    named = (_LABELLED.match(cell) for cell in cells)
    return sum(bool(match and column_fields(match["label"])) for match in named) >= LEAST_KNOWN


def _cells(text: str, width: int) -> list[str]:
    """The cells of a line of so many; a bar at its beginning may also stand behind an empty first cell."""
    cells = _split(text)
    if (len(cells) >= LEAST_COLUMNS or text.startswith("\t")) and len(cells) < width and "\t" in text:
        cells += [""] * (width - len(cells))  # a line's last tabs are lost when it is saved
    whole = _between_bars(text) if len(cells) < width and "|" in text else cells
    return whole if len(whole) == width else cells


def _split(text: str) -> list[str]:
    """The cells of a line; a bar at its beginning says that bars also stand around the row, unless it stands far in."""
    if "|" not in text:
        return [cell.strip() for cell in text.split(DOT if DOT in text else "\t")]
    bare = text.strip()
    around = bare.startswith("|") and (bare.endswith("|") or text.index("|") <= MOST_INDENT)
    return _between_bars(bare.strip("|") if around else bare)


def _between_bars(text: str) -> list[str]:
    return [cell.strip() for cell in text.split("|")]


def _row(line: Line, width: int) -> Cells:
    cells = [" ".join(cell.split()) for cell in _cells(line.text, width)]
    cells += [""] * (width - len(cells))  # a title has one
    return [[replace(line, text=cell)] if cell else [] for cell in cells]


def _grouped(lines: Sequence[Line], width: int, *, planned: bool = False) -> Iterator[Cells]:
    """Each line a row; but where rules stand between the rows, the lines between two rules.

    ``planned``: the rows are those of measures, as the head says that stands above them or elsewhere.
    """
    apart = sum(bool(RULE.match(line.text)) for line in lines) >= LEAST_RULES
    planned = planned or known(_split(lines[0].text)) >= LEAST_KNOWN  # in a table of votes a line is read as it was
    row: list[Cells] = []
    for line in lines:
        ruled = bool(RULE.match(line.text))
        if row and (ruled or not apart):
            yield from _numbered(row) if planned else (merged(row),)
            row = []
        if not ruled:
            row.append(_row(line, width))
    if row:
        yield from _numbered(row) if planned else (merged(row),)


def _numbered(lines: list[Cells]) -> Iterator[Cells]:
    """The lines between two rules: one row, or as many as have a number of their own, counting up, in the first one."""
    numbers = [" ".join(line.text for line in cells[0]) for cells in lines]
    starts = [at for at, number in enumerate(numbers) if number]
    figures = [int(numbers[at].rstrip(".")) for at in starts if numbers[at].rstrip(".").isdecimal()]
    up = len(figures) == len(starts) > 1 and starts[0] == 0
    if not (up and figures == list(range(figures[0], figures[0] + len(figures)))):
        yield merged(lines)
        return
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        yield merged(lines[start:end])
