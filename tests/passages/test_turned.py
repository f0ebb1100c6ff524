"""Tables that lie on their side: each column but the first is a row, and the first has the headings."""

from collections.abc import Sequence

import pytest

from rinsearch.passages import split
from rinsearch.records import Cell, Document, Line, Origin, PassageKind, Table

NAMES = ["Klub ob reki", "Topel obrok"]
WHO = ["CSD Kranj", "Karitas Bled"]
WHEN = ["31. 12. 2018", "stalno"]
UPRIGHT = ["Klub ob reki | CSD Kranj | 31. 12. 2018", "Topel obrok | Karitas Bled | stalno"]


def rows_in(*rows: Sequence[str], header: int = 1, title: str = "") -> list[str]:
    cells = [tuple(Cell((Line(text, 1),) if text else ()) for text in row) for row in rows]
    over = [tuple(Cell((Line(title, 1),)) for _ in rows[0])] if title else []
    table = Table((*over, *cells), Origin.MARKUP, header)
    passages, _ = split(Document("d", (), "text/html", 1, (table,)))
    return [each.text for each in passages if each.kind is PassageKind.ROW]


@pytest.mark.parametrize("header", [0, 1])
@pytest.mark.parametrize(
    "labels", [("Ukrep", "Nosilec", "Rok"), ("Naziv ukrepa:", "Izvajalec:", "Rok izvedbe:"), ("", "Kdo", "Do kdaj")]
)
def test_each_column_is_a_row_of_its_own(labels: tuple[str, str, str], header: int) -> None:
    rows = [[label, *cells] for label, cells in zip(labels, (NAMES, WHO, WHEN), strict=True)]
    assert rows_in(*rows, header=header) == UPRIGHT


def test_numbers_above_the_names_and_a_merged_title_change_nothing() -> None:
    rows = [["", "Ukrep 1", "Ukrep 2"], ["Kaj", *NAMES], ["Kdo", *WHO], ["Do kdaj", *WHEN]]
    wanted = ["Ukrep 1 | Klub ob reki | CSD Kranj | 31. 12. 2018", "Ukrep 2 | Topel obrok | Karitas Bled | stalno"]
    assert rows_in(*rows) == wanted
    assert rows_in(*rows, header=0, title="Prednostna naloga 1: Starost") == wanted


def test_an_empty_cell_stays_empty() -> None:
    assert rows_in(["Ukrep", *NAMES], ["Nosilec", "CSD Kranj", ""], ["Rok", "", "2019"])[1] == "Topel obrok |  | 2019"


@pytest.mark.parametrize(
    "rows",
    [
        (["Ukrep", "Nosilec", "Rok"], ["Klub", "CSD Kranj", "2018"], ["Obrok", "Karitas", "2019"]),
        (["Ukrep", "Klub", "Klub"], ["Nosilec", "CSD Kranj", "Karitas"], ["Rok", "2018", "2019"]),  # one, merged
        (["Kazalnik", "2016", "2017"], ["Ukrepi", "12", "14"], ["Uporabniki", "220", "240"]),
        (["Ukrep", "Klub", "Rok", "2018"], ["Nosilec", "CSD", "Vir", "občina"], ["Komu", "mladi", "Cilj", "delo"]),
    ],
)
def test_other_tables_stand_upright(rows: tuple[list[str], ...]) -> None:
    assert not any(row.startswith(f"{rows[0][1]} | {rows[1][1]}") for row in rows_in(*rows, header=1))
