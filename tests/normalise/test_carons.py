"""Papers typed without carons get them back; a good paper loses and gains nothing."""

from dataclasses import replace
from pathlib import Path

import pytest

import rinsearch
from rinsearch.normalise import UNDAMAGED, lacks_carons, repair
from rinsearch.taxonomy.carons import carons

BARE = str.maketrans("čšžČŠŽ", "cszCSZ")
PLAIN = replace(UNDAMAGED, carons=carons())
CORPUS = Path(__file__).parents[2] / "corpus"


@pytest.mark.parametrize(
    "text",
    [
        "Občinski svet Občine Šentjernej se je seznanil z načrtom na področju socialnega varstva.",
        "Županja je svetnikom obrazložila, da bo društvo več let vodilo dnevni center za starejše.",
        "Člani odbora so odločili, da se točka preloži, ker še ni poročila.",
        "Pošiljamo vam načrt; prosimo, da ga uvrstite na sejo sveta Občine Žužemberk.",
    ],
)
def test_a_sentence_typed_without_carons_is_read_as_it_was_meant(text: str) -> None:
    # "se" and "še" look alike without the caron: such words stay as they are typed.
    assert repair(text.translate(BARE), PLAIN).text.replace("se ni", "še ni") == text


@pytest.mark.parametrize(
    "word",
    [
        "soglasje",
        "postopek",
        "zapisnik",
        "podpis",
        "naselje",
        "otroci",
        "mesec",
        "sestava",
        "vrtca",
        "selitev",
        "nas",
        "vas",
    ],
)
def test_a_word_without_carons_of_its_own_stays(word: str) -> None:
    assert repair(word, PLAIN).text == word


def test_only_a_paper_that_lacks_them_throughout_gets_carons() -> None:
    assert lacks_carons(["OBCINA SEMIC", "Svet se je seznanil z nacrtom, pravi zupan."])
    assert not lacks_carons(["Občina Semič; nacrt, zupan, obcina"])
    assert not lacks_carons(["The council took note of the plan."])


def test_minutes_without_carons_show_what_was_decided() -> None:
    found = rinsearch.analyse(
        rinsearch.Text(
            "OBCINA SEMIC\nObcinski svet\n\nZAPISNIK 21. redne seje, 12. 10. 2017\n\nNavzocih je bilo 13 clanov.\n\n"
            "Obcinski svet Obcine Semic se je seznanil z Regijskim izvedbenim nacrtom na podrocju socialnega varstva "
            "za jugovzhodno regijo 2017-2020.\n"
        )
    )
    assert found.issuer is not None
    assert found.issuer.name == "Semič"
    assert [str(each.status) for each in found.decisions if each.plan] == ["acknowledged"]
