"""Pages without a usable text layer: recognised where tesseract is here, told as unread where it is not."""

import io

import pypdfium2
import pytest
from PIL import Image

from rinsearch.extract.base import ReadOptions
from rinsearch.extract.ocr import Budget, Scan, Unread, read_picture, tesseract
from rinsearch.extract.ocr.lines import lines_of
from rinsearch.extract.ocr.words import Word, confidence, words_of
from rinsearch.extract.pdf.page import Page
from rinsearch.extract.pdf.readable import is_readable
from rinsearch.extract.readers import read_bytes
from rinsearch.records import Block, Box, Document, Line, Origin
from tests.extract.pdfs import Sheet, pdf
from tests.extract.scans import DPI, needs_tesseract, pictures, scan

pytestmark = pytest.mark.once

TEXT = (
    "Zapisnik redne seje sveta",
    "Svet je sprejel sklep in se je seznanil z vsebino dokumenta,",
    "ki ga je pripravila strokovna skupina. Predlog je bil sprejet.",
    "Za sklep je glasovalo devet svetnikov, proti ni bil nobeden med",
    "prisotnimi. Predsednik je sejo sklenil ob enajsti uri.",
)
LETTER = Sheet().lines(70, 780, TEXT, 12)


def blocks(document: Document) -> list[Block]:
    return [part for part in document.parts if isinstance(part, Block)]


def lines(document: Document) -> list[Line]:
    return [line for block in blocks(document) for line in block.lines]


def word(text: str, left: int, confidence: float, *, top: int = 100, line: str = "1") -> Word:
    return Word(text, left, top, left + 20 * len(text), top + 30, confidence, ("1", "1", line))


def table(*rows: tuple[str, float]) -> str:
    """Tesseract's table of one line with these words."""
    return "\n".join(f"5\t1\t1\t1\t1\t{n}\t{100 * n}\t50\t80\t30\t{c}\t{text}" for n, (text, c) in enumerate(rows))


# --- whole files ------------------------------------------------------------------------------------------------------


@needs_tesseract
def test_a_scanned_page_is_read_with_the_boxes_of_its_lines() -> None:
    document = read_bytes(scan(pictures(pdf(LETTER))))
    assert document.unread == ()
    assert document.warnings == ()
    assert {block.origin for block in blocks(document)} == {Origin.OCR}
    first = lines(document)[0]
    assert first.text == TEXT[0]
    assert first.page == 1
    assert first.box is not None
    assert first.box.left == pytest.approx(70, abs=3)
    assert first.box.bottom == pytest.approx(842 - 780, abs=5)


@needs_tesseract
def test_a_scan_among_pages_of_text_stands_at_its_place() -> None:
    text = pdf(Sheet().lines(70, 780, ["Prva stran je natisnjena in ima besedilo."]), Sheet())
    document = read_bytes(_with_pictures(text, pictures(pdf(LETTER))[0]))
    assert [line.page for line in lines(document)] == [1] + [2] * len(TEXT)
    assert next(block.origin for block in blocks(document)) is Origin.TEXT_LAYER


@needs_tesseract
@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_on_its_side_or_its_head_is_read_and_its_boxes_lie_where_it_lies(turn: int) -> None:
    page = pictures(pdf(LETTER))[0]
    turned = page.rotate(turn, expand=True)  # against the clock
    found = read_bytes(scan([turned]))
    assert [line.text for line in lines(found)] == list(TEXT)
    assert len(blocks(found)[1].lines) == 2  # the layout saw lines one below the other
    box = lines(found)[0].box
    assert box is not None
    left, top, right, bottom = (side * DPI / 72 for side in (box.left, box.top, box.right, box.bottom))
    assert min(turned.crop((left, top, right, bottom)).tobytes()) < 100
    assert (box.right - box.left > box.bottom - box.top) is (turn == 180)


@needs_tesseract
def test_a_page_of_noise_gives_no_text() -> None:
    page = Image.effect_noise((1200, 1600), 60)
    document = read_bytes(scan([page], dpi=150))
    assert sum(len(line.text) for line in lines(document)) < 40
    assert document.unread == ()
    assert {notice.code for notice in document.warnings} & {"no-text", "low-confidence"}


def test_a_blank_scan_is_read_without_tesseract(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tesseract, "available", lambda: True)
    monkeypatch.setattr(tesseract, "program", lambda: "/no/such/program")
    paper = Image.effect_noise((1200, 1600), 4).point(lambda level: level + 100)
    document = read_bytes(scan([paper], dpi=150))
    assert document.unread == ()
    assert [notice.code for notice in document.warnings] == ["empty"]


def test_without_tesseract_the_rest_is_read_and_the_page_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tesseract, "available", lambda: False)
    text = pdf(Sheet().lines(70, 780, ["Prva stran je natisnjena in ima besedilo."]), Sheet())
    document = read_bytes(_with_pictures(text, pictures(pdf(LETTER))[0]))
    assert [line.page for line in lines(document)] == [1]
    assert document.unread == (2,)
    assert [(notice.code, notice.count, notice.page) for notice in document.warnings] == [("needs-ocr", 1, 2)]


def test_a_page_whose_tesseract_fails_is_unread_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tesseract, "available", lambda: True)
    monkeypatch.setattr(tesseract, "program", lambda: "/no/such/program")
    document = read_bytes(scan(pictures(pdf(LETTER))))
    assert document.unread == (1,)
    assert [notice.code for notice in document.warnings] == ["ocr-failed"]


@needs_tesseract
def test_a_page_that_takes_too_long_is_unread_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tesseract, "SHORTEST", 0.01)
    document = read_bytes(scan(pictures(pdf(LETTER))), options=ReadOptions(ocr_seconds=0, page_seconds=0.05))
    assert document.unread == (1,)
    assert [notice.code for notice in document.warnings] == ["ocr-limit"]


@needs_tesseract
def test_each_page_adds_its_share_of_time() -> None:
    document = read_bytes(scan(pictures(pdf(LETTER, LETTER))), options=ReadOptions(ocr_seconds=0, page_seconds=30))
    assert document.unread == ()


@needs_tesseract
def test_pages_behind_the_budget_of_a_file_are_unread() -> None:
    document = read_bytes(scan(pictures(pdf(LETTER, LETTER))), options=ReadOptions(ocr_seconds=1.0, page_seconds=0.05))
    assert document.unread[-1] == 2
    assert "ocr-limit" in {notice.code for notice in document.warnings}


def test_empty_pages_are_not_recognised() -> None:
    document = read_bytes(pdf(*[Sheet()] * 20), options=ReadOptions(ocr_seconds=0, page_seconds=0))
    assert document.pages == 20
    assert document.unread == ()


def test_letters_drawn_as_paths_are_a_picture(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tesseract, "available", lambda: False)
    sheet = Sheet()
    for step in range(40):
        sheet.rule(70 + 10 * step, 700, 75 + 10 * step, 712)
    assert read_bytes(pdf(sheet)).unread == (1,)


@pytest.mark.parametrize("size", [(1, 1), (1, 3000), (30000, 4)])
def test_pictures_of_odd_sizes_end_well(size: tuple[int, int]) -> None:
    document = read_bytes(scan([Image.new("L", size, 0)]))
    assert document.pages == 1
    assert lines(document) == []


def _with_pictures(data: bytes, picture: Image.Image) -> bytes:
    """Put a picture onto the last page."""
    with pypdfium2.PdfDocument(data) as document:
        page = document[len(document) - 1]
        image = pypdfium2.PdfImage.new(document)
        bitmap = pypdfium2.PdfBitmap.from_pil(picture)
        image.set_bitmap(bitmap)
        image.set_matrix(pypdfium2.PdfMatrix().scale(595, 842))
        page.insert_obj(image)
        page.gen_content()
        page.close()
        out = io.BytesIO()
        document.save(out)
    return out.getvalue()


# --- the parts --------------------------------------------------------------------------------------------------------


def test_a_scribble_of_short_doubtful_words_is_dropped() -> None:
    assert words_of(table(("ae", 20.0), ("MN", 45.0), ("kis", 10.0))) == []


def test_a_doubtful_short_word_in_a_good_line_is_kept() -> None:
    found = words_of(table(("Svet", 96.0), ("so", 30.0), ("seznanjeni", 95.0)))
    assert [each.text for each in found] == ["Svet", "so", "seznanjeni"]


def test_a_doubtful_number_is_kept() -> None:
    assert [each.text for each in words_of(table(("25", 40.0), ("glasov", 50.0)))] == ["25", "glasov"]


def test_specks_are_dropped_and_bullets_are_kept() -> None:
    found = words_of(table(("-", 80.0), ("otroci", 92.0), (":", 20.0)))
    assert [each.text for each in found] == ["-", "otroci"]


def test_rows_of_the_table_that_are_no_words_are_left_out() -> None:
    assert words_of("level\tpage_num\n4\t1\t1\t1\t1\t0\t0\t0\t9\t9\t-1\t\n\n5\t1") == []


def test_confidence_is_weighed_by_length() -> None:
    assert confidence([word("a", 0, 0.0), word("odločitev", 50, 100.0)]) == pytest.approx(90)


def test_a_tilted_page_has_straight_lines_for_the_layout_and_its_own_boxes() -> None:
    row = [word("sme", left, 95.0, top=100 + left // 50) for left in range(0, 2000, 100)]
    (line,) = lines_of(row, 2000, 3000)
    assert line.place == Box(0, 100, 1960, 168)
    assert line.box.bottom - line.box.top < 60


def test_a_wide_gap_stays_to_be_seen() -> None:
    (line,) = lines_of([word("Datum", 0, 95.0), word("Rok", 600, 95.0)], 2000, 3000)
    assert line.text == "Datum   Rok"


def test_a_hardly_read_line_of_another_size_is_a_stamp() -> None:
    text = [word("sme", 100 * n, 95.0) for n in range(6)]
    large = Word("PREJETO", 0, 400, 300, 500, 40.0, ("2", "1", "1"))
    assert [line.stamp for line in lines_of([*text, large], 2000, 3000)] == [False, True]


def test_letters_without_a_map_are_no_text() -> None:
    assert is_readable(_page("Občinski svet se je seznanil z načrtom. " * 10))
    assert not is_readable(_page("5HJLMVNL L]YHGEHQL QDðUW QD SRGURðMX VRFLDOQHJD YDUVWYD " * 10))
    assert not is_readable(_page("(cid:12)(cid:40)(cid:7) " * 20))
    assert not is_readable(_page("\ue001\ue002\ue003 " * 20))
    assert is_readable(_page("CSD ZD VVZ NVO RKS " * 30))
    assert is_readable(_page("8. 2017 regijski izvedbeni načrt jugovzhodna/a.pdf " * 20))


def _page(text: str) -> Page:
    return Page(1, 595, 842, text)


def test_nothing_is_begun_when_the_budget_is_spent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tesseract, "available", lambda: True)
    assert read_picture(Image.effect_noise((100, 100), 90), 3, 300, Budget(0.5, 60)) == Unread(3, "ocr-limit")


@needs_tesseract
def test_a_page_without_text_is_read_and_has_no_lines() -> None:
    found = read_picture(Image.new("L", (600, 800), 255), 1, 75, Budget(60, 60))
    assert isinstance(found, Scan)
    assert found.lines == ()
