"""Votes on several parts of one resolution, votes that were taken again, and lists of votes by number."""

import pytest

import rinsearch

HEAD = "OBČINA TRŽIČ\nObčinski svet\n\nZAPISNIK 12. redne seje, 3. 10. 2017\n\nAd 1\nSocialno varstvo\n\n"
PLAN = "Občinski svet se seznani z Regijskim izvedbenim načrtom na področju socialnega varstva za Gorenjsko 2017–2020."
OTHER = "Občinski svet podpira izvajanje programov."


def vote(text: str) -> str:
    """ "for-against-abstained" of the decision about the plan; its form where nothing was counted, else nothing."""
    found = next(each.vote for each in rinsearch.analyse(rinsearch.Text(text)).decisions if each.plan)
    if found is None or found.for_ is None:
        return found.form.value if found else ""
    return "-".join(str(each or 0) for each in (found.for_, found.against, found.abstained))


@pytest.mark.parametrize(
    ("behind", "expected"),
    [
        (f"{PLAN}\n\n{OTHER}\n\nZA: 12, PROTI: 1", "12-1-0"),
        (f"{PLAN} {OTHER}\n\nZA: 12, PROTI: 1", "12-1-0"),
        (f"{PLAN}\n\nO sklepu se obvesti center za socialno delo.\n\nZA: 12, PROTI: 1", "12-1-0"),
        (f"{PLAN}\n\n{OTHER} Za je glasovalo 9 članov.\n\nZA: 12, PROTI: 1", "9-0-0"),
        (f"{PLAN}\n\nSKLEP:\n\n{OTHER}\n\nZA: 12, PROTI: 1", ""),
        (f"{OTHER}\n\nZA: 9, PROTI: 4\n\n{PLAN}\n\n{OTHER}\n\nAmandma je dobil 12 glasov za, 1 proti.", ""),
    ],
)
def test_a_vote_below_the_parts_of_a_resolution_is_each_part_s(behind: str, expected: str) -> None:
    assert vote(f"{HEAD}SKLEPA:\n\n{behind}\n") == expected


@pytest.mark.parametrize(
    "again",
    [
        "Ponovljeno glasovanje: Za je glasovalo 12 članov, proti nihče.",
        "Zaradi napake pri štetju se glasovanje ponovi.\n\nZA: 12, PROTI: 0",
    ],
)
def test_of_a_vote_that_was_repeated_the_second_one_counts(again: str) -> None:
    assert vote(f"{HEAD}SKLEP:\n\n{PLAN}\n\nZA: 5, PROTI: 8\n\n{again}\n") == "12-0-0"


@pytest.mark.parametrize(
    ("listed", "expected"),
    [
        (
            "sklep  navzoči  ZA  PROTI  VZDRŽANI\n112     13     13   0       0\n113     13     11   0       2",
            "11-0-2",
        ),
        (
            "Sklepi so bili sprejeti soglasno, razen sklepa 113, za katerega je glasovalo 7 članov, 3 so bili proti.",
            "7-3-0",
        ),
        ("Sklepi so bili sprejeti soglasno, razen sklepa 1135, za katerega je glasovalo 7 članov.", ""),
    ],
)
def test_a_list_of_votes_names_resolutions_by_their_number(listed: str, expected: str) -> None:
    other = "Sklep 112. Zapisnik se potrdi.\n\nSklep 113. "
    assert vote(f"{HEAD}{other}{PLAN}\n\nIzidi glasovanj:\n\n{listed}\n") == expected


def test_counts_below_a_resolution_that_was_adopted_unanimously_are_its_counts() -> None:
    resolved = f"Soglasno je bil sprejet sklep: {PLAN}\n\n"
    assert vote(f"{HEAD}{resolved}Od 15 navzočih za 15.\n") == "15-0-0"
    assert vote(f"{HEAD}{resolved}ZA: 9, PROTI: 6\n") == "unanimous"


def test_a_vote_told_before_the_mayor_states_the_resolution_is_its_vote() -> None:
    told = "Kvorum: 15, ZA: 12, PROTI: 1\n\nŽupan je ugotovil, da je bil sprejet\n\nSKLEP:\n\n"
    assert vote(f"{HEAD}{told}{PLAN}\n") == "12-1-0"


def test_names_are_counted_where_no_sum_stands_below() -> None:
    names = "Golob – za, Kralj – za, Bevk – proti, Lah – se vzdrži, Vidic – za."
    assert vote(f"{HEAD}SKLEP:\n\n{PLAN}\n\n{names}\n") == "3-1-1"
    assert vote(f"{HEAD}SKLEP:\n\n{PLAN}\n\n{names}\n\nSkupaj ZA: 13, PROTI: 2\n") == "13-2-0"


def test_the_number_of_a_resolution_in_a_table_is_no_vote() -> None:
    table = "| sklep | vsebina | stanje |\n|---|---|---|\n"
    row = f"| 20/2 | {PLAN} | izvršeno |\n"
    found = rinsearch.analyse(rinsearch.Text(f"{HEAD}Uresničevanje sklepov\n\n{table}{row}")).decisions
    assert all(each.vote is None for each in found)


def test_a_result_that_is_told_before_its_resolution_has_its_vote() -> None:
    told = "Svet je z 12 glasovi za in 1 proti sprejel sklep.\n\n"
    assert vote(f"{HEAD}{told}SKLEP:\n\n{PLAN}\n") == "12-1-0"
    assert vote(f"{HEAD}Sklep 1: {OTHER}\n\n{told}SKLEP 2:\n\n{PLAN}\n") == ""


LISTED = "Sklep 1: Zapisnik je potrjen.\n\nSklep 2: {}\n\nSklep 3: Prošnja društva se zavrne.\n\n{}\n"


@pytest.mark.parametrize(
    ("behind", "expected"),
    [
        (
            "Razmerja: 1 – brez nasprotovanja; 2 – šest jih je bilo za, eden se je vzdržal; 3 – pet za, dva proti.",
            "6-0-1",
        ),
        ("Glasovali so posebej: pri prvi 9 za, pri drugi 6 za in 3 proti, pri tretji glasovanja ni bilo.", "6-3-0"),
        ("Glasovanje: sklep 1 – 9 za; sklep 2 – 7 za, 1 proti; sklep 3 – 5 za, 3 proti.", "7-1-0"),
        ("Glasovanje: sklep 1 – 9 za; sklep 3 – 5 za, 3 proti.", ""),
        ("Odbor: pri prvi točki 3 za, 1 proti; pri drugi točki 4 za, 2 proti.", ""),
        ("Vsi sklepi so bili sprejeti z vsemi šestimi glasovi.", "6-0-0"),
        ("Vsi sklepi prejšnje seje so bili izvršeni, 12 glasov za in 1 proti je bilo novembra.", ""),
        ("Vsi sklepi so bili sprejeti s šestimi glasovi, razen sklepa o prošnji.", ""),
    ],
)
def test_votes_told_in_one_list_belong_to_the_resolutions_by_their_numbers(behind: str, expected: str) -> None:
    paper = "OBČINA TRŽIČ\nObčinski svet\n\nSKLEPI 12. redne seje z dne 3. 10. 2017\n\n"
    assert vote(paper + LISTED.format(PLAN, behind)) == expected


@pytest.mark.parametrize(
    ("foot", "expected"),
    [
        ("Za sklep je glasovalo 8 članov, proti nihče, 1 član se je vzdržal.", "8-0-1"),
        ("Uradni zaznamek: Za sklep je glasovalo 12 svetnikov od 13 navzočih.", "12-0-0"),
        ("Za umik točke je glasovalo 5 članov, proti 9.", ""),
        ("Za odlok o vodi je glasovalo 9 članov, proti 3.", ""),
        ("Obrazložitev\n\nOdbor je načrt podprl (5 za, 0 proti).", ""),
        ("SKLEPI 13. seje\n\nZa je glasovalo 5 članov, proti 9.", ""),
    ],
)
def test_the_vote_below_the_points_of_one_resolution_is_that_of_each(foot: str, expected: str) -> None:
    head = "OBČINA TRŽIČ\nObčinski svet je na 12. redni seji dne 3. 10. 2017 sprejel\n\nSKLEP\n\n"
    reasons = "Obrazložitev\n\nNa isti seji je svet s 4 glasovi za in 3 proti potrdil odlok.\n"
    assert vote(f"{head}I.\n{PLAN}\n\nII.\nTa sklep velja takoj.\n\n{foot}\n\n{reasons}") == expected


@pytest.mark.parametrize("heading", ["Poimensko glasovanje:", "GLASOVANJE"])
def test_a_heading_over_the_vote_opens_no_other_item(heading: str) -> None:
    assert (
        vote(f"{HEAD}SKLEP: {PLAN}\n\n{heading}\n\nZA: Kos, Bevk, Zajc (3)\nPROTI: Novak (1)\n\nAd 2\nRazno\n")
        == "3-1-0"
    )
