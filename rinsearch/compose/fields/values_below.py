"""Lists that are the value of a label: "Viri:" with "- proračun občine", "- razpis MDDSZ (2018)" below it."""

from __future__ import annotations

from collections.abc import Sequence

from rinsearch.compose.fields.units import Unit
from rinsearch.records import PassageKind
from rinsearch.taxonomy import column_field

LISTED = frozenset({"funding", "partner", "target_group", "indicator", "amount", "need"})
LONGEST = 45  # characters of a label


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
