"""Counts in brackets, between names, beside others' votes; results that are told in one word."""

import pytest

import rinsearch
from rinsearch.records import Decision, Status, Vote

HEAD = """OBČINA TRŽIČ
Občinski svet

ZAPISNIK 12. redne seje Občinskega sveta Občine Tržič, 3. 10. 2017

Navzočih je bilo 15 svetnikov od 17.

Ad 2
Regijski izvedbeni načrt na področju socialnega varstva za gorenjsko regijo 2017-2020

"""
RESOLVED = "Občinski svet Občine Tržič se je seznanil z Regijskim izvedbenim načrtom na področju socialnega varstva"
CLAUSE = "Občinski svet Občine Tržič seznani z Regijskim izvedbenim načrtom na področju socialnega varstva"


def decisions(text: str) -> list[Decision]:
    found = rinsearch.analyse(
        rinsearch.Text(f"{HEAD}{text}\n\nAd 3\nRazno\n\nSvetnik je vprašal po cesti.\n")
    ).decisions
    return [each for each in found if each.plan and each.status != "scheduled"]


def counts(vote: Vote | None) -> tuple[int | None, int | None, int | None] | None:
    return (vote.for_, vote.against, vote.abstained) if vote else None


@pytest.mark.parametrize(
    ("behind", "vote"),
    [
        (". 13:0, 1 vzdržan", (13, 0, 1)),
        ("; 13:0, 1 vzdržan", (13, 0, 1)),
        (".\n\n13 : 0 (1 vzdržan)", (13, 0, 1)),
        (".\n\nSklep je sprejet, 13/0, ob enem vzdržanem.", (13, 0, 1)),
        (".\n\nSprejeto z večino 9 od 12.", (9, None, None)),
        (".\n\nSklep je bil sprejet z večino glasov (9 od 12).", (9, None, None)),
        (".\n\nZA 3 (A. Novak, P. Kos, J. Horvat), PROTI 1 (I. Bevk), VZDRŽAN 0", (3, 1, 0)),
        (".\n\nZA = 12 (Novak, Kos in drugi), PROTI = 1 (Bevk)", (12, 1, None)),
        (".\n\nZa sklep so bili Novak, Kos in Horvat, proti Bevk in Zajc.", (3, 2, None)),
        (".\n\nZ 13, P 1, V 1", (13, 1, 1)),
        (".\n\nSvetnik Bevk je glasoval proti, vsi drugi navzoči (13) pa za.", (13, None, None)),
        (".\n\nS 13 : 1 je bil sprejet sklep.", (13, 1, None)),
        (" – sprejeto s 13 glasovi.", (13, None, None)),
        (". — sprejet (13/0).", (13, 0, None)),
        (" [sprejeto 13 za, 1 proti]", (13, 1, None)),
        (".\n\nKdo je za? (12) Kdo je proti? (1) Ugotavljam, da je sklep sprejet.", (12, 1, None)),
        (".\n\nUgotavljam, da je sklep sprejet (12 za).", (12, None, None)),
        (".\nPoimensko glasovanje:\nZA:\nIvan Kos\nAna Lah\nJan Bevk\nPROTI:\n1. Eva Zajc\nVZDRŽAN:\nnihče", (3, 1, 0)),
        (".\nGlasovanje:\n- za sklep: 13\n- proti sklepu: 0\n- vzdržanih: 1", (13, 0, 1)),
        (".\n\nZa ......... 13\nProti ...... 1\nVzdržani ... 0", (13, 1, 0)),
        (
            ".\n2. Sprejme se letni program športa.\nOba sklepa sta bila sprejeta s 13 glasovi ZA, 1 PROTI.",
            (13, 1, None),
        ),
        (".\nTrinajst članov občinskega sveta je potrdilo predlagani sklep.", (13, None, None)),
        (". Devet nas je bilo za, proti nihče.", (9, 0, None)),
        (".\nZA: trinajst (13)\nPROTI: nič (0)\nVZDRŽANI: nič (0)", (13, 0, 0)),
        (".\nŠtevilo prisotnih: 13\nŠtevilo glasov ZA: 12\nŠtevilo VZDRŽANIH: 1", (12, None, 1)),
        (".\nKos – ZA\nLah – ZA\nBevk – PROTI\nIva Zajc – ZA", (3, 1, None)),
        (". /9-0-0/", (9, 0, 0)),
        (".\nZa sklep so dvignili roke: Doles, Modic, Mramor in Ponikvar. Proti ni bil nihče.", (4, None, None)),
        (".\nZA: 13 (SMC 6, SDS 4, SD 3)\nPROTI: 0", (13, 0, None)),
    ],
)
def test_what_stands_behind_a_resolution_is_its_one_vote(
    behind: str, vote: tuple[int | None, int | None, int | None]
) -> None:
    found = decisions(f"Sklep: {RESOLVED}{behind}")
    assert [(each.status, counts(each.vote)) for each in found] == [(Status.ACKNOWLEDGED, vote)]


@pytest.mark.parametrize(
    "before",
    [
        "O razširitvi dnevnega reda s to točko je glasovalo 10 za, 3 proti. Po razpravi je bil sprejet sklep: ",
        "Razširitev dnevnega reda: 10 za, 3 proti. Sprejet je sklep: ",
        "Svetnik je predlagal, da se sklepu doda stavek o prevozih; predlog za dopolnitev je dobil 7 glasov za in 9 "
        "proti in ni bil izglasovan. O nespremenjenem sklepu so glasovali:\n",
        "Svetnica je vložila amandma, ki s 3 za in 12 proti ni bil sprejet. Svet je nato sprejel sklep:\n",
        "Dodatni sklep o prevozih (5 za, 9 proti) ni bil sprejet. Sprejet je bil sklep: ",
        "Svetnik Kos je želel odmor (5 za, 9 proti). Sprejet je bil sklep: ",
    ],
)
def test_a_vote_on_something_else_before_a_resolution_is_not_its_own(before: str) -> None:
    found = decisions(f"{before}{RESOLVED}.\nZA 15, PROTI 0.")
    assert [(each.status, counts(each.vote)) for each in found] == [(Status.ACKNOWLEDGED, (15, 0, None))]


@pytest.mark.parametrize(
    ("text", "vote"),
    [
        (f"Šest članov je bilo za, da se {CLAUSE}, eden je bil proti.", (6, 1, None)),
        (f"Sklep, da se {CLAUSE}, je prejel 11 glasov.", (11, None, None)),
        (f"(13 za, 0 proti) SKLEP št. 2: Potrdi se cenik.\n(14 za, 0 proti) SKLEP št. 3: {RESOLVED}.", (14, 0, None)),
        (f"Na podlagi statuta je svet s 13 glasovi ZA sprejel\n\nS K L E P\n\n1. {RESOLVED}.", (13, None, None)),
        (f"Z 10 glasovi za so potrdili rebalans. Nato so sklenili, da {RESOLVED}.", None),
        (f"Za predlog, da se {CLAUSE}, glasuje 12 svetnikov, 1 proti.", (12, 1, None)),
        (f"Kos – ZA\nLah – ZA\nBevk – PROTI\nZajc – VZDRŽAN\nSKLEP: {RESOLVED}.", (2, 1, 1)),
        (f"V Vitanju so načrt sprejeli s 7 glasovi za. {RESOLVED}.", None),
        (f"Sprejet je bil dnevni red. Za je glasovalo 12 članov. Sklenili so, da {RESOLVED}.", None),
        (f"{RESOLVED}. Za podžupanjo je bila s 13 glasovi za imenovana Petra Zajc.", None),
        (f"Svet je z devetimi glasovi proti dvema sklenil, da {RESOLVED}.", (9, 2, None)),
        (f"{RESOLVED}. Naslednji sklep, o ceni vode, je bil sprejet z 11 glasovi za in 5 proti.", None),
        (f"Predlog za odmor: 4 za, 13 proti. Sklep v prvotnem besedilu: 13 za, 4 proti.\n{RESOLVED}.", (13, 4, None)),
        (f"SKLEPI 20. SEJE\n4/20 {RESOLVED}. 5/20 Sprejme se odlok o taksi. 9 ZA, 4 PROTI", None),
        (f"{RESOLVED}. V Kranju so načrt sprejeli z 28 glasovi za in 2 proti.", None),
        (f"{RESOLVED}. Lani je bilo za dom 6 svetnikov, 14 pa proti.", None),
    ],
)
def test_a_vote_before_or_around_a_resolution(
    text: str, vote: tuple[int | None, int | None, int | None] | None
) -> None:
    found = [counts(each.vote) for each in decisions(text) if each.status == Status.ACKNOWLEDGED]
    assert found == [vote]


@pytest.mark.parametrize(
    "behind",
    [
        ". Ni sprejet (5/9).",
        " – ni sprejet (5/9).",
        ".\n\nNi sprejeto: 5 za, 9 proti",
        ". – ZAVRNJENO (5/9)",
        ".\n\nNi bil sprejet (5 za, 9 proti).",
        ".\n\nZavrnjen s 5 glasovi za in 9 proti.",
    ],
)
def test_a_resolution_with_not_adopted_behind_it_in_a_word_was_rejected(behind: str) -> None:
    found = decisions(f"Sklep: {RESOLVED}{behind}")
    assert [(each.status, counts(each.vote)) for each in found] == [(Status.REJECTED, (5, 9, None))]


@pytest.mark.parametrize(
    "behind",
    [
        " – potrjen je bil tudi odlok o vodi.",
        ".\n\nZavrnjena je bila pobuda svetnika.",
        ".\n\nSeja ob 13:00, 1 vzdržan.",
        ".\n\nSklep 12/3, 1 vzdržan.",
        ".\n\nVečina (9 od 12) otrok ima predlog prehrane doma.",
        ".\n\nVsi drugi (13) za to niso vedeli.",
        ".\n\nZ 13 avtobusi, P 1 parkirišče.",
    ],
)
def test_what_only_looks_like_a_vote_behind_a_resolution_is_none(behind: str) -> None:
    found = [each for each in decisions(f"Sklep: {RESOLVED}{behind}") if each.status == Status.ACKNOWLEDGED]
    assert [each.vote and each.vote.for_ for each in found] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "Občina Tržič\nPOROČILO O IZVRŠEVANJU SKLEPOV 20. SEJE\nSklep 20/9 (14 za, 0 proti): {resolved}. Izvršeno.",
        "Občina Tržič\nCenter za socialno delo Kranj\n\nSpoštovani! Sporočamo vam, da je Občinski svet Občine Tržič na "
        "22. seji z večino glasov (14 ZA, 2 PROTI) odločil:\n\n»{resolved}.«\n\nLep pozdrav!",
        "Tržiške novice\n{resolved} za gorenjsko regijo. Proti je glasoval le svetnik Perne, ostalih 14 je bilo za.",
    ],
)
def test_what_leads_to_or_follows_a_resolution_that_is_told_has_its_vote(text: str) -> None:
    found = rinsearch.analyse(rinsearch.Text(text.format(resolved=RESOLVED))).decisions
    assert [each.vote.for_ if each.vote else None for each in found if each.status == Status.ACKNOWLEDGED] == [14]
