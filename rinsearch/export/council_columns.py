"""The columns of the councils of a plan, and those that they share with other registers."""

from __future__ import annotations

import re

from rinsearch.export.cells import SEPARATOR, TOOK_BACK, Cell, Column, Kind, link_to, status_of, text, typed
from rinsearch.records import Basis, CouncilRow, Status

EVIDENCE = (
    typed("page", Kind.INTEGER, "page of the evidence, from 1", "evidence.page"),
    text("quote", "the words that show it, as they stand in the passage", "evidence.quote"),
    text("passage", "id of the passage of the evidence", "evidence.passage"),
    text("rule", "name of the rule that found it", "evidence.rule"),
)
PAPER = (
    text("document", "id of the document", "document.id"),
    text("source", "file of the document; member of an archive behind !/", "document.source"),
    text("document_kind", "kind of the document", "document.kind"),
    typed("document_date", Kind.DATE, "date of the document", "document.date"),
    Column(
        "link", Kind.LINK, lambda each: link_to(each.document.source, each.evidence.page), "file and page, to click on"
    ),
)
VOTE = (
    text("vote_form", "counted, unanimous or without_vote", "vote.form"),
    typed("vote_for", Kind.INTEGER, "votes for", "vote.for_"),
    typed("vote_against", Kind.INTEGER, "votes against", "vote.against"),
    typed("vote_abstained", Kind.INTEGER, "abstentions", "vote.abstained"),
    typed("vote_present", Kind.INTEGER, "councillors present", "vote.present"),
)
_SESSION = re.compile(r"\s*(\d{1,4})?\W*([^\W\d_]+)?")  # "13. redna", as a person writes it
SESSION = (
    typed("session_number", Kind.INTEGER, "number of the session", "session.number"),
    text("session_kind", "kind of the session", "session.kind"),
)


def _best(column: Column) -> Column:
    """The same column of the decision that gives a row; empty where a person gives it."""

    def of(row: CouncilRow) -> Cell:
        given = row.decisions and row.basis != Basis.CORRECTED
        return column.of(row.decisions[0]) if given else None

    return Column(column.name, column.kind, of, column.about)


def _session(column: Column, group: int) -> Column:
    """The same column of the decision that gives a row; of a row by a person, from the session as told."""
    best = _best(column)

    def of(row: CouncilRow) -> Cell:
        told = _SESSION.match(row.correction.session or "") if row.basis == Basis.CORRECTED and row.correction else None
        said = told[group] if told else None
        return int(said) if said and column.kind is Kind.INTEGER else said or best.of(row)

    return Column(column.name, column.kind, of, column.about)


def _standing(row: CouncilRow) -> str | None:
    return TOOK_BACK if row.revoked else row.standing.value if row.standing else None


def _contrary(row: CouncilRow) -> str | None:
    found = next((each for each in row.decisions if each.id == row.contrary), None)
    return f"{status_of(found)}: {link_to(found.document.source, found.evidence.page)}" if found else None


def _missing(row: CouncilRow) -> str | None:
    return SEPARATOR.join(map(str, row.coverage.missing)) or None if row.coverage else None


def _seen(row: CouncilRow) -> str | None:
    """The sessions as tags write them: "23/redna; 26/redna"."""
    seen = row.coverage.sessions if row.coverage else ()
    return SEPARATOR.join(f"{each.number}/{each.kind or ''}" for each in seen if each.number) or None


def _said(name: str, kind: Kind, about: str) -> Column:
    """A column of a person's word on a row; one that was taken back neither corrects nor confirms it."""

    def of(row: CouncilRow) -> Cell:
        word = row.correction
        told: Cell = getattr(word, name) if word and not word.taken_back else None
        return told

    return Column(f"corrected_{name}", kind, of, about)


_ROW = (
    text("municipality_code", "SURS code of the municipality", "municipality.code"),
    text("municipality", "its name", "municipality.name"),
    Column("standing", Kind.TEXT, _standing, f"{', '.join(Status)}, or {TOOK_BACK}; empty: no document found"),
    typed("took_note", Kind.BOOLEAN, "whether the council took note of the plan, or adopted it, and it still holds"),
    text("basis", "own, reported (by another's paper) or corrected (by a person)"),
    typed("date", Kind.DATE, "day of the decision"),
    typed("first_date", Kind.DATE, "day of the first decision of that standing"),
    typed("conflict", Kind.BOOLEAN, "whether documents contradict one another"),
    typed("papers", Kind.INTEGER, "how many of that council's papers were looked at", "documents"),
    *(_session(column, group) for group, column in enumerate(SESSION, start=1)),
    *map(_best, (*VOTE, *EVIDENCE, *PAPER)),
    _said("by", Kind.TEXT, "who corrected or confirmed the row"),
    _said("on", Kind.DATE, "on which day"),
    _said("reason", Kind.TEXT, "why"),
    Column("missing_sessions", Kind.TEXT, _missing, "regular sessions of which no paper was seen, where asked for"),
    text("case_number", "own case number of the paper that gives the row"),
    Column("contrary", Kind.TEXT, _contrary, "status, file and page of the decision that the conflict is with"),
    _said("source", Kind.TEXT, "where what was corrected or confirmed can be checked"),
    Column("seen_sessions", Kind.TEXT, _seen, "number/kind of the sessions of which papers were seen, where asked for"),
)


def _of_row(column: Column) -> Column:
    return Column(column.name, column.kind, lambda planned: column.of(planned.row), column.about)


COUNCILS = (text("plan", "id of the plan"), *map(_of_row, _ROW))
