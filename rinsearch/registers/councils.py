"""The council table of a plan: which paper gives a municipality its standing.

The standing of a row: own substance (acknowledged, adopted, rejected, revoked; the latest wins), then reported
substance, then own procedure (postponed, withdrawn), then reported procedure, then proposed, scheduled, requested.
Procedure never lowers substance, and nothing is raised above what a paper shows.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from rinsearch.records import (
    Analysis,
    Basis,
    CitedDecision,
    CouncilRow,
    Councils,
    Decision,
    DocumentKind,
    Municipality,
    Object,
    Outsider,
    Status,
)
from rinsearch.registers.cases import case_number
from rinsearch.registers.listing import decisions, number
from rinsearch.registers.wanted import Understood, concerned
from rinsearch.taxonomy import alphabetical, members, municipalities, newcomers, region_on

TOOK_NOTE = frozenset({Status.ACKNOWLEDGED, Status.ADOPTED})
PROCEDURE = frozenset({Status.POSTPONED, Status.WITHDRAWN})
DECIDED = TOOK_NOTE | PROCEDURE | {Status.REJECTED}
WAITING = (Status.PROPOSED, Status.SCHEDULED, Status.REQUESTED)
# Of papers about the same act the one that decides by itself is the better evidence.
BEST_KINDS = (DocumentKind.DECISION, DocumentKind.MINUTES, DocumentKind.LETTER, DocumentKind.MEMO, DocumentKind.AGENDA)


LISTED = 0.75  # of the members of a region, from which on a passage of the plan counts them up


def councils(
    plan: str, papers: Sequence[Understood], as_of: date | None = None, listed: Collection[str] = ()
) -> Councils:
    """The council table of a plan: one row for each municipality of its region at the plan's date.

    ``as_of``: as the documents stood at the end of that day; papers without a date are then left out. ``listed``: the
    codes of those that the plan itself counts among its own though they came to the region after its beginning.
    """
    papers = stood(papers, as_of)
    region, period = plan.split("/")[1:3]
    issued = Counter(paper.info.issuer.code for paper in papers if paper.info.issuer)
    about = _by_municipality(plan, papers)
    analyses = {paper.info.id: paper.analysis for paper in papers}
    begins = date(int(period[:4]), 1, 1)
    rows = (
        _row(municipality, about.pop(municipality.code, ()), issued[municipality.code])
        for municipality in _members(region, begins, listed)
    )
    table = totals(plan, region, tuple(_numbered(row, analyses) for row in rows))
    return replace(table, outside=tuple(_outside(about, region, begins, listed)), as_of=as_of)


def _members(region: str, begins: date, listed: Collection[str]) -> Sequence[Municipality]:
    added = [municipalities()[code].ref for code in newcomers(region, begins) if code in listed]
    return sorted((*members(region, begins), *added), key=lambda each: alphabetical(each.name))


def own_list(plan: str, passages: Iterable[Collection[str]]) -> frozenset[str]:
    """Those whom a plan counts among its own though they came to its region later; ``passages`` are the codes in each.

    A passage counts up the region where it names nearly all of it. Neighbours that it names, too, are none of them.
    """
    region, period = plan.split("/")[1:3]
    begins = date(int(period[:4]), 1, 1)
    own, later = {each.code for each in members(region, begins)}, newcomers(region, begins)
    lists = [set(codes) for codes in passages if len(own & set(codes)) >= LISTED * len(own)] if later and own else []
    return frozenset(later) & frozenset().union(*lists)


def totals(plan: str, region: str, rows: Sequence[CouncilRow]) -> Councils:
    """Rows as a table: how many have which standing, and the share that took note."""
    standings = Counter(row.standing.value for row in rows if row.standing)
    ordered = {status.value: standings[status.value] for status in Status if standings[status.value]}
    took_note = sum(row.took_note for row in rows)
    share = round(took_note / len(rows), 4) if rows else 0.0
    revoked, conflicts = sum(row.revoked for row in rows), sum(row.conflict for row in rows)
    return Councils(plan, region, len(rows), ordered, took_note, share, tuple(rows), revoked, conflicts)


def stood(papers: Sequence[Understood], as_of: date | None) -> Sequence[Understood]:
    """The papers that were there at the end of a day; those without a date are then left out."""
    return [each for each in papers if as_of is None or (each.info.date is not None and each.info.date <= as_of)]


def _by_municipality(plan: str, papers: Sequence[Understood]) -> dict[str, list[CitedDecision]]:
    found: dict[str, list[CitedDecision]] = defaultdict(list)
    for decision in decisions(papers):
        if decision.plan == plan and decision.object != Object.DRAFT:  # the plan itself may still come
            for municipality in concerned(decision):
                found[municipality.code].append(decision)
    return found


def _outside(
    about: Mapping[str, Sequence[CitedDecision]], region: str, begins: date, listed: Collection[str]
) -> Iterator[Outsider]:
    """Municipalities that came to the region later, and those of elsewhere whose council decided about the plan."""
    later = {code: day for code, day in newcomers(region, begins).items() if code not in listed}
    for code in sorted({*later, *about}, key=lambda each: alphabetical(municipalities()[each].name)):
        municipality = municipalities()[code].ref
        own = [each for each in about.get(code, ()) if each.municipality == municipality]
        if own or code in later:
            decisions = tuple(sorted(own, key=_worth))
            yield Outsider(municipality, region_on(code, begins), later.get(code), decisions)


def _row(municipality: Municipality, found: Sequence[CitedDecision], documents: int) -> CouncilRow:
    ordered = tuple(sorted(found, key=_worth))
    if not ordered:
        return CouncilRow(municipality, None, False, None, None, None, False, documents, ())
    best = ordered[0]
    contrary = _contrary(ordered)
    same = [each.date for each in ordered if each.status == best.status and each.date and not each.revokes]
    return CouncilRow(
        municipality=municipality,
        standing=best.status,
        took_note=best.status in TOOK_NOTE,
        basis=Basis.REPORTED if best.reported else Basis.OWN,
        date=best.date,
        first_date=min(same) if same else best.date,
        conflict=contrary is not None,
        documents=documents,
        decisions=ordered,
        revoked=best.revokes is not None,
        contrary=contrary.id if contrary else None,
    )


def _numbered(row: CouncilRow, analyses: Mapping[str, Analysis]) -> CouncilRow:
    """The row with the case number of its best evidence."""
    if not row.decisions:
        return row
    best = row.decisions[0]
    return replace(row, case_number=case_number(best, analyses[best.document.id]))


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
        number(decision.id),
    )


def _rank(decision: Decision) -> int:
    """0 own substance, 1 reported substance, 2 own procedure, 3 reported procedure, then waiting in its order."""
    if decision.status in WAITING:
        return 4 + WAITING.index(decision.status)
    substance = decision.status not in PROCEDURE or decision.revokes is not None
    return (0 if substance else 2) + decision.reported


def _contrary(found: Sequence[CitedDecision]) -> CitedDecision | None:
    """What contradicts the best of these decisions, or another one; none where they agree.

    Decided statuses of one session, or an own and a reported act of substance, can say the contrary.
    """
    sessions: dict[date, list[CitedDecision]] = defaultdict(list)
    substance: dict[bool, list[CitedDecision]] = {True: [], False: []}
    for decision in found:
        if decision.status in DECIDED and not decision.reported and decision.date:
            sessions[decision.date].append(decision)
        if _rank(decision) < 2:
            substance[decision.reported].append(decision)
    own = substance[False]
    told = [each for each in substance[True] if own and not any(map(_agree(each), own))]
    # Told of the day on which the own paper has it put off: it was another session, or somebody errs.
    that_day = ((each, sessions.get(each.date, [])) for each in substance[True] if each.date)
    told += [each for each, acts in that_day if acts and not any(map(_agree(each), acts))]
    against = [each for acts in sessions.values() if not all(map(_agree(acts[0]), acts)) for each in acts] + told
    return next((each for each in against if not _agree(found[0])(each)), against[0] if against else None)


def _agree(one: Decision) -> Callable[[Decision], bool]:
    return lambda other: (one.status in TOOK_NOTE) == (other.status in TOOK_NOTE)
