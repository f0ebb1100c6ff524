"""The body of a Word document to paragraphs and tables, page by page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from rinsearch.extract.office.flow import Ink, Paragraph, Part, first_page
from rinsearch.extract.office.grid import Spot, check_width, table_parts
from rinsearch.extract.office.numbering import Numbering
from rinsearch.extract.office.pages import Pages
from rinsearch.extract.office.runs import Runs, is_placeholder
from rinsearch.extract.office.styles import Look, Styles
from rinsearch.extract.office.wml import (
    ALTERNATE,
    SDT,
    TBL,
    TC,
    TR,
    WRAPPERS,
    Element,
    P,
    branch,
    child,
    flag,
    number,
    value,
)
from rinsearch.records import BlockKind


class Body:
    """Reads the contents of elements, one after the other; ``notes`` are those that were referred to."""

    def __init__(self, styles: Styles, numbering: Numbering, pages: Pages, sections: list[Element]) -> None:
        self.numbering = numbering
        self.styles = styles
        self.pages = pages
        self.sections = sections
        self._runs = Runs(styles, pages, self._box)
        self._section = 0
        self._boxes: list[Part] = []
        self._carried: Ink | None = None  # text of a paragraph whose end was deleted

    def notes(self) -> list[tuple[str, str]]:
        """Kind and id of the notes that were referred to since this was asked last."""
        waiting, self._runs.notes = self._runs.notes, []
        return waiting

    def apart(self, parent: Element) -> list[Part]:
        """Contents that stand apart from the text, so that their page marks count for nothing."""
        kept = self.pages.still, self._carried, self._boxes
        self.pages.still, self._carried, self._boxes = True, None, []
        parts = list(self.parts(parent))
        self.pages.still, self._carried, self._boxes = kept
        return parts

    def _box(self, box: Element) -> None:
        self._boxes += self.apart(box)

    def parts(self, parent: Element) -> Iterator[Part]:
        """The paragraphs and tables in an element."""
        yield from self._inside(parent)
        if self._carried is not None:
            ink, self._carried = self._carried, None
            yield from _paragraph(ink, Look())

    def _inside(self, parent: Element) -> Iterator[Part]:
        for each in parent:
            tag = each.tag
            if tag == P:
                yield from self._one(each)
            elif tag == TBL:
                yield from self._table(each)
            elif tag in WRAPPERS:
                yield from self._inside(each)
            elif tag == SDT and not is_placeholder(each):
                yield from self._control(each)
            elif tag == ALTERNATE:
                chosen = branch(each)
                yield from self._inside(chosen) if chosen is not None else ()

    def _control(self, control: Element) -> Iterator[Part]:
        gallery = value(control, "sdtPr", "docPartObj", "docPartGallery")
        for part in self._inside(control):
            contents = gallery == "Table of Contents" and isinstance(part, Paragraph)
            yield replace(part, kind=BlockKind.CONTENTS) if contents and isinstance(part, Paragraph) else part

    def _one(self, element: Element) -> Iterator[Part]:
        """A paragraph, behind its text boxes; one whose end was deleted goes on with the next."""
        properties = child(element, "pPr")
        look = self.styles.of_paragraph(properties)
        self.pages.paragraph(new_page=bool(look.new_page))
        ink, self._carried = self._carried or Ink(), None
        self._runs.write(element, ink, look)
        boxes, self._boxes, notes, self._runs.notes = self._boxes, [], self._runs.notes, []
        yield from boxes
        self._runs.notes = notes  # which stand behind their paragraph, not behind its boxes
        if child(properties, "rPr", "del") is not None:
            self._carried = ink
        else:
            yield from _paragraph(ink, look, self._label(ink, look))
        if child(properties, "sectPr") is not None:
            self._next_section()

    def _label(self, ink: Ink, look: Look) -> str:
        if look.list is None or look.list == "0" or ink.is_empty:
            return ""
        return self.numbering.label(look.list, look.depth or 0)

    def _next_section(self) -> None:
        """A section says itself whether it begins on a new page."""
        self._section += 1
        following = self.sections[self._section] if self._section < len(self.sections) else None
        if value(following, "type") != "continuous":
            self.pages.turn()

    # --- tables -------------------------------------------------------------------------------------------------------

    def _table(self, table: Element) -> Iterator[Part]:
        grid: list[list[Spot]] = []
        header = 0
        for row in _children(table, TR):
            properties = child(row, "trPr")
            if child(properties, "del") is not None:
                continue
            if flag(properties, "tblHeader") and header == len(grid):
                header += 1
            grid.append(self._row(row, properties, grid[-1] if grid else []))
        yield from table_parts(grid, header)

    def _row(self, row: Element, properties: Element | None, above: list[Spot]) -> list[Spot]:
        spots = [Spot() for _ in range(_span(properties, "gridBefore", 0))]
        start, last = self.pages.number, self.pages.number
        for cell in _children(row, TC):
            own = child(cell, "tcPr")
            parts = tuple(self.parts(cell))
            start = max(start, first_page(parts)) if last == start else start
            last = max(last, self.pages.number)
            self.pages.back_to(start)
            spot = Spot(parts)
            if _is_continued(own, "hMerge") and spots:
                spot = spots[-1]
            elif _is_continued(own, "vMerge") and len(spots) < len(above) and not parts:
                spot = above[len(spots)]
            spots += [spot] * _span(own, "gridSpan", 1)
            check_width(len(spots))
        self.pages.back_to(last)
        return spots


def _children(parent: Element, wanted: str) -> Iterator[Element]:
    """Rows or cells, through controls and marks of insertion."""
    for each in parent:
        if each.tag == wanted:
            yield each
        elif each.tag in WRAPPERS or each.tag == SDT:
            yield from _children(each, wanted)


def _span(properties: Element | None, name: str, least: int) -> int:
    span = max(number(value(properties, name), least), least)
    check_width(span)
    return span


def _is_continued(properties: Element | None, name: str) -> bool:
    merge = child(properties, name)
    return merge is not None and value(properties, name) != "restart"


def _paragraph(ink: Ink, look: Look, label: str = "") -> Iterator[Paragraph]:
    prints = ink.dried()
    if prints:
        yield Paragraph(prints, look.level or None, label, BlockKind.CONTENTS if look.contents else None)
