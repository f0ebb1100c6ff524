"""Measures of one sentence, each with its provider and time in brackets: where the name of each begins."""

import pytest

import rinsearch

HEAD = "OBČINA SEMIČ\n\nRegijski izvedbeni načrt na področju socialnega varstva za JV regijo 2017–2020\n\n"


def names(sentence: str) -> list[str]:
    return [measure.text for measure in rinsearch.analyse(rinsearch.Text(HEAD + sentence)).measures]


@pytest.mark.parametrize(
    ("lead", "first", "second", "preposition"),
    [
        ("Občina sodeluje", "zavetišču za brezdomce", "dnevnem centru za Rome", "pri"),
        ("Občine sodelujejo tudi", "zavetišču za brezdomce", "dnevnem centru za Rome", "pri"),
        ("Občina je v načrtu navedena kot soizvajalka", "zavetišču za brezdomce", "prevozih starejših", "pri"),
        ("Naša občina bo vključena", "projekt Topla hiša za starejše", "program Prehod za mlade", "v"),
        ("Center za socialno delo je zadolžen", "prevoze starejših", "stanovanje za mlade", "za"),
    ],
)
def test_a_name_begins_behind_who_takes_part_and_its_preposition(
    lead: str, first: str, second: str, preposition: str
) -> None:
    told = (
        f"{lead} {preposition} {first} (nosilec CSD Krško, rok 2018) in "
        f"{preposition} {second} (nosilec Društvo Pot, rok 2019)."
    )
    assert names(told) == [first, second]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Predvidene so delavnice, vključene v šolski program", "skupina za starejše"),
        ("Odpre se dnevni center, ki je vključen v mrežo", "klub, ki sodeluje pri prevozih"),
        ("Predvidena je skupina za starejše", "za mlade"),
    ],
)
def test_a_name_keeps_the_words_that_are_its_own(first: str, second: str) -> None:
    told = f"{first} (nosilec CSD Krško, rok 2018) in {second} (nosilec Društvo Pot, rok 2019)."
    assert names(told) == [first, second]


SQUARE = (
    "1 INVALIDI\n\nNaloge:\n a) bralne urice za slepe [Knjižnica Kranj], od novembra 2017 naprej;\n"
    " b) stanovanje za poskus, v katerem se mladi učijo [Varstveno delovni center Kranj - Leskovec], konec 2019.\n"
)


def test_square_brackets_behind_items_name_who_does_them() -> None:
    found = rinsearch.analyse(rinsearch.Text(f"{HEAD}III. CILJNE SKUPINE IN NALOGE\n\n{SQUARE}")).measures
    assert [(each.text, each.providers) for each in found] == [
        ("bralne urice za slepe", ("Knjižnica Kranj",)),
        ("stanovanje za poskus, v katerem se mladi učijo", ("Varstveno delovni center Kranj - Leskovec",)),
    ]
    assert [str(each.until) for each in found] == ["None", "2019-12-31"]


@pytest.mark.parametrize("inside", ["[1]", "[glej prilogo]", "[Kranj, 2010]"])
def test_notes_in_square_brackets_are_nobody(inside: str) -> None:
    text = SQUARE.replace("[Knjižnica Kranj]", inside).replace("[Varstveno delovni center Kranj - Leskovec]", inside)
    found = rinsearch.analyse(rinsearch.Text(f"{HEAD}III. CILJNE SKUPINE IN NALOGE\n\n{text}")).measures
    assert not any("square" in each.evidence.rule for each in found)


def test_who_stands_in_a_bracket_before_a_label() -> None:
    memo = (
        "OBČINA ŠKOFJA LOKA\n\nŠkofja Loka, 29. 8. 2017\n\nGRADIVO ZA 24. SEJO OBČINSKEGA SVETA\n\n"
        "Točka: Regijski izvedbeni načrt na področju socialnega varstva v gorenjski regiji 2017-2020\n\n"
        "Za nas so pomembni trije projekti:\n"
        "a) nočna služba za vdove (Dom Škofja Loka – Center slepih, rok: 1. 3. 2018),\n"
        "b) denar za izlete otrok (Občina Škofja Loka, rok: vsako šolsko leto),\n"
        "c) delavnica (rok: maj 2019).\n"
    )
    found = rinsearch.analyse(rinsearch.Text(memo)).measures
    assert [(each.text, each.deadline) for each in found] == [
        ("nočna služba za vdove", "1. 3. 2018"),
        ("denar za izlete otrok", "vsako šolsko leto"),
        ("delavnica", "maj 2019"),
    ]
    assert [bool(each.providers) for each in found] == [True, True, False]
