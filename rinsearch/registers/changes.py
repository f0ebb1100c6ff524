"""What differs between a frozen council table and the one of today, and why."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

from rinsearch.records import Change, CouncilRow, Councils, Reason


def changes(before: Councils, now: Councils, known: Collection[str], today: Collection[str]) -> tuple[Change, ...]:
    """The differences, row by row, then in the totals; ``known`` and ``today`` are the documents' ids then and now."""
    old = {row.municipality.code: row for row in before.councils}
    new = {row.municipality.code: row for row in now.councils}
    found = [
        change
        for code in dict.fromkeys((*old, *new))
        for change in _of_row(old.get(code), new.get(code), (frozenset(known), frozenset(today)))
    ]
    return (*found, *_of_totals(before, now))


def _of_row(
    before: CouncilRow | None, now: CouncilRow | None, ids: tuple[frozenset[str], frozenset[str]]
) -> Iterator[Change]:
    row = now or before
    if row is None:
        return
    if before is None or now is None:
        there = "row"
        yield Change(row.municipality, there, there if before else None, there if now else None, Reason.OTHER_READING)
        return
    why = _why(before, now, ids)
    for what in ("standing", "took_note", "basis", "date", "conflict"):
        old, new = _told(getattr(before, what)), _told(getattr(now, what))
        if old != new:
            yield Change(row.municipality, what, old, new, why)
    old, new = _evidence(before), _evidence(now)
    if old != new and before.standing == now.standing:
        yield Change(row.municipality, "evidence", old, new, why)


def _why(before: CouncilRow, now: CouncilRow, ids: tuple[frozenset[str], frozenset[str]]) -> Reason:
    known, today = ids
    if before.correction != now.correction:
        return Reason.WORD
    if any(each.document.id not in known for each in now.decisions):
        return Reason.NEW_PAPER
    if any(each.document.id not in today for each in before.decisions):
        return Reason.GONE_PAPER
    return Reason.OTHER_READING


def _of_totals(before: Councils, now: Councils) -> Iterator[Change]:
    for what in ("total", "took_note"):
        old, new = _told(getattr(before, what)), _told(getattr(now, what))
        if old != new:
            yield Change(None, what, old, new, Reason.ROWS)


def _told(value: object) -> str | None:
    if value is None:
        return None
    if isinstance(value, bool):
        return str(value).lower()
    return value.isoformat() if isinstance(value, date) else str(value)


def _evidence(row: CouncilRow) -> str | None:
    if not row.decisions:
        return None
    best = row.decisions[0]
    return f"{best.document.source}, {best.evidence.page}: {best.evidence.quote}"
