"""Papers for several councils at once: each has its own text proposed, and these may be in the past tense."""

import pytest

import rinsearch

JOINT = (
    "OBČINA ORMOŽ        OBČINA SREDIŠČE OB DRAVI\nSkupno gradivo občinskih uprav za obravnavo na svetih\n\n"
    "Zadeva: Regijski izvedbeni načrt socialnega varstva podravske regije 2017-2020\nDatum: 9. 10. 2017\n\n"
)
LETTER = (
    "CENTER ZA SOCIALNO DELO PTUJ\n\nDatum: 20. 11. 2017\n\nObčinam v podravski regiji\n\nZadeva: Regijski izvedbeni "
    "načrt socialnega varstva podravske regije 2017-2020\n\nSpoštovani,\n\n"
)
ONE = "Občinski svet Občine Ormož se je seznanil z načrtom."
OTHER = "Občinski svet Občine Središče ob Dravi se je seznanil z načrtom."
TOLD = OTHER.replace("je seznanil", "je 6. 11. 2017 seznanil")


def taken(text: str) -> set[str]:
    found = rinsearch.analyse(rinsearch.Text(text)).decisions
    return {each.municipality.name for each in found if each.municipality and each.status.value == "acknowledged"}


@pytest.mark.parametrize(
    "below",
    [
        f"3. Osnutki sklepov (v vsakem svetu se vstavi ustrezno ime)\na) {ONE}\nb) {OTHER}",
        f"Predlogi sklepov po občinah:\n– {ONE}\n– {OTHER}",
        f"Predlogi sklepov\n\n{ONE}\n\n{OTHER}",
        f"Predlagana sklepa: {ONE} {OTHER}",
        "Predlog sklepa za posamezni svet:\n\n| Občina | Besedilo sklepa |\n| --- | --- |\n"
        f"| Ormož | {ONE} |\n| Središče ob Dravi | {OTHER} |",
        f"Svetom predlagamo, da sprejmejo sklep:\n- {ONE}\n- {OTHER}",
        f"4. PREDLOG SKLEPA\nZa Občino Ormož: »{ONE}«\nZa Občino Središče ob Dravi: »{OTHER}«",
        f"Osnutka sklepov:\n1. {ONE}\n2. {OTHER}".replace("se je seznanil", "je bil seznanjen"),
        f"Besedila sklepov, ki se predlagajo svetom:\n1. {ONE}\n2. {OTHER}",
        f"Sklepi, ki naj jih sprejmejo sveti:\na) {ONE}\nb) {OTHER}",
        f"Vzorec sklepa za obe občini\n1. {ONE}\n2. {OTHER}",
        f"Sveta odločita ločeno.\n\n{ONE}\n{OTHER}",
        f"Predlogi sklepov:\n1. {ONE}\n2. {TOLD.replace('6. 11.', '6. 12.')}",
    ],
)
@pytest.mark.parametrize("head", [JOINT, LETTER])
def test_what_is_proposed_to_each_council_was_not_resolved(head: str, below: str) -> None:
    if head is LETTER and below.startswith("Sveta odločita"):
        return  # a letter may tell so what was done
    assert taken(f"{head}{below}\n") == set()


@pytest.mark.parametrize(
    "below",
    [
        f"Predlog sklepa\nObčinski svet se seznani z Regijskim izvedbenim načrtom.\n\nObrazložitev\n{TOLD}",
        f"Predlogi sklepov:\n1. Občinski svet se seznani z Regijskim izvedbenim načrtom.\n{TOLD}",
        f"Doslej velja naslednje.\n{TOLD}",
        "Predlog sklepa je povsod enak, obravnavali so ga občinski sveti: v Središču ob Dravi so se z načrtom "
        "seznanili 14. 9.",
        f"Predlagani sklep je enak kot drugod. {OTHER.replace('je seznanil', 'je že seznanil')}",
    ],
)
def test_what_lies_behind_the_paper_is_told(below: str) -> None:
    assert taken(f"{LETTER}{below}\n") == {"Središče ob Dravi"}


def test_a_letter_may_tell_in_equal_sentences_what_was_done() -> None:
    assert taken(f"{LETTER}Do danes velja naslednje.\n\n{ONE}\n{OTHER}\n") == {"Ormož", "Središče ob Dravi"}
