"""Proposals in minutes: carried as they were made, lost, or passed over for another."""

import pytest

import rinsearch
from rinsearch.records import Decision

HEAD = """OBČINA METLIKA
Občinski svet
ZAPISNIK 22. redne seje, 9. 11. 2017
Številka: 900-5/2017

5. Regijski izvedbeni načrt na področju socialnega varstva v jugovzhodni regiji za obdobje 2017-2020
"""


def taken(text: str) -> list[Decision]:
    found = rinsearch.analyse(rinsearch.Text(f"{HEAD}{text}\n\n6. Cenik\nCenik je bil sprejet, 9 za.\n")).decisions
    return [each for each in found if each.plan and each.status in ("acknowledged", "adopted")]


@pytest.mark.parametrize(
    ("text", "votes"),
    [
        ("PREDLOG A: Svet se seznani z načrtom.\nZA: 14 PROTI: 2\nPredlog A je izglasovan.", 14),
        (
            "Različica A: Svet načrt sprejme.\nRazličica B: Svet se z načrtom seznani.\n"
            "Najprej se glasuje o različici A: 3 za, 12 proti. Različica A ni izglasovana.\n"
            "Nato se glasuje o različici B: 14 za, 1 proti. Različica B je izglasovana.",
            14,
        ),
        ("Na glasovanje da predlog, naj se svet seznani z načrtom. Predlog je dobil vseh 14 glasov.", 14),
        ("Župan predlaga, da se svet z načrtom seznani. Predlog je bil sprejet s 14 glasovi za.", 14),
        ("Župan predlaga, da se svet z načrtom seznani. Sprejeto (za 14).", 14),
        ("Županja predlaga, da se svet z načrtom seznani. Za 14, proti 1. Predlog je sprejet.", 14),
        (
            "Svetnica Kralj predlaga naslednji sklep: »Svet se seznani z načrtom.«\nPredlog svetnice je podprlo "
            "14 članov, 4 so bili proti.",
            14,
        ),
        (
            "Svetnica Kralj predlaga, naj se svet z načrtom seznani. Njen predlog je bil izglasovan (14 za, 2 proti).",
            14,
        ),
    ],
)
def test_a_proposal_that_was_carried_is_the_decision(text: str, votes: int) -> None:
    (found,) = taken(text)
    assert found.status == "acknowledged"
    assert found.vote is not None
    assert found.vote.for_ == votes


@pytest.mark.parametrize(
    "text",
    [
        "PREDLOG A: Svet se seznani z načrtom.\nZA: 2 PROTI: 14\nPredlog A ni izglasovan.",
        "PREDLOG A: Svet se seznani z načrtom.\nPREDLOG B: Načrt se vrne.\nZA: 14 PROTI: 2\nPredlog B je izglasovan.",
        "Različica A: Svet se z načrtom seznani.\nRazličica B: Načrt se vrne.\nRazličica A: 2 za, 12 proti. "
        "Različica B: 12 za, 2 proti.",
        "Župan predlaga, da se svet z načrtom seznani. Predlog ni dobil zadostne podpore (8 za, 9 proti).",
        "Župan predlaga, da se svet z načrtom seznani. Predlog je bil zavrnjen s 14 glasovi.",
        "Župan predlaga, da se svet z načrtom seznani. Svetnik Lah predlaga, da se načrt vrne. Predlog je bil sprejet.",
        "Župan predlaga, da se svet z načrtom seznani. Svetnik Lah ima nasprotni predlog. Predlog je bil sprejet.",
        "Predlog sklepa: Svet se seznani z načrtom.\nSvetnica Kralj predlaga, da se načrt vrne.\nPredlog svetnice je "
        "podprlo 14 članov, 4 so bili proti.",
        "Odbor predlaga svetu, da se z načrtom seznani. Predlog je bil sprejet s 5 glasovi.",
        "Župan predlaga, da se svet z načrtom seznani. Predlog je zanimiv. Razprava se bo nadaljevala.",
        "Župan predlaga, da se svet z načrtom seznani. Za predlog so 4, proti 12.",
    ],
)
def test_a_proposal_that_was_not_carried_stays_one(text: str) -> None:
    assert not taken(text)


@pytest.mark.parametrize(
    ("said", "withdrawn"),
    [
        ("Župan predlaga, da se točka 5 – Seznanitev z RIN – umakne, saj poročevalke ne bo. Sprejeto (za 20).", True),
        ("Župan predlaga, da se točka 5 umakne. Zavrnjeno (za 3, proti 17).", False),
        ("Župan predlaga, da se točka 5 umakne. Predlog ni bil sprejet (za 3, proti 17).", False),
    ],
)
def test_a_motion_to_withdraw_is_settled_by_the_words_behind_it(said: str, withdrawn: bool) -> None:
    text = HEAD.replace("5. Reg", f"Določitev dnevnega reda\n{said}\n\n5. Reg")
    found = rinsearch.analyse(rinsearch.Text(text)).decisions
    assert any(each.plan and each.status == "withdrawn" for each in found) == withdrawn


AMENDED = (
    "OBČINA CERKNICA\nObčinski svet\n\nZAPISNIK 19. redne seje, 5. 10. 2017\n\nK točki 4 - Socialno varstvo v regiji\n"
)
TAKEN = (
    "Svet jemlje na znanje Regijski izvedbeni načrt na področju socialnega varstva za primorsko-notranjsko regijo.\n"
)
LOST = "Svetnik Obreza je predlagal dodaten stavek; predlog za dopolnitev je dobil 7 glasov za in 9 proti. "


@pytest.mark.parametrize(
    ("lead", "behind", "status"),
    [
        (f"{LOST}O nespremenjenem sklepu so glasovali:\n", "ZA 15, PROTI 0, VZDRŽANA 2.", "acknowledged"),
        (f"{LOST}Svetniki so nato glasovali o sklepu:\n\n", "Za 15, proti 0.", "acknowledged"),
        (f"{LOST}\nSKLEP:\n", "Za 15, proti 0.", "acknowledged"),
        (f"{LOST}Sprejet je bil sklep:\n", "(15 za, 0 proti)", "acknowledged"),
        (f"{LOST}O nespremenjenem sklepu so glasovali:\n", "ZA 5, PROTI 10.", "rejected"),
        ("Dodatni predlog je bil zavrnjen s 3 za in 11 proti. Sprejeto je bilo naslednje:\n", "", "acknowledged"),
        ("Predlog za preložitev ni bil sprejet (6 za, 8 proti). Sklep:\n", "Sprejeto z 12 glasovi.", "acknowledged"),
        ("Predlog sklepa je dobil 7 glasov za in 9 proti in ni bil izglasovan. Glasil se je:\n", "", "rejected"),
        ("Z 7 glasovi za in 9 proti ni bil izglasovan sklep:\n", "", "rejected"),
        ("ZA je glasovalo 15 članov, proti nihče. Sprejet je naslednji sklep:\n", "", "acknowledged"),
    ],
)
def test_the_vote_on_an_amendment_in_the_lead_is_not_the_resolutions(lead: str, behind: str, status: str) -> None:
    found = rinsearch.analyse(rinsearch.Text(f"{AMENDED}{lead}{TAKEN}{behind}\n")).decisions
    assert [each.status.value for each in found if each.plan] == [status]


LISTED = """OBČINA KOBILJE
Občinski svet

ZAPISNIK 3. dopisne seje Občinskega sveta Občine Kobilje, 29. 11. 2017

{lead}
1. Občinski svet se seznani z Regijskim izvedbenim načrtom na področju socialnega varstva za pomursko regijo 2017-2020.
2. Kupi se kosilnica za pokopališče.

"""


@pytest.mark.parametrize(
    ("lead", "results", "shown"),
    [
        (
            "Na glasovnici sta bila dva predloga:",
            "UGOTOVITEV\nPredlog 1 je dobil pet glasov za in enega proti.\n"
            "Predlog 2 je ostal pri treh proti trem in ni dobil potrebne večine.",
            ("acknowledged", 5),
        ),
        (
            "Poslana sta bila naslednja predloga:",
            "Za prvi predlog je glasovalo pet članov, proti je bil eden. Drugi predlog ni sprejet (3 za, 3 proti).",
            ("acknowledged", 5),
        ),
        (
            "Na glasovnici sta bila dva predloga:",
            "1. predlog: 5 za, 1 proti, sprejet. 2. predlog: 1 za, 5 proti, ni sprejet.",
            ("acknowledged", 5),
        ),
        (
            "Na glasovnici sta bila dva predloga:",
            "Predlog št. 1 ni sprejet (2 za, 4 proti). Predlog št. 2 je sprejet (6 za).",
            ("proposed", None),
        ),
    ],
)
def test_numbered_proposals_are_voted_on_by_their_numbers(
    lead: str, results: str, shown: tuple[str, int | None]
) -> None:
    found = rinsearch.analyse(rinsearch.Text(LISTED.format(lead=lead) + results)).decisions
    own = next(each for each in found if each.plan)
    assert (own.status.value, own.vote.for_ if own.vote else None) == shown
