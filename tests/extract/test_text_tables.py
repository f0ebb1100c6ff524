"""Tables that came as plain text: what is one, where it ends, and which words share a cell."""

import pytest

from rinsearch.extract import ReadOptions
from rinsearch.extract.text import read_text
from rinsearch.records import Block, Table

BARS = """\
Preglednica ukrepov
Oznaka | Ukrep | Nosilec | Rok
I/1 | Topla hiša | Dom Sonce | 31. 12. 2018
I/2 | Mobilna ekipa | CSD Kranj |

Besedilo za preglednico.
"""
GRID = """\
+---------+-----------+------+
| Ukrep   | Nosilec   | Rok  |
+=========+===========+======+
| Topla   | Dom       | 2018 |
| hiša    | Sonce     |      |
+---------+-----------+------+
| Klop    | Društvo   | 2019 |
+---------+-----------+------+
"""
BLANKS = """\
Ukrep                      Ciljna          Nosilec          Rok
                           skupina                          izvedbe
Topla hiša za vse,         starejši        Dom Sonce        31. 12. 2018
ki so sami
Mobilna ekipa              otroci in       CSD Kranj        2019
                           mladi

Prednostno področje 2: Delo
Klop                       brezposelni     Društvo Pot      stalno

Besedilo za preglednico, ki je dovolj dolgo, da ni vrstica.
"""
RULED = """\
Št.   Aktivnost            Izvajalci
----  -------------------  ------------
1     Topla hiša           Dom Sonce,
                           enota Kranj
2     Klop                 Društvo Pot
"""
SIDEWAYS = """\
                Ukrep 1.1         Ukrep 1.2
Naslov          Topla hiša        Klop
                za vse
Nosilec         Dom Sonce,        Društvo Pot
                enota Kranj
Rok             31. 3. 2018       stalno
"""
TABS = "Ukrep\tNosilec\tRok\nTopla hiša\tDom Sonce\t2018\nKlop\tDruštvo Pot\t2019\n"
LETTERHEAD = """\
OBČINA VZOREC               Številka: 12-3/2017          Datum: 5. 5. 2017
Cesta 1                     Telefon: 01 000 00 00        Pošta: 1000
Župan                       Občinski svet                Seja
"""


def tables(text: str) -> list[list[list[str]]]:
    parts = read_text(text.encode(), ReadOptions()).parts
    found = [part for part in parts if isinstance(part, Table)]
    return [[[" ".join(line.text for line in cell.lines) for cell in row] for row in table.rows] for table in found]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (BARS, [["I/1", "Topla hiša", "Dom Sonce", "31. 12. 2018"], ["I/2", "Mobilna ekipa", "CSD Kranj", ""]]),
        (GRID, [["Topla hiša", "Dom Sonce", "2018"], ["Klop", "Društvo", "2019"]]),
        (
            BLANKS,
            [
                ["Topla hiša za vse, ki so sami", "starejši", "Dom Sonce", "31. 12. 2018"],
                ["Mobilna ekipa", "otroci in mladi", "CSD Kranj", "2019"],
                ["Prednostno področje 2: Delo"] * 4,
                ["Klop", "brezposelni", "Društvo Pot", "stalno"],
            ],
        ),
        (RULED, [["1", "Topla hiša", "Dom Sonce, enota Kranj"], ["2", "Klop", "Društvo Pot"]]),
        (
            SIDEWAYS,
            [
                ["Naslov", "Topla hiša za vse", "Klop"],
                ["Nosilec", "Dom Sonce, enota Kranj", "Društvo Pot"],
                ["Rok", "31. 3. 2018", "stalno"],
            ],
        ),
        (TABS, [["Topla hiša", "Dom Sonce", "2018"], ["Klop", "Društvo Pot", "2019"]]),
    ],
    ids=["bars", "grid", "blanks", "ruled", "sideways", "tabs"],
)
def test_the_rows_of_a_table_in_text_are_cut_into_its_cells(text: str, rows: list[list[str]]) -> None:
    assert [table[1:] for table in tables(text)] == [rows]


def test_a_head_of_two_lines_is_one_heading_for_each_column() -> None:
    assert tables(BLANKS)[0][0] == ["Ukrep", "Ciljna skupina", "Nosilec", "Rok izvedbe"]


TWO_LINES = """\
Zap. | Aktivnost / | Ciljna | Nosilec | Rok
št. | naloga | skupina | aktivnosti | izvedbe
1. | Topla hiša | starejši | Dom Sonce | 2018
"""
SMALL_ROWS = """\
Ukrep | Nosilec | Rok
topla hiša | društva | stalno
klop | občine | letno
"""
FORM = """\
Oznaka ukrepa | G-01
Naziv ukrepa | Topla hiša
Kdo | Dom Sonce
Rok | 2018
Kazalnik |

Oznaka ukrepa | G-02
Naziv ukrepa | Klop
Kdo | Društvo Pot
"""


def test_a_head_of_two_lines_between_bars_is_one_heading_for_each_column() -> None:
    head, row = tables(TWO_LINES)[0]
    assert head == ["Zap. št.", "Aktivnost / naloga", "Ciljna skupina", "Nosilec aktivnosti", "Rok izvedbe"]
    assert row == ["1.", "Topla hiša", "starejši", "Dom Sonce", "2018"]


def test_a_line_of_which_only_the_last_cell_goes_on_keeps_its_columns() -> None:
    wrapped = "Do kdaj  | Kaj         | Kje\n2018     | Topla hiša  | dvojezično\n         |             | območje\n"
    assert tables(wrapped)[0][2] == ["", "", "območje"]


CUT = """\
CILJ 1: DOM

Št. | Ukrep | Nosilec | Rok
1.1 | Zavetišče | Občina Vzorec | 2019

CILJ 2: OSKRBA

2.1 | Sprejem v dom | Dom starejših občanov
     Ilirska Bistrica | 2020
2.2 | Klub | Društvo Pot |
     konec 2018
"""


def test_rows_below_another_title_have_the_head_of_the_table_before_them() -> None:
    first, second = tables(CUT)
    assert second[0] == first[0] == ["Št.", "Ukrep", "Nosilec", "Rok"]
    assert second[1:] == [
        ["2.1", "Sprejem v dom", "Dom starejših občanov Ilirska Bistrica", "2020"],
        ["2.2", "Klub", "Društvo Pot", "konec 2018"],
    ]


def test_bars_that_are_not_as_many_have_no_head() -> None:
    assert len(tables(CUT.replace("| 2020", "").replace("| Društvo Pot |", ""))) == 1


def test_another_table_with_as_many_columns_has_a_head_of_its_own() -> None:
    other = "\nObčina | Prebivalci | Delež | Domovi\nBled | 8000 | 12 | 1\nBohinj | 5000 | 8 | 0\n"
    assert [table[0][0] for table in tables(CUT + other)] == ["Št.", "Št.", "Občina"]


def test_a_row_in_small_letters_is_no_second_line_of_the_head() -> None:
    assert [table[0] for table in tables(SMALL_ROWS)] == [["Ukrep", "Nosilec", "Rok"]]


def test_labels_with_a_bar_before_their_values_are_a_table() -> None:
    first = [["Oznaka ukrepa", "G-01"], ["Naziv ukrepa", "Topla hiša"], ["Kdo", "Dom Sonce"], ["Rok", "2018"]]
    second = [["Oznaka ukrepa", "G-02"], ["Naziv ukrepa", "Klop"], ["Kdo", "Društvo Pot"]]
    assert tables(FORM) == [[*first, ["Kazalnik", ""]], second]


def test_a_line_with_a_bar_among_text_is_no_form() -> None:
    assert tables("Občina Semič | Župan\nRok za pripombe | 1. 3. 2018\nPodpis | žig\n") == []


def test_what_stands_around_a_table_stays_text() -> None:
    parts = read_text(BARS.encode(), ReadOptions()).parts
    texts = [part.lines[0].text for part in parts if isinstance(part, Block)]
    assert texts == ["Preglednica ukrepov", "Besedilo za preglednico."]


def test_a_letterhead_in_columns_is_no_table() -> None:
    assert tables(LETTERHEAD) == []


def test_a_line_with_bars_alone_is_no_table() -> None:
    assert tables("obcina@vzorec.example | 01 000 00 00 | www.vzorec.example\n") == []


def test_a_long_page_of_bars_and_blanks_is_read_in_linear_time() -> None:
    assert len(tables("a | b | c\n" * 20_000)) == 10
    assert tables("beseda   beseda   beseda\n" * 20_000) == []


def test_dots_divide_cells_and_a_table_ends_behind_a_blank_line_with_fewer_of_its_separators() -> None:
    dots = "Klub · Dom Sonce · do 2018\nVrt · CSD Kranj · 2019\nKombi · Društvo Pot · stalno\n"
    assert [len(row) for row in tables(dots)[0]] == [3, 3, 3]
    csv = (
        "ukrep;kdo;do kdaj;denar\nKlub;CSD Kranj;2018;\nVrt;Dom Sonce;2019;\n\nRIN 2017–2020; priloga 3; stanje 2017\n"
    )
    assert [row[0] for row in tables(csv)[0]] == ["ukrep", "Klub", "Vrt"]


def test_a_bracket_of_the_first_cell_may_be_closed_in_a_line_of_its_own() -> None:
    text = "Program                  Kdo        Kdaj\nVarna pot (spremstvo     CSD Kranj  2017\nžrtev na sodišče)\n"
    assert tables(text)[0][1] == ["Varna pot (spremstvo žrtev na sodišče)", "CSD Kranj", "2017"]


def test_lines_with_labels_of_their_own_are_no_table() -> None:
    line = "Ukrep št. {n}   –  Klub; izvajalec: Dom Sonce; rok: 2018; strošek: 100 EUR\n"
    assert tables("".join(line.format(n=n) for n in (7, 12, 19))) == []


def test_a_row_may_go_on_in_several_indented_lines() -> None:
    text = (
        "Št. | Vsebina | Kaj je bilo storjeno\n24/1 | Potrdi se zapisnik. | realizirano\n"
        "24/2 | Svet se seznani z načrtom\n       savinjske regije (za 24). |\n       izpis poslan centru\n"
        "24/3 | Plačilo se odloži. | v usklajevanju\n"
    )
    (rows,) = tables(text)
    assert rows[2] == ["24/2", "Svet se seznani z načrtom savinjske regije (za 24).", "izpis poslan centru"]
    assert rows[3][0] == "24/3"
