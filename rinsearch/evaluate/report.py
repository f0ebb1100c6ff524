"""The figures of a gold set together: per label and per kind of paper, with intervals, confusions and errors."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rinsearch.evaluate.confusion import Confusion, confusion
from rinsearch.evaluate.intervals import CONFIDENCE, RESAMPLES, SEED, Interval, interval
from rinsearch.evaluate.labels import LABELS, SHARES, Pair, outcomes, scored
from rinsearch.evaluate.scores import Outcome, f1, precision, recall, total
from rinsearch.records import DocumentKind, Problem

DIGITS = 4
SUMS = frozenset({"measure_field"})  # whose errors are those of other labels


@dataclass(frozen=True, slots=True)
class Figures:
    """One label: counts, precision, recall and F1 (unknown is none), and their 95 % intervals over papers."""

    label: str
    right: int
    wrong: int
    missed: int
    precision: float | None
    recall: float | None
    f1: float | None
    precision_interval: Interval | None
    recall_interval: Interval | None
    f1_interval: Interval | None


@dataclass(frozen=True, slots=True)
class KindFigures:
    """The labels over the papers of one kind, those that occur."""

    kind: str
    papers: int
    labels: tuple[Figures, ...]


@dataclass(frozen=True, slots=True)
class Mistake:
    """What is wrong or missed in a paper; ``text`` are the paper's words where they are known."""

    file: str
    kind: str
    label: str
    error: str
    value: str
    text: str | None


@dataclass(frozen=True, slots=True)
class Unread:
    """A paper that could not be read; it is in no figure."""

    file: str
    error: Problem


@dataclass(frozen=True, slots=True)
class Evaluation:
    """How right the program is on annotated papers."""

    gold: str
    papers: int
    confidence: float
    resamples: int
    seed: int
    labels: tuple[Figures, ...]
    kinds: tuple[KindFigures, ...]
    confusion: tuple[Confusion, ...]
    errors_total: int
    errors: tuple[Mistake, ...]
    unread: tuple[Unread, ...]


def gold_report(name: str, pairs: Sequence[Pair], *, errors: int = 0, unread: Sequence[Unread] = ()) -> Evaluation:
    """All figures of the gold set of this name; ``errors`` is how many of the errors are listed."""
    found = outcomes(pairs)
    mistakes = list(_mistakes(found))
    return Evaluation(
        gold=name,
        papers=len(pairs),
        confidence=CONFIDENCE,
        resamples=RESAMPLES,
        seed=SEED,
        labels=tuple(figures(label, found[label]) for label in LABELS),
        kinds=tuple(_kinds(pairs, found)),
        confusion=confusion(pairs),
        errors_total=len(mistakes),
        errors=tuple(mistakes[:errors]),
        unread=tuple(unread),
    )


def figures(label: str, found: Sequence[Outcome]) -> Figures:
    """The figures of a label over the outcomes of several papers."""
    made = scored(label, found)
    counts = [each.counts for each in found]
    kept = (precision,) if label in SHARES else (precision, recall, f1)
    ranges = [_range(interval(counts, each)) if each in kept else None for each in (precision, recall, f1)]
    values = [_rounded(each) for each in (made.precision, made.recall, made.f1)]
    return Figures(label, *total(counts), values[0], values[1], values[2], ranges[0], ranges[1], ranges[2])


def _range(found: Interval | None) -> Interval | None:
    return (round(found[0], DIGITS), round(found[1], DIGITS)) if found else None


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, DIGITS)


def _kinds(pairs: Iterable[Pair], found: Mapping[str, Sequence[Outcome]]) -> Iterator[KindFigures]:
    kinds = [gold["kind"] for gold, _ in pairs]
    for kind in DocumentKind:
        if kind in kinds:
            of_kind = {label: [each for each in found[label] if each.kind == kind] for label in LABELS}
            shown = tuple(figures(label, some) for label, some in of_kind.items() if any(sum(o.counts) for o in some))
            yield KindFigures(str(kind), kinds.count(kind), shown)


def _mistakes(found: Mapping[str, Sequence[Outcome]]) -> Iterator[Mistake]:
    for label, some in found.items():
        for each in some if label not in SUMS else ():
            for error, slips in (("wrong", each.wrong), ("missed", each.missed)):
                for slip in slips:
                    yield Mistake(each.file, each.kind, label, error, slip.value, slip.words or None)
