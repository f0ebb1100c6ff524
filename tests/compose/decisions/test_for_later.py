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


@pytest.mark.parametrize(
    "told",
    [
        "Točka se uvrsti na naslednjo redno sejo.",
        "Seznanitev z načrtom se uvrsti na 22. sejo, do katere občinska uprava pridobi pravno mnenje.",
        "Obravnava Regijskega izvedbenega načrta socialnega varstva za obdobje 2017–2020 se nadaljuje na 21. seji.",
        "Obravnava načrta se bo nadaljevala na 21. seji.",
        "Točka pride na 21. redno sejo.",
        "O načrtu niso odločali. Na vrsto pride prihodnjič.",
        "Razprava o načrtu se prekine, odločanje bo na 21. seji.",
        "Odločanje o načrtu se opravi na naslednji seji.",
        "Župan je sejo prekinil. Nadaljevanje s 7. in s preostalimi točkami bo 19. oktobra 2017.",
        "Točke 7, 8 in 9 se niso obravnavale.",
        "Zaradi pozne ure se 7. in 8. točka ne obravnavata in se preneseta na 21. sejo.",
    ],
)
def test_an_item_that_ends_with_its_next_day_is_put_off(told: str) -> None:
    assert statuses(f"{ITEM}Načrt je predstavila ga. Zajc. {told}\n\n10. Razno\nPobud ni bilo.") == [
        ("Metlika", "postponed")
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{ITEM}Popravljen načrt se uvrsti na 21. sejo.", ["scheduled"]),
        (f"{ITEM}Svet se bo z načrtom seznanil na 21. seji.", ["scheduled"]),
        (f"{ITEM}Sklep: Svet se seznani z načrtom. Za 9. Poročilo o njem pride na 21. sejo.", ["acknowledged"]),
        (f"{ITEM}Razprava o načrtu se prekine za 10 minut. Sklep: Svet se seznani z načrtom. Za 9.", ["acknowledged"]),
        (f"{ITEM}Sklep: Svet se seznani z načrtom. Za 9.\n\n8. Rebalans\nTočka pride na 21. sejo.", ["acknowledged"]),
        (
            f"6. Rebalans\nTočke 6 in 8 se niso obravnavale.\n\n{ITEM}Sklep: Svet se seznani z načrtom.",
            ["acknowledged"],
        ),
    ],
)
def test_what_comes_later_beside_a_decision_or_of_another_text_puts_nothing_off(text: str, expected: list[str]) -> None:
    assert [status for _, status in statuses(text)] == expected


def test_a_council_of_a_joint_session_puts_its_own_item_off() -> None:
    head = "ZAPISNIK\nskupne seje Občinskega sveta Občine Muta in Občinskega sveta Občine Vuzenica, 12. 10. 2017\n\n"
    plan = "1. Regijski izvedbeni načrt na področju socialnega varstva koroške regije 2017-2020\n\n"
    lines = (
        "- Občinski svet Občine Muta: zaradi nesklepčnosti se ni glasovalo, točka se prenese na naslednjo sejo.\n"
        "- Vuzenica: svet bo o načrtu sklepal decembra.\n"
    )
    found = rinsearch.analyse(rinsearch.Text(f"{head}{plan}{lines}")).decisions
    assert {(each.municipality.name, each.status.value) for each in found if each.plan and each.municipality} == {
        ("Muta", "postponed"),
        ("Vuzenica", "postponed"),
    }
