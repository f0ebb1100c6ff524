"""Gaps, comparisons, snapshots and changes as tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rinsearch.answers.naming import name_of, value_name
from rinsearch.answers.tables import Table
from rinsearch.answers.words import NO_PAPER, QUOTE_LENGTH, REVOKED, Cut, clipped, day, day_of_iso, place, share_words
from rinsearch.index.values import label_of
from rinsearch.records import (
    Change,
    Changes,
    CitedMeasure,
    Comparison,
    Gaps,
    GroupGap,
    Municipality,
    Pair,
    Reason,
    Snapshot,
)
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
    whose: dict[Municipality | None, list[Change]] = {}
    for each in answer.changes:
        whose.setdefault(each.municipality, []).append(each)
    rows = tuple(_row(several, cut) for several in whose.values())
    councils = sum(each is not None for each in whose)
    where = f" v {counted(councils, 'row')}" if rows else ""
    summary = f"{answer.plan}: {counted(len(answer.changes), 'change')}{where} od {day(answer.since)}"
    return Table(summary, ("občina", "prej", "zdaj", "drugo", "zakaj", "kje") if rows else (), rows)


def _row(several: Sequence[Change], cut: Cut) -> tuple[str, ...]:
    """All that changed of one row: its standing before and now, the other values, and why."""
    first = several[0]
    standing = next((each for each in several if each.what == "standing"), None)
    before, now = (_value("standing", each, cut) for each in (standing.before, standing.now)) if standing else ("", "")
    shown = ("standing", "took_note") if standing else ()
    others = "; ".join(_change(each, cut) for each in several if each.what not in shown)
    name = first.municipality.name if first.municipality else "skupaj"
    return name, before, now, others, name_of("change_reasons", first.why), _said(first.why, first.cause)


def _said(why: Reason, cause: str | None) -> str:
    """The paper, or who said the word and on which day."""
    by, _, when = (cause or "").rpartition(", ")
    return f"{by}, {day_of_iso(when)}" if why == Reason.WORD and by else cause or ""


def _change(change: Change, cut: Cut) -> str:
    before, now = (_value(change.what, value, cut) or "–" for value in (change.before, change.now))
    return f"{name_of('changes', change.what)}: {before} → {now}"


def _value(what: str, value: str | None, cut: Cut) -> str:
    if value is None:
        return NO_PAPER if what == "standing" else ""
    match what:
        case "standing":
            return REVOKED if value == "revoked" else label_of("status", value)
        case "date" | "first_date":
            return day_of_iso(value)
        case "word":
            return _said(Reason.WORD, value)
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
