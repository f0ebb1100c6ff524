"""What minutes say became of an item: "Sprejeto: 12 za" is a result, "Sprejeto: 12. 10. 2017" a day."""

import pytest

import rinsearch

HEAD = (
    "OBČINA SEMIČ\nOBČINSKI SVET\n\nZAPISNIK 5. redne seje, 12. 10. 2017\n\n"
    "3. Regijski izvedbeni načrt na področju socialnega varstva za jugovzhodno regijo 2017-2020\n\n"
)


def statuses(text: str) -> list[str]:
    return [each.status.value for each in rinsearch.analyse(rinsearch.Text(HEAD + text)).decisions]


@pytest.mark.parametrize(
    "result", ["Sprejeto soglasno.", "Sprejeto: 12 za, 1 proti.", "Potrjeno (12 za).", "Potrjeno."]
)
def test_a_result_below_an_item_is_about_the_item(result: str) -> None:
    assert statuses(f"{result}\n") == ["adopted"]


@pytest.mark.parametrize("word", ["Sprejeto", "Potrjeno"])
@pytest.mark.parametrize("day", ["12. 10. 2017", "12.10.2017", "dne 12. 10. 2017", "12. oktobra 2017"])
def test_a_day_is_no_result(word: str, day: str) -> None:
    assert statuses(f"{word}: {day}\n") == []
