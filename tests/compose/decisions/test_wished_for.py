"""What is wished for, supposed or moved about is no taking note; what is done beside it is."""

import pytest

import rinsearch

PLAN = "Regijski izvedbeni načrt na področju socialnega varstva za koroško regijo 2017-2020"
HEAD = f"""OBČINA MISLINJA
Občinski svet

ZAPISNIK
12. redne seje Občinskega sveta Občine Mislinja, 14. 9. 2017

3. {PLAN}
"""


def statuses(text: str, head: str = HEAD) -> list[str]:
    found = rinsearch.analyse(rinsearch.Text(f"{head}{text}\n")).decisions
    return [each.status.value for each in found if each.plan]


@pytest.mark.parametrize(
    "text",
    [
        "Center je načrt poslal s prošnjo, da ga svet vzame na znanje.",
        "Center ga je poslal z željo, da se svet z njim seznani.",
        "Center ga je poslal s pozivom, da se svet z njim seznani.",
        "Načrta ni bilo, zato naj nihče ne trdi, da smo se z njim seznanili.",
        "Nihče ne pravi, da se je svet z načrtom seznanil.",
        "Župan je mislil, da se je svet z načrtom že seznanil.",
        "Direktorica je bila prepričana, da se je svet z načrtom seznanil.",
        "O novem načrtu bo svet odločal, ko bo ta napisan.",
        "Dnevni red je potrjen, s tem da se 3. točka (regijski izvedbeni načrt) premakne na konec.",
        "Svet se je seznanil z Regionalnim načrtom za podnebje in energijo.",
        "Poročilo CSD Koroška o uresničevanju regijskega izvedbenega načrta je svet vzel na znanje.",
    ],
)
def test_it_decides_nothing_about_the_plan(text: str) -> None:
    assert not {*statuses(text)} - {"scheduled"}


@pytest.mark.parametrize(
    "text",
    [
        "Svet je sledil pozivu in načrt vzel na znanje.",
        "Svet šteje, da je z načrtom seznanjen.",
        "Svet nima nič zoper Regijski izvedbeni načrt na področju socialnega varstva in ga jemlje na znanje.",
        "Svet se je seznanil z načrtom, ki ga je center poslal s prošnjo za obravnavo.",
    ],
)
def test_it_is_taken_note_of(text: str) -> None:
    assert "acknowledged" in statuses(text)


def test_what_a_committee_adopted_is_not_the_councils_that_is_named_behind() -> None:
    letter = f"""OBČINA RAVNE NA KOROŠKEM

CSD Koroška

Zadeva: {PLAN}

Stanje pri sosedih:
- Mežica: pred dvema tednoma so ga potrdili na odboru, na svet gre šele po novem letu
- Prevalje: svet ga je potrdil 5. 10. 2017
"""
    found = rinsearch.analyse(rinsearch.Text(letter)).decisions
    assert [each.municipality.name for each in found if each.municipality and each.status == "adopted"] == ["Prevalje"]


def test_counts_in_two_sentences_are_one_vote() -> None:
    text = "PREDLOG SKLEPA: Občinski svet se seznani z načrtom.\nRezultat glasovanja navzočih: 38.\n30 ZA. 5 PROTI."
    assert statuses(text) == ["acknowledged"]


def test_a_year_may_begin_the_next_line() -> None:
    text = """OBČINA MISLINJA
Občinski svet

ZAPISNIK 12. redne seje Občinskega sveta Občine Mislinja

Županja je prinesla
debelo knjigo, Regijski izvedbeni
načrt na področju socialnega
varstva Koroške regije, ki
velja od leta 2017 do leta
2020. Svet se je z njim seznanil.
"""
    found = rinsearch.analyse(rinsearch.Text(text)).decisions
    assert [each.plan for each in found] == ["rin-sv/koroska/2017-2020"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (
            "Gostja iz CSD je povedala, da so ga v Mežici potrdili, v Mislinji pa so se z njim seznanili.",
            {"Mežica": "adopted", "Mislinja": "acknowledged"},
        ),
        ("V Mežici so ga potrdili, v Hrastniku pa so ga zavrnili.", {"Mežica": "adopted"}),
    ],
)
def test_what_is_told_of_others_is_about_the_plan_of_their_region(text: str, shown: dict[str, str]) -> None:
    head = HEAD.replace("Občine Mislinja", "Občine Muta").replace("OBČINA MISLINJA", "OBČINA MUTA")
    found = rinsearch.analyse(rinsearch.Text(f"{head}\n{text}\n")).decisions
    assert {each.municipality.name: each.status.value for each in found if each.municipality and each.plan} == shown


def test_a_letter_may_say_how_the_council_decided_before_its_words() -> None:
    letter = f"""OBČINA MISLINJA

CSD Koroška

Zadeva: {PLAN}

Občinski svet je načrt obravnaval na 12. seji 14. 9. 2017. Odločil je takole:
"""
    assert "acknowledged" in statuses("»Občinski svet se z načrtom seznani.«", letter)
    assert "acknowledged" not in statuses("»Občinski svet načrta ne vzame na znanje.«", letter)


def test_what_is_proposed_item_by_item_is_no_acknowledgement() -> None:
    agenda = f"""OBČINA MISLINJA
Občinski svet

VABILO na 12. redno sejo, ki bo 14. 9. 2017

Dnevni red:
1. Zapisnik
2. {PLAN}

KAJ SE PREDLAGA PRI POSAMEZNI TOČKI

k 2. Občinski svet je seznanjen z Regijskim izvedbenim načrtom za koroško regijo 2017-2020.
"""
    assert statuses("", agenda) == ["scheduled", "proposed"] or statuses("", agenda) == ["proposed", "scheduled"]


def test_news_of_a_session_tell_that_the_mayor_withdrew_an_item() -> None:
    news = """Občina Mislinja » Novice

Kaj so odločali na 12. redni seji
Objavljeno: 15. 9. 2017

V četrtek, 14. septembra 2017, so se sestali člani Občinskega sveta Občine Mislinja. Svetniki bi se morali seznaniti
z Regijskim izvedbenim načrtom na področju socialnega varstva za koroško regijo 2017-2020, vendar je župan to točko
s seje umaknil.
"""
    assert statuses("", news) == ["withdrawn"]
