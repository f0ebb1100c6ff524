"""Measures that a report adds to its plan, and what it tells of those that were there."""

import pytest

import rinsearch

HEAD = (
    "CENTER ZA SOCIALNO DELO MARIBOR\n\nPOROČILO O URESNIČEVANJU REGIJSKEGA IZVEDBENEGA NAČRTA NA PODROČJU SOCIALNEGA "
    "VARSTVA ZA PODRAVSKO REGIJO 2017–2020 V LETU 2018\n\n"
    "1. Uvod\n\nPoročilo zajema leto 2018.\n\n2. Sklepi skupine\n\n"
)
ITEMS = (
    "- Topla soba za brezdomne, nosilec Občina Ruše, rok 1. 12. 2019;\n"
    "- Šola za oskrbovalce, nosilec Dom Danice Vogrinec, rok april 2020.\n"
)
NAMES = ["Topla soba za brezdomne", "Šola za oskrbovalce"]


def names(text: str) -> list[str]:
    found = rinsearch.analyse(rinsearch.Text(HEAD + text))
    assert found.kind == "report"
    return [measure.text for measure in found.measures]


@pytest.mark.parametrize(
    "lead",
    [
        "Zato se v načrt uvrstita nova ukrepa:",
        "Skupina je poročilo potrdila. Načrt se dopolni z novima ukrepoma:",
        "V načrt je skupina vključila naslednja dva nova ukrepa:",
        "Sprejeti so bili novi ukrepi za leto 2019:",
        "Novi ukrepi za leto 2019:",
    ],
)
def test_what_is_added_to_the_plan_are_measures(lead: str) -> None:
    assert names(f"{lead}\n{ITEMS}\nPoročilo je potrjeno.\n") == NAMES


@pytest.mark.parametrize(
    "lead",
    [
        "V letu 2018 so bili izvedeni ukrepi:",
        "Predlagamo, da se v načrt uvrstita nova ukrepa:",
        "Predlog, da se v načrt uvrstita nova ukrepa, je skupina zavrnila:",
        "Novi ukrepi, ki so bili izvedeni:",
        "Ukrepi, njihovi nosilci in roki po načrtu:",
    ],
)
def test_what_a_report_proposes_or_tells_is_none(lead: str) -> None:
    assert names(f"{lead}\n{ITEMS}\nPoročilo je potrjeno.\n") == []


def test_the_list_ends_where_its_items_end() -> None:
    told = "V letu 2018 so bili izvedeni ti:\n- Romski mentor, nosilec Zveza Romov Maribor, rok 31. 12. 2018.\n"
    assert names(f"V načrt se uvrstita nova ukrepa:\n{ITEMS}\n{told}") == NAMES
