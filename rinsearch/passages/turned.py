"""Tables that lie on their side: labels in the first column, and each other column a thing of its own."""

from __future__ import annotations

from collections.abc import Sequence

from rinsearch.normalise import Damage
from rinsearch.passages.pieces import piece_of
from rinsearch.records import Cell
from rinsearch.taxonomy import column_field, column_fields

LEAST_COLUMNS = 3  # the labels and two things; with one it is a form
LEAST_LABELS = 3
KNOWN_SHARE = 0.6  # of the labels are names of fields
LABEL_LENGTH = 45  # characters
MEASURE = "measure"
TOLD = frozenset({"provider", "deadline"})  # a list of figures or of members has neither

Row = Sequence[Cell]


def turned(rows: Sequence[Row], damage: Damage) -> list[list[Cell]] | None:
    """The rows of such a table the right way round, its labels first; ``None`` where a table stands upright.

    "Ukrep | Klub | Obrok", "Nosilec | CSD | Karitas", "Rok | 2018 | 2019" gives "Ukrep | Nosilec | Rok",
    "Klub | CSD | 2018", "Obrok | Karitas | 2019".
    """
    if len(rows) < LEAST_LABELS or len(rows[0]) < LEAST_COLUMNS or not _has_labels(rows, damage):
        return None
    words = [[piece_of(cell.lines, damage).text for cell in row[1:]] for row in rows]
    inside = [text for row in words[1:] for text in row if text]
    if any(column_fields(text) for text in inside) or len({column_field(text) for text in words[0]} - {None}) > 1:
        return None  # the labels of a form with several in a row, or headings
    # One cell over all columns is the name of a form, and what is alike in all of them is no name.
    return [list(column) for column in zip(*rows, strict=True)] if _are_names(rows, words, damage) else None


def _has_labels(rows: Sequence[Row], damage: Damage) -> bool:
    """Whether the first column holds labels, of who does it or until when too; one above them may be left out."""
    labels = [piece_of(row[0].lines, damage).text for row in rows]
    fields = [column_field(label) for label in labels]
    known = {field for field in fields if field}
    begins = not labels[0] or fields[0] is not None or not TOLD - known
    enough = len(known) >= LEAST_LABELS - (not labels[0]) and len(known) >= KNOWN_SHARE * len(labels)
    return begins and enough and bool(known & TOLD) and all(len(label) <= LABEL_LENGTH for label in labels)


def _are_names(rows: Sequence[Row], words: Sequence[Sequence[str]], damage: Damage) -> bool:
    """Whether the row that names the things has as many names as there are columns."""
    labels = [column_field(piece_of(row[0].lines, damage).text) for row in rows]
    named = labels.index(MEASURE) if MEASURE in labels else 0
    return all(words[named]) and len(set(words[named])) == len(words[named])
