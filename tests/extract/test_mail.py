"""Mails: headers as lines of a letter, the text, what came with it; charsets that lie, parts that mean harm."""

import time
from contextlib import suppress
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rinsearch.errors import DamagedFile, LimitExceeded, ReadError
from rinsearch.extract.mail import read_mail
from rinsearch.extract.members import papers
from rinsearch.extract.readers import read_bytes
from rinsearch.records import Document
from tests.extract.pdfs import Sheet, pdf
from tests.extract.shown import blocks
from tests.extract.test_archive import OPTIONS, kinds, packed, places, read

TEXT = "Občinski svet prosimo, da se seznani z načrtom.\n"


def mail(**headers: str) -> EmailMessage:
    made = EmailMessage()
    made["From"], made["To"], made["Subject"] = "CSD <csd@csd.example>", "obcina@obcina.example", "Načrt"
    made["Date"] = "Mon, 11 Sep 2017 23:14:00 +0200"
    for name, value in headers.items():
        made[name] = value
    return made


def written(text: str = TEXT, subtype: str = "plain") -> EmailMessage:
    made = mail()
    made.set_content(text, subtype)
    return made


def lines(data: bytes) -> list[str]:
    return [text for _, text in blocks(read_bytes(data))]


def test_headers_are_lines_of_a_letter() -> None:
    assert lines(written().as_bytes()) == [
        "Zadeva: Načrt",
        "Od: CSD <csd@csd.example>",
        "Za: obcina@obcina.example",
        "Datum: 11. 9. 2017",
        TEXT.strip(),
    ]


def test_attachments_are_papers_of_their_own_known_by_their_content() -> None:
    made = written()
    sheet = pdf(Sheet())
    made.add_attachment(sheet, "application", "octet-stream", filename="točka 5.dat")
    made.add_attachment(packed(("a.txt", b"Sklep")), "application", "zip", filename="seja.zip")
    results = read(made.as_bytes())
    assert places(results) == ["seja.zip", "seja.zip!/točka 5.dat", "seja.zip!/seja.zip!/a.txt"]
    assert isinstance(results[1], Document)
    assert results[1].id == read_bytes(sheet).id


def test_a_forwarded_mail_is_a_paper_with_attachments_of_its_own() -> None:
    inner = written()
    inner.add_attachment(b"Sklep", "text", "plain", filename="sklep.txt")
    outer = written("Posredujem.\n")
    outer.add_attachment(inner)
    results = read(outer.as_bytes())
    assert kinds(results) == [Document] * 3
    assert places(results)[1:] == ["seja.zip!/Načrt.eml", "seja.zip!/Načrt.eml!/sklep.txt"]


def test_pictures_and_invitations_of_the_mail_program_are_no_papers() -> None:
    made = written("<p>Občina <img src='cid:a'></p>", "html")
    made.add_related(b"\x89PNG\r\n\x1a\n", "image", "png", cid="<a>")
    made.add_attachment(b"BEGIN:VCALENDAR", "text", "calendar", filename="a.ics")
    made.add_attachment(b"\x89PNG\r\n\x1a\n", "image", "png", disposition="inline", filename="logo.png")
    assert places(read(made.as_bytes())) == ["seja.zip"]


def test_of_two_forms_of_a_text_one_is_read() -> None:
    made = written()
    made.add_alternative("<p>Drugače</p>", "html")
    assert lines(made.as_bytes())[-1] == TEXT.strip()
    empty = written("\n")
    empty.add_alternative("<p>Občina</p>", "html")
    assert lines(empty.as_bytes())[-1] == "Občina"


@pytest.mark.parametrize("charset", ["cp1250", "iso-8859-2", "utf-8"])
@pytest.mark.parametrize("declared", ["us-ascii", "iso-8859-1", "utf-8", "ni-tak", '"', ""])
def test_a_wrong_charset_does_no_harm(charset: str, declared: str) -> None:
    kind = f"Content-Type: text/plain; charset={declared}\n" if declared else ""
    data = f"From: Občina Žužemberk <a@b.example>\nSubject: šola\n{kind}\nStarejši občani".encode(charset)
    assert lines(data) == ["Zadeva: šola", "Od: Občina Žužemberk <a@b.example>", "Starejši občani"]


def test_encoded_words_are_read_even_when_broken() -> None:
    data = b"Subject: =?iso-8859-2?Q?Ob=E8ina?= =?utf-8?B?xb7#?=\nFrom: =?x?y?z?=\nDate: danes\n\nSvet"
    assert lines(data)[0].startswith("Zadeva: Občina")
    assert lines(data)[1:] == ["Od: =?x?y?z?=", "Datum: danes", "Svet"]


def test_names_of_attachments_lead_nowhere() -> None:
    made = written()
    for name in ("../../a.txt", "C:\\b.txt", "a.txt"):
        made.add_attachment(b"Sklep", "text", "plain", filename=name)
    assert places(read(made.as_bytes()))[1:] == ["seja.zip!/a.txt", "seja.zip!/b.txt", "seja.zip!/a (2).txt"]


def multipart(depth: int) -> bytes:
    """Parts in parts in parts."""
    heads = "".join(f"Content-Type: multipart/mixed; boundary=b{level}\n\n--b{level}\n" for level in range(depth))
    return b"Subject: a\nFrom: b\n" + heads.encode() + b"\nSvet"


def many(count: int) -> bytes:
    part = b"--b\nContent-Type: application/pdf\nContent-Disposition: attachment; filename=a.pdf\n\nSklep\n"
    return b"Subject: a\nFrom: b\nContent-Type: multipart/mixed; boundary=b\n\n" + part * count + b"--b--"


HOSTILE = {
    "a thousand parts": many(1000),
    "more parts than allowed": many(3000),
    "parts in parts": multipart(5000),
    "mails in mails": b"Subject: a\nFrom: b\n" + b"Content-Type: message/rfc822\n\n" * 5000 + b"Svet",
    "an endless header": b"Subject: " + b"=?utf-8?Q?a?= " * 200_000 + b"\nFrom: b\n\nSvet",
    "an endless address": b"From: " + b'"(<' * 500_000 + b"\nSubject: a\n\nSvet",
    "endless parameters": b"Subject: a\nFrom: b\nContent-Type: text/plain" + b"; a*0*=b" * 20_000 + b"\n\nSvet",
    "quotes": b"Subject: a\nFrom: b\nContent-Type: text/plain; a=" + b'";' * 20_000 + b"\n\nSvet",
    "a million headers": b"Subject: a\nFrom: b\n" + b"X-Y: y\n" * 300_000 + b"\nSvet",
    "a page": b"Subject: a\nFrom: b\nContent-Type: text/html\n\n" + b"<div>" * 100_000,
}


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_hostile_mails_end_in_documents_or_our_own_errors(name: str) -> None:
    start = time.monotonic()
    results = read(HOSTILE[name])
    assert results
    assert all(isinstance(each, Document | ReadError) for each in results)
    assert len(results) <= OPTIONS.members + 2
    assert time.monotonic() - start < 20


def test_too_many_parts_are_told() -> None:
    assert isinstance(read(HOSTILE["more parts than allowed"])[-1], LimitExceeded)


@given(st.binary(max_size=300))
def test_any_bytes_behind_headers_give_a_document_or_our_own_error(data: bytes) -> None:
    for kind in (b"multipart/mixed; boundary=a", b"text/html", b"message/rfc822", b"text/plain; charset=" + data[:9]):
        with suppress(ReadError):
            assert read_mail(b"Subject: a\nContent-Type: " + kind + b"\n\n--a\n" + data, OPTIONS).pages == 1


def test_a_mail_that_is_nested_too_deeply_is_told_once() -> None:
    parts = "".join(f"Content-Type: multipart/mixed; boundary=B{n}\r\n\r\n--B{n}\r\n" for n in range(3000))
    mail = f"From: a@b.example\r\nSubject: RIN\r\n{parts}Content-Type: text/plain\r\n\r\nx".encode()
    with pytest.raises(DamagedFile):
        read_bytes(mail)
    assert [paper.member for paper in papers(mail, OPTIONS)] == [None]
