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
        ("Dosje: 900-10/2017-25/4-1032", "900-10/2017-25/4-1032"),
        ("Številka: 032-0009/2017-7 (231)", "032-0009/2017-7-(231)"),
        ("Številka: 122-15/2017 K(3)", "122-15/2017-K-(3)"),
        ("Evidenčna oznaka: OO-9/2017-OSOV", "00-9/2017-OSOV"),
        ("Predlagatelj: župan | Zadeva 410-28/2017", "410-28/2017"),
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


def test_an_office_may_number_by_its_letter_and_two_digits_of_the_year() -> None:
    assert numbers("Evid. št.: K-032/17-03") == ["K-032/17-03"]
    assert not numbers("Sedež K-032/17-03")


@pytest.mark.parametrize("text", ["Tel: 410-28/2017", "parc. št. 410-28/2017", "Uradni list RS, št. 410-28/2017"])
def test_what_stands_behind_a_telephone_a_parcel_or_the_gazette_is_no_file_number(text: str) -> None:
    assert not numbers(text)


def test_what_counts_behind_a_file_number_is_no_part_of_it() -> None:
    assert numbers("Številka: 122-6/2017 (2017)") == ["122-6/2017"]
    assert numbers("122-6/2017 K točki (3)") == ["122-6/2017"]


def test_the_count_of_pages_beside_a_file_number_is_no_part_of_it() -> None:
    assert numbers("007-0002/2018-3     2/3") == ["007-0002/2018-3"]
    assert numbers("007-0002/2018-3 2/3") == ["007-0002/2018-3"]
