"""Pictures to files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from rinsearch.errors import UsageError
from rinsearch.library import arguments
from rinsearch.picture import map_of, matrix_of, timeline_of
from rinsearch.records import CitedMeasure, CitedPriority
from rinsearch.registers import of_plan
from rinsearch.whole import write_text

__all__ = ["map_of", "matrix", "timeline_of", "write"]


def matrix(measures: Sequence[CitedMeasure], priorities: Sequence[CitedPriority]) -> str:
    """The matrix of one plan. Raises `UsageError` for several: their priorities have the same numbers."""
    plans = {measure.plan for measure in measures}
    if len(plans) > 1:
        several = ", ".join(sorted(filter(None, plans)))
        raise UsageError(f"The measures are of {len(plans)} plans.", place="picture", advice=f"Say which: {several}.")
    return matrix_of(of_plan(measures, *plans), of_plan(priorities, *plans)) if plans else matrix_of(())


def write(svg: str, to: Path | str) -> None:
    """Write a picture. Raises `UsageError` where the name does not say that it is one."""
    path = arguments.path("picture", to)
    if path.suffix.lower() != ".svg":
        raise UsageError("Pictures are written as SVG.", place=path.name, advice="Let the name end with .svg.")
    write_text(path, svg)
