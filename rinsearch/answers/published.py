"""Gaps, comparisons, snapshots and changes as tables."""

from __future__ import annotations

from collections.abc import Iterator

from rinsearch.answers.naming import name_of, value_name
from rinsearch.answers.tables import Cut, Table
from rinsearch.answers.words import QUOTE_LENGTH, clipped, day, day_of_iso, place, share_words
from rinsearch.index.values import label_of
from rinsearch.records import Change, Changes, CitedMeasure, Comparison, Gaps, GroupGap, Pair, Snapshot
from rinsearch.taxonomy import counted, counted_words, target_groups

Published = Gaps | Comparison | Changes | Snapshot


def published_tables(answer: Published, cut: Cut = clipped) -> Iterator[Table]:
    """The tables of an answer, one after the other."""
    match answer:
        case Gaps():
            yield from _gaps(answer, cut)
        case Comparison():
            yield _comparison(answer, cut)
        case Changes():
            yield _changes(answer, cut)
        case Snapshot():
            yield _snapshot(answer)


def _gaps(answer: Gaps, cut: Cut) -> Iterator[Table]:
    groups = tuple(_group(each, answer, cut) for each in answer.target_groups)
    named = "" if answer.document else " (besedila načrta ni med dokumenti)"
    yield Table(f"{answer.plan}: ciljne skupine brez ukrepa: {len(groups)}{named}", _GROUPS if groups else (), groups)
    titles = tuple(
        (each.number or "", cut(each.title, QUOTE_LENGTH), place(each.document, each.evidence))
        for each in answer.priorities
    )
    yield Table(f"prednostna področja brez ukrepa: {len(titles)}{named}", _PRIORITIES if titles else (), titles)
    names = tuple((each.name,) for each in answer.municipalities)
    yield Table(f"občine brez dokumenta o načrtu: {len(names)}", (), names)


_GROUPS = ("ciljna skupina", "omemb", "področja", "kje")
_PRIORITIES = ("št.", "naslov", "kje")


def _group(gap: GroupGap, answer: Gaps, cut: Cut) -> tuple[str, ...]:
    where = place(answer.document, gap.named) if answer.document and gap.named else ""
    return target_groups()[gap.id].label_sl, str(gap.count), cut("; ".join(gap.priorities), QUOTE_LENGTH), where


def _comparison(answer: Comparison, cut: Cut) -> Table:
    counts = ", ".join(
        f"{counted_words()[fate].form(getattr(answer, fate))} {getattr(answer, fate)}"
        for fate in ("kept", "changed", "new", "dropped")
    )
    rows = tuple(_pair(each, cut) for each in answer.pairs)
    headings = ("usoda", "podobnost", "prej", "kje", "zdaj", "kje")
    return Table(f"{answer.before} → {answer.after}: {counts}", headings, rows)


def _pair(pair: Pair, cut: Cut) -> tuple[str, ...]:
    likeness = f"{pair.likeness:.2f}".replace(".", ",") if pair.before and pair.after else ""
    return name_of("fates", pair.fate), likeness, *_side(pair.before, cut), *_side(pair.after, cut)


def _side(measure: CitedMeasure | None, cut: Cut) -> tuple[str, str]:
    if measure is None:
        return "", ""
    words = f"{measure.number} {measure.text}" if measure.number else measure.text
    return cut(words, QUOTE_LENGTH), place(measure.document, measure.evidence)


def _changes(answer: Changes, cut: Cut) -> Table:
    rows = tuple(_change(each, cut) for each in answer.changes)
    summary = f"{answer.plan}: {counted(len(rows), 'change')} od {day(answer.since)}"
    return Table(summary, ("občina", "kaj", "prej", "zdaj", "zakaj") if rows else (), rows)


def _change(change: Change, cut: Cut) -> tuple[str, ...]:
    before, now = (_value(change.what, value, cut) for value in (change.before, change.now))
    name = change.municipality.name if change.municipality else "skupaj"
    return name, name_of("changes", change.what), before, now, name_of("change_reasons", change.why)


def _value(what: str, value: str | None, cut: Cut) -> str:
    if value is None:
        return ""
    match what:
        case "standing":
            return label_of("status", value)
        case "date" | "first_date":
            return day_of_iso(value)
        case "session" | "vote":
            return value_name(what, value)
        case _:
            return cut(name_of("values", value), QUOTE_LENGTH)


def _snapshot(frozen: Snapshot) -> Table:
    rows = (
        ("načrt", frozen.plan),
        ("dan", day(frozen.created)),
        ("različica", frozen.version),
        ("dokumentov", str(len(frozen.documents))),
        ("korpus (SHA-256)", frozen.corpus),
        ("kontrolna vsota", frozen.checksum),
    )
    return Table(f"{frozen.plan}: {share_words(frozen.table)}", (), rows)
