"""Runs of a Word paragraph to text: fields, symbols, breaks, notes; what was deleted is passed over."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from rinsearch.extract.office.flow import Ink
from rinsearch.extract.office.labels import BULLET
from rinsearch.extract.office.pages import Pages
from rinsearch.extract.office.styles import Look, Styles
from rinsearch.extract.office.wml import (
    ALTERNATE,
    BOX,
    ID,
    RENDERED,
    SDT,
    TYPE,
    WRAPPERS,
    Element,
    M,
    R,
    T,
    W,
    branch,
    child,
    flag,
)

BREAK, FIELD, SYMBOL, NOTES = W + "br", W + "fldChar", W + "sym", (W + "footnoteReference", W + "endnoteReference")
M_RUN = M + "r"
DRAWN = frozenset({W + "drawing", W + "pict", W + "object"})
SIGNS = {W + "tab": "\t", W + "ptab": "\t", W + "noBreakHyphen": "-", W + "softHyphen": "\u00ad"}
# Characters of Symbol and Wingdings that papers use: bullets, ticks, boxes, arrows.
SYMBOLS = {
    "F0B7": BULLET,
    "F0A7": "▪",
    "F0D8": "▪",
    "F0FC": "✓",
    "F0FB": "✗",
    "F0A8": "☐",
    "F06F": "☐",
    "F078": "☒",
    "F0FD": "☒",
    "F0FE": "☒",
    "F0E0": "→",
    "F0A3": "≤",
    "F0B3": "≥",
    "F0B0": "°",
    "F02D": "-",
}


class Runs:
    """Writes the runs of paragraphs; ``boxes`` gets every text box, ``notes`` the id of every note."""

    def __init__(self, styles: Styles, pages: Pages, box: Callable[[Element], None]) -> None:
        self.styles = styles
        self.pages = pages
        self.box = box
        self.notes: list[tuple[str, str]] = []
        self._fields: list[bool] = []  # for each open field, whether its instruction is being passed over

    def write(self, paragraph: Element, ink: Ink, look: Look) -> None:
        """Write everything in a paragraph."""
        for run in _runs(paragraph):
            if run.tag == ALTERNATE:
                self._alternate(run, ink, look)
            else:
                self._run(run, ink, self.styles.of_run(child(run, "rPr")).over(look))
        # An instruction ends with its paragraph: a field left open must not swallow the rest of the file.
        self._fields = [False for each in self._fields if not each]

    def _run(self, run: Element, ink: Ink, look: Look) -> None:
        print_ = (bool(look.bold), look.size or 0.0, bool(look.capitals))
        for each in run:
            tag = each.tag
            if tag == RENDERED:
                if self.pages.marked():
                    ink.turn_page()
            elif tag == FIELD:
                self._field(each.get(W + "fldCharType"))
            elif tag in DRAWN:
                self._drawn(each)
            elif tag == ALTERNATE:
                self._alternate(each, ink, look)
            elif tag in NOTES:
                self.notes.append((tag.removeprefix(W).removesuffix("Reference"), each.get(ID, "")))
            elif not look.hidden and not any(self._fields):
                self._letters(each, ink, print_)

    def _letters(self, each: Element, ink: Ink, print_: tuple[bool, float, bool]) -> None:
        tag = each.tag
        if tag in (T, M + "t"):
            text = each.text or ""
        elif tag == SYMBOL:
            text = _symbol(each.get(W + "char", ""))
        elif tag in (BREAK, W + "cr"):
            self._break(each, ink)
            return
        else:
            text = SIGNS.get(str(tag), "")
        if text:
            ink.put(text, self.pages.number, print_)
            if text.strip():
                self.pages.written()

    def _break(self, each: Element, ink: Ink) -> None:
        if each.get(TYPE) == "page":
            self.pages.turn()
        ink.end_line()

    def _field(self, kind: str | None) -> None:
        if kind == "begin":
            self._fields.append(True)
        elif self._fields and kind == "separate":
            self._fields[-1] = False
        elif self._fields and kind == "end":
            self._fields.pop()

    def _alternate(self, alternate: Element, ink: Ink, look: Look) -> None:
        """Alternative contents: drawings of text boxes for new and for old programs, or letters."""
        chosen = branch(alternate)
        if chosen is not None:
            self._run(chosen, ink, look)

    def _drawn(self, drawing: Element) -> None:
        for box in _boxes(drawing):
            self.box(box)


def _runs(parent: Element) -> Iterator[Element]:
    """The runs of a paragraph through everything that only wraps them."""
    for each in parent:
        tag = each.tag
        if tag in (R, M_RUN, ALTERNATE):
            yield each
        elif tag in WRAPPERS or (tag == SDT and not is_placeholder(each)):
            yield from _runs(each)


def is_placeholder(control: Element) -> bool:
    """Whether a content control holds only the hint to fill it in."""
    return bool(flag(control, "sdtPr", "showingPlcHdr"))


def _boxes(parent: Element) -> Iterator[Element]:
    """The text boxes of a drawing, not those within them; alternatives only once."""
    for each in parent:
        if each.tag == BOX:
            yield each
        elif each.tag == ALTERNATE:
            chosen = branch(each)
            yield from _boxes(chosen) if chosen is not None else ()
        else:
            yield from _boxes(each)


def _symbol(code: str) -> str:
    """A character of a symbol font, which lies in the private area at F000.

    >>> _symbol("F0B7"), _symbol("2022"), _symbol("zz")
    ('•', '•', '')
    """
    code = code.upper().zfill(4)
    if code in SYMBOLS:
        return SYMBOLS[code]
    try:
        char = chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""
    return char if char.isprintable() else ""
