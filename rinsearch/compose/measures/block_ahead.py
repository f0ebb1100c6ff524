"""What stands below a title that may be a measure's: lines that describe it, and where its labelled lines begin."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from rinsearch.compose.fields.block_titles import is_called_measure, is_other_label
from rinsearch.compose.fields.columns import MEASURE
from rinsearch.compose.fields.drafts import SUPPORTING
from rinsearch.compose.fields.levels import points_below
from rinsearch.compose.fields.sections import Place
from rinsearch.compose.fields.units import Unit
from rinsearch.records import PassageKind
from rinsearch.taxonomy.phrases import phrase

MOST_PROSE = 3  # paragraphs that describe one measure
MOST_BETWEEN = 10  # lines between the title of a measure and its first label
AHEAD = 4  # labelled lines behind a title that are looked at for one of who, until when, for whom
CLOSED = frozenset({Place.CLOSED})


@dataclass(frozen=True, slots=True)
class Ahead:
    """The units of a paper, looked at from one of them on."""

    units: Sequence[Unit]
    titles: frozenset[str]  # passages that are titles of priorities and goals

    def is_closed(self, unit: Unit) -> bool:
        """Whether no measure stands here: what is past, the plan itself, the title of a priority."""
        return unit.place in CLOSED or unit.passage.id in self.titles

    def labels_follow(self, at: int, first: int, again: bool) -> bool:
        """Whether the next lines begin with labels: one says who, until when or for whom, a second one is beside it.

        Behind an item where measures stand, one that says who is enough; ``again``: behind a measure told in full, too.
        """
        fields: set[str] = set()
        above: str | None = None
        for unit in self.units[first:][:AHEAD]:
            labels = unit.labels_below(above)
            above = unit.label
            if above or (fields and not labels and is_other_label(unit)):
                continue
            led = bool(labels) and is_other_label(unit)
            if not labels or (labels[0].start > unit.body and not led) or unit.passage.kind is PassageKind.HEADING:
                break
            if labels[0].field == MEASURE and not _describes_named(self.units[at], unit):
                break
            fields |= {label.field for label in labels}
        title = self.units[at]
        listed = title.is_item and ((again and first > at + 1) or (title.place is Place.MEASURES and first == at + 1))
        return bool(fields & SUPPORTING) and (len(fields) > 1 or (listed and "provider" in fields))

    def time_follows(self, at: int) -> bool:
        """Whether the next line begins with the label of a time; below a title that says who, that is enough."""
        labels = [unit.labels()[:1] for unit in self.units[at : at + 1] if unit.passage.kind is not PassageKind.HEADING]
        return any(
            label.field == "deadline" and label.start <= self.units[at].body for each in labels for label in each
        )

    def first_label(self, at: int) -> int:
        """Where labelled lines may begin: right behind a title, or behind what describes the measure.

        That are labels of other things, running text, items marked as the labelled lines are, and the steps of a
        measure with a number: at least two items.
        """
        title = self.units[at]
        if points := points_below(self.units, at):
            return at + 1 + points
        below = self.units[at + 1 : at + 1 + MOST_BETWEEN]
        between = list(takewhile(lambda unit: self._describes(title, unit), below))
        steps = sum(unit.is_item for unit in between)
        prose = len(between) - steps
        fits = steps != 1 and prose <= MOST_PROSE and len(between) < MOST_BETWEEN
        return at + 1 + len(between) if fits else at + 1

    def _describes(self, title: Unit, unit: Unit) -> bool:
        """Whether a line between a title and the labels below it describes the measure."""
        if self.is_closed(unit) or unit.passage.kind is PassageKind.HEADING or unit.label or unit.labels():
            return False
        called = is_called_measure(title) or _is_labelled(title)
        numbered = bool(title.number) or title.passage.kind is PassageKind.HEADING or called
        if is_other_label(unit):
            return True
        if unit.is_item:
            return numbered and not unit.number and not is_called_measure(unit, capital=True)
        told = title.passage.kind is PassageKind.HEADING and unit.text.endswith(".")
        fits = title.place is Place.MEASURES or told
        return (numbered or title.is_item) and fits and not is_called_measure(unit)


def _describes_named(title: Unit, unit: Unit) -> bool:
    """ "Kaj bomo naredili: …" below "Naziv: Klub": two labels of a measure, the first of which names it."""
    labels = title.labels()
    named = bool(labels) and labels[0].field == MEASURE and phrase("label-of-name").match(title.text) is not None
    return named and phrase("label-of-work").match(unit.text) is not None


def _is_labelled(title: Unit) -> bool:
    """ "Ukrep: Nazaj na delo": the label says that it is a measure."""
    labels = title.labels()
    return bool(labels) and labels[0].field == MEASURE and labels[0].start <= title.body
