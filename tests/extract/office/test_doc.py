"""Old Word documents, through whichever of LibreOffice and antiword is installed.

``zapisnik.doc`` holds an invented text: written by python-docx, converted once by LibreOffice 7.4 (MS Word 97).
"""

import sys
import time
from pathlib import Path

import pytest

from rinsearch.errors import DamagedFile, UnsupportedFormat
from rinsearch.extract import pool
from rinsearch.extract.base import ReadOptions
from rinsearch.extract.office import doc, programs
from rinsearch.extract.office.doc import read_doc
from tests.extract.office.word import blocks, grid, texts

PAPER = Path(__file__).with_name("zapisnik.doc")
INSTALLED = programs.libreoffice() or programs.antiword()
installed = pytest.mark.skipif(INSTALLED is None, reason="neither LibreOffice nor antiword is installed")
SENTENCE = "Občinski svet Občine Vzorec se je seznanil z načrtom – „brez razprave“. ČŠŽ čšž"
TABLE = [
    ["Ukrep", "Izvajalec", "Rok"],
    ["Topli obroki za starejše na podeželju, ki živijo sami in si hrane ne morejo pripraviti", "Dom starejših", "2018"],
    ["Učna pomoč", "Center za socialno delo", "2019"],
]
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def entry(stream: str) -> bytes:
    """An entry of the list of streams."""
    name = stream.encode("utf-16-le") + b"\x00\x00"
    return name.ljust(64, b"\x00") + len(name).to_bytes(2, "little") + bytes(62)


@pytest.fixture(params=["libreoffice", "antiword"])
def only(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """One of the programs alone; the other one where this one is not installed."""
    program: str = request.param
    if getattr(programs, program)() is None:
        program = "antiword" if program == "libreoffice" else "libreoffice"
    other = "antiword" if program == "libreoffice" else "libreoffice"
    monkeypatch.setattr(doc, other, lambda: None)
    return program


@installed
def test_text_and_tables_are_read_by_either_program(only: str) -> None:
    found = read_doc(PAPER.read_bytes(), ReadOptions())
    assert SENTENCE in texts(found)
    assert grid(found) == TABLE
    assert [notice.code for notice in found.warnings] == (["text-only"] if only == "antiword" else [])


@installed
def test_libreoffice_keeps_headings_lists_and_headers(only: str) -> None:
    found = blocks(read_doc(PAPER.read_bytes(), ReadOptions()))
    expected = [("header", "Občina Vzorec"), ("heading", "Zapisnik 5. seje"), ("item", "• otroci")]
    assert all(each in found for each in expected) == (only == "libreoffice")


@installed
def test_they_run_within_the_limits_of_a_worker() -> None:
    document = pool.read(PAPER)
    assert document.media_type == "application/msword"
    assert any(SENTENCE in line.text for part in document.parts for line in getattr(part, "lines", ()))


@installed
def test_damaged_documents_end_in_our_own_error(only: str) -> None:
    data = PAPER.read_bytes()
    with pytest.raises(DamagedFile):
        read_doc(data[:3000], ReadOptions())


def test_without_a_program_the_advice_names_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doc, "libreoffice", lambda: None)
    monkeypatch.setattr(doc, "antiword", lambda: None)
    with pytest.raises(UnsupportedFormat) as caught:
        read_doc(PAPER.read_bytes(), ReadOptions())
    assert "antiword" in caught.value.advice


@pytest.mark.parametrize(
    ("streams", "message"),
    [
        (["EncryptedPackage"], "password"),
        (["Workbook"], "Excel"),
        (["PowerPoint Document"], "PowerPoint"),
        (["__properties_version1.0"], "Outlook"),
    ],
)
def test_other_compound_files_are_told_apart(streams: list[str], message: str) -> None:
    with pytest.raises(UnsupportedFormat, match=message):
        read_doc(OLE + bytes(504) + b"".join(map(entry, streams)), ReadOptions())


def test_a_name_in_the_text_is_no_stream() -> None:
    with pytest.raises(DamagedFile, match="cut off"):
        read_doc(OLE + bytes(504) + "Workbook in EncryptedPackage".encode("utf-16-le") + bytes(99), ReadOptions())


def test_a_locked_document_says_so() -> None:
    data = bytearray(PAPER.read_bytes())
    at = data.index("WordDocument".encode("utf-16-le"))
    start = (int.from_bytes(data[at + 116 : at + 120], "little") + 1) * 512
    assert data[start : start + 2] == b"\xec\xa5", "the head of a Word document"
    data[start + 11] |= 1
    with pytest.raises(UnsupportedFormat, match="password"):
        read_doc(bytes(data), ReadOptions())


@pytest.mark.skipif(sys.platform == "win32", reason="there are no groups of processes")
def test_a_program_that_hangs_is_ended_with_its_children(tmp_path: Path) -> None:
    alive = tmp_path / "alive"
    script = f"(sleep 2; touch {alive}) & sleep 60"
    begun = time.monotonic()
    assert programs._run(["sh", "-c", script], tmp_path, 0.5) is None
    assert time.monotonic() - begun < 1.9
    time.sleep(2)
    assert not alive.exists()


def test_a_program_that_fails_or_is_missing_gives_nothing(tmp_path: Path) -> None:
    assert programs._run([sys.executable, "-c", "raise SystemExit(3)"], tmp_path, 9) is None
    assert programs._run(["no-such-program"], tmp_path, 9) is None
    assert programs._run([sys.executable, "-c", "print(1)"], tmp_path, 9) == b"1\n"
