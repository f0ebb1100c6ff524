"""What was put to a council and came to nothing, who it was that acted, and what only looks like a decision."""

import pytest

import rinsearch

HEAD = "OBČINA SEMIČ\nOBČINSKI SVET\n\nZAPISNIK 5. redne seje, 12. 10. 2017\n\n"
ITEM = "3. Regijski izvedbeni načrt na področju socialnega varstva za jugovzhodno regijo 2017-2020\n\n"


def statuses(text: str) -> list[str]:
    found = rinsearch.analyse(rinsearch.Text(text)).decisions
    return [each.status.value for each in found if each.plan and not each.reported]


@pytest.mark.parametrize(
    "put",
    [
        "Predlagan je bil sklep, da se svet seznani.",
        "Prebran je bil sklep, da se svet z načrtom seznani.",
        "SKLEP: Svet se seznani z načrtom.",
        "Svet vzame načrt na znanje.",
    ],
)
@pytest.mark.parametrize(
    "end",
    [
        "O predlogu se ni odločalo.",
        "Predsedujoči je ugotovil, da v dvorani ni več dovolj članov.",
        "Do glasovanja ni prišlo.",
        "Zaradi nesklepčnosti je župan sejo končal.",
    ],
)
def test_what_was_not_voted_on_stays_a_proposal(put: str, end: str) -> None:
    assert statuses(f"{HEAD}{ITEM}{put} {end}\n") == ["proposed"]


@pytest.mark.parametrize(
    "told",
    [
        "Svet se je seznanil z načrtom. Ob 20. uri je bil svet nesklepčen.",
        "SKLEP: Svet se seznani z načrtom. Za 12, proti 0. Zaradi nesklepčnosti je župan nato sejo končal.",
        "Svet se seznani z načrtom.\n\n4. Razno\n\nO predlogu se ni odločalo.",
    ],
)
def test_what_was_decided_before_stays_decided(told: str) -> None:
    assert statuses(f"{HEAD}{ITEM}{told}\n") == ["acknowledged"]


def test_a_ballot_whose_condition_was_not_fulfilled_decided_nothing() -> None:
    text = (
        "OBČINA SEMIČ\n\nZAPISNIK 5. korespondenčne seje Občinskega sveta Občine Semič\n\n"
        "Svetnikom je bilo v glasovanje poslano:\n\nObčinski svet se seznani z Regijskim izvedbenim načrtom na "
        "področju socialnega varstva za jugovzhodno regijo 2017-2020.\n\nZA so glasovali trije. Ugotavlja se, da "
        "pogoj sklepčnosti {}.\n"
    )
    assert statuses(text.format("ni izpolnjen")) == ["proposed"]
    assert statuses(text.format("je izpolnjen")) == ["acknowledged"]


@pytest.mark.parametrize("number", ["t. 4", "tč. 4", "točka: 4", "4 –", "4/12"])
def test_an_item_however_it_is_numbered_ends_the_one_before(number: str) -> None:
    below = f"{number} Letno poročilo zavoda\n\nPovzetka svet ni potrdil.\n"
    assert statuses(f"{HEAD}{ITEM}Svet se je seznanil.\n\n{below}") == ["acknowledged"]


@pytest.mark.parametrize("ground", ["ob upoštevanju", "na podlagi", "skladno z"])
def test_a_plan_among_the_grounds_of_an_ordinance_is_not_adopted(ground: str) -> None:
    text = (
        f"Na podlagi Statuta Občine Semič in {ground} Regijskega izvedbenega načrta na področju socialnega varstva za "
        "jugovzhodno regijo 2017-2020 je Občinski svet Občine Semič na 4. seji 6. 6. 2018 sprejel\n\nODLOK\n"
        "o pomoči na domu\n\n1. člen\n\nOdlok ureja službo.\n"
    )
    assert statuses(text) == []


@pytest.mark.parametrize("council", ["Crnomaljski svet", "Strateški svet", "Črnomaljski svet"])
def test_a_council_by_an_adjective_is_not_the_own_one(council: str) -> None:
    assert statuses(f"{HEAD}{ITEM}{council} je načrt septembra vzel na znanje.\n") == []


def test_an_adjective_of_the_own_municipality_is_the_own_council() -> None:
    assert statuses(f"{HEAD}{ITEM}Semiški svet je načrt vzel na znanje.\n") == ["acknowledged"]


@pytest.mark.parametrize(
    "said",
    [
        "se je opredelil, da načrt jemlje na znanje",
        "je dal vedeti, da je z načrtom seznanjen",
        "je z dvignjenimi rokami izrazil, da načrt jemlje v vednost",
        "je prišel do zaključka, da načrt jemlje na znanje",
    ],
)
def test_what_a_council_says_of_itself_is_its_decision(said: str) -> None:
    assert statuses(f"{HEAD}{ITEM}Občinski svet {said}.\n") == ["acknowledged"]


@pytest.mark.parametrize(
    "said",
    [
        "Svetnik je izrazil, da je z načrtom seznanjen.",
        "Svet je opozoril, da je bil z načrtom seznanjen prepozno.",
        "V zapisniku 4. seje piše, da se je svet z načrtom seznanil.",
        "Prebrali smo, kako je svet načrt vzel na znanje.",
        "Svetniki naj se z načrtom seznanijo pred sejo.",
    ],
)
def test_what_only_looks_like_a_decision_is_none(said: str) -> None:
    assert "acknowledged" not in statuses(f"{HEAD}{ITEM}{said}\n")


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("Točka z načrtom odpade.", "withdrawn"),
        ("Župan točko jemlje nazaj.", "withdrawn"),
        ("Razprava o njem se nadaljuje na 6. seji.", "postponed"),
        ("O načrtu ni bilo mogoče odločati.", "postponed"),
        ("Svet zadrži odločanje o načrtu do mnenja.", "postponed"),
        ("Svet se je odrekel seznanitvi z načrtom.", "rejected"),
        ("Svet načrta ne bo vzel na znanje in ga pošilja nazaj.", "rejected"),
        ("Svet je načrtu prižgal zeleno luč.", "adopted"),
        ("K vednosti se vzame načrt.", "acknowledged"),
        ("Sklep št. 7: na znanje.", "acknowledged"),
    ],
)
def test_other_words_of_deciding(words: str, status: str) -> None:
    assert statuses(f"{HEAD}{ITEM}{words}\n") == [status]


@pytest.mark.parametrize(
    "words",
    [
        "S strehe je odpadla opeka.",
        "Svetnik je svoje besede vzel nazaj.",
        "Razprava o njem se nadaljuje po odmoru.",
        "Predlog sklepa: na znanje.",
    ],
)
def test_their_look_alikes_decide_nothing(words: str) -> None:
    assert not set(statuses(f"{HEAD}{ITEM}{words}\n")) - {"proposed"}


def test_minutes_made_ready_before_the_session_decide_nothing() -> None:
    text = (
        HEAD.replace("5. redne seje, 12. 10. 2017", "__. redne seje") + ITEM + "SKLEP: Svet se je z načrtom seznanil.\n"
    )
    assert statuses(text) == ["proposed"]


def test_a_result_in_the_sentence_of_a_resolution_is_no_second_decision() -> None:
    words = "SKLEP 5: Mestni svet vzame načrt na znanje prisotni 29 / za 24 / proti 3 REZULTAT: sklep 5 je izglasovan."
    assert statuses(f"{HEAD}{ITEM}{words}\n") == ["acknowledged"]


def test_where_news_was_written_is_not_who_adopted_the_plan() -> None:
    text = (
        "Deželne novice, 22. marec 2019\n\nRADOVLJICA – Regijski izvedbeni načrt socialnega varstva za Gorenjsko je "
        "bil sprejet leta 2017. Na ponedeljkovi seji so poslušali pripovedi.\n"
    )
    assert [each for each in rinsearch.analyse(rinsearch.Text(text)).decisions if each.plan] == []


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("Prejeto na znanje: Regijski izvedbeni načrt, JV regija.", "acknowledged"),
        ("Svet je, ne da bi kdo nasprotoval, načrt prejel v vednost.", "acknowledged"),
        ("Svet se z načrtom seznanja.", "acknowledged"),
        ("Svet se z načrtom seznanja in ga ne podpira.", "acknowledged"),
        ("Svet načrta ne podpira.", "rejected"),
    ],
)
def test_what_stands_beside_the_verb_does_not_change_it(words: str, status: str) -> None:
    assert statuses(f"{HEAD}{ITEM}{words}\n") == [status]


def test_the_region_of_all_municipalities_is_that_of_the_plan() -> None:
    text = (
        "Regijska koordinacija\n15. december 2017\n\nSpoštovani župani,\n\nprejeli ste regijski izvedbeni načrt na "
        "področju socialnega varstva za obdobje 2017–2020. V Muti se je svet z njim že seznanil, v {} pa ga je svet "
        "odklonil.\n"
    )
    found = [rinsearch.analyse(rinsearch.Text(text.format(name))).decisions for name in ("Podvelki", "Kočevju")]
    assert [each.plan for each in found[0]] == ["rin-sv/koroska/2017-2020"] * 2
    assert not any(each.plan for each in found[1])


@pytest.mark.parametrize(("document", "plans"), [("analiza", 0), ("publikacija", 0), ("točka", 1)])
def test_the_feminine_pronoun_stands_for_what_is_feminine(document: str, plans: int) -> None:
    text = (
        "OBČINA SEMIČ\n\nDopis, 5. 10. 2017\n\nZadeva: Regijski izvedbeni načrt na področju socialnega varstva za "
        f"jugovzhodno regijo 2017-2020\n\nPri nas je bila {document} znana; v Kočevju so jo svetniki preložili.\n"
    )
    found = rinsearch.analyse(rinsearch.Text(text)).decisions
    assert sum(each.plan is not None for each in found) == plans
