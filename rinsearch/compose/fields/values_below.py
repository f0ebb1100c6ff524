"""Lists that are the value of a label: "Viri:" with "- proračun občine", "- razpis MDDSZ (2018)" below it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from rinsearch.compose.fields.units import Unit
from rinsearch.records import PassageKind
from rinsearch.taxonomy import column_field

LISTED = frozenset({"funding", "partner", "target_group", "indicator", "amount", "need"})
LONGEST = 45  # characters of a label


BESIDE = frozenset({"partner", "need"})  # whose list inside a card says nothing of who, until when and for whom


def without_lists_inside(units: Sequence[Unit]) -> list[Unit]:
    """The units without "Sodelujoči:" and the items below it, so that a card goes on behind them."""
    kept: list[Unit] = []
    listing = False
    for unit, below in pairwise([*units, None]):
        if unit is None:
            continue
        words = unit.text.strip()
        inside = listing and _is_item(unit)
        begins = words.endswith(":") and len(words) <= LONGEST and column_field(words.rstrip(" :")) in BESIDE
        listing = inside or (begins and below is not None and _is_item(below))
        kept += [] if listing else [unit]
    return kept


def _is_item(unit: Unit) -> bool:
    """An item, also one in capitals that looks like a heading: "– KŠTM"."""
    marked = unit.text.lstrip()[:1] in tuple("–-•*")
    return unit.passage.kind is PassageKind.ITEM or (unit.passage.kind is PassageKind.HEADING and marked)


def values_below(units: Sequence[Unit]) -> frozenset[tuple[str, int]]:
    """The items (passage and start) right below such a label: who pays, who takes part, for whom; no measures."""
    found: set[tuple[str, int]] = set()
    listing = False
    for unit in units:
        if listing and unit.passage.kind is PassageKind.ITEM:
            found.add((unit.passage.id, unit.start))
        else:
            words = unit.text.strip()
            listing = words.endswith(":") and len(words) <= LONGEST and column_field(words.rstrip(" :")) in LISTED
    return frozenset(found)
