"""Tables in plain text as they are copied and printed: titles between rows, cut pages, one cell a line."""

import pytest

from rinsearch.extract import ReadOptions
from rinsearch.extract.text import read_text
from rinsearch.records import Block, Table

HEAD = "Ukrep | Komu | Nosilec | Rok\n"
RUNNING = "RIN Koroška 2017–2020                 stran 6 od 14"


def tables(text: str) -> list[list[list[str]]]:
    found = [part for part in read_text(text.encode(), ReadOptions()).parts if isinstance(part, Table)]
    return [
        [[" ".join(line.text.strip() for line in cell.lines) for cell in row] for row in each.rows] for each in found
    ]


def running(text: str) -> list[str]:
    parts = read_text(text.encode(), ReadOptions()).parts
    return [line.text.strip() for part in parts if isinstance(part, Block) for line in part.lines]


@pytest.mark.parametrize("title", ["PODROČJE I: BIVANJE", "Starejši in bolni"])
def test_a_line_without_bars_above_a_row_is_a_title_of_the_table(title: str) -> None:
    text = f"{HEAD}{title}\nTopla hiša | starejši | Dom Sonce | 2018\nMladost\nKlop | mladi | Društvo Pot | stalno\n"
    [rows] = tables(text)
    assert [row[0] for row in rows] == ["Ukrep", title, "Topla hiša", "Mladost", "Klop"]
    assert rows[1] == [title] * 4
    assert rows[2] == ["Topla hiša", "starejši", "Dom Sonce", "2018"]


def test_a_sentence_or_another_head_below_a_line_makes_it_no_title() -> None:
    text = f"{HEAD}Klop | vsi | Dom Sonce | 2018\nOpomba\nVir | Znesek | Kdo plača | Opombe\nFIHO | 3 | mi | –\n"
    assert "Opomba" in running(text)
    assert [rows[0][0] for rows in tables(text)] == ["Ukrep", "Vir"]


def test_a_row_with_an_empty_first_cell_keeps_its_columns() -> None:
    head = "Ukrep | Komu je | Nosilec | Rok | Viri\n | namenjen | | | financiranja\n"
    text = f"{head}Klop | mladim | CSD Kranj | 2018 | FIHO\n"
    [rows] = tables(text)
    assert rows == [
        ["Ukrep", "Komu je namenjen", "Nosilec", "Rok", "Viri financiranja"],
        ["Klop", "mladim", "CSD Kranj", "2018", "FIHO"],
    ]


def test_cells_that_name_their_own_fields_have_no_head() -> None:
    text = "Program 1: Klop | Nosilec: CSD Kranj | Rok: 2018\nProgram 2: Hiša | Nosilec: Dom Sonce | Rok: 2019\n"
    assert tables(text) == []


def test_last_tabs_that_a_line_lost_are_empty_cells() -> None:
    text = "Ukrep\tNosilec\t2018\t2019\nKlop\tCSD Kranj\tx\nHiša\tDom Sonce\t\tx\n"
    [rows] = tables(text)
    assert rows[1:] == [["Klop", "CSD Kranj", "x", ""], ["Hiša", "Dom Sonce", "", "x"]]


def test_sums_of_money_are_no_rows_of_the_table_before() -> None:
    sums = "Država | 140.000 | 190.000 | 2019\nObčine | 1 | 2 | 2018\n"
    first = tables(f"{HEAD}Topla hiša | starejši | Dom Sonce | 2018\n\nVir\n\n{sums}")[0]
    assert [row[0] for row in first] == ["Ukrep", "Topla hiša"]


def test_rows_behind_a_line_that_runs_over_the_pages_keep_the_head() -> None:
    text = f"Šifra\tUkrep\tNosilec\tRok\nR1\tKlop\tCSD Kranj\t2018\n{RUNNING}\nR2\tHiša\tDom Sonce\t2019\n"
    first, second = tables(text)
    assert second == [first[0], ["R2", "Hiša", "Dom Sonce", "2019"]]
    assert RUNNING.replace("                ", "") in " ".join(running(text)) or any(
        "stran 6" in t for t in running(text)
    )


BLANKS = """\
Št.    Naloga                      Uporabniki             Izvajalec               Rok
1.1    Dnevni center za starejše   starejši in svojci     Dom starejših Lendava   2022
1.2    Pomoč na domu v             starejši in osebe z    Zavod Goričko           2023
\f
       popoldanskem času           dolgo boleznijo
1.3    Vikendi                     oskrbovalci            Dom Rakičan             stalno

Besedilo za preglednico, ki je dovolj dolgo, da ni vrstica.
"""


def test_a_table_of_blanks_goes_on_over_the_page() -> None:
    [rows] = tables(BLANKS)
    assert [row[1] for row in rows] == [
        "Naloga",
        "Dnevni center za starejše",
        "Pomoč na domu v popoldanskem času",
        "Vikendi",
    ]
    assert rows[2][2] == "starejši in osebe z dolgo boleznijo"


def test_running_text_on_the_next_page_is_no_row() -> None:
    before, _, _ = BLANKS.partition("\f")
    text = f"{before}\fKoordinator zbira poročila dvakrat na leto in jih pošlje občinam.\n"
    assert len(tables(text)[0]) == 3
    assert any("Koordinator" in line for line in running(text))


STACKED = """\
4 UKREPI

Št.
Ukrep
Za koga
Kdo izvaja
Kdaj
4.1
Popravljalnica koles
dolgotrajno brezposelni
Razvojni center Zasavje
do 31. 3. 2019
4.2
Odprta vrata spomina
osebe z demenco in
njihovi skrbniki
Dom starejših Hrastnik
stalno
4.3
Svetovalni telefon

RIN ZASAVJE 2017–2020
Stran 4

svojci po smrti bližnjega
Slovensko društvo hospic
celotno obdobje

5 POVZETEK

Prvo področje
286.000
"""
EVEN = "Ukrep\nIzvajalec\nRok\nKlop\nDruštvo Pot\nstalno\nHiša\nDom Sonce\n2019\n\n2.6 Glas ljudi\nGovorili so\nvsi.\n"


def test_cells_below_each_other_are_rows() -> None:
    [rows] = tables(STACKED)
    assert [row[0] for row in rows] == ["Št.", "4.1", "4.2", "4.3"]
    assert rows[2] == [
        "4.2",
        "Odprta vrata spomina",
        "osebe z demenco in njihovi skrbniki",
        "Dom starejših Hrastnik",
        "stalno",
    ]
    assert rows[3][3] == "Slovensko društvo hospic"
    assert {"RIN ZASAVJE 2017–2020", "5 POVZETEK", "286.000"} <= set(running(STACKED))


def test_without_numbers_every_row_has_as_many_lines_as_the_head() -> None:
    [rows] = tables(EVEN)
    assert rows[1:] == [["Klop", "Društvo Pot", "stalno"], ["Hiša", "Dom Sonce", "2019"]]
    assert "2.6 Glas ljudi" in running(EVEN)


@pytest.mark.parametrize(
    "text",
    [
        "Izvajalec\n\nDom Sonce\n\nRok\n\n2019\n\nViri\n\nFIHO\n",
        "Pojmi\nIzvajalec\nkdor ukrep opravlja\nKdaj\nrok ali čas\nZa koga\nljudje\n",
        "Ukrep\nNosilec\nRok\nTako so bili imenovani stolpci v prejšnjem načrtu.\n",
    ],
)
def test_labels_above_values_are_no_head(text: str) -> None:
    assert tables(text) == []
