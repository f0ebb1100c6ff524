"""Scans in an index: read again once tesseract is there, and shown as pictures."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from rinsearch import Library
from tests.extract.pdfs import Sheet, pdf
from tests.extract.scans import forget_tesseract, hide_tesseract, needs_tesseract, pictures, scan

LINES = ("Sklep", "Svet se je seznanil z vsebino dokumenta o ribniku.")


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    place = tmp_path / "papers"
    place.mkdir()
    (place / "sklep.pdf").write_bytes(scan(pictures(pdf(Sheet().lines(70, 780, LINES, 12)))))
    forget_tesseract()
    yield place
    forget_tesseract()


@needs_tesseract
def test_a_scan_is_read_by_a_later_ingest_once_tesseract_is_there(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Library(folder.parent / "index") as library:
        with monkeypatch.context() as patch:
            hide_tesseract(patch, folder)
            assert library.ingest(folder).incomplete == 1
            assert library.ingest(folder).incomplete == 1
            assert library.search("ribnik").total == 0
        forget_tesseract()
        report = library.ingest(folder)
        assert (report.incomplete, report.updated) == (0, 1)
        assert library.search("ribnik").total == 1
        assert library.ingest(folder).unchanged == 1


@needs_tesseract
def test_a_scan_that_has_gone_stays_in_a_rebuilt_index(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Library(folder.parent / "index") as library:
        with monkeypatch.context() as patch:
            hide_tesseract(patch, folder)
            library.ingest(folder)
        forget_tesseract()
        (folder / "sklep.pdf").unlink()
        assert library.rebuild().incomplete == 1
