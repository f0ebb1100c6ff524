"""Decisions on other business than the plan: whatever their verb, they are known by the place in which they stand."""

import pytest

import rinsearch

HEAD = "OBČINA SEMIČ\nOBČINSKI SVET\n\nZAPISNIK 5. redne seje, 12. 10. 2017\n\n"
NEWS = (
    "S SEJE OBČINSKEGA SVETA OBČINE SEMIČ\n\nNovica, 13. 10. 2017\n\n"
    "Svetnice in svetniki Občine Semič so se v četrtek sestali na 5. redni seji. "
)
LETTER = "OBČINA SEMIČ\n\nCenter za socialno delo Črnomelj\n\nZadeva: Obvestilo\n\nSpoštovani,\n\n"
LIST = "OBČINA SEMIČ\nOBČINSKI SVET\n\nSKLEPI 5. REDNE SEJE, 12. 10. 2017\n\n"
AGENDA = "OBČINA SEMIČ\nOBČINSKI SVET\n\nVABILO na 5. redno sejo, ki bo 12. 10. 2017\n\nPredlogi sklepov:\n\n"
REPORT = "OBČINA SEMIČ\n\nPOROČILO O REALIZACIJI SKLEPOV 5. REDNE SEJE\n\n"


def statuses(text: str, head: str = HEAD) -> list[str]:
    return [each.status.value for each in rinsearch.analyse(rinsearch.Text(head + text)).decisions]


def votes(text: str) -> list[tuple[int | None, int | None]]:
    found = rinsearch.analyse(rinsearch.Text(HEAD + text)).decisions
    return [(each.vote.for_, each.vote.against) for each in found if each.vote]


@pytest.mark.parametrize(
    "words",
    [
        "Iz proračunske rezerve se nakaže 2.000 EUR za sanacijo.",
        "Občina sofinancira nakup vozila v višini 60.000 EUR.",
        "Javna pot 524 181 se prekategorizira.",
        "Poslovni prostor v stari šoli se odda v najem društvu upokojencev.",
        "V svet zavoda Osnovne šole Semič se imenuje Ana Zajc.",
        "Imenuje se Komisija za priznanja: Zajc, Kos, Breg.",
        "Županu se nalaga, da do konca leta pripravi dogovor.",
        "Občinska uprava naj pripravi oceno potreb.",
        "Občina Metlika se za sanacijo po neurju podpre z 2.000 EUR.",
        "Občina ne uveljavlja predkupne pravice.",
    ],
)
@pytest.mark.parametrize("lead", ["SKLEP: ", "Sklep št. 5/3: ", "Sprejet je bil sklep:\n\n", "SKLEP 5/3\n\n"])
def test_what_stands_in_the_place_of_a_resolution_was_adopted_whatever_its_verb(lead: str, words: str) -> None:
    assert statuses(f"2. Razno\n\n{lead}{words}\n\nGlasovanje: 12 za, 1 proti.\n") == ["adopted"]


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("Prošnji se ne ugodi.", "rejected"),
        ("Občina ne pristopi k projektu.", "rejected"),
        ("Občinski svet nasprotuje selitvi pošte.", "rejected"),
        ("Točka se prenese na novembrsko sejo.", "postponed"),
        ("Pravilnik se umakne.", "withdrawn"),
        ("Pripravljavec se pozove, da občin ne zamenjuje.", "adopted"),
    ],
)
def test_negation_and_verbs_of_procedure_give_the_status(words: str, status: str) -> None:
    assert statuses(f"2. Razno\n\nSKLEP: {words}\n") == [status]


def test_a_lost_vote_rejects_what_stands_in_the_place_of_a_resolution() -> None:
    text = "2. Inšpektorat\n\nSklep: Občina prevzame ustanoviteljstvo šole.\n\nGlasovanje: 6 za, 7 proti.\n"
    assert statuses(text) == ["rejected"]
    assert votes(text) == [(6, 7)]


@pytest.mark.parametrize(
    "behind",
    [
        "Ta sklep začne veljati takoj.",
        "Rok izvedbe je 31. 12. 2017.",
        "Sredstva se zagotovijo v proračunu.",
        "Sklep je bil sprejet soglasno.",
    ],
)
def test_a_second_sentence_of_a_resolution_is_no_second_decision(behind: str) -> None:
    assert statuses(f"2. Razno\n\nSKLEP: Javna pot se prekategorizira. {behind}\n") == ["adopted"]


@pytest.mark.parametrize(
    "words",
    [
        "Razprava o sklepu:\n\nSvetnik Kos je vprašal po cesti.",
        "Sklep prejmejo:\n\n– občinska uprava, tu,\n\n– zbirka dokumentarnega gradiva, tu.",
        "SKLEP\n\no določitvi cene pomoči na domu",
        "Javna pot se vije ob potoku.",
        "Odbor je točko umaknil s svojega dnevnega reda.",
        "Podpiram predlog.",
        "Zapis je pregledala služba in potrdila, da je prišlo do pomote. (12 za)",
        "Odlok je bil sprejet leta 2015, je pojasnil tajnik.",
        "V lanskem letu so bili sprejeti trije odloki.",
        "Odbor za finance je podprl odlok s 4 glasovi za.",
        "Svetnica Breg vpraša, ali je bil rebalans potrjen.",
        "Župan je povedal, da se bo javna pot prekategorizirala.",
        "Navzočih je 13 članov, sejo vodi župan.",
    ],
)
def test_what_only_looks_like_a_resolution_is_none(words: str) -> None:
    assert statuses(f"2. Razno\n\n{words}\n") == []


@pytest.mark.parametrize(
    "words",
    ["Zapisnik je potrjen.", "Odlok se sprejme.", "Poročilo je bilo vzeto na znanje.", "Cenik so soglasno sprejeli."],
)
def test_in_minutes_what_nobody_is_said_to_have_decided_the_council_decided(words: str) -> None:
    assert len(statuses(f"2. Razno\n\nRazprave ni bilo. {words}\n")) == 1


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("4. Odlok o proračunu za leto 2018\n\nSprejet z 10 glasovi ZA in 6 PROTI.\n", "adopted"),
        ("4. Zapisnik 4. seje\n\nPotrjen (24-0).\n", "adopted"),
        ("4. Vloga društva za najem dvorane – odobreno, 7 ZA.\n", "adopted"),
        ("4. Rebalans 2017: SPREJETO\n", "adopted"),
        ("4. Opomini\n\nNeupravičeno odsotni svetnik prejme opomin. (9 za, 2 proti)\n", "adopted"),
        ("4. Nagrade\n\nPriznanje občine prejme Gasilsko društvo Semič.\n\n(13 za)\n", "adopted"),
        ("4. Pravilnik\n\nPravilnik je bil po razpravi vrnjen v drugo branje.\n", "postponed"),
        ("4. Premoženje\n\nProdaja garaže na Trgu: 11 za, 2 proti.\n", "adopted"),
        ("4. Premoženje\n\nSlepa ulica se preimenuje v Ulico solinark. (2 za, 13 proti)\n", "rejected"),
    ],
)
def test_an_item_with_its_result_or_vote_is_a_decision(text: str, status: str) -> None:
    assert statuses(text) == [status]


def test_in_an_item_about_the_plan_a_bare_result_is_about_the_plan() -> None:
    text = "3. Regijski izvedbeni načrt socialnega varstva za jugovzhodno regijo 2017-2020\n\nSprejeto soglasno.\n"
    found = rinsearch.analyse(rinsearch.Text(HEAD + text)).decisions
    assert [each.plan for each in found] == ["rin-sv/jugovzhodna/2017-2020"]


def test_a_list_of_resolutions_tells_them_apart_by_their_numbers() -> None:
    text = "207 - Občina sofinancira nakup kombija. (12 za)\n\n208 - Javna pot se prekategorizira. (11 za, 1 proti)\n"
    assert statuses(text, LIST) == ["adopted", "adopted"]


def test_what_an_agenda_has_in_the_place_of_a_resolution_is_proposed() -> None:
    text = "K 1. Zapisnik 4. redne seje se odobri.\n\nK 2. Osnutek proračuna se pošlje v javno razpravo.\n"
    assert statuses(text, AGENDA) == ["proposed", "proposed"]


def test_a_report_on_resolutions_tells_each_of_them() -> None:
    text = "Sklep št. 199: Občina sofinancira nakup vozila.\n\nSklep št. 200: Odlok o taksi se ne sprejme.\n"
    assert statuses(text, REPORT) == ["adopted", "rejected"]


def test_what_became_of_a_resolution_in_a_report_is_no_decision() -> None:
    assert statuses("Sklep št. 199: Odlok se sprejme.\n\nRealizacija: Odlok je objavljen.\n", REPORT) == ["adopted"]


@pytest.mark.parametrize(
    "words",
    [
        "Občinski svet potrdi merila za sofinanciranje.",
        "Občinski svet sprejme program za mlade.",
        "Občinski svet pobudi za ustanovitev doma ni pritrdil.",
    ],
)
def test_a_verb_between_the_council_and_a_purpose_makes_it_no_other_body(words: str) -> None:
    assert len(statuses(f"2. Razno\n\n{words}\n")) == 1


@pytest.mark.parametrize("words", ["Svet za preventivo potrdi načrt dela.", "Svet zavoda potrdi letni načrt."])
def test_a_council_of_something_else_decides_nothing_for_the_municipality(words: str) -> None:
    assert statuses(f"2. Razno\n\n{words}\n") == []


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("Potrdili so zapisnik prejšnje seje.", "adopted"),
        ("Rebalans proračuna je bil sprejet z 10 glasovi za.", "adopted"),
        ("Poročilo knjižnice so vzeli na znanje.", "acknowledged"),
        ("Odločitev o cesti so preložili na november.", "postponed"),
        ("Zavrnjen je bil predlog za višjo takso.", "rejected"),
    ],
)
def test_news_tell_of_the_council_without_naming_it_again(words: str, status: str) -> None:
    assert statuses(words, NEWS) == [status]


@pytest.mark.parametrize(
    "words",
    [
        "Odbor za šport se je sestal že prej. Potrdili so program športa.",
        "Na vprašanje je župan dejal, da je bil rebalans sprejet že junija.",
        "Rebalans bo sprejet novembra.",
        "Občani, ki so odlok potrdili na zboru, so se odpeljali.",
        "Sprejeli so jih z aplavzom.",
    ],
)
def test_what_news_tell_of_others_or_of_the_future_is_no_decision(words: str) -> None:
    assert statuses(words, NEWS) == []


def test_a_letter_tells_what_was_decided_in_the_same_session() -> None:
    assert statuses("Na isti seji je bil sprejet tudi sklep o pomoči na domu.\n", LETTER) == ["adopted"]
    assert statuses("Na sestanku je bil sprejet dogovor o pomoči na domu.\n", LETTER) == []


def test_counts_of_the_next_resolution_do_not_overturn_a_vote() -> None:
    text = (
        "6. Volitve\n\nZa članico je bila imenovana Ana Zajc. (27 za)\nRazrešitev ni dobila večine – 14 za, 15 proti.\n"
    )
    assert statuses(text)[0] == "adopted"


@pytest.mark.parametrize("words", ["Točnost izpiska potrjuje:", "Vročitev vabila je potrdilo vseh 12 članov."])
def test_who_certifies_decides_nothing(words: str) -> None:
    assert statuses(f"2. Razno\n\n{words}\n") == []


def test_below_a_number_of_an_item_a_proposal_is_one() -> None:
    assert (
        statuses("k 1: Potrdi se zapisnik 4. redne seje.\n\nK 6.1 Poslovni prostor se proda.\n", AGENDA)
        == ["proposed"] * 2
    )


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("Občina bo plačevala prevoz starejših občanov.", 2),
        ("Pripravljavcem načrta se predlaga, da dodajo ukrepe.", 1),
        ("Ta sklep začne veljati z dnem sprejema.", 1),
    ],
)
def test_a_point_of_a_resolution_is_a_decision_where_it_is_about_something_else(words: str, count: int) -> None:
    head = "OBČINA SEMIČ\n\nObčinski svet Občine Semič je na 5. redni seji 12. 10. 2017 sprejel\n\nSKLEP\n\n"
    plan = "Regijski izvedbeni načrt socialnega varstva za jugovzhodno regijo 2017-2020 se vzame na znanje."
    assert len(statuses(f"I.\n{plan}\n\nII.\n{words}\n", head)) == count


def test_an_ordinance_is_not_about_the_plan_among_its_grounds() -> None:
    text = (
        "Na podlagi 29. člena Zakona o lokalni samoupravi in Regijskega izvedbenega načrta socialnega varstva za "
        "jugovzhodno regijo 2017-2020 je Občinski svet Občine Semič na 4. seji 6. junija 2018 sprejel\n\n"
        "ODLOK\no pomoči na domu v Občini Semič\n\n1. člen\n\nS tem odlokom se ureja pomoč na domu.\n\n2. člen\n\n"
        "Odlok začne veljati naslednji dan po objavi v Uradnem listu.\n"
    )
    found = rinsearch.analyse(rinsearch.Text(f"Uradni list RS, št. 40/2018\n\n{text}")).decisions
    assert [each.plan for each in found] == [None]


def test_a_committee_that_refused_does_not_answer_for_the_council() -> None:
    text = "3. Odlok o cestah\n\nOdbor odloka ni podprl. Odlok o cestah ni dobil potrebne večine.\n"
    assert statuses(text) == ["rejected"]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Občinski svet je podaljšal javni razpis.", 1),
        ("Svetniki so priznanje podelili Ani Zajc.", 1),
        ("Svet je prisluhnil predstavitvi.", 0),
        ("Ministrstvo je podaljšalo javni razpis.", 0),
        ("Svet bi podaljšal javni razpis, če bi bilo denarja dovolj.", 0),
        ("Župan je povedal, da je svet razpis podaljšal že lani.", 0),
        ("Svetniki so želeli natančnejša določila.", 0),
    ],
)
def test_verbs_of_business_count_where_the_council_is_said_to_have_done_it(text: str, count: int) -> None:
    assert len(statuses(f"2. Razno\n\n{text}\n")) == count


def test_news_may_name_two_matters_in_one_sentence() -> None:
    words = "Svet je potrdil zaključni račun proračuna in zavrnil vlogo športnega društva."
    assert sorted(statuses(words, NEWS)) == ["adopted", "rejected"]
    assert len(statuses("Svet se je seznanil s poročilom in ga potrdil.", NEWS)) == 1


def test_a_sentence_goes_on_with_the_council_of_the_one_before() -> None:
    assert len(statuses("2. Razno\n\nSvet je sprejel cenik. S poročilom se je seznanil.\n")) == 2
    assert len(statuses("2. Razno\n\nDirektor je odgovoril. S poročilom se je seznanil.\n")) == 0
