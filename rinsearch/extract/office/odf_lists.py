"""Lists of an OpenDocument text: the number or bullet of each item."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from rinsearch.extract.office.labels import BULLET, Counter, bullet, formatted
from rinsearch.extract.office.odf import LEVELS, STYLE_NAME, TEXT, XML_ID, Element, ListLevel, OdfStyles
from rinsearch.extract.office.wml import number

_PLAIN = ListLevel(bullet=BULLET)  # of a list without a style, whose look the program chooses
_NONE = ListLevel()


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a list a paragraph stands: the list's style, its counter, the depth from 1, and a start of its own."""

    style: str | None
    counter: Counter
    depth: int
    start: int | None = None


class Lists:
    """Counts the items of all lists; headings, which are numbered by the outline, have a counter of their own."""

    def __init__(self, styles: OdfStyles) -> None:
        self._styles = styles
        self._by_id: dict[str, Counter] = {}
        self._last: dict[str | None, Counter] = {}
        self._outline = Counter()

    def inside(self, element: Element, around: Place | None) -> Place:
        """The place of the items of a list that stands at ``around`` in another list, or in none."""
        style = element.get(STYLE_NAME)
        if around is not None:
            return Place(style or around.style, around.counter, around.depth + 1)
        counter = self._by_id.get(element.get(TEXT + "continue-list", ""))
        if counter is None and element.get(TEXT + "continue-numbering") == "true":
            counter = self._last.get(style)
        counter = counter or Counter()
        self._last[style] = counter
        if name := element.get(XML_ID):
            self._by_id[name] = counter
        return Place(style, counter, 1)

    def item(self, element: Element, place: Place) -> Place:
        """The place of an item, which may say where the counting goes on."""
        start = element.get(TEXT + "start-value")
        return place if start is None else replace(place, start=number(start, 1))

    def label(self, place: Place, style: str | None) -> str:
        """The label of the next item at this place; ``style`` is the list that the paragraph's style names."""
        levels = self._styles.list_levels(place.style or style)
        level = _PLAIN if levels is None else levels.get(place.depth, _NONE)
        if place.depth > LEVELS:
            return BULLET
        if place.start is not None:
            place.counter.numbers[place.depth - 1 :] = []
            levels = {**(levels or {}), place.depth: replace(level, start=place.start)}
        numbers = place.counter.step(place.depth - 1, _starts(levels or {}))
        return bullet(level.bullet) if level.bullet else _numbered(numbers, levels or {}, level)

    def heading(self, level: int) -> str:
        """The number of the next heading of this level, where headings are numbered."""
        shape = self._styles.outline.get(level)
        if shape is None:
            return ""
        numbers = self._outline.step(level - 1, _starts(self._styles.outline))
        return bullet(shape.bullet) if shape.bullet else _numbered(numbers, self._styles.outline, shape)


def _starts(levels: Mapping[int, ListLevel]) -> list[int]:
    return [levels.get(depth, _NONE).start for depth in range(1, LEVELS + 1)]


def _numbered(numbers: tuple[int, ...], levels: Mapping[int, ListLevel], level: ListLevel) -> str:
    """The numbers of as many levels as the level shows, joined by full stops."""
    if not level.form:
        return ""
    depth = len(numbers)
    shown = range(max(depth - level.shown, 0), depth)
    texts = (formatted(numbers[at], levels.get(at + 1, level).form or "1") for at in shown)
    return (level.before + ".".join(filter(None, texts)) + level.after).strip()
