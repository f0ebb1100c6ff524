"""Cells and values over two lines: the second one begins with what had no room, or stands further in than its label."""

from collections.abc import Sequence

import pytest

import rinsearch
from rinsearch.records import Measure

HEAD = "REGIJSKI IZVEDBENI NAČRT NA PODROČJU SOCIALNEGA VARSTVA ZA KOROŠKO 2021-2024\n\n{title}\n\n"
ROWS = [
    ("Stanovanjska skupina »Uršlja«", "osebe z dolgotrajnimi", "ŠENT, enota Slovenj", "do 30. 6. 2022"),
    ("za šest stanovalcev", "težavami v duševnem zdravju", "Gradec", ""),
    ("Krizni telefon v nočnih", "mladi v stiski, odrasli z", "Zdravstveni dom", "IV. četrtletje"),
    ("urah in podnevi", "samomorilnimi mislimi", "Ravne", "2023"),
    ("Botrstvo za vozovnice", "dijaki iz revnih družin", "Karitas Dravograd", "1. 9. 2022"),
]
NAMES = ["Stanovanjska skupina »Uršlja« za šest stanovalcev", "Krizni telefon v nočnih urah in podnevi"]
HEADS = [("Ukrep", "Komu je namenjen", "Kdo izvaja", "Kdaj"), ("Aktivnost", "Ciljna skupina", "Nosilec", "Rok")]


def table(head: tuple[str, ...], rows: Sequence[tuple[str, ...]], width: int = 32, blank: str = "") -> str:
    lines = ["".join(cell.ljust(width) for cell in row).rstrip() for row in [head, *rows]]
    return f"{lines[0]}\n{blank}" + "\n".join(lines[1:]) + "\n"


def found(words: str, title: str = "4 UKREPI") -> tuple[Measure, ...]:
    return rinsearch.analyse(rinsearch.Text(HEAD.format(title=title) + words)).measures


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize("width", [30, 32, 36])
@pytest.mark.parametrize("blank", ["", "\n"])
def test_a_line_whose_name_had_no_room_above_goes_on_with_the_row(
    head: tuple[str, ...], width: int, blank: str
) -> None:
    measures = found(table(head, ROWS, width, blank))
    assert [each.text for each in measures] == [*NAMES, "Botrstvo za vozovnice"]
    assert measures[0].providers == ("ŠENT, enota Slovenj Gradec",)
    assert measures[1].providers == ("Zdravstveni dom Ravne",)
    assert measures[1].deadline == "IV. četrtletje 2023"


@pytest.mark.parametrize("head", HEADS)
def test_short_names_in_small_letters_below_a_capital_are_rows_of_their_own(head: tuple[str, ...]) -> None:
    rows = [
        ("Topli obrok za starejše ljudi v vaseh", "starejši", "Karitas Bled", "2022"),
        ("prevozi", "invalidi", "prostovoljci Bled", "2023"),
        ("klub staršev v Kranju in na Bledu", "družine", "Dom Kranj", "2023"),
        ("nočni počitek", "oskrbovalci", "Dom Kranj", "2024"),
    ]
    assert [each.text for each in found(table(head, rows, 40))] == [row[0] for row in rows]


CARD = "Naziv: {name}\nUporabniki: starejši\nOdgovorna organizacija: {who}\nIzvedeno bo do: 2022\n"


@pytest.mark.parametrize("indent", ["   ", "  ", "        "])
@pytest.mark.parametrize("who", ["Zdravstveni dom|Sevnica", "Društvo Tihi|Svet", "Center za socialno|delo Krško"])
def test_a_line_further_in_is_the_rest_of_a_value(indent: str, who: str) -> None:
    words = "\n".join(CARD.format(name=name, who=who.replace("|", f"\n{indent}")) for name in ("Rikša", "Klop"))
    measures = found(words)
    assert [each.text for each in measures] == ["Rikša", "Klop"]
    assert [each.providers for each in measures] == [(who.replace("|", " "),)] * 2


def test_a_label_further_in_is_none() -> None:
    words = "\n".join(CARD.format(name=name, who=f"Dom {name}\n   Opomba: dvakrat") for name in ("Rikša", "Klop"))
    assert [each.providers for each in found(words)] == [("Dom Rikša",), ("Dom Klop",)]


def test_goals_above_tables_are_the_priorities_and_their_sums_are_not() -> None:
    goals = ["Ljudje živijo doma", "Dolgov je manj", "Kosilo je za vse"]
    text = ""
    for at, goal in enumerate(goals, 1):
        rows = [(row[0][:-1] + str(at), *row[1:]) for row in ROWS]
        text += f"Cilj {at}: {goal}\n\n{table(HEADS[0], rows)}\nSkupaj cilj {at}          12.000 EUR\n\n"
    paper = rinsearch.analyse(rinsearch.Text(HEAD.format(title="RAZPREDELNICA UKREPOV") + text))
    assert [each.title for each in paper.priorities] == goals
