"""Two plans of one region in one paper, told apart by their order or meant both; a report that tells of its plan."""

import pytest

import rinsearch

NAMED = "Regijska izvedbena načrta na področju socialnega varstva za goriško regijo, za obdobje 2014–2016 in 2017–2020"
MINUTES = """OBČINA BRDA
Občinski svet

ZAPISNIK 23. redne seje Občinskega sveta Občine Brda, 5. 10. 2017

Ad 5) {item}
Gradivo je predstavila direktorica.
{text}

Ad 6) Razno
Pobud ni bilo.
"""
REPORT = """Regijska koordinacijska skupina za Goriško
Nova Gorica, 14. marec 2019

POROČILO O IZVAJANJU REGIJSKEGA IZVEDBENEGA NAČRTA NA PODROČJU SOCIALNEGA VARSTVA ZA GORIŠKO REGIJO 2017–2020

1. Uvod
Podatke je poslalo 31 izvajalcev.

2. Občine
{text}
"""
OLD, NEW = "rin-sv/goriska/2014-2016", "rin-sv/goriska/2017-2020"


def noted(text: str) -> list[tuple[str, str]]:
    found = rinsearch.analyse(rinsearch.Text(text)).decisions
    taken = [each for each in found if each.status in ("acknowledged", "adopted") and each.plan and each.municipality]
    return sorted((each.municipality.name, str(each.plan)) for each in taken if each.municipality)


@pytest.mark.parametrize(
    ("text", "plans"),
    [
        ("Prvi je bil vzet na znanje z 12 glasovi za, drugi je bil umaknjen.", [OLD]),
        ("Prvi, ki je že iztekel, je bil vzet na znanje z 12 glasovi; drugega je predlagatelj umaknil.", [OLD]),
        ("Prvega je svet vzel na znanje, obravnava drugega pa je bila preložena.", [OLD]),
        ("S prvim se je svet seznanil, drugega je preložil na naslednjo sejo.", [OLD]),
        ("Prvi načrt je bil preložen, z drugim se je svet seznanil.", [NEW]),
        ("Občinski svet je vzel na znanje oba.", [OLD, NEW]),
        ("Občinski svet se je seznanil z obema.", [OLD, NEW]),
        ("Občinski svet se je z obema seznanil (11 za).", [OLD, NEW]),
        ("Občinski svet je oba načrta vzel na znanje.", [OLD, NEW]),
        ("Občinski svet je vzel na znanje oba: tako prejšnjega (2014–2016) kot novega (2017–2020).", [OLD, NEW]),
    ],
)
def test_the_plans_of_an_item_about_two_are_told_apart(text: str, plans: list[str]) -> None:
    assert noted(MINUTES.format(item=NAMED, text=text)) == [("Brda", plan) for plan in plans]


@pytest.mark.parametrize(
    "text",
    [
        "Prvi svetnik je bil proti, drugi pa so se razprave vzdržali. Točka je bila umaknjena.",
        "Prvi je govoril župan, drugi se je z njim strinjal podžupan.",
        "Obe pobudi je svet vzel na znanje, točka je bila preložena.",
        "Oba svetnika sta bila proti. Točka je bila umaknjena.",
        "Svet je vzel na znanje obe poročili.",
        "Oba sta bila umaknjena.",
        "Prvi je bil umaknjen, drugi pa preložen.",
        "Svet ni vzel na znanje nobenega od obeh.",
        "Župan je predlagal, da se svet seznani z obema; predlog ni bil sprejet.",
        "Z obema se bo svet seznanil na naslednji seji.",
    ],
)
def test_what_is_first_second_or_both_of_something_else_is_no_plan(text: str) -> None:
    assert noted(MINUTES.format(item=NAMED, text=text)) == []


def test_both_papers_of_an_item_are_not_both_plans() -> None:
    item = "Regijski izvedbeni načrt na področju socialnega varstva za goriško regijo 2017–2020"
    text = "Priloženo je tudi zaključno poročilo o načrtu 2014–2016. Svet se je seznanil z obema dokumentoma."
    assert ("Brda", OLD) not in noted(MINUTES.format(item=item, text=text))


@pytest.mark.parametrize(
    "text",
    [
        "Z načrtom samim sta se leta 2017 seznanila občinska sveta v Kobaridu in Tolminu, za druge ne vemo.",
        "O poročilu se ne odloča; z načrtom sta se seznanila občinska sveta Občine Kobarid in Občine Tolmin.",
        "Načrt sta v letu 2017 vzela na znanje občinska sveta Občine Kobarid in Občine Tolmin.",
        "V Kobaridu so se z načrtom seznanili 12. 10. 2017, v Tolminu pa so se z njim seznanili šele 15. 2. 2018.",
    ],
)
def test_a_report_tells_of_its_plan_where_it_calls_it_so(text: str) -> None:
    assert noted(REPORT.format(text=text)) == [("Kobarid", NEW), ("Tolmin", NEW)]


@pytest.mark.parametrize(
    "text",
    [
        "Občinska sveta v Kobaridu in Tolminu sta se seznanila s poročilom o načrtu za leto 2017.",
        "Občinska sveta v Kobaridu in Tolminu sta se seznanila s poročilom.",
        "Občinska sveta v Kobaridu in Tolminu sta se z njim seznanila.",
        "Načrt je priložen poročilu. V Kobaridu so se z njim seznanili.",
        "Občinski svet Občine Kobarid se je seznanil z načrtom razvojnih programov.",
        "Občinska sveta v Kobaridu in Tolminu se z načrtom še nista seznanila.",
        "Z načrtom se bodo seznanili v Kobaridu in Tolminu.",
        "Župana Kobarida in Tolmina sta se z načrtom seznanila na posvetu.",
        "Svet zavoda v Tolminu se je z načrtom seznanil.",
        "Občinski svet v Kobaridu je vzel na znanje letni načrt doma.",
    ],
)
def test_what_a_report_tells_of_itself_or_of_others_is_no_acknowledgement(text: str) -> None:
    assert noted(REPORT.format(text=text)) == []
