"""What was moved in an item about the plan and voted on says nothing of the plan, unless it was moved to put it off."""

import pytest

import rinsearch
from rinsearch.library.explaining import explain_given

PAPER = """OBČINA BLED
Občinski svet

ZAPISNIK
24. redne seje Občinskega sveta Občine Bled, ki je bila 17. oktobra 2017

6. točka
{heading}

{words}

7. točka
Pobude in vprašanja
"""
PLAN = "Regijski izvedbeni načrt na področju socialnega varstva za gorenjsko regijo 2017-2020"
NOTING = "Seznanitev z Regijskim izvedbenim načrtom na področju socialnega varstva za gorenjsko regijo 2017-2020"
MOTIONS = (
    "Svetnica Ana Kos je podala predlog, {moved}.",
    "Svetnik Tone Bevk je predlagal, {moved}.",
    "Župan je dal na glasovanje predlog, {moved}.",
    "Občinski svet je glasoval o predlogu, {moved}.",
)
RESULTS = (
    "Za predlog je glasovalo 9 članov, proti 4. Predlog je bil sprejet.",
    "Za je bilo 9 članov, proti 4, zato je predlog sprejet.",
    "Svet je predlog z 9 glasovi za in 4 proti sprejel.",
)
APART = ("da se razprava omeji na pet minut", "da občinska uprava pripravi poročilo o oskrbi starejših")
PUT_OFF = (
    ("postponed", "da se točka preloži na naslednjo sejo"),
    ("postponed", "da se obravnava načrta odloži do prejema pojasnil"),
    ("withdrawn", "da se točka umakne z dnevnega reda"),
)


def decided(words: str, heading: str = PLAN) -> list[tuple[str, int | None, int | None]]:
    """What the council decided on the plan, with the votes for and against it."""
    found = rinsearch.analyse(rinsearch.Text(PAPER.format(heading=heading, words=words))).decisions
    of_plan = [each for each in found if each.plan == "rin-sv/gorenjska/2017-2020" and each.status != "scheduled"]
    return [
        (str(each.status), *((each.vote.for_, each.vote.against) if each.vote else (None, None))) for each in of_plan
    ]


@pytest.mark.parametrize("heading", [PLAN, NOTING])
@pytest.mark.parametrize("result", RESULTS)
@pytest.mark.parametrize("motion", MOTIONS)
def test_a_motion_on_something_else_adopts_no_plan(motion: str, result: str, heading: str) -> None:
    assert not any(decided(f"{motion.format(moved=moved)} {result}", heading) for moved in APART)


@pytest.mark.parametrize("motion", MOTIONS)
def test_the_vote_on_a_motion_is_not_that_of_the_resolution(motion: str) -> None:
    moved = f"{motion.format(moved=APART[0])} {RESULTS[0]}"
    resolved = "SKLEP: Občinski svet se seznani z načrtom.\nZA: 12, PROTI: 1"
    proposed = "Predlog sklepa: Občinski svet se seznani z načrtom."
    assert decided(f"{moved}\n\n{resolved}") == [("acknowledged", 12, 1)]
    voted = "Nato je bilo glasovanje o predlogu sklepa.\nZA: 12, PROTI: 1"
    assert decided(f"{proposed}\n\n{moved}\n\n{voted}") == [("acknowledged", 12, 1)]


@pytest.mark.parametrize(("status", "moved"), PUT_OFF)
@pytest.mark.parametrize("motion", MOTIONS)
def test_a_motion_to_put_the_item_off_counts_where_it_was_carried(motion: str, status: str, moved: str) -> None:
    words = motion.format(moved=moved)
    assert all(decided(f"{words} {result}") == [(status, 9, 4)] for result in RESULTS)
    assert not decided(f"{words} Za so bili štirje, proti 9, zato predlog ni sprejet.")


@pytest.mark.parametrize(
    "words",
    [
        "Svetnica je predlagala, da se mladim nameni več. Sledilo je glasovanje o sklepu.",
        "Župan je predlagal, da se glasuje o predlogu sklepa.",
        "Pripravljavcu se predlaga, da doda seznam izvajalcev.",
        "Razpravljal je Tone Bevk, ki je opozoril na pomoč na domu.",
    ],
)
def test_what_is_no_motion_takes_no_vote(words: str) -> None:
    vote = "Za sklep je glasovalo 12 članov, proti 1. Sklep je bil sprejet."
    proposed = "Predlog sklepa: Občinski svet se seznani z načrtom."
    assert decided(f"{proposed}\n\n{words}\n\n{vote}") == [("acknowledged", 12, 1)]


LOST = (
    "Za predlog so glasovali 4 člani, proti 9. Predlog ni bil sprejet.",
    "Predlog je bil s 4 glasovi za in 9 proti zavrnjen.",
    "Predlog je dobil 4 glasove, proti jih je bilo 9. Predlog ni uspel.",
)


@pytest.mark.parametrize("motion", MOTIONS)
def test_a_lost_proposal_to_take_note_is_a_rejection_and_no_taking_note(motion: str) -> None:
    words = motion.format(moved="da se občinski svet seznani z načrtom")
    assert all(decided(f"{words} {result}") == [("rejected", 4, 9)] for result in LOST)
    assert all(decided(f"{words} {result}") == [("acknowledged", 9, 4)] for result in RESULTS[:1])


def test_what_was_moved_and_lost_rejects_nothing_where_the_council_then_decided() -> None:
    lost = f"Svetnik Tone Bevk je predlagal, da občinski svet načrt potrdi. {LOST[0]}"
    assert decided(f"{lost}\n\nSKLEP: Občinski svet se seznani z načrtom.\nZA: 12, PROTI: 1") == [
        ("acknowledged", 12, 1)
    ]


def test_a_carried_motion_to_reject_is_a_rejection() -> None:
    words = "Svetnik Tone Bevk je predlagal, da občinski svet načrt zavrne in ga vrne predlagatelju."
    assert decided(f"{words} {RESULTS[0]}") == [("rejected", 9, 4)]
    assert not decided(f"{words} {LOST[0]}")


RESOLVED = "SKLEP 1:\nObčinski svet se seznani z načrtom.\n\n{vote}\n\n"
NEXT = "SKLEP 2:\nObčinski svet se seznani s poročilom o delu knjižnice.\n\nZA: 11, PROTI: 3."


@pytest.mark.parametrize(
    ("vote", "expected"),
    [
        ("Sklep je bil zavrnjen z 9 glasovi proti in 4 za.", ("rejected", 4, 9)),
        ("Sklep ni dobil potrebne večine (5 za, 2 proti, 6 vzdržanih).", ("rejected", 5, 2)),
        ("Župan ugotovi, da sklep ni bil sprejet, saj je bilo za 5, proti pa 8 članov.", ("rejected", 5, 8)),
        ("Svet je sklep s 5 glasovi za in 8 glasovi proti zavrnil.", ("rejected", 5, 8)),
        ("Sklep ni bil izglasovan.", ("rejected", None, None)),
        ("Amandma svetnice Kos ni bil sprejet (3 za, 10 proti).", ("acknowledged", None, None)),
        ("(+12 –1)", ("acknowledged", 12, 1)),
        ("l2 gl. ZA, 0 gl. PROTI", ("acknowledged", 12, 0)),
        ("Sklep je potrdilo 12 od 13 navzočih članov sveta.", ("acknowledged", 12, None)),
        ("Od 15 članov jih je odgovorilo 13, vsi ZA.", ("acknowledged", 13, None)),
        (
            "Glasovanje je bilo neodločeno (6 za, 6 proti), zato je bilo ponovljeno; v drugem je bilo 7 za, 6 proti.",
            ("acknowledged", 7, 6),
        ),
    ],
)
def test_a_resolution_has_the_vote_below_it_and_none_of_the_next_one(vote: str, expected: tuple[object, ...]) -> None:
    assert decided(RESOLVED.format(vote=vote) + NEXT) == [expected]


def test_the_reasons_show_what_the_decisions_show() -> None:
    text = "ZAPISNIK\n24. redne seje Občinskega sveta Občine Bled, dne 17. 10. 2017\n\n"
    text += "6. Regijski izvedbeni načrt za gorenjsko regijo 2017–2020\n\n"
    text += "Svetnik Novak je predlagal, da se razprava omeji. Za 9, proti 4. Predlog je sprejet.\n"
    told = [act for passage in explain_given(rinsearch.Text(text)).passages for act in passage.acts]
    assert rinsearch.analyse(rinsearch.Text(text)).decisions == ()
    assert [act.status for act in told if act.status] == []
