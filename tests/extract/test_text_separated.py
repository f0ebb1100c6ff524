"""Tables as spreadsheets write them to text: what is one, and what only looks like it."""

import gc
import time

import pytest

from rinsearch.extract.readers import read_bytes
from rinsearch.records import Block, Table

HEAD = "Zap. št.;Ukrep;Ciljna skupina;Nosilec;Rok"
ROWS = "1;Topla hiša;starejši;CSD Kranj;2018\n2;Klub;mladi;Dom Sonce;30. 6. 2019"


def tables(text: str) -> list[list[list[str]]]:
    parts = read_bytes(text.encode()).parts
    found = [part for part in parts if isinstance(part, Table)]
    return [[[" ".join(line.text for line in cell.lines) for cell in row] for row in table.rows] for table in found]


@pytest.mark.parametrize(("separator", "quoted"), [(";", ""), (",", ""), (";", '"'), (",", '"')])
def test_a_line_of_known_headings_and_the_records_below_it_are_a_table(separator: str, quoted: str) -> None:
    lines = (HEAD + "\n" + ROWS).split("\n")
    text = "\n".join(separator.join(f"{quoted}{cell}{quoted}" for cell in line.split(";")) for line in lines)
    assert tables(text) == [[line.split(";") for line in lines]]


def test_a_cell_in_quotation_marks_holds_separators_and_lines() -> None:
    text = f'{HEAD}\n1;"Topla hiša; z ""vrtom""\nob reki";starejši;CSD Kranj;2018\n'
    assert tables(text)[0][1] == ["1", 'Topla hiša; z "vrtom" ob reki', "starejši", "CSD Kranj", "2018"]


def test_rows_between_tabs_go_on_behind_a_row_without_a_word_and_over_lines_in_quotation_marks() -> None:
    head = HEAD.replace(";", "\t")
    quoted = '1\t"Topla hiša\nob reki"\tstarejši\tCSD Kranj\t2018'
    text = f"{head}\n\t\t\t\t\nP1\tPOMOČ DOMA\t\t\t\n{quoted}\n\t\t\t\t\n2\tKlub\tmladi\n"
    assert tables(text) == [
        [
            HEAD.split(";"),
            ["P1", "POMOČ DOMA", "", "", ""],
            ["1", "Topla hiša ob reki", "starejši", "CSD Kranj", "2018"],
            ["2", "Klub", "mladi", "", ""],
        ]
    ]


def test_empty_last_cells_and_a_title_above_are_no_columns_more() -> None:
    text = f"Regijski izvedbeni načrt 2014-2016;;;;\n;;;;\n{HEAD}\n1;Topla hiša;starejši;;\n"
    assert tables(text) == [[HEAD.split(";"), ["1", "Topla hiša", "starejši", "", ""]]]
    title = next(part for part in read_bytes(text.encode()).parts if isinstance(part, Block))
    assert title.lines[0].text == "Regijski izvedbeni načrt 2014-2016"


def test_a_subtotal_between_two_sections_does_not_end_the_table() -> None:
    first, second = ROWS.split("\n")
    text = f'{HEAD}\n{first}\n;;"Vmesni seštevek: 1 ukrep";;\n{second}\n;;"Skupaj: 2 ukrepa";;\n'
    assert tables(text) == [[HEAD.split(";"), first.split(";"), second.split(";")]]
    notes = [part.lines[0].text for part in read_bytes(text.encode()).parts if isinstance(part, Block)]
    assert notes == ["Vmesni seštevek: 1 ukrep", ';;"Skupaj: 2 ukrepa"']


def test_the_table_ends_where_records_end() -> None:
    parts = read_bytes(f"{HEAD}\n{ROWS}\n\nNačrt je sprejela skupina; velja takoj.\n".encode()).parts
    assert [type(part) for part in parts] == [Table, Block]


@pytest.mark.parametrize(
    "text",
    [
        HEAD,
        "Svet je sprejel; župan je podpisal; občina je objavila\n1;2;3",
        "Ukrep, nosilec in rok so znani.\nUkrepi, nosilci, roki\n",
        f"{HEAD}\nNačrt velja.",
        f"{HEAD}\n1;2;3;4;5;6;7",
        "Ukrep, Topla hiša, 2018\nNosilec, CSD, 2019",
    ],
)
def test_sentences_and_lone_heads_are_no_table(text: str) -> None:
    assert tables(text) == []


def test_a_quotation_mark_that_nobody_closes_costs_no_rows() -> None:
    (found,) = tables(f'{HEAD}\n1;Klub "Sonce;starejši;CSD Kranj;2018\n2;Klub;mladi;Dom Sonce;2019\n')
    assert [row[1] for row in found[1:]] == ["Klub Sonce", "Klub"]


@pytest.mark.parametrize("line", ['";', ";", '1;"a";b', HEAD])
def test_hostile_lines_take_linear_time(line: str) -> None:
    def seconds(count: int) -> float:
        gc.collect()
        gc.disable()  # it goes through all that other tests keep alive, and the oftener the more is read here
        start = time.process_time()
        read_bytes((HEAD + "\n" + f"{line}\n" * count).encode())
        taken = time.process_time() - start
        gc.enable()
        return taken

    # The least of three: other work on the machine makes a run longer, and none shorter.
    assert min(map(seconds, [8000] * 3)) < 12 * max(seconds(2000), 0.02)
