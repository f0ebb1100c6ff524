"""Pictures of pages: formats, sizes, odd and hostile ones."""

import io
import struct
import time
import zlib
from contextlib import suppress

import pytest
from PIL import Image

from rinsearch.errors import DamagedFile, LimitExceeded, UnsupportedFormat
from rinsearch.extract.base import ReadOptions
from rinsearch.extract.images import leaves, read_image
from rinsearch.extract.ocr import tesseract
from rinsearch.extract.readers import read_bytes
from rinsearch.records import Block, Document
from tests.extract.pdfs import Sheet, pdf
from tests.extract.scans import needs_tesseract, pictures, scan

LINES = ("Sklep", "Svet se je seznanil z vsebino dokumenta o ribniku.")
PAGE = pdf(Sheet().lines(70, 780, LINES, 12))


def text(document: Document) -> list[str]:
    return [line.text for part in document.parts if isinstance(part, Block) for line in part.lines]


def png_of_size(width: int, height: int) -> bytes:
    """The head of a PNG that says it has this size."""
    header = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    data = b"IDAT" + zlib.compress(b"\0" * 1000)
    chunks = (struct.pack(">I", len(each) - 4) + each + struct.pack(">I", zlib.crc32(each)) for each in (header, data))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


@needs_tesseract
@pytest.mark.parametrize("form", ["PNG", "JPEG", "TIFF"])
def test_a_picture_of_a_page_is_read_with_boxes_in_points(form: str) -> None:
    document = read_bytes(scan(pictures(PAGE), form))
    assert text(document) == list(LINES)
    assert document.pages == 1
    first = document.parts[0]
    assert isinstance(first, Block)
    assert first.lines[0].box is not None
    assert first.lines[0].box.left == pytest.approx(70, abs=3)
    assert first.lines[0].box.bottom == pytest.approx(62, abs=5)


@needs_tesseract
def test_a_tiff_has_as_many_pages_as_it_holds() -> None:
    document = read_bytes(scan(pictures(pdf(*[Sheet().lines(70, 780, LINES, 12)] * 2)), "TIFF"))
    assert document.pages == 2
    assert text(document) == [*LINES, *LINES]


@needs_tesseract
@pytest.mark.parametrize("mode", ["1", "RGB", "CMYK", "LA", "RGBA", "P", "I;16"])
def test_pictures_of_every_kind_are_read(mode: str) -> None:
    page = pictures(PAGE)[0]
    picture = page.point(lambda level: level * 257, "I").convert("I;16") if mode == "I;16" else page.convert(mode)
    assert text(read_bytes(scan([picture], "TIFF" if mode == "CMYK" else "PNG"))) == list(LINES)


@needs_tesseract
def test_black_print_on_nothing_is_black_on_white() -> None:
    page = pictures(PAGE)[0]
    picture = Image.new("RGBA", page.size, (0, 0, 0, 0))
    picture.paste((0, 0, 0, 255), mask=page.point(lambda level: 255 - level))
    assert text(read_bytes(scan([picture], "PNG"))) == list(LINES)


@needs_tesseract
def test_a_negative_is_read() -> None:
    assert text(read_bytes(scan([pictures(PAGE)[0].point(lambda level: 255 - level)], "PNG"))) == list(LINES)


def test_without_tesseract_every_page_is_unread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tesseract, "available", lambda: False)
    contents = read_image(scan(pictures(PAGE) * 2, "TIFF"), ReadOptions())
    assert contents.unread == (1, 2)
    assert [notice.code for notice in contents.warnings] == ["needs-ocr"]


@pytest.mark.parametrize(("dpi", "width"), [(200, 595), (72, 595), (None, 595)])
def test_the_size_of_a_page_is_sensible_whatever_the_file_says(dpi: int | None, width: int) -> None:
    out = io.BytesIO()
    pictures(PAGE)[0].save(out, "PNG", **({"dpi": (dpi, dpi)} if dpi else {}))
    (leaf,) = leaves(out.getvalue())
    assert leaf.width == pytest.approx(width, abs=1)


def test_a_fax_has_fewer_points_down_than_across() -> None:
    out = io.BytesIO()
    Image.new("L", (1728, 1145)).save(out, "TIFF", dpi=(204, 98))
    (leaf,) = leaves(out.getvalue())
    assert (leaf.width, leaf.height) == pytest.approx((610, 841), abs=1)


def test_a_picture_that_a_camera_turned_is_upright() -> None:
    out = io.BytesIO()
    exif = Image.Exif()
    exif[0x0112] = 6
    Image.new("L", (1600, 1200)).save(out, "JPEG", exif=exif)
    (leaf,) = leaves(out.getvalue())
    assert leaf.picture.size == (1200, 1600)
    assert leaf.height > leaf.width


def test_a_picture_of_one_pixel_has_no_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tesseract, "available", lambda: True)
    document = read_bytes(scan([Image.new("L", (1, 1))], "PNG"))
    assert document.parts == ()
    assert document.unread == ()


@pytest.mark.parametrize("size", [(60000, 60000), (12000, 9000)])
def test_a_picture_of_too_many_pixels_is_refused(size: tuple[int, int]) -> None:
    with pytest.raises(LimitExceeded):
        read_bytes(png_of_size(*size))


def test_too_many_pages_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tesseract, "available", lambda: False)
    with pytest.raises(LimitExceeded):
        read_bytes(scan([Image.new("L", (20, 20))] * 4, "TIFF"), options=ReadOptions(pages=3))


@pytest.mark.parametrize("keep", [9, 40, 200])
@pytest.mark.parametrize("form", ["PNG", "JPEG", "TIFF"])
def test_pictures_that_are_cut_off_are_damaged_files_or_read_as_far_as_they_go(form: str, keep: int) -> None:
    with suppress(DamagedFile):
        read_bytes(scan([Image.effect_noise((300, 300), 50)], form)[:keep])


def test_a_gif_is_refused_with_advice() -> None:
    with pytest.raises(UnsupportedFormat, match="PNG"):
        read_bytes(b"GIF89a")


def test_many_blank_pages_take_no_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tesseract, "languages", lambda: frozenset({"slv"}))
    start = time.process_time()
    document = read_bytes(scan([Image.new("L", (400, 400), 255)] * 300, "TIFF"))
    assert (document.pages, document.parts, document.unread) == (300, (), ())
    assert time.process_time() - start < 5  # measured 0.7; enlarged first, each takes 0.07
