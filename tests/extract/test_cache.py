"""The cache of what was read: one file, by content, by version, and never trusted."""

import sqlite3
import subprocess
import sys
import time
import zlib
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from rinsearch.errors import DamagedFile
from rinsearch.extract import READER_VERSION, ReadCache, cache
from rinsearch.extract.ocr import tesseract
from rinsearch.extract.readers import read_bytes
from rinsearch.records import Document
from tests.extract.pdfs import Sheet, pdf
from tests.extract.scans import pictures, scan

TEXT = b"PREDLOG SKLEPA:\nObcinski svet se je seznanil."
NO_RESULTS = [b"", b"{", b"[3]", b"3", zlib.compress(b"{"), zlib.compress(b"[3]"), zlib.compress(b'[{"document": 3}]')]


OPEN: list[ReadCache] = []


@pytest.fixture(autouse=True)
def closed() -> Iterator[None]:
    """Python complains of files that were left open."""
    yield
    while OPEN:
        OPEN.pop().close()


def opened(path: Path, *, mends: bool = True) -> ReadCache:
    OPEN.append(ReadCache(path, mends=mends))
    return OPEN[-1]


def kept(path: Path) -> tuple[ReadCache, str]:
    store = opened(path)
    document = read_bytes(TEXT, "a.txt")
    sha256 = document.sources[0].sha256
    store.put(sha256, (document,), "a.txt")
    return store, sha256


def spoil(path: Path, column: str, value: object) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(f"UPDATE read SET {column} = ?", (value,))


def test_what_was_put_comes_back_also_in_another_process_and_lies_in_one_file(tmp_path: Path) -> None:
    store, sha256 = kept(tmp_path / "c")
    assert store.get(sha256, "b.txt") == (read_bytes(TEXT, "b.txt"),)
    assert opened(tmp_path / "c").get(sha256, "b.txt") == (read_bytes(TEXT, "b.txt"),)
    for each in OPEN:
        each.close()
    assert [each.name for each in tmp_path.iterdir()] == ["c"]


def test_members_that_could_not_be_read_are_kept_with_their_place(tmp_path: Path) -> None:
    store = opened(tmp_path / "c")
    error = DamagedFile("It is broken.", place="old!/x.zip!/a.pdf", advice="None.")
    store.put("0" * 64, (read_bytes(b"Zapisnik", "old!/x.zip"), error), "old!/x.zip")
    document, again = store.get("0" * 64, "new.zip") or ()
    assert isinstance(document, Document)
    assert document.sources[0].path == "new.zip"
    assert isinstance(again, DamagedFile)
    assert (again.message, again.place, again.advice) == ("It is broken.", "new.zip!/a.pdf", "None.")


def test_looking_makes_no_file(tmp_path: Path) -> None:
    assert opened(tmp_path / "c").get("0" * 64) is None
    assert opened(tmp_path / "none" / "c").settled("0" * 64) is None
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("results", NO_RESULTS)
def test_a_damaged_row_is_read_anew(tmp_path: Path, results: bytes) -> None:
    store, sha256 = kept(tmp_path / "c")
    spoil(tmp_path / "c", "results", results)
    assert store.get(sha256) is None
    assert store.damage is None, "the others are kept"


@pytest.mark.parametrize("content", [b"this is no database, and longer than its head would be" * 9, b"\x00" * 5000])
def test_a_broken_file_is_set_aside_and_told(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "c"
    path.write_bytes(content)
    store, sha256 = kept(path)
    assert store.damage
    assert store.get(sha256) is None, "what could not be kept is read once more"
    again, sha256 = kept(path)
    assert again.get(sha256) is not None
    assert (tmp_path / "c.broken").read_bytes() == content


def test_a_file_broken_in_the_middle_loses_no_more_than_itself(tmp_path: Path) -> None:
    path = tmp_path / "c"
    store = opened(path)
    for number in range(200):
        store.put(f"{number:064}", (read_bytes(f"Zapisnik {number}. seje".encode()),))
    store.close()
    data = bytearray(path.read_bytes())
    for page in range(2, len(data) // 4096):
        data[page * 4096 : page * 4096 + 200] = b"\xff" * 200
    path.write_bytes(data)
    again = opened(path)
    assert [again.get(f"{number:064}") for number in range(200)] != []
    assert again.damage
    assert kept(path)[0].damage is None


def test_who_only_looks_leaves_a_broken_file_where_it_is(tmp_path: Path) -> None:
    path = tmp_path / "c"
    path.write_bytes(b"this is no database" * 99)
    assert opened(path, mends=False).get("0" * 64) is None
    assert path.exists()


def test_a_file_of_another_layout_is_set_aside(tmp_path: Path) -> None:
    path = tmp_path / "c"
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE read (other TEXT)")
        connection.execute("PRAGMA user_version = 99")
    store = opened(path)
    assert store.get("0" * 64) is None
    assert store.damage
    assert "layout 99" in store.damage


def test_where_nothing_can_be_kept_reading_goes_on(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", "utf-8")
    store, sha256 = kept(tmp_path / "file" / "c")
    assert store.get(sha256) is None
    assert store.damage is None


def test_another_version_of_the_readers_reads_anew_but_for_a_file_that_has_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, sha256 = kept(tmp_path / "c")
    monkeypatch.setattr(cache, "READER_VERSION", "other")
    assert store.get(sha256) is None
    assert store.settled(sha256) is None
    assert store.get(sha256, "a.txt", by_any_reader=True) == (read_bytes(TEXT, "a.txt"),)


def test_pages_that_waited_for_tesseract_are_read_again_when_it_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = opened(tmp_path / "c")
    monkeypatch.setattr(tesseract, "available", lambda: False)
    document = read_bytes(scan(pictures(pdf(Sheet().text(70, 700, "Zapisnik")))))
    sha256 = document.sources[0].sha256
    store.put(sha256, (document,))
    assert store.settled(sha256) == (document,)
    monkeypatch.setattr(tesseract, "available", lambda: True)
    assert store.settled(sha256) is None
    assert store.get(sha256) == (document,)


def test_pages_that_tesseract_failed_at_are_tried_once_more(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = opened(tmp_path / "c")
    monkeypatch.setattr(tesseract, "available", lambda: True)
    monkeypatch.setattr(tesseract, "program", lambda: "/no/such/program")
    document = read_bytes(scan(pictures(pdf(Sheet().text(70, 700, "Zapisnik")))))
    assert document.unread == (1,)
    store.put(document.sources[0].sha256, (document,))
    assert store.settled(document.sources[0].sha256) is None
    store.put(document.sources[0].sha256, (document,))
    assert store.settled(document.sources[0].sha256) == (document,)


WRITER = """
import sys
from pathlib import Path
from rinsearch.extract import ReadCache
from rinsearch.extract.readers import read_bytes
store, document = ReadCache(Path(sys.argv[1])), read_bytes(b"Zapisnik")
for number in range(10**6):
    store.put(f"{number:064}", (document,))
    print(number, flush=True)
"""


def test_a_process_killed_over_writing_leaves_all_that_it_had_put(tmp_path: Path) -> None:
    for seconds in (0.0, 0.013, 0.05, 0.11):
        path = tmp_path / f"{seconds}"
        with subprocess.Popen([sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout
            process.stdout.readline()
            time.sleep(seconds)
            process.kill()
            last = max(int(line) for line in ["0", *process.stdout.read().split("\n")[:-1]])
        store = opened(path)
        assert all(store.get(f"{number:064}") for number in range(last + 1))
        assert store.damage is None
        assert READER_VERSION


def test_a_process_that_writes_does_not_stop_one_that_looks(tmp_path: Path) -> None:
    store, sha256 = kept(tmp_path / "c")
    with closing(sqlite3.connect(tmp_path / "c", isolation_level=None)) as writer:
        writer.execute("BEGIN IMMEDIATE")
        assert opened(tmp_path / "c", mends=False).get(sha256) is not None
        writer.execute("ROLLBACK")
    assert store.get(sha256) is not None
