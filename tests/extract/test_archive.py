"""Bundles of papers: members in order, names in any code page, and archives that mean harm."""

import io
import stat
import time
import zipfile
from pathlib import Path

import pytest

from rinsearch.errors import DamagedFile, LimitExceeded, ReadError, UnsupportedFormat
from rinsearch.extract import Readers, ReadOptions, detect
from rinsearch.extract.base import Result
from rinsearch.extract.members import papers
from rinsearch.extract.readers import read_paper
from rinsearch.records import Document

TEXT = "Zapisnik 3. redne seje občinskega sveta"
OPTIONS = ReadOptions()


def packed(*members: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, content in members:
            archive.writestr(zipfile.ZipInfo(name), content, method)
    return file.getvalue()


def read(data: bytes, options: ReadOptions = OPTIONS) -> list[Result]:
    """What the worker does, in this process."""
    results: list[Result] = []
    for paper in papers(data, options):
        try:
            results.append(read_paper(paper, "seja.zip", options))
        except ReadError as error:
            results.append(error)
    return results


def places(results: list[Result]) -> list[str | None]:
    return [str(each.sources[0]) if isinstance(each, Document) else each.place for each in results]


def kinds(results: list[Result]) -> list[type]:
    return [type(each) for each in results]


def test_members_come_in_their_order_and_the_archive_is_no_document() -> None:
    results = read(packed(("b.txt", b"Vabilo"), ("a/", b""), ("a/c.txt", TEXT.encode()), ("d.exe", bytes(9))))
    assert places(results) == ["seja.zip!/b.txt", "seja.zip!/a/c.txt", "seja.zip!/d.exe"]
    assert kinds(results) == [Document, Document, UnsupportedFormat]


def test_a_member_is_known_by_its_own_content() -> None:
    first, second = read(packed(("a.txt", TEXT.encode()), ("kopija.txt", TEXT.encode())))
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert first.id == second.id
    assert first.sources[0].size == len(TEXT.encode())


def test_an_archive_in_an_archive_is_opened_too() -> None:
    results = read(packed(("inner.zip", packed(("a.txt", b"Vabilo"))), ("b.txt", b"Sklep")))
    assert places(results) == ["seja.zip!/inner.zip!/a.txt", "seja.zip!/b.txt"]


def test_what_systems_leave_in_archives_is_no_paper() -> None:
    names = ("__MACOSX/._a.txt", ".DS_Store", "x/Thumbs.db", "~$a.docx", "a.txt")
    assert places(read(packed(*((name, b"Vabilo") for name in names)))) == ["seja.zip!/a.txt"]


@pytest.mark.parametrize("page", ["cp852", "cp1250", "utf-8"])
def test_names_without_a_mark_are_read_in_the_code_page_of_the_time(page: str) -> None:
    data = packed(("XXXXXXXXXX.txt", b"Vabilo"))
    name = "točka ŽŠČ".encode(page)
    fitted = name + b"_" * (14 - len(name))
    assert places(read(data.replace(b"XXXXXXXXXX.txt", fitted)))[0] == f"seja.zip!/točka ŽŠČ{'_' * (14 - len(name))}"


def test_names_that_lead_out_are_shown_clean() -> None:
    names = ("../../etc/passwd", "C:\\Windows\\a.txt", "/abs/../b.txt", "x\u202etxt.exe", "..", "a!/b.txt")
    assert places(read(packed(*((name, b"Vabilo") for name in names)))) == [
        "seja.zip!/etc/passwd",
        "seja.zip!/Windows/a.txt",
        "seja.zip!/abs/b.txt",
        "seja.zip!/xtxt.exe",
        "seja.zip!/brez imena",
        "seja.zip!/a/b.txt",
    ]


def test_names_that_are_alike_once_clean_are_numbered() -> None:
    results = read(packed(("a.txt", b"Vabilo"), ("../a.txt", b"Sklep"), ("a (2).txt", b"Dopis")))
    assert len(set(places(results))) == 3


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_members_of_one_name_are_both_read() -> None:
    results = read(packed(("a.txt", b"Vabilo na sejo"), ("b.txt", b"Dopis"), ("a.txt", b"Sklep o seznanitvi")))
    assert places(results) == ["seja.zip!/a.txt", "seja.zip!/b.txt", "seja.zip!/a (2).txt"]
    assert [each.parts[0].lines[0].text for each in results if isinstance(each, Document)] == [  # type: ignore[union-attr]
        "Vabilo na sejo",
        "Dopis",
        "Sklep o seznanitvi",
    ]


def test_a_link_in_an_archive_is_not_followed() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        link = zipfile.ZipInfo("povezava.txt")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
        archive.writestr("a.txt", TEXT)
    results = read(file.getvalue())
    assert kinds(results) == [UnsupportedFormat, Document]
    assert "link" in str(results[0])


def test_a_locked_member_is_a_clear_line() -> None:
    data = bytearray(packed(("a.txt", b"Vabilo"), ("b.txt", b"Sklep")))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    results = read(bytes(data))
    assert kinds(results) == [UnsupportedFormat, Document]
    assert "password" in str(results[0])


def test_a_damaged_member_fails_alone() -> None:
    data = packed(("a.txt", b"Vabilo na sejo"), ("b.txt", b"Sklep"), method=zipfile.ZIP_STORED)
    assert kinds(read(data.replace(b"Vabilo na sejo", b"Vabilo na kavo"))) == [DamagedFile, Document]


def test_an_archive_without_papers_says_so() -> None:
    assert kinds(read(packed())) == [DamagedFile]
    assert kinds(read(packed(("__MACOSX/a", b"x")))) == [DamagedFile]


def test_a_cut_archive_is_damaged() -> None:
    (error,) = read(packed(("a.txt", b"Vabilo"))[:-30])
    assert isinstance(error, DamagedFile)
    assert error.place == "seja.zip"


def test_a_bomb_ends_in_one_line() -> None:
    assert kinds(read(packed(("a.txt", bytes(2**26))))) == [LimitExceeded]


def test_what_grows_only_when_nested_is_bounded() -> None:
    options = ReadOptions(unpacked_mb=2)
    inner = packed(("a.txt", b"Vabilo na sejo. " * 2**16))
    results = read(packed(*((f"{number}.zip", inner) for number in range(5))), options)
    assert kinds(results).count(Document) == 1
    assert all(isinstance(each, LimitExceeded) for each in results[1:])


def test_a_hundred_thousand_members_end_in_one_line() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for number in range(100_000):
            archive.writestr(zipfile.ZipInfo(str(number)), b"")
    start = time.monotonic()
    assert kinds(read(file.getvalue())) == [LimitExceeded]
    assert time.monotonic() - start < 10


def test_nesting_ends_somewhere() -> None:
    data = b"Vabilo"
    for _ in range(20):
        data = packed(("a.zip", data), ("b.txt", b"Sklep"))
    results = read(data)
    assert kinds(results).count(LimitExceeded) == 1
    assert kinds(results).count(Document) == OPTIONS.depth


def test_an_archive_that_holds_itself_ends() -> None:
    inner = packed(*((f"{number}.txt", b"Vabilo") for number in range(50)))
    for _ in range(4):
        inner = packed(*((f"{number}.zip", inner) for number in range(50)))
    results = read(inner)
    assert kinds(results).count(Document) <= OPTIONS.members
    assert isinstance(results[-1], LimitExceeded)


@pytest.mark.parametrize(
    ("names", "media_type"),
    [
        (("[Content_Types].xml", "xl/workbook.xml"), "application/vnd.openxmlformats-officedocument"),
        (("mimetype", "content.xml"), "application/vnd.openxmlformats-officedocument"),
        (("a.docx",), "application/zip"),
    ],
)
def test_office_files_are_no_bundles(names: tuple[str, ...], media_type: str) -> None:
    content = packed(("word/document.xml", b"x"), method=zipfile.ZIP_STORED)
    assert detect(packed(*((name, content) for name in names), method=zipfile.ZIP_STORED)) == media_type


def test_a_process_reads_an_archive_and_goes_on(tmp_path: Path) -> None:
    (tmp_path / "seja.zip").write_bytes(packed(("a.txt", b"Vabilo"), ("b.png", b"\x00"), ("c.txt", b"Sklep")))
    (tmp_path / "d.txt").write_text("Dopis", "utf-8")
    with Readers(workers=1) as readers:
        results = [kinds(list(read)) for _, read in readers.read_all([tmp_path / "seja.zip", tmp_path / "d.txt"])]
    assert results == [[Document, UnsupportedFormat, Document], [Document]]
