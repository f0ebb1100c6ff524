"""Word documents of the old kind (.doc): converted by LibreOffice, else printed by antiword, where these are installed.

antiword prints text alone, with tables drawn in characters, whose wrapped cells cannot be told from new rows; so the
tables are taken from what it prints as DocBook. That in turn drops line breaks, so the text is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from rinsearch.errors import DamagedFile, ReadError, UnsupportedFormat
from rinsearch.extract.base import Contents, ReadOptions
from rinsearch.extract.office.docx import read_docx
from rinsearch.extract.office.flow import Paragraph, Part, Print, parts_of
from rinsearch.extract.office.grid import Spot, table_parts
from rinsearch.extract.office.programs import SHARE, antiword, docx_by_libreoffice, libreoffice, text_by_antiword
from rinsearch.extract.xmltree import parsed
from rinsearch.records import Notice

ADVICE = "Install LibreOffice or antiword, or save it as DOCX or PDF, and ingest it again."
LOCKED = "It is protected with a password."
UNLOCK = "Save it without one and ingest it again."
# The streams that tell what a compound file holds; their names stand in it as UTF-16.
STREAMS = {
    "Workbook": "an Excel workbook (.xls)",
    "PowerPoint Document": "a PowerPoint presentation (.ppt)",
    "__properties_version1.0": "an Outlook message (.msg)",
}
ENTRY = 128  # bytes of an entry in the list of streams, which begins with the name
FLAGS, LOCK = 0x0A, 0x01  # where the head of a Word document says, in the second byte, that it is locked
TEXT_ONLY = Notice("text-only", 1, None, "Prebrano s programom antiword: brez naslovov, glav in oštevilčenja.")


def read_doc(data: bytes, options: ReadOptions) -> Contents:
    """Read an old Word document by the best program there is. Raises :class:`ReadError`."""
    _check(data)
    seconds = SHARE * options.seconds
    if libreoffice():
        made = docx_by_libreoffice(data, seconds)
        if made is not None:
            return read_docx(made, options)
    if antiword():
        return _by_antiword(data, seconds)
    if libreoffice():
        raise DamagedFile("LibreOffice cannot convert it, or not in time.")
    raise UnsupportedFormat("No program is installed that reads old Word documents (.doc).", advice=ADVICE)


def _check(data: bytes) -> None:
    """Raises :class:`UnsupportedFormat` for what is locked or no Word document, :class:`DamagedFile` for a torso."""
    if _place("EncryptedPackage", data) >= 0:
        raise UnsupportedFormat(LOCKED, advice=UNLOCK)
    entry = _place("WordDocument", data)
    if entry < 0:
        known = next((what for stream, what in STREAMS.items() if _place(stream, data) >= 0), None)
        if known is None:
            raise DamagedFile("It begins as an old office file and holds no document; it may have been cut off.")
        raise UnsupportedFormat(f"This is {known}, which is not read.")
    size = 1 << min(int.from_bytes(data[30:32], "little"), 12)
    start = (int.from_bytes(data[entry + 116 : entry + 120], "little") + 1) * size
    if data[start + FLAGS + 1 : start + FLAGS + 2] and data[start + FLAGS + 1] & LOCK:
        raise UnsupportedFormat(LOCKED, advice=UNLOCK)


def _place(stream: str, data: bytes) -> int:
    """Where the list of streams names a stream, which its length confirms; -1 where it does not."""
    name = stream.encode("utf-16-le") + b"\x00\x00"
    at = data.find(name)
    while at >= 0 and int.from_bytes(data[at + 64 : at + 66], "little") != len(name):
        at = data.find(name, at + 1)
    return at


# --- antiword ---------------------------------------------------------------------------------------------------------

_DRAWN = re.compile(r"\|.*\|\s*$")
_MARK = re.compile(r"(?:<\?xml|<!DOCTYPE)[^>]*>\s*")


def _by_antiword(data: bytes, seconds: float) -> Contents:
    printed = text_by_antiword(data, seconds / 2, "-m", "UTF-8.txt", "-w", "0")
    if printed is None:
        raise DamagedFile("antiword cannot read it, or not in time.")
    flow = list(_flow(printed.decode("utf-8", "replace"), _tables(data, seconds / 2)))
    return Contents(1, tuple(parts_of(flow)), (TEXT_ONLY,))


def _tables(data: bytes, seconds: float) -> list[list[Part]]:
    """The tables of the document in order; none where they cannot be told."""
    book = text_by_antiword(data, seconds, "-x", "db")
    try:
        root = parsed(_MARK.sub("", (book or b"").decode("utf-8", "replace")).encode(), "book")
    except ReadError:
        return []
    return [list(table_parts(list(map(_row, table.iter("row"))))) for table in root.iter("informaltable")]


def _row(row: etree._Element) -> list[Spot]:
    return [Spot(tuple(_paragraphs("".join(entry.itertext()).split("\n")))) for entry in row.iter("entry")]


def _paragraphs(lines: list[str]) -> Iterator[Paragraph]:
    for line in lines:
        if line.strip():
            yield Paragraph((Print(line.strip()),))


def _flow(text: str, tables: list[list[Part]]) -> Iterator[Part]:
    """Paragraphs between blank lines; drawn tables, where their number is right, as tables."""
    groups = [group.split("\n") for group in re.split(r"\n[ \t]*\n", text.replace("\r\n", "\n"))]
    runs = [run for group in groups for run in _runs(group)]
    drawn = sum(1 for is_table, _ in runs if is_table)
    waiting = iter(tables if drawn == len(tables) else ())
    for is_table, lines in runs:
        if not is_table:
            prints = tuple(Print(line.strip()) for line in lines if line.strip())
            yield from (Paragraph(prints),) if prints else ()
        elif drawn == len(tables):
            yield from next(waiting)
        else:
            yield from table_parts([[Spot(tuple(_paragraphs([cell]))) for cell in _cells(line)] for line in lines])


def _runs(lines: list[str]) -> Iterator[tuple[bool, list[str]]]:
    """Lines of a table together, and those between."""
    run: list[str] = []
    was_table = False
    for line in lines:
        is_table = bool(_DRAWN.match(line))
        if run and is_table != was_table:
            yield was_table, run
            run = []
        run.append(line)
        was_table = is_table
    if run:
        yield was_table, run


def _cells(line: str) -> list[str]:
    return line.strip().strip("|").split("|")
