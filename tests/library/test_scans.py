"""Scans in an index: read again once tesseract is there, and shown as pictures."""

from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest
from PIL import Image

from rinsearch import Library
from rinsearch.errors import ReadError, UsageError
from rinsearch.records import TaggedPassage
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


def the_passage(library: Library) -> TaggedPassage:
    shown = library.show(library.search("seznanil").hits[0].passage.id)
    assert isinstance(shown, TaggedPassage)
    return shown


def marked(path: Path) -> tuple[float, float, float, float]:
    """The box of what is tinted, in points."""
    with Image.open(path) as picture:
        blue = picture.convert("RGB").getchannel("B")
        box = blue.point(lambda level: 255 if 80 <= level <= 100 else 0).getbbox()
    assert box is not None
    left, top, right, bottom = (side * 72 / 150 for side in box)
    return left, top, right, bottom


def test_a_passage_is_shown_on_its_page_with_all_its_lines_marked(tmp_path: Path) -> None:
    lines = ("Svet se je seznanil z vsebino dokumenta, ki ga je pripravila uprava, in je", "o tem sprejel sklep.")
    (tmp_path / "a.pdf").write_bytes(pdf(Sheet(rotation=0).lines(70, 700, lines, 12)))
    with Library(tmp_path / "index") as library:
        library.ingest(tmp_path / "a.pdf")
        passage = the_passage(library)
        assert library.show(passage.id, image=tmp_path / "out.png") == passage
    left, top, right, bottom = marked(tmp_path / "out.png")
    assert (left, top) == pytest.approx((68, 842 - 700 - 13), abs=4)
    assert bottom == pytest.approx(842 - 700 + 15 + 5, abs=4)
    assert right > 400


@needs_tesseract
@pytest.mark.parametrize("form", ["PNG", "TIFF"])
def test_a_passage_of_a_picture_is_shown_on_it(tmp_path: Path, form: str) -> None:
    place = tmp_path / "a.bin"
    place.write_bytes(scan(pictures(pdf(Sheet().lines(70, 780, LINES, 12))), form))
    with Library(tmp_path / "index") as library:
        library.ingest(place)
        library.show(the_passage(library).id, image=str(tmp_path / "out.png"))
    left, _, _, bottom = marked(tmp_path / "out.png")
    assert (left, bottom) == pytest.approx((68, 842 - 765 + 5), abs=5)


def test_a_passage_of_a_paper_in_an_archive_is_shown(tmp_path: Path) -> None:
    with ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("seja/a.pdf", pdf(Sheet().lines(70, 700, LINES, 12)))
    with Library(tmp_path / "index") as library:
        library.ingest(tmp_path / "a.zip")
        library.show(the_passage(library).id, image=tmp_path / "out.png")
    assert marked(tmp_path / "out.png")[0] == pytest.approx(68, abs=3)


def test_a_picture_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(pdf(Sheet().lines(70, 700, LINES, 12)))
    (tmp_path / "b.txt").write_text("Svet je potrdil poplavni zemljevid.", "utf-8")
    target = tmp_path / "out.png"
    with Library(tmp_path / "index") as library:
        library.ingest(tmp_path / "a.pdf", tmp_path / "b.txt")
        passage = the_passage(library)
        with pytest.raises(UsageError, match="PNG"):
            library.show(passage.id, image=tmp_path / "out.jpg")
        with pytest.raises(UsageError, match="shows a passage"):
            library.show(passage.id.partition(".")[0], image=target)
        with pytest.raises(UsageError, match="no place"):
            library.show(library.search("zemljevid").hits[0].passage.id, image=target)
        (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7")
        with pytest.raises(ReadError, match="has changed"):
            library.show(passage.id, image=target)
        (tmp_path / "a.pdf").unlink()
        with pytest.raises(ReadError, match="not there"):
            library.show(passage.id, image=target)
    assert not target.exists()
