"""File numbers with what offices write behind them, and numbers of resolutions that look like them."""

import pytest

from rinsearch.matching import fits
from rinsearch.tag.case_numbers import case_numbers
from rinsearch.tag.pipeline import nlp


def numbers(text: str) -> list[str]:
    return [find.value for find in case_numbers(nlp().make_doc(text))]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Oznaka spisa: 032-0002/2014 (7)", "032-0002/2014-(7)"),
        ("Šifra zadeve: 900-11/2017 40/07", "900-11/2017-40/07"),
        ("Številka: 900-21/2017 6/2", "900-21/2017-6/2"),
        ("Številka: 122-08/2013-5", "122-08/2013-5"),
        ("Številka: 28-192/2017", "28-192/2017"),
        ("Zadeva: 28-192/2017 – Predlog odloka", "28-192/2017"),
    ],
)
def test_a_file_number_holds_the_sheet_the_office_and_the_official(text: str, number: str) -> None:
    assert numbers(text) == [number]
    assert fits("case_number", number, number[: number.index("/20") + len("/2017")])


@pytest.mark.parametrize(
    "text",
    [
        "28-192/2017: Svet se je seznanil s poročilom.",
        "Zahtevali so odgovor. 28-193/2017: Pobuda se zavrne.",
        "• 28-194/2017 – Sprejme se rebalans.",
    ],
)
def test_the_number_of_a_resolution_above_its_text_is_no_file_number(text: str) -> None:
    assert not numbers(text)


def test_the_count_of_pages_beside_a_file_number_is_no_part_of_it() -> None:
    assert numbers("007-0002/2018-3     2/3") == ["007-0002/2018-3"]
    assert numbers("007-0002/2018-3 2/3") == ["007-0002/2018-3"]
