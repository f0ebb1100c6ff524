"""Recognised pages are kept one by one: with the real tesseract, hidden and shown, and each of its calls counted."""

import os
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from rinsearch.extract import ReadCache, Readers
from rinsearch.extract.recall import KeptPage
from rinsearch.records import Document
from tests.extract.counting import SCANNED, Counted, counting, mixed_pages
from tests.extract.scans import forget_tesseract, hide_tesseract, needs_tesseract

pytestmark = [needs_tesseract, pytest.mark.once, pytest.mark.skipif(os.name != "posix", reason="wraps a program")]


@pytest.fixture
def counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Counted]:
    with counting(tmp_path, monkeypatch) as made:
        yield made


@pytest.fixture
def mixed(tmp_path: Path) -> Path:
    return mixed_pages(tmp_path / "mixed.pdf")


def read(path: Path, folder: Path) -> Document:
    with closing(ReadCache(folder / "cache")) as cache, Readers(workers=1, cache=cache) as readers:
        return readers.read(path)


def words(document: Document) -> str:
    return str([line.text for part in document.parts for line in getattr(part, "lines", ())])


def test_pages_that_waited_for_tesseract_are_all_that_it_is_given(
    mixed: Path, counted: Counted, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as hidden:
        hide_tesseract(hidden, tmp_path / "nothing")
        assert read(mixed, tmp_path).unread == SCANNED
    forget_tesseract()
    assert counted.pages == 0
    document = read(mixed, tmp_path)
    assert (document.unread, counted.pages) == ((), len(SCANNED))
    assert all(f"Sklep {number}" in words(document) for number in range(1, 6))
    assert (read(mixed, tmp_path), counted.pages) == (document, 0)


def test_of_a_file_only_the_page_that_failed_is_recognised_again(mixed: Path, counted: Counted, tmp_path: Path) -> None:
    counted.troubled(fails=2)
    assert (read(mixed, tmp_path).unread, counted.pages) == ((3,), 3)
    counted.troubled()
    document = read(mixed, tmp_path)
    assert (document.unread, counted.pages) == ((), 1)
    assert document == read(mixed, tmp_path / "elsewhere")


def test_a_page_that_fails_again_is_left(mixed: Path, counted: Counted, tmp_path: Path) -> None:
    for given in (3, 1, 0):
        counted.troubled(fails=2 if given == 3 else 1)
        assert (read(mixed, tmp_path).unread, counted.pages) == ((3,), given)


def test_a_stopped_run_goes_on_where_it_was(mixed: Path, counted: Counted, tmp_path: Path) -> None:
    counted.troubled(hangs=3)
    with closing(ReadCache(tmp_path / "cache")) as cache:
        readers = Readers(workers=1, cache=cache)
        reading = threading.Thread(target=readers.read_file, args=(mixed,))
        reading.start()
        until = time.monotonic() + 50
        while (counted.folder / "log").read_text().count("page") < 3 and time.monotonic() < until:
            time.sleep(0.05)
        readers.close()
        reading.join()
    assert counted.pages == 3
    counted.troubled()
    assert (read(mixed, tmp_path).unread, counted.pages) == ((), 1)


def test_members_of_a_bundle_do_not_mix_their_pages(tmp_path: Path) -> None:
    with closing(ReadCache(tmp_path / "cache")) as store:
        pages = [KeptPage(paper * 64, number, {"number": number}) for paper in "ab" for number in (1, 2)]
        for page in pages:
            store.put_page("f" * 64, page)
        assert sorted(store.pages("f" * 64), key=str) == sorted(pages, key=str)
        assert store.pages("0" * 64) == ()


def test_a_kept_page_that_is_damaged_is_recognised_anew(mixed: Path, counted: Counted, tmp_path: Path) -> None:
    whole = read(mixed, tmp_path)
    assert counted.pages == len(SCANNED)
    with closing(ReadCache(tmp_path / "cache")) as cache:
        sha256 = whole.sources[0].sha256
        cache.put_page(sha256, KeptPage(sha256, SCANNED[0], {"lines": 7}))
        assert len(cache.pages(sha256)) == len(SCANNED)
        cache.put_packed(sha256, b"", "ocr")
    assert (read(mixed, tmp_path), counted.pages) == (whole, 1)
