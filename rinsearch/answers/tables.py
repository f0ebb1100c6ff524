"""Answers as tables with Slovene headings, for a terminal, a notebook or plain text."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rinsearch.answers.naming import COUNTED
from rinsearch.answers.words import (
    QUOTE_LENGTH,
    REVOKED,
    act_words,
    clipped,
    contrary_words,
    correction_words,
    day,
    groups_words,
    outsider_words,
    place,
    session_words,
    share_words,
    standing_words,
    vote_words,
    whole,
)
from rinsearch.index.values import field_labels, label_of
from rinsearch.records import (
    UNDECIDED,
    Basis,
    CitedDecision,
    CitedMeasure,
    CitedPlan,
    CitedPriority,
    CouncilRow,
    Councils,
    DocumentInfo,
    DocumentKind,
    Hit,
    Outsider,
    Results,
    SeenSession,
    SessionKind,
    Status,
)
from rinsearch.taxonomy import counted

TITLE_LENGTH = 80
FUNDING_LENGTH = 60
# The name of a field where a filter begins, and not inside quotation marks.
_FIELD = re.compile(r'(?<![^\s(-])([a-z_]+):(?=[^\s])(?=(?:[^"]*"[^"]*")*[^"]*$)')
SNIPPET_LENGTH = 240  # characters around the first match

Cut = Callable[[str, int], str]


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
    rows = tuple((*_council(row, cut), *(_coverage(row) if covered else ())) for row in answer.councils)
    chosen = (f"izbrane vrstice: {len(rows)}",) if len(rows) < answer.total else ()
    summary = "; ".join(filter(None, (f"{answer.plan}: {share_words(answer)}", _standings(answer), *chosen)))
    return Table(summary, COUNCILS + (COVERAGE if covered else ()), rows)


def _standings(answer: Councils) -> str:
    """The rows of each standing; a resolution that was taken back counts as withdrawn, and is told as what it is."""
    back = {Status.WITHDRAWN.value: f" (od tega {REVOKED} {answer.revoked})"} if answer.revoked else {}
    counts = [f"{label_of('status', each)} {count}{back.get(each, '')}" for each, count in answer.standings.items()]
    conflicts = (f"vrstic z nasprotjem: {answer.conflicts}",) if answer.conflicts else ()
    return "; ".join(filter(None, (", ".join(counts), *conflicts)))


def _council(row: CouncilRow, cut: Cut) -> tuple[str, ...]:
    best = row.decisions[0] if row.decisions else None
    conflict = ", nasprotje" if row.conflict else ""
    word = correction_words(row.correction) if row.correction else ""
    by_hand = row.basis == Basis.CORRECTED
    against = f"nasprotuje: {contrary_words(row)}" if row.contrary else ""
    where = place(best.document, best.evidence) if best and not by_hand else ""
    quote = best.evidence.quote if best and not by_hand else ""
    return (
        row.municipality.name,
        standing_words(row) + conflict,
        day(row.date),
        (row.correction.session or "" if by_hand and row.correction else session_words(best.session)) if best else "",
        vote_words(best.vote) if best and not by_hand else "",
        row.case_number or "",
        str(row.documents),
        where,
        cut(" – ".join(filter(None, (against, word, quote))), QUOTE_LENGTH),
    )


COUNCILS = ("občina", "stanje", "datum", "seja", "glasovanje", "zadeva", "gradiv", "dokaz", "navedek")
COVERAGE = ("seje", "ni gradiv za seje")


def _coverage(row: CouncilRow) -> tuple[str, ...]:
    if row.coverage is None:
        return "", ""
    seen = [_seen(each) for each in row.coverage.sessions if each.number]
    return ", ".join(seen), ", ".join(map(str, row.coverage.missing))


def _seen(session: SeenSession) -> str:
    """The number; of a session that is not regular, which counts by itself, its kind too."""
    kind = session.kind if session.kind not in (None, SessionKind.REDNA) else None
    return f"{session.number}. {kind}" if kind else str(session.number)


def outside_table(answer: Councils) -> Table:
    """Municipalities that one might look for in a council table and that are no rows of it, with the reason."""
    return Table("niso vrstice te tabele:", (), tuple(map(_outsider, answer.outside)))


def _outsider(each: Outsider) -> tuple[str, ...]:
    best = each.decisions[0] if each.decisions else None
    told = (act_words(best), day(best.date), place(best.document, best.evidence)) if best else ("", "", "")
    return each.municipality.name, outsider_words(each), *told


def results_summary(answer: Results) -> str:
    """How much was found, and how the query was read."""
    found = f"{counted(answer.total, 'hit')} za {_in_slovene(answer.read)}"
    relaxed = " (vse besede so v istem dokumentu, ne v istem odstavku)" if answer.relaxed else ""
    hint = f"; ste mislili: {answer.suggestion}?" if answer.suggestion else ""
    folded = f" (zloženih enakih: {answer.folded})" if answer.folded else ""
    return found + relaxed + folded + hint


def _in_slovene(read: str) -> str:
    """A query as it was understood, its fields by their Slovene names, which are understood as well."""
    return _FIELD.sub(lambda found: f"{field_labels().get(found[1], found[1])}:", read)


def _results(answer: Results, cut: Cut) -> Table:
    headings = ("občina", "vrsta", "datum", "kje", "odstavek", "besedilo")
    length = SNIPPET_LENGTH if cut is clipped else max((len(hit.passage.text) for hit in answer.hits), default=0)
    return Table(
        results_summary(answer), headings, tuple((*hit_place(hit), snippet(hit, length)) for hit in answer.hits)
    )


def hit_place(hit: Hit) -> tuple[str, ...]:
    """Issuer, kind and date of the paper, file and page, and the passage's id."""
    document = hit.document
    page = f", str. {hit.passage.page}" if hit.passage.page else ""
    issuer = document.issuer.name if document.issuer else ""
    kind = label_of("kind", document.kind)
    return issuer, kind, day(document.date), document.source + page, hit.passage.id


def snippet(hit: Hit, length: int = SNIPPET_LENGTH) -> str:
    """The part of the passage around the first matches, with the matches in [brackets]."""
    text = hit.passage.text
    first = hit.highlights[0][0] if hit.highlights else 0
    start = max(0, first - length // 3)
    start = 0 if start == 0 or len(text) <= length else text.find(" ", start) + 1
    end = len(text) if len(text) - start <= length else text.rfind(" ", start, start + length)
    cut = ("… " if start else "") + "".join(_marked(hit, start, end)) + (" …" if end < len(text) else "")
    return whole(cut) + _alike(hit)


def _alike(hit: Hit) -> str:
    """How many passages stand behind this one: with the same words, or in the same document."""
    copies = f" (enakih še {len(hit.copies)})" if hit.copies else ""
    return copies + (f" (v dokumentu še {hit.more})" if hit.more else "")


def _marked(hit: Hit, start: int, end: int) -> Iterator[str]:
    at = start
    for first, last in hit.highlights:
        if start <= first and last <= end:
            yield hit.passage.text[at:first]
            yield f"[{hit.passage.text[first:last]}]"
            at = last
    yield hit.passage.text[at:end]


def _decision(item: CitedDecision, cut: Cut) -> tuple[str, ...]:
    owner = item.municipality.name if item.municipality else counted(len(item.addressees), "municipality")
    where = place(item.document, item.evidence)
    quote = cut(item.evidence.quote, QUOTE_LENGTH)
    return owner, act_words(item), item.plan or "", day(item.date), vote_words(item.vote), where, quote


def _measure(item: CitedMeasure, cut: Cut) -> tuple[str, ...]:
    groups = groups_words(item.target_groups) or (f"({groups_words(item.inherited)})" if item.inherited else "")
    number = item.number or ""
    providers = ", ".join(item.providers)
    where = place(item.document, item.evidence)
    funding = cut(item.funding or "", FUNDING_LENGTH)
    return number, cut(item.text, QUOTE_LENGTH), groups, providers, item.deadline or "", funding, where


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
    "measures": (("št.", "ukrep", "ciljne skupine", "izvajalec", "rok", "sredstva", "dokaz"), _measure),
    "documents": (("id", "vrsta", "občina", "datum", "naslov", "datoteka"), _document),
    "plans": (("id", "naslov", "prejšnji", "naslednji", "dokumentov", "seznanjenih", "ukrepov", "datoteka"), _plan),
    "priorities": (("načrt", "št.", "naslov", "ciljne skupine", "dokaz"), _priority),
    "groups": (("id", "nadrejena", "ime", "angleško", "dokumentov"), _group),
    "municipalities": (("šifra", "občina", "regija", "dokumentov"), _municipality),
}
