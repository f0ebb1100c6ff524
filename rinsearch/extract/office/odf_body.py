"""The body of an OpenDocument text to paragraphs and tables, page by page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rinsearch.extract.office.flow import Ink, Paragraph, Part, first_page, marked
from rinsearch.extract.office.grid import WIDEST, Spot, check_width, table_parts
from rinsearch.extract.office.odf import DRAW, OFFICE, STYLE_NAME, TABLE, TEXT, Element, OdfStyles
from rinsearch.extract.office.odf_lists import Lists, Place
from rinsearch.extract.office.pages import Pages
from rinsearch.extract.office.styles import Look
from rinsearch.extract.office.wml import number
from rinsearch.records import BlockKind

SOFT_BREAK = TEXT + "soft-page-break"
MOST_REPEATED = 50  # rows or spaces that stand for many
SKIPPED = frozenset(
    {
        TEXT + "tracked-changes",
        TEXT + "note-citation",
        TEXT + "ruby-text",
        TEXT + "hidden-text",
        TEXT + "placeholder",
        TEXT + "script",
        OFFICE + "annotation",
        OFFICE + "forms",
    }
)
INDEXES = frozenset(
    TEXT + name for name in ("table-of-content", "illustration-index", "table-index", "object-index", "user-index")
) | {TEXT + "alphabetical-index"}
OPEN = frozenset({TEXT + "section", TEXT + "index-body", TEXT + "index-title", TEXT + "numbered-paragraph", DRAW + "g"})
GROUPS = frozenset(TABLE + name for name in ("table-header-rows", "table-rows", "table-row-group"))
SHAPES = frozenset(DRAW + name for name in ("frame", "custom-shape", "rect", "g", "line", "ellipse", "a"))
_SPACE = re.compile(r"[ \t\r\n]+")


class OdfBody:
    """Reads the contents of elements, one after the other."""

    def __init__(self, styles: OdfStyles, lists: Lists, pages: Pages) -> None:
        self.styles = styles
        self.lists = lists
        self.pages = pages
        self._boxes: list[Part] = []
        self._notes: list[Part] = []

    def story(self, body: Element) -> Iterator[Part]:
        """The text, with each note behind the part that refers to it."""
        for part in self._parts(body):
            yield part
            notes, self._notes = self._notes, []
            yield from notes
        yield from self._notes

    def apart(self, parent: Element) -> list[Part]:
        """Contents that stand apart from the text, so that their page breaks count for nothing."""
        kept = self.pages.still, self._boxes
        self.pages.still, self._boxes = True, []
        parts = list(self._parts(parent))
        self.pages.still, self._boxes = kept
        return parts

    # --- blocks -------------------------------------------------------------------------------------------------------

    def _parts(self, parent: Element) -> Iterator[Part]:
        for each in parent:
            tag = each.tag
            if tag in (TEXT + "p", TEXT + "h"):
                yield from self._paragraph(each, None)
            elif tag == TEXT + "list":
                yield from self._list(each, None)
            elif tag == TABLE + "table":
                yield from self._table(each)
            elif tag == SOFT_BREAK:
                self.pages.marked()
            elif tag in INDEXES:
                yield from marked(list(self._parts(each)), BlockKind.CONTENTS)
            elif tag in OPEN:
                yield from self._parts(each)
            elif tag in SHAPES:
                yield from self._shape(each)

    def _list(self, element: Element, around: Place | None) -> Iterator[Part]:
        inside = self.lists.inside(element, around)
        for each in element:
            if each.tag == TEXT + "list-item":
                yield from self._item(each, self.lists.item(each, inside))
            elif each.tag == TEXT + "list-header":
                yield from self._item(each, inside, labelled=False)

    def _item(self, element: Element, place: Place, *, labelled: bool = True) -> Iterator[Part]:
        """The paragraphs of an item and the lists in it."""
        for each in element:
            if each.tag == TEXT + "list":
                yield from self._list(each, place)
            elif each.tag in (TEXT + "p", TEXT + "h"):
                yield from self._paragraph(each, place if labelled else None)
                labelled = False  # only the first paragraph of an item has its label
            elif each.tag == SOFT_BREAK:
                self.pages.marked()

    def _paragraph(self, element: Element, place: Place | None) -> Iterator[Part]:
        face = self.styles.face(element.get(STYLE_NAME))
        self.pages.paragraph(new_page=bool(face.look.new_page))
        ink = Ink()
        self._write(element, ink, face.look)
        boxes, self._boxes, notes, self._notes = self._boxes, [], self._notes, []
        yield from boxes
        self._notes = notes  # which stand behind their paragraph, not behind its boxes
        level = number(element.get(TEXT + "outline-level"), 1) if element.tag == TEXT + "h" else face.look.level
        label = "" if ink.is_empty else self._label(element, place, level)
        prints = ink.dried()
        if prints:
            yield Paragraph(prints, level or None, label, BlockKind.CONTENTS if face.look.contents else None)
        if face.ends_page:
            self.pages.turn()

    def _label(self, element: Element, place: Place | None, level: int | None) -> str:
        if place is not None:
            return self.lists.label(place, self.styles.face(element.get(STYLE_NAME)).list)
        is_heading = element.tag == TEXT + "h" and element.get(TEXT + "is-list-header") != "true"
        return self.lists.heading(level or 1) if is_heading else ""

    # --- letters ------------------------------------------------------------------------------------------------------

    def _write(self, element: Element, ink: Ink, look: Look) -> None:
        """The text of an element, and behind each child the text that follows it."""
        self._put(element.text, ink, look)
        for each in element:
            self._child(each, ink, look)
            self._put(each.tail, ink, look)

    def _child(self, each: Element, ink: Ink, look: Look) -> None:
        tag = each.tag
        if tag == TEXT + "s":
            self._put_as_is(" " * min(number(each.get(TEXT + "c"), 1), MOST_REPEATED), ink, look)
        elif tag == TEXT + "tab":
            self._put_as_is("\t", ink, look)
        elif tag == TEXT + "line-break":
            ink.end_line()
        elif tag == SOFT_BREAK:
            if self.pages.marked():
                ink.turn_page()
        elif tag == TEXT + "note":
            body = each.find(TEXT + "note-body")
            self._notes += marked(self.apart(body), BlockKind.FOOTNOTE) if body is not None else []
        elif tag in SHAPES:
            self._boxes += self._shape(each)
        elif isinstance(tag, str) and tag not in SKIPPED:
            style = each.get(STYLE_NAME) if tag == TEXT + "span" else None
            self._write(each, ink, self.styles.face(style, "text").look.over(look) if style else look)

    def _put(self, text: str | None, ink: Ink, look: Look) -> None:
        if text:
            self._put_as_is(_SPACE.sub(" ", text), ink, look)

    def _put_as_is(self, text: str, ink: Ink, look: Look) -> None:
        if look.hidden:
            return
        ink.put(text, self.pages.number, (bool(look.bold), look.size or 0.0, bool(look.capitals)))
        if text.strip():
            self.pages.written()

    def _shape(self, shape: Element) -> list[Part]:
        """What is written in a frame or a drawing."""
        box = shape.find(DRAW + "text-box")
        return self.apart(shape if box is None else box)

    # --- tables -------------------------------------------------------------------------------------------------------

    def _table(self, table: Element) -> Iterator[Part]:
        if self.styles.face(table.get(TABLE + "style-name"), "table").look.new_page:
            self.pages.turn()
        grid: list[list[Spot]] = []
        reach: dict[int, tuple[int, Spot]] = {}  # for each column, how many rows a cell from above still covers
        header = 0
        for row, is_header in _rows(table, header=False):
            if row.tag == SOFT_BREAK:
                self.pages.marked()
                continue
            header += is_header and header == len(grid)
            spots = self._row(row, reach)
            filled = any(spot.parts for spot in spots)
            repeated = number(row.get(TABLE + "number-rows-repeated"), 1) if filled else 1
            grid += [spots] * max(1, min(repeated, MOST_REPEATED))
        yield from table_parts(grid, header)

    def _row(self, row: Element, reach: dict[int, tuple[int, Spot]]) -> list[Spot]:
        spots: list[Spot] = []
        start = last = self.pages.number
        beside = 0  # columns to the right that the last cell covers
        for cell in row:
            repeated = max(number(cell.get(TABLE + "number-columns-repeated"), 1), 1)
            if cell.tag == TABLE + "covered-table-cell":
                for _ in range(_room(spots, repeated)):
                    spots.append(_covering(spots, reach, beside))
                    beside = max(0, beside - 1)
            elif cell.tag == TABLE + "table-cell":
                spot = Spot(tuple(self._parts(cell)))
                start = max(start, first_page(spot.parts)) if last == start else start
                last = max(last, self.pages.number)
                self.pages.back_to(start)
                beside = max(number(cell.get(TABLE + "number-columns-spanned"), 1) - 1, 0)
                down = number(cell.get(TABLE + "number-rows-spanned"), 1)
                reach.update(dict.fromkeys(range(len(spots), len(spots) + _room(spots, beside + 1)), (down, spot)))
                check_width(len(spots) + repeated if spot.parts else 0)
                spots += [spot] * _room(spots, repeated)
        for at, (rows, spot) in reach.items():
            reach[at] = (rows - 1, spot)
        self.pages.back_to(last)
        return _trimmed(spots)


def _room(spots: list[Spot], wanted: int) -> int:
    """How many more cells a row takes: sheets end in thousands of empty ones."""
    return max(0, min(wanted, WIDEST - len(spots)))


def _covering(spots: list[Spot], reach: dict[int, tuple[int, Spot]], beside: int) -> Spot:
    """The cell that covers the next place: the one on the left where it is that wide, else the one above."""
    if beside and spots:
        return spots[-1]
    rows, spot = reach.get(len(spots), (0, None))
    return spot if rows > 0 and spot is not None else Spot()


def _trimmed(spots: list[Spot]) -> list[Spot]:
    """Without the empty cells at the end, of which sheets have thousands."""
    end = len(spots)
    while end and not spots[end - 1].parts:
        end -= 1
    return spots[:end]


def _rows(parent: Element, *, header: bool) -> Iterator[tuple[Element, bool]]:
    """The rows of a table, and page breaks between them, each with whether it is a heading."""
    for each in parent:
        if each.tag in (TABLE + "table-row", SOFT_BREAK):
            yield each, header
        elif each.tag in GROUPS:
            yield from _rows(each, header=header or each.tag == TABLE + "table-header-rows")
