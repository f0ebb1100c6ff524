"""Boxes of a form, and signs that look like them before the items of a list."""

import pytest

import rinsearch

HEAD = (
    "OBČINA SEMIČ\nOBČINSKI SVET\n\nZAPISNIK 5. redne seje, 12. 10. 2017\n\n"
    "3. Regijski izvedbeni načrt na področju socialnega varstva za jugovzhodno regijo 2017-2020\n\n"
)
NOTED = "Občinski svet se je seznanil z regijskim izvedbenim načrtom."


def statuses(text: str) -> list[str]:
    return [each.status.value for each in rinsearch.analyse(rinsearch.Text(HEAD + text)).decisions]


@pytest.mark.parametrize("bullet", ["○", "□", "❏", "•"])
def test_what_stands_behind_a_bullet_is_resolved(bullet: str) -> None:
    assert statuses(f"{bullet} {NOTED}\n{bullet} O sklepu se obvesti center.\n") == ["acknowledged"]


@pytest.mark.parametrize("box", ["○", "□", "❏", "☐", "[ ]"])
@pytest.mark.parametrize(
    "other", ["☒ Obravnava se preloži.", "[x] Obravnava se preloži.", "{} Občinski svet je načrt potrdil."]
)
def test_what_stands_behind_an_empty_box_of_a_form_is_not(box: str, other: str) -> None:
    assert not {"acknowledged", "adopted"} & set(statuses(f"{box} {NOTED}\n{other.format(box)}\n"))


@pytest.mark.parametrize("box", ["☐", "[ ]"])
def test_a_box_that_is_no_bullet_is_empty_wherever_it_stands(box: str) -> None:
    assert "acknowledged" not in statuses(f"{box} {NOTED}\n")
