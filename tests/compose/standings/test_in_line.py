"""Lists of councils in one line, behind days, or below any heading of a region's plan; and what only looks so."""

import pytest

import rinsearch

NAME = "Regijski izvedbeni načrt na področju socialnega varstva za gorenjsko regijo 2017–2020"
REPORT = (
    "Regionalna agencija\n\nPOROČILO o obravnavi Regijskega izvedbenega načrta na področju socialnega varstva za "
    "gorenjsko regijo 2017–2020\n\n12. 12. 2017\n\n"
)
REGION = (
    f"{NAME.upper()}\n\nDatum: 12. 12. 2017\n\nI. Uvod\n\nNačrt je pripravila regijska koordinacijska skupina.\n\n"
    "II. Ukrepi\n\n1. Svetovanje za družine. Nosilec: CSD Kranj. Rok: 2018.\n\n"
)


def shown(text: str) -> set[str]:
    found = rinsearch.analyse(rinsearch.Text(f"{text}\n")).decisions
    return {f"{each.municipality.name} {each.status}" for each in found if each.municipality and each.plan}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Odgovori občin: Kranj – svet seznanjen 17. 10.; Bohinj – na dnevnem redu 20. 12.; Radovljica – točka "
            "umaknjena.",
            {"Kranj acknowledged", "Bohinj scheduled", "Radovljica withdrawn"},
        ),
        (
            "Odzivi občinskih svetov: Kranj (seznanjen, 11 za), Bohinj (točka preložena), Radovljica (vrnjeno "
            "predlagatelju).",
            {"Kranj acknowledged", "Bohinj postponed", "Radovljica rejected"},
        ),
        (
            "Dopis je v prilogi. Potrdilo o seznanitvi so poslale: Občina Kranj (sklep občinskega sveta z dne 17. 10. "
            "2017) in Občina Bohinj (župan je načrt prejel, svet še ni zasedal).",
            {"Kranj acknowledged"},
        ),
        (
            "Občinski sveti:\n17. 10. 2017 Kranj: svetniki so se z načrtom seznanili (6 za)\n"
            "9. 11. 2017 Bohinj: občinski svet se je seznanil s poročilom o delu policije",
            {"Kranj acknowledged"},
        ),
        (
            "| Občina | Datum | Občinski svet |\n|---|---|---|\n| Kranj | 17. 10. 2017 | zavrnjeno, 4 : 8 |\n"
            "| Bohinj | 20. 12. 2017 | na dnevnem redu |\n| Tržič | 22. 12. 2017 | sklicana |",
            {"Kranj rejected", "Bohinj scheduled", "Tržič scheduled"},
        ),
        ("Občinski sveti: Kranj (predvidoma 20. 12.), Bohinj (brez datuma).", {"Kranj scheduled"}),
        ("Občinski sveti: Kranj – svet ni seznanjen; Bohinj – ni na dnevnem redu; Tržič – odbor seznanjen.", set()),
        ("Odbori občinskih svetov so načrt obravnavali: Kranj (seznanjen), Bohinj (seznanjen).", set()),
        ("S čistopisom so bili seznanjeni župani: Kranj (seznanjen 1. 3.), Bohinj (seznanjen 3. 4.).", set()),
        ("Predloge ukrepov so poslale: Kranj (sprejeto), Bohinj (zavrnjeno).", set()),
        ("Pripombe občin: Kranj (upoštevana), Bohinj (zavrnjena).", set()),
        ("Sofinanciranje 2017: Kranj (potrjeno), Bohinj (zavrnjeno).", set()),
        ("Letno poročilo so obravnavali: Kranj (seznanjen 1. 3.), Bohinj (seznanjen 3. 4.).", set()),
        ("Udeleženci posveta: Kranj (Ana Kos), Bohinj (Ivo Zajc).", set()),
    ],
)
def test_each_name_in_a_line_has_what_is_said_of_it(text: str, expected: set[str]) -> None:
    assert shown(REPORT + text) == expected


LISTED = (
    "Občina Kranj, občinski svet seznanjen, 17. 10. 2017\n\nObčina Bohinj, občinski svet (prazno)\n\n"
    "Občina Radovljica, občinski svet se ni seznanil\n\nObčina Tržič, občinski svet predvideno 30. 1. 2018"
)


def test_a_regions_plan_lists_councils_below_any_heading() -> None:
    expected = {"Kranj acknowledged", "Tržič scheduled"}
    assert shown(f"{REGION}Priloga D\n\nKoordinacijska skupina potrdila 29. 9. 2017\n\n{LISTED}") == expected
