"""Tables of two columns between bars: what was put to the council, and what became of it."""

import pytest

import rinsearch

HEAD = "OBČINA SEMIČ\nObčinski svet\n\nPREGLED SKLEPOV 21. seje občinskega sveta z dne 12. 10. 2017\n\n"
ITEM = (
    "OBČINA SEMIČ\nObčinski svet\n\nZAPISNIK 21. redne seje, 12. 10. 2017\n\n3. Regijski izvedbeni načrt na področju "
    "socialnega varstva jugovzhodne regije 2017-2020\n\n"
)
PLAN = "Regijskim izvedbenim načrtom jugovzhodne regije 2017-2020"
NAME = PLAN.replace("im ", "i ").replace("načrtom", "načrt")


def statuses(text: str) -> list[tuple[str, int | None]]:
    found = rinsearch.analyse(rinsearch.Text(text)).decisions
    return [(each.status.value, each.vote.for_ if each.vote else None) for each in found if each.plan]


@pytest.mark.parametrize("rule", ["", "|---|---|\n", "| :--- | ---: |\n"])
@pytest.mark.parametrize("head", [HEAD, ITEM])
@pytest.mark.parametrize(
    ("columns", "row", "other", "expected"),
    [
        ("Sklep | Izid", f"Seznanitev z {PLAN} | sprejeto, 12 : 0", "Odlok o cestah | umaknjeno", ("acknowledged", 12)),
        ("Sklep | Izid", f"Svet se seznani z {PLAN}. | sprejeto", "Odlok o cestah | zavrnjeno", ("acknowledged", None)),
        (
            "Sklep | Izid glasovanja",
            f"Svet se seznani z {PLAN}. | 9 : 5",
            "Odlok o cestah | 5 : 9",
            ("acknowledged", 9),
        ),
        ("Zadeva | Odločitev", f"{NAME} | seznanjeni", "Odlok o cestah | sprejet", ("acknowledged", None)),
        ("Točka | Odločitev", f"{NAME} | preloženo", "Odlok o cestah | sprejet", ("postponed", None)),
        ("Sklep | Izid", f"Svet se seznani z {PLAN}. | zavrnjeno, 5 : 9", "Odlok o cestah | sprejeto", ("rejected", 5)),
        ("Predlog | Izid", f"Svet se seznani z {PLAN}. | ni sprejeto", "Odlok o cestah | sprejeto", ("rejected", None)),
    ],
)
def test_each_row_has_its_own_result(
    rule: str, head: str, columns: str, row: str, other: str, expected: tuple[str, int | None]
) -> None:
    for rows in ((row, other), (other, row)):
        lines = "".join(f"| {each} |\n" for each in rows)
        assert statuses(f"{head}| {columns} |\n{rule}{lines}") == [expected]


@pytest.mark.parametrize("first", ["Občina", "Občinski svet"])
def test_a_list_of_councils_in_two_columns_is_one(first: str) -> None:
    text = (
        "CENTER ZA SOCIALNO DELO NOVO MESTO\n\nDatum: 20. 11. 2017\n\nStanje obravnave Regijskega izvedbenega načrta "
        f"jugovzhodne regije 2017-2020\n\n| {first} | Izid |\n|---|---|\n| Semič | seznanjeni 12. 10. 2017 |\n"
        "| Metlika | preloženo |\n| Straža | ni odgovora |\n"
    )
    found = rinsearch.analyse(rinsearch.Text(text)).decisions
    told = {each.municipality.name: each.status.value for each in found if each.municipality}
    assert told == {"Semič": "acknowledged", "Metlika": "postponed"}


@pytest.mark.parametrize("end", ["-----", "_____", "| Sklep | Izid |", "| Sklep | Izid |\n|---|---|", "|---|---|"])
def test_a_rule_or_a_head_at_the_end_is_no_table(end: str) -> None:
    assert statuses(f"{ITEM}Svet se seznani z {PLAN}. Za 12, proti 0.\n\n{end}") == [("acknowledged", 12)]
