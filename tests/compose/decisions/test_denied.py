"""What somebody wrote or said of the council, and what a paper says to it: denied, doubted, or nowhere found."""

import pytest

import rinsearch

PLAN = "Regijskim izvedbenim načrtom na področju socialnega varstva osrednjeslovenske regije 2017-2020"
COUNCIL = "Občinski svet Občine Logatec"


def noted(text: str) -> bool:
    found = rinsearch.analyse(rinsearch.Text(f"OBČINA LOGATEC\n{text}")).decisions
    return any(each.plan and each.status in ("acknowledged", "adopted") for each in found)


@pytest.mark.parametrize(
    "text",
    [
        f"Vprašanja svetnikov\nSvetnica: Na spletni strani centra piše, da se je »{COUNCIL} seznanil z {PLAN}«. "
        "Tega dokumenta še videla nisem.\nODGOVOR: Navedba je napačna.",
        f"Odgovor svetnici\nNavajate, da se je {COUNCIL} z {PLAN} seznanil oktobra. Zapisniki tega ne potrjujejo.",
        f"Odgovor\nTrdite, da se je »občinski svet že seznanil z {PLAN}«. Iz zapisnikov to ne izhaja.",
        f"Odgovor\nObjavili ste: »{COUNCIL} se je seznanil z {PLAN}.«\nTo ne drži.",
        f"Odgovor\nPo vaših navedbah se je {COUNCIL} seznanil z {PLAN}. Takšnega sklepa nismo našli.",
        f"Odgovor\nNi točno, da se je {COUNCIL} seznanil z {PLAN}.",
        f"Odgovor\nNe drži, da se je {COUNCIL} seznanil z {PLAN}.",
        f"Odgovor\nNi res, da se je {COUNCIL} z {PLAN} že seznanil.",
        f"Odgovor\nObčina zanika navedbe, da se je {COUNCIL} seznanil z {PLAN}.",
        f"Popravek\nV prejšnji številki je bilo objavljeno, da se je {COUNCIL} seznanil z {PLAN}. Podatek je napačen.",
        f"Demanti\nV Novicah je izšel članek z naslovom »{COUNCIL} se je seznanil z {PLAN}«. Članek je netočen.",
        f"OBČINSKI SVET\nZAPISNIK 27. seje\nSvetnica dvomi, da se je svet z {PLAN} sploh seznanil.",
        f"OBČINSKI SVET\nZAPISNIK 27. seje\nSvetnik prebere novico »{COUNCIL} se je seznanil z {PLAN}«. Novica je "
        "neresnična, saj točke ni bilo.",
        f"Pismo bralca\nŽupan je trdil, da se je »{COUNCIL} že seznanil z {PLAN}«. Pregledal sem vse zapisnike.",
        f"Sporočilo\nNa letakih je natisnjeno, da se je »{COUNCIL} seznanil z {PLAN}«. O tem svet nikoli ni odločal.",
    ],
)
def test_a_claim_that_is_denied_or_doubted_shows_nothing(text: str) -> None:
    assert not noted(text)


@pytest.mark.parametrize(
    "text",
    [
        f"Novica, 12. 12. 2017\nNa spletni strani občine je objavljeno, da se je {COUNCIL} seznanil z {PLAN}. Razprave "
        "ni bilo.",
        f"Novica, 12. 12. 2017\nKot smo poročali, se je {COUNCIL} 5. decembra seznanil z {PLAN}. Proti ni bil nihče.",
        f"OBČINSKI SVET\nZAPISNIK 27. seje\nUprava je v zapisniku pomotoma napisala, da je svet načrt potrdil; to ne "
        f"drži, pravilno se glasi, da se je {COUNCIL} z {PLAN} seznanil.",
    ],
)
def test_what_nobody_denies_is_told(text: str) -> None:
    assert noted(text)
