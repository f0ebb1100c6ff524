"""Rich text to tokens: groups, control words, characters; and what bytes mean in which font."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import NamedTuple

_TOKEN = re.compile(
    r"(?P<open>\{)|(?P<close>\})|\\(?P<word>[a-zA-Z]{1,40})(?P<number>-?[0-9]{1,10})? ?|\\'(?P<byte>[0-9a-fA-F]{2})"
    r"|\\(?P<sign>[^a-zA-Z])|(?P<text>[^\\{}\r\n]+)|[\r\n]+|\\"
)
# What the character sets of fonts mean; those of western Europe (0) stand for the file's own code page, since sloppy
# programs write Slovene letters in such fonts, and no Slovene word has their letters è and æ.
CHARSETS = {238: "cp1250", 204: "cp1251", 161: "cp1253", 162: "cp1254", 186: "cp1257", 77: "mac_roman"}
SYMBOL = "symbol"  # of fonts whose characters are pictures
DEFAULT = "cp1252"


class Token(NamedTuple):
    """``kind`` is ``open``, ``close``, ``word`` (with its number), ``sign``, or ``text`` with its bytes."""

    kind: str
    text: str = ""
    number: int | None = None
    data: bytes = b""


def tokens(data: bytes) -> Iterator[Token]:
    """The tokens of a file in order; raw data behind ``\\bin`` is passed over."""
    text = data.decode("latin-1")  # one character a byte
    at, end = 0, len(text)
    while at < end:
        match = _TOKEN.match(text, at)
        if match is None:
            return
        at = match.end()
        kind = match.lastgroup
        if kind in ("word", "number"):
            number = int(match["number"]) if kind == "number" else None
            yield Token("word", match["word"], number)
            at += max(number or 0, 0) if match["word"] == "bin" else 0
        elif kind == "text":
            yield Token("text", data=match["text"].encode("latin-1"))
        elif kind == "byte":
            yield Token("text", data=bytes.fromhex(match["byte"]))
        elif kind is not None:
            yield Token(kind, match[kind])


def codec_of(page: int | None) -> str:
    """The code page with this number, the usual one where it is unknown.

    >>> codec_of(1250), codec_of(65001), codec_of(99999)
    ('cp1250', 'cp65001', 'cp1252')
    """
    name = f"cp{page}"
    try:
        codecs.lookup(name)
    except LookupError:
        return DEFAULT
    return name


def decoded(data: bytes, codec: str) -> str:
    """The letters of these bytes; those of symbol fonts in the private area, as Word has them."""
    if codec == SYMBOL:
        return "".join(chr(0xF000 + each) if each >= 0x20 else "" for each in data)
    return data.decode(codec, "replace")
