"""Items taken off the agenda: by who laid them before the council, or on a motion to which the council agreed."""

import pytest

import rinsearch

HEAD = "OBČINA METLIKA\nObčinski svet\n\nZAPISNIK 20. redne seje, 12. 10. 2017\n\n"
PLAN = "Regijski izvedbeni načrt na področju socialnega varstva jugovzhodne regije 2017-2020"
AGENDA = f"Dnevni red:\n1. Zapisnik\n5. {PLAN}\n\n"
REST = "\nDnevni red je bil potrjen (13 ZA).\n\n1. Zapisnik\nZapisnik je potrjen. 13 za.\n"


def statuses(text: str) -> set[str]:
    found = rinsearch.analyse(rinsearch.Text(f"{HEAD}{text}")).decisions
    return {each.status.value for each in found if each.plan and not each.reported} - {"scheduled"}


@pytest.mark.parametrize(
    "told",
    [
        "Župan je pred glasovanjem povedal, da umika predlagano 5. točko, ker gradivo ni popolno.",
        "Župan je povedal, da točko 5 kot predlagatelj umika.",
        "Predlagatelj je sporočil, da 5. točko umika.",
        "Podžupanja je v imenu predlagatelja povedala, da se točka 5 umika.",
        "Predlaga, da se z dnevnega reda umakne 5. točka. Z umikom soglašajo vsi.",
        "Svetnica je predlagala, da se 5. točka umakne. Člani se s predlogom strinjajo.",
        "Župan predlaga umik 5. točke. Svet se z umikom strinja.",
        "Župan je predlagal umik 5. točke. Predlog je bil soglasno sprejet.",
    ],
)
def test_an_item_is_taken_off_by_its_mover_or_by_common_consent(told: str) -> None:
    assert statuses(f"{AGENDA}{told}{REST}") == {"withdrawn"}
    assert statuses(f"5. {PLAN}\n\nNačrt je predstavila ga. Kos.\n{told}\n\n6. Razno\n") == {"withdrawn"}


def test_the_number_of_an_item_may_stand_before_what_is_done_with_the_plan() -> None:
    named = PLAN.replace("Regijski izvedbeni načrt", "regijskim izvedbenim načrtom")
    told = f"Župan je predlagal, da se 8. točka – Seznanitev z {named} – umakne.\n- Predlog za umik 8. točke: 23 za."
    assert statuses(f"Določitev dnevnega reda\n{told}\n\n1. Zapisnik\nZapisnik je potrjen. 13 za.\n") == {"withdrawn"}


@pytest.mark.parametrize(
    "told",
    [
        "Župan je povedal, da 5. točke ne umika.",
        "Svetnik Kos je povedal, da umika svoj amandma.",
        "Župan je povedal, da umika 6. točko.",
        "Predlaga, da se 5. točka umakne. Z umikom se svet ne strinja.",
        "Župan predlaga umik 5. točke. Predlog ni bil sprejet (3 za, 9 proti).",
        "Župan je povedal, da so v Semiču 5. točko umaknili.",
    ],
)
def test_what_is_kept_or_is_another_matter_is_not_taken_off(told: str) -> None:
    item = f"5. {PLAN}\n\n{told}\nSklep: Občinski svet se seznani z načrtom. (13 za, 0 proti)\n"
    assert statuses(item) == {"acknowledged"}
    assert statuses(f"{AGENDA}{told}{REST}\n{item}") == {"acknowledged"}
