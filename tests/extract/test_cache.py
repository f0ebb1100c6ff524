"""The cache of what was read: by content, by version, and never trusted."""

import json
from pathlib import Path

import pytest

from rinsearch.errors import DamagedFile
from rinsearch.extract import READER_VERSION, ReadCache, cache
from rinsearch.extract.ocr import tesseract
from rinsearch.extract.readers import read_bytes
from rinsearch.records import Document
from tests.extract.pdfs import Sheet, pdf
from tests.extract.scans import pictures, scan

DAMAGED = [json.dumps({"reader": READER_VERSION, "results": results}) for results in (3, [3])]


def kept(folder: Path) -> tuple[ReadCache, str, Path]:
    store = ReadCache(folder)
    document = read_bytes(b"PREDLOG SKLEPA:\nObcinski svet se je seznanil.", "a.txt")
    sha256 = document.sources[0].sha256
    store.put(sha256, (document,), "a.txt")
    return store, sha256, store.path_of(sha256)


def test_what_was_put_comes_back(tmp_path: Path) -> None:
    store, sha256, path = kept(tmp_path)
    assert store.get(sha256, "b.txt") == (read_bytes(b"PREDLOG SKLEPA:\nObcinski svet se je seznanil.", "b.txt"),)
    assert path.parent.name == sha256[:2]
    assert [each.suffix for each in path.parent.iterdir()] == [".json"]


def test_members_that_could_not_be_read_are_kept_with_their_place(tmp_path: Path) -> None:
    store = ReadCache(tmp_path)
    error = DamagedFile("It is broken.", place="old!/x.zip!/a.pdf", advice="None.")
    store.put("0" * 64, (read_bytes(b"Zapisnik", "old!/x.zip"), error), "old!/x.zip")
    document, again = store.get("0" * 64, "new.zip") or ()
    assert isinstance(document, Document)
    assert document.sources[0].path == "new.zip"
    assert isinstance(again, DamagedFile)
    assert (again.message, again.place, again.advice) == ("It is broken.", "new.zip!/a.pdf", "None.")


def test_the_unknown_is_none(tmp_path: Path) -> None:
    assert ReadCache(tmp_path / "none").get("0" * 64) is None


@pytest.mark.parametrize("damage", ["", "{", "[]", "{}", *DAMAGED, "\x00"])
def test_a_damaged_file_is_read_anew(tmp_path: Path, damage: str) -> None:
    store, sha256, path = kept(tmp_path)
    path.write_text(damage, "utf-8")
    assert store.get(sha256) is None


def test_a_file_under_another_name_is_not_believed(tmp_path: Path) -> None:
    store, _, path = kept(tmp_path)
    other = store.path_of("f" * 64)
    other.parent.mkdir()
    other.write_bytes(path.read_bytes())
    assert store.get("f" * 64) is None


def test_another_version_of_the_readers_reads_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store, sha256, _ = kept(tmp_path)
    monkeypatch.setattr(cache, "READER_VERSION", "other")
    assert store.get(sha256) is None


def test_pages_that_waited_for_tesseract_are_read_again_when_it_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = ReadCache(tmp_path)
    monkeypatch.setattr(tesseract, "available", lambda: False)
    document = read_bytes(scan(pictures(pdf(Sheet().text(70, 700, "Zapisnik")))))
    sha256 = document.sources[0].sha256
    store.put(sha256, (document,))
    assert store.settled(sha256) == (document,)
    monkeypatch.setattr(tesseract, "available", lambda: True)
    assert store.settled(sha256) is None
    assert store.get(sha256) == (document,)


def test_pages_that_tesseract_failed_at_are_not_tried_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = ReadCache(tmp_path)
    monkeypatch.setattr(tesseract, "available", lambda: True)
    monkeypatch.setattr(tesseract, "program", lambda: "/no/such/program")
    document = read_bytes(scan(pictures(pdf(Sheet().text(70, 700, "Zapisnik")))))
    assert document.unread == (1,)
    store.put(document.sources[0].sha256, (document,))
    assert store.settled(document.sources[0].sha256) == (document,)
