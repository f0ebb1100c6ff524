"""A person's word on rows of the council table: it goes before what the documents show, and is never overwritten."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from rinsearch.matching import fits
from rinsearch.records import Basis, Correction, CouncilRow, Councils
from rinsearch.registers.councils import DECIDED, PROCEDURE, TOOK_NOTE, totals

SUBSTANCE = DECIDED - PROCEDURE


def corrected(table: Councils, corrections: Iterable[Correction]) -> Councils:
    """The table with the latest word on each row; rows and totals follow it, the decisions stay as they were found."""
    last = {
        each.municipality.code: each
        for each in sorted(corrections, key=lambda each: each.on)
        if is_of(each, table.plan)
    }
    rows = [_row(row, last.get(row.municipality.code)) for row in table.councils]
    return replace(totals(table.plan, table.region, rows), outside=table.outside, as_of=table.as_of)


def is_of(word: Correction, plan: str) -> bool:
    """Whether a word is on a plan, which a person may name by region and first year: ``rin-sv/jugovzhodna/2017``."""
    return fits("plan", plan, word.plan)


def _row(row: CouncilRow, word: Correction | None) -> CouncilRow:
    if word is None:
        return row
    conflict = not word.taken_back and _contradicted(row, word)
    row = replace(row, correction=word, conflict=conflict, contrary=row.decisions[0].id if conflict else None)
    if word.standing is None and not word.nothing:
        return row
    return replace(
        row,
        standing=word.standing,
        took_note=word.standing in TOOK_NOTE,
        basis=Basis.CORRECTED,
        date=word.date,
        first_date=word.date,
        case_number=None,
        revoked=word.revoked,
    )


def _contradicted(row: CouncilRow, word: Correction) -> bool:
    """Whether the documents say now what they did not say then, and it is not what the person said.

    A confirmation is of what was found then. Only what is decided counts: that a request is found later says nothing
    against a person who knows that the council decided. Nor do an earlier session, and procedure against substance.
    """
    confirmed = word.standing is None and not word.nothing
    said = (word.found, row.revoked) if confirmed else (word.standing, word.revoked)
    if row.standing == word.found or (row.standing, row.revoked) == said or row.standing not in DECIDED:
        return False
    procedure = row.standing in PROCEDURE and not row.revoked
    earlier = word.date is not None and row.date is not None and row.date < word.date
    return not (procedure and said[0] in SUBSTANCE) and not earlier


def unknown_rows(table: Councils, corrections: Sequence[Correction]) -> tuple[Correction, ...]:
    """The words on municipalities that are no rows of their plan's table."""
    codes = {row.municipality.code for row in table.councils}
    return tuple(each for each in corrections if is_of(each, table.plan) and each.municipality.code not in codes)
