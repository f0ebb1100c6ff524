"""Papers of several municipalities are none's own, and each council has its own vote in them."""

import pytest

import rinsearch
from rinsearch.records import DocumentKind

ITEM = """

Točka 1: Regijski izvedbeni načrt na področju socialnega varstva podravske regije 2017–2020

"""
TOLD = """Občinski svet Občine Lenart se je seznanil z načrtom. Za 14.
Občinski svet Občine Benedikt se je seznanil z načrtom. Za 6.
"""
JOINT = "ZAPISNIK\nskupne seje Občinskega sveta Občine Benedikt in Občinskega sveta Občine Lenart, 27. 9. 2017" + ITEM


def issuer(text: str) -> str | None:
    found = rinsearch.analyse(rinsearch.Text(text)).issuer
    return found.name if found else None


@pytest.mark.parametrize(
    "head",
    [
        "ZAPISNIK SKUPNE SEJE\nobčinskih svetov občin Lenart, Benedikt in Sveta Ana\n\nKraj: Dom kulture Lenart",
        "OBČINA LENART    OBČINA BENEDIKT\n\nZAPISNIK skupne seje občinskih svetov, 27. 9. 2017",
        "OBČINA LENART\nOBČINA BENEDIKT\nOBČINA SVETA ANA\n\nZAPISNIK SKUPNE SEJE OBČINSKIH SVETOV, 27. 9. 2017",
        "Občinski svet Občine Lenart\nObčinski svet Občine Benedikt\n\nZAPISNIK skupne seje, 27. 9. 2017",
        "Občini Lenart in Benedikt\n\nSKUPNA SEJA OBČINSKIH SVETOV\nZapisnik z dne 27. 9. 2017",
        "ZAPISNIK\nskupnega zasedanja občinskih svetov\nObčine Lenart in Občine Benedikt\n27. september 2017",
        "ZAPISNIK združene seje Občinskega sveta Občine Lenart in Občinskega sveta Občine Benedikt, 27. 9. 2017",
        "MESTNA OBČINA PTUJ        OBČINA LENART        OBČINA BENEDIKT\nSkupno gradivo občinskih uprav",
        "OBČINA ORMOŽ | OBČINA LENART\n\nSkupno gradivo za seji občinskih svetov, 9. 10. 2017",
        "Skupna občinska uprava občin Lenart, Benedikt in Sveta Ana\n\nGRADIVO za seje občinskih svetov, 9. 10. 2017",
        "Medobčinski inšpektorat občin Lenart in Benedikt\n\nGRADIVO, 9. 10. 2017",
        "URADNI VESTNIK ZASAVJA\nleto LIII, št. 14, 15. december 2017\n\nOBČINA LENART\n71.\n"
        "Občinski svet je sprejel SKLEP\n\nOBČINA BENEDIKT\n72.\nObčinski svet je sprejel SKLEP",
    ],
)
def test_a_paper_of_several_municipalities_has_no_issuer(head: str) -> None:
    assert issuer(head + ITEM + TOLD) is None


@pytest.mark.parametrize(
    "head",
    [
        "OBČINA LENART\nObčinski svet\n\nZAPISNIK 12. redne seje\n\nNa skupno sejo s svetom Občine Benedikt nismo šli.",
        "OBČINA LENART\nObčinski svet\n\nZAPISNIK skupne seje občinskega sveta in odborov Občine Lenart, 27. 9. 2017",
        "OBČINA LENART\n2230 Lenart\n\nGRADIVO za 12. sejo\n\nZadeva: skupna občinska uprava občin Lenart in Benedikt",
        "OBČINA LENART\nŽupan\n\nOBČINA BENEDIKT\nŽupanu\n\nZadeva: skupna seja, 9. 10. 2017",
        "Občina Lenart\n\nOdlok o ustanovitvi skupne občinske uprave občin Lenart in Benedikt",
        "URADNI VESTNIK OBČINE LENART\nšt. 14, 15. december 2017\n\nOBČINA LENART\n71.\nObčinski svet je sprejel SKLEP",
    ],
)
def test_a_paper_that_only_names_another_municipality_keeps_its_issuer(head: str) -> None:
    assert issuer(f"{head}\n\nAd 1\nObčinski svet Občine Lenart se je seznanil z odlokom.\n") == "Lenart"


@pytest.mark.parametrize(
    "text",
    [
        "Benediški svet: 6 za. Sklep: Občinski svet Občine Benedikt se je seznanil z načrtom.\n"
        "Lenarški svet: 14 za. Sklep: z načrtom se je seznanil tudi Občinski svet Občine Lenart.",
        "Sklep: Občinska sveta občin Benedikt in Lenart sta se seznanila z načrtom.\n\n"
        "Glasovanje:\n- Benedikt: 6 za, 1 proti\n- Lenart: 14 za",
        "Izid za Občino Benedikt: 6 za, 1 proti. Izid za Občino Lenart: 14 za.\n\n"
        "Sklep: Občinska sveta občin Benedikt in Lenart sta se seznanila z načrtom.",
        "Svet Občine Benedikt je glasoval prvi: ZA 6. Sprejet je sklep: Občinski svet Občine Benedikt se je seznanil z "
        "načrtom.\nSledil je Svet Občine Lenart: ZA 14. Sprejet je sklep: Občinski svet Občine Lenart se je seznanil z "
        "načrtom.",
    ],
)
def test_each_of_the_councils_has_the_vote_behind_its_own_name(text: str) -> None:
    found = rinsearch.analyse(rinsearch.Text(JOINT + text))
    assert found.kind == DocumentKind.MINUTES
    votes = {each.municipality.name: each.vote and each.vote.for_ for each in found.decisions if each.municipality}
    assert votes == {"Benedikt": 6, "Lenart": 14}


def test_a_council_that_lost_its_own_vote_rejected_what_the_other_one_adopted() -> None:
    text = """Sklep: Občinska sveta občin Benedikt in Lenart sta se seznanila z načrtom.

Občinski svet Občine Benedikt: 6 za, 1 proti
Občinski svet Občine Lenart: 5 za, 9 proti
"""
    found = rinsearch.analyse(rinsearch.Text(JOINT + text)).decisions
    statuses = {each.municipality.name: each.status.value for each in found if each.municipality}
    assert statuses == {"Benedikt": "acknowledged", "Lenart": "rejected"}
