"""OpenDocument texts (.odt): a reader on zipfile and lxml.

Changes count as accepted (what was deleted is kept apart in such files), annotations are no text. Page numbers are
given only where the file holds the breaks of the last layout, or where the pages that the program counted agree with
the breaks set by hand; else they are unknown.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from rinsearch.errors import DamagedFile, UnsupportedFormat
from rinsearch.extract.base import Contents, ReadOptions
from rinsearch.extract.office.flow import Paragraph, Part, marked, parts_of, without_pages
from rinsearch.extract.office.odf import META, OFFICE, STYLE, STYLE_NAME, TEXT, Element, OdfStyles
from rinsearch.extract.office.odf_body import SOFT_BREAK, OdfBody
from rinsearch.extract.office.odf_lists import Lists
from rinsearch.extract.office.pages import Pages
from rinsearch.extract.office.wml import number
from rinsearch.extract.xmltree import parsed
from rinsearch.extract.zipped import BoundedZip, bounded_zip
from rinsearch.records import BlockKind

MANIFEST, LOCKED = "META-INF/manifest.xml", b"encryption-data"
PACKAGE = "encrypted-package"  # the whole file behind a password, as LibreOffice writes it since 2023
RUNNING = {
    STYLE + name + which: kind
    for name, kind in (("header", BlockKind.HEADER), ("footer", BlockKind.FOOTER))
    for which in ("", "-left", "-first")
}


def read_odt(data: bytes, options: ReadOptions) -> Contents:
    """Read an OpenDocument text. Raises :class:`ReadError`."""
    archive = bounded_zip(data, options)
    if PACKAGE in archive or (MANIFEST in archive and LOCKED in archive.read(MANIFEST)):
        raise UnsupportedFormat("It is protected with a password.", advice="Save it without one and ingest it again.")
    content = parsed(archive.read("content.xml"), "content.xml")
    body = content.find(f"{OFFICE}body/{OFFICE}text")
    if body is None:
        raise DamagedFile("The OpenDocument file has no text.")
    try:
        return _contents(archive, content, body, options)
    except RecursionError as error:
        raise DamagedFile("It is nested too deeply.") from error


def _contents(archive: BoundedZip, content: Element, body: Element, options: ReadOptions) -> Contents:
    styles = OdfStyles(_root(archive, "styles.xml"), content)
    pages = Pages(options.pages)
    reader = OdfBody(styles, Lists(styles), pages)
    running = list(_running(styles, reader, _first_master(body, styles)))
    flow: list[Part] = [*chain.from_iterable(parts for kind, parts in running if kind != BlockKind.FOOTER)]
    flow += reader.story(body)
    flow += chain.from_iterable(parts for kind, parts in running if kind == BlockKind.FOOTER)
    parts = tuple(parts_of(flow))
    declared, counted = _declared_pages(archive), pages.total
    if declared == counted or next(body.iter(SOFT_BREAK), None) is not None:
        return Contents(counted, parts)
    return Contents(max(declared, counted), tuple(map(without_pages, parts)))


def _root(archive: BoundedZip, name: str) -> Element | None:
    return parsed(archive.read(name), name) if name in archive else None


def _declared_pages(archive: BoundedZip) -> int:
    """The pages that the program counted, 0 where it did not."""
    root = _root(archive, "meta.xml")
    found = root.iter(META + "document-statistic") if root is not None else iter(())
    return max((number(each.get(META + "page-count")) for each in found), default=0)


def _first_master(body: Element, styles: OdfStyles) -> str:
    """The kind of page that the text begins on."""
    first = next((each for each in body.iter(TEXT + "p", TEXT + "h")), None)
    return (styles.face(first.get(STYLE_NAME)).master if first is not None else None) or "Standard"


def _running(styles: OdfStyles, reader: OdfBody, first: str) -> Iterator[tuple[BlockKind | None, list[Part]]]:
    """Headers and footers, each text once; the header of the first page alone is a letterhead, so it is text."""
    seen: set[tuple[str, ...]] = set()
    for master in styles.masters:
        name, following = master.get(STYLE + "name"), master.get(STYLE + "next-style-name")
        for each in master:
            kind = RUNNING.get(str(each.tag))
            if kind is None or each.get(STYLE + "display") == "false":
                continue
            parts = reader.apart(each)
            alone = str(each.tag).endswith("-first") or (following or name) != name
            text = tuple(line.text for part in parts if isinstance(part, Paragraph) for line in part.lines)
            if text in seen:
                continue
            seen.add(text)
            letterhead = kind == BlockKind.HEADER and alone and name == first
            yield (None, parts) if letterhead else (kind, marked(parts, kind))
