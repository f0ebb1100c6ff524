"""What plans and meetings ask of councils: all of the region, or the one that they name."""

import pytest

import rinsearch
from rinsearch.records import Status

PLAN = """REGIJSKI IZVEDBENI NAČRT NA PODROČJU SOCIALNEGA VARSTVA ZA JUGOVZHODNO REGIJO 2017-2020

Uvod

Načrt so pripravili izvajalci programov iz vse regije skupaj s predstavniki občin.

{}

Ukrepi

Ukrepi so v tabeli.
"""
ALL = (
    "Občinske svete prosimo, da ga vzamejo na znanje do konca aprila.",
    "Občine naprošamo, da ga uvrstijo na prvo jesensko sejo.",
    "Svetom občin načrt pošiljamo v seznanitev in prosimo za prepis sklepa.",
    "Do 30. 11. 2017 naj občinski sveti načrt obravnavajo in pošljejo sklepe.",
    "Gradivo je bilo poslano vsem občinam s prošnjo, da se občinski sveti z njim seznanijo do konca februarja.",
    "Pričakujemo, da bodo občinski sveti načrt uvrstili na dnevni red, nato pa nam pošljejo sklep.",
    "Občine naj izvleček uvrstijo na dnevni red občinskega sveta do praznikov.",
    "Vse občinske svete regije se zaprosi, naj se z načrtom seznanijo do konca septembra.",
)
ONE = (
    "Občinski svet Občine Kostel prosimo, da načrt uvrsti na sejo v marcu.",
    "Občinskemu svetu Občine Kostel ga pošiljamo v obravnavo.",
)
NOBODY = (
    "Občine prosimo, da pošljejo podatke do konca leta.",
    "Občinski svet je prosil, da se z načrtom seznanijo starši.",
    "Občinski sveti so načrt obravnavali jeseni.",
    "Svetom staršev predlagamo, da delavnice uvrstijo v letni načrt.",
    "Šole prosimo, da se učitelji seznanijo z načrtom.",
    "Občine bodo načrt obravnavale jeseni.",
    "Občine naj podatke vpišejo v obrazec.",
    "Pričakujemo, da bodo občinski sveti svetovalnici namenili prostor.",
    "Načrt se v septembru pošlje vsem občinam s prošnjo, da se občinski sveti z njim seznanijo.",
    "Gradivo bomo poslali vsem občinam s prošnjo, da se občinski sveti z njim seznanijo.",
)


def asked(sentence: str) -> list[tuple[str | None, int]]:
    found = rinsearch.analyse(rinsearch.Text(PLAN.format(sentence))).decisions
    requested = (each for each in found if each.status == Status.REQUESTED)
    return [(each.municipality.name if each.municipality else None, len(each.addressees)) for each in requested]


@pytest.mark.parametrize("sentence", ALL)
def test_a_plan_may_ask_the_councils_of_its_region(sentence: str) -> None:
    ((municipality, addressees),) = asked(sentence)
    assert municipality is None
    assert addressees > 15


@pytest.mark.parametrize("sentence", ONE)
def test_a_plan_may_ask_one_council(sentence: str) -> None:
    assert asked(sentence) == [("Kostel", 0)]


@pytest.mark.parametrize("sentence", NOBODY)
def test_what_asks_for_something_else_is_no_request(sentence: str) -> None:
    assert asked(sentence) == []


LETTER = """CENTER ZA SOCIALNO DELO KRANJ

Datum: 14. 12. 2017

{to}

Zadeva: Regijski izvedbeni načrt na področju socialnega varstva za gorenjsko regijo 2017–2020

Spoštovani,

do danes smo prejeli:
- Radovljica: občinski svet se je seznanil 24. 11.;
- Bohinj: točka preložena.

Prosimo vas, da načrt uvrstite na sejo občinskega sveta.
"""


@pytest.mark.parametrize(
    ("to", "municipalities", "addressees"),
    [
        ("Občina Tržič\ng. župan", ["Tržič"], 0),
        ("OBČINA TRŽIČ, Trg svobode 18\nOBČINA KRANJSKA GORA, Kolodvorska 1", ["Tržič", "Kranjska Gora"], 0),
        ("OBČINA TRŽIČ\nOBČINA BOHINJ\nOBČINA KRANJSKA GORA", [None], 3),
        ("OBČINAM GORENJSKE REGIJE", [None], 18),
    ],
)
def test_a_letter_asks_those_above_its_subject(to: str, municipalities: list[str | None], addressees: int) -> None:
    found = rinsearch.analyse(rinsearch.Text(LETTER.format(to=to))).decisions
    requested = [each for each in found if each.status == Status.REQUESTED]
    assert [each.municipality.name if each.municipality else None for each in requested] == municipalities
    assert all(len(each.addressees) == addressees for each in requested)
