"""Sentences of a letter that tell what several councils did."""

import pytest

import rinsearch

LETTER = """CENTER ZA SOCIALNO DELO NOVO MESTO
Datum: 20. 12. 2017

Ministrstvo za delo, družino, socialne zadeve in enake možnosti

Zadeva: Obravnava Regijskega izvedbenega načrta na področju socialnega varstva v jugovzhodni regiji 2017–2020

Spoštovani,

{told}

Lep pozdrav
"""


def shown(told: str) -> set[str]:
    found = rinsearch.analyse(rinsearch.Text(LETTER.format(told=told))).decisions
    return {
        f"{each.municipality.name if each.municipality else '-'}:{each.status.value}" for each in found if each.plan
    }


@pytest.mark.parametrize(
    ("told", "found"),
    [
        (
            "Občinski svet Občine Metlika se je po daljši razpravi, v kateri so sodelovali vsi, z načrtom seznanil.",
            {"Metlika:acknowledged"},
        ),
        (
            "V Metliki so, kot nam je povedala tajnica, načrt vzeli na znanje 5. 10. 2017.",
            {"Metlika:acknowledged"},
        ),
        (
            "Metliški svetniki so se z načrtom seznanili, semiških o tem še nismo vprašali.",
            {"Metlika:acknowledged"},
        ),
        (
            "Mestni svet v Novem mestu in občinski svet v Straži sta načrt vzela na znanje.",
            {"Novo mesto:acknowledged", "Straža:acknowledged"},
        ),
        (
            "Metlika se je z načrtom seznanila, Semič je k njemu dal soglasje.",
            {"Metlika:acknowledged", "Semič:adopted"},
        ),
        (
            "Z načrtom sta se seznanila občinska sveta v Metliki in Semiču, v Črnomlju so točko umaknili.",
            {"Metlika:acknowledged", "Semič:acknowledged", "Črnomelj:withdrawn"},
        ),
        ("V Metliki so, kot nam je povedala tajnica, vzeli na znanje letno poročilo centra.", set()),
        ("V Metliki je načrt obravnaval odbor, svet pa še ne.", set()),
        ("Županja Metlike je obljubila, da se bo svet z načrtom seznanil.", set()),
        ("Svet v Metliki bi se z načrtom moral seznaniti oktobra, a seje ni bilo.", set()),
    ],
)
def test_each_council_has_what_the_letter_tells_of_it(told: str, found: set[str]) -> None:
    assert shown(told) == found
