"""Whose vote it is: of the resolution above or below, of a committee, of a motion, of another council."""

import pytest

import rinsearch

HEAD = "OBČINA TRŽIČ\nObčinski svet\n\nZAPISNIK 12. redne seje, 3. 10. 2017\n\nAd 1\nPotrditev zapisnika\n\n"
FIRST = "SKLEP: Zapisnik 11. seje se potrdi.\nZA: 18, PROTI: 1\n\n"
NAME = "Regijski izvedbeni načrt na področju socialnega varstva za gorenjsko regijo 2017–2020"
ITEM = f"Ad 2\n{NAME}\n\n"
PLAN = f"Občinski svet se seznani z {NAME.replace('Regijski izvedbeni načrt', 'Regijskim izvedbenim načrtom')}."
LAST = "Ad 3\nRazno\n\nSKLEP: Cena programa se zviša.\nZA: 6, PROTI: 13\n"


def votes(text: str) -> list[str]:
    """The decisions about the plan, each "status for-against"; the form where nothing was counted."""
    found = [each for each in rinsearch.analyse(rinsearch.Text(text)).decisions if each.plan]
    shown = ((each.status.value, each.vote) for each in found if each.status != "scheduled")
    return [
        f"{status} {vote.form.value if vote.for_ is None else f'{vote.for_}-{vote.against or 0}'}" if vote else status
        for status, vote in shown
    ]


@pytest.mark.parametrize(
    "result",
    [
        "Sklep je potrdilo 16 svetnikov, proti sta bila dva.",
        "16 svetnikov je sklep podprlo, dva sta mu nasprotovala.",
        "S predlogom se je strinjalo 16 svetnikov, dva sta bila proti.",
        "Predlogu je pritrdilo 16 svetnikov, nasprotnih glasov je bilo 2.",
        "Sklep so svetniki sprejeli s 16 glasovi, dva sta bila proti.",
        "(16 : 2, 1 vzdržan)",
        "ZA – FAVOREVOLI: 16     PROTI – CONTRARI: 2",
        "ZA      PROTI    NI GLASOVAL\n16        2           1",
        "PRISOTNIH: 19\nZA:        16\nPROTI:     2",
        "Roko je dvignilo 16 svetnikov, proti dva.",
    ],
)
def test_what_is_said_below_a_resolution_of_who_was_for_it_is_its_vote(result: str) -> None:
    assert votes(f"{HEAD}{FIRST}{ITEM}Razprave ni bilo.\n\nSKLEP: {PLAN}\n{result}\n\n{LAST}") == ["acknowledged 16-2"]
    assert votes(f"{HEAD}{FIRST}{ITEM}SKLEP: {PLAN}\n\n{LAST}") == ["acknowledged"]


@pytest.mark.parametrize(
    "other",
    [
        "Odbor za družbene dejavnosti je predlog podprl s 5 glasovi za in 1 proti.",
        "Predsednica odbora je povedala, da se odbor ni poenotil: trije člani so bili za, trije proti.",
        "Na odboru so bili trije člani za, eden proti.",
        "Navzočih je bilo 19 svetnikov.",
    ],
)
def test_a_committee_s_vote_and_who_was_there_are_not_the_council_s_vote(other: str) -> None:
    assert votes(f"{HEAD}{FIRST}{ITEM}{other}\n\nSKLEP: {PLAN}\n\n{LAST}") == ["acknowledged"]
    assert votes(f"{HEAD}{FIRST}{ITEM}{other} SKLEP: {PLAN}\nZA: 16, PROTI: 2\n\n{LAST}") == ["acknowledged 16-2"]


def test_one_vote_on_all_points_of_a_resolution_is_each_point_s() -> None:
    points = f"Besedilo sklepa:\n\n1. {PLAN}\n2. Sklep se pošlje centru.\n\n"
    joint = "O obeh točkah se je glasovalo skupaj; soglasno (16).\n\n"
    told = "Načrt za leta 2014–2016, ki ga je občinski svet takrat zavrnil, je potekel.\n\n"
    assert votes(f"{HEAD}{FIRST}{ITEM}{points}{joint}{LAST}") == ["acknowledged 16-0"]
    assert "rejected 16-0" not in votes(f"{HEAD}{FIRST}{ITEM}{told}{points}{joint}{LAST}")


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("je svet z 20 glasovi za in 2 proti sprejel sklep, da se je z načrtom seznanil.", "acknowledged 20-2"),
        ("je svet točko z 18 glasovi za in 2 proti preložil.", "postponed 18-2"),
        ("se je svet z načrtom seznanil.", "acknowledged"),
    ],
)
def test_a_letter_tells_the_vote_of_what_was_done(told: str, expected: str) -> None:
    head = f"OBČINA TRŽIČ\n\nDatum: 5. 1. 2018\n\nZadeva: {NAME}\n\nSpoštovani,\n\n"
    assert votes(f"{head}Na 25. redni seji dne 21. decembra 2017 {told}\n\nLep pozdrav\n") == [expected]


def test_a_motion_that_was_carried_is_shown_by_its_result_and_has_its_vote() -> None:
    motion = "Svetnica Lah je predlagala, da se točka preloži.\n\nPRISOTNIH: 16\nZA:        9\nPROTI:     7\n\n"
    text = f"{HEAD}{FIRST}{ITEM}{motion}Predlog svetnice je bil sprejet.\n\n{LAST}"
    assert votes(text) == ["postponed 9-7"]
    (found,) = (each for each in rinsearch.analyse(rinsearch.Text(text)).decisions if each.status == "postponed")
    assert found.evidence.quote == "Predlog svetnice je bil sprejet."
    assert any("predlagala, da se točka preloži" in each.quote for each in found.grounds)


def test_a_column_of_counts_may_be_named_by_their_first_letters() -> None:
    head = "| Št. | Zadeva | Odločitev | Za/Pr/Vz |\n|---|---|---|---|\n"
    row = f"| 178 | Odlok o prometu | Odlok se sprejme. | 17/0/0 |\n| 179 | Načrt | {PLAN} | 13/1/3 |\n"
    text = f"OBČINA TRŽIČ\nObčinski svet\n\nSKLEPI 12. redne seje, 3. 10. 2017\n\n{head}{row}"
    assert votes(text) == ["acknowledged 13-1"]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("v Železnikih (16 za, 0 proti) in v Žireh (soglasno)", {"Železniki": "16", "Žiri": "unanimous"}),
        ("v Železnikih (16 za, 1 proti) in v Žireh", {"Železniki": "16", "Žiri": ""}),
        ("v Železnikih in v Žireh, prvi z 10 glasovi za, drugi s 15 glasovi za", {"Železniki": "", "Žiri": ""}),
    ],
)
def test_of_several_councils_in_one_sentence_each_has_its_own_vote(told: str, expected: dict[str, str]) -> None:
    head = f"CENTER ZA SOCIALNO DELO KRANJ\n\nDatum: 8. 12. 2017\n\nZadeva: {NAME}\n\nSpoštovani,\n\n"
    text = f"{head}Z načrtom sta se doslej seznanila dva sveta, in sicer {told}.\n\nLep pozdrav\n"
    found: dict[str, str] = {}
    for each in rinsearch.analyse(rinsearch.Text(text)).decisions:
        vote = each.vote
        shown = "" if vote is None else vote.form.value if vote.for_ is None else str(vote.for_)
        found |= {each.municipality.name: shown} if each.municipality else {}
    assert found == expected


OF = "izvedbeni načrt na področju socialnega varstva savinjske regije 2017-2020"
LISTED = """OBČINA ZREČE
Občinski svet
PREGLED SPREJETIH SKLEPOV
z 20. redne seje, 18. oktober 2017

{}
"""


@pytest.mark.parametrize(
    ("lines", "counts"),
    [
        (
            "Sklep 153  Odlok o cestah se sprejme. (13/3)\n"
            "Sklep 154  Občinski svet jemlje na znanje Regijski {OF}. (15/1)\n"
            "Sklep 155  Cenik se potrdi. (16/0)",
            (15, 1),
        ),
        (
            "(13/3) 153. Sprejme se Odlok o cestah.\n"
            "(15/1) 154. Občinski svet jemlje na znanje Regijski {OF}.\n"
            "(16/0) 155. Potrdi se cenik.",
            (15, 1),
        ),
        (
            "- zapisnik potrjen, 16:0\n- Občinski svet seznanjen z Regijskim izvedbenim načrtom na področju socialnega "
            "varstva savinjske regije 2017-2020, 15:1\n- začetek ob 17:30",
            (15, 1),
        ),
        (
            "Občinski svet je seznanjen z Regijskim izvedbenim načrtom na področju socialnega varstva savinjske regije "
            "2017-2020. Konec ob 17:30",
            None,
        ),
    ],
)
def test_counts_in_a_list_belong_to_the_resolution_beside_which_they_stand(
    lines: str, counts: tuple[int, int] | None
) -> None:
    found = rinsearch.analyse(rinsearch.Text(LISTED.format(lines.replace("{OF}", OF)))).decisions
    (noted,) = (each for each in found if each.plan)
    assert (noted.vote and (noted.vote.for_, noted.vote.against)) == counts


def test_what_another_municipality_left_open_does_not_undo_a_taking_note() -> None:
    text = (
        "Glasilo Občine Postojna, november 2017\n\nPostojnski svetniki so vzeli na znanje regijski izvedbeni načrt na "
        "področju socialnega varstva, ki bo v primorsko-notranjski regiji podlaga za delo do konca leta 2020.\n\n"
        "Občina Pivka je soglasje k proračunu inšpektorata potrdila, mi pa bomo o tem glasovali prihodnjič.\n"
    )
    found = rinsearch.analyse(rinsearch.Text(text)).decisions
    assert [each.status.value for each in found if each.plan and each.municipality][:1] == ["acknowledged"]
