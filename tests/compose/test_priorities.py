"""Priorities: titles with their word and number, series, columns, merged rows, lists inside sentences."""

import pytest

import rinsearch

HEAD = "REGIJSKI IZVEDBENI NAČRT NA PODROČJU SOCIALNEGA VARSTVA\nza gorenjsko regijo za obdobje 2017–2020\n\n"
END = "\n\nNaloga 1.1. Topla hiša. Odpre jo Dom Sonce do 30. 6. 2018.\n"


def titles(text: str) -> list[tuple[str | None, str]]:
    found = rinsearch.analyse(rinsearch.Text(HEAD + text)).priorities
    return [(priority.number, priority.title) for priority in found]


@pytest.mark.parametrize(
    ("line", "number", "title"),
    [
        ("PRIORITETA 1: STREHA NAD GLAVO", "1", "STREHA NAD GLAVO"),
        ("PREDNOSTNO PODROČJE I – STAROST DOMA", "I", "STAROST DOMA"),
        ("A. PRIORITETA: STAREJŠI IN BOLNI", "A", "STAREJŠI IN BOLNI"),
        ("USMERITEV 3. Nasilje in alkohol v družinah", "3", "Nasilje in alkohol v družinah"),
        ("Prioriteta C2. LJUDJE ZA ZIDOVI", "C2", "LJUDJE ZA ZIDOVI"),
        ("Prednostna naloga 2: Bivanje doma", "2", "Bivanje doma"),
        ("Steber II: Zdravje", "II", "Zdravje"),
        ("Področje B: Otroci in mladostniki", "B", "Otroci in mladostniki"),
        ("3.1 PREDNOSTNO PODROČJE »DOMA OSTATI«", "1", "»DOMA OSTATI«"),
        ("3.2 Druga prednostna naloga: zasvojeni in njihovi bližnji", "1", "zasvojeni in njihovi bližnji"),
        ("IV. Prioriteta A: Ohranjanje pomoči na domu", "A", "Ohranjanje pomoči na domu"),
    ],
)
def test_a_title_of_a_priority_is_known_by_its_word(line: str, number: str, title: str) -> None:
    assert titles(line + END) == [(number, title)]


@pytest.mark.parametrize(
    "line",
    [
        "Prioriteta regije so starejši in bolni.",
        "Področje socialnega varstva",
        "Cilj 1: zmanjšati revščino",
        "Področje A ima 41 občin.",
        "Kazalo prioritet",
    ],
)
def test_other_lines_are_no_priorities(line: str) -> None:
    assert titles(line + END) == []


def test_titles_that_count_up_with_a_word_of_their_own_are_priorities() -> None:
    text = "ZAVEZA 1: romska skupnost\n\nZAVEZA 2: nevarnost doma\n\nZAVEZA 3: ljudje z ovirami"
    assert titles(text) == [("1", "romska skupnost"), ("2", "nevarnost doma"), ("3", "ljudje z ovirami")]


def test_what_else_counts_up_is_no_series_of_priorities() -> None:
    assert titles("Preglednica 1: starost\n\nPreglednica 2: nasilje\n\nPreglednica 3: promet") == []


def test_priorities_are_named_inside_a_sentence() -> None:
    text = "V njem so tri prednostna področja: pomoč na domu, duševno zdravje in odvisnosti, delo z mladimi."
    assert [title for _, title in titles(text)] == ["pomoč na domu", "duševno zdravje in odvisnosti", "delo z mladimi"]


def test_codes_in_a_list_are_the_numbers_of_priorities() -> None:
    text = "Prioritete regije so: (P1) nasilje, (P2) duševno zdravje, (P3) starejši."
    assert titles(text) == [("P1", "nasilje"), ("P2", "duševno zdravje"), ("P3", "starejši")]


def test_a_measure_stands_under_its_priority_and_inherits_its_groups() -> None:
    text = "Prioriteta 2: Romi\n\nCilj: končana šola.\n\nUkrep 2.1: Soba\nNosilec: CSD Kranj\nRok: 2018\n"
    (measure,) = rinsearch.analyse(rinsearch.Text(HEAD + text)).measures
    assert (measure.priority, measure.goal) == ("2", "končana šola")
    assert (measure.target_groups, measure.inherited) == ((), ("romi",))
