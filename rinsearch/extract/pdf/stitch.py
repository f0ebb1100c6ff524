"""Tables over several pages: the repeated header dropped, a row that was cut put together."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from rinsearch.extract.pdf.tables import PageTable
from rinsearch.extract.shapes import goes_on
from rinsearch.records import Cell, Origin, Table

SAME_RULE = 6.0  # points: columns of one table stand at the same place on each page
LABEL_LENGTH = 45  # characters of a field's name

Row = tuple[Cell, ...]


def fits(first: PageTable, second: PageTable) -> bool:
    """Whether the second goes on with the first: on the next page, with the same columns."""
    same = len(first.columns) == len(second.columns)
    width = zip(first.columns, second.columns, strict=False)
    return same and second.page == first.page + 1 and all(abs(a - b) <= SAME_RULE for a, b in width)


def stitched(pieces: Sequence[PageTable]) -> Table:
    """One table out of its parts."""
    header = _header_rows(pieces)
    rows = list(pieces[0].rows)
    for last, piece in pairwise(pieces):
        more = list(piece.rows)
        while more and header and _texts(more[0]) in [_texts(row) for row in rows[:header]]:
            del more[0]
        if more and _is_continued(rows[-1], more[0], len(rows) > header):
            rows[-1] = _grown(rows[-1], more.pop(0))
        rows += _filled(rows[-1], more, last.merged_down)
    return Table(tuple(rows), Origin.TEXT_LAYER, header)


def _texts(row: Row) -> tuple[str, ...]:
    return tuple(text_of(cell) for cell in row)


def text_of(cell: Cell) -> str:
    """The words of a cell in one line."""
    return " ".join(" ".join(line.text for line in cell.lines).split())


def _header_rows(pieces: Sequence[PageTable]) -> int:
    """How many rows are headings: those that each page repeats; else by bold print; else the first."""
    first = pieces[0]
    if len(first.rows) < 2:
        return 0
    if first.header:
        return first.header
    repeated = _repeated(pieces)
    if repeated:
        return repeated
    if _is_form(first):
        return 0
    bold = next((at for at, each in enumerate(first.bold) if not each), len(first.bold))
    if bold == 0 or bold == len(first.bold):
        return 1
    spanning = next((at for at, row in enumerate(first.rows[:bold]) if spans_all(row)), bold)
    return max(min(bold, spanning), 1) if spanning else 0


def _repeated(pieces: Sequence[PageTable]) -> int:
    if len(pieces) < 2:
        return 0
    count = 0
    for mine, other in zip(pieces[0].rows, pieces[1].rows, strict=False):
        if _texts(mine) != _texts(other) or not any(_texts(mine)):
            break
        count += 1
    return count


def spans_all(row: Row) -> bool:
    """Whether one merged cell is the whole row: a title, or a heading between the rows."""
    return len(row) > 1 and bool(row[0].lines) and all(cell == row[0] for cell in row)


def _is_form(table: PageTable) -> bool:
    """Label beside value: two columns, the first with short names, set in bold or ending in a colon."""
    if len(table.columns) != 3:
        return False
    labels = [text_of(row[0]) for row in table.rows if not spans_all(row)]
    if any(len(label) > LABEL_LENGTH for label in labels) or not any(labels):
        return False
    return table.label_bold or sum(label.endswith(":") for label in labels) * 2 > len(labels)


def _is_continued(last: Row, first: Row, has_rows: bool) -> bool:
    """Whether the first row of a page is the rest of the last row of the page before."""
    filled = [at for at, cell in enumerate(first) if cell.lines]
    if not has_rows or not filled or spans_all(first) or spans_all(last):
        return False
    running = [at for at in filled if goes_on(text_of(first[at]))]
    if first[0].lines:
        return len(running) == len(filled)
    return bool(running) or len(filled) * 2 < len(first)


def _grown(row: Row, rest: Row) -> Row:
    return tuple(Cell(cell.lines + more.lines) for cell, more in zip(row, rest, strict=True))


def _filled(last: Row, rows: list[Row], merged: tuple[bool, ...]) -> list[Row]:
    """Repeat a cell that was merged up to the end of the page, while the cells below it are empty."""
    open_columns = {at for at, each in enumerate(merged) if each and at < len(last)}
    done: list[Row] = []
    for row in rows:
        open_columns = {at for at in open_columns if not row[at].lines}
        done.append(tuple(last[at] if at in open_columns else cell for at, cell in enumerate(row)))
    return done
