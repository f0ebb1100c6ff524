"""Coverage: which sessions of each council were looked at, so that "no document found" has a denominator."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from rinsearch.records import CouncilRow, Councils, Coverage, SeenSession, SessionKind, Status
from rinsearch.registers.listing import decisions
from rinsearch.registers.wanted import Understood
from rinsearch.taxonomy.phrases import phrase

SAME_SESSION = timedelta(days=90)  # between a memo's day and that of the session for which it is written


def coverage(table: Councils, papers: Sequence[Understood]) -> tuple[Coverage, ...]:
    """For each row of a council table the sessions seen from the first request on, and the numbers between them."""
    request = _first_request(table.plan, papers)
    return tuple(_of(row, papers, request) for row in table.councils)


def _first_request(plan: str, papers: Sequence[Understood]) -> date | None:
    """When councils were first asked; the beginning of the plan's years where no request is found."""
    asked = [
        each.date for each in decisions(papers) if each.plan == plan and each.status == Status.REQUESTED and each.date
    ]
    return min(asked) if asked else date(int(plan.rpartition("/")[2][:4]), 1, 1)


def _of(row: CouncilRow, papers: Sequence[Understood], since: date | None) -> Coverage:
    own = [paper for paper in papers if paper.info.issuer == row.municipality]
    sat = [paper for paper in own if not _is_of_committee(paper)]
    seen = sorted(_sessions(sat, since), key=lambda each: (each.date or date.max, each.number or 0))
    days = [paper.info.date for paper in own if paper.info.date]
    return Coverage(
        municipality=row.municipality,
        standing=row.standing,
        since=since,
        until=max(days, default=None),
        papers=len(own),
        sessions=tuple(seen),
        missing=missing(seen),
    )


def _is_of_committee(paper: Understood) -> bool:
    """Whether a paper calls itself a committee's, whose sessions have numbers of their own ("9. seja Odbora za …")."""
    return bool(phrase("another-bodys-session").search(paper.info.title or ""))


def _sessions(papers: Sequence[Understood], since: date | None) -> Iterator[SeenSession]:
    """Each session once, by number, kind and day; papers that give no day for it have their own."""
    found: dict[object, SeenSession] = {}
    for paper in papers:
        session = paper.analysis.session
        if session is None:
            continue
        day = session.date or paper.info.date
        if since is None or day is None or day >= since:
            each = SeenSession(session.number, session.kind, day, paper.info)
            known = found.setdefault((session.number, session.kind), each)
            if known.date is None or (session.date is not None and known.date != session.date):
                found[session.number, session.kind] = each
    yield from (each for each in found.values() if not _is_told_again(each, found.values()))


def _is_told_again(seen: SeenSession, others: Iterable[SeenSession]) -> bool:
    """Whether a memo is for the regular session that other papers show ("22. seja"); a new term counts anew."""
    return seen.kind is None and any(
        other.kind is SessionKind.REDNA
        and other.number == seen.number is not None
        and (seen.date is None or other.date is None or abs(other.date - seen.date) <= SAME_SESSION)
        for other in others
    )


def missing(seen: Sequence[SeenSession]) -> tuple[int, ...]:
    """The numbers of regular sessions that lie between those seen.

    Only sessions that a paper calls regular span a gap: one of unknown kind may be a committee's, with numbers of its
    own, but it can fill a gap. Where the numbers fall (a new term of office begins with 1) nothing is concluded.
    """
    regular = [each for each in seen if each.kind is SessionKind.REDNA and each.number and each.date]
    filled = {each.number for each in seen if each.kind is None}
    gaps: list[int] = []
    for one, other in pairwise(regular):
        gaps += range((one.number or 0) + 1, other.number or 0)
    return tuple(number for number in dict.fromkeys(gaps) if number not in filled)
