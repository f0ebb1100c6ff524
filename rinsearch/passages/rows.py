"""Tables to rows: one passage for each row, or for a whole form of labels and values."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rinsearch.normalise import Change, Damage
from rinsearch.passages.forms import Pairs, form_of
from rinsearch.passages.pieces import Piece, piece_of, shifted
from rinsearch.passages.turned import turned
from rinsearch.records import Cell, Column, Span, Table

BETWEEN = " | "

Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class RowPiece:
    """The text of a row with its columns; ``title`` marks a merged row, which is a heading for those below."""

    piece: Piece
    columns: tuple[Column, ...]
    title: bool = False


def rows_of(table: Table, damage: Damage) -> Iterator[RowPiece]:
    """The rows of a table in order; header rows give the columns' headings and no rows of their own."""
    merged = _merged(table)
    whole = {at for at in range(len(table.rows)) if _spans_all(table.rows[at], merged.get(at, set()))}
    if upright := _upright(table, whole, damage):
        yield from upright
        return
    pairs = form_of(table, whole, merged, damage)
    if pairs:
        yield from _forms(table, pairs, damage)
        return
    top = table.header_rows if table.header_rows < len(table.rows) else 0
    yield from (_title(table.rows[at], damage) for at in range(top) if at in whole)
    headings = _headings([table.rows[at] for at in range(top) if at not in whole], len(table.rows[0]), damage)
    for at, row in enumerate(table.rows[top:], top):
        if at in whole:
            yield _title(row, damage)
        elif any(cell.lines for cell in row):
            yield _row(list(_distinct(zip(headings, row, strict=True), merged.get(at, set()))), damage)


def _upright(table: Table, whole: Collection[int], damage: Damage) -> list[RowPiece]:
    """The rows of a table that lies on its side, below the merged rows that are its titles; else none."""
    first = next((at for at in range(len(table.rows)) if at not in whole), 0)
    rows = [] if any(at > first for at in whole) else turned(table.rows[first:], damage)
    if not rows:
        return []
    headings = [piece_of(cell.lines, damage).text for cell in rows[0]]
    below = [_row(list(zip(headings, row, strict=True)), damage) for row in rows[1:]]
    return [*(_title(table.rows[at], damage) for at in range(first)), *below]


def _merged(table: Table) -> dict[int, set[int]]:
    """For each row, the columns that the cell to their left covers: as the file says, or as the boxes show."""
    said: dict[int, set[int]] = {}
    for at, column in table.merged:
        said.setdefault(at, set()).add(column)
    for at, row in enumerate(table.rows):
        pairs = enumerate(pairwise(row), 1)
        if same := {n for n, (left, cell) in pairs if cell == left and cell.lines and cell.lines[0].box}:
            said.setdefault(at, set()).update(same)
    return said


def _spans_all(row: Row, merged: set[int]) -> bool:
    """Whether one cell was merged over the whole row. Where nothing tells, two equal may be chance, three are not."""
    same = len(row) > 1 and bool(row[0].lines) and all(cell == row[0] for cell in row)
    return same and (len(row) > 2 or 1 in merged)


def _title(row: Row, damage: Damage) -> RowPiece:
    return RowPiece(piece_of(row[0].lines, damage), (), title=True)


def _headings(header: Sequence[Row], width: int, damage: Damage) -> list[str]:
    """The heading of each column; where headings stand one above the other, all of them."""
    columns = [[piece_of(row[at].lines, damage).text for row in header] for at in range(width)]
    return [" / ".join(dict.fromkeys(filter(None, texts))) for texts in columns]


def _distinct(cells: Iterable[tuple[str, Cell]], merged: set[int]) -> Iterator[tuple[str, Cell]]:
    """A cell merged over neighbouring columns once, under their joined headings."""
    last: tuple[str, Cell] | None = None
    for column, (heading, cell) in enumerate(cells):
        if last is not None and column in merged:
            last = (" / ".join(dict.fromkeys(filter(None, (last[0], heading)))), cell)
            continue
        if last is not None:
            yield last
        last = (heading, cell)
    if last is not None:
        yield last


def _row(cells: Sequence[tuple[str, Cell]], damage: Damage) -> RowPiece:
    return _assembled([("", heading, piece_of(cell.lines, damage)) for heading, cell in cells])


def _assembled(parts: Sequence[tuple[str, str, Piece]]) -> RowPiece:
    """Prefix, heading and text of each cell as one text; the columns keep the place of the text alone."""
    text = ""
    spans: list[Span] = []
    columns: list[Column] = []
    changes: list[tuple[Change, int | None]] = []
    for number, (prefix, heading, piece) in enumerate(parts):
        text += (BETWEEN if number else "") + prefix
        spans += shifted(piece, len(text))
        columns.append(Column(heading, len(text), len(text) + len(piece.text)))
        changes += piece.changes
        text += piece.text
    return RowPiece(Piece(text, tuple(spans), tuple(changes)), tuple(columns))


def _forms(table: Table, pairs: Pairs, damage: Damage) -> Iterator[RowPiece]:
    """One row for each form; a label that comes again begins the next one, a merged row is a title.

    It may come again with another number: "UKREP 1", "UKREP 2".
    """
    form: list[tuple[str, str, Piece]] = []
    for at, row in enumerate(table.rows):
        if at not in pairs:
            if form:
                yield _assembled(form)
            form = []
            yield _title(row, damage)
            continue
        for name, value in pairs[at]:
            label = name.text.rstrip(" :")
            if label and form and _bare(label) == _bare(form[0][1]):
                yield _assembled(form)
                form = []
            if label or value.text:
                form.append((f"{label}: " if label else "", label, value))
    if form:
        yield _assembled(form)


def _bare(label: str) -> str:
    """A label without the number in it."""
    return "".join(sign for sign in label if sign.isalpha()) or label
