"""Tables without standing rules: rows by columns of white, several producers, and what only looks like a table."""

from collections.abc import Sequence

import pytest

from rinsearch.passages import split
from rinsearch.records import PassageKind
from tests.extract.pdfs import Sheet, pdf
from tests.extract.shown import blocks, cells, read, tables
from tests.extract.unruled import PRODUCERS, paper

pytestmark = pytest.mark.once

XS = (60, 110, 330, 450)
PAPERS = range(14)
WANTED = 0.9  # of the rows must be exactly right


def printed(sheet: Sheet, rows: Sequence[Sequence[str]], y: float, step: float = 20, bold: bool = False) -> Sheet:
    """Rows of cells at the places of ``XS``, from ``y`` down; lines of a cell are divided by a line break."""
    for number, row in enumerate(rows):
        for x, cell in zip(XS, row, strict=False):
            for at, line in enumerate(cell.split("\n") if cell else []):
                sheet.text(x, y - step * number - 11 * at, line, 9, bold=bold)
    return sheet


def headed(y: float = 700) -> Sheet:
    return printed(Sheet(), [("Zap. st.".replace("st", "št"), "Ukrep", "Nosilec", "Rok")], y, bold=True)


HEAD = ["Zap. št.", "Ukrep", "Nosilec", "Rok"]


@pytest.mark.parametrize("producer", PRODUCERS)
def test_nearly_all_rows_of_generated_papers_are_exactly_right(producer: str) -> None:
    right = total = extra = 0
    for number in PAPERS:
        made = paper(number)
        found = [tuple(row) for table in tables(read(PRODUCERS[producer](made))) for row in cells(table)[1:]]
        for row in made.rows:
            if row in found:
                found.remove(row)
                right += 1
        total += len(made.rows)
        extra += len(found)
    assert total > 100
    assert right >= WANTED * total, f"{right} of {total}"
    assert extra <= (1 - WANTED) * total


def test_a_row_keeps_its_page_its_boxes_and_its_columns() -> None:
    sheet = printed(
        headed(), [("1.1", "Dnevni center\nza otroke", "CSD", "2018"), ("1.2", "Prevozi", "NVO", "2019")], 680, 40
    )
    document = read(pdf(sheet))
    (table,) = tables(document)
    assert cells(table) == [HEAD, ["1.1", "Dnevni center za otroke", "CSD", "2018"], ["1.2", "Prevozi", "NVO", "2019"]]
    box = table.rows[1][1].lines[1].box
    assert box is not None
    assert 105 < box.left < 115
    rows = [each for each in split(document)[0] if each.kind is PassageKind.ROW]
    assert [each.text for each in rows] == ["1.1 | Dnevni center za otroke | CSD | 2018", "1.2 | Prevozi | NVO | 2019"]
    assert [column.heading for column in rows[0].columns] == HEAD


def test_headings_of_two_lines_are_read_whole() -> None:
    sheet = printed(Sheet(), [("Zap.\nšt.", "Predlagani\nukrep", "Odgovorni\nnosilec", "Rok\nizvedbe")], 700, bold=True)
    (table,) = tables(read(pdf(printed(sheet, [("1", "Center", "CSD", "2018"), ("2", "Dom", "NVO", "2019")], 665))))
    assert cells(table)[0] == ["Zap. št.", "Predlagani ukrep", "Odgovorni nosilec", "Rok izvedbe"]
    assert cells(table)[1:] == [["1", "Center", "CSD", "2018"], ["2", "Dom", "NVO", "2019"]]


def test_rows_without_space_between_begin_where_a_number_stands() -> None:
    rows = [
        ("1.1", "Dnevni center za otroke in", "CSD", "2018"),
        ("", "mladostnike v mestu", "", ""),
        ("1.2", "Prevozi", "NVO", "2019"),
    ]
    (table,) = tables(read(pdf(printed(headed(), rows, 685, 11))))
    assert cells(table)[1:] == [
        ["1.1", "Dnevni center za otroke in mladostnike v mestu", "CSD", "2018"],
        ["1.2", "Prevozi", "NVO", "2019"],
    ]


SHADES = (56, 106, 326, 446, 540)


def test_shaded_headings_belong_to_the_rows_below() -> None:
    rows = [("1.1", "Dnevni center", "CSD", "2018"), ("1.2", "Prevozi", "NVO", "2019")]
    (table,) = tables(read(pdf(printed(printed(Sheet().shade(SHADES, 715, 692), [HEAD], 700, bold=True), rows, 675))))
    assert cells(table) == [HEAD, *map(list, rows)]
    assert table.header_rows == 1


def test_every_second_row_may_be_shaded() -> None:
    sheet = headed()
    rows = [(f"1.{at}", f"Ukrep pri osebi {at}", "CSD", f"201{at}") for at in range(6)]
    for at in range(0, 6, 2):
        sheet.shade(SHADES, 688 - 20 * at, 668 - 20 * at)
    (table,) = tables(read(pdf(printed(sheet, rows, 675))))
    assert cells(table) == [HEAD, *map(list, rows)]


def test_a_row_of_cells_above_text_is_a_table_of_its_own() -> None:
    sheet = printed(Sheet().shade(SHADES, 715, 692), [HEAD], 700, bold=True).lines(60, 675, COLUMNS * 3)
    document = read(pdf(sheet))
    (table,) = tables(document)
    assert cells(table) == [HEAD]
    assert {kind for kind, _ in blocks(document)} == {"paragraph"}


def test_a_table_goes_on_overleaf_with_its_header_and_without() -> None:
    first = printed(headed(160), [("1.1", "Prvi", "CSD", "2018"), ("1.2", "Drugi", "CSD", "2018")], 140)
    again = printed(headed(790), [("1.3", "Tretji", "NVO", "2019")], 770)
    plain = printed(Sheet(), [("1.3", "Tretji", "NVO", "2019"), ("1.4", "Zadnji", "NVO", "2020")], 790)
    for second in (again, plain):
        (table,) = tables(read(pdf(first, second)))
        assert cells(table)[:4] == [
            HEAD,
            ["1.1", "Prvi", "CSD", "2018"],
            ["1.2", "Drugi", "CSD", "2018"],
            ["1.3", "Tretji", "NVO", "2019"],
        ]
        assert table.rows[3][0].lines[0].page == 2


def test_the_rest_of_a_row_may_stand_alone_below_headings_that_come_again() -> None:
    first = printed(headed(160), [("1.1", "Prvi", "CSD", "2018"), ("1.2", "Drugi ukrep za", "CSD", "2018")], 140)
    second = printed(headed(790), [("", "starejše osebe", "", "")], 770)
    (table,) = tables(read(pdf(first, second.lines(70, 700, COLUMNS))))
    assert cells(table)[-1] == ["1.2", "Drugi ukrep za starejše osebe", "CSD", "2018"]


def centred(sheet: Sheet, y: float, row: tuple[str, ...], height: float) -> Sheet:
    """A row whose cells are set at their middle; lines are 12 points apart."""
    for x, cell in zip(XS, row, strict=True):
        lines = cell.split("\n")
        for at, line in enumerate(lines):
            sheet.text(x, y - height / 2 + 6 * (len(lines) - 1) - 12 * at, line, 9)
    return sheet


def test_cells_that_are_set_at_their_middle_stay_in_their_row() -> None:
    sheet = centred(headed(), 680, ("1.1", "Dnevni center za\notroke in mlade", "CSD", "2018"), 28)
    centred(sheet, 652, ("1.2", "Prevozi", "Društvo\nprostovoljcev", "2019"), 28)
    (table,) = tables(read(pdf(sheet)))
    assert cells(table)[1:] == [
        ["1.1", "Dnevni center za otroke in mlade", "CSD", "2018"],
        ["1.2", "Prevozi", "Društvo prostovoljcev", "2019"],
    ]


def test_one_row_alone_whose_cells_are_set_at_their_middle_is_one() -> None:
    sheet = centred(headed(), 690, ("1.1", "Dnevni center za\notroke in mlade", "CSD", "2018"), 28)
    (table,) = tables(read(pdf(sheet)))
    assert cells(table)[1:] == [["1.1", "Dnevni center za otroke in mlade", "CSD", "2018"]]


def test_a_title_between_rows_is_a_heading_for_those_below() -> None:
    sheet = printed(headed(), [("1.1", "Center", "CSD", "2018")], 680)
    sheet.text(60, 660, "2. Nastanitev in oskrba v domacem okolju", 9, bold=True)
    printed(sheet, [("2.1", "Dom", "NVO", "2019")], 640)
    found = split(read(pdf(sheet)))[0]
    assert found[-1].text == "2.1 | Dom | NVO | 2019"
    assert found[-1].section == ("2. Nastanitev in oskrba v domacem okolju",)


def test_text_below_a_table_is_no_row() -> None:
    sheet = printed(headed(), [("1.1", "Center", "CSD", "2018"), ("1.2", "Dom", "NVO", "2019")], 680)
    sheet.lines(60, 620, ["Ukrepi se bodo izvajali v vseh obcinah regije in bodo", "sprotno dopolnjeni."])
    document = read(pdf(sheet))
    assert len(cells(tables(document)[0])) == 3
    assert blocks(document)[-1][1].endswith("sprotno dopolnjeni.")


COLUMNS = (
    "Svet sprejme program dela za leto in se s",
    "tem seznani, nosilec je urad, ki pripravi",
    "vse gradivo do roka.",
)
LOOKALIKES: dict[str, list[tuple[int, Sequence[str]]]] = {
    "two columns of text": [(70, COLUMNS * 4), (300, COLUMNS * 4)],
    "headings above two columns": [(70, ("Ukrepi", *COLUMNS * 4)), (300, ("Nosilci", *COLUMNS[1:], *COLUMNS * 3))],
    "addresses": [(70, ("Mestna uprava", "Trg 1", "8000 Mesto")), (330, ("Center", "Cesta 2", "8250 Kraj"))],
    "contents": [(70, ("Kazalo", "1. Ukrepi", "2. Nosilci", "3. Roki")), (500, ("", "3", "7", "9"))],
    "signatures": [(70, ("Pripravila:", "Ana Vzorec", "svetovalka")), (350, ("Župan:", "Janez Vzorec", ""))],
    "agenda": [(70, ("1.", "2.", "3.")), (110, ("Potrditev zapisnika", "Program dela", "Razno"))],
    "labels": [(70, ("Ukrep", "Nosilec", "Rok")), (200, ("Program", "Center za socialno delo", "2018"))],
    "labels with values that name columns": [(70, ("Nosilec", "Ukrep", "Rok")), (200, ("Organizacije", "Dom", "2018"))],
    "votes": [(70, ("ZA", "PROTI", "Sklep je sprejet.")), (200, ("12", "0", ""))],
    "a sentence in spaced words": [(70, ("Ukrep,",)), (200, ("nosilec",)), (330, ("in rok.",))],
}  # fmt: skip


@pytest.mark.parametrize("name", LOOKALIKES)
def test_what_only_looks_like_a_table_is_none(name: str) -> None:
    sheet = Sheet().lines(70, 790, COLUMNS)
    for x, lines in LOOKALIKES[name]:
        for number, line in enumerate(lines):
            if line:
                sheet.text(x, 700 - 14 * number, line)
    assert tables(read(pdf(sheet))) == []


def test_letter_spaced_words_stay_apart() -> None:
    sheet = Sheet().text(70, 700, "S v e t   s e   j e   s e z n a n i l")
    (passage,) = split(read(pdf(sheet)))[0]
    assert passage.text == "Svet se je seznanil"


def test_cells_of_a_column_may_be_set_larger_than_the_others() -> None:
    sheet = Sheet().text(70, 700, "Ukrep", 9).text(400, 700, "Rok", 9).text(480, 700, "Nosilec", 9)
    for number, top in enumerate((680, 640, 600), 1):
        sheet.text(400, top, f"1. {number}. 2018", 9).text(480, top, "Zavod", 9)
        sheet.lines(70, top - 1, [f"Delavnica {number} o zdravju", "in o prehrani"], 10)
    (table,) = tables(read(pdf(sheet)))
    assert [row[0] for row in cells(table)[1:]] == [f"Delavnica {n} o zdravju in o prehrani" for n in (1, 2, 3)]
