"""A mail to parts and members."""

from __future__ import annotations

from collections.abc import Iterator
from email.message import Message
from email.utils import parsedate_to_datetime

from rinsearch.errors import DamagedFile, ReadError
from rinsearch.extract import media
from rinsearch.extract.base import Contents, Member, ReadOptions
from rinsearch.extract.filenames import each_once, shown_name
from rinsearch.extract.html import read_html
from rinsearch.extract.mail.parts import ATTACHED, POLICY, Parts, content, filename, headers, known, parsed, text_of
from rinsearch.extract.text import read_text
from rinsearch.records import Block, BlockKind, Line, Origin, Table

# The labels of Slovene mail programs, in the order of a letter.
LABELS = {"subject": "Zadeva", "from": "Od", "to": "Za", "cc": "Kp", "date": "Datum"}
ENDINGS = {media.PDF: ".pdf", media.HTML: ".html", media.TEXT: ".txt", ATTACHED: ".eml"}


def read_mail(data: bytes, options: ReadOptions) -> Contents:
    """Read a mail itself: subject, sender, addressees and date as lines of a letter, then its text."""
    mail = parsed(data)
    parts: list[Block | Table] = [
        Block(BlockKind.PARAGRAPH, (Line(text, 1),), Origin.MARKUP) for text in heading_lines(mail)
    ]
    for part in _sorted(mail).texts:
        reader = read_html if part.get_content_type() == media.HTML else read_text
        parts += reader(text_of(part).encode("utf-8", "replace"), options).parts
    return Contents(1, tuple(parts))


def open_mail(data: bytes, options: ReadOptions) -> Iterator[Member]:
    """The files that came with a mail, one after the other; pictures that its text shows are none."""
    try:
        files = _sorted(parsed(data)).files
    except DamagedFile:  # reading the mail itself has told it
        return
    names = each_once(_name(part, number) for number, part in enumerate(files, 1))
    for part, name in zip(files, names, strict=True):
        yield _member(part, name)


def heading_lines(mail: Message) -> list[str]:
    """The headers that a letter would have too."""
    found = headers(mail, LABELS)
    values = {name: _day(value) if name == "date" else value for name, value in found.items() if value}
    return [f"{label}: {values[name]}" for name, label in LABELS.items() if name in values]


def _day(value: str) -> str:
    """The day where the sender was.

    >>> _day("Mon, 11 Sep 2017 23:14:00 +0200"), _day("včeraj")
    ('11. 9. 2017', 'včeraj')
    """
    sent = known(lambda: parsedate_to_datetime(value), None)
    return f"{sent.day}. {sent.month}. {sent.year}" if sent else value


def _sorted(mail: Message) -> Parts:
    parts = Parts()
    try:
        parts.sort(mail)
    except RecursionError as error:
        raise DamagedFile("Its parts are nested too deeply.") from error
    return parts


def _name(part: Message, number: int) -> str:
    kind = part.get_content_type()
    name = filename(part)
    if not name and kind == ATTACHED:
        name = headers(_inner(part), ("subject",)).get("subject", "").replace("/", "-")
    name = shown_name(name) if name else f"priloga-{number}"
    ending = ENDINGS.get(kind, "")
    return name if filename(part) or name.endswith(ending) else name + ending


def _inner(part: Message) -> Message:
    """The mail that was forwarded whole."""
    inside = part.get_payload()
    return inside[0] if isinstance(inside, list) and isinstance(inside[0], Message) else Message(POLICY)


def _member(part: Message, name: str) -> Member:
    if part.get_content_type() != ATTACHED:
        return Member(name, content(part))
    data: bytes | ReadError = known(lambda: _inner(part).as_bytes(policy=POLICY), b"")
    return Member(name, data or DamagedFile("The forwarded mail is broken."), media.EMAIL)
