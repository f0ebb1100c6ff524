"""Answers as tables with Slovene headings, for a terminal, a notebook or plain text."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rinsearch.answers.councils import council_row, coverage_row, outsider_row, standings
from rinsearch.answers.hits import SNIPPET_LENGTH, hit_place, results_summary, snippet
from rinsearch.answers.naming import COUNTED
from rinsearch.answers.words import (
    QUOTE_LENGTH,
    Cut,
    act_words,
    clipped,
    day,
    groups_words,
    money_words,
    place,
    share_words,
    vote_words,
)
from rinsearch.index.values import label_of
from rinsearch.records import (
    UNDECIDED,
    CitedDecision,
    CitedMeasure,
    CitedPlan,
    CitedPriority,
    Councils,
    DocumentInfo,
    DocumentKind,
    Results,
)
from rinsearch.taxonomy import counted

TITLE_LENGTH = 80
FUNDING_LENGTH = 60


@dataclass(frozen=True, slots=True)
class Table:
    """An answer as rows of text under headings, with a line that sums it up."""

    summary: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def as_html(self) -> str:
        """The table for a notebook or a page."""
        head = "".join(f"<th>{html.escape(each)}</th>" for each in self.headings)
        body = "".join(f"<tr>{''.join(f'<td>{html.escape(cell)}</td>' for cell in row)}</tr>" for row in self.rows)
        caption = f"<caption>{html.escape(self.summary)}</caption>"
        return f"<table>{caption}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def table(answer: Any, cut: Cut = clipped) -> Table:
    """An answer as a table; ``cut`` shortens long texts, `whole` does not."""
    if isinstance(answer, Councils):
        return _councils(answer, cut)
    if isinstance(answer, Results):
        return _results(answer, cut)
    headings, row = _LISTS[answer.name]
    more = _MORE[answer.name](answer) if answer.name in _MORE and answer else ""
    summary = counted(len(answer), COUNTED[answer.name]) + more
    return Table(summary, headings, tuple(row(item, cut) for item in answer))


def _decided(steps: Iterable[CitedDecision]) -> str:
    """How many of the steps are decisions: to be asked, or to stand on an agenda, is none."""
    return f", od tega {counted(sum(each.status not in UNDECIDED for each in steps), 'decision')}"


def _own(measures: Sequence[CitedMeasure]) -> str:
    """How many measures the plans themselves name, where papers about them name others."""
    own = sum(each.document.kind == DocumentKind.PLAN for each in measures)
    return f", od tega {own} iz besedil načrtov" if 0 < own < len(measures) else ""


def _councils(answer: Councils, cut: Cut) -> Table:
    covered = any(row.coverage for row in answer.councils)
    rows = tuple((*council_row(row, cut), *(coverage_row(row) if covered else ())) for row in answer.councils)
    chosen = (f"izbrane vrstice: {len(rows)}",) if len(rows) < answer.total else ()
    summary = "; ".join(filter(None, (f"{answer.plan}: {share_words(answer)}", standings(answer), *chosen)))
    return Table(summary, COUNCILS + (COVERAGE if covered else ()), rows)


COUNCILS = ("občina", "stanje", "datum", "seja", "glasovanje", "zadeva", "gradiv", "dokaz", "navedek")
COVERAGE = ("seje", "ni gradiv za seje")


def outside_table(answer: Councils) -> Table:
    """Municipalities that one might look for in a council table and that are no rows of it, with the reason."""
    return Table("niso vrstice te tabele:", (), tuple(map(outsider_row, answer.outside)))


def _results(answer: Results, cut: Cut) -> Table:
    headings = ("občina", "vrsta", "datum", "kje", "odstavek", "besedilo")
    length = SNIPPET_LENGTH if cut is clipped else max((len(hit.passage.text) for hit in answer.hits), default=0)
    return Table(
        results_summary(answer), headings, tuple((*hit_place(hit), snippet(hit, length)) for hit in answer.hits)
    )


def _decision(item: CitedDecision, cut: Cut) -> tuple[str, ...]:
    owner = item.municipality.name if item.municipality else counted(len(item.addressees), "municipality")
    where = place(item.document, item.evidence)
    quote = cut(item.evidence.quote, QUOTE_LENGTH)
    return owner, act_words(item), item.plan or "", day(item.date), vote_words(item.vote), where, quote


def _measure(item: CitedMeasure, cut: Cut) -> tuple[str, ...]:
    inherited = f"({groups_words(item.inherited)})" if item.inherited else ""  # only its priority names them
    groups = " ".join(filter(None, (groups_words(item.target_groups), inherited)))
    first = item.number or "", cut(item.text, QUOTE_LENGTH), item.priority or ""
    providers = ", ".join(item.providers)
    where = place(item.document, item.evidence)
    money = cut(money_words(item.funding, item.amount), FUNDING_LENGTH)
    return *first, groups, providers, item.deadline or "", money, where


def _document(item: DocumentInfo, cut: Cut) -> tuple[str, ...]:
    issuer = item.issuer.name if item.issuer else ""
    return (
        item.id,
        label_of("kind", item.kind),
        issuer,
        day(item.date),
        cut(item.title or "", TITLE_LENGTH),
        item.source,
    )


def _plan(item: CitedPlan, cut: Cut) -> tuple[str, ...]:
    document = item.document.source if item.document else ""
    share = f"{item.took_note} od {item.councils}" if item.took_note is not None else ""
    counts = str(item.documents), share, "" if item.measures is None else str(item.measures)
    return item.id, item.title, item.earlier or "", item.later or "", *counts, document


def _priority(item: CitedPriority, cut: Cut) -> tuple[str, ...]:
    where = place(item.document, item.evidence)
    return item.plan or "", item.number or "", cut(item.title, QUOTE_LENGTH), groups_words(item.target_groups), where


def _group(item: Mapping[str, Any], cut: Cut) -> tuple[str, ...]:
    return item["id"], item["parent"] or "", item["label_sl"], item["label_en"], str(item["documents"])


def _municipality(item: Mapping[str, Any], cut: Cut) -> tuple[str, ...]:
    return item["code"], item["name"], item["region"], str(item["documents"])


_MORE: Mapping[str, Callable[[Any], str]] = {"decisions": _decided, "measures": _own}
_LISTS: Mapping[str, tuple[tuple[str, ...], Any]] = {
    "decisions": (("občina", "stanje", "načrt", "datum", "glasovanje", "dokaz", "navedek"), _decision),
    "measures": (("št.", "ukrep", "področje", "ciljne skupine", "izvajalec", "rok", "sredstva", "dokaz"), _measure),
    "documents": (("id", "vrsta", "občina", "datum", "naslov", "datoteka"), _document),
    "plans": (("id", "naslov", "prejšnji", "naslednji", "dokumentov", "seznanjenih", "ukrepov", "datoteka"), _plan),
    "priorities": (("načrt", "št.", "naslov", "ciljne skupine", "dokaz"), _priority),
    "groups": (("id", "nadrejena", "ime", "angleško", "dokumentov"), _group),
    "municipalities": (("šifra", "občina", "regija", "dokumentov"), _municipality),
}
