"""Tables that are forms: a label beside its value, or several such pairs in a row."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from rinsearch.normalise import Damage
from rinsearch.passages.pieces import Piece, piece_of
from rinsearch.records import Cell, Table
from rinsearch.taxonomy import column_field

LABEL_LENGTH = 45  # characters of a field's name
KNOWN_SHARE = 0.5  # of the labels must be names of fields, when neither print nor colons show a form
KNOWN_PAIRS = 3  # labels, where a row has several
VALUE_SHARE = 0.25  # as many values as labels at most are names of fields: those of a header row all are

Pairs = Mapping[int, Sequence[tuple[Piece, Piece]]]


def form_of(table: Table, titles: Collection[int], merged: Mapping[int, set[int]], damage: Damage) -> Pairs | None:
    """The labels with their values, by the number of the row; ``None`` where a table is no form.

    ``titles`` are rows of one cell, ``merged`` the columns of each row that the cell to their left covers.
    """
    rows = {at: row for at, row in enumerate(table.rows) if at not in titles}
    first = [piece_of(row[0].lines, damage).text for row in rows.values()]
    if len(first) < 2 or any(len(label) > LABEL_LENGTH for label in first):
        return None
    known = sum(column_field(label) is not None for label in first)
    mostly = known >= 2 and known >= KNOWN_SHARE * len(first)
    if len(table.rows[0]) == 2:
        fits = mostly or (table.header_rows == 0 and all(first))
        return {at: [_pair(row, damage)] for at, row in rows.items()} if fits else None
    return _several(rows, merged, damage) if mostly else None


def _pair(cells: Sequence[Cell], damage: Damage) -> tuple[Piece, Piece]:
    return piece_of(cells[0].lines, damage), piece_of(cells[1].lines, damage)


def _several(rows: Mapping[int, Sequence[Cell]], merged: Mapping[int, set[int]], damage: Damage) -> Pairs | None:
    """Each label is left of its value: "Nosilec | CSD Kranj | Rok | 2018"; a value may reach over several places."""
    cells = {at: [cell for n, cell in enumerate(row) if n not in merged.get(at, ())] for at, row in rows.items()}
    if any(len(row) % 2 for row in cells.values()):
        return None
    pairs = {at: [_pair(row[n : n + 2], damage) for n in range(0, len(row), 2)] for at, row in cells.items()}
    flat = [pair for row in pairs.values() for pair in row if pair[0].text or pair[1].text]
    labels, values = (sum(column_field(pair[side].text) is not None for pair in flat) for side in (0, 1))
    short = all(len(label.text) <= LABEL_LENGTH for label, _ in flat)
    enough = labels >= max(KNOWN_PAIRS, KNOWN_SHARE * len(flat)) and values <= VALUE_SHARE * labels
    return pairs if short and enough else None
