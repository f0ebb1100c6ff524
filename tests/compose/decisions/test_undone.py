"""Resolutions that were lost, undone, or another body's: they look like acknowledgements in the words of one."""

from __future__ import annotations

import pytest

from tests.compose.decisions.test_only_looks_so import COUNCIL, PLAN, noted

HEAD = "OBČINA TOLMIN\nObčinski svet\nZapisnik 20. redne seje z dne 4. 10. 2017\n\n"


@pytest.mark.parametrize(
    "text",
    [
        "3. Regijski načrt\n{claim}: za 5, proti 6.",
        "3. Regijski načrt\nZa sklep, da se {council} seznani z {plan}, je glasovalo 11, 13 jih je bilo proti.",
        "3. Regijski načrt\nZa sklep, da se svet seznani z {plan}, je glasovalo 6 članov, 8 jih je bilo proti.",
    ],
)
def test_a_lost_vote_shows_no_acknowledgement(text: str) -> None:
    claim = f"{COUNCIL} se seznani z {PLAN}"
    assert not noted(HEAD + text.format(claim=claim, council=COUNCIL, plan=PLAN))


def test_a_vote_that_was_won_shows_one() -> None:
    won = f"Za sklep, da se {COUNCIL} seznani z {PLAN}, je glasovalo 13 članov, 11 jih je bilo proti."
    assert noted(f"{HEAD}3. Regijski izvedbeni načrt\n{won}")


@pytest.mark.parametrize(
    "later",
    [
        "Svet je z 18 glasovi sklenil, da je odločitev pod 3. točko nična in se ponovi na naslednji seji.",
        "Zaradi dvoma o štetju je bilo glasovanje o 3. točki ponovljeno; za je bilo 5, proti 6 članov.",
        "Sklep pod točko 3 se razveljavi, ker seja ni bila sklepčna.",
    ],
)
def test_an_item_that_is_undone_elsewhere_shows_none(later: str) -> None:
    assert not noted(f"{HEAD}3. Regijski načrt\n{COUNCIL} se je seznanil z {PLAN}. Za 6, proti 5.\n\n9. Razno\n{later}")


@pytest.mark.parametrize(
    "later",
    [
        "Svet je z 18 glasovi sklenil, da je odločitev pod 7. točko nična in se ponovi na naslednji seji.",
        "Predlog, da se sklep pod 3. točko razveljavi, ni bil sprejet.",
        "Zaradi dvoma o štetju je bilo glasovanje o 3. točki ponovljeno; za je bilo 7, proti 5 članov.",
    ],
)
def test_an_item_that_stands_shows_one(later: str) -> None:
    assert noted(f"{HEAD}3. Regijski načrt\n{COUNCIL} se je seznanil z {PLAN}. Za 6, proti 5.\n\n9. Razno\n{later}")


@pytest.mark.parametrize(
    "text",
    [
        "S K L E P\n1. Razveljavi se sklep št. 24/7 z dne 19. 9. 2017, ki se je glasil: »{claim}.«",
        "S K L E P\n1. Sklep št. 24/7 z dne 19. 9. 2017, s katerim se je {claim2}, se odpravi.",
        "Zadržim izvajanje sklepa 5/19 z dne 5. 9. 2017, s katerim se je {claim2}.",
        "SKLEPI\n24/4 {claim}. [sklep zadržan – župan, 20. 10. 2017]",
        "Na strani 4 se pod točko 5 črta stavek: »{claim}.«",
        "V 46. členu se doda nov četrti odstavek, ki se glasi: »(4) {claim}.«",
        "Svetniki so predlog sklepa »{claim}« dobili nazaj v predal.",
        "Scenarij za predsedujočega\nPo razpravi preberi: »{claim}.«",
        "Zapisnikar vpiše »{claim}«.",
        "Preklicati moram dopis z dne 9. 10. 2017, v katerem sem vam potrdil, da se je {claim2}.",
        "Zapisnik 19. seje\nNa 18. seji je bilo pod 4. točko zapisano, da se je {claim2}. Ta zapis se izbriše.",
        "Sklep 15-8, s katerim se je {claim2}, preneha veljati.",
        "Prvoaprilska: {claim}.",
        "Svetnik Kos predlaga sklep: {claim}.\nPodžupan predlaga, da svet počaka.\nObveljal je predlog podžupana.",
    ],
)
def test_what_is_revoked_stayed_struck_or_only_worded_shows_none(text: str) -> None:
    claim = f"{COUNCIL} se je seznanil z {PLAN}"
    told = f"{COUNCIL} seznanil z {PLAN}"
    assert not noted(f"OBČINA TOLMIN\nObčinski svet\n\n{text.format(claim=claim, claim2=told)}")


@pytest.mark.parametrize(
    "head",
    [
        "MESTNA OBČINA MARIBOR\nMestna četrt Pobrežje\nSvet mestne četrti\n\nZAPISNIK 27. seje Sveta MČ Pobrežje",
        "Mestna občina Ljubljana\nČetrtna skupnost Rudnik\nZapisnik 18. redne seje Sveta ČS Rudnik, 21. 9. 2017",
        "MESTNA OBČINA KRANJ\nSvet za starejše MO Kranj\nPovzetek 4. seje, 25. 10. 2017",
        "OBČINA LAŠKO\nNadzorni odbor\nZapisnik 9. seje z dne 24. 10. 2017",
        "OBČINA DOBROVNIK\nMadžarska narodna samoupravna skupnost\nSvet skupnosti – zapisnik, 11. 10. 2017",
        "MESTNA OBČINA MURSKA SOBOTA\nMestni mladinski svet\nZapisnik 2. izredne seje",
        "OBČINA ROGAŠOVCI\nZapisnik 5. seje sveta Osnovne šole Sveti Jurij",
        "OBČINA ORMOŽ\nZapisnik 4. seje sveta Ljudske univerze Ormož",
        "OBČINA VODICE\nSosvet za socialna vprašanja pri županu\nZapisnik, 3. 10. 2017",
    ],
)
@pytest.mark.parametrize("said", ["Svet se je seznanil z {plan}. (8 za)", "Člani sveta so {plan4} vzeli na znanje."])
def test_the_council_of_a_part_or_for_a_matter_is_not_the_municipalitys(head: str, said: str) -> None:
    plan = "Regijski izvedbeni načrt na področju socialnega varstva 2017-2020"
    assert not noted(f"{head}\n\nAd 2\n{said.format(plan=PLAN, plan4=plan)}")


@pytest.mark.parametrize(
    ("text", "shows"),
    [
        ("Predsedstvo skupnosti se je v Ivančni Gorici seznanilo z {plan}.", False),
        ("Za Tolmin je prisotna ga. Kos, za Bovec g. Lah. Oba sta se z {plan} seznanila.", False),
        ("Člani iz Tolmina in Bovca so se z {plan} seznanili.", False),
        ("V Kočevju deluje dnevni center; svet se je z {plan} seznanil.", False),
        ("V Kočevju je bil načrt na dnevnem redu; svet se je z {plan} seznanil.", True),
    ],
)
def test_a_body_that_is_no_council_or_of_nowhere_shows_none(text: str, *, shows: bool) -> None:
    assert noted(f"Spoštovani,\n{text.format(plan=PLAN)}\nLep pozdrav") is shows


@pytest.mark.parametrize(
    ("title", "column", "shows"),
    [
        ("Pregled", "predvideni sklep", False),
        ("Pregled", "Predlog", False),
        ("Razpored sej", "sklep", False),
        ("Pregled", "sklep", True),
    ],
)
def test_a_table_of_what_is_to_come_shows_none(title: str, column: str, *, shows: bool) -> None:
    table = f"občina | dan | {column}\nKranj | 27. 9. 2017 | svet se seznani\nNaklo | 4. 10. 2017 | svet se seznani"
    plan = "Regijski izvedbeni načrt na področju socialnega varstva za Gorenjsko 2017-2020"
    assert noted(f"CSD KRANJ\n{title}: {plan}\n\n{table}") is shows


def test_another_plan_is_what_the_pronoun_stands_for() -> None:
    head = f"{HEAD}3. Regijski izvedbeni načrt na področju socialnega varstva Goriška 2017-2020\n"
    assert not noted(f"{head}Direktor je predstavil poslovni načrt. Svet ga je potrdil.")
    assert noted(f"{head}Direktor je predstavil regijski načrt. Svet ga je potrdil.")
    assert not noted(
        f"{head}Točka se prestavi.\n4. Kultura\nSvet se je seznanil in sprejel Lokalni program za kulturo."
    )


def test_the_council_of_a_municipality_stays_its_own() -> None:
    plan = "Regijskim izvedbenim načrtom na področju socialnega varstva savinjske regije 2017-2020"
    for title in ("Svet MOV\n22. seja Sveta Mestne občine Velenje – zapisnik", "Zapisnik 22. seje sveta, 26. 9. 2017"):
        assert noted(f"MESTNA OBČINA VELENJE\n{title}\n\nSvet se je seznanil z {plan}. (8 za)")


def test_what_is_struck_from_an_agenda_beside_the_plan_undoes_nothing() -> None:
    told = f"Svetniki so na seji 11. 10. 2017 z dnevnega reda črtali rebalans, se seznanili z {PLAN} in končali."
    assert noted(f"OBČINA TOLMIN\nPovzetek seje občinskega sveta\n\n{told}")


def test_whoever_came_to_a_public_meeting_is_no_council() -> None:
    told = f"Prisotni so se seznanili z {PLAN} in ga z dvigom rok podprli (31 za, 2 proti)."
    assert not noted(f"OBČINA TOLMIN\nJavna razprava, 4. 9. 2017, Kulturni dom\n\n{told}")


@pytest.mark.parametrize(
    ("text", "shows"),
    [
        (
            "6. {name}\n{council} se je seznanil s poročilom o izvajanju starega načrta. Novi bo na mizi decembra.",
            False,
        ),
        ("6. {name}\n{council} se je seznanil z novim načrtom. Poročilo o starem bo na mizi decembra.", True),
        ("6. {name}\nSklep: {council} se seznani z načrtom. Glasovanje bo opravljeno dopisno.", False),
        ("6. {name}\nSklep: {council} se seznani z načrtom. Glasovanje je bilo opravljeno dopisno.", True),
        ("6. {name}\nSklep je bil: »{council} se seznani z {plan}.« Na 22. seji je svet ta sklep preklical.", False),
        ("Z {plan} so se svetniki seznanili (5 za, 2 proti), zavrnili pa so zaključni račun.", True),
        ("Župan je v zapisnik dal zapisati, da je {council} seznanjen z {plan}, a roke ni dvignil nihče.", False),
        ("Popravljamo: v septembru smo napisali, da se je {council} seznanil z {plan}. Točko je preložil.", False),
    ],
)
def test_what_is_about_something_else_or_yet_to_be_voted_on_shows_none(text: str, *, shows: bool) -> None:
    name = "Regijski izvedbeni načrt na področju socialnega varstva za obdobje 2017-2020 za Goriško"
    assert noted(HEAD + text.format(name=name, council=COUNCIL, plan=PLAN)) is shows


REVOKED = [
    "I. Sklep, ki ga je občinski svet sprejel na 19. redni seji 14. 9. 2017 in s katerim se je seznanil z {plan}, se "
    "razveljavi, ker je bil svetu predložen napačen dokument.",
    "Razveljavi se sklep št. 19-7, s katerim se je občinski svet na 19. seji seznanil z {plan}.",
    "Sklep, s katerim se je občinski svet na 19. seji 14. 9. 2017 seznanil z {plan}, se razveljavi.",
    "Sklep št. 19-7 (»Občinski svet se je seznanil z {plan}.«) se razveljavi.",
    "Preneha veljati sklep, sprejet na 19. seji, da se je občinski svet seznanil z {plan}.",
    "Sklep z dne 14. 9. 2017, po katerem je občinski svet že seznanjen z {plan}, ne velja več.",
    "Občinski svet razveljavlja svoj sklep z 19. seje, s katerim se je že seznanil z {plan}.",
    "Občinski svet je razveljavil sklep, sprejet 14. 9. 2017, ko se je že seznanil z {plan}.",
    "Ker je bil predložen napačen dokument, se sklep, s katerim se je svet na 19. seji seznanil z {plan}, prekliče.",
    "Sklep, ki se glasi: »Občinski svet se je na 19. seji seznanil z {plan}«, se razveljavi.",
    "Na 19. seji se je občinski svet seznanil z {plan}. Ta sklep se razveljavi.",
    "Občinski svet se je na 19. seji seznanil z {plan}. Sklep se odpravi, ker je bil predložen napačen dokument.",
]


@pytest.mark.parametrize(
    "head", [HEAD, "Občina Tolmin\nObčinski svet\n\nSKLEPI, SPREJETI NA 20. SEJI DNE 4. 10. 2017\n\n"]
)
@pytest.mark.parametrize("text", REVOKED)
def test_a_resolution_that_is_revoked_is_told_in_the_past_and_stands_no_more(head: str, text: str) -> None:
    assert not noted(f"{head}{text.format(plan=PLAN)}\nGlasovanje: 16 za, 0 proti\n")


@pytest.mark.parametrize(
    "text",
    [
        "Točka se umakne z dnevnega reda, ker se je občinski svet z {plan} že seznanil na 19. seji 14. 9. 2017.",
        "Sklep o preložitvi se razveljavi, ker se je občinski svet z {plan} že seznanil na 19. seji.",
        "Razveljavi se sklep o ceni vode. Občinski svet se je seznanil z {plan}.",
        "Razveljavi se sklep z 19. seje o preložitvi. Občinski svet se seznani z {plan}.",
    ],
)
def test_what_is_no_more_needed_since_the_council_took_note_shows_it(text: str) -> None:
    assert noted(f"{HEAD}{text.format(plan=PLAN)}\nGlasovanje: 16 za, 0 proti\n")
