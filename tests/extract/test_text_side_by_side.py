"""Cards side by side in plain text are read one below the other. Source: cards of plans, printed two to a page."""

import time

import pytest

from rinsearch.extract.text_columns import one_below_the_other

BLANKS = [
    "UKREP 1                  UKREP 2",
    "Ime: Vrt za vse          Ime: Topla hiša",
    "Kdo: Društvo Pot in      Kdo: Dom Sonce",
    "     prostovoljci        Kdaj: jesen 2023",
    "Kdaj: 2022",
]
BARS = [
    "+----------------+----------------+",
    "| Vrt za vse     | Topla hiša     |",
    "| Kdo: CSD       | Kdo: Dom Sonce |",
    "| Rok: 2022      | Rok: 2023      |",
    "+----------------+----------------+",
    "| Klub           | Tečaj          |",
    "| Kdo: ZD        | Kdo: Karitas   |",
    "| Rok: maj 2022  | Rok: 2024      |",
    "+----------------+----------------+",
]


def test_cards_between_blanks_follow_one_another() -> None:
    assert one_below_the_other(BLANKS) == [
        *["UKREP 1", "Ime: Vrt za vse", "Kdo: Društvo Pot in", "     prostovoljci", "Kdaj: 2022", ""],
        *["UKREP 2", "Ime: Topla hiša", "Kdo: Dom Sonce", "Kdaj: jesen 2023", ""],
    ]


def test_cards_in_a_frame_follow_one_another_row_by_row() -> None:
    names = [line for line in one_below_the_other(BARS) if line and ":" not in line]
    assert names == ["Vrt za vse", "Topla hiša", "Klub", "Tečaj"]


@pytest.mark.parametrize(
    "lines",
    [
        ["Ukrep      Nosilec     Rok", "Vrt: nov   CSD: enota  2018", "Dom: star  ZD: vse     2019"],
        ["Kraj: Kranj      Datum: 3. 5. 2018", "Ura: 17.00       Prostor: sejna soba"],
        ["Kdo: CSD Kranj   Kdo: ZD Kranj", "en sam tak par oznak ni kartica"],
        ["| Ukrep | Nosilec |", "| Vrt: nov | CSD |", "| Dom: star | ZD |"],
        ["Nosilec: CSD Kranj   Nosilec: ZD", "Rok: 2018      Rok: 2019"],
    ],
)
def test_other_lines_stay_as_they_are(lines: list[str]) -> None:
    assert one_below_the_other(lines) == lines


@pytest.mark.parametrize("line", ["Kdo: x   ", "| Kdo: x ", "a:  "])
def test_many_cards_take_linear_time(line: str) -> None:
    start = time.perf_counter()
    one_below_the_other([line * 2_000] * 20)
    assert time.perf_counter() - start < 4.0, "on a slow machine; what takes quadratic time takes many more"
