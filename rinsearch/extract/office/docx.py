"""Word documents (.docx): a reader on zipfile and lxml.

Changes count as accepted, comments and field codes are no text. Page numbers are given only where Word left the
marks of the pages it laid out, or where the pages it counted agree with the breaks set by hand; else they are unknown:
a wrong page would be worse than none.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from rinsearch.errors import DamagedFile
from rinsearch.extract.base import Contents, ReadOptions
from rinsearch.extract.office.body import Body
from rinsearch.extract.office.flow import Part, marked, parts_of, without_pages
from rinsearch.extract.office.numbering import Numbering
from rinsearch.extract.office.pages import Pages
from rinsearch.extract.office.styles import Styles
from rinsearch.extract.office.wml import ID, LINK_ID, RENDERED, TYPE, Element, W, child, flag, number, root_of
from rinsearch.extract.zipped import BoundedZip, bounded_zip
from rinsearch.records import BlockKind

FOLDER, MAIN = "word/", "word/document"  # some programs write document2.xml
APPLICATION = "docProps/app.xml"
RUNNING = {W + "headerReference": BlockKind.HEADER, W + "footerReference": BlockKind.FOOTER}


def read_docx(data: bytes, options: ReadOptions) -> Contents:
    """Read a Word document. Raises :class:`ReadError`."""
    archive = bounded_zip(data, options)
    root = root_of(archive, _main(archive))
    body = child(root, "body")
    if body is None:
        raise DamagedFile("The Word document has no text part.")
    try:
        return _contents(archive, body, options)
    except RecursionError as error:
        raise DamagedFile("It is nested too deeply.") from error


def _contents(archive: BoundedZip, body: Element, options: ReadOptions) -> Contents:
    reader = _Reader(archive, body, options)
    parts = tuple(parts_of(list(reader.flow(body))))
    declared, counted = _declared_pages(archive), reader.pages.total
    if declared == counted or next(body.iter(RENDERED), None) is not None:
        return Contents(counted, parts)
    return Contents(max(declared, counted), tuple(map(without_pages, parts)))


def _main(archive: BoundedZip) -> str:
    names = (name for name in archive.names if name.startswith(MAIN) and name.endswith(".xml"))
    return min(names, default="")


def _declared_pages(archive: BoundedZip) -> int:
    """The pages that the program counted; 0 where it counted no words either, as in templates."""
    root = root_of(archive, APPLICATION)
    counts = {str(each.tag).rpartition("}")[2]: number(each.text) for each in root} if root is not None else {}
    return max(counts.get("Pages", 0), 0) if counts.get("Words") else 0


class _Reader:
    """Puts the parts of one document together: text, notes, headers and footers."""

    def __init__(self, archive: BoundedZip, body: Element, options: ReadOptions) -> None:
        self.archive = archive
        self.pages = Pages(options.pages)
        self.sections = list(body.iter(W + "sectPr"))
        styles = Styles(root_of(archive, f"{FOLDER}styles.xml"))
        numbering = Numbering(root_of(archive, f"{FOLDER}numbering.xml"), styles)
        self.body = Body(styles, numbering, self.pages, self.sections)
        self._kept: dict[str, dict[str, Element]] = {}
        self._told: set[tuple[str, str]] = set()

    def flow(self, body: Element) -> Iterator[Part]:
        """Headers, the text with each note behind the part that refers to it, footers."""
        running = list(self._running())
        yield from chain.from_iterable(parts for kind, parts in running if kind != BlockKind.FOOTER)
        for part in self.body.parts(body):
            yield part
            yield from self._notes()
        yield from self._notes()
        yield from chain.from_iterable(parts for kind, parts in running if kind == BlockKind.FOOTER)

    def _running(self) -> Iterator[tuple[BlockKind | None, list[Part]]]:
        """Headers and footers, each once; the header of the first page alone is a letterhead, so it is text."""
        names = self._relations()
        for number_, section in enumerate(self.sections):
            titled = bool(flag(section, "titlePg"))
            for each in section:
                name = names.get(each.get(LINK_ID, ""), "")
                first, kind = each.get(TYPE) == "first", RUNNING.get(str(each.tag))
                if kind is None or not name or (first and not titled):
                    continue
                del names[each.get(LINK_ID, "")]
                letterhead = first and number_ == 0 and kind == BlockKind.HEADER
                yield None if letterhead else kind, self._apart(name, None if letterhead else kind)

    def _relations(self) -> dict[str, str]:
        """The names of the other parts by the ids that the text part has for them."""
        root = root_of(self.archive, f"{FOLDER}_rels/{_main(self.archive).removeprefix(FOLDER)}.rels")
        found = root if root is not None else ()
        return {each.get("Id", ""): _below(FOLDER, each.get("Target", "")) for each in found}

    def _apart(self, name: str, kind: BlockKind | None) -> list[Part]:
        root = root_of(self.archive, name)
        parts = self.body.apart(root) if root is not None else []
        return parts if kind is None else marked(parts, kind)

    def _notes(self) -> Iterator[Part]:
        for place in self.body.notes():
            note = self._all_notes(place[0]).get(place[1])
            if note is not None and place not in self._told:
                self._told.add(place)
                yield from marked(self.body.apart(note), BlockKind.FOOTNOTE)

    def _all_notes(self, kind: str) -> dict[str, Element]:
        if kind not in self._kept:
            root = root_of(self.archive, f"{FOLDER}{kind}s.xml")
            self._kept[kind] = {} if root is None else {each.get(ID, ""): each for each in root}
        return self._kept[kind]


def _below(folder: str, target: str) -> str:
    return target.removeprefix("/") if target.startswith("/") else folder + target
