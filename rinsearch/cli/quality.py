"""Figures of quality in print: by label and kind of paper, by form of file, and the errors."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from rinsearch.answers import QUOTE_LENGTH, Cut, Table
from rinsearch.index.values import label_of
from rinsearch.taxonomy import counted, counted_of

if TYPE_CHECKING:
    from rinsearch.evaluate import (
        Evaluation,
        Extraction,
        Mistake,
        QueryFigures,
        QueryMistake,
        ReadingFigures,
        SearchEvaluation,
        Unread,
    )
    from rinsearch.evaluate.report import Figures

LABELS = ("oznaka", "natančnost", "priklic", "F1", "prav", "napačno", "manjka")
READING = ("kaj", "datotek", "besede F1", "vrstni red", "vrstice s črtami", "vrstice brez črt", "napačni znaki")
SEARCH = ("poizvedbe", "število", "nDCG@10", "priklic@20", "MRR", "natanko")
QUERIES = ("poizvedba", "vrsta", "sklop", "nDCG@10", "prvi pravi", "manjka", "narobe")
ERRORS = ("dokument", "oznaka", "napaka", "vrednost", "besedilo")
WORDS = {"wrong": "napačno", "missed": "manjka"}


def is_evaluation(answer: Any) -> bool:
    """Told by name: the room takes 20 ms to load, which only its own commands are worth."""
    return type(answer).__name__ in _TABLES


def evaluation_tables(answer: Any, cut: Cut) -> Iterator[Table]:
    """What is printed of an evaluation."""
    yield from _TABLES[type(answer).__name__](answer, cut)
    if unread(answer):
        yield Table("Not read, and in no figure:", (), tuple(map(_unread, answer.unread)))


def unread(answer: Any) -> bool:
    """Whether some papers of an evaluation could not be read."""
    return bool(getattr(answer, "unread", ()))


def _unread(each: Unread) -> tuple[str, ...]:
    return each.file, each.error.message, each.error.advice


# --- tags, decisions, measures ----------------------------------------------------------------------------------------


def _gold(found: Evaluation, cut: Cut) -> Iterator[Table]:
    interval = f"[interval zaupanja {found.confidence:.0%}: {found.resamples} vzorcev dokumentov]"
    yield Table(f"{found.gold}: {counted(found.papers, 'document')} {interval}", LABELS, _rows(found.labels))
    for each in found.kinds:
        yield Table(f"{label_of('kind', each.kind)}: {counted(each.papers, 'document')}", LABELS, _rows(each.labels))
    yield _confusion(found)
    if found.errors:
        shown = f"{len(found.errors)} od {counted_of(found.errors_total, 'error')}"
        yield Table(shown, ERRORS, tuple(_error(each, cut) for each in found.errors))


def _rows(several: Iterable[Figures]) -> tuple[tuple[str, ...], ...]:
    return tuple(_figures(each) for each in several)


def _figures(each: Figures) -> tuple[str, ...]:
    figures = (
        (each.precision, each.precision_interval),
        (each.recall, each.recall_interval),
        (each.f1, each.f1_interval),
    )
    shown = (_with_interval(*figure) for figure in figures)
    return each.label, *shown, str(each.right), str(each.wrong), str(each.missed)


def _with_interval(value: float | None, interval: tuple[float, float] | None) -> str:
    return _share(value) + (f" [{interval[0]:.2f}–{interval[1]:.2f}]" if interval else "")


def _share(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


def _confusion(found: Evaluation) -> Table:
    rows = tuple((_status(each.expected), _status(each.found), str(each.count)) for each in found.confusion)
    return Table("Stanja odločitev: kaj je prav in kaj je najdeno", ("prav", "najdeno", "število"), rows)


def _status(status: str | None) -> str:
    return label_of("status", status) if status else "–"


def _error(each: Mistake, cut: Cut) -> tuple[str, ...]:
    return each.file, each.label, WORDS[each.error], each.value, cut(each.text or "", QUOTE_LENGTH)


# --- reading ----------------------------------------------------------------------------------------------------------


def _reading(found: Extraction, _: Cut) -> Iterator[Table]:
    yield Table(f"{found.folder}: {counted(found.files, 'file')}", READING, tuple(map(_form, found.forms)))
    yield Table("Po datotekah", READING, tuple(map(_form, found.papers)))


def _form(each: ReadingFigures) -> tuple[str, ...]:
    ruled = f"{_share(each.ruled_rows_right)} od {each.ruled_rows}" if each.ruled_rows else "–"
    unruled = f"{_share(each.open_rows_right)} od {each.open_rows}" if each.open_rows else "–"
    characters = _share(each.character_errors)
    return each.name, str(each.files), _share(each.word_f1), _share(each.reading_order), ruled, unruled, characters


# --- searching --------------------------------------------------------------------------------------------------------


def _search(found: SearchEvaluation, cut: Cut) -> Iterator[Table]:
    asked = f"{found.judged}: {counted(found.queries, 'query')} v {found.index}"
    yield Table(asked, SEARCH, tuple(map(_queries, found.sets)))
    yield Table("Po vrstah poizvedb", SEARCH, tuple(map(_queries, found.kinds)))
    if found.errors:
        yield Table("Ne povsem prav", QUERIES, tuple(_query(each, cut) for each in found.errors))


def _queries(each: QueryFigures) -> tuple[str, ...]:
    return each.name, str(each.queries), *map(_share, (each.ndcg, each.recall, each.mrr, each.exact))


def _query(each: QueryMistake, cut: Cut) -> tuple[str, ...]:
    asked = each.query if each.asked == each.query else f"{each.query} → {each.asked}"
    rank = str(each.rank) if each.rank else "–"
    missing, wrong = (cut("; ".join(some), QUOTE_LENGTH) for some in (each.missing, each.wrong))
    return asked, each.kind, each.set, _share(each.ndcg), rank, missing, wrong


_TABLES: Mapping[str, Callable[[Any, Cut], Iterator[Table]]] = {
    "Evaluation": _gold,
    "Extraction": _reading,
    "SearchEvaluation": _search,
}
