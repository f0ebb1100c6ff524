"""Cards on which labels stand above the name of the measure, too: "Izvedba: Dom Sonce", "Ukrep 5: …", "Rok: …".

They are read as others are, once the name stands first.
"""

from __future__ import annotations

from collections.abc import Sequence

from rinsearch.compose.fields.block_titles import is_called_measure
from rinsearch.compose.fields.columns import MEASURE
from rinsearch.compose.fields.drafts import SUPPORTING
from rinsearch.compose.fields.units import OPEN, Unit
from rinsearch.records import PassageKind

LEAST_CARDS = 2  # one alone may stand below a label of something else
MOST_ABOVE = 6  # labelled lines above a name


def names_first(units: Sequence[Unit]) -> list[Unit]:
    """The units, on cards whose labels begin above the name with the name moved above them."""
    fields = [_field(unit) for unit in units]
    names = [at for at, field in enumerate(fields) if field == MEASURE]
    above = _above(fields, names)
    if len(above) < max(LEAST_CARDS, len(names)):
        return list(units)
    ordered = list(units)
    for at, first in above.items():
        ordered[first : at + 1] = [units[at], *units[first:at]]
    return ordered


def _field(unit: Unit) -> str | None:
    """The field of the label with which a unit begins; that of a measure also where it is called one."""
    if unit.place not in OPEN or unit.passage.kind is PassageKind.HEADING:
        return None
    if is_called_measure(unit, capital=True):
        return MEASURE
    labels = unit.labels()
    return labels[0].field if labels and labels[0].start <= unit.body else None


def _above(fields: Sequence[str | None], names: Sequence[int]) -> dict[int, int]:
    """Where the labels above each name begin: those that stand above the first one, and not behind the name, too."""
    found: dict[int, int] = {}
    leading: frozenset[str | None] = frozenset()
    for number, at in enumerate(names):
        least = names[number - 1] + 1 if number else 0
        first = at
        while first > max(least, at - MOST_ABOVE) and _leads(fields[first - 1], leading if number else None):
            first -= 1
        if first == at:
            return {}
        leading = leading or frozenset(fields[first:at])
        found[at] = first
    behind = fields[names[-1] + 1 : names[-1] + 1 + MOST_ABOVE] if names else ()
    return found if leading & SUPPORTING and not leading & set(behind) else {}


def _leads(field: str | None, leading: frozenset[str | None] | None) -> bool:
    return field is not None and field != MEASURE and (leading is None or field in leading)
