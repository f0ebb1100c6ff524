"""Measures told of in letters and short plans: names in quotation marks, times behind who, goals above cards."""

import pytest

import rinsearch
from rinsearch.records import Analysis

HEAD = "REGIJSKI IZVEDBENI NAČRT NA PODROČJU SOCIALNEGA VARSTVA\nza gorenjsko regijo za obdobje 2017–2020\n\n"


def understood(text: str) -> Analysis:
    return rinsearch.analyse(rinsearch.Text(HEAD + text))


@pytest.mark.parametrize(
    "sentence",
    [
        "Ukrep »Prevoz za vse«, ki ga vodi Društvo upokojencev Kranj, bo pri nas stekel 1. 3. 2018.",
        "Program »Prevoz za vse« bo Društvo upokojencev Kranj pripravilo do 1. 3. 2018.",
    ],
)
def test_a_measure_in_quotation_marks_is_told_by_its_sentence(sentence: str) -> None:
    (found,) = understood(f"K vsebini imamo pripombo:\n2. {sentence}\n").measures
    assert "»Prevoz za vse«" in found.text
    assert (found.providers, found.deadline) == (("Društvo upokojencev Kranj",), "1. 3. 2018")


@pytest.mark.parametrize(
    "sentence",
    [
        "Ukrep »Prevoz za vse«, ki ga je vodilo Društvo upokojencev Kranj, je bil 1. 3. 2016 končan.",
        "Ukrep »Prevoz za vse« nam je všeč.",
        "Naloga 7.2 se v Kranju nadaljuje tudi po letu 2018. Vodi jo CSD Kranj.",
    ],
)
def test_what_is_only_mentioned_is_none(sentence: str) -> None:
    assert not understood(f"K vsebini imamo pripombo:\n2. {sentence}\n").measures


@pytest.mark.parametrize(
    ("told", "deadline"),
    [
        ("nosilec Karitas Kranj, izvedba do 1. 6. 2019", "1. 6. 2019"),
        ("izvajalka je Karitas Kranj, začetek najpozneje 1. 2. 2018", "1. 2. 2018"),
        ("nosilec Karitas Kranj, izvedba 2018-2020", "2018-2020"),
        ("nosilec Karitas Kranj, odprtje predvidoma 1. 2. 2018", "1. 2. 2018"),
    ],
)
def test_a_time_behind_who_is_no_part_of_the_name(told: str, deadline: str) -> None:
    (found,) = understood(f"Kaj to pomeni za Kranj\n  * program »Plati zvona« za starejše, {told}.\n").measures
    assert (found.providers, found.deadline) == (("Karitas Kranj",), deadline)


def test_the_name_of_a_measure_is_not_who_does_it() -> None:
    (found,) = understood(
        "4. UKREPI\n\n• Ukrep 1 – Zadruga za ljudi, ki so izgubili službo\n  rok: marec 2019\n"
    ).measures
    assert found.providers == ()


def test_goals_above_cards_are_priorities_and_numbers_above_them_are_none() -> None:
    card = "{}\nNAZIV UKREPA: Klub {}\nNOSILEC: CSD Kranj\nČAS IZVEDBE: 2018\n\n"
    text = "3 UKREPI\n\nCILJ I: MANJ REVŠČINE\n\n{}{}CILJ II: DOSTOPNOST STORITEV\n\n{}".format(
        card.format("I/1", "ena"), card.format("I/2", "dve"), card.format("II/1", "tri")
    )
    found = understood(text)
    assert [(each.number, each.title) for each in found.priorities] == [
        ("I", "MANJ REVŠČINE"),
        ("II", "DOSTOPNOST STORITEV"),
    ]
    assert [each.priority for each in found.measures] == ["I", "I", "II"]


def test_priorities_of_another_program_are_none_of_the_plan() -> None:
    listed = "1. Središče za stare in mlade,\n2. Topla miza za občane.\n"
    assert not understood(f"Prednostne naloge lokalnega programa so:\n{listed}").priorities
    assert len(understood(f"Prednostne naloge načrta so:\n{listed}").priorities) == 2


def test_words_in_brackets_below_a_name_belong_to_its_row() -> None:
    text = """V novem načrtu so trije ukrepi:

  ukrep                            nosilec              začetek
  ------------------------------   ------------------   ----------
  Bivalna skupnost v Žerjavu       CUDV Črna            jan. 2019
    (odrasli z motnjami v razvoju)
  Knjiga na dom                    Koroška osrednja     feb. 2018
    (slabovidni in nepokretni)     knjižnica
"""
    found = understood(text).measures
    assert [(each.text, each.providers) for each in found] == [
        ("Bivalna skupnost v Žerjavu (odrasli z motnjami v razvoju)", ("CUDV Črna",)),
        ("Knjiga na dom (slabovidni in nepokretni)", ("Koroška osrednja knjižnica",)),
    ]


def test_paragraphs_by_municipalities_tell_of_the_plan_and_a_beginning_completes_how_often() -> None:
    text = (
        "POVZETEK REGIJSKEGA IZVEDBENEGA NAČRTA ZA NOTRANJSKO-KRAŠKO REGIJO (2014–2016)\n\n"
        "V nadaljevanju je opisano, kaj načrt prinaša posameznim občinam.\n\n"
        "Pivka. V Pivki bo dnevni center, ki ga bo Dom upokojencev Postojna odprl do konca leta 2015.\n\n"
        "Postojna. Brez novosti. Varna hiša je v letu 2013 sprejela 31 žensk.\n\n"
        "Cerknica. CSD Cerknica bo v letu 2014 začel skupino za ženske.\n\n"
        "Loška dolina. Karitas Cerknica bo dvakrat na mesec obiskovala osamljene. Začela bo najkasneje 1. 10. 2014.\n\n"
        "Občina Cerknica bo leta 2016 praznovala. CSD Cerknica bo v letu 2016 imel nov naslov.\n"
    )
    found = rinsearch.analyse(rinsearch.Text(text)).measures
    assert [(each.providers, each.deadline) for each in found] == [
        (("Dom upokojencev Postojna",), "do konca leta 2015"),
        (("CSD Cerknica",), "2014"),
        (("Karitas Cerknica",), "1. 10. 2014"),
    ]


def test_names_in_quotation_marks_begin_what_is_told_of_each() -> None:
    text = (
        "POVZETEK UKREPOV RIN GORENJSKE REGIJE, 2019\n\n"
        "»Ne čakaj sam« – obiski. Izvaja CSD Kranj, od marca do decembra.\n"
        "»Druga polica« – oprema. Izvaja Dom Sonce, odprtje 15. 4. 2019.\n"
        "»Slišim te« – zanka. Izvaja Občina Bled, II. polletje.\n\nZa primerjavo leto 2018:\n"
        "»Čaj« – druženje, ki ga je izvajalo Društvo Pot.\n»Tabor« – izpeljal ga je Dom Sonce.\n"
    )
    found = rinsearch.analyse(rinsearch.Text(text)).measures
    assert [(each.text, each.providers, each.deadline) for each in found] == [
        ("Ne čakaj sam", ("CSD Kranj",), "od marca do decembra"),
        ("Druga polica", ("Dom Sonce",), "15. 4. 2019"),
        ("Slišim te", ("Občina Bled",), "II. polletje"),
    ]


def test_a_chapter_with_its_word_behind_the_number_announces_measures_and_a_wish_is_none() -> None:
    text = (
        "REGIJSKI IZVEDBENI NAČRT ZA POSAVJE 2014–2016\n\n5. poglavje – Ukrepi\n\n5.1 Revščina\n\n"
        "V treh letih želimo, da noben otrok ne bo brez kosila. "
        "Zato bo Rdeči križ Krško do konca leta 2014 organiziral zbiranje hrane.\n"
    )
    (found,) = rinsearch.analyse(rinsearch.Text(text)).measures
    assert found.text.startswith("Zato bo Rdeči križ")
