"""Tables to rows: one passage for each row, or for a whole form of labels and values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rinsearch.normalise import Change, Damage
from rinsearch.passages.pieces import Piece, piece_of, shifted
from rinsearch.records import Cell, Column, Span, Table
from rinsearch.taxonomy import column_field

BETWEEN = " | "
LABEL_LENGTH = 45  # characters of a field's name
KNOWN_SHARE = 0.5  # of the first column must be names of fields, when neither print nor colons show a form

Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class RowPiece:
    """The text of a row with its columns; ``title`` marks a merged row, which is a heading for those below."""

    piece: Piece
    columns: tuple[Column, ...]
    title: bool = False


def rows_of(table: Table, damage: Damage) -> Iterator[RowPiece]:
    """The rows of a table in order; header rows give the columns' headings and no rows of their own."""
    if _is_form(table, damage):
        yield from _forms(table, damage)
        return
    header, body = table.rows[: table.header_rows], table.rows[table.header_rows :]
    if not body:
        header, body = (), table.rows
    titles = [row for row in header if _spans_all(row)]
    yield from (_title(row, damage) for row in titles)
    headings = _headings([row for row in header if row not in titles], len(table.rows[0]), damage)
    for row in body:
        if _spans_all(row):
            yield _title(row, damage)
        elif any(cell.lines for cell in row):
            yield _row(list(_distinct(zip(headings, row, strict=True))), damage)


def _spans_all(row: Row) -> bool:
    """Whether one cell was merged over the whole row. Without boxes, two equal cells may be chance, three are not."""
    same = len(row) > 1 and bool(row[0].lines) and all(cell == row[0] for cell in row)
    return same and (len(row) > 2 or row[0].lines[0].box is not None)


def _title(row: Row, damage: Damage) -> RowPiece:
    return RowPiece(piece_of(row[0].lines, damage), (), title=True)


def _headings(header: Sequence[Row], width: int, damage: Damage) -> list[str]:
    """The heading of each column; where headings stand one above the other, all of them."""
    columns = [[piece_of(row[at].lines, damage).text for row in header] for at in range(width)]
    return [" / ".join(dict.fromkeys(filter(None, texts))) for texts in columns]


def _distinct(cells: Iterable[tuple[str, Cell]]) -> Iterator[tuple[str, Cell]]:
    """A cell merged over neighbouring columns once, under their joined headings."""
    last: tuple[str, Cell] | None = None
    for heading, cell in cells:
        if last is not None and cell == last[1] and cell.lines and cell.lines[0].box is not None:
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


# --- forms: label beside value ----------------------------------------------------------------------------------------


def _is_form(table: Table, damage: Damage) -> bool:
    """Whether the first of two columns names the fields of the second, and the first row is not a heading of both."""
    if len(table.rows[0]) != 2:
        return False
    labels = [piece_of(row[0].lines, damage).text for row in table.rows if not _spans_all(row)]
    if len(labels) < 2 or any(len(label) > LABEL_LENGTH for label in labels):
        return False
    known = sum(column_field(label) is not None for label in labels)
    if known >= 2 and known >= KNOWN_SHARE * len(labels):
        return True
    return table.header_rows == 0 and all(labels)


def _forms(table: Table, damage: Damage) -> Iterator[RowPiece]:
    """One row for each form; a label that comes again begins the next one, a merged row is a title."""
    form: list[tuple[str, str, Piece]] = []
    for row in table.rows:
        if _spans_all(row):
            if form:
                yield _assembled(form)
            form = []
            yield _title(row, damage)
            continue
        label = piece_of(row[0].lines, damage).text.rstrip(" :")
        if label and form and label == form[0][1]:
            yield _assembled(form)
            form = []
        form.append((f"{label}: " if label else "", label, piece_of(row[1].lines, damage)))
    if form:
        yield _assembled(form)
