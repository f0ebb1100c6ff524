"""Lists of a Word document: the number or bullet of each item, counted as Word counts."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rinsearch.extract.office.labels import Counter, bullet, formatted
from rinsearch.extract.office.styles import Styles
from rinsearch.extract.office.wml import Element, W, child, flag, number, value

LEVELS = 9
_PLACE = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is numbered: form, pattern such as ``%1.%2.``, and where it begins."""

    form: str = "none"
    pattern: str = ""
    start: int = 1
    legal: bool = False  # numbers of the levels above in figures, whatever their own form


class Numbering:
    """The lists of a document; :meth:`label` must be asked once for each item, in order."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._abstract = _by_id(root, "abstractNum", "abstractNumId")
        self._lists = _by_id(root, "num", "numId")
        self._levels: dict[str, tuple[Level, ...]] = {}
        self._counters: dict[str, Counter] = {}
        self._begun: set[tuple[str, int]] = set()

    def label(self, name: str, depth: int) -> str:
        """The label of the next item of this list at this depth from 0; empty where it has none."""
        if name not in self._lists or not 0 <= depth < LEVELS:
            return ""
        levels = self._levels.get(name) or self._read(name)
        numbers = self._counter(name, depth, levels).step(depth, [level.start for level in levels])
        level = levels[depth]
        if level.form == "bullet":
            return bullet(level.pattern)
        return _PLACE.sub(lambda match: _shown(int(match[1]) - 1, numbers, levels, level.legal), level.pattern).strip()

    def _counter(self, name: str, depth: int, levels: tuple[Level, ...]) -> Counter:
        """Lists of one abstract list count on, unless one of them says that it begins anew."""
        counter = self._counters.setdefault(value(self._lists[name], "abstractNumId") or "", Counter())
        override = self._override(name, depth)
        if (name, depth) not in self._begun and child(override, "startOverride") is not None:
            del counter.numbers[depth:]
        self._begun.add((name, depth))
        return counter

    def _override(self, name: str, depth: int) -> Element | None:
        found = (each for each in self._lists[name].iterfind(f"{W}lvlOverride") if each.get(W + "ilvl") == str(depth))
        return next(found, None)

    def _read(self, name: str) -> tuple[Level, ...]:
        elements = {number(each.get(W + "ilvl")): each for each in self._definition(name)}
        levels = []
        for depth in range(LEVELS):
            override = self._override(name, depth)
            element = child(override, "lvl")
            level = _level(elements.get(depth) if element is None else element)
            start = value(override, "startOverride")
            levels.append(level if start is None else Level(level.form, level.pattern, number(start), level.legal))
        self._levels[name] = tuple(levels)
        return self._levels[name]

    def _definition(self, name: str) -> list[Element]:
        """The levels of the abstract list; one that only names a style has them where that style's list has."""
        abstract = self._abstract.get(value(self._lists[name], "abstractNumId") or "")
        link = value(abstract, "numStyleLink")
        linked = self._lists.get(self._styles.list_of(link) or "") if link else None
        if linked is not None:
            abstract = self._abstract.get(value(linked, "abstractNumId") or "")
        return [] if abstract is None else abstract.findall(f"{W}lvl")


def _by_id(root: Element | None, name: str, attribute: str) -> dict[str, Element]:
    return {} if root is None else {each.get(W + attribute, ""): each for each in root.iterfind(W + name)}


def _level(element: Element | None) -> Level:
    if element is None:
        return Level()
    form, pattern = value(element, "numFmt") or "decimal", value(element, "lvlText") or ""
    return Level(form, pattern, number(value(element, "start")), bool(flag(element, "isLgl")))


def _shown(depth: int, numbers: tuple[int, ...], levels: tuple[Level, ...], legal: bool) -> str:
    if depth >= len(numbers):
        return ""
    form = levels[depth].form
    return formatted(numbers[depth], "decimal" if legal and form != "none" else form)
