"""Markdown: headings with levels, lists, pipe tables, marks that are no text."""

from rinsearch.records import Block
from tests.extract.shown import blocks, cells, read, tables

TEXT = """# Zapisnik 5. seje

Občinski **svet** je
sprejel [načrt](https://obcina.example/nacrt).
Prva vrstica\x20\x20
Druga vrstica

## Ukrepi ##

- starejši
- mladi
1. prvi

| Ukrep | Rok |
|---|:---:|
| Dnevni center<br>za otroke | 2018 |
| A \\| B | |

Konec.
"""


def test_blocks_come_without_their_marks() -> None:
    assert blocks(read(TEXT)) == [
        ("heading", "Zapisnik 5. seje"),
        ("paragraph", "Občinski svet je / sprejel načrt. / Prva vrstica  "),
        ("paragraph", "Druga vrstica"),
        ("heading", "Ukrepi"),
        ("item", "- starejši"),
        ("item", "- mladi"),
        ("item", "1. prvi"),
        ("paragraph", "Konec."),
    ]


def test_headings_have_the_level_of_their_marks() -> None:
    levels = [part.level for part in read(TEXT).parts if isinstance(part, Block) and part.level]
    assert levels == [1, 2]


def test_a_pipe_table_is_a_table() -> None:
    (table,) = tables(read(TEXT))
    assert table.header_rows == 1
    assert cells(table) == [["Ukrep", "Rok"], ["Dnevni center za otroke", "2018"], ["A | B", ""]]


def test_bars_without_a_rule_are_no_table() -> None:
    assert tables(read("# Naslov\n\nza | proti\n12 | 3\n")) == []


def test_rows_between_bars_are_a_table_without_a_rule_too() -> None:
    rows = "| Ukrep | Rok |\n| Klub | 2018 |\n| Most | 2019 |\n"
    ruled = rows.replace("|\n", "|\n|---|---|\n", 1)
    first, second = tables(read(f"{ruled}\nCilj 1.2: drugi\n{rows}\nDve vrstici | nista |\n| tabela |\n"))
    assert cells(first) == cells(second) == [["Ukrep", "Rok"], ["Klub", "2018"], ["Most", "2019"]]
    assert (first.header_rows, second.header_rows) == (1, 1)


def test_multiplication_is_no_emphasis() -> None:
    assert blocks(read("# A\n\n3 * 4 * 5 in snake_case_ime"))[1] == ("paragraph", "3 * 4 * 5 in snake_case_ime")


def test_headings_of_a_text_without_marks_show_in_their_words() -> None:
    text = "4 PREDNOSTNA PODROČJA\n\n4.1 Starejši na vasi\n\nJe novo.\n\n| Ukrep | Rok |\n|---|---|\n| Klop | 2018 |\n"
    assert blocks(read(text)) == [
        ("heading", "4 PREDNOSTNA PODROČJA"),
        ("heading", "4.1 Starejši na vasi"),
        ("paragraph", "Je novo."),
    ]
    assert blocks(read(f"# Načrt\n\n{text}"))[1] == ("paragraph", "4 PREDNOSTNA PODROČJA")


def test_a_row_drawn_over_several_lines_is_one() -> None:
    (table,) = tables(
        read("| Št. | Ukrep | Nosilec | Rok |\n|---|---|---|---|\n| 1 | Klop | CSD Bled | 2018 |\n| | za vse | | |\n")
    )
    read_rows = [[" ".join(line.text for line in cell.lines) for cell in row] for row in table.rows]
    assert read_rows[1:] == [["1", "Klop za vse", "CSD Bled", "2018"]]
