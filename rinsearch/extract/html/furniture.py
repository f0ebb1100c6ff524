"""What of a page is not its text: menus, banners, tools, footers. Told by structure and names, never by site."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from rinsearch.extract.html.page import NO_TEXT, Element, Measure, measures, name_of
from rinsearch.taxonomy import toml

TAGS = frozenset({"nav", "aside", "footer", "dialog", "menu", "form", "input"})
TEXT = ("main", "article")
WHOLE = frozenset({"html", "body", *TEXT})
MENUS = frozenset({"ul", "dl", "div", "p", "section", "td", "table", "center", "span"})  # an ol counts something

MOST = 0.5  # of the page's text: no menu holds so much, but frames and forms around everything do
LINKED = 0.8  # of a menu's text; signs that divide its entries are the rest
FEWEST_LINKS = 2
SHORT = 22  # characters of an entry on average; points of an agenda that are links have 50 and more
LEAST_MAIN = 100  # characters; less than that is a frame that a script was to fill

_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
_HIDDEN = re.compile(r"display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden", re.I)
LONGEST_NAMES = 2000  # characters of a class that are looked at


@cache
def _data(key: str) -> frozenset[str]:
    return frozenset(toml("web_pages.toml")[key])


@dataclass
class Page:
    """A page with what each element holds; ``within``: the elements in the text, ``titled``: those around a title."""

    root: Element
    known: dict[Element, Measure]
    within: frozenset[Element]
    titled: frozenset[Element]

    @classmethod
    def of(cls, root: Element) -> Page:
        """Measure a page."""
        return cls(root, measures(root, tuple(sorted(_data("papers")))), _within(root), _titled(root))

    def main(self) -> Element:
        """What the page itself calls its main part, where it says so once and has text there; else all of it."""
        for wanted in TEXT:
            found = [each for each in self.root.iter() if wanted in (name_of(each), each.get("role"))]
            if len(found) == 1 and self.known[found[0]].text >= LEAST_MAIN:
                return found[0]
        body = next((each for each in self.root if name_of(each) == "body"), None)
        return self.root if body is None else body

    def furniture(self) -> frozenset[Element]:
        """The elements that are left out with all that is in them."""
        return frozenset(each for each in self.root.iter() if name_of(each) in NO_TEXT or self._is_furniture(each))

    def _is_furniture(self, element: Element) -> bool:
        if name_of(element) in WHOLE or self._is_most(element):
            return False
        return (
            _is_hidden(element)
            or self._is_by_tag(element)
            or (element.get("role") or "").lower() in _data("roles")
            or (element not in self.titled and _is_named(element))
            or self._is_menu(element)
        )

    def _is_most(self, element: Element) -> bool:
        return self.known[element].text > MOST * self.known[self.root].text

    def _is_by_tag(self, element: Element) -> bool:
        """A header is the site's, unless it stands in the text, where it holds the title."""
        name = name_of(element)
        if name == "header":
            return element not in self.within
        return name in TAGS

    def _is_menu(self, element: Element) -> bool:
        """Whether nearly all its text is short links to other pages."""
        held = self.known[element]
        if name_of(element) not in MENUS or held.links < FEWEST_LINKS:
            return False
        return held.linked >= LINKED * held.text and held.linked <= SHORT * held.links


def _is_hidden(element: Element) -> bool:
    hidden = element.get("hidden") is not None or element.get("aria-hidden") == "true"
    return hidden or bool(_HIDDEN.search((element.get("style") or "")[:LONGEST_NAMES]))


def _is_named(element: Element) -> bool:
    return any(word in _data("words") for word in _names(element))


def _names(element: Element) -> Iterator[str]:
    """The words of class and id."""
    for attribute in ("class", "id"):
        value = element.get(attribute)
        if value:
            yield from (word.lower() for word in _WORD.findall(value[:LONGEST_NAMES]))


def _within(root: Element) -> frozenset[Element]:
    """The elements inside a main part; found from above, for each is looked at once."""
    found: set[Element] = set()
    for element in root.iter():
        above = element.getparent()
        if above is not None and (above in found or name_of(above) in TEXT):
            found.add(element)
    return frozenset(found)


def _titled(root: Element) -> frozenset[Element]:
    """The elements that are or hold a main part or the title of the page."""
    found: set[Element] = set()
    for element in root.iter("h1", *TEXT):
        above: Element | None = element
        while above is not None and above not in found:
            found.add(above)
            above = above.getparent()
    return frozenset(found)
