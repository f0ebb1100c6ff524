"""What a region's plan tells that councils did about it, without naming itself; and what is about something else."""

import pytest

import rinsearch

NAME = "Regijski izvedbeni načrt na področju socialnega varstva za gorenjsko regijo 2017–2020"
PLAN = (
    f"{NAME.upper()}\n\nDatum: 12. 12. 2017\n\nI. Uvod\n\nNačrt je pripravila regijska koordinacijska skupina.\n\n"
    "II. Ukrepi\n\n1. Svetovanje za družine. Nosilec: CSD Kranj. Rok: 2018.\n\nV. poglavje: odzivi\n\n{text}\n"
)
LEAFLET = (
    f"{NAME}\nPovzetek\n\nKaj prinaša?\n\nSvetovanje za družine, dnevni center za starejše.\n\nIn vi?\n\n"
    "Prosimo vas, da točko o načrtu uvrstite na sejo občinskega sveta do konca januarja. {text}\n"
)


def shown(text: str) -> set[str]:
    found = rinsearch.analyse(rinsearch.Text(text)).decisions
    return {f"{each.municipality.name} {each.status}" for each in found if each.municipality and each.plan}


@pytest.mark.parametrize("paper", [PLAN, LEAFLET])
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Občinski svet Občine Radovljica je predlog 30. 5. 2017 umaknil z dnevnega reda.", {"Radovljica withdrawn"}),
        (
            "Občinski svet Občine Tržič je predlog prejel, vendar se bo z njim seznanil na prvi jesenski seji.",
            {"Tržič scheduled"},
        ),
        (
            "Občinski svet Občine Tržič je predlog podprl brez glasovanja in se z njim seznanil 7. junija 2017.",
            {"Tržič acknowledged"},
        ),
        (
            "Kranjski mestni svet se je z načrtom seznanil; tržiški svet je glasovanje odložil.",
            {"Kranj acknowledged", "Tržič postponed"},
        ),
        ("Občinski svet Občine Bohinj ga je vrnil s pripombo, da občina v njem ni omenjena.", {"Bohinj rejected"}),
        ("Občinski svet Občine Bohinj je načrt vrnil predlagatelju in zahteval popravke.", {"Bohinj rejected"}),
        ("Občinski svet Občine Radovljica je predlog odloka umaknil z dnevnega reda.", set()),
        ("Občinski svet Občine Radovljica je predlog o gradnji doma 30. 5. 2017 umaknil z dnevnega reda.", set()),
        ("Občini Bohinj in Tržič predlagata rok 2023 namesto 2024; predlog ni bil sprejet.", set()),
        ("V Radovljici se je zamaknil začetek gradnje doma.", set()),
        ("Tržiški svet je glasovanje o prispevku odložil.", set()),
        ("Odbor za družbene dejavnosti Občine Tržič je predlog umaknil.", set()),
    ],
)
def test_a_councils_proposal_in_a_regions_plan_is_that_plan(text: str, expected: set[str], paper: str) -> None:
    assert shown(paper.format(text=text)) == expected
