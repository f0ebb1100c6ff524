"""Ruled tables: cells, merged cells, headers, several pages."""

from pathlib import Path

import pytest

from rinsearch.extract.readers import read_bytes
from tests.extract.pdfs import Sheet, pdf
from tests.extract.shown import blocks, cells, read, tables

XS = [60, 120, 330, 530]
HEADER = ["Zap.", "Ukrep", "Rok"]
CORPUS = Path(__file__).parents[2] / "corpus"


def ys(*heights: float, start: float = 700) -> list[float]:
    places = [start]
    for height in heights:
        places.append(places[-1] - height)
    return places


def test_a_ruled_table_is_rows_of_cells_and_no_paragraphs() -> None:
    sheet = Sheet().text(60, 780, "Ukrepi so v preglednici, ki sledi.")
    sheet.table(XS, ys(20, 40, 20), [HEADER, ["1.1", "Dnevni center\nza otroke", "2018"], ["1.2", "Prevozi", "2019"]])
    sheet.text(60, 500, "Konec.")
    document = read(pdf(sheet))
    (table,) = tables(document)
    assert table.header_rows == 1
    assert cells(table) == [HEADER, ["1.1", "Dnevni center za otroke", "2018"], ["1.2", "Prevozi", "2019"]]
    assert [text for _, text in blocks(document)] == ["Ukrepi so v preglednici, ki sledi.", "Konec."]
    line = table.rows[1][1].lines[1]
    assert line.page == 1
    assert line.box is not None
    assert 120 < line.box.left < 130


def test_one_table_over_two_pages_is_one_with_one_header() -> None:
    first = Sheet().table(XS, ys(20, 20, start=120), [HEADER, ["1.1", "Prvi ukrep za", "2018"]])
    second = Sheet().table(
        XS, ys(20, 20, 20, start=790), [HEADER, ["", "starejše in mlade", ""], ["1.2", "Prevozi", "x"]]
    )
    (table,) = tables(read(pdf(first, second)))
    assert cells(table) == [HEADER, ["1.1", "Prvi ukrep za starejše in mlade", "2018"], ["1.2", "Prevozi", "x"]]
    assert [line.page for line in table.rows[1][1].lines] == [1, 2]


def test_text_between_two_tables_keeps_them_apart() -> None:
    first = Sheet().table(XS, ys(20, 20, start=120), [HEADER, ["1.1", "Prvi", "2018"]])
    second = Sheet().text(60, 800, "Drugo področje ima svoje ukrepe.".replace("č", "c"))
    second.table(XS, ys(20, 20, start=700), [HEADER, ["2.1", "Drugi", "2019"]])
    assert len(tables(read(pdf(first, second)))) == 2


def test_other_columns_are_another_table() -> None:
    first = Sheet().table(XS, ys(20, 20, start=120), [HEADER, ["1.1", "Prvi", "2018"]])
    second = Sheet().table([60, 200, 300, 530], ys(20, 20, start=790), [HEADER, ["2.1", "Drugi", "2019"]])
    assert len(tables(read(pdf(first, second)))) == 2


def test_a_merged_cell_is_repeated_where_it_reaches() -> None:
    sheet = Sheet()
    for y in ys(20, 20, 20):
        sheet.rule(120 if y == 660 else 60, y, 530, y)
    for x in XS:
        sheet.rule(x, 700, x, 640)
    sheet.text(125, 688, "Ukrep", 9, bold=True).text(335, 688, "Rok", 9, bold=True).text(63, 688, "Cilj", 9, bold=True)
    sheet.text(63, 660, "Skupni cilj", 9).text(125, 668, "Prvi", 9).text(335, 668, "2018", 9)
    sheet.text(125, 648, "Drugi", 9).text(335, 648, "2019", 9)
    (table,) = tables(read(pdf(sheet)))
    assert cells(table)[1:] == [["Skupni cilj", "Prvi", "2018"], ["Skupni cilj", "Drugi", "2019"]]


def test_labels_beside_values_have_no_header() -> None:
    sheet = Sheet()
    for y in ys(20, 20, 20):
        sheet.rule(60, y, 400, y)
    for x in (60, 160, 400):
        sheet.rule(x, 700, x, 640)
    rows = [("Ukrep:", "Varna soba"), ("Nosilec:", "CSD"), ("Rok:", "2018")]
    for number, (label, value) in enumerate(rows):
        sheet.text(63, 688 - 20 * number, label, 9).text(165, 688 - 20 * number, value, 9)
    (table,) = tables(read(pdf(sheet)))
    assert table.header_rows == 0
    assert cells(table) == [list(row) for row in rows]


def test_a_frame_around_text_is_no_table() -> None:
    sheet = Sheet().rule(50, 800, 545, 800).rule(50, 700, 545, 700).rule(50, 700, 50, 800).rule(545, 700, 545, 800)
    sheet.rule(50, 750, 300, 750).text(60, 780, "Besedilo v okvirju.")
    document = read(pdf(sheet))
    assert tables(document) == []
    assert blocks(document) == [("paragraph", "Besedilo v okvirju.")]


@pytest.mark.skipif(not CORPUS.exists(), reason="the sample corpus is not here")
def test_the_plan_has_each_measure_in_a_row_of_its_own() -> None:
    document = read_bytes((CORPUS / "jugovzhodna" / "nacrt-2017-2020.pdf").read_bytes())
    measures = [table for table in tables(document) if cells(table)[0][:2] == ["Zap. št.", "Ukrep"]]
    numbers = [row[0] for table in measures for row in cells(table)[1:]]
    assert numbers == [
        *[f"1.{number}" for number in range(1, 14)],
        *[f"2.{number}" for number in range(1, 13)],
        *[f"3.{number}" for number in range(1, 9)],
    ]


@pytest.mark.parametrize(
    ("rotation", "matrix", "size"),
    [
        (90, "0 1 -1 0 842 0", (842.0, 595.0)),
        (180, "-1 0 0 -1 595 842", (595.0, 842.0)),
        (270, "0 -1 1 0 0 595", (842.0, 595.0)),
    ],
)
def test_a_table_on_a_turned_page_is_read_as_one_sees_it(rotation: int, matrix: str, size: tuple[float, float]) -> None:
    rows = [HEADER, ["1.1", "Dnevni center\nza otroke", "2018"], ["1.2", "Prevozi", "2019"]]
    sheet = Sheet([f"{matrix} cm"], size, rotation).table(XS, ys(20, 40, 20), rows)
    (table,) = tables(read(pdf(sheet)))
    assert cells(table) == [HEADER, ["1.1", "Dnevni center za otroke", "2018"], ["1.2", "Prevozi", "2019"]]
