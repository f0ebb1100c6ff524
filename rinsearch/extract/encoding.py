"""Bytes to text: the encoding told by evidence."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

# š ž Š Ž stand at different places in the two code pages; beside a letter they are letters.
_ISO = re.compile(rb"(?<=[A-Za-z\xe8\xc8])[\xb9\xbe\xa9\xae]|[\xb9\xbe\xa9\xae](?=[a-z\xe8])")
_CP1250 = re.compile(rb"[\x80-\x9f]")  # control characters in ISO 8859-2, letters, dashes and quotes here
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))

# No person writes lines of 20,000 characters; cut at a space, they cannot fill the memory of those who repair them.
LONGEST_LINE = 20_000
_LONG_LINE = re.compile(rf"([^\n]{{{LONGEST_LINE}}}[^\s]{{0,200}})(?=[^\n])[ \t]?")

# What programs declare without looking, and the three that are told by evidence.
_SAID_BY_MISTAKE = frozenset({"utf-8", "ascii", "iso8859-1", "iso8859-15", "cp1252", "cp1250", "iso8859-2"})

MOSTLY = 0.6  # of a text in two bytes a letter: so much are plain letters, digits and blanks; of numbers nearly none
FEW_BROKEN = 0.02  # a long UTF-8 file with a cut or spliced character is still UTF-8


def encoding_of(data: bytes) -> str:
    """The encoding of a text.

    >>> encoding_of("šola".encode("cp1250")), encoding_of("šola".encode("iso-8859-2")), encoding_of("šola".encode())
    ('cp1250', 'iso-8859-2', 'utf-8')
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name
    if b"\x00" in data[:4096]:
        return _utf16(data)
    if _is_utf8(data):
        return "utf-8"
    return "iso-8859-2" if _ISO.search(data) and not _CP1250.search(data) else "cp1250"


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("utf-8", "replace")
        beyond = sum(1 for char in text if char > "\x7f")
        return text.count("\ufffd") < FEW_BROKEN * beyond
    return True


def _utf16(data: bytes) -> str:
    """Without a mark, the zero bytes of the Latin letters say which half comes first."""
    head = data[:4096]
    return "utf-16-be" if head[0::2].count(0) > head[1::2].count(0) else "utf-16-le"


def decode(data: bytes) -> str:
    """The text of these bytes, with ``\\n`` at the end of each line; what cannot be read becomes U+FFFD."""
    return _lines(data, encoding_of(data))


def decode_declared(data: bytes, declared: str | None) -> str:
    """The same, where the file says in which encoding it is; that is believed only where it can be true.

    >>> decode_declared("\N{CYRILLIC SMALL LETTER ZHE}".encode("cp1251"), "windows-1251")
    'ж'
    >>> decode_declared("šola".encode("cp1250"), "iso-8859-1"), decode_declared("šola".encode("cp1250"), "utf-8")
    ('šola', 'šola')
    """
    found = encoding_of(data)
    name = _codec(declared) if declared and found in ("cp1250", "iso-8859-2") else None
    if name == "iso8859-2" and not _CP1250.search(data):
        return _lines(data, name)
    return _lines(data, name if name and name not in _SAID_BY_MISTAKE else found)


def _codec(name: str) -> str | None:
    """The name under which Python knows an encoding of texts."""
    try:
        known = codecs.lookup(name)
        b"a".decode(known.name)
    except (LookupError, ValueError, UnicodeError):
        return None
    return known.name if "a".encode(known.name) == b"a" else None


def _lines(data: bytes, encoding: str) -> str:
    text = data.decode(encoding, "replace").removeprefix("\ufeff")
    return "\n".join(map(_cut, text.replace("\r\n", "\n").replace("\r", "\n").split("\n")))


def _cut(line: str) -> str:
    """A long line in parts. The expression sees only those: in shorter ones it would begin anew at each letter."""
    return _LONG_LINE.sub(r"\1\n", line) if len(line) > LONGEST_LINE else line


def looks_like_text(data: bytes) -> bool:
    """Whether the beginning is text in one of the encodings, not a binary format.

    >>> looks_like_text(b"PREDLOG"), looks_like_text(b"\\x00\\x01\\x02\\x03"), looks_like_text("svet".encode("utf-16"))
    (True, False, True)
    """
    head = data[:4096]
    if b"\x00" in head:
        text = head[: len(head) // 2 * 2].decode(encoding_of(head), "replace")
        shown = "".join(_visible(text))
        latin = sum(char.isascii() and (char.isalnum() or char == " ") for char in shown)
        return bool(text) and sum(map(str.isprintable, shown)) > 0.9 * len(text) and latin > MOSTLY * len(text)
    return len(_CONTROL.findall(head)) <= len(head) // 200


def _visible(text: str) -> Iterator[str]:
    """The characters, with the white space that text may hold as plain spaces; letters beyond Latin do not count."""
    for char in text:
        yield " " if char in "\r\n\t\f\ufeff" else char if char < "\u2200" else "\x00"
