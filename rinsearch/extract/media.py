"""The media type of a file, told by its content: names of downloaded files lie."""

from __future__ import annotations

import codecs
import io
import re
import struct
import zipfile
from collections.abc import Set
from itertools import groupby
from operator import itemgetter

from rinsearch.extract.encoding import decode, looks_like_text
from rinsearch.extract.strangers import stranger

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
# A part of a page, saved or sent without its frame: it begins with an element of text, and elements end in it.
_FRAGMENT = re.compile(
    rb"\s*(?:<!--.{0,500}?-->\s*)?<(?:meta|title|style|p|div|span|table|h[1-6]|ul|ol|center|font|main|article|section)"
    rb"\b[^<>]{0,300}>",
    re.I | re.S,
)
_END_TAG = re.compile(rb"</[A-Za-z][A-Za-z0-9]{0,9}\s?>")
_MAIL = re.compile(
    rb"(?:From|Received|Return-Path|MIME-Version|Delivered-To|Message-ID|Date|Subject|To|Content-Type): ?", re.I
)
_HEADER_LINE = re.compile(rb"[A-Za-z][A-Za-z0-9-]{1,40}:[ \t]|[ \t]")
LEAST_RECORDS = 3  # lines
MOST_OTHERS = 0.4  # of the lines of an export are no records: a title, notes
_RECORDS = tuple(re.compile(rf"[^{sign}\n]*(?:{sign}[^{sign}\n]*){{2,}}") for sign in (";", "\t", r"\|"))
RULE_SIGNS = frozenset("|: -")  # of which the rule below the head of a table in Markdown is made, with three dashes
_MARKED = re.compile(r"^(?:#{1,6} \S|```)", re.M)
_MARKDOWN = re.compile(rf"{_MARKED.pattern}|^\|?[ \t]*:?-{{3,}}:?[ \t]*\|", re.M)


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
    if (strange := stranger(head)) is not None:
        return strange
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _packed(data)
    if _is_page(head):
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


def _is_page(head: bytes) -> bool:
    """A web page, or a part of one with at least two elements that end."""
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        head = head[: len(head) // 2 * 2].decode("utf-16", "replace").encode()
    head = head.removeprefix(codecs.BOM_UTF8)
    return bool(_HTML.match(head) or (_FRAGMENT.match(head) and len(_END_TAG.findall(head)) > 1))


def _is_mail(head: bytes) -> bool:
    """Header lines up to a blank line, at least two of them such as mails have; before them perhaps a mailbox's."""
    lines = head.replace(b"\r\n", b"\n").lstrip(b"\n").split(b"\n\n")[0].split(b"\n")
    if lines[0].startswith((b"From ", b">From ")):
        del lines[0]
    known = sum(1 for line in lines if _MAIL.match(line))
    return known >= 2 and all(_HEADER_LINE.match(line) for line in lines[:10])


def _text(data: bytes) -> str:
    if not looks_like_text(data):
        return UNKNOWN
    text = decode(data[: 64 * HEAD])
    return MARKDOWN if _MARKDOWN.search(text) and not (_is_export(text) or _is_drawn(text)) else TEXT


def _is_drawn(text: str) -> bool:
    """Whether rules stand between the rows of a table, and no heading is marked: it is drawn for a reader.

    >>> _is_drawn("| a | b |\\n|---|---|\\n| c | d |\\n|---|---|\\n| e | f |")
    True
    """
    if _MARKED.search(text):
        return False
    barred = ((line.strip() != "" and "|" in line, _is_rule(line)) for line in text.splitlines())
    return any(sum(rule for _, rule in run) > 1 for inside, run in groupby(barred, key=itemgetter(0)) if inside)


def _is_export(text: str) -> bool:
    """Whether most lines are records between signs: "# fields: name;who;when" above them is a remark, no heading."""
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    records = max(sum(bool(pattern.fullmatch(line)) for line in lines) for pattern in _RECORDS)
    return records >= max(LEAST_RECORDS, (1 - MOST_OTHERS) * len(lines)) and not any(map(_is_rule, lines))


def _is_rule(line: str) -> bool:
    return RULE_SIGNS.issuperset(line) and "---" in line
