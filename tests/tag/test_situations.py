"""Groups told by their situation alone: words that meet in one sentence, whoever is the head of it."""

import pytest

from rinsearch import tag
from rinsearch.errors import TaxonomyError
from rinsearch.taxonomy import Situation, situations, toml
from rinsearch.taxonomy import situations as known_situations
from rinsearch.taxonomy.situations import _situation


def groups(text: str) -> set[str]:
    return {find.value for find in tag.find(text) if find.label == "target_group"}


@pytest.mark.parametrize("situation", known_situations(), ids=lambda each: each.example)
def test_every_situation_is_found_in_its_example_and_not_in_its_counterexample(situation: Situation) -> None:
    found = groups(situation.example)
    assert set(situation.groups) <= found
    assert situation.groups or not found  # what only looks like a group hides it
    assert not set(situation.groups) & groups(situation.counterexample)


def test_every_group_that_is_described_has_a_situation_with_a_counterexample() -> None:
    described = {group for each in situations() for group in each.groups}
    assert len(described) > 25
    assert {group for each in situations() if each.counterexample for group in each.groups} >= described - {
        "druzine",
        "lgbtiq",
        "migranti",
        "romi",
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kdor spi po vagonih, naj dobi toplo posteljo.", {"brezdomci"}),
        ("Po vagonih naj kdor koli. Spi se drugje.", set()),
        ("Topla soba je za moške, ki ne spijo v vagonih.", set()),
        ("Delavci, ki so po stečaju ostali na cesti", {"brezposelni"}),
        ("Ob smrti otroka staršem pomaga psiholog.", {"zalujoci", "druzine"}),
        ("Deček, ki mu je sošolec grozil s pestmi", {"otroci", "zrtve-nasilja"}),
        ("Oseba z odločbo o III. kategoriji", {"invalidi"}),
        ("V zavetišču za živali je oseba pustila psa.", set()),
    ],
)
def test_the_words_of_a_situation_meet_in_one_sentence(text: str, expected: set[str]) -> None:
    assert groups(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Svetniška skupina upokojencev se je vzdržala.",
        "Kulturno društvo svobodnih umetnikov invalidov vabi na razstavo.",
        "Poročilo Zveze romskih društev je svet sprejel.",
        "Romska koordinatorica je odšla na porodniško.",
    ],
)
def test_members_of_a_society_or_of_a_party_are_not_whom_a_paper_speaks_of(text: str) -> None:
    assert not groups(text)


def test_a_society_that_serves_people_hides_none_of_them() -> None:
    assert groups("Društvo vabi invalide.") == {"invalidi"}
    assert groups("Skupina upokojencev bo obiskala muzej.") == {"starejsi"}


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ({"group": "nobody", "words": ["a"], "example": "A"}, "no target group 'nobody'"),
        ({"group": "mladi", "words": ["{nobody}"], "example": "A"}, "no class 'nobody'"),
        ({"group": "mladi", "words": [], "example": "A"}, "needs words and an example"),
    ],
)
def test_a_situation_that_cannot_be_read_is_an_error_with_its_place(entry: dict[str, object], message: str) -> None:
    with pytest.raises(TaxonomyError, match=message) as caught:
        _situation(entry, toml("situations.toml")["classes"], 7)
    assert caught.value.place == "situations.toml, situation 7"


@pytest.mark.parametrize(
    ("name", "people"),
    [
        ("To je predlagal svetnik Slepec iz Podgrada.", "To je predlagal slepec iz Podgrada."),
        ("Pri kraju Gluhi Vrh je obvoz.", "Na tečaj pridejo gluhi in njihovi sosedje."),
        ("Knjigo Andreja Starca bodo predstavili.", "Osamelega starca obišče soseda."),
    ],
)
def test_a_single_word_with_the_capital_of_a_name_tells_no_situation(name: str, people: str) -> None:
    assert not groups(name)
    assert groups(people)


def test_a_noun_that_is_a_form_of_a_verb_too_is_found_in_all_its_forms() -> None:
    assert "brezdomci" in groups("Pet oseb je prej prenočevalo na železniški postaji.")
    assert "brezdomci" in groups("Človek prenočuje pri postaji.")


@pytest.mark.parametrize(
    ("name", "people"),
    [
        ("OBČINA STARŠE", "STARŠI"),
        ("Hajdina in Starše sta ravnali različno.", "Vabimo otroke in starše."),
        ("Vdova Kos je prodala parcelo.", "Vdova je prodala parcelo."),
        ("Govoril je svetnik Peter Rom.", "Govoril je Rom iz naselja."),
        ("Predpostavlja se, k er o tem ni bilo besede.", "Govoril je Rom."),
    ],
)
def test_what_is_a_name_or_the_rest_of_a_word_is_no_group(name: str, people: str) -> None:
    assert not groups(name)
    assert groups(people)


def test_years_are_no_age() -> None:
    assert not groups("Načrt, ki ureja socialno varstvo v letih 2017–2020, je sprejet.")
    assert groups("Gospe v letih se zberejo vsako sredo.") == {"starejsi"}
