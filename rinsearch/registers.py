"""Registers over many papers: the council table of a plan, its measures, decisions, plans; computed when asked.

The standing of a row: own substance (acknowledged, adopted, rejected, revoked; the latest wins), then reported
substance, then own procedure (postponed, withdrawn), then reported procedure, then proposed, scheduled, requested.
Procedure never lowers substance, and nothing is raised above what a paper shows.
"""

from __future__ import annotations

import fnmatch
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any, TypeVar

from rinsearch.records import (
    Analysis,
    Basis,
    CitedDecision,
    CitedMeasure,
    CitedPlan,
    CitedPriority,
    CouncilRow,
    Councils,
    Decision,
    DocumentInfo,
    DocumentKind,
    Measure,
    Municipality,
    Object,
    PlanMention,
    Status,
)
from rinsearch.taxonomy import fold, members, regions

C = TypeVar("C")

TOOK_NOTE = frozenset({Status.ACKNOWLEDGED, Status.ADOPTED})
PROCEDURE = frozenset({Status.POSTPONED, Status.WITHDRAWN})
DECIDED = TOOK_NOTE | PROCEDURE | {Status.REJECTED}
WAITING = (Status.PROPOSED, Status.SCHEDULED, Status.REQUESTED)
# Of papers about the same act the one that decides by itself is the better evidence.
BEST_KINDS = (DocumentKind.DECISION, DocumentKind.MINUTES, DocumentKind.LETTER, DocumentKind.MEMO, DocumentKind.AGENDA)


@dataclass(frozen=True, slots=True)
class Understood:
    """A document as answers cite it, and what was understood of it."""

    info: DocumentInfo
    analysis: Analysis


def cite(record: Any, cited: Callable[..., C], document: DocumentInfo) -> C:
    """A record together with the document that shows it."""
    return cited(**{field.name: getattr(record, field.name) for field in fields(record)}, document=document)


def decisions(papers: Iterable[Understood]) -> tuple[CitedDecision, ...]:
    """All decisions, by date (unknown last), then document."""
    cited = (cite(decision, CitedDecision, paper.info) for paper in papers for decision in paper.analysis.decisions)
    return tuple(sorted(cited, key=lambda d: (d.date or date.max, d.document.source, _number(d.id))))


def measures(papers: Iterable[Understood]) -> tuple[CitedMeasure, ...]:
    """All measures: those of the plans' own documents first, in the order of the document."""
    cited = (cite(measure, CitedMeasure, paper.info) for paper in papers for measure in paper.analysis.measures)
    return tuple(sorted(cited, key=_measure_order))


def priorities(papers: Iterable[Understood]) -> tuple[CitedPriority, ...]:
    """All priorities: those of the plans' own documents first."""
    cited = (cite(priority, CitedPriority, paper.info) for paper in papers for priority in paper.analysis.priorities)
    return tuple(sorted(cited, key=lambda p: (p.plan or "", p.document.kind != DocumentKind.PLAN, p.document.source)))


def _measure_order(measure: CitedMeasure) -> tuple[object, ...]:
    own = measure.document.kind == DocumentKind.PLAN
    return measure.plan or "", not own, measure.document.source, _number(measure.id)


def _number(id: str) -> int:
    return int(id.rpartition(".")[2][1:])


# --- plans ------------------------------------------------------------------------------------------------------------


def plans(papers: Sequence[Understood]) -> tuple[CitedPlan, ...]:
    """Every plan with a period that a paper speaks of, with its own document where there is one."""
    mentioned = {mention.id: mention for paper in papers for mention in paper.analysis.plans if mention.period}
    return tuple(_plan(mentioned[id], papers) for id in sorted(mentioned))


def _plan(mention: PlanMention, papers: Sequence[Understood]) -> CitedPlan:
    own = [paper for paper in papers if is_plan_document(paper, mention.id)]
    label = regions()[mention.region].label
    document = own[0].info if own else None
    title = f"Regijski izvedbeni načrt na področju socialnega varstva, {label}, {mention.period}"
    return CitedPlan(id=mention.id, region=mention.region, period=mention.period, title=title, document=document)


def is_plan_document(paper: Understood, plan: str) -> bool:
    """Whether a paper is the plan itself, and not a paper about it."""
    first = next((mention.id for mention in paper.analysis.plans if mention.period), None)
    return paper.analysis.kind == DocumentKind.PLAN and first == plan


# --- the council table ------------------------------------------------------------------------------------------------


def councils(plan: str, papers: Sequence[Understood]) -> Councils:
    """The council table of a plan: one row for each municipality of its region at the plan's date."""
    region, period = plan.split("/")[1:3]
    issued = Counter(paper.info.issuer.code for paper in papers if paper.info.issuer)
    about = _by_municipality(plan, papers)
    begin = date(int(period[:4]), 1, 1)
    rows = tuple(
        _row(municipality, about[municipality.code], issued[municipality.code])
        for municipality in members(region, begin)
    )
    standings = Counter(row.standing.value for row in rows if row.standing)
    ordered = {status.value: standings[status.value] for status in Status if standings[status.value]}
    took_note = sum(row.took_note for row in rows)
    share = round(took_note / len(rows), 4) if rows else 0.0
    return Councils(plan, region, len(rows), ordered, took_note, share, rows)


def _by_municipality(plan: str, papers: Sequence[Understood]) -> dict[str, list[CitedDecision]]:
    found: dict[str, list[CitedDecision]] = defaultdict(list)
    for decision in decisions(papers):
        if decision.plan == plan and decision.object != Object.DRAFT:  # the plan itself may still come
            for municipality in _concerned(decision):
                found[municipality.code].append(decision)
    return found


def _concerned(decision: Decision) -> Iterator[Municipality]:
    if decision.municipality:
        yield decision.municipality
    yield from decision.addressees


def _row(municipality: Municipality, found: Sequence[CitedDecision], documents: int) -> CouncilRow:
    ordered = tuple(sorted(found, key=_worth))
    if not ordered:
        return CouncilRow(municipality, None, False, None, None, None, False, documents, ())
    best = ordered[0]
    same = [each.date for each in ordered if each.status == best.status and each.date and not each.revokes]
    return CouncilRow(
        municipality=municipality,
        standing=best.status,
        took_note=best.status in TOOK_NOTE,
        basis=Basis.REPORTED if best.reported else Basis.OWN,
        date=best.date,
        first_date=min(same) if same else best.date,
        conflict=_contradict(ordered),
        documents=documents,
        decisions=ordered,
    )


def _worth(decision: CitedDecision) -> tuple[object, ...]:
    """The order of evidence, best first: rank, latest date, stated before inferred, with its vote, kind of paper."""
    day = decision.date or date.min
    kind = decision.document.kind
    quality = BEST_KINDS.index(kind) if kind in BEST_KINDS else len(BEST_KINDS)
    told = decision.inferred, decision.vote is None, quality
    return (
        _rank(decision),
        -day.toordinal(),
        decision.revokes is None,
        *told,
        decision.document.source,
        _number(decision.id),
    )


def _rank(decision: Decision) -> int:
    """0 own substance, 1 reported substance, 2 own procedure, 3 reported procedure, then waiting in its order."""
    if decision.status in WAITING:
        return 4 + WAITING.index(decision.status)
    substance = decision.status not in PROCEDURE or decision.revokes is not None
    return (0 if substance else 2) + decision.reported


def _contradict(found: Sequence[CitedDecision]) -> bool:
    """Whether decided statuses of one session, or an own and a reported act of substance, say the contrary."""
    sessions: dict[object, set[bool]] = defaultdict(set)
    substance: dict[bool, set[bool]] = defaultdict(set)
    for decision in found:
        if decision.status in DECIDED and not decision.reported and decision.date:
            sessions[decision.date].add(decision.status in TOOK_NOTE)
        if _rank(decision) < 2:
            substance[decision.reported].add(decision.status in TOOK_NOTE)
    one_session = any(len(answers) > 1 for answers in sessions.values())
    return one_session or bool(substance[True] and substance[False] and not substance[True] <= substance[False])


# --- selecting --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Wanted:
    """Filter values, resolved: codes, ids (a group with its children), days; empty means any."""

    municipality: str | None = None
    region: str | None = None
    target_groups: frozenset[str] = frozenset()
    kind: DocumentKind | None = None
    status: Status | None = None
    plan: str | None = None
    since: date | None = None
    until: date | None = None
    case_number: str | None = None
    session: int | None = None
    document: str | None = None
    source: str | None = None


def wants_paper(wanted: Wanted, paper: Understood) -> bool:
    """Whether a document has what is wanted (of a document: its issuer or a municipality that it names)."""
    info, analysis = paper.info, paper.analysis
    codes = {each.code for each in analysis.municipalities} | ({info.issuer.code} if info.issuer else set())
    return all(
        (
            wanted.municipality in (None, *codes),
            not wanted.target_groups or wanted.target_groups & {each.id for each in analysis.target_groups},
            wanted.status in (None, *(each.status for each in analysis.decisions)),
            wanted.plan in (None, *(each.id for each in analysis.plans)),
            wants_document(wanted, info),
            wanted.region in (None, *(each.region for each in analysis.plans)),
            wanted.case_number in (None, *analysis.case_numbers),
            wanted.session in (None, analysis.session.number if analysis.session else 0),
        )
    )


def wants_document(wanted: Wanted, info: DocumentInfo) -> bool:
    """Whether the document is of the wanted kind, time and place."""
    return (
        wanted.kind in (None, info.kind)
        and wanted.document in (None, info.id)
        and (wanted.source is None or holds(info.source, wanted.source))
        and wants_day(wanted, info.date)
    )


def holds(source: str, part: str) -> bool:
    """Whether a path holds a part, whatever its case and carons; with a star, whether it or its name matches it."""
    path = fold(source)
    if re.search(r"[*?]", part):
        return any(fnmatch.fnmatchcase(each, fold(part)) for each in (path, path.rpartition("/")[2]))
    return fold(part) in path


def wants_day(wanted: Wanted, day: date | None) -> bool:
    """Whether a day lies in the wanted time; an unknown one only where any will do."""
    return (wanted.since or date.min) <= (day or date.min) and (day or date.max) <= (wanted.until or date.max)


def wants_decision(wanted: Wanted, decision: CitedDecision) -> bool:
    """Whether a decision is of the wanted municipality, status and plan."""
    codes = {each.code for each in _concerned(decision)}
    session = decision.session.number if decision.session else 0
    return (
        wanted.municipality in (None, *codes)
        and wanted.status in (None, decision.status)
        and wanted.plan in (None, decision.plan)
        and (wanted.region is None or f"/{wanted.region}/" in f"{decision.plan}/")
        and wanted.session in (None, session)
        and wants_day(wanted, decision.date or decision.document.date)
        and wants_document(replace(wanted, since=None, until=None), decision.document)
    )


def wants_measure(wanted: Wanted, measure: CitedMeasure | Measure) -> bool:
    """Whether a measure is for the wanted group (own or inherited), municipality and plan."""
    groups = {*measure.target_groups, *measure.inherited}
    codes = {each.code for each in measure.municipalities}
    return (
        (not wanted.target_groups or bool(wanted.target_groups & groups))
        and wanted.municipality in (None, *codes)
        and wanted.plan in (None, measure.plan)
        and (wanted.region is None or f"/{wanted.region}/" in f"{measure.plan}/")
    )
