"""What differs between a frozen council table and the one of today, and why."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import date

from rinsearch.records import Basis, Change, CitedDecision, CouncilRow, Councils, Reason, VoteForm


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
    why, cause = _why(before, now, ids)
    for what, value in VALUES.items():
        old, new = _told(value(before)), _told(value(now))
        if old != new:
            yield Change(row.municipality, what, old, new, why, cause)
    old, new = _evidence(before), _evidence(now)
    if old != new and _standing(before) == _standing(now):
        yield Change(row.municipality, "evidence", old, new, why, cause)


def _why(before: CouncilRow, now: CouncilRow, ids: tuple[frozenset[str], frozenset[str]]) -> tuple[Reason, str | None]:
    """The reason and what it is; a word that only confirms moves nothing, so that papers come first."""
    known, today = ids
    said = Reason.WORD, _word(now) or _word(before)
    if before.correction != now.correction and Basis.CORRECTED in (before.basis, now.basis):
        return said
    if new := next((each for each in now.decisions if each.document.id not in known), None):
        return Reason.NEW_PAPER, _place(new)
    if gone := next((each for each in before.decisions if each.document.id not in today), None):
        return Reason.GONE_PAPER, _place(gone)
    return said if before.correction != now.correction else (Reason.OTHER_READING, None)


def _place(act: CitedDecision) -> str:
    return act.document.source + (f", str. {act.evidence.page}" if act.evidence.page else "")


def _word(row: CouncilRow) -> str | None:
    """Who said a word on a row, and when."""
    return f"{row.correction.by}, {row.correction.on.isoformat()}" if row.correction else None


def _standing(row: CouncilRow) -> str | None:
    """The standing; of what was taken back that it was, which earlier snapshots have in the decision alone."""
    best = _best(row)
    revoked = row.revoked or (best is not None and best.revokes is not None)
    return "revoked" if revoked else row.standing


def _of_totals(before: Councils, now: Councils) -> Iterator[Change]:
    for what in ("total", "took_note"):
        old, new = _told(getattr(before, what)), _told(getattr(now, what))
        if old != new:
            yield Change(None, what, old, new, Reason.ROWS)


def _session(row: CouncilRow) -> str | None:
    """The session of the best evidence, as tags write it: ``21/redna``."""
    best = _best(row)
    return f"{best.session.number or ''}/{best.session.kind or ''}" if best and best.session else None


def _vote(row: CouncilRow) -> str | None:
    """The vote of the best evidence, as tags write it: ``for=19 against=0 abstained=2 present=``."""
    best = _best(row)
    if best is None or best.vote is None:
        return None
    vote = best.vote
    if vote.form != VoteForm.COUNTED:
        return vote.form.value
    counts = {"for": vote.for_, "against": vote.against, "abstained": vote.abstained, "present": vote.present}
    return " ".join(f"{name}={'' if count is None else count}" for name, count in counts.items())


def _best(row: CouncilRow) -> CitedDecision | None:
    """The decision that gives a row; none where a person does."""
    return row.decisions[0] if row.decisions and row.basis != Basis.CORRECTED else None


# What is compared of a row; the words of its evidence are compared beside.
VALUES: Mapping[str, Callable[[CouncilRow], object]] = {
    "standing": _standing,
    "took_note": lambda row: row.took_note,
    "basis": lambda row: row.basis,
    "date": lambda row: row.date,
    "first_date": lambda row: row.first_date,
    "session": _session,
    "vote": _vote,
    "case_number": lambda row: row.case_number,
    "conflict": lambda row: row.conflict,
    "word": _word,
}


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
    return f"{_place(best)}: {best.evidence.quote}"
