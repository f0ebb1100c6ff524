"""Types of files and encodings of text, told by content."""

import gzip
import io
import struct
import time
import zipfile
import zlib
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rinsearch.errors import ReadError, UnsupportedFormat
from rinsearch.extract import detect
from rinsearch.extract.encoding import decode, encoding_of
from rinsearch.extract.readers import document_id, read_bytes

TEXT = "Občinski svet Občine Šmarješke Toplice je potrdil načrt. ŽUPAN – „predlog“."


def packed(name: str, content: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(name, content)
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (b"%PDF-1.7\n", "application/pdf"),
        (b"\n\n%PDF-1.4\n", "application/pdf"),
        (b"{\\rtf1", "application/rtf"),
        (b"\x89PNG\r\n\x1a\n", "image/png"),
        (b"\xff\xd8\xff\xe0", "image/jpeg"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/msword"),
        (packed("word/document.xml", "x"), "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        (packed("mimetype", "application/vnd.oasis.opendocument.text"), "application/vnd.oasis.opendocument.text"),
        (packed("zapisnik.txt", "x"), "application/zip"),
        (b"<!DOCTYPE html><html>", "text/html"),
        (b"From: a@b.example\nTo: c@d.example\nSubject: RIN\n\nBesedilo", "message/rfc822"),
        (b"Subject: RIN\nContent-Type: text/plain\n\nBesedilo", "message/rfc822"),
        (b"From csd Mon Sep 11 09:14:00 2017\nX-Spam: no\nDate: x\nSubject: RIN\n\nBesedilo", "message/rfc822"),
        (b"Subject: RIN\nBesedilo", "text/plain"),
        ("Datum: 8. 9. 2017\nZadeva: načrt".encode(), "text/plain"),
        (b"# Zapisnik\n", "text/markdown"),
        (b"a | b\n---|---\n", "text/markdown"),
        *(("# Občina\n".encode(encoding), "text/markdown") for encoding in ("utf-8-sig", "utf-16", "utf-16-be")),
        (
            b"# izvoz\n# polja: ukrep;nosilec;rok\nTopla soba;Karitas;2018\nKosila;Dom;2019\nPrevozi;CSD;stalno",
            "text/plain",
        ),
        (b"# cilj|ukrep|kdo\n1|Topla soba|Karitas\n1|Kosila|Dom\n2|Prevozi|CSD\n", "text/plain"),
        (b"# Ukrepi\n\nukrep | kdo | rok\n---|---|---\na | b | c\nd | e | f\n", "text/markdown"),
        (b"# Povzetek\n\nRed; mir; delo.\n\n## Cilji\n\nManj revscine.\n\nVec varnosti.\n", "text/markdown"),
        (b"-----\npodpis", "text/plain"),
        (bytes(range(32)) * 10, "application/octet-stream"),
        ("Občina".encode("utf-16"), "text/plain"),
        (b"", "text/plain"),
        (b"MZ\x90\x00\x03\x00" + b"This program cannot be run in DOS mode." * 9, "application/x-executable"),
        (b"MZ je kratica za mladinski zdravstveni dom.", "text/plain"),
        (b"\x7fELF\x02\x01\x01", "application/x-executable"),
        (gzip.compress(TEXT.encode()), "application/x-archive"),
        (b"BM\x36\x00\x0c\x00\x00\x00", "image/x-other"),
        (b"BMW za obcino: ponudba", "text/plain"),
        (b"%!PS-Adobe-3.0\n/Times findfont", "application/postscript"),
        (b"RIFF\x24\x00\x00\x00WAVEfmt ", "application/x-recording"),
        (struct.pack("<200h", *range(-100, 100)), "application/octet-stream"),
        (bytes(range(32, 127)) * 9 + bytes(range(128, 256)), "text/plain"),
        (zlib.compress(TEXT.encode() * 9), "application/octet-stream"),
        (b"Ukrep;Rok;Nosilec\nTopli obroki;31. 12. 2018;CSD\n", "text/plain"),
    ],
)
def test_the_type_is_told_by_content(data: bytes, media_type: str) -> None:
    assert detect(data) == media_type


def test_a_long_line_of_dashes_among_records_costs_no_more_than_its_length() -> None:
    data = b"# polja\n" + b"Zajtrk;CSD;2018\n" * 9 + b"-" * 20_000 + b"x\n---\n"
    start = time.process_time()
    detect(data)
    assert time.process_time() - start < 1


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1250", "utf-16", "utf-16-le", "utf-16-be"])
def test_text_is_read_in_its_encoding(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)) == TEXT


def test_latin_2_is_told_from_windows_by_its_letters() -> None:
    plain = "Občina Šmarješke Toplice, težave, starejši, ŽUPAN"
    assert encoding_of(plain.encode("iso-8859-2")) == "iso-8859-2"
    assert decode(plain.encode("iso-8859-2")) == plain
    assert encoding_of(plain.encode("cp1250")) == "cp1250"


def test_one_broken_character_does_not_change_the_encoding() -> None:
    data = ("č š ž " * 100).encode() + b"\xc5" + b" konec"
    assert encoding_of(data) == "utf-8"


def test_endless_lines_are_cut_at_a_space() -> None:
    text = decode(b"abc " * 20_000)
    assert max(map(len, text.split("\n"))) < 20_300
    assert text.replace("\n", " ").split() == ["abc"] * 20_000


@pytest.mark.parametrize("data", [packed("[Content_Types].xml", "x"), packed("a.txt", "x"), b"\x00\x01\x02\x03" * 9])
def test_other_formats_are_refused_with_advice(data: bytes) -> None:
    with pytest.raises(UnsupportedFormat) as caught:
        read_bytes(data, "gradivo.dat")
    assert caught.value.place == "gradivo.dat"
    assert caught.value.advice


def test_a_document_is_named_by_its_content() -> None:
    document = read_bytes(b"Zapisnik", "a.txt")
    assert document.id == document_id(document.sources[0].sha256)
    assert len(document.id) == 16
    assert read_bytes(b"Zapisnik", "b.txt").id == document.id


@given(st.binary(max_size=400) | st.binary(max_size=200).map(lambda data: b"%PDF-1.4\n" + data))
@settings(deadline=None)  # the first file loads the reader
def test_any_bytes_give_a_document_or_our_own_error(data: bytes) -> None:
    with suppress(ReadError):
        assert read_bytes(data).pages >= 0
