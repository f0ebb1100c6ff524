"""Recognised pages travel: what was recognised before goes out with a file, and what is recognised comes back."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from rinsearch import Library
from tests.extract.counting import SCANNED, Counted, counting, mixed_pages
from tests.extract.scans import forget_tesseract, hide_tesseract, needs_tesseract

pytestmark = [needs_tesseract, pytest.mark.once, pytest.mark.skipif(os.name != "posix", reason="wraps a program")]


@pytest.fixture
def counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Counted]:
    with counting(tmp_path, monkeypatch) as made:
        yield made


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    (tmp_path / "papers").mkdir()
    mixed_pages(tmp_path / "papers" / "mixed.pdf")
    return tmp_path / "papers"


def outcome(papers: Path, index: Path, workers: int | None = 1) -> str:
    """What a run said of the one file."""
    with Library(index) as library:
        report = library.ingest(papers, workers=workers)
        return str(report.files[0].outcome) if report.files else "unchanged"


def pages_with(words: str, index: Path) -> list[int | None]:
    with Library(index) as library:
        return [hit.passage.page for hit in library.search(words).hits]


def test_of_a_file_only_the_page_that_failed_is_recognised_again(
    papers: Path, counted: Counted, tmp_path: Path
) -> None:
    counted.troubled(fails=2)
    assert (outcome(papers, tmp_path / "index"), counted.pages) == ("incomplete", len(SCANNED))
    counted.troubled()
    assert (outcome(papers, tmp_path / "index"), counted.pages) == ("updated", 1)
    assert (outcome(papers, tmp_path / "index"), counted.pages) == ("unchanged", 0)
    assert pages_with('"Sklep 3"', tmp_path / "index") == [3]


def test_a_page_that_fails_again_is_left(papers: Path, counted: Counted, tmp_path: Path) -> None:
    for given in (3, 1, 0):
        counted.troubled(fails=2 if given == 3 else 1)
        assert (outcome(papers, tmp_path / "index"), counted.pages) == ("incomplete", given)


def test_pages_that_one_process_recognised_are_known_to_workers(
    papers: Path, counted: Counted, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as hidden:
        hide_tesseract(hidden, tmp_path / "nothing")
        assert outcome(papers, tmp_path / "index", workers=None) == "incomplete"
    forget_tesseract()
    counted.troubled(fails=3)
    assert (outcome(papers, tmp_path / "index", workers=None), counted.pages) == ("incomplete", len(SCANNED))
    counted.troubled()
    assert (outcome(papers, tmp_path / "index"), counted.pages) == ("updated", 1)
