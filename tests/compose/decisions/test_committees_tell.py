"""A committee's paper may tell what the council of its municipality did; what it proposes to it is none of that."""

import pytest

import rinsearch

HEAD = (
    "OBČINA SEMIČ\nOdbor za družbene dejavnosti\n\nZAPISNIK 8. seje odbora, 20. 10. 2017\n\n3. Regijski izvedbeni "
    "načrt na področju socialnega varstva jugovzhodne regije 2017-2020\n\n"
)


def told(text: str) -> list[tuple[str, bool]]:
    found = rinsearch.analyse(rinsearch.Text(f"{HEAD}{text}\n")).decisions
    return [(each.status.value, each.reported) for each in found if each.plan]


@pytest.mark.parametrize(
    "text",
    [
        "Predsednica je povedala, da se je občinski svet z načrtom seznanil na 21. seji 12. 10. 2017.",
        "Občinski svet se je na 21. seji 12. 10. 2017 seznanil z načrtom. Odbor se je seznanil s sklepom sveta.",
        "Gradivo je občinski svet že obravnaval in se z njim seznanil.",
        "Občinski svet Občine Semič se je na 21. seji 12. 10. 2017 seznanil z načrtom.",
    ],
)
def test_what_the_council_has_done_is_reported_by_its_committee(text: str) -> None:
    assert told(text) == [("acknowledged", True)]


@pytest.mark.parametrize(
    "text",
    [
        "Odbor se je seznanil z načrtom.",
        "Svet se je seznanil z načrtom.",
        "Občinski svet se bo z načrtom seznanil na 22. seji.",
        "Občinski svet se je na 22. seji 9. 11. 2017 seznanil z načrtom.",
        "Članica je vprašala, ali se je občinski svet z načrtom že seznanil. Župan: še ne.",
        "Odbor predlaga občinskemu svetu, da se seznani z načrtom.",
        "Predlog sklepa: Občinski svet se je na 21. seji 12. 10. 2017 seznanil z načrtom.",
        "SKLEP: Občinski svet se seznani z načrtom. (5 za)",
        "SKLEP: Občinskemu svetu se predlaga, da se seznani z načrtom. (5 za)",
        "Občinski svet se z načrtom na 21. seji 12. 10. 2017 ni seznanil.",
        "Svet krajevne skupnosti se je z načrtom že seznanil.",
    ],
)
def test_what_a_committee_does_or_proposes_is_no_act_of_the_council(text: str) -> None:
    assert "acknowledged" not in {status for status, _ in told(text)}


@pytest.mark.parametrize(
    "said",
    [
        "Je bil izpis komu že poslan? Odgovor: da, centru v Slovenj Gradcu, in ga bodo preklicali.",
        "Izpis so poslali v Slovenj Gradec in ga bodo umaknili.",
        "Sklep bodo v Slovenj Gradcu preklicali.",
    ],
)
def test_what_will_be_taken_back_is_on_no_agenda(said: str) -> None:
    text = (
        "OBČINA MISLINJA\nOBČINSKI SVET\n\nZAPISNIK 19. SEJE (redna)\ntorek, 5. 12. 2017\n\n1. ZAPISNIK 18. SEJE\n"
        "V zapisniku 18. seje stoji: »Občinski svet Občine Mislinja se je seznanil z Regijskim izvedbenim načrtom na "
        f"področju socialnega varstva koroške regije 2017-2020.« Take odločitve tedaj ni bilo. {said}\n"
    )
    assert [each.status.value for each in rinsearch.analyse(rinsearch.Text(text)).decisions if each.plan] == []
