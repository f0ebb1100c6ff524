"""Two deadlines are the same where a person would say so."""

import pytest

from rinsearch.evaluate.times import same_time


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("v letu 2015", "2015"),
        ("leta 2015", "do 2015"),
        ("2017 - 2020", "2017–2020"),
        ("31.12.2014", "najpozneje do 31. 12. 2014"),
        ("do konca leta 2018", "konec 2018"),
        ("od leta 2015 dalje", "od leta 2015"),
        ("s šolskim letom 2Ol9/2o20", "šolskim letom 2019/2020"),
        ("najpozneje od 1. 1. 2024", "od 1. 1. 2024"),
    ],
)
def test_what_leads_to_a_time_makes_no_other_one(one: str, other: str) -> None:
    assert same_time(one) == same_time(other) != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("od 2018", "2018"),
        ("2017 in naprej", "2017"),
        ("konec 2018", "2018"),
        ("1. 12. 2018", "11. 2. 2018"),
        ("v letih 2015 in 2016", "2015"),
        ("vsako leto", "leto"),
        ("s 1. 1. 2024", "do 1. 1. 2024"),
    ],
)
def test_other_times_stay_others(one: str, other: str) -> None:
    assert same_time(one) != same_time(other)


@pytest.mark.parametrize("words", ["ni določen", "še ni znan", "–", ""])
def test_no_time_is_none(words: str) -> None:
    assert same_time(words) == ""
