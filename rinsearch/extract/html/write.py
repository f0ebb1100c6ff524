"""Elements to paragraphs and tables, in the order of the page."""

from __future__ import annotations

from dataclasses import dataclass, field

from rinsearch.extract.html.definitions import definitions
from rinsearch.extract.html.page import Element, name_of, plain
from rinsearch.extract.html.tables import cells_of, grid_of, header_rows, is_frame, number_in, rows_of
from rinsearch.extract.office.flow import Ink, Paragraph, Part
from rinsearch.extract.office.grid import Spot, table_parts
from rinsearch.extract.office.labels import BULLET, formatted
from rinsearch.extract.shapes import is_bullet, item_number

PAGE = 1  # a web page is one page
DEEPEST = 120  # elements in one another that are told apart; what is deeper gives its text alone
BOLD = frozenset({"b", "strong", "th"})
_TEXTS = {"address", "blockquote", "caption", "center", "dd", "div", "dl", "dt", "figcaption", "li", "p", "pre"}
_SECTIONS = {"article", "aside", "body", "details", "dialog", "footer", "header", "hgroup", "main", "nav", "section"}
_OTHERS = {"fieldset", "figure", "form", "hr", "legend", "summary", "td", "th", "tr"}
BLOCKS = frozenset(_TEXTS | _SECTIONS | _OTHERS)
HEADINGS = {f"h{level}": level for level in range(1, 7)}


@dataclass
class Writer:
    """Writes what an element holds; ``left_out`` are the elements that give nothing."""

    left_out: frozenset[Element]
    parts: list[Part] = field(default_factory=list)
    ink: Ink = field(default_factory=Ink)
    label: str = ""
    level: int | None = None
    bold: int = 0
    breaks: int = 0
    kept: int = 0
    spaced: bool = True
    depth: int = 0

    def write(self, element: Element) -> tuple[Part, ...]:
        """The paragraphs and tables of an element."""
        self._inside(element)
        self._end()
        return tuple(self.parts)

    def _inside(self, element: Element) -> None:
        if self.depth > DEEPEST:
            for text in element.itertext():
                self._text(text)
            return
        self.depth += 1
        self._text(element.text)
        for child in element:
            if child not in self.left_out:
                self._element(child)
            self._text(child.tail)
        self.depth -= 1

    def _element(self, element: Element) -> None:
        name = name_of(element)
        if name == "br":
            self._break()
        elif name in HEADINGS:
            self._block(element, level=HEADINGS[name])
        elif name in ("ol", "ul", "menu", "dir"):
            self._list(element, name)
        elif name == "table":
            self._table(element)
        elif name == "dl" and (pairs := definitions(element, self.left_out)):
            self._end()
            self.parts += table_parts([[self._spot(cell) for cell in pair] for pair in pairs])
        elif name in BOLD:
            self.bold += 1
            self._inside(element)
            self.bold -= 1
        elif name in BLOCKS:
            self._block(element)
        else:
            self._inside(element)

    def _block(self, element: Element, *, level: int | None = None, label: str = "") -> None:
        self._end()
        self.level, self.label = level, label or self.label  # the number of an item is that of its first paragraph
        self.kept += name_of(element) == "pre"
        self._inside(element)
        self.kept -= name_of(element) == "pre"
        self._end()
        self.level, self.label = None, "" if label else self.label

    # --- text ---------------------------------------------------------------------------------------------------------

    def _text(self, text: str | None) -> None:
        if self.kept and text and "\n" in text:
            for number, line in enumerate(text.split("\n")):
                if number:
                    self._break()
                self._text(line)
            return
        shown = plain(text)
        if self.spaced:
            shown = shown.lstrip(" ")
        if shown:
            self.ink.put(shown, PAGE, (bool(self.bold), 0.0, False))
            self.spaced = shown.endswith(" ")
            self.breaks = 0 if shown.strip() else self.breaks

    def _break(self) -> None:
        """The end of a line; two of them end a paragraph."""
        self.breaks += 1
        if self.breaks > 1:
            self._end()
        else:
            self.ink.end_line()
        self.spaced = True

    def _end(self) -> None:
        prints = self.ink.dried()
        if prints:
            known = is_bullet(prints[0].text) or item_number(prints[0].text) is not None
            self.parts.append(Paragraph(prints, self.level, "" if known else self.label))
            self.label = ""
        self.ink, self.spaced, self.breaks = Ink(), True, 0

    # --- lists --------------------------------------------------------------------------------------------------------

    def _list(self, element: Element, name: str) -> None:
        self._end()
        number = number_in(element.get("start"), 1)
        for child in element:
            if child in self.left_out:
                continue
            if name_of(child) != "li":
                self._element(child)
                continue
            number = number_in(child.get("value"), number)
            self._block(child, label=_label(number, element.get("type") or "1") if name == "ol" else BULLET)
            number += 1
        self._end()

    # --- tables -------------------------------------------------------------------------------------------------------

    def _table(self, element: Element) -> None:
        self._end()
        rows = [(row, head) for row, head in rows_of(element) if row not in self.left_out]
        for caption in element.iterchildren("caption"):
            self._block(caption)
        if is_frame(element, [row for row, _ in rows]):
            for row, _ in rows:
                for cell in cells_of(row):
                    if cell not in self.left_out:
                        self._block(cell)
            return
        grid = grid_of([[(cell, self._spot(cell)) for cell in cells_of(row)] for row, _ in rows])
        self.parts += table_parts(grid, header_rows(rows)) if grid else ()

    def _spot(self, cell: Element) -> Spot:
        if cell in self.left_out:
            return Spot()
        inner = Writer(self.left_out, depth=self.depth + 1, bold=name_of(cell) == "th")
        return Spot(inner.write(cell))


def _label(number: int, form: str) -> str:
    """What a browser writes before an item.

    >>> _label(4, "1"), _label(2, "a"), _label(3, "I")
    ('4.', 'b)', 'III.')
    """
    if form in ("a", "A"):
        return f"{formatted(number, form)})"
    return f"{formatted(number, form if form in ('i', 'I') else 'decimal')}."
