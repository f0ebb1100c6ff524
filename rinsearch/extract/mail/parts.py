"""The parts of a mail: which are its text, which are files that came with it, which are neither."""

from __future__ import annotations

import email
import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from email.errors import MessageError
from email.header import decode_header
from email.message import Message
from email.policy import compat32
from typing import TypeVar

from rinsearch.errors import DamagedFile
from rinsearch.extract.encoding import decode, decode_declared

T = TypeVar("T")

# The other policy of the library parses headers by their grammar: slowly, and with exceptions for what mailers write.
POLICY = compat32.clone(mangle_from_=False)
MOST_HEADER_LINES = 10_000  # mails that went a long way have some 200; the library takes a minute for a million
LONGEST_HEADER = 4000  # characters: a hundred addresses
# What the library raises for headers and parts that are not as they should be.
BROKEN = (MessageError, ValueError, LookupError, TypeError, AttributeError, AssertionError)

_ENCODED = re.compile(r"=\?[^?\s]{1,40}\?[bBqQ]\?[^?]{0,2000}\?=")

TEXTS = frozenset({"text/plain", "text/html"})
ATTACHED = "message/rfc822"
# Signatures, invitations and receipts that programs add.
NO_PAPERS = frozenset(
    {
        "application/pgp-signature",
        "application/pkcs7-signature",
        "application/x-pkcs7-signature",
        "message/delivery-status",
        "message/disposition-notification",
        "text/calendar",
        "text/rfc822-headers",
        "text/vcard",
        "text/x-amp-html",
        "text/x-vcard",
    }
)


def parsed(data: bytes) -> Message:
    """The mail. Raises :class:`DamagedFile` where it is nested too deeply or has no end of headers."""
    if data.replace(b"\r\n", b"\n").partition(b"\n\n")[0].count(b"\n") > MOST_HEADER_LINES:
        raise DamagedFile(f"The mail has more than {MOST_HEADER_LINES} lines of headers.")
    try:
        return email.message_from_bytes(data, policy=POLICY)
    except (RecursionError, *BROKEN) as error:
        raise DamagedFile(f"The mail cannot be read ({type(error).__name__}).") from error


def known(ask: Callable[[], T], default: T) -> T:
    """The answer of the library; the default where the mail is too broken for one."""
    try:
        return ask()
    except BROKEN:
        return default


@dataclass
class Parts:
    """What a mail holds, in order."""

    texts: list[Message] = field(default_factory=list)
    files: list[Message] = field(default_factory=list)

    def sort(self, part: Message) -> None:
        """Take up a part with all that is in it."""
        kind = part.get_content_type()
        if kind == ATTACHED:
            self.files.append(part)
        elif part.is_multipart():
            self._sort_inside(part, kind)
        elif kind in NO_PAPERS or _is_picture_of_text(part):
            return
        elif kind in TEXTS and not _is_file(part):
            self.texts.append(part)
        else:
            self.files.append(part)

    def _sort_inside(self, part: Message, kind: str) -> None:
        children = [each for each in part.get_payload() if isinstance(each, Message)]
        if kind == "multipart/alternative":
            children = _without_doubles(children)
        if kind == "multipart/related":
            children = [*children[:1], *(each for each in children[1:] if _is_file(each))]
        for child in children:
            self.sort(child)


def _without_doubles(children: list[Message]) -> list[Message]:
    """Of several forms of one text the plain one, where there is something in it."""
    plain = [each for each in children if each.get_content_type() == "text/plain" and content(each).strip()]
    if not plain:
        return children
    return [plain[0], *(each for each in children if each.get_content_type() not in TEXTS | {"multipart/related"})]


def _is_file(part: Message) -> bool:
    return (
        part.get_content_type() == ATTACHED
        or known(part.get_content_disposition, None) == "attachment"
        or bool(filename(part))
    )


def _is_picture_of_text(part: Message) -> bool:
    """A logo or another picture that the text shows."""
    if part.get_content_maintype() != "image":
        return False
    return known(part.get_content_disposition, None) == "inline" or part.get("content-id") is not None


def content(part: Message) -> bytes:
    """The content of a part without children, decoded."""
    data = known(lambda: part.get_payload(decode=True), None)
    return data if isinstance(data, bytes) else b""


def text_of(part: Message) -> str:
    """The text of a part; its charset is believed where it can be true."""
    return decode_declared(content(part), known(part.get_content_charset, None)).replace("\x00", "")


def filename(part: Message) -> str:
    """The name of a file as its sender wrote it; empty where there is none."""
    return readable(known(part.get_filename, None) or "")


def headers(mail: Message, wanted: Collection[str]) -> Mapping[str, str]:
    """The wanted headers as people read them; of one that stands there twice the first."""
    found: dict[str, str] = {}
    for name, value in mail.raw_items():
        if name.lower() in wanted and name.lower() not in found:
            found[name.lower()] = readable(str(value))
    return found


def readable(value: str) -> str:
    """A header as people read it: unfolded, encoded words decoded, what was sent without encoding told by evidence.

    >>> readable("=?iso-8859-2?Q?Ob=E8ina?= Kostel"), readable("Ob\\udce8ina\\n Kostel")
    ('Občina Kostel', 'Občina Kostel')
    """
    sent = value[:LONGEST_HEADER]
    raw = known(lambda: sent.encode("ascii", "surrogateescape"), None)  # None: it was decoded before
    line = " ".join((sent if raw is None else decode(raw)).split())
    if "=?" not in line or not line.isascii():
        return line
    whole = known(lambda: _decoded(line), None)
    # Where one word is broken, the others are decoded by themselves.
    return _ENCODED.sub(lambda word: known(lambda: _decoded(word[0]), word[0]), line) if whole is None else whole


def _decoded(line: str) -> str:
    words = (word if isinstance(word, str) else decode_declared(word, charset) for word, charset in decode_header(line))
    return " ".join("".join(words).split())
