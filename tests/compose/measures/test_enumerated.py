"""Measures that a sentence counts, and sentences below titles that ask or wish."""

import pytest

import rinsearch

HEAD = "Povzetek regijskega izvedbenega načrta 2017–2020 za koroško regijo\n\n"


def names(text: str) -> list[str]:
    return [each.text for each in rinsearch.analyse(rinsearch.Text(HEAD + text)).measures]


@pytest.mark.parametrize(
    ("sentence", "things"),
    [
        ("Dom Sonce bo do konca leta 2018 pripravil dvoje: nočno varstvo in oddih za svojce.", 2),
        ("Do leta 2019 bo Občina Mežica uredila troje: nočno varstvo, oddih za svojce in toplo sobo.", 3),
        ("Karitas bo leta 2018 izpeljala dva nova programa: nočno varstvo in oddih za svojce.", 2),
        ("Leta 2018 bo Dom Sonce uvedel naslednje: nočno varstvo; oddih za svojce; toplo sobo.", 3),
    ],
)
def test_what_a_sentence_counts_are_measures(sentence: str, things: int) -> None:
    found = rinsearch.analyse(rinsearch.Text(HEAD + sentence)).measures
    assert [each.text for each in found] == ["nočno varstvo", "oddih za svojce", "toplo sobo"][:things]
    assert all(each.providers and each.deadline for each in found)


@pytest.mark.parametrize(
    "sentence",
    [
        "Dom Sonce je leta 2016 pripravil dvoje: nočno varstvo in oddih za svojce.",
        "Do leta 2020 želimo doseči troje: manj revščine, več varnosti in boljšo dostopnost.",
        "Koordinacijska skupina bo leta 2018 pripravila dvoje: poročilo o načrtu in predlog sprememb.",
        "V regiji manjka troje: nočno varstvo, oddih za svojce in topla soba.",
        "Dom Sonce bo do leta 2018 uredil tri: sobe.",
    ],
)
def test_goals_needs_the_past_and_work_on_the_plan_are_none(sentence: str) -> None:
    assert names(sentence) == []


@pytest.mark.parametrize(
    "title",
    [
        "Kaj bo novega za starejše?",
        "Ali bo kaj za starejše?",
        "Da bo doma lepše",
        "Da ne bo samote",
        "Kaj pa za starejše?",
    ],
)
def test_titles_that_ask_or_wish_stand_above_measures(title: str) -> None:
    text = f"{title}\n\nDom Sonce bo leta 2018 uvedel nočno varstvo. Občina Mežica bo do junija 2019 kupila kombi.\n"
    assert len(names(text)) == 2


@pytest.mark.parametrize(
    "title", ["Da bi slišali vse", "Kaj je RIN?", "Da bomo vedeli, kje smo", "Kdo ga je pripravil?"]
)
def test_other_titles_do_not(title: str) -> None:
    text = f"{title}\n\nDom Sonce bo leta 2018 gostil razpravo. Agencija bo do junija 2019 zbrala odgovore.\n"
    assert names(text) == []
