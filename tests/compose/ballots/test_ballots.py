"""Which vote is a resolution's: before it, behind it, in a table; not that of another proposal."""

import pytest

import rinsearch
from rinsearch.records import Decision

HEAD = """OBČINA TRŽIČ
Občinski svet

ZAPISNIK
12. redne seje, 3. 10. 2017

Navzočih je bilo 15 svetnikov.

Ad 4
Regijski izvedbeni načrt na področju socialnega varstva za gorenjsko regijo 2017-2020

"""
RESOLUTION = "Občinski svet se je seznanil z Regijskim izvedbenim načrtom na področju socialnega varstva."


def decision(text: str) -> Decision:
    found = rinsearch.analyse(rinsearch.Text(HEAD + text)).decisions
    return next(each for each in found if each.plan and each.status in ("acknowledged", "adopted", "rejected"))


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        (f"Sklep:\n\n{RESOLUTION}\n\nZa sklep je glasovalo 12 članov, proti 2.", (12, 2)),
        (f"Sklep:\n\n{RESOLUTION}\n\nRazprave ni bilo.\n\nIzid: prisotnih 14, za 14", (14, None)),
        (f"Svetniki so z enajstimi glasovi za in z enim proti sklenili:\n\n{RESOLUTION}", (11, 1)),
        (f"Glasovanje: navzočih 15, ZA 15, PROTI 0.\n\nSvet je soglasno sklenil:\n\n{RESOLUTION}", (15, 0)),
        (f"Glasovanje: ZA 13, PROTI 2.\n\nSprejet je sklep:\n\n1. {RESOLUTION}\n2. Svet pričakuje zavetišče.", (13, 2)),
        (f"Sklep:\n\n{RESOLUTION} (za dvanajst, nihče ni bil proti)", (12, 0)),
        (f"Sklep 4/12: {RESOLUTION}\n\n(14 ZA, 0 PROTI)", (14, 0)),
        (f"Sklep 4: {RESOLUTION} – 5 za.", (5, None)),
        (f"Po predstavitvi je bil z enajstimi glasovi za in nobenim proti izglasovan\n\nSKLEP\n{RESOLUTION}", (11, 0)),
        (f"Sprejet je naslednji sklep:\n\n1. {RESOLUTION}\n2. Svet potrdi odlok.\n\nZa 12, proti 1.", (12, 1)),
        (
            f"Za sklep je glasovalo 15 članov, proti 4: {RESOLUTION}\nSprejet je še dodatni sklep (14 za, 1 proti).",
            (15, 4),
        ),
        (
            f"Predlagani sklep št. 2:\n{RESOLUTION}\n\nSklep je sprejet.\n\nsklep 1: 12 ZA, 3 PROTI\nsklep 2: 13 ZA",
            (13, None),
        ),
        (
            f"Sklep:\n\n{RESOLUTION}\n\nZA 7, PROTI 7. Zaradi napake je bilo glasovanje ponovljeno: ZA 9, PROTI 5.",
            (9, 5),
        ),
        (f"Amandma je sprejet: 9 za, 3 proti.\n\nSklep:\n\n{RESOLUTION}\n\nZa 13, proti 1.", (13, 1)),
    ],
)
def test_a_vote_stands_before_or_behind_its_resolution(text: str, counts: tuple[int, int | None]) -> None:
    vote = decision(text).vote
    assert vote is not None
    assert (vote.for_, vote.against) == counts


@pytest.mark.parametrize(
    "other",
    [
        "Glasovanje o proceduralnem predlogu: za 6, proti 9.",
        "Podan je bil proceduralni predlog. Za je glasovalo 6, proti 9.",
        "Glasovanje o dopolnitvi: ZA 6 – PROTI 9. Dopolnitev ni sprejeta.",
        "Za umik točke jih je glasovalo 6, proti 9.",
        "Za amandma je glasovalo 6 članov, proti 9.",
    ],
)
def test_the_vote_of_another_proposal_is_not_taken(other: str) -> None:
    before = decision(f"{other}\n\nZa sklep je glasovalo 13, proti 2. Sprejet je sklep:\n\n{RESOLUTION}").vote
    behind = decision(f"Sklep:\n\n{RESOLUTION}\n\n{other} Za sklep je glasovalo 13, proti 2.").vote
    assert before is not None
    assert behind is not None
    assert (before.for_, behind.for_) == (13, 13)


def test_of_a_vote_that_was_taken_again_the_later_one_counts() -> None:
    text = f"Sklep:\n\n{RESOLUTION}\n\nIzid: ZA 8 – PROTI 7.\n\nPonovljeno glasovanje: ZA 13 – PROTI 2."
    vote = decision(text).vote
    assert vote is not None
    assert (vote.for_, vote.against) == (13, 2)


def test_the_vote_may_stand_in_a_table_under_the_letter_of_the_item() -> None:
    found = rinsearch.analyse(
        rinsearch.Text(
            "OBČINA TRŽIČ\n\nZAPISNIK 12. redne seje\n\na) Dnevni red\nb) Rebalans\n"
            "c) Regijski izvedbeni načrt – svetniki so ga vzeli na znanje.\n\nPreglednica glasovanj\n\n"
            "Zadeva          ZA  PROTI  VZDRŽANI\n\na) dnevni red 7 0 0\n\nb) rebalans 5 1 1\n\nc) načrt 6 0 1\n"
        )
    )
    votes = [each.vote for each in found.decisions if each.plan and each.vote]
    assert [(vote.for_, vote.abstained) for vote in votes] == [(6, 1)]


def test_of_votes_that_come_first_each_belongs_to_the_resolution_announced_behind_it() -> None:
    first = "Za je 13 članov, proti nihče.\n\nSprejet je naslednji sklep: Odlok se sprejme."
    second = f"Za je 11 članov, proti 2.\n\nSprejet je naslednji sklep: {RESOLUTION}"
    found = rinsearch.analyse(rinsearch.Text(f"{HEAD}{first}\n\n{second}")).decisions
    votes = {(each.plan is not None, each.vote.for_) for each in found if each.vote}
    assert votes == {(False, 13), (True, 11)}


def test_the_only_vote_of_a_paper_with_one_resolution_may_stand_at_its_foot() -> None:
    head = "OBČINA TRŽIČ\nObčinski svet\n\nObčinski svet je na 12. seji, 3. 10. 2017, sprejel\n\nSKLEP\n\n"
    foot = "\n\nObrazložitev: Gradivo je bilo poslano z vabilom.\n\nGlasovanje: 9 za, 3 proti."
    found = rinsearch.analyse(rinsearch.Text(f"{head}1. {RESOLUTION}\n\n2. Sklep velja takoj.{foot}")).decisions
    assert [each.vote.for_ for each in found if each.plan and each.vote] == [9]
    amended = f"{head}{RESOLUTION}\n\nAmandma je dobil 9 glasov za, 3 proti."
    assert not [each for each in rinsearch.analyse(rinsearch.Text(amended)).decisions if each.plan and each.vote]


def test_the_sum_of_a_roll_call_stands_behind_all_its_names() -> None:
    names = "\n\n".join(f"Svetnik Vzorec {each}   ZA" for each in "ABCDEFGHIJ")
    vote = decision(f"Sklep:\n\n{RESOLUTION}\n\n{names}\n\nSkupaj ZA: 10   PROTI: 1").vote
    assert vote is not None
    assert (vote.for_, vote.against) == (10, 1)
    talk = "\n\n".join(f"Svetnik {each} meni, da je načrt dober." for each in "ABCDEFGHIJ")
    assert decision(f"Sklep:\n\n{RESOLUTION}\n\n{talk}\n\nSkupaj ZA: 10   PROTI: 1").vote is None


def votes_for(text: str) -> list[tuple[bool, int | None]]:
    found = rinsearch.analyse(rinsearch.Text(text)).decisions
    return [(each.plan is not None, each.vote.for_ if each.vote else None) for each in found]


EXTRACT = "OBČINA TRŽIČ\nObčinski svet\n\nObčinski svet je na 12. seji, 3. 10. 2017, sprejel naslednje\n\nSKLEPE\n\n"


def test_resolutions_that_are_voted_on_together_share_the_vote_below_the_last_of_them() -> None:
    points = f"1. {RESOLUTION}\n\n2. Občinski svet potrdi odlok o grbu.\n\n3. Uprava naj pripravi poročilo.\n\n"
    together = votes_for(f"{EXTRACT}{points}Sklepi so bili sprejeti v paketu: ZA 17, PROTI 3.")
    assert together == [(True, 17), (False, 17)]
    alone = votes_for(f"{EXTRACT}{points}Za tretji sklep: ZA 17, PROTI 3.")
    assert (True, 17) not in alone


def test_a_table_gives_votes_by_the_numbers_of_resolutions_alone() -> None:
    first = f"SKLEP št. 12-101\n\n{RESOLUTION}\n\nSKLEP št. 12-102\n\nObčinski svet potrdi odlok o grbu.\n\n"
    table = "Glasovanje\n  sklep     ZA   PROTI\n  12-101    15     0\n  12-102    11     4\n"
    assert votes_for(f"{EXTRACT}{first}{table}") == [(True, 15), (False, 11)]
    assert votes_for(f"{EXTRACT}{first}{table.replace('12-1', '11-1')}")[0] != (True, 15)


def test_a_motion_has_its_own_vote_and_hands_it_to_the_resolution_that_carries_it_out() -> None:
    told = "Župan predlaga, da se točka umakne z dnevnega reda. Predlog je bil sprejet (11 ZA, 2 PROTI)."
    assert votes_for(f"{HEAD}{told}") == [(True, 11)]
    moved = "Svetnica predlaga, da se točka umakne z dnevnega reda. Za umik glasuje 9 svetnikov, 4 so proti."
    assert (True, 9) in votes_for(f"{HEAD}{moved}\n\nSklep: Točka se umakne z dnevnega reda.")
    advice = "Odbor predlaga, da se svet z načrtom seznani. Predlog je bil sprejet (4 ZA, 1 PROTI)."
    assert (True, 4) not in votes_for(f"{HEAD}{advice}")


def test_a_letter_goes_on_with_the_vote_on_the_resolution_that_it_quotes() -> None:
    letter = (
        "OBČINA TRŽIČ\nTrg 1, 4290 Tržič\n\nDatum: 5. 10. 2017\n\nZadeva: Regijski izvedbeni načrt\n\nSpoštovani,\n\n"
        "Občinski svet Občine Tržič je na 12. redni seji, 3. 10. 2017, sprejel sklep:{between}»"
        "Občinski svet se je seznanil z Regijskim izvedbenim načrtom za gorenjsko regijo 2017-2020.«{behind}"
        "\n\nLep pozdrav!"
    )
    below = letter.format(between="\n\n", behind="\n\nZa sklep je glasovalo 13 članov, proti 2.")
    beside = letter.format(between=" ", behind=" Glasovanje: ZA 13, PROTI 2.")
    another = letter.format(between=" ", behind=" Glasovanje o amandmaju: ZA 13, PROTI 2.")
    assert [votes_for(text) for text in (below, beside)] == [[(True, 13)], [(True, 13)]]
    assert (True, 13) not in votes_for(another)


def test_what_stands_below_an_agenda_that_was_proposed_is_not_itself_proposed() -> None:
    head = "OBČINA TRŽIČ\nObčinski svet\n\nZAPISNIK\n12. redne seje, 3. 10. 2017\n\nPRISOTNI: 15 svetnikov\n\n"
    agenda = "{title}\n  1. Zapisnik 11. seje\n  2. Premoženjske zadeve\n\n"
    item = "2.\nSKLEP 92: Občinski svet soglaša z menjavo zemljišč.\n"
    taken = agenda.format(title="V SPREJEM JE BIL DAN DNEVNI RED:")
    found = rinsearch.analyse(rinsearch.Text(f"{head}{taken}{item}")).decisions
    assert [each.status for each in found] == ["adopted"]
    proposed = f"{head}{taken}PREDLOG SKLEPA:\n\nObčinski svet soglaša z menjavo zemljišč.\n"
    assert [each.status for each in rinsearch.analyse(rinsearch.Text(proposed)).decisions] == ["proposed"]
