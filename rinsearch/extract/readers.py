"""Which reader reads which format; a format that is not here is refused with a clear line."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType

from rinsearch.errors import LimitExceeded, ReadError, UnsupportedFormat
from rinsearch.extract import media, strangers
from rinsearch.extract.base import Contents, Reader, ReadOptions
from rinsearch.extract.contents import with_contents
from rinsearch.extract.html import read_html
from rinsearch.extract.images import read_image
from rinsearch.extract.mail import read_mail
from rinsearch.extract.markdown import read_markdown
from rinsearch.extract.members import Paper
from rinsearch.extract.office import read_doc, read_docx, read_odt, read_rtf
from rinsearch.extract.pdf import read_pdf
from rinsearch.extract.results import place_of
from rinsearch.extract.text import read_text
from rinsearch.records import Block, Document, Line, Notice, Source, Table

READERS: Mapping[str, Reader] = MappingProxyType(
    {
        media.TEXT: read_text,
        media.MARKDOWN: read_markdown,
        media.PDF: read_pdf,
        "image/png": read_image,
        "image/jpeg": read_image,
        "image/tiff": read_image,
        media.HTML: read_html,
        media.EMAIL: read_mail,
        media.DOC: read_doc,
        media.DOCX: read_docx,
        media.ODT: read_odt,
        media.RTF: read_rtf,
    }
)

ADVICE = {
    media.ZIP: "It is no paper itself: read_all gives the papers in it.",
    media.OFFICE: "Save it as PDF and ingest it again.",
    **strangers.ADVICE,
    "image/": "Save it as PNG, JPEG, TIFF or PDF and ingest it again.",
}
NAMES = {
    media.DOC: "a Word document (.doc)",
    media.DOCX: "a Word document (.docx)",
    media.ODT: "an OpenDocument text (.odt)",
    media.RTF: "a rich text file (.rtf)",
    media.ZIP: "a ZIP archive",
    media.OFFICE: "an office file other than a text",
    **strangers.NAMES,
}


def document_id(sha256: str) -> str:
    """The id of a document: the first 16 hex digits of its content's sha256."""
    return sha256[:16]


def read_bytes(data: bytes, path: str = "", options: ReadOptions | None = None) -> Document:
    """Read a file's content in this process: for trusted content and tests. Raises :class:`ReadError`."""
    return read_paper(Paper(None, data, media.detect(data)), path, options or ReadOptions())


def read_paper(paper: Paper, path: str, options: ReadOptions) -> Document:
    """Read one paper of the file at ``path``, in this process. Raises :class:`ReadError`."""
    try:
        return _read(paper, path, options)
    except ReadError as error:
        error.place = error.place or place_of(path, paper.member) or None
        raise


def _read(paper: Paper, path: str, options: ReadOptions) -> Document:
    data = paper.content
    if isinstance(data, ReadError):
        raise data
    if len(data) > options.file_mb * 2**20:
        raise LimitExceeded(f"The file has more than {options.file_mb} MB.")
    digest = hashlib.sha256(data).hexdigest()
    source = Source(path, digest, paper.media_type, len(data), paper.member)
    contents = _reader(paper.media_type)(data, options)
    if characters_in(contents.parts) > options.characters:
        raise LimitExceeded(f"It has more than {options.characters / 10**6:g} million characters.")
    parts = tuple(with_contents(contents.parts))
    document = Document(document_id(digest), (source,), paper.media_type, contents.pages, parts)
    return replace(document, warnings=_warnings(contents), unread=contents.unread)


def characters_in(parts: Iterable[Block | Table]) -> int:
    """How much text there is; an empty cell or line counts as one."""
    return sum(len(line.text) + 1 for part in parts for line in _lines(part))


def _lines(part: Block | Table) -> Iterable[Line]:
    if isinstance(part, Block):
        return part.lines
    return (line for row in part.rows for cell in row for line in cell.lines or (Line(""),))


def _reader(media_type: str) -> Reader:
    reader = READERS.get(media_type)
    if reader is not None:
        return reader
    kind = media_type.split("/")[0] + "/"
    name = NAMES.get(media_type) or ("an image" if kind == "image/" else "a file of unknown format")
    raise UnsupportedFormat(f"This is {name}, which is not read.", advice=ADVICE.get(media_type) or ADVICE.get(kind))


def _warnings(contents: Contents) -> tuple[Notice, ...]:
    if contents.parts or contents.unread:
        return contents.warnings
    return (*contents.warnings, Notice("empty", 1, None, "Dokument nima besedila."))
