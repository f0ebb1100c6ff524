"""Which papers, decisions and measures are wanted. What a filter means is decided in `matching`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from rinsearch.matching import fits, holds, session_values, statuses, within
from rinsearch.records import Analysis, Decision, DocumentInfo, DocumentKind, Measure, Municipality, Session, Status


@dataclass(frozen=True, slots=True)
class Understood:
    """A document as answers cite it, and what was understood of it."""

    info: DocumentInfo
    analysis: Analysis


@dataclass(frozen=True, slots=True)
class Wanted:
    """Filter values, resolved: codes, ids (a group with its children), days; ``None`` or empty means any."""

    municipality: str | None = None
    region: str | None = None
    target_groups: frozenset[str] = frozenset()
    kind: DocumentKind | None = None
    status: Status | None = None
    plan: str | None = None
    since: date | None = None
    until: date | None = None
    case_number: str | None = None
    session: str | None = None
    document: str | None = None
    source: str | None = None


def wants_paper(wanted: Wanted, paper: Understood) -> bool:
    """Whether a document has what is wanted (of a document: its issuer or a municipality that it names)."""
    info, analysis = paper.info, paper.analysis
    codes = {each.code for each in analysis.municipalities} | ({info.issuer.code} if info.issuer else set())
    return (
        _wants_file(wanted, paper)
        and _wants_session(wanted, analysis.session)
        and within(info.date, wanted.since, wanted.until)
        and wanted.municipality in (None, *codes)
        and _wants_groups(wanted, {each.id for each in analysis.target_groups})
        and wanted.status in (None, *statuses(analysis))
        and (wanted.plan is None or any(_wants_plan(wanted, each.id) for each in analysis.plans))
        and wanted.region in (None, *(each.region for each in analysis.plans))
    )


def wants_decision(wanted: Wanted, decision: Decision, paper: Understood) -> bool:
    """Whether a decision of a paper is wanted: its own municipality, status, plan, session and date count."""
    return (
        _wants_file(wanted, paper)
        and _wants_session(wanted, decision.session)
        and within(decision.date or paper.info.date, wanted.since, wanted.until)
        and wanted.municipality in (None, *(each.code for each in concerned(decision)))
        and wanted.status in (None, decision.status)
        and _wants_plan(wanted, decision.plan)
        and _wants_region(wanted, decision.plan)
    )


def wants_measure(wanted: Wanted, measure: Measure, paper: Understood) -> bool:
    """Whether a measure is wanted: its groups (own or inherited), municipality and plan; the rest is its paper's."""
    return (
        _wants_file(wanted, paper)
        and _wants_session(wanted, paper.analysis.session)
        and within(paper.info.date, wanted.since, wanted.until)
        and wanted.municipality in (None, *(each.code for each in measure.municipalities))
        and _wants_groups(wanted, {*measure.target_groups, *measure.inherited})
        and _wants_plan(wanted, measure.plan)
        and _wants_region(wanted, measure.plan)
    )


def concerned(decision: Decision) -> Iterator[Municipality]:
    """The municipalities whose council decides or is asked."""
    if decision.municipality:
        yield decision.municipality
    yield from decision.addressees


# --- parts ------------------------------------------------------------------------------------------------------------


def _wants_file(wanted: Wanted, paper: Understood) -> bool:
    info, cases = paper.info, paper.analysis.case_numbers
    return (
        wanted.kind in (None, info.kind)
        and wanted.document in (None, info.id)
        and (wanted.source is None or holds(info.source, wanted.source))
        and (wanted.case_number is None or any(fits("case_number", each, wanted.case_number) for each in cases))
    )


def _wants_session(wanted: Wanted, session: Session | None) -> bool:
    return wanted.session is None or any(fits("session", each, wanted.session) for each in session_values(session))


def _wants_groups(wanted: Wanted, groups: set[str]) -> bool:
    return not wanted.target_groups or not wanted.target_groups.isdisjoint(groups)


def _wants_plan(wanted: Wanted, plan: str | None) -> bool:
    return wanted.plan is None or (plan is not None and fits("plan", plan, wanted.plan))


def _wants_region(wanted: Wanted, plan: str | None) -> bool:
    return wanted.region is None or (plan is not None and fits("plan", plan, f"rin-sv/{wanted.region}"))
