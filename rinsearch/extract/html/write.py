"""Elements to paragraphs and tables, in the order of the page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from rinsearch.errors import LimitExceeded
from rinsearch.extract.html.page import Element, name_of, plain
from rinsearch.extract.office.flow import Ink, Paragraph, Part
from rinsearch.extract.office.grid import WIDEST, Spot, table_parts
from rinsearch.extract.office.labels import BULLET, formatted
from rinsearch.extract.shapes import is_bullet, item_number

PAGE = 1  # a web page is one page
DEEPEST = 120  # elements in one another that are told apart; what is deeper gives its text alone
OWN_ROWS = 5  # for each row with a table or a heading in it: then they are rows of data
MOST_CELLS = 200_000  # of one table, merged ones counted wherever they stand
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
        number = _number(element.get("start"), 1)
        for child in element:
            if child in self.left_out:
                continue
            if name_of(child) != "li":
                self._element(child)
                continue
            number = _number(child.get("value"), number)
            self._block(child, label=_label(number, element.get("type") or "1") if name == "ol" else BULLET)
            number += 1
        self._end()

    # --- tables -------------------------------------------------------------------------------------------------------

    def _table(self, element: Element) -> None:
        self._end()
        rows = [(row, head) for row, head in _rows(element) if row not in self.left_out]
        for caption in element.iterchildren("caption"):
            self._block(caption)
        if _is_frame(element, [row for row, _ in rows]):
            for row, _ in rows:
                for cell in _cells(row):
                    if cell not in self.left_out:
                        self._block(cell)
            return
        grid = _grid([[(cell, self._spot(cell)) for cell in _cells(row)] for row, _ in rows])
        self.parts += table_parts(grid, _header_rows(rows)) if grid else ()

    def _spot(self, cell: Element) -> Spot:
        if cell in self.left_out:
            return Spot()
        inner = Writer(self.left_out, depth=self.depth + 1, bold=name_of(cell) == "th")
        return Spot(inner.write(cell))


def _number(text: str | None, default: int) -> int:
    text = (text or "").strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else default


def _label(number: int, form: str) -> str:
    """What a browser writes before an item.

    >>> _label(4, "1"), _label(2, "a"), _label(3, "I")
    ('4.', 'b)', 'III.')
    """
    if form in ("a", "A"):
        return f"{formatted(number, form)})"
    return f"{formatted(number, form if form in ('i', 'I') else 'decimal')}."


def _rows(table: Element) -> Iterator[tuple[Element, bool]]:
    """The rows of this table, not of those in its cells, and whether they stand in its head."""
    for child in table:
        if name_of(child) == "tr":
            yield child, False
        elif name_of(child) in ("thead", "tbody", "tfoot"):
            yield from ((row, name_of(child) == "thead") for row in child if name_of(row) == "tr")


def _cells(row: Element) -> Iterator[Element]:
    return (cell for cell in row if name_of(cell) in ("td", "th"))


def _is_frame(table: Element, rows: list[Element]) -> bool:
    """Whether a table only lays out the page: it says so, has one row, or holds headings or whole tables.

    A cell of a table with many rows of its own may hold one too.
    """
    if (table.get("role") or "") in ("presentation", "none") or len(rows) < 2:
        return True
    if any(name_of(cell) == "th" for row in rows for cell in _cells(row)):
        return False
    bare = [row for row in rows if next(row.iterdescendants("table", "h1", "h2", "h3"), None) is None]
    return len(bare) < len(rows) and sum(map(_is_row, bare)) <= OWN_ROWS * (len(rows) - len(bare))


def _is_row(row: Element) -> bool:
    """Whether two cells and more have text."""
    return sum(any(text.strip() for text in cell.itertext()) for cell in _cells(row)) > 1


def _header_rows(rows: Iterable[tuple[Element, bool]]) -> int:
    """The rows of the head; without one the first rows that have only headings."""
    known = list(rows)
    marked = sum(1 for _, head in known if head)
    if marked:
        return marked
    for number, (row, _) in enumerate(known):
        names = [name_of(cell) for cell in _cells(row)]
        if not names or set(names) != {"th"}:
            return number
    return 0


def _grid(rows: list[list[tuple[Element, Spot]]]) -> list[list[Spot]]:
    """Cells in every place that they cover. Raises :class:`LimitExceeded` where these are too many."""
    grid: list[list[Spot]] = []
    pending: dict[int, tuple[Spot, int]] = {}  # column -> a cell from above and how many more rows it covers
    total = 0
    for row in rows:
        line: list[Spot] = []
        waiting = list(reversed(row))
        while waiting or len(line) in pending:
            if len(line) in pending:
                line.append(_from_above(pending, len(line)))
                continue
            cell, spot = waiting.pop()
            down = min(_number(cell.get("rowspan"), 1) or len(rows), len(rows) - len(grid))
            for _ in range(max(1, min(_number(cell.get("colspan"), 1), WIDEST))):
                if down > 1:
                    pending[len(line)] = (spot, down)
                    line.append(_from_above(pending, len(line)))
                else:
                    line.append(spot)
        total += len(line)
        if total > MOST_CELLS:
            raise LimitExceeded(f"A table has more than {MOST_CELLS} cells.")
        grid.append(line)
    return grid


def _from_above(pending: dict[int, tuple[Spot, int]], column: int) -> Spot:
    spot, rows = pending.pop(column)
    if rows > 1:
        pending[column] = (spot, rows - 1)
    return spot
