"""Every list of words that rules of tagging ask for decides its examples."""

import pytest

from rinsearch import tag
from rinsearch.taxonomy import toml

LISTS = toml("word_lists.toml")


def values(text: str, label: str) -> set[str]:
    return {find.value for find in tag.find(text) if find.label == label}


@pytest.mark.parametrize("name", LISTS)
def test_a_list_of_words_decides_its_examples(name: str) -> None:
    part = LISTS[name]
    label = part.get("label", "municipality")
    assert values(part["example"], label), part["example"]
    if "counterexample" in part:
        assert not values(part["counterexample"], label), part["counterexample"]


def test_no_list_stands_in_both_files() -> None:
    assert not LISTS.keys() & toml("context.toml").keys()


@pytest.mark.parametrize("name", toml("region_words.toml"))
def test_the_words_around_names_of_regions_decide_their_examples(name: str) -> None:
    part = toml("region_words.toml")[name]
    assert values(part["example"], "region"), part["example"]
    assert not values(part["counterexample"], "region"), part["counterexample"]
