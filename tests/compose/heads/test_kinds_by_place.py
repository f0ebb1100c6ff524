"""What kind a paper is by what its lines stand below: items, labels, addressees, parties, pages that are lost."""

import pytest

import rinsearch

HEAD = "OBČINA KIDRIČEVO\nObčinski svet\n\n"
ITEMS = """
1. točka: zapisnik
Zapisnik je bil potrjen soglasno.

2. točka: regijski izvedbeni načrt
Svetnica Hribar je vprašala, koliko bo občina plačala.
Sklep št. 2: Občinski svet se je seznanil z načrtom. (9 ZA, 0 PROTI)
"""
FORM = """
K točki 1 – Potrditev dnevnega reda
Razpravljal: nihče
Sklep: dnevni red se potrdi

K točki 2 – Regijski izvedbeni načrt
Razpravljali: Kos, Ule
Sklep: svet se seznani
Izid: 8 za
"""
ASKED = "Svetu predlagamo, da sprejme naslednji\n\nSKLEP:\nObčinski svet se seznani z Regijskim izvedbenim načrtom.\n"
TAKEN = "je na predlog župana sprejel naslednji\n\nSKLEP:\nObčinski svet se seznani z Regijskim izvedbenim načrtom.\n"
ACT = "\n1. člen\nObčina sofinancira program.\n\n2. člen\nPomoč znaša 200 EUR.\n"
TOLD = (
    "Na seji občinskega sveta so se svetniki v sredo seznanili z regijskim načrtom; največ jih je zanimalo, "
    "koliko bo to stalo, a odgovora niso dobili.\n"
)
PRAYER = "\nvljudno vas naprošamo za sklepe o načrtu.\n\nPriloga: obrazec\n"
OUTCOMES = "\nPrednostna naloga 1: v teku\nPrednostna naloga 2: uresničena v celoti\nNaloga 3: prenos v leto 2018\n"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (HEAD + "14. seja, 24. 10. 2017\n" + ITEMS, "minutes"),
        (HEAD + "Kaj je bilo na 14. seji\n" + ITEMS, "minutes"),
        ("- 3 -\n\nsvetnik Volk se opraviči. Župan nadaljuje.\n" + ITEMS, "minutes"),
        (HEAD + "14. seja, 24. 10. 2017\n" + FORM, "minutes"),
        ("OBRAZEC OS-2: ZAPISNIK SEJE\nObčina: Kidričevo\nSeja: 14. redna\n" + FORM, "minutes"),
        (HEAD + "SKLEPI 14. seje, 24. 10. 2017\n\nAd 2\nSKLEP: Svet se je seznanil z načrtom.\n", "decision"),
        (HEAD + "Dopolnitev gradiva za 20. sejo\nSeznanitev z RIN 2017-2020\n\n" + ASKED, "memo"),
        (HEAD + "Občinski svet Občine Kidričevo " + TAKEN, "decision"),
        ("Občina Kidričevo – kaj je občinski svet sklenil na 14. seji\n\n1. Svet se seznani z načrtom.\n", "decision"),
        ("Uradno glasilo, št. 5\n\nOBČINA KIDRIČEVO\n\n1043. Sklep o seznanitvi z načrtom\n\n" + TAKEN, "decision"),
        (
            HEAD + "Zadeva: Izpis sklepa občinskega sveta\n\nNa 14. seji je bil sprejet sklep:\n1. Seznanitev.\n",
            "decision",
        ),
        (HEAD + "Pravilnik o pomoči" + ACT, "regulation"),
        ("OBČINA KIDRIČEVO in ZAVOD PELIKAN\nskleneta\n\nPOGODBO\no sofinanciranju\n" + ACT, "other"),
        ("Občina Naklo in Zavod Pelikan skleneta\n\nANEKS ŠT. 1\nk pogodbi\n" + ACT, "other"),
        ("Mestni občini Kranj\n\nRegijski izvedbeni načrt\n" + PRAYER, "letter"),
        ("Skupnost centrov\nDimičeva 12\n\nObčinskim upravam\n\nLjubljana, 2. 3. 2017\n" + PRAYER, "letter"),
        ("Izvajanje regijskega načrta v Posavju\n" + OUTCOMES, "report"),
        ("Posavje 2018\n" + OUTCOMES, "report"),
        ("Občina Lukovica › Seje › 20. redna seja\n\nGradivo:\n- vabilo.pdf\n- zapisnik.pdf\n- RIN.pdf\n", "other"),
        ("OBVESTILO\n\nObčina Kidričevo obvešča, da bo v torek 22. redna seja občinskega sveta.\n", "agenda"),
        ("Regija v številkah: uresničevanje RIN\n\nCilj A: 20 mest; doseženo: 14\nCilj B: 3; doseženo: 5\n", "report"),
        (HEAD + "na 16. seji, dne 21. 12. 2017,\n\nU G O T A V L J A\n\nSvet se je seznanil z načrtom.\n", "decision"),
        (
            "Naslednja seja OS\nObčina Kobarid, 23. redna, 9. 11. 2017\n\n1.) RIN (poročevalka Oman)\n2.) Razno\n",
            "agenda",
        ),
        (HEAD + "Program razvoja socialnega varstva do 2022\n\n1. Podatki\n2. Razvoj\n", "plan"),
        ("lokalno.example | Kraj | 17. 11. 2017\n\nNačrt\n\n" + TOLD, "news"),
        (HEAD + "Sklepi\n\n3. točka\nSprejeto: RIN (11:0)\n4. točka\nSprejeto: odlok o grbu (9:2)\n", "decision"),
    ],
)
def test_a_title_is_the_papers_where_nothing_above_makes_it_anothers(text: str, kind: str) -> None:
    assert rinsearch.analyse(rinsearch.Text(text)).kind == kind


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("Bohinj – OS, 20. seja, 19. 10. 2017\n" + ITEMS, "Bohinj"),
        ("Občinski svet Brežice\n22. redna seja\n" + ITEMS, "Brežice"),
        ("e-Seje / Mestna občina Murska Sobota\nTočka: 8\nVrsta gradiva: informacija\n", "Murska Sobota"),
        ("Domov > Novice > Občina Juršinci > Zapisniki\n\nZapisnik 16. seje\n" + ITEMS, "Juršinci"),
        ("Občina Škocjan – kaj je občinski svet sklenil na 18. seji\n\n1. Svet se seznani.\n", "Škocjan"),
        ("OBVESTILO\n\nObčina Rogašovci obvešča, da bo v torek 22. redna seja občinskega sveta.\n", "Rogašovci"),
        (
            "Kabinet župana Mestne občine Koper\n\nga. Oman\n\nZadeva: RIN\n\nSpoštovani, prosimo vas za načrt.\n",
            "Koper",
        ),
        ("ZABELEŽKA\n\nObčina Rogašovci je načrt prejela.\n", None),
        ("ZABELEŽKA\n\nBohinj – svet je načrt prejel.\n", None),
    ],
)
def test_whose_paper_it_is_stands_in_a_path_behind_a_dash_or_before_an_announcement(text: str, issuer: str) -> None:
    found = rinsearch.analyse(rinsearch.Text(text)).issuer
    assert (found.name if found else None) == issuer


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("14. izredna seja\n2017. 10. 24., sejna soba\n", "2017-10-24"),
        ("19. redna seja\n30. 11. 2017 od 16.00 do 18.40\n", "2017-11-30"),
        ("Datum seje: četrtek, 19. oktober 2017\n\nZAPISNIK 21. REDNE SEJE\n", "2017-10-19"),
        ("ZAPISNIK 23. SEJE\nNarodni dom, Trg celjskih knezov 9, 12. september 2017, 9.00–14.10\n", "2017-09-12"),
        ("ZAPISNIK 5. DOPISNE SEJE\n\nDopisna seja je bila opravljena dne 5. 10. 2017 po pošti.\n", "2017-10-05"),
        ("ZAPISNIK 5. DOPISNE SEJE, od 3. 10. 2017 do 5. 10. 2017\n", "2017-10-05"),
        ("ZAPISNIK 29. SEJE\n\nRedna seja je bila sklicana za četrtek, 12. aprila 2018, ob 18. uri.\n", "2018-04-12"),
        ("ZAPISNIK SEJE\nSeja (številka in vrsta): 18. redna\nDan: 28. 9. 2017\n", "2017-09-28"),
        ("Pregled sprejetih odločitev na 34. seji, 20. 11. 2017\n", "2017-11-20"),
        ("ZAPISNIK 5. DOPISNE SEJE\n\nŽupan je dopisno sejo sklical 2. 11. 2017, ker se je mudilo.\n", None),
    ],
)
def test_the_day_of_a_session_is_told_in_many_places_but_not_by_who_called_it(head: str, day: str | None) -> None:
    session = rinsearch.analyse(rinsearch.Text(HEAD + head + ITEMS)).session
    assert session is not None
    assert (session.date.isoformat() if session.date else None) == day


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("From: Oman\nSent: Monday, October 16, 2017 9:12 AM\nTo: obcine\n", "2017-10-16"),
        ("Date: Tue, 3 Oct 2017 10:58:00 +0200\nFrom: oman@csd.example\n", "2017-10-03"),
        ("Anketni list za občine\nIzpolnjeno: 20. 11. 2017\n", "2017-11-20"),
    ],
)
def test_the_day_of_a_letter_or_a_form_is_told_in_its_head(head: str, day: str) -> None:
    found = rinsearch.analyse(rinsearch.Text(head + "\nSpoštovani,\n\nprosimo za sklep do 30. 11. 2017.\n")).date
    assert found is not None
    assert found.isoformat() == day


def test_the_kind_of_a_session_is_that_which_any_line_of_the_head_tells() -> None:
    text = "OBČINA DOBJE\n\nSklic 15. seje\n\nVabim vas na 15. redno sejo občinskega sveta, ki bo 10. 10. 2017.\n"
    session = rinsearch.analyse(rinsearch.Text(text)).session
    assert session is not None
    assert (session.number, session.kind) == (15, "redna")
