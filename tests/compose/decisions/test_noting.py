"""A taking note that no verb shows, but the item about the plan and the vote that passed."""

import pytest

import rinsearch

HEAD = (
    "OBČINA SEMIČ\nOBČINSKI SVET\n\nZAPISNIK 5. redne seje, 12. 10. 2017\n\n"
    "3. Regijski izvedbeni načrt na področju socialnega varstva za jugovzhodno regijo 2017-2020\n\n"
)
VOTE = "ZA: 12, PROTI: 0."


def statuses(text: str) -> list[str]:
    found = rinsearch.analyse(rinsearch.Text(f"{HEAD}{text}\n\n4. Razno\n")).decisions
    return [each.status.value for each in found if each.plan]


@pytest.mark.parametrize(
    "told",
    [
        f"Obvelja beseda seznanitev. {VOTE}",
        f"Obravnavano z oznako na znanje. {VOTE}",
        "Dvanajst članov (12 za, 0 proti) je prikimalo seznanitvi.",
        f"Pri tej točki ostane svet na tekočem z vsebino. {VOTE}",
    ],
)
def test_an_item_with_a_vote_and_a_word_for_it_is_a_taking_note(told: str) -> None:
    assert statuses(told) == ["acknowledged"]


@pytest.mark.parametrize(
    "told",
    [
        f"Obvelja beseda obravnava. {VOTE}",
        f"Odbor je z besedo seznanitev soglašal. {VOTE}",
        f"Svetnik Hrovat bi raje besedo seznanitev. {VOTE}",
        "Obvelja beseda seznanitev. ZA: 4, PROTI: 9.",
        "Obvelja beseda seznanitev.",
        f"Je beseda seznanitev dovolj? {VOTE}",
        f"Beseda seznanitev. {VOTE} Svet je bil nato nesklepčen.",
        f"Seznanitev s poročilom inšpektorata. {VOTE}",
        f"Seznanitev v Metliki. {VOTE}",
        f"SKLEP: Seznanitev sveta z načrtom sledi po javni razpravi. {VOTE}",
        f"SKLEP: Seznanitev z načrtom se prenese na naslednjo sejo. {VOTE}",
        f"SKLEP: Seznanitev z načrtom je predvidena za december. {VOTE}",
        f"Seznanitev z načrtom zahteva več časa. {VOTE}",
        f"Seznanitev z načrtom še čaka na gradivo. {VOTE}",
        f"Seznanitev z načrtom ni potrebna. {VOTE}",
    ],
)
def test_where_anything_speaks_against_it_nothing_is_concluded(told: str) -> None:
    assert "acknowledged" not in statuses(told)


@pytest.mark.parametrize(
    ("note", "statuses"),
    [
        ("→ sklep: OS se seznani z Regijskim izvedbenim načrtom; 13:0, 1 vzdržan", ["acknowledged"]),
        ("sklep: sezn., 13:0", ["acknowledged"]),
        ("Svet sezn. z načrtom. 13 za, 0 proti", ["acknowledged"]),
        ("OS je sezn. z RIN, soglasno.", ["acknowledged"]),
        ("- sezn. soglasno", ["acknowledged"]),
        ("SKLEP 20-3: Obč. svet se sezn. z RIN. (13/0)", ["acknowledged"]),
        ("Svetniki so se sezn. z RIN.", ["acknowledged"]),
        ("odbor za soc. baje že sezn., zapisnika ni", []),
        ("OS ni sezn., gradiva ni bilo", []),
        ("OS še ni sezn. z RIN", []),
        ("župan sezn. OS s potekom del", []),
        ("zaposleni CSD sezn. z načrtom", []),
        ("OS se sezn. z letnim poročilom knjižnice", []),
        ("OS se bo sezn. na naslednji seji", ["scheduled"]),
        ("Predlog sklepa: OS se sezn. z RIN.", ["proposed"]),
        ("Predlog sklepa: MS se seznani z RIN.", ["proposed"]),
        ("predlog sklepa: svet se seznani z RIN.", ["proposed"]),
        ("predlog: OS se je seznanil z RIN", ["proposed"]),
        ("osnutek sklepa – OS se seznani z RIN", ["proposed"]),
        ("Predlog sklepa: OS se seznani z RIN. Za 13, proti 0. Sprejeto.", ["acknowledged"]),
        ("predlog sklepa: svet se seznani z RIN (13 za, 0 proti)", ["acknowledged"]),
        ("Predlog župana: OS se seznani z RIN.", ["proposed"]),
        ("Predlog obč. uprave: svet se je seznanil z RIN.", ["proposed"]),
        ("svetniki naj se sezn. z načrtom pred sejo", []),
    ],
)
def test_notes_of_a_session_are_read_in_their_short_words(note: str, statuses: list[str]) -> None:
    head = "OBČINA BOHINJ\nObčinski svet\n\nZAPISNIK 20. redne seje, 19. 10. 2017\n\n"
    text = f"{head}3) Regijski izvedbeni načrt na področju socialnega varstva za Gorenjsko 2017-2020\n\n{note}\n"
    found = rinsearch.analyse(rinsearch.Text(text)).decisions
    assert [each.status.value for each in found if each.plan] == statuses
