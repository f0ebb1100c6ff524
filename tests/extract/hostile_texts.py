"""Texts, pages, mails, pictures and other files that mean harm or are broken."""

import io
import random
import struct
import zlib
from collections.abc import Callable, Mapping

from PIL import Image

from tests.extract.hostile_archives import TEXT

Maker = Callable[[], bytes]
MEMBER = "Content-Type: {kind}\n\n{body}\n"
HEAD = "From: csd@csd.example\nTo: obcina@obcina.example\nSubject: Gradivo\n"


def noise(size: int) -> bytes:
    return random.Random(5).randbytes(size)


def chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png(width: int, height: int, data: bytes, *more: bytes) -> bytes:
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(more) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def tiff(width: int, height: int, following: int) -> bytes:
    """One page of nothing, with the place of the next one."""
    tags = ((256, width), (257, height), (258, 8), (259, 1), (262, 1), (273, 8), (278, height), (279, 1))
    entries = b"".join(struct.pack("<HHII", tag, 4, 1, value) for tag, value in tags)
    return b"II*\x00\x08\x00\x00\x00" + struct.pack("<H", len(tags)) + entries + struct.pack("<I", following)


def forwarded(depth: int) -> bytes:
    """A mail in a mail in a mail."""
    return f"{HEAD}Content-Type: message/rfc822\n\n".encode() * depth + f"{HEAD}\n{TEXT}".encode()


def parts_in_parts(depth: int) -> bytes:
    text = HEAD
    for number in range(depth):
        text += f'Content-Type: multipart/mixed; boundary="b{number}"\n\n--b{number}\n'
    return text.encode() + TEXT.encode()


def many_parts(count: int) -> bytes:
    body = "".join(f"--b\nContent-Type: text/plain\n\n{number}\n" for number in range(count))
    return f"{HEAD}Content-Type: multipart/mixed; boundary=b\n\n{body}--b--\n".encode()


def attached(name: str) -> bytes:
    head = f'Content-Type: text/plain; name="{name}"\nContent-Disposition: attachment; filename="{name}"'
    return f"{HEAD}Content-Type: multipart/mixed; boundary=b\n\n--b\n{head}\n\n{TEXT}\n--b--\n".encode()


def old_word(*streams: str) -> bytes:
    """The head of an old office file with a list of streams, and rubbish."""
    listed = b"".join(
        name.encode("utf-16-le").ljust(64, b"\x00") + struct.pack("<H", 2 * len(name) + 2) + bytes(62)
        for name in streams
    )
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(22) + struct.pack("<H", 9) + bytes(480)
    return head + listed + noise(60_000)


def page(body: str) -> bytes:
    return f"<!DOCTYPE html><html><body>{body}</body></html>".encode()


def chain() -> bytes:
    """Every table of sectors leads to itself."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 400 + old_word("WordDocument")[512:]


def million(cell: str) -> str:
    return cell * 1_000_000


TEXTS: Mapping[str, Maker] = {
    "empty.txt": lambda: b"",
    "zeros.txt": lambda: bytes(100_000),
    "zeros-inside.txt": lambda: TEXT.encode() + bytes(5000) + TEXT.encode(),
    "half-letters.txt": lambda: b"Zapisnik \xed\xa0\x80 \xed\xbf\xbf seje",
    "odd-utf16.txt": lambda: "Zapisnik seje".encode("utf-16") + b"x",
    "mixed.txt": lambda: "Zapisnik č ".encode() + "š ž ".encode("cp1250") * 50 + b"\xff\xfe\xfd",
    "marks.txt": lambda: ("Zapisnik a" + "\u0301" * 50_000).encode(),
    "directions.txt": lambda: ("\u202e\u2066" * 100_000 + TEXT).encode(),
    "form-feeds.txt": lambda: b"\f" * 100_000,
    "blanks.txt": lambda: b"Zapisnik" + b" " * 5_000_000 + b"seje",
    "line-ends.txt": lambda: b"\r" * 2_000_000,
    "controls.txt": lambda: bytes(range(1, 32)) * 300,
    "noise.txt": lambda: noise(100_000),
    "bars.txt": lambda: b"|" * 30_000 + b"\n" + b"|-" * 20_000,
    "stars.md": lambda: b"# " + b"**" * 30_000 + b"\n" + b"> " * 20_000 + b"\n" + b"- " * 20_000,
    "stop.txt": lambda: b"1. " * 20_000,
    "program.txt": lambda: b"MZ\x90\x00\x03\x00" + b"This program cannot be run in DOS mode." * 100,
    "database.txt": lambda: b"SQLite format 3\x00" + noise(5000),
    "table.csv": lambda: b"Ukrep;Rok\nTopli obroki;2018\n" * 10,
    "deep.html": lambda: page("<div>" * 200_000 + TEXT),
    "deep-tables.html": lambda: page("<table><tr><td>" * 20_000 + TEXT),
    "spans.html": lambda: page(f'<table><tr><td colspan="999999999" rowspan="999999999">{TEXT}</table>'),
    "million-columns.html": lambda: page(f"<table><tr>{million('<td>')}</table>"),
    "million-rows.html": lambda: page(f"<table>{million('<tr><td>')}</table>"),
    "brackets.html": lambda: page("<" * 100_000),
    "comments.html": lambda: page("<!--" * 500_000),
    "attribute.html": lambda: page(f'<p title="{"x" * 5_000_000}">{TEXT}</p>'),
    "entities.html": lambda: b"<!DOCTYPE html [<!ENTITY a 'xxxxxxxx'>]><html>" + b"&amp;&a;&#xD800;&#0;" * 10_000,
    "charset.html": lambda: b'<html><meta charset="utf-7"><body>+ADw-script+AD4- Zapisnik',
    "groups.rtf": lambda: b"{\\rtf1 " + b"{" * 500_000 + TEXT.encode(),
    "closing.rtf": lambda: b"{\\rtf1 " + b"}" * 500_000 + TEXT.encode(),
    "bin.rtf": lambda: b"{\\rtf1 \\bin999999999 Zapisnik\\u-99999999999 \\'zz}",
    "cells.rtf": lambda: b"{\\rtf1 \\trowd" + b"\\cellx999999999" * 100_000 + b"\\cell" * 100_000 + b"\\row}",
    "forwarded.eml": lambda: forwarded(300),
    "parts-in-parts.eml": lambda: parts_in_parts(2000),
    "many-parts.eml": lambda: many_parts(5000),
    "headers.eml": lambda: (HEAD + "X-Spam: yes\n" * 200_000 + f"\n{TEXT}").encode(),
    "long-header.eml": lambda: (HEAD + f"References: {'<a@b.example> ' * 200_000}\n\n{TEXT}").encode(),
    "boundary.eml": lambda: f"{HEAD}Content-Type: multipart/mixed\n\n--\n{TEXT}".encode(),
    "charset.eml": lambda: (
        f"{HEAD}Content-Type: text/plain; charset=klingon\nContent-Transfer-Encoding: base64\n\n!!!".encode()
    ),
    "leading-out.eml": lambda: attached("../../../../tmp/ušel.txt"),
    "wide.png": lambda: png(50_000, 50_000, zlib.compress(bytes(10_000))),
    "thin.png": lambda: png(1, 10_000_000, zlib.compress(bytes(20_000_000))),
    "note.png": lambda: png(9, 9, zlib.compress(bytes(90)), chunk(b"zTXt", b"a\x00\x00" + zlib.compress(bytes(2**27)))),
    "wide.tif": lambda: tiff(60_000, 60_000, 0),
    "loop.tif": lambda: tiff(9, 9, 8),
    "garbage.doc": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + noise(20_000),
    "rubbish.doc": lambda: old_word("Root Entry", "WordDocument", "1Table"),
    "chain.doc": chain,
    "workbook.doc": lambda: old_word("Root Entry", "Workbook"),
    "locked.doc": lambda: old_word("EncryptedPackage"),
}


def one_word(mb: int) -> bytes:
    """A file of one word, so many MB long."""
    return b"a" * (mb * 2**20)


def picture(form: str) -> bytes:
    out = io.BytesIO()
    Image.new("L", (300, 200), 255).save(out, form)
    return out.getvalue()
