"""What looks as if a council had taken note and did not: begun, denied in short, void, announced, asked for, heard."""

import pytest

import rinsearch

PLAN = "Regijskim izvedbenim načrtom na področju socialnega varstva za obdobje 2017-2020 za Goriško"
ITEM = "4. točka: Regijski izvedbeni načrt na področju socialnega varstva za obdobje 2017-2020 za Goriško"
COUNCIL = "Občinski svet Občine Tolmin"
MINUTES = f"ZAPISNIK 21. redne seje Občinskega sveta Občine Tolmin, 12. 10. 2017\n\n{ITEM}\n"


def noted(text: str) -> bool:
    found = rinsearch.analyse(rinsearch.Text(text)).decisions
    return any(each.plan and each.status in ("acknowledged", "adopted") for each in found)


@pytest.mark.parametrize(
    "text",
    [
        f"Seznanila se občinska sveta v Kobaridu in Tolminu z {PLAN} nista.",
        f"Seznanili se občinski sveti v Bovcu, Kobaridu in Tolminu z {PLAN} niso.",
        f"{COUNCIL} se je s ceno prevozov seznanil, z {PLAN} pa ne.",
        f"{COUNCIL} se je s ceno prevozov seznanil, z {PLAN} pa še ne.",
        f"Občina Tolmin: občinski svet se je z {PLAN} seznanil. – Ni res, sporoča župan.",
        f"Navedba v časopisu, da se je {COUNCIL} z {PLAN} že seznanil, ni točna.",
    ],
)
def test_a_denial_holds_behind_and_and_in_short(text: str) -> None:
    assert not noted(text)


@pytest.mark.parametrize(
    "text",
    [
        f"Seznanila sta se občinska sveta v Kobaridu in Tolminu z {PLAN}.",
        f"{COUNCIL} se je z {PLAN} seznanil, s ceno prevozov pa ne.",
        f"{COUNCIL} se je seznanil z {PLAN}. Ni res, da razprave ni bilo.",
        f"Navedba v časopisu, da se je {COUNCIL} z {PLAN} že seznanil, je točna.",
        f"{MINUTES}Seznanjen je bil z načrtom in nanj ni imel pripomb.",
    ],
)
def test_what_is_denied_of_something_else_undoes_nothing(text: str) -> None:
    assert noted(text)


@pytest.mark.parametrize(
    "text",
    [
        f"{MINUTES}Člani so se z načrtom seznanjali ob projekciji, ki je trajala 40 minut.",
        f"{MINUTES}Navzoči so se neformalno seznanili z načrtom.",
        f"{MINUTES}Svet je seznanitev z načrtom opravil le delno: predstavljen je bil povzetek.",
        f"{MINUTES}SKLEP: {COUNCIL} se seznani z načrtom pod pogojem, da center odpravi pripombe.",
        f"{MINUTES}Direktor je nato predstavil poslovni načrt. Občinski svet se je z njim seznanil.",
    ],
)
def test_what_was_begun_or_done_in_part_is_not_done(text: str) -> None:
    assert not noted(text)


@pytest.mark.parametrize(
    "text",
    [
        f"{MINUTES}Člani so se z načrtom seznanili ob projekciji, ki je trajala 40 minut.",
        f"{MINUTES}SKLEP: {COUNCIL} se seznani z načrtom. Občina ga le delno plača.",
        f"{MINUTES}Direktorica je nato predstavila regijski izvedbeni načrt. Občinski svet se je z njim seznanil.",
    ],
)
def test_what_came_to_its_end_is_done(text: str) -> None:
    assert noted(text)


@pytest.mark.parametrize(
    "text",
    [
        f"{MINUTES}Sklep št. 14/6: {COUNCIL} se je seznanil z {PLAN}.\nSKLEP: Zgornji sklep se razveljavi.",
        f"{MINUTES}Sklep, s katerim se je {COUNCIL} seznanil z {PLAN}, se odpravi kot nezakonit.",
        f"{MINUTES}Vsi sklepi, tudi sklep 9/3 ({COUNCIL} se seznani z {PLAN}), so bili razglašeni za neobstoječe.",
    ],
)
def test_a_resolution_declared_void_does_not_stand(text: str) -> None:
    assert not noted(text)


@pytest.mark.parametrize(
    "text",
    [
        f"CENTER ZA SOCIALNO DELO\n\nPosredujte nam prosim izpis sklepa, da se je {COUNCIL} seznanil z {PLAN}.",
        f"Občinskemu svetu predlagam naslednji\n\nSKLEP\n\n{COUNCIL} se je seznanil z {PLAN}.\n\nŽupan",
        f"Navodilo\n\nSklep naj se glasi na primer tako:\n{COUNCIL} se je na 12. seji 12. 10. 2017 seznanil z {PLAN}.",
        f"Potek\n\nŽupan prebere: »{COUNCIL} se je seznanil z {PLAN}.« Nato da sklep na glasovanje.",
        f"OBČINA: Tolmin\nOBČINSKI SVET SE JE SEZNANIL Z {PLAN.upper()}: DA / NE (ustrezno obkrožite)",
    ],
)
def test_what_is_asked_for_proposed_or_left_to_be_ticked_shows_nothing(text: str) -> None:
    assert not noted(text)


@pytest.mark.parametrize(
    "text",
    [
        f"Pismo bralca\n\nSosed mi je povedal, da se je {COUNCIL} seznanil z {PLAN}.",
        f"NOVICE\n\nNeuradno smo izvedeli, da se je {COUNCIL} seznanil z {PLAN}.",
        f"OBČINA TOLMIN\nSpoštovani,\npomotoma smo vam 4. 10. poslali potrdilo, da se je {COUNCIL} seznanil z {PLAN}.",
        f"Izmišljena novica: {COUNCIL} se je z {PLAN} seznanil na dnu jezera.",
    ],
)
def test_what_was_heard_or_told_by_mistake_shows_nothing(text: str) -> None:
    assert not noted(text)


def test_a_resolution_below_its_lead_in_stands() -> None:
    assert noted(f"{MINUTES}Svet je sprejel naslednji\n\nSKLEP\n\n{COUNCIL} se je seznanil z {PLAN}.\nZa 12, proti 0.")
