"""What a report on one year plans for the next one; what it tells of its own year is no measure."""

import pytest

import rinsearch

HEAD = (
    "CENTER ZA SOCIALNO DELO GORENJSKA\n\nPoročilo o izvajanju regijskega izvedbenega načrta 2017–2020 (Gorenjska) "
    "za leto 2018\n\n1 Uvod\n\nPoročilo zajema leto 2018.\n\n2 Kaj je bilo narejeno leta 2018\n\n"
    "– dnevni center; Dom Jesenice; april 2018\n– tabor za mlade; Občina Bled; julij 2018\n\n"
)
ITEMS = (
    "– Topla soba; Karitas Kranj; 1. 12. 2019\n– Šola za oskrbovalce; Dom Jesenice; april 2019\n"
    "– prevozi na klic; Občina Jezersko; stalno\n– Klepet ob peči; DU Naklo; vsak torek\n"
)
CARDS = (
    "(i) Topla soba.\n    Odgovarja: Karitas Kranj\n    Končati: 1. 12. 2019\n(ii) Šola za oskrbovalce.\n"
    "    Odgovarja: Dom Jesenice\n    Končati: april 2019\n"
)
NAMES = ["Topla soba", "Šola za oskrbovalce", "prevozi na klic", "Klepet ob peči"]
BEHIND = "\n4 Kazalniki\n\n– število ur; CSD Kranj; 2019\n– anketa; CSD Kranj; maj 2019\n"


def names(text: str) -> list[str]:
    found = rinsearch.analyse(rinsearch.Text(HEAD + text))
    assert found.kind == "report"
    return [measure.text for measure in found.measures]


@pytest.mark.parametrize(
    "title",
    [
        "3 Naloge za leto 2019",
        "3. UKREPI, KI JIH SPREJEMAMO ZA LETO 2019",
        "3. Načrt dela za leto 2019",
        "3. Kaj bomo naredili v letu 2019",
        "III. NALOGE ZA LETO 2019",
        "Program za leto 2019",
        "Drugi del: naloge za leto 2019",
        "DEL B – NALOGE ZA LETO 2019",
        "C: Naloge za leto 2019",
        "Naloge za naslednje leto",
        "V letu 2019 bomo:",
        "DEL DRUGI: kaj bo leta 2019",
        "Kaj je pred nami",
        "Napoved za leto 2019",
    ],
)
def test_tasks_of_a_later_year_are_measures(title: str) -> None:
    assert names(f"{title}\n\n{ITEMS}{BEHIND}") == NAMES


def test_cards_with_roman_numbers_below_chapters_of_tasks_are_measures() -> None:
    assert names(f"3 Naloge za leto 2019\n\n3.1 Preneseno\n\n{CARDS}{BEHIND}") == NAMES[:2]


@pytest.mark.parametrize(
    "title",
    [
        "3 Naloge za leto 2018",
        "3 Ukrepi v letu 2017",
        "3 Izvedene naloge v letu 2018",
        "3 Poročanje v letu 2019",
        "3 Načrt za leto 2019: spremljanje",
        "3 Finančni pregled za leto 2019",
    ],
)
def test_the_year_of_the_report_and_other_chapters_hold_none(title: str) -> None:
    assert names(f"{title}\n\n{ITEMS}{BEHIND}") == []


@pytest.mark.parametrize("ends", ["4 Kaj je bilo narejeno leta 2018", "4 Zahvale", "4 Finančni pregled"])
def test_the_chapter_ends_with_the_next_one(ends: str) -> None:
    told = "– dnevni center; Dom Tržič; april 2018\n– tabor; Občina Bled; 2018\n– posvet; CSD Kranj; maj 2018\n"
    assert names(f"3 Naloge za leto 2019\n\n{ITEMS}\n{ends}\n\n{told}") == NAMES


def test_a_part_of_a_paper_ends_with_the_next_one() -> None:
    assert names(f"Drugi del: naloge za leto 2019\n\n{ITEMS}\nTretji del: pobude\n\n– vrt; CSD Kranj; 2019\n") == NAMES


def test_a_word_for_measures_before_names_below_items_says_who() -> None:
    providers = ("Zdravstveni dom Kranj", "Dom upokojencev Kranj", "Občina Bled")
    names = ("Fizioterapija na domu", "Rdeča nit po telefonu", "Romska kuhinja")
    items = "".join(
        f"{n}) {name}.\n   Naloga: {who}. Rok: 2019.\n"
        for n, (name, who) in enumerate(zip(names, providers, strict=True), 1)
    )
    found = rinsearch.analyse(rinsearch.Text(f"{HEAD}Naloge za leto 2019\n\n{items}")).measures
    assert [(each.text, each.providers) for each in found] == [
        (name, (who,)) for name, who in zip(names, providers, strict=True)
    ]


def test_a_remark_behind_the_number_of_a_task_is_no_part_of_its_name() -> None:
    first = "Naloga A1 (nova): Topla soba\n  - izvajalec: Karitas Kranj\n  - rok: 1. 12. 2019\n\n"
    second = "Naloga A2 (prenesena iz 2018): Klop\n  - izvajalec: Občina Bled\n  - rok: april 2019\n"
    assert names(f"Del drugi: kaj bo leta 2019\n\n{first}{second}{BEHIND}") == ["Topla soba", "Klop"]
