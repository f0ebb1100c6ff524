"""Levels of a list: the mark before an item tells on which one it stands, and what stands below a title says so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from rinsearch.compose.fields.block_titles import is_called_measure, is_other_label
from rinsearch.compose.fields.units import Unit
from rinsearch.records import PassageKind

MOST_BELOW = 12  # lines below the title of one measure
MOST_POINTS = 3  # of them without a label, before the first one with a label
_LETTERS = ((re.compile(r"\d+"), "0"), (re.compile(r"[a-zčšž]+"), "a"), (re.compile(r"[A-ZČŠŽ]+"), "A"))
_DASHES = re.compile(r"[–—-]+")
_NO_MARK = re.compile(r"[\s»«„“”\"'(]")


def level_of(unit: Unit) -> str:
    """The mark before the words of an item, alike for all items of one list: "• Klub" -> "•", "12. Klub" -> "0."."""
    mark = _NO_MARK.sub("", unit.passage.text[unit.start : unit.body])
    for pattern, sign in _LETTERS:
        mark = pattern.sub(sign, mark)
    return _DASHES.sub("-", mark)


def points_below(units: Sequence[Unit], at: int) -> int:
    """How many items between a title and its first label describe it: they are marked as the labelled ones are.

    "• Ulični zdravnik", "– pomoč brezdomnim", "– vodi: Karitas", "– do: 2018". None where an item without a label
    stands among those with one, too: the title is that of several measures.
    """
    title, below = units[at], units[at + 1 : at + 1 + MOST_BELOW]
    level = level_of(below[0]) if below else ""
    if not level or level == level_of(title):
        return 0
    lines = list(takewhile(lambda unit: _is_at(unit, level), below))
    points = list(takewhile(lambda unit: not _is_labelled(unit), lines))
    labelled = lines[len(points) :]
    apart = not labelled or len(points) > MOST_POINTS or not all(map(_is_labelled, labelled))
    return 0 if apart or any(_is_title(title, point, labelled[0]) for point in points) else len(points)


def _is_at(unit: Unit, level: str) -> bool:
    return unit.passage.kind is not PassageKind.HEADING and level_of(unit) == level


def _is_labelled(unit: Unit) -> bool:
    labels = unit.labels()
    return is_other_label(unit) or bool(labels and labels[0].start <= unit.body)


def _is_title(title: Unit, point: Unit, labelled: Unit) -> bool:
    """Whether an item is a measure itself: it alone begins with a capital letter, or what is above it has no mark."""
    if is_called_measure(title):
        return is_called_measure(point, capital=True)
    capital = point.passage.text[point.body : point.body + 1].isupper()
    alone = capital and labelled.passage.text[labelled.body : labelled.body + 1].islower()
    return alone or (capital and not level_of(title)) or is_called_measure(point, capital=True)
