"""Tables to passages: one for each row, or one for a form of labels and values."""

from collections.abc import Sequence

import pytest

from rinsearch.passages import split
from rinsearch.records import Box, Cell, Document, Line, Origin, Passage, PassageKind, Table


def cell(text: str, place: int = 0, page: int = 1) -> Cell:
    lines = text.split("\n") if text else []
    return Cell(tuple(Line(line, page, Box(place, 10 * n, place + 9, 10 * n + 9)) for n, line in enumerate(lines)))


def table(rows: Sequence[Sequence[str]], header: int = 1) -> Table:
    grid = tuple(tuple(cell(text, 100 * r + 10 * c) for c, text in enumerate(row)) for r, row in enumerate(rows))
    return Table(grid, Origin.TEXT_LAYER, header)


def passages(*tables: Table) -> tuple[Passage, ...]:
    return split(Document("d", (), "application/pdf", 1, tables))[0]


def columns(passage: Passage) -> list[tuple[str, str]]:
    return [(column.heading, passage.text[column.start : column.end]) for column in passage.columns]


def test_a_row_is_one_passage_and_its_columns_have_their_headings() -> None:
    (row,) = passages(table([["Št.", "Ukrep", "Rok"], ["1.1", "Dnevni cen-\nter", "2018"]]))
    assert row.kind is PassageKind.ROW
    assert row.text == "1.1 | Dnevni center | 2018"
    assert columns(row) == [("Št.", "1.1"), ("Ukrep", "Dnevni center"), ("Rok", "2018")]
    assert row.table == 0


def test_tables_are_counted_from_zero() -> None:
    rows = passages(table([["A", "B"], ["c", "d"]]), table([["A", "B"], ["e", "f"]]))
    assert [row.table for row in rows] == [0, 1]


def test_an_empty_cell_keeps_its_column() -> None:
    (row,) = passages(table([["Ukrep", "Rok", "Vir"], ["Center", "", "MDDSZ"]]))
    assert columns(row) == [("Ukrep", "Center"), ("Rok", ""), ("Vir", "MDDSZ")]


def test_headings_one_above_the_other_are_joined() -> None:
    (row,) = passages(table([["Ukrep", "Sredstva", "Sredstva"], ["Ukrep", "2018", "2019"], ["Center", "10", "20"]], 2))
    assert [heading for heading, _ in columns(row)] == ["Ukrep", "Sredstva / 2018", "Sredstva / 2019"]


def test_a_merged_row_is_a_heading_for_the_rows_below() -> None:
    title = cell("Prednostno področje 2: Nastanitev")
    rows = table([["Št.", "Ukrep"], ["1.1", "Center"], ["2.1", "Dom"]]).rows
    whole = Table((rows[0], rows[1], (title, title), rows[2]), Origin.TEXT_LAYER, 1)
    found = passages(whole)
    assert [passage.kind for passage in found] == [PassageKind.ROW, PassageKind.HEADING, PassageKind.ROW]
    assert found[0].section == ()
    assert found[2].section == ("Prednostno področje 2: Nastanitev",)


def test_a_cell_merged_over_two_columns_stands_once() -> None:
    wide = cell("skupaj", 7)
    rows = table([["A", "B", "C"], ["x", "y", "z"]]).rows
    (row,) = passages(Table((rows[0], (rows[1][0], wide, wide)), Origin.TEXT_LAYER, 1))
    assert columns(row) == [("A", "x"), ("B / C", "skupaj")]


def test_labels_beside_values_are_one_passage() -> None:
    (row,) = passages(table([["Ukrep", "Varna soba"], ["Nosilec:", "CSD Trebnje"], ["Rok", "2018"]], header=0))
    assert row.text == "Ukrep: Varna soba | Nosilec: CSD Trebnje | Rok: 2018"
    assert columns(row) == [("Ukrep", "Varna soba"), ("Nosilec", "CSD Trebnje"), ("Rok", "2018")]


def test_known_labels_are_a_form_even_where_a_header_was_supposed() -> None:
    (row,) = passages(table([["Ukrep 2.13", "Točka"], ["Ciljna skupina", "starejši"], ["Rok", "2018"]]))
    assert columns(row)[0] == ("Ukrep 2.13", "Točka")


def test_a_label_that_comes_again_begins_the_next_form() -> None:
    rows = [["Ukrep", "Prvi"], ["Rok", "2018"], ["Ukrep", "Drugi"], ["Rok", "2019"]]
    assert [row.text for row in passages(table(rows, header=0))] == [
        "Ukrep: Prvi | Rok: 2018",
        "Ukrep: Drugi | Rok: 2019",
    ]


def merged(rows: Sequence[Sequence[str]]) -> Table:
    """Cells of which ``"<"`` stands for one that the cell to its left covers."""
    grid = [[plain(text) for text in row] for row in rows]
    covered = [(r, c) for r, row in enumerate(rows) for c, text in enumerate(row) if text == "<"]
    for r, c in covered:
        grid[r][c] = grid[r][c - 1]
    return Table(tuple(map(tuple, grid)), Origin.MARKUP, 0, merged=tuple(covered))


CARD = [
    ["1. Zimska postelja", "<", "<", "<"],
    ["Uporabniki", "ljudje brez strehe", "Rok", "2018"],
    ["Nosilec", "Karitas", "Ocena stroškov", "900 EUR"],
    ["Opis", "Postelje in topel čaj.", "<", "<"],
]


def test_several_labels_beside_their_values_in_a_row_are_one_form() -> None:
    title, form = passages(merged(CARD))
    assert (title.kind, title.text) == (PassageKind.HEADING, "1. Zimska postelja")
    assert columns(form) == [
        ("Uporabniki", "ljudje brez strehe"),
        ("Rok", "2018"),
        ("Nosilec", "Karitas"),
        ("Ocena stroškov", "900 EUR"),
        ("Opis", "Postelje in topel čaj."),
    ]


def test_pairs_of_the_next_card_are_another_form() -> None:
    found = passages(merged([*CARD[1:3], *CARD[1:3]]))
    assert [row.text[:30] for row in found] == ["Uporabniki: ljudje brez strehe"] * 2


@pytest.mark.parametrize(
    "rows",
    [
        [["Ukrep", "Nosilec", "Rok", "Sredstva"], ["Center", "CSD", "2018", "900"]],
        [["Ukrep", "Nosilec", "Rok", "Sredstva"], ["Ukrep", "Nosilec", "Rok", "Sredstva"]],
        [["Rok", "2018", "Nosilec"], ["Uporabniki", "mladi", "vsi"]],
        [["Novo mesto", "12", "Semič", "3"], ["Trebnje", "5", "Metlika", "4"]],
    ],
)
def test_a_header_above_its_columns_is_no_form_of_pairs(rows: list[list[str]]) -> None:
    assert all(not passage.text.startswith(f"{rows[0][0]}:") for passage in passages(merged(rows)))


def test_two_columns_with_a_heading_are_no_form() -> None:
    rows = passages(table([["Kratica", "Pomen"], ["CSD", "center za socialno delo"], ["RIN", "načrt"]]))
    assert [row.text for row in rows] == ["CSD | center za socialno delo", "RIN | načrt"]


def test_a_header_without_rows_is_a_row() -> None:
    (row,) = passages(table([["samo", "ena", "vrstica"]]))
    assert columns(row) == [("", "samo"), ("", "ena"), ("", "vrstica")]


def test_empty_rows_give_nothing() -> None:
    assert len(passages(table([["A", "B"], ["", ""], ["c", "d"]]))) == 1


def plain(text: str) -> Cell:
    """A cell as office files and web pages have it, without a place."""
    return Cell((Line(text),) if text else ())


def test_a_cell_that_the_file_says_is_merged_stands_once() -> None:
    wide = plain("skupaj")
    rows = ((plain("A"), plain("B"), plain("C")), (plain("x"), wide, wide))
    (row,) = passages(Table(rows, Origin.MARKUP, 1, merged=((1, 2),)))
    assert row.text == "x | skupaj"
    assert columns(row) == [("A", "x"), ("B / C", "skupaj")]


def test_equal_cells_side_by_side_that_are_not_merged_stay_two() -> None:
    rows = ((plain("A"), plain("2018"), plain("2019")), (plain("x"), plain("10"), plain("10")))
    (row,) = passages(Table(rows, Origin.MARKUP, 1))
    assert columns(row) == [("A", "x"), ("2018", "10"), ("2019", "10")]


def test_a_merged_row_of_two_columns_is_a_heading_where_the_file_says_so() -> None:
    title = plain("2. Nastanitev")
    rows = (
        (plain("Ukrep"), plain("Rok")),
        (plain("Center"), plain("2018")),
        (title, title),
        (plain("Dom"), plain("2019")),
    )
    kinds = [passage.kind for passage in passages(Table(rows, Origin.MARKUP, 1, merged=((2, 1),)))]
    assert kinds == [PassageKind.ROW, PassageKind.HEADING, PassageKind.ROW]
