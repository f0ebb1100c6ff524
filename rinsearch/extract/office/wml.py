"""WordprocessingML: the names of its elements, and small questions about them."""

from __future__ import annotations

from lxml import etree

from rinsearch.extract.xmltree import parsed
from rinsearch.extract.zipped import BoundedZip

Element = etree._Element

SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"  # the same vocabulary under ISO's own name
STRICT_LINKS = b"http://purl.oclc.org/ooxml/officeDocument/relationships"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
W = f"{{{SPACE}}}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
LINK_ID = f"{{{LINKS}}}id"

P, R, T, TBL, TR, TC, SDT = (W + name for name in ("p", "r", "t", "tbl", "tr", "tc", "sdt"))
VAL, ID, TYPE = W + "val", W + "id", W + "type"
BOX, RENDERED = W + "txbxContent", W + "lastRenderedPageBreak"
NO = frozenset({"0", "false", "off", "none"})

# What only wraps; deleted and moved-away text (w:del, w:moveFrom) is not among it, so it is passed over.
WRAPPERS = frozenset(
    W + name
    for name in ("hyperlink", "ins", "moveTo", "smartTag", "fldSimple", "customXml", "dir", "bdo", "sdtContent")
) | {M + name for name in ("oMath", "oMathPara")}


def root_of(archive: BoundedZip, name: str) -> Element | None:
    """The root of a part, ``None`` where the file has no such part. Raises :class:`ReadError`."""
    if name not in archive:
        return None
    data = archive.read(name)
    data = data.replace(STRICT, SPACE.encode()).replace(STRICT_LINKS, LINKS.encode())
    return parsed(data, name)


def child(element: Element | None, *path: str) -> Element | None:
    """The first descendant along a path of names."""
    for name in path:
        element = None if element is None else element.find(W + name)
    return element


def value(element: Element | None, *path: str) -> str | None:
    """The ``w:val`` of the descendant along a path of names."""
    found = child(element, *path)
    return None if found is None else found.get(VAL)


def flag(element: Element | None, *path: str) -> bool | None:
    """Whether a property is on; ``None`` where it is not there."""
    found = child(element, *path)
    return None if found is None else found.get(VAL, "true") not in NO


def number(text: str | None, default: int = 0) -> int:
    """A whole number; the default where it is none, or one beyond reason.

    >>> number("3"), number("x", 1), number("99999999999"), number(None)
    (3, 1, 0, 0)
    """
    try:
        found = int(text or "")
    except ValueError:
        return default
    return found if abs(found) < 10**6 else default


def branch(alternate: Element) -> Element | None:
    """The one branch of alternative contents that is read: the first that holds text."""
    for each in alternate:
        if next(each.iter(T, BOX), None) is not None:
            return each
    return None
