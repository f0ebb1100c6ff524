"""Answers as tables: lists have one of their own, papers, reports and checks get theirs here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from rinsearch import answers
from rinsearch.answers import Cut, Table, name_of, table
from rinsearch.cli.quality import evaluation_tables, is_evaluation
from rinsearch.index.values import field_labels, label_of
from rinsearch.later import later

if TYPE_CHECKING:
    from rinsearch.library import demonstrating
    from rinsearch.library.analysing import Analyses
    from rinsearch.library.checking import Doctor, Verification
    from rinsearch.library.demonstrating import Demo
    from rinsearch.library.saving import News
    from rinsearch.library.statistics import Statistics
    from rinsearch.records import Councils, FileOutcome, IngestReport, Results, SavedNews
else:
    demonstrating = later("rinsearch.library.demonstrating")

# Of a file whose outcome is "incomplete".
UNREAD = ("Pages without text are not read.", 'They need OCR: see what "rinsearch doctor" says, then ingest again.')
HITS = ("občina", "vrsta", "datum", "kje", "odstavek", "besedilo")
COUNTS = ("added", "updated", "unchanged", "removed", "incomplete", "failed")


def is_a(answer: Any, name: str) -> bool:
    """Whether an answer is a record of this name, or of a kind of it: told by name, so that no other is loaded."""
    return any(each.__name__ == name for each in type(answer).__mro__)


def tables(answer: Any, cut: Cut) -> Iterator[Table]:
    """What is printed of an answer, one table after the other."""
    if is_evaluation(answer):
        return evaluation_tables(answer, cut)
    made = next((_TABLES[each.__name__] for each in type(answer).__mro__ if each.__name__ in _TABLES), None)
    return made(answer, cut) if made else iter((table(answer, cut),))


def _results(answer: Results, cut: Cut) -> Iterator[Table]:
    yield table(answer, cut)
    yield from _facets(answer)


def _councils(answer: Councils, cut: Cut) -> Iterator[Table]:
    yield table(answer, cut)
    if answer.outside:
        yield answers.outside_table(answer)


def _papers(answer: Analyses, cut: Cut) -> Iterator[Table]:
    return (answers.paper_table(each, cut) for each in answer.documents)


def _facets(answer: Results) -> Iterator[Table]:
    for name, facets in answer.facets.items():
        yield Table(field_labels()[name], (), tuple((each.label, str(each.count)) for each in facets))


# --- saved searches ---------------------------------------------------------------------------------------------------


def _news(found: News, _: Cut) -> Iterator[Table]:
    if found.forgotten is not None:
        left = f"ostane jih {len(found.left)}: {', '.join(found.left)}" if found.left else "drugih ni"
        yield Table(f"{found.forgotten}: iskanje ni več shranjeno, {left}", (), ())
    elif not found.searches:
        yield Table("ni shranjenih iskanj", (), ())
    for each in found.searches:
        yield _news_of(each)


def _news_of(each: SavedNews) -> Table:
    limits = "".join(f" {field_labels().get(name, name)}:{value}" for name, value in each.filters.items())
    counts = f"novih {each.new} od {each.total}, nazadnje {answers.day(each.looked)}"
    rows = tuple((*answers.hit_place(hit), answers.snippet(hit)) for hit in each.hits)
    return Table(f"{each.name} ({each.query}{limits}): {counts}", HITS if rows else (), rows)


# --- reports and checks -----------------------------------------------------------------------------------------------


def _ingested(report: IngestReport, cut: Cut) -> Iterator[Table]:
    yield _ingest(report)
    for each in report.news:
        yield _news_of(each)


def _ingest(report: IngestReport) -> Table:
    rows = tuple(_outcome(each) for each in report.files if each.error or each.outcome == "incomplete")
    return Table(_ingest_line(report), ("outcome", "file", "reason", "advice"), rows)


def _ingest_line(report: IngestReport) -> str:
    counts = ", ".join(f"{getattr(report, name)} {name}" for name in COUNTS if getattr(report, name))
    held = f"{report.documents} documents with {report.passages} passages"
    return f"{counts or 'no files'}; the index {report.index!r} now holds {held}"


def _outcome(file: FileOutcome) -> tuple[str, ...]:
    reason = (file.error.message, file.error.advice) if file.error else UNREAD
    return file.outcome, file.source, *reason


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
    yield _titled(f"2. Which measures are there for {demonstrating.GROUP}?", table(found.measures, cut))
    yield _titled(f"3. Where is it written? (typed without carons: {demonstrating.QUERY})", table(found.search, cut))
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


_TABLES: Mapping[str, Callable[[Any, Cut], Iterator[Table]]] = {
    "Analyses": _papers,
    "Analysis": lambda paper, cut: iter((answers.paper_table(paper, cut),)),
    "TaggedPassage": lambda passage, _: iter((answers.passage_table(passage),)),
    "Explanation": lambda found, _: iter(answers.explanation_tables(found)),
    "Demo": _demo,
    "Results": _results,
    "Councils": _councils,
    **dict.fromkeys(
        ("Gaps", "Comparison", "Changes", "Snapshot"), lambda found, cut: answers.published_tables(found, cut)
    ),
    "int": lambda rows, _: iter((Table(f"{rows} row{'' if rows == 1 else 's'} written", (), ()),)),
    "Written": lambda file, _: iter((Table(f"{file.file}: {file.bytes} bytes written", (), ()),)),
    "IngestReport": _ingested,
    "News": _news,
    "Statistics": lambda found, _: iter((_statistics(found),)),
    "Verification": lambda found, _: iter((_verification(found),)),
    "Doctor": lambda found, _: iter((_doctor(found),)),
}
