"""Styles of a Word document: what a paragraph or a run looks like, taken over from the styles it is based on."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields

from rinsearch.extract.office.wml import TYPE, Element, W, child, flag, number, value

DEEPEST = 50  # styles based on one another
WORD_SIZE = 10.0  # points, where no style says any

_HEADING = re.compile(r"(?:heading|naslov|überschrift|titolo|nadpis)\s*([1-9])", re.IGNORECASE)
_TITLE = re.compile(r"(?:title|naslov)", re.IGNORECASE)
_SUBTITLE = re.compile(r"(?:subtitle|podnaslov)", re.IGNORECASE)
_CONTENTS = re.compile(r"(?:toc|kazalo vsebine|contents)\s*[1-9]", re.IGNORECASE)
BODY_TEXT = 0  # the level of what an outline calls body text


@dataclass(frozen=True, slots=True)
class Look:
    """What a style or the formatting at the place says; ``None`` where it says nothing.

    ``level`` of a heading from 1; ``list`` is the number of a list, ``depth`` the level in it from 0.
    """

    bold: bool | None = None
    size: float | None = None
    capitals: bool | None = None
    hidden: bool | None = None
    level: int | None = None
    contents: bool | None = None
    list: str | None = None
    depth: int | None = None
    new_page: bool | None = None

    def over(self, below: Look) -> Look:
        """This look, and the other one where this one says nothing."""
        if self == NOTHING or below == NOTHING:
            return below if self == NOTHING else self
        pairs = ((getattr(self, name), getattr(below, name)) for name in NAMES)
        return Look(*(theirs if mine is None else mine for mine, theirs in pairs))


NOTHING = Look()
NAMES = tuple(each.name for each in fields(Look))


def run_look(properties: Element | None) -> Look:
    """The look of a run by its ``w:rPr``."""
    if properties is None:
        return NOTHING
    halves = number(value(properties, "sz"))
    return Look(
        bold=flag(properties, "b"),
        size=halves / 2 if halves > 0 else None,
        capitals=flag(properties, "caps"),
        hidden=flag(properties, "vanish"),
    )


def paragraph_look(properties: Element | None) -> Look:
    """The look of a paragraph by its ``w:pPr``, without that of its letters."""
    if properties is None:
        return NOTHING
    level, depth = value(properties, "outlineLvl"), value(properties, "numPr", "ilvl")
    outline = number(level, 9)
    return Look(
        level=None if level is None else outline + 1 if 0 <= outline < 9 else BODY_TEXT,
        list=value(properties, "numPr", "numId"),
        depth=None if depth is None else number(depth),
        new_page=flag(properties, "pageBreakBefore"),
    )


def named_look(name: str) -> Look:
    """What the name of a style says, in English or Slovene.

    >>> named_look("Naslov 2").level, named_look("heading 1").level, named_look("Kazalo vsebine 1").contents
    (2, 1, True)
    >>> named_look("Naslovnik") == named_look("Normal") == NOTHING
    True
    """
    if match := _HEADING.fullmatch(name):
        return Look(level=int(match[1]))
    if _TITLE.fullmatch(name) or _SUBTITLE.fullmatch(name):
        return Look(level=1 if _TITLE.fullmatch(name) else 2)
    return Look(contents=True) if _CONTENTS.fullmatch(name) else NOTHING


class Styles:
    """The styles of a document by their ids."""

    def __init__(self, root: Element | None) -> None:
        self._elements: dict[str, Element] = {}
        self._looks: dict[str, Look] = {}
        self._grounds: dict[str | None, Look] = {}
        self.default: str | None = None
        for style in root.iterfind(f"{W}style") if root is not None else ():
            name = style.get(W + "styleId", "")
            self._elements[name] = style
            if style.get(TYPE) == "paragraph" and style.get(W + "default", "0") not in ("0", "false", "off"):
                self.default = name
        base = run_look(child(root, "docDefaults", "rPrDefault", "rPr"))
        self.base = base.over(Look(size=WORD_SIZE))

    def of_paragraph(self, properties: Element | None) -> Look:
        """The whole look of a paragraph with these properties."""
        style = value(properties, "pStyle") or self.default
        ground = self._grounds.get(style)
        if ground is None:
            ground = self._grounds[style] = self._look(style).over(self.base)
        return paragraph_look(properties).over(ground)

    def of_run(self, properties: Element | None) -> Look:
        """What a run with these properties says, before its paragraph."""
        look = run_look(properties)
        style = value(properties, "rStyle")
        return look.over(self._look(style)) if style else look

    def list_of(self, style: str) -> str | None:
        """The list that a numbering style stands for."""
        return self._look(style).list

    def _look(self, style: str | None) -> Look:
        if style is None:
            return NOTHING
        known = self._looks.get(style)
        if known is None:
            known = self._looks[style] = self._resolved(style)
        return known

    def _resolved(self, style: str | None) -> Look:
        look = NOTHING
        for _ in range(DEEPEST):
            element = self._elements.get(style or "")
            if element is None:
                break
            own = run_look(child(element, "rPr")).over(paragraph_look(child(element, "pPr")))
            look = look.over(own).over(named_look((value(element, "name") or "").strip()))
            style = value(element, "basedOn")
        return look
