"""Where running text outside of chapters of measures tells what the plan holds."""

from __future__ import annotations

from collections.abc import Sequence

from rinsearch.compose.fields.told import LONGEST_NAME
from rinsearch.compose.fields.units import Unit
from rinsearch.compose.paper import tags_between
from rinsearch.taxonomy.phrases import phrase

NEAR_UNITS = 2  # before running text, in which the plan is spoken of


def speaks_of_plan(units: Sequence[Unit], at: int) -> bool:
    """Whether the words right before, or the first ones here, tell what the plan holds: "Za nas načrt predvideva …"."""
    return any(phrase("plan-holds").search(unit.text) for unit in units[max(0, at - NEAR_UNITS) : at + 1])


def is_of_place(unit: Unit) -> bool:
    """ "Cerknica. Center za socialno delo bo …": a paragraph that begins with the municipality of which it tells."""
    tags = tags_between(unit.passage, "municipality", unit.start, min(unit.end, unit.start + LONGEST_NAME))
    return any(
        tag.evidence.start == unit.start and unit.passage.text[tag.evidence.end :][:1] in (".", ":") for tag in tags
    )
