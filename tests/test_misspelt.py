"""Mistyped words of councils are read as they were meant; good words are left alone."""

import pytest

from rinsearch.misspelt import corrected, misspelt
from rinsearch.normalise import Damage, repair
from rinsearch.taxonomy import toml
from tests.corpus.source import Source, read_all


def read(text: str) -> str:
    words = misspelt([text])
    return repair(text, Damage(more=(corrected(words),)) if words else Damage()).text


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Občinski svet se je seznnail z Regijskm izvedbenim", "Občinski svet se je seznanil z Regijskim izvedbenim"),
        ("na podorčju socilanega varsvta", "na področju socialnega varstva"),
        ("OBČINSIK SVET", "OBČINSKI SVET"),
        ("ZAPSINIK 21. redne seje", "ZAPISNIK 21. redne seje"),
        ("Svet je sezananjen z načtrom", "Svet je seznanjen z načrtom"),
    ],
)
def test_a_slip_is_put_right(typed: str, meant: str) -> None:
    assert read(typed) == meant


@pytest.mark.parametrize(
    "text",
    [
        "Občanski nadzor in specialni pedagogi so predložili izvedeni program.",
        "Režijski obrat, religijski pouk, področna enota, naložila je stroške.",
        "seznam, seznami, varstveni, varnostni, načrtovanje, občina, regija, socialist, podnačrt",
        "pišite na socilanega@kraj.si ali www.regijskm.si",
        "socialna, socialne, socialno, socialnih; regijski, regijsko, regijskega",
    ],
)
def test_good_words_are_left_alone(text: str) -> None:
    assert read(text) == text


def test_no_paper_of_the_sample_is_touched() -> None:
    sources = [each for each in read_all() if isinstance(each, Source)]
    assert len(sources) > 40
    assert {name: found for each in sources if (found := misspelt([each.text])) for name in [each.file]} == {}


def test_every_slip_of_the_list_is_one_slip_away() -> None:
    for word in toml("misspelt.toml")["word"]:
        slip = word["slip"]
        assert misspelt([slip]), slip
