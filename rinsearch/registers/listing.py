"""What papers show, listed: documents, decisions, measures, priorities and plans, each with its document."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields
from datetime import date
from typing import Any, TypeVar

from rinsearch.records import (
    CitedDecision,
    CitedMeasure,
    CitedPlan,
    CitedPriority,
    DocumentInfo,
    DocumentKind,
    PlanMention,
    Status,
)
from rinsearch.registers.wanted import Understood, Wanted, wants_decision, wants_measure, wants_paper
from rinsearch.taxonomy import alphabetical, regions

C = TypeVar("C")
ANY = Wanted()
STATUSES = tuple(Status)


def cite(record: Any, cited: Callable[..., C], document: DocumentInfo) -> C:
    """A record together with the document that shows it."""
    return cited(**{field.name: getattr(record, field.name) for field in fields(record)}, document=document)


def documents(papers: Iterable[Understood], wanted: Wanted = ANY) -> tuple[DocumentInfo, ...]:
    """The wanted documents, by date (unknown last), then source."""
    found = (paper.info for paper in papers if wants_paper(wanted, paper))
    return tuple(sorted(found, key=lambda each: (each.date or date.max, each.source)))


def decisions(papers: Iterable[Understood], wanted: Wanted = ANY) -> tuple[CitedDecision, ...]:
    """The wanted decisions, by date (unknown last); of a day, each council's in the order in which a paper travels."""
    cited = (
        cite(decision, CitedDecision, paper.info)
        for paper in papers
        for decision in paper.analysis.decisions
        if wants_decision(wanted, decision, paper)
    )
    return tuple(sorted(cited, key=_decision_order))


def _decision_order(act: CitedDecision) -> tuple[Any, ...]:
    owner = alphabetical(act.municipality.name) if act.municipality else ()
    return act.date or date.max, owner, STATUSES.index(act.status), act.document.source, number(act.id)


def measures(papers: Iterable[Understood], wanted: Wanted = ANY) -> tuple[CitedMeasure, ...]:
    """The wanted measures: those of the plans' own documents first, in the order of the document."""
    cited = (
        cite(measure, CitedMeasure, paper.info)
        for paper in papers
        for measure in paper.analysis.measures
        if wants_measure(wanted, measure, paper)
    )
    return tuple(sorted(cited, key=_measure_order))


def priorities(papers: Iterable[Understood]) -> tuple[CitedPriority, ...]:
    """All priorities: those of the plans' own documents first."""
    cited = (cite(priority, CitedPriority, paper.info) for paper in papers for priority in paper.analysis.priorities)
    return tuple(sorted(cited, key=lambda p: (p.plan or "", p.document.kind != DocumentKind.PLAN, p.document.source)))


def _measure_order(measure: CitedMeasure) -> tuple[object, ...]:
    own = measure.document.kind == DocumentKind.PLAN
    return measure.plan or "", not own, measure.document.source, number(measure.id)


def number(id: str) -> int:
    """The number in the id of a decision or measure.

    >>> number("3f09c2d1a4b5e6f7.d12")
    12
    """
    return int(id.rpartition(".")[2][1:])


# --- plans ------------------------------------------------------------------------------------------------------------


def plans(papers: Sequence[Understood]) -> tuple[CitedPlan, ...]:
    """Every plan with a period that a paper speaks of, with its own document where there is one."""
    mentioned = {mention.id: mention for paper in papers for mention in paper.analysis.plans if mention.period}
    return tuple(_plan(mentioned[id], mentioned, papers) for id in sorted(mentioned))


def _plan(mention: PlanMention, known: Iterable[str], papers: Sequence[Understood]) -> CitedPlan:
    label = regions()[mention.region].label
    own = plan_document(papers, mention.id)
    earlier, later = _neighbours(mention.id, known)
    return CitedPlan(
        id=mention.id,
        region=mention.region,
        period=mention.period,
        title=f"Regijski izvedbeni načrt na področju socialnega varstva, {label}, {mention.period}",
        document=own.info if own else None,
        earlier=earlier,
        later=later,
        documents=sum(any(each.id == mention.id for each in paper.analysis.plans) for paper in papers),
    )


def _neighbours(plan: str, known: Iterable[str]) -> tuple[str | None, str | None]:
    """The plans of the same region before and after a plan; by their years, which sort as they follow one another."""
    region = plan.rpartition("/")[0]
    successive = sorted(each for each in known if each.rpartition("/")[0] == region)
    at = successive.index(plan)
    return successive[at - 1] if at else None, successive[at + 1] if at + 1 < len(successive) else None


def plan_document(papers: Iterable[Understood], plan: str) -> Understood | None:
    """The paper that is the plan itself; of several (a summary is one, too) the one with most measures."""
    own = [paper for paper in papers if is_plan_document(paper, plan)]
    return max(own, key=lambda each: len(each.analysis.measures), default=None)


def is_plan_document(paper: Understood, plan: str) -> bool:
    """Whether a paper is the plan itself, and not a paper about it."""
    first = next((mention.id for mention in paper.analysis.plans if mention.period), None)
    return paper.analysis.kind == DocumentKind.PLAN and first == plan
