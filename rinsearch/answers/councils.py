"""Rows of the council table in Slovene words: standings, sessions seen, municipalities that are no rows."""

from __future__ import annotations

from rinsearch.answers.words import (
    NO_PAPER,
    QUOTE_LENGTH,
    REVOKED,
    Cut,
    act_words,
    contrary_words,
    correction_words,
    day,
    outsider_words,
    place,
    session_words,
    standing_words,
    vote_words,
)
from rinsearch.index.values import label_of
from rinsearch.records import Basis, CouncilRow, Councils, Outsider, SeenSession, SessionKind, Status


def standings(answer: Councils) -> str:
    """The rows of each standing; a resolution that was taken back counts as withdrawn, and is told as what it is."""
    back = {Status.WITHDRAWN.value: f" (od tega {REVOKED} {answer.revoked})"} if answer.revoked else {}
    counts = [f"{label_of('status', each)} {count}{back.get(each, '')}" for each, count in answer.standings.items()]
    empty = answer.total - sum(answer.standings.values())
    counts += [f"{NO_PAPER} {empty}"] if empty else []
    conflicts = (f"vrstic z nasprotjem: {answer.conflicts}",) if answer.conflicts else ()
    return "; ".join(filter(None, (", ".join(counts), *conflicts)))


def council_row(row: CouncilRow, cut: Cut) -> tuple[str, ...]:
    """A row of the council table; what a person said of it stands before the quote."""
    best = row.decisions[0] if row.decisions else None
    conflict = ", nasprotje" if row.conflict else ""
    word = correction_words(row.correction) if row.correction else ""
    by_hand = row.basis == Basis.CORRECTED
    against = f"nasprotuje: {contrary_words(row)}" if row.contrary else ""
    where = place(best.document, best.evidence) if best and not by_hand else ""
    quote = best.evidence.quote if best and not by_hand else ""
    told = row.correction.session if by_hand and row.correction else session_words(best.session) if best else None
    return (
        row.municipality.name,
        standing_words(row) + conflict,
        day(row.date),
        told or "",
        vote_words(best.vote) if best and not by_hand else "",
        row.case_number or "",
        str(row.documents),
        where,
        cut(" – ".join(filter(None, (against, word, quote))), QUOTE_LENGTH),
    )


def coverage_row(row: CouncilRow) -> tuple[str, ...]:
    """The sessions of which papers were seen, and the numbers between them of which none was."""
    if row.coverage is None:
        return "", ""
    seen = [_seen(each) for each in row.coverage.sessions if each.number]
    return ", ".join(seen), ", ".join(map(str, row.coverage.missing))


def _seen(session: SeenSession) -> str:
    """The number; of a session that is not regular, which counts by itself, its kind too."""
    kind = session.kind if session.kind not in (None, SessionKind.REDNA) else None
    return f"{session.number}. {kind}" if kind else str(session.number)


def outsider_row(each: Outsider) -> tuple[str, ...]:
    """A municipality that is no row, why, and its best decision with day and place."""
    best = each.decisions[0] if each.decisions else None
    told = (act_words(best), day(best.date), place(best.document, best.evidence)) if best else ("", "", "")
    return each.municipality.name, outsider_words(each), *told
