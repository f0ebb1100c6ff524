"""Answers as tables: lists have one of their own, papers, reports and checks get theirs here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields
from typing import Any

from rinsearch.answers import (
    Cut,
    Table,
    explanation_tables,
    name_of,
    paper_table,
    passage_table,
    published_tables,
    table,
)
from rinsearch.cli.quality import evaluation_tables, is_evaluation
from rinsearch.index.values import field_labels, label_of
from rinsearch.library.analysing import Analyses
from rinsearch.library.checking import Doctor, Verification
from rinsearch.library.demonstrating import GROUP, QUERY, Demo
from rinsearch.library.library import Statistics
from rinsearch.records import (
    Analysis,
    Changes,
    Comparison,
    FileOutcome,
    Gaps,
    IngestReport,
    Results,
    Snapshot,
    TaggedPassage,
    Written,
)
from rinsearch.records.explained import Explanation

UNREAD = "Pages without text are not read."  # of a file whose outcome is "incomplete"
COUNTS = ("added", "updated", "unchanged", "removed", "incomplete", "failed")


def tables(answer: Any, cut: Cut) -> Iterator[Table]:
    """What is printed of an answer, one table after the other."""
    match answer:
        case Analyses():
            yield from (paper_table(each, cut) for each in answer.documents)
        case Analysis():
            yield paper_table(answer, cut)
        case TaggedPassage():
            yield passage_table(answer)
        case Explanation():
            yield from explanation_tables(answer)
        case Demo():
            yield from _demo(answer, cut)
        case Results():
            yield table(answer, cut)
            yield from _facets(answer)
        case Gaps() | Comparison() | Changes() | Snapshot():
            yield from published_tables(answer, cut)
        case _ if is_evaluation(answer):
            yield from evaluation_tables(answer, cut)
        case _:
            made = _REPORTS.get(type(answer))
            yield made(answer) if made else table(answer, cut)


def _facets(answer: Results) -> Iterator[Table]:
    for name, facets in answer.facets.items():
        yield Table(field_labels()[name], (), tuple((each.label, str(each.count)) for each in facets))


# --- reports and checks -----------------------------------------------------------------------------------------------


def _ingest(report: IngestReport) -> Table:
    rows = tuple(_outcome(each) for each in report.files if each.error or each.outcome == "incomplete")
    return Table(_ingest_line(report), ("outcome", "file", "reason", "advice"), rows)


def _ingest_line(report: IngestReport) -> str:
    counts = ", ".join(f"{getattr(report, name)} {name}" for name in COUNTS if getattr(report, name))
    held = f"{report.documents} documents with {report.passages} passages"
    return f"{counts or 'no files'}; the index {report.index!r} now holds {held}"


def _outcome(file: FileOutcome) -> tuple[str, ...]:
    reason, advice = (file.error.message, file.error.advice) if file.error else (UNREAD, "")
    return file.outcome, file.source, reason, advice


def _statistics(found: Statistics) -> Table:
    rows: list[tuple[str, ...]] = []
    for each in fields(found):
        value, label = getattr(found, each.name), name_of("statistics", each.name)
        if isinstance(value, Mapping):
            field = {"kinds": "kind", "statuses": "status"}.get(each.name, each.name)
            rows += ((label, label_of(field, name), str(count)) for name, count in value.items())
        elif isinstance(value, tuple):
            rows += ((label, name, "") for name in value)
        else:
            rows.append((label, "", str(value)))
    return Table("", ("kaj", "vrednost", "število"), tuple(rows))


def _verification(found: Verification) -> Table:
    compared = f"{found.evidence} places in {found.documents} documents compared, {len(found.wrong)} wrong"
    return Table(compared, (), tuple((each,) for each in found.wrong))


def _doctor(found: Doctor) -> Table:
    healthy = "everything that is needed is here" if found.healthy else "something that is needed is missing"
    marks = {(True, True): "yes", (True, False): "yes", (False, True): "MISSING", (False, False): "no"}
    rows = tuple((each.name, marks[each.found, each.required], each.detail, each.advice) for each in found.checks)
    return Table(healthy, ("what", "here", "which", "advice"), rows)


# --- the demonstration ------------------------------------------------------------------------------------------------


def _demo(found: Demo, cut: Cut) -> Iterator[Table]:
    yield Table(f"The sample papers: {_ingest_line(found.ingest)}", (), _not_read(found.ingest.files))
    yield _titled("1. Which councils took note of the plan?", table(found.councils, cut))
    yield _titled(f"2. Which measures are there for {GROUP}?", table(found.measures, cut))
    yield _titled(f"3. Where is it written? (typed without carons: {QUERY})", table(found.search, cut))
    passage = next((hit.passage.id for hit in found.search.hits), "ID")
    asks = (
        f"rinsearch show {passage} --index indexes/demo",
        "rinsearch measures --target-group starejsi --index indexes/demo",
        "rinsearch ingest YOUR-FOLDER",
    )
    yield Table("Try next:", (), tuple((f"  {each}",) for each in asks))


def _titled(title: str, shown: Table) -> Table:
    return Table(f"{title}\n{shown.summary}", shown.headings, shown.rows)


def _not_read(files: Iterable[FileOutcome]) -> tuple[tuple[str, ...], ...]:
    """The formats that are not read yet, in one line."""
    reasons: dict[str, int] = {}
    for each in files:
        if each.error:
            reasons[each.error.message] = reasons.get(each.error.message, 0) + 1
    line = " ".join(f"{count} × {message}" for message, count in sorted(reasons.items()))
    return ((f"Not read: {line}",),) if line else ()


_REPORTS: Mapping[type, Callable[[Any], Table]] = {
    int: lambda rows: Table(f"{rows} rows written", (), ()),
    Written: lambda file: Table(f"{file.file}: {file.bytes} bytes written", (), ()),
    IngestReport: _ingest,
    Statistics: _statistics,
    Verification: _verification,
    Doctor: _doctor,
}
