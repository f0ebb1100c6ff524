"""Decisions on other business than the plan: whatever their verb, they are known by the place in which they stand."""

import pytest

import rinsearch

HEAD = "OBČINA SEMIČ\nOBČINSKI SVET\n\nZAPISNIK 5. redne seje, 12. 10. 2017\n\n"
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
