"""Bytes to a tree of elements, and how much text each of them holds."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice

from lxml import etree

from rinsearch.errors import DamagedFile, LimitExceeded
from rinsearch.extract.encoding import decode_declared

LARGEST_MB = 16  # a page of a council has some 0.1 MB
_LONG_TAG = re.compile(r"<[A-Za-z][^<>]{20000,}")
MOST_ATTRIBUTES = 5000  # words of a tag; libxml2 compares each attribute with all others
MOST_ELEMENTS = 400_000  # some 400 bytes of memory each
_SCRIPTS = {"script", "style", "noscript", "template", "head"}
_PICTURES = {"iframe", "object", "embed", "svg", "math", "canvas", "video", "audio", "map"}
_CONTROLS = {"select", "button", "textarea", "datalist", "progress"}
NO_TEXT = frozenset(_SCRIPTS | _PICTURES | _CONTROLS)

_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([A-Za-z0-9_:-]{2,40})", re.I)
_SPACE = re.compile(r"\s+")
# Old programs wrote &#154; and meant the letter that Windows has there.
_WINDOWS = {
    number: bytes([number]).decode("cp1252") for number in range(0x80, 0xA0) if number not in b"\x81\x8d\x8f\x90\x9d"
}
_WINDOWS |= dict.fromkeys(b"\x81\x8d\x8f\x90\x9d", "") | {0xAD: ""}

Element = etree._Element


def parsed(data: bytes) -> Element:
    """The root of a page, however broken its markup. Raises :class:`LimitExceeded` and :class:`DamagedFile`."""
    if len(data) > LARGEST_MB * 2**20:
        raise LimitExceeded(f"The page has more than {LARGEST_MB} MB.")
    declared = _DECLARED.search(data[:4096])
    text = decode_declared(data, declared[1].decode("ascii") if declared else None).replace("\x00", "")
    if any(len(tag[0].split()) > MOST_ATTRIBUTES for tag in _LONG_TAG.finditer(text)):
        raise DamagedFile(f"An element has more than {MOST_ATTRIBUTES} attributes.")
    # Depth is bounded by libxml2 all the same (2,048); pages with unclosed tags are deeper than 256.
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True, recover=True
    )
    try:
        root: Element | None = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise DamagedFile(f"The page cannot be read ({error}).") from error
    if root is None:
        return etree.Element("html")
    if next(islice(root.iter(), MOST_ELEMENTS, None), None) is not None:
        raise LimitExceeded(f"The page has more than {MOST_ELEMENTS} elements.")
    if any("depth" in error.message.lower() for error in parser.error_log):
        raise DamagedFile("It is nested too deeply.")
    return root


def name_of(element: Element) -> str:
    """The tag; without a namespace, small. Entities that are not resolved have none."""
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def plain(text: str | None) -> str:
    """Text with white space as browsers show it; no-break spaces stay.

    >>> plain("Ob\\n  \\x9ainah"), plain("18/1\\xa0Potrdi")
    ('Ob šinah', '18/1\\xa0Potrdi')
    """
    return re.sub(r"[ \t\r\n\f]+", " ", (text or "").translate(_WINDOWS))


@dataclass(frozen=True, slots=True)
class Measure:
    """How many characters of text an element holds, and how many of them and how many links lead to other pages."""

    text: int = 0
    linked: int = 0
    links: int = 0

    def __add__(self, other: Measure) -> Measure:
        return Measure(self.text + other.text, self.linked + other.linked, self.links + other.links)


def measures(root: Element, papers: tuple[str, ...]) -> dict[Element, Measure]:
    """The measure of each element; ``papers`` are endings of addresses that are no other page."""
    found: dict[Element, Measure] = {}
    for element in reversed(list(root.iter())):  # children come before what holds them
        if name_of(element) in NO_TEXT:
            found[element] = Measure()
            continue
        inside = Measure(_length(element.text))
        for child in element:
            inside += found[child] + Measure(_length(child.tail))
        found[element] = _as_link(element, inside, papers)
    return found


def _as_link(element: Element, inside: Measure, papers: tuple[str, ...]) -> Measure:
    address = element.get("href") if name_of(element) == "a" else None
    if address is None or not inside.text or address.lower().split("?")[0].endswith(papers):
        return inside
    return Measure(inside.text, inside.text, 1)


def _length(text: str | None) -> int:
    return len(_SPACE.sub("", text)) if text else 0
