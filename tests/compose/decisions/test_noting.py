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
    ],
)
def test_where_anything_speaks_against_it_nothing_is_concluded(told: str) -> None:
    assert "acknowledged" not in statuses(told)
