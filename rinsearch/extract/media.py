"""The media type of a file, told by its content: names of downloaded files lie."""

from __future__ import annotations

import io
import re
import struct
import zipfile
from collections.abc import Set

from rinsearch.extract.encoding import looks_like_text

PDF = "application/pdf"
TEXT = "text/plain"
MARKDOWN = "text/markdown"
HTML = "text/html"
EMAIL = "message/rfc822"
RTF = "application/rtf"
DOC = "application/msword"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ODT = "application/vnd.oasis.opendocument.text"
OFFICE = "application/vnd.openxmlformats-officedocument"  # or another: sheets, slides, books
ZIP = "application/zip"
UNKNOWN = "application/octet-stream"

HEAD = 4096  # bytes that are looked at
MOST_MEMBERS = 10_000  # of an office file, which has some twenty
_OFFICE_MEMBERS = frozenset({"[Content_Types].xml", "mimetype", "META-INF/MANIFEST.MF"})

_SIGNATURES = (
    (b"{\\rtf", RTF),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", DOC),
    (b"\x89PNG\r\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"GIF8", "image/gif"),
)
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,500}?-->\s*)?<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_MAIL = re.compile(rb"(?:From|Received|Return-Path|MIME-Version|Delivered-To|Message-ID|Date|Subject|To): ?", re.I)
_HEADER_LINE = re.compile(rb"[A-Za-z][A-Za-z0-9-]{1,40}:[ \t]|[ \t]")
_MARKDOWN = re.compile(r"^(?:#{1,6} \S|\|?[ \t]*:?-{3,}:?[ \t]*\||```)", re.M)


def detect(data: bytes) -> str:
    """The media type of a file with this content.

    >>> detect(b"%PDF-1.7 ..."), detect("Občinski svet".encode("cp1250")), detect(b"# Zapisnik")
    ('application/pdf', 'text/plain', 'text/markdown')
    """
    head = data[:HEAD]
    if b"%PDF-" in head[:1024]:  # readers allow that much rubbish before the header
        return PDF
    for signature, media_type in _SIGNATURES:
        if head.startswith(signature):
            return media_type
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _packed(data)
    if _HTML.match(head.removeprefix(b"\xef\xbb\xbf")):
        return HTML
    if _is_mail(head):
        return EMAIL
    return _text(data)


def _packed(data: bytes) -> str:
    """Tell office files from other archives by the names that every one of them holds."""
    if b"mimetypeapplication/vnd.oasis.opendocument.text" in data[:200]:
        return ODT
    names = _members(data)
    if any(name.startswith("word/document") for name in names):
        return DOCX
    return OFFICE if names & _OFFICE_MEMBERS else ZIP


def _members(data: bytes) -> Set[str]:
    """The names in an archive. The bytes alone would mislead: a bundle of unpacked office files holds theirs too."""
    if data.count(b"PK\x01\x02") > MOST_MEMBERS:
        return frozenset()
    try:
        return frozenset(zipfile.ZipFile(io.BytesIO(data)).namelist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, EOFError, struct.error):
        return frozenset({"word/document.xml"} if b"word/document.xml" in data else ())


def _is_mail(head: bytes) -> bool:
    """Header lines up to a blank line, at least two of them such as only mails have."""
    lines = head.replace(b"\r\n", b"\n").split(b"\n\n")[0].split(b"\n")
    known = sum(1 for line in lines if _MAIL.match(line))
    return known >= 3 and all(_HEADER_LINE.match(line) for line in lines[:10])


def _text(data: bytes) -> str:
    if not looks_like_text(data):
        return UNKNOWN
    head = data[: 64 * HEAD].replace(b"\r\n", b"\n").decode("utf-8", "replace")
    return MARKDOWN if _MARKDOWN.search(head) else TEXT
