"""A person's word on rows of the council table: it goes before what the documents show, and is never overwritten."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from rinsearch.matching import fits
from rinsearch.records import Basis, Correction, CouncilRow, Councils
from rinsearch.registers.councils import DECIDED, TOOK_NOTE, totals


def corrected(table: Councils, corrections: Iterable[Correction]) -> Councils:
    """The table with the latest word on each row; rows and totals follow it, the decisions stay as they were found."""
    last = {
        each.municipality.code: each
        for each in sorted(corrections, key=lambda each: each.on)
        if is_of(each, table.plan)
    }
    rows = [_row(row, last.get(row.municipality.code)) for row in table.councils]
    return totals(table.plan, table.region, rows)


def is_of(word: Correction, plan: str) -> bool:
    """Whether a word is on a plan, which a person may name by region and first year: ``rin-sv/jugovzhodna/2017``."""
    return fits("plan", plan, word.plan)


def _row(row: CouncilRow, word: Correction | None) -> CouncilRow:
    if word is None:
        return row
    conflict = _contradicted(row, word)
    if word.standing is None:
        return replace(row, correction=word, conflict=conflict)
    return replace(
        row,
        standing=word.standing,
        took_note=word.standing in TOOK_NOTE,
        basis=Basis.CORRECTED,
        date=word.date,
        first_date=word.date,
        conflict=conflict,
        correction=word,
        case_number=None,
    )


def _contradicted(row: CouncilRow, word: Correction) -> bool:
    """Whether the documents say now what they did not say then, and it is not what the person said.

    A confirmation is of what was found then. Of a correction only a decided standing counts: that a request is found
    later says nothing against a person who knows that the council decided.
    """
    said = word.standing if word.standing is not None else word.found
    if row.standing in (said, word.found):
        return False
    return word.standing is None or row.standing in DECIDED


def unknown_rows(table: Councils, corrections: Sequence[Correction]) -> tuple[Correction, ...]:
    """The words on municipalities that are no rows of their plan's table."""
    codes = {row.municipality.code for row in table.councils}
    return tuple(each for each in corrections if is_of(each, table.plan) and each.municipality.code not in codes)
