"""PDF: lines with boxes, reading order, headings, running lines, pages without text."""

from dataclasses import astuple

import pytest

from rinsearch.errors import DamagedFile, LimitExceeded
from rinsearch.extract import ReadOptions
from rinsearch.extract.pdf import plumber
from rinsearch.extract.pdf.glyphs import Glyph, cleaned
from rinsearch.extract.pdf.turn import Turn
from rinsearch.extract.readers import read_bytes
from rinsearch.records import Block, Box, Table
from tests.extract.pdfs import Sheet, pdf
from tests.extract.shown import blocks, read

PROSE = (
    "Svet se je seznanil z gradivom, ki ga je pripravila uprava, in ga podprl. Vsa",
    "mnenja so bila enotna, zato se je razprava hitro ustavila in sledilo je delo,",
    "ki ga je vodil podpredsednik.",
)


def test_wrapped_lines_are_a_paragraph_and_letterheads_are_not() -> None:
    sheet = Sheet().text(70, 780, "MESTNA UPRAVA", 11).text(70, 764, "Trg svobode 1").lines(70, 720, PROSE)
    assert blocks(read(pdf(sheet))) == [
        ("heading", "MESTNA UPRAVA"),
        ("paragraph", "Trg svobode 1"),
        ("paragraph", " / ".join(PROSE)),
    ]


def test_headings_show_in_size_and_weight() -> None:
    sheet = Sheet().text(70, 780, "Zapisnik seje", 18).lines(70, 740, PROSE)
    sheet.text(70, 680, "Finance", bold=True).lines(70, 660, PROSE)
    found = [(part.kind.value, part.level) for part in read(pdf(sheet)).parts if isinstance(part, Block)]
    assert found == [("heading", 1), ("paragraph", None), ("heading", 3), ("paragraph", None)]


def test_a_bold_date_is_no_heading() -> None:
    sheet = Sheet().text(70, 780, "Datum: 8. 9. 2017", bold=True).lines(70, 740, PROSE)
    assert blocks(read(pdf(sheet)))[0][0] == "paragraph"


def test_boxes_are_points_from_the_top_left_corner() -> None:
    document = read(pdf(Sheet().text(100, 742, "Predlog")))
    (block,) = (part for part in document.parts if isinstance(part, Block))
    box = block.lines[0].box
    assert box is not None
    assert box.left == pytest.approx(100, abs=2)
    assert box.top < 842 - 742 < box.bottom
    assert box.right > 130


@pytest.mark.parametrize("rotation", [90, 180, 270])
def test_a_turned_page_is_read_as_one_sees_it(rotation: int) -> None:
    turn = Turn(0, 0, 595, 842, rotation)
    assert min(turn.point(10, 20)) >= 0
    matrix = {90: "0 1 -1 0", 180: "-1 0 0 -1", 270: "0 -1 1 0"}[rotation]
    sheet = Sheet(rotation=rotation)
    for number, (x, y) in enumerate(
        {90: [(100, 50), (120, 50)], 180: [(500, 700), (500, 680)], 270: [(500, 800), (480, 800)]}[rotation]
    ):
        sheet.operators.append(f"BT /F 11 Tf {matrix} {x} {y} Tm (Stavek {number + 1}.) Tj ET")
    texts = [text for _, text in blocks(read(pdf(sheet)))]
    assert " / ".join(texts).replace(" / ", " ") in ("Stavek 1. Stavek 2.", "Stavek 2. Stavek 1.")


def test_two_columns_are_read_one_after_the_other() -> None:
    left = [f"levi stolpec, vrstica {n}, gre naprej in" for n in range(8)]
    right = [f"desni stolpec, vrstica {n}, gre naprej in" for n in range(8)]
    sheet = Sheet().text(70, 790, "Naslov gre čez oba stolpca strani in je zato dolg dovolj".replace("č", "c"), 14)
    for number in range(8):
        sheet.text(70, 740 - 14 * number, left[number]).text(320, 740 - 14 * number, right[number])
    text = " / ".join(text for _, text in blocks(read(pdf(sheet))))
    assert text.index(left[7]) < text.index(right[0])
    assert text.index("Naslov") < text.index(left[0])


def test_a_name_beside_a_date_is_one_line() -> None:
    sheet = Sheet().lines(70, 780, PROSE).text(70, 700, "Semich, 8. 9. 2017").text(420, 700, "Direktor")
    assert blocks(read(pdf(sheet)))[-1][1] == "Semich, 8. 9. 2017   Direktor"


def test_running_lines_and_page_numbers_stay_out() -> None:
    sheets = [
        Sheet().text(70, 810, "Zapisnik 5. seje").lines(70, 700, PROSE).text(280, 30, f"Stran {n} od 3")
        for n in (1, 2, 3)
    ]
    found = blocks(read(pdf(*sheets)))
    assert [text for kind, text in found if kind == "header"] == ["Zapisnik 5. seje"] * 3
    assert [text for kind, text in found if kind == "footer"] == ["Stran 1 od 3", "Stran 2 od 3", "Stran 3 od 3"]
    assert [kind for kind, _ in found].count("paragraph") == 3


def test_the_number_of_the_last_page_is_that_of_all_pages_too() -> None:
    lines = [[f"Stavek {n}{at} o delu sveta." for at in range(11)] for n in "ab"]
    sheets = [Sheet().lines(70, 200, lines[n]).text(280, 46, f"Vzorec, stran {n + 1} od 2") for n in (0, 1)]
    found = [text for kind, text in blocks(read(pdf(*sheets))) if kind == "footer"]
    assert found == ["Vzorec, stran 1 od 2", "Vzorec, stran 2 od 2"]


def test_a_running_line_may_end_in_a_number_that_is_also_the_page_s() -> None:
    sheets = [Sheet().lines(70, 815, ["Glasilo, letnik 3"], 9).lines(70, 700, [f"Odstavek {n}."], 12) for n in range(4)]
    found = blocks(read(pdf(*sheets)))
    assert [text for kind, text in found if kind == "header"] == ["Glasilo, letnik 3"] * 4


def test_votes_at_the_edges_of_pages_are_no_running_lines() -> None:
    sheets = [
        Sheet().text(70, 790, f"K {n}. tocki").lines(70, 600, PROSE).text(70, 80, f"Glasovanje: {20 + n} ZA, {n} PROTI")
        for n in (4, 5, 6)
    ]
    assert not {"header", "footer"} & {kind for kind, _ in blocks(read(pdf(*sheets)))}


@pytest.mark.parametrize("heading", ["K {}. tocki", "Ad {}", "Ad {}) Porocilo"])
def test_items_on_pages_of_their_number_are_no_running_lines(heading: str) -> None:
    sheets = [Sheet().lines(70, 790, [heading.format(n)], 13).lines(70, 600, PROSE) for n in (1, 2, 3)]
    assert not {"header", "footer"} & {kind for kind, _ in blocks(read(pdf(*sheets)))}


def test_a_footnote_is_small_and_stands_below() -> None:
    sheet = Sheet().lines(70, 780, PROSE).text(70, 100, "1 Glej Uradni list, 39/13.", 8)
    assert blocks(read(pdf(sheet)))[-1] == ("footnote", "1 Glej Uradni list, 39/13.")


def test_text_on_the_margin_is_no_running_text() -> None:
    sheet = Sheet().lines(70, 780, PROSE)
    sheet.operators.append("BT /F 9 Tf 0 1 -1 0 40 300 Tm (VZOREC 2017) Tj ET")
    assert blocks(read(pdf(sheet)))[-1] == ("footer", "VZOREC 2017")


@pytest.mark.parametrize(
    ("matrix", "step", "place"),
    [
        ("0 1 -1 0 {} 60 Tm", 16, (89, 387, 103, 782)),
        ("0 -1 1 0 {} 780 Tm", -16, (497, 62, 511, 457)),
        ("-1 0 0 -1 540 {} Tm", 16, (145, 739, 540, 753)),
    ],
    ids=["upwards", "downwards", "on its head"],
)
def test_a_page_that_is_printed_sideways_is_read_as_one_turns_it(
    matrix: str, step: int, place: tuple[float, ...]
) -> None:
    sheet, first = Sheet(), 500 if step < 0 else 100
    for number, line in enumerate(PROSE):
        sheet.operators.append(f"BT /F 12 Tf {matrix.format(first + number * step)} ({line}) Tj ET")
    (block,) = read(pdf(sheet)).parts
    assert isinstance(block, Block)
    assert (block.kind, [line.text for line in block.lines]) == ("paragraph", list(PROSE))
    assert astuple(block.lines[0].box or Box(0, 0, 0, 0)) == pytest.approx(place, abs=1)


def test_a_table_that_is_printed_sideways_keeps_its_cells_where_they_are() -> None:
    sheet = Sheet().table([100, 300, 500], [500, 480, 460], [["Ukrep", "Rok"], ["Malice", "2018"]])
    sheet.operators = ["0 1 -1 0 595 0 cm", *sheet.operators]
    (table,) = read(pdf(sheet)).parts
    assert isinstance(table, Table)
    assert [[cell.lines[0].text for cell in row] for row in table.rows] == [["Ukrep", "Rok"], ["Malice", "2018"]]
    box = table.rows[1][1].lines[0].box
    assert box is not None
    assert (595 - 480 < box.left < box.right < 595 - 460, 842 - 500 < box.top < box.bottom < 842 - 300) == (True, True)


def test_glyphs_printed_twice_for_weight_are_one() -> None:
    sheet = Sheet().text(70, 780, "Sklep").text(70.3, 780, "Sklep").lines(70, 740, PROSE)
    assert blocks(read(pdf(sheet)))[0][1] == "Sklep"


def test_a_caron_that_was_printed_apart_is_put_on_its_letter() -> None:
    marks = [("ˇ", 10.0, 14.0), ("c", 9.0, 15.0), ("a", 15.0, 20.0), ("s", 20.0, 25.0), ("ˇ", 20.5, 24.5)]
    glyphs = [Glyph(text, left, 0, right, 10, space=text == "ˇ" and left == 10.0) for text, left, right in marks]
    assert [glyph.text for glyph in cleaned(glyphs)] == ["č", "a", "š"]


def test_a_caron_beside_its_letter_is_left() -> None:
    glyphs = [Glyph("c", 0, 0, 5, 10), Glyph("ˇ", 20, 0, 24, 10)]
    assert [glyph.text for glyph in cleaned(glyphs)] == ["c", "ˇ"]


def test_the_hyphen_marks_of_pdfium_are_hyphens() -> None:
    assert [glyph.text for glyph in cleaned([Glyph("\ufffe", 0, 0, 5, 10), Glyph("\x02", 9, 0, 12, 10)])] == ["-", "-"]


def test_an_empty_page_is_neither_text_nor_unread() -> None:
    document = read(pdf(Sheet().lines(70, 780, PROSE), Sheet()))
    assert document.pages == 2
    assert document.unread == ()


def test_broken_files_are_told() -> None:
    with pytest.raises(DamagedFile):
        read(b"%PDF-1.7\nnothing of use")


def test_too_many_pages_are_refused() -> None:
    with pytest.raises(LimitExceeded):
        read_bytes(pdf(*[Sheet()] * 4), options=ReadOptions(pages=3))


def test_the_fallback_reads_the_same_words() -> None:
    data = pdf(Sheet().lines(70, 780, PROSE).table([70, 200, 400], [600, 570, 540], [["A", "B"], ["c d", "e"]]))
    (page,) = plumber.pages(data, ReadOptions())
    assert " ".join(page.text.split()).startswith(" ".join(PROSE))
    assert sum(stroke.horizontal for stroke in page.strokes) == 3
    assert sum(not stroke.horizontal for stroke in page.strokes) == 3
