"""The ways of wording a target group that no list of phrases holds: ages, relative clauses, what people have, names."""

import pytest

from rinsearch import tag


def groups(text: str) -> set[str]:
    return {find.value for find in tag.find(text) if find.label == "target_group"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Oseb, starejših od 80 let, je vse več.", {"starejsi"}),
        ("Občani nad 65. letom starosti", {"starejsi"}),
        ("Prevoz je za vse, ki so dopolnili 70 let.", {"starejsi"}),
        ("Mlajši od 15 let", {"otroci"}),
        ("Mlajši od 18 let", {"otroci", "mladi"}),
        ("Mlajši od 29 let", {"mladi"}),
        ("Otroci, starejši od 6 let", {"otroci"}),
        ("Stavbe, starejše od 60 let", set()),
        ("Pogodba je sklenjena nad 5 let.", set()),
        ("Mlajši od 50 let", set()),
    ],
)
def test_an_age_decides_whether_people_are_old_young_or_neither(text: str, expected: set[str]) -> None:
    assert groups(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ljudje, ki že dolgo prenočujejo na ulici", {"brezdomci"}),
        ("Ljudje, ki na ulici ne prenočujejo", set()),
        ("Moški, ki so doma nasilje izvajali", {"povzrocitelji-nasilja"}),
        ("Osebe, ki niso starejše, se prijavijo.", set()),
        ("Osebe, ki imajo stanovanje", set()),
        ("Osebe, ki nimajo stanovanja", {"brezdomci"}),
        ("Odlok, ki bo sprejet na ulici", set()),
        ("Dijaki, ki živijo sami", {"dijaki-studenti"}),
        ("Uporabnik, ki je od rojstva naglušen, lahko piše.", {"gluhi-naglusni"}),
        ("Osebe, ki že leta bolehajo za kroničnimi boleznimi", {"dolgotrajno-bolni"}),
        ("Osebe, ki bolehajo za gripo", set()),
    ],
)
def test_a_relative_clause_describes_people(text: str, expected: set[str]) -> None:
    assert groups(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Krajani brez strehe nad glavo", {"brezdomci"}),
        ("Hiša brez strehe", set()),
        ("Ljudje v hudi stiski", {"ranljive-skupine"}),
        ("Dijaki v stiski", {"dijaki-studenti"}),
        ("Občani v finančni stiski", {"revni"}),
        ("Prevoz za slepo gospo", {"slepi-slabovidni"}),
    ],
)
def test_what_people_have_counts_behind_a_word_for_people(text: str, expected: set[str]) -> None:
    assert groups(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Odbor za zdravstvo, socialno varstvo in starejše občane je sejo preložil.",
        "Komisija za družino, mladino in šport",
        "Ulica mladih borcev in Cesta pohorskih študentov",
        "Sestavil: D. Starše",
        "Društvo »Mladi za Ormož«",
        "Svetniška skupina Mladi za Tržič je predlagala preložitev.",
        "Kandidatka liste Upokojenci za Bovec ni glasovala.",
        "Svetnik (Gibanje za upokojence Primorske) je glasoval proti.",
        "Sklep prejmejo: Center za starejše Lipa, arhiv.",
        "Za mlade Za družine Za starejše Za invalide Turizem",
    ],
)
def test_a_name_that_holds_a_group_means_none(text: str) -> None:
    assert not groups(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mladi za prihodnost potrebujejo stanovanja.", {"mladi"}),
        ("V načrtu so mladi za Tržič posebna skupina.", {"mladi"}),
        ("Odprli bomo Center za starejše v Litiji.", {"starejsi"}),
        ("Center za starejše", {"starejsi"}),
        ("Za mlade bo odprt klub.", {"mladi"}),
        ("Za mlade. Za starejše.", {"mladi", "starejsi"}),
        ("Gibanje za zdravje je namenjeno starejšim.", {"starejsi"}),
        ("Pomoč Rominjam in begunkam", {"romi", "migranti", "zenske"}),
        ("Pomoč Romom in beguncem", {"romi", "migranti"}),
        ("Varen prostor za istospolno usmerjene mlade", {"lgbtiq", "mladi"}),
    ],
)
def test_what_only_resembles_a_name_means_people(text: str, expected: set[str]) -> None:
    assert groups(text) == expected


def test_behind_the_name_of_a_body_people_are_people() -> None:
    assert groups("Odbor za mladino je obravnaval stiske starejših.") == {"starejsi"}
    assert groups("Odbor za mladino, Društvo Mozaik in starejši občani") == {"starejsi"}
