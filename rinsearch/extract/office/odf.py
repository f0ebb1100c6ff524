"""OpenDocument: the names of its elements and attributes, and its styles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from rinsearch.extract.office.styles import NOTHING, Look, named_look
from rinsearch.extract.office.wml import number

Element = etree._Element

URN = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
OFFICE, TEXT, TABLE, STYLE, DRAW, FO = (
    URN % name for name in ("office", "text", "table", "style", "drawing", "xsl-fo-compatible")
)
META = URN % "meta"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
STYLE_NAME, LEVEL = TEXT + "style-name", TEXT + "level"
DEEPEST = 50  # styles with parents
LEVELS = 10

_ESCAPED = re.compile(r"_([0-9a-f]{1,4})_")
_SIZE = re.compile(r"(\d{1,3}(?:\.\d{1,4})?)(pt|%)")
_BOLD = frozenset({"bold", "600", "700", "800", "900"})


@dataclass(frozen=True, slots=True)
class ListLevel:
    """How one level of a list is labelled: a bullet, or a number with what stands around it.

    ``shown``: how many levels a number shows (2 for 1.1); ``start`` of the counting.
    """

    bullet: str = ""
    form: str = ""
    before: str = ""
    after: str = ""
    start: int = 1
    shown: int = 1


@dataclass(frozen=True, slots=True)
class Face:
    """The look of a style, and what else it says of its paragraphs: page breaks, list, kind of page."""

    look: Look = NOTHING
    ends_page: bool = False
    list: str | None = None
    master: str | None = None


class OdfStyles:
    """The styles of a document: common ones, and those that the program made for single places."""

    def __init__(self, *roots: Element | None) -> None:
        self._elements: dict[tuple[str, str], Element] = {}
        self._faces: dict[tuple[str, str], Face] = {}
        self._lists: dict[str, dict[int, ListLevel]] = {}
        self._bases: dict[str, Look] = {}
        self.outline: dict[int, ListLevel] = {}
        self.masters: list[Element] = []
        for root in roots:
            for element in root.iter(STYLE + "style") if root is not None else ():
                self._elements[element.get(STYLE + "family", ""), element.get(STYLE + "name", "")] = element
            if root is not None:
                self._take(root)

    def _take(self, root: Element) -> None:
        for element in root.iter(STYLE + "default-style"):
            self._bases[element.get(STYLE + "family", "")] = _own_look(element, 0.0)
        for element in root.iter(TEXT + "list-style"):
            self._lists[element.get(STYLE + "name", "")] = dict(_list_levels(element))
        for element in root.iter(TEXT + "outline-style"):
            self.outline = {at: each for at, each in _list_levels(element) if each.form or each.bullet}
        self.masters += root.iter(STYLE + "master-page")

    def list_levels(self, name: str | None) -> dict[int, ListLevel] | None:
        """The levels of a list style from 1; ``None`` where there is no such style."""
        return self._lists.get(name or "")

    def face(self, name: str | None, family: str = "paragraph") -> Face:
        """The look of a style, with that of its parents."""
        key = (family, name or "")
        if key not in self._faces:
            self._faces[key] = self._resolved(*key)
        return self._faces[key]

    def _resolved(self, family: str, name: str) -> Face:
        chain = list(self._chain(family, name))
        look = self._bases.get(family, NOTHING)
        for element in reversed(chain):
            shown = element.get(STYLE + "display-name", "") or _readable(element.get(STYLE + "name", ""))
            called = named_look(shown)
            look = _own_look(element, look.size or 0.0).over(called).over(look)
        first = chain[0] if chain else None
        return Face(
            look,
            any(_property(each, "fo-break-after") == "page" for each in chain[:1]),
            next((each.get(STYLE + "list-style-name") for each in chain if each.get(STYLE + "list-style-name")), None),
            first.get(STYLE + "master-page-name") or None if first is not None else None,
        )

    def _chain(self, family: str, name: str) -> Iterator[Element]:
        for _ in range(DEEPEST):
            element = self._elements.get((family, name))
            if element is None:
                return
            yield element
            name = element.get(STYLE + "parent-style-name", "")


def _readable(name: str) -> str:
    """The name of a style as it is shown.

    >>> _readable("Heading_20_1"), _readable("Naslov 2")
    ('Heading 1', 'Naslov 2')
    """
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), name)


def _property(element: Element, name: str) -> str | None:
    """A property in any of the groups that a style has; the name with its prefix, such as ``fo-font-size``."""
    prefix, _, rest = name.partition("-")
    full = {"fo": FO, "style": STYLE, "text": TEXT}[prefix] + rest
    return next((each.get(full) for each in element if each.get(full) is not None), None)


def _own_look(element: Element, above: float) -> Look:
    weight, transform = _property(element, "fo-font-weight"), _property(element, "fo-text-transform")
    shown, outline = _property(element, "text-display"), element.get(STYLE + "default-outline-level")
    breaks = _property(element, "fo-break-before")
    return Look(
        bold=None if weight is None else weight in _BOLD,
        size=_size(_property(element, "fo-font-size"), above),
        capitals=None if transform is None else transform == "uppercase",
        hidden=None if shown is None else shown == "none",
        level=None if outline is None else number(outline),
        new_page=True if element.get(STYLE + "master-page-name") else None if breaks is None else breaks == "page",
    )


def _size(text: str | None, above: float) -> float | None:
    match = _SIZE.fullmatch(text or "")
    if match is None:
        return None
    return float(match[1]) if match[2] == "pt" else above * float(match[1]) / 100 or None


def _list_levels(style: Element) -> Iterator[tuple[int, ListLevel]]:
    for element in style:
        depth = number(element.get(LEVEL))
        if not 1 <= depth <= LEVELS:
            continue
        yield (
            depth,
            ListLevel(
                element.get(TEXT + "bullet-char", ""),
                element.get(STYLE + "num-format", ""),
                element.get(STYLE + "num-prefix", ""),
                element.get(STYLE + "num-suffix", ""),
                number(element.get(TEXT + "start-value"), 1) or 1,
                number(element.get(TEXT + "display-levels"), 1) or 1,
            ),
        )
