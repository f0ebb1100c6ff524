"""The figures of reading together: per form and per file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rinsearch.evaluate.reading import Counts, compare
from rinsearch.evaluate.report import DIGITS, Unread
from rinsearch.evaluate.truth import Truth
from rinsearch.records import Document


@dataclass(frozen=True, slots=True)
class ReadingFigures:
    """A form or a file: shares from 0 to 1, none where there is nothing to be counted; ``name`` says which it is."""

    name: str
    files: int
    words: int
    word_precision: float | None
    word_recall: float | None
    word_f1: float | None
    reading_order: float | None
    ruled_rows: int
    ruled_rows_right: float | None
    open_rows: int
    open_rows_right: float | None
    rows_read: int
    character_errors: float | None


@dataclass(frozen=True, slots=True)
class Extraction:
    """How rightly files are read, by form (``forms``) and one by one (``papers``)."""

    folder: str
    files: int
    forms: tuple[ReadingFigures, ...]
    papers: tuple[ReadingFigures, ...]
    unread: tuple[Unread, ...]


def reading_report(folder: str, pairs: Iterable[tuple[Truth, Document]], unread: Sequence[Unread] = ()) -> Extraction:
    """All figures of files and what was read of them; ``unread`` are those that could not be read."""
    counted = [(truth, compare(truth, document)) for truth, document in pairs]
    forms = sorted({truth.form for truth, _ in counted})
    by_form = [_figures(form, [counts for truth, counts in counted if truth.form == form]) for form in forms]
    by_file = [_figures(truth.file, [counts]) for truth, counts in counted]
    return Extraction(folder, len(counted), tuple(by_form), tuple(by_file), tuple(unread))


def _figures(name: str, several: Sequence[Counts]) -> ReadingFigures:
    all_of_them = sum(several, Counts())
    return ReadingFigures(
        name=name,
        files=len(several),
        words=all_of_them.words,
        word_precision=_share(all_of_them.words_right, all_of_them.words_read),
        word_recall=_share(all_of_them.words_right, all_of_them.words),
        word_f1=_share(2 * all_of_them.words_right, all_of_them.words_read + all_of_them.words),
        reading_order=_share(all_of_them.pairs_right, all_of_them.pairs),
        ruled_rows=all_of_them.ruled,
        ruled_rows_right=_share(all_of_them.ruled_right, all_of_them.ruled),
        open_rows=all_of_them.open,
        open_rows_right=_share(all_of_them.open_right, all_of_them.open),
        rows_read=all_of_them.rows_read,
        character_errors=_share(all_of_them.edits, all_of_them.characters),
    )


def _share(part: int, whole: int) -> float | None:
    return round(part / whole, DIGITS) if whole else None
