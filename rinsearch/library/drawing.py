"""Pictures to files, and in notebooks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from rinsearch.answers import CouncilTable, Listing
from rinsearch.errors import UsageError
from rinsearch.library import arguments
from rinsearch.picture import map_of, matrix_of, timeline_of
from rinsearch.records import CitedDecision, CitedMeasure, CitedPriority
from rinsearch.registers import of_plan
from rinsearch.whole import write_text

__all__ = ["DrawnMeasures", "DrawnTable", "Picture", "Timeline", "map_of", "matrix", "timeline_of", "write"]


class Picture(str):
    """A picture as SVG; shows itself in a notebook."""

    __slots__ = ()

    def _repr_svg_(self) -> str:
        return str(self)


@dataclass(frozen=True, slots=True, repr=False)
class DrawnTable(CouncilTable):
    """A council table that can be drawn."""

    def picture(self) -> Picture:
        """The table as a map of the region; in a notebook it stands in its place."""
        return Picture(map_of(self))


class DrawnMeasures(Listing[CitedMeasure]):
    """Measures that can be drawn."""

    def __init__(self, items: Sequence[CitedMeasure], priorities: Sequence[CitedPriority]) -> None:
        super().__init__("measures", items)
        self._priorities = priorities

    def picture(self) -> Picture:
        """Target groups by priorities of one plan, as a matrix of counts. Raises `UsageError` for several plans."""
        return Picture(matrix(self.items, self._priorities))


class Timeline(Listing[CitedDecision]):
    """The way of a plan through the councils."""

    def __init__(self, items: Sequence[CitedDecision]) -> None:
        super().__init__("decisions", items)

    def picture(self) -> Picture:
        """The steps along the days, a lane for each municipality."""
        return Picture(timeline_of(self.items))


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
