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
