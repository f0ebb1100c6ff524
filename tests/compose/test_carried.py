"""Who acts where a sentence does not say: news that goes on of the same council, lines that name one, lists."""

import pytest

import rinsearch

NAME = "Regijski izvedbeni načrt na področju socialnega varstva za obalno-kraško regijo za obdobje 2017–2020"
WITH = NAME.replace("Regijski izvedbeni načrt", "Regijskim izvedbenim načrtom")


def shown(text: str) -> list[str]:
    found = rinsearch.analyse(rinsearch.Text(text)).decisions
    return [f"{each.municipality.name} {each.status}" for each in found if each.plan and each.municipality]


NEWS = f"""Domov > Novice

Z oktobrske seje sveta
Objavljeno: 19. 10. 2017

{{before}}

Brez razprave so se seznanili tudi z {WITH}.

Kontakt: Občina Komen, Komen 86, 6223 Komen
"""


@pytest.mark.parametrize(
    "before",
    [
        "Svetnice in svetniki Občine Komen so se 18. oktobra sestali na 20. redni seji.",
        "Svetniki Občine Komen so se sestali na 20. seji. Potrdili so zapisnik in obravnavali devet točk.",
    ],
)
def test_news_goes_on_of_the_council_that_it_named(before: str) -> None:
    assert shown(NEWS.format(before=before)) == ["Komen acknowledged"]


@pytest.mark.parametrize(
    "before",
    [
        "Svetniki Občine Komen so se sestali na 20. seji. Nato so v dvorano prišli člani društva upokojencev.",
        "Na predstavitvi v knjižnici so se zbrali izvajalci programov.",
        "V Sežani svetniki na načrt še čakajo.",
    ],
)
def test_news_of_somebody_else_is_no_council_s(before: str) -> None:
    assert not shown(NEWS.format(before=before))


SEVERAL = f"""OBALNI OBČINSKI KURIR, november 2017, stran 6

Iz občinskih svetov: kaj so sklenili v oktobru

Skupna tema je bil {NAME}.

KOMEN (seja 19. oktobra)
Svet je sprejel odlok o pokopališkem redu. Člani so načrt brez glasovanja vzeli na znanje.

DIVAČA (seja 24. oktobra)
O načrtu je govoril direktor centra. Svet se je z načrtom seznanil.

PIRAN (seja 25. oktobra)
Odbor za družbene dejavnosti se je z njim seznanil, občinski svet pa bo o njem razpravljal novembra.
"""


def test_a_line_that_names_a_council_holds_for_what_is_told_below_it() -> None:
    assert [each for each in shown(SEVERAL) if "scheduled" not in each] == ["Komen acknowledged", "Divača acknowledged"]


def test_an_address_is_no_such_line() -> None:
    text = f"Društvo upokojencev\n\nObčina Komen\n\nSpoštovani, v društvu smo se z {WITH} seznanili. Sprejeli smo ga.\n"
    assert not shown(text)


@pytest.mark.parametrize(
    "entry",
    [
        "213/24 Svet seznanjen z regijskim izvedbenim načrtom (Obala 2017–2020)\n– potrdilo o tem odposlano.",
        f"- sklep št. 213: seznanitev občinskega sveta z {WITH} – izpisek sklepa poslan CSD, realizirano",
        f"| 22-4 | Seznanil se je z {WITH}. | Oddelek za družbene dejavnosti, obvestilo CSD |",
    ],
)
def test_a_list_of_resolutions_carried_out_tells_of_the_council(entry: str) -> None:
    head = "OBČINA KOMEN\n\nPregled izvršitve sklepov 24. redne seje občinskega sveta\npripravila: uprava, 22. 1. 2018"
    found = shown(f"{head}\n\n212/24 Potrjen letni program športa\n– razpis je bil objavljen.\n\n{entry}\n")
    assert found == ["Komen acknowledged"]
