"""Lettered parts of one item, paragraphs of several councils, votes on points by their numbers, reports on the plan."""

import pytest

import rinsearch
from rinsearch.records import Decision

NAME = "Regijski izvedbeni načrt na področju socialnega varstva za podravsko regijo 2017–2020"
WITH = NAME.replace("Regijski izvedbeni načrt", "Regijskim izvedbenim načrtom")
MINUTES = """OBČINA SVETA ANA
Občinski svet

ZAPISNIK
9. izredne seje Občinskega sveta Občine Sveta Ana, 23. 10. 2017

"""


def of_plan(text: str) -> list[Decision]:
    return [each for each in rinsearch.analyse(rinsearch.Text(text)).decisions if each.plan]


def shown(text: str) -> list[str]:
    """Municipality, status, votes for and against of the decisions about the plan that are no entries of an agenda."""
    found = (each for each in of_plan(text) if each.status != "scheduled")
    votes = ((each, each.vote) for each in found)
    return [
        f"{each.municipality.name if each.municipality else ''} {each.status} "
        f"{vote.for_ if vote else None}:{vote.against if vote else None}"
        for each, vote in votes
    ]


@pytest.mark.parametrize("opening", ["K a)", "Ad a)", "Pod a)", "K točki a)"])
def test_a_lettered_part_is_taken_up_by_its_letter(opening: str) -> None:
    text = f"""{MINUTES}Edina točka: Socialne zadeve
a) {NAME[:24]}
b) brezplačni prevozi

{opening} Predstavnica centra je povedala, da je načrt obsežen.
Svetniki so z dvignjenimi rokami (šest proti nič) odločili takole:
{NAME} vzame Občinski svet Občine Sveta Ana na znanje.

{opening.replace("a)", "b)")} Predlog je dobil tri glasove za in tri proti, zato ni bil izglasovan.
Zadeva se vrne v pripravo.
"""
    assert shown(text) == ["Sveta Ana acknowledged 6:0"]


def test_a_result_behind_a_resolution_that_had_its_vote_before_is_another_s() -> None:
    text = f"""{MINUTES}Ad 1
{NAME}

Svetniki so z dvignjenimi rokami (šest proti nič) odločili takole:
Načrt vzame svet na znanje.

Predlog o prevozih je dobil tri glasove za in tri proti, zato ni bil izglasovan.
"""
    assert shown(text) == ["Sveta Ana acknowledged 6:0"]


DECISION = f"""OBČINA SVETA ANA
Občinski svet

Na podlagi statuta je Občinski svet Občine Sveta Ana na 24. redni seji dne 5. 10. 2017 sprejel

SKLEP

{{first}}
Občinski svet Občine Sveta Ana se je seznanil z {WITH}.

2.
Pripomba se pošlje pripravljavcu.

3.
Predlog, da občina prevzame najemnino za zavetišče, se ne sprejme.

{{votes}}
"""


@pytest.mark.parametrize(
    ("first", "votes"),
    [
        (
            "1.",
            "Za 1. in 2. točko je glasovalo 14 članov, nasprotoval ni nihče. Za 3. točko jih je glasovalo 5, proti 9.",
        ),
        (
            "l.",
            "Za l. in 2. točko je glasovalo 14 članov, nasprotoval ni nihče. Za 3. točko jih je glasovalo 5, proti 9.",
        ),
        ("1.", "Za 3. točko je glasovalo 5 članov, proti 9. Za 1. do 2. točko je glasovalo 14 članov, proti nihče."),
        ("1.", "O 1. točki so glasovali dvakrat: 5 : 5, v ponovljenem glasovanju pa 14 za in 0 proti."),
    ],
)
def test_a_vote_on_points_is_each_point_s(first: str, votes: str) -> None:
    assert shown(DECISION.format(first=first, votes=votes)) == ["Sveta Ana acknowledged 14:0"]


def test_a_vote_on_other_points_is_not_the_plan_s() -> None:
    votes = "Za 2. točko je glasovalo 14 članov, nasprotoval ni nihče. Za 3. točko jih je glasovalo 5, proti 9."
    assert "14:0" not in shown(DECISION.format(first="1.", votes=votes))[0]


JOINT = f"""OBČINA SVETA ANA
Občinski svet

ZAPISNIK
skupne seje občinskih svetov Občine Sveta Ana in Občine Benedikt, 15. 5. 2017

2. {NAME}

Po razpravi:
– Občinski svet Občine Sveta Ana: 7 članov se strinja z ugotovitvijo, da so z načrtom seznanjeni. Sprejeto.
– Občinski svet Občine Benedikt: za seznanitev dva, proti trije. Ni sprejeto.
"""


def test_a_result_in_a_paragraph_of_one_council_is_not_another_s() -> None:
    found = {(each.municipality.name if each.municipality else "", str(each.status)) for each in of_plan(JOINT)}
    assert found == {("Sveta Ana", "acknowledged"), ("Benedikt", "rejected")}


REPORT = """OBČINA SVETA ANA
ODDELEK ZA DRUŽBENE DEJAVNOSTI

Sveta Ana, 2. 5. 2017

POROČILO O IZVAJANJU REGIJSKEGA IZVEDBENEGA NAČRTA NA PODROČJU SOCIALNEGA VARSTVA PODRAVSKE REGIJE 2014-2016

{text}
"""


@pytest.mark.parametrize(
    "text",
    [
        "Občinski svet Občine Sveta Ana se je z načrtom seznanil na 33. redni seji 9. 6. 2014.",
        "Z načrtom samim se je občinski svet seznanil že na seji 9. 6. 2014.",
    ],
)
def test_below_a_report_on_the_plan_the_plan_is_meant_where_it_is_said(text: str) -> None:
    found = of_plan(REPORT.format(text=text))
    assert [(each.plan, str(each.status)) for each in found] == [("rin-sv/podravska/2014-2016", "acknowledged")]


@pytest.mark.parametrize(
    "text",
    [
        "Občinski svet se je s poročilom o načrtu seznanil na 33. redni seji 9. 6. 2014.",
        "Občinski svet se je z njim seznanil na 33. redni seji 9. 6. 2014.",
        "Predlog sklepa: Občinski svet se seznani s poročilom o izvajanju načrta.",
    ],
)
def test_a_report_on_the_plan_is_no_plan(text: str) -> None:
    assert not [each for each in of_plan(REPORT.format(text=text)) if each.status == "acknowledged"]


def test_what_was_not_put_to_the_vote_was_not_rejected() -> None:
    text = f"{MINUTES}Ad 1\n{NAME}\n\nOdločanje o načrtu se prestavi (6 za, 3 proti).\n\n"
    assert shown(f"{text}Sklep o seznanitvi ni bil dan na glasovanje.\n") == ["Sveta Ana postponed 6:3"]


def test_a_region_that_adopts_is_no_council() -> None:
    text = f"{MINUTES}Ad 1) Podravska regija je sprejela triletni načrt. Orisan je bil {NAME}.\n\nRazprave ni bilo.\n"
    assert not shown(text)


def test_a_council_that_pronounced_took_note() -> None:
    text = f"""OBČINA SVETA ANA
Občinska uprava

10. 11. 2017

ODGOVOR NA SVETNIŠKO VPRAŠANJE

Da. Na 32. seji, 5. junija 2017, je Občinski svet Občine Sveta Ana z vsemi 16 glasovi izrekel, da jemlje na znanje
{NAME}.

Lepo pozdravljeni
"""
    assert shown(text) == ["Sveta Ana acknowledged 16:None"]


def test_a_proposed_wording_below_its_name_is_a_proposal() -> None:
    text = f"""Občina Sveta Ana
Domov > Občinski svet > Gradivo

NASLOV: {NAME}

PREDLAGANO BESEDILO
"Občinski svet Občine Sveta Ana se seznani z načrtom."
"""
    assert [each.status for each in of_plan(text) if each.status != "scheduled"] == ["proposed"]
