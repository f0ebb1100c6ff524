"""Columns of years, quarters and months in which marks say when."""

import time

import pytest

import rinsearch
from rinsearch.compose.fields.schedules import times_of_columns

HEAD = (
    "REGIJSKI IZVEDBENI NAČRT NA PODROČJU SOCIALNEGA VARSTVA\nza gorenjsko regijo za obdobje 2017–2020\n\n4. UKREPI\n\n"
)


def deadlines(times: str, *marks: str) -> list[str | None]:
    rows = [f"{n}. | Klop {'abc'[n]} | mladi | Društvo Pot | {mark}" for n, mark in enumerate(marks)]
    text = "\n".join((f"Št. | Ukrep | Komu | Nosilec | {times}", *rows))
    return [each.deadline for each in rinsearch.analyse(rinsearch.Text(HEAD + text)).measures]


@pytest.mark.parametrize("mark", ["x", "X", "✓", "●", "da", "+"])
def test_marked_years_are_the_time(mark: str) -> None:
    found = deadlines("2017 | 2018 | 2019 | 2020", f" | {mark} | {mark} | ", f"{mark} | | | {mark}", f" | | | {mark}")
    assert found == ["2018–2019", "2017, 2020", "2020"]


@pytest.mark.parametrize(
    ("times", "expected"),
    [
        ("leto 2018 | leto 2019", "2018–2019"),
        ("2018/I | 2018/II", "I 2018–II 2018"),
        ("Q1 2018 | Q2 2018", "Q1 2018–Q2 2018"),
        ("1. kv. 2018 | 2. kv. 2018", "1. kv. 2018–2. kv. 2018"),
        ("januar 2018 | februar 2018", "januar 2018–februar 2018"),
    ],
)
def test_parts_of_years_are_named_with_their_year(times: str, expected: str) -> None:
    assert deadlines(times, "x | x", "x | x") == [expected, expected]


def test_sums_of_money_below_years_are_no_time() -> None:
    assert deadlines("2017 | 2018", "12.000 | 13.000", "x | 3.000") == [None, None]


@pytest.mark.parametrize("headings", [("Ukrep", "2018"), ("2018", "Ukrep", "2019"), ("Ukrep", "Nosilec"), ("1", "2")])
def test_one_year_alone_or_apart_is_no_schedule(headings: tuple[str, ...]) -> None:
    assert times_of_columns(headings) == {}


def test_time_grows_with_the_marks_of_a_cell_and_not_with_their_square() -> None:
    def seconds(count: int) -> float:
        start = time.process_time()
        for marks in ("✓", "● ", "█"):
            assert deadlines("2017 | 2018", f"{marks * count}a | x", "x | x")[0] is None
        return time.process_time() - start

    seconds(10)  # what is made once
    assert seconds(20_000) < 10 * seconds(5_000)  # four times as many; their square is sixteen times as much


def test_items_below_a_name_and_times_are_measures_of_both() -> None:
    text = (
        "Regijski izvedbeni načrt na področju socialnega varstva za podravsko regijo 2017-2020\n\n"
        "NOSILEC: CSD MARIBOR\n\n  do konca leta 2017\n     * Svetovanje očetom po razvezi\n"
        "     * Pomoč otrokom iz rejništva\n  do konca leta 2019\n     * Hiša za starše\n\n"
        "NOSILEC: ZAVOD PIP\n\n  v letu 2018\n     * Pravna pomoč za tujce\n\n"
        "OPRAVLJENO V LETIH 2014–2016\n     * Dnevni center za brezdomce v Mariboru\n"
    )
    found = rinsearch.analyse(rinsearch.Text(text)).measures
    assert [(each.text, each.providers[0].casefold(), each.deadline) for each in found] == [
        ("Svetovanje očetom po razvezi", "csd maribor", "do konca leta 2017"),
        ("Pomoč otrokom iz rejništva", "csd maribor", "do konca leta 2017"),
        ("Hiša za starše", "csd maribor", "do konca leta 2019"),
        ("Pravna pomoč za tujce", "zavod pip", "letu 2018"),
    ]


def test_lines_below_months_that_end_in_who_does_it_are_measures() -> None:
    text = (
        "Regijski izvedbeni načrt na področju socialnega varstva za zasavsko regijo 2017-2020\n\n"
        "JANUAR–MAREC\n\nZbiranje pohištva za družine (vodi OZ RKS Trbovlje)\n"
        "Delavnica za mlade (vodi Mladinski center)\n\n"
        "APRIL–JUNIJ\n\nPisarna za begunce (vodi Karitas Hrastnik)\n\n"
        "Kaj smo naredili lani\n\nZbirali smo oblačila (vodi RKS).\n"
    )
    found = rinsearch.analyse(rinsearch.Text(text)).measures
    assert [(each.text, each.deadline) for each in found] == [
        ("Zbiranje pohištva za družine", "JANUAR–MAREC"),
        ("Delavnica za mlade", "JANUAR–MAREC"),
        ("Pisarna za begunce", "APRIL–JUNIJ"),
    ]
