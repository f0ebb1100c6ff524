"""A council that resolves to deal with the plan at another time puts the item off; a plan of its work only lists it."""

import pytest

import rinsearch

HEAD = "OBČINA METLIKA\nObčinski svet\n\nZAPISNIK 20. redne seje, 12. 10. 2017\n\n"
PLAN = "Regijski izvedbeni načrt na področju socialnega varstva jugovzhodne regije 2017-2020"
ITEM = f"7. {PLAN}\n\n"


def statuses(text: str) -> list[tuple[str, str]]:
    found = rinsearch.analyse(rinsearch.Text(f"{HEAD}{text}\n")).decisions
    return [(each.municipality.name, each.status.value) for each in found if each.plan and each.municipality]


@pytest.mark.parametrize(
    "resolved",
    [
        "Po razpravi je bil z 12 glasovi ZA in 3 PROTI sprejet naslednji\n\nSKLEP št. 148:\nSvet Občine Metlika "
        "se bo z Regijskim izvedbenim načrtom seznanil, ko bo center predložil dopolnjeno besedilo.",
        "SKLEP: Svet se bo z načrtom seznanil, ko bo center predložil podatke. (12 za)",
        "Sklep: Občinski svet bo načrt obravnaval, ko prejme dopolnjeno gradivo.",
        "Sklep: Svet se bo z načrtom seznanil po prejemu dopolnitve.",
        "Sklep: Z načrtom se bo svet seznanil na decembrski seji.",
        "Svet se bo z načrtom seznanil, ko bo dopolnjen. Za 12, proti 3.",
        "Soglasno je bil sprejet sklep, da se bo svet z načrtom seznanil, ko bo gradivo popolno.",
    ],
)
def test_what_is_resolved_to_be_done_later_is_put_off(resolved: str) -> None:
    assert statuses(f"{ITEM}{resolved}") == [("Metlika", "postponed")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"9. Program dela za leto 2018\n\nSklep: Svet bo {PLAN} obravnaval decembra. (12 za)", "scheduled"),
        (f"{ITEM}Sklep: Svet se bo z načrtom seznanil, če ga bo prejel. (12 za)", "scheduled"),
        (f"{ITEM}Svetnica: Seznanili se bomo, ko bo treba. Sklep: Svet se seznani z načrtom. Za 12.", "acknowledged"),
        (f"{ITEM}Sklep: Svet se seznani z načrtom. Z njim se bo znova seznanil, ko bo dopolnjen.", "acknowledged"),
        (f"{ITEM}Sklep: Svet se je seznanil z načrtom in se bo z njim znova seznanil januarja.", "acknowledged"),
    ],
)
def test_what_is_only_planned_or_comes_on_top_is_not(text: str, expected: str) -> None:
    assert statuses(text)[0] == ("Metlika", expected)
    assert ("Metlika", "postponed") not in statuses(text)
