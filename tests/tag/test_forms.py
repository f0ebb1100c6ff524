"""What words a Doc has is known before phrases are looked for."""

import pytest

from rinsearch.tag.forms import forms_of, names_one
from rinsearch.tag.pipeline import nlp, phrases, read


def test_every_form_of_a_word_is_known() -> None:
    doc = read("Društva upokojencev").doc
    strings = nlp().vocab.strings
    assert [strings[each] for each in forms_of(doc).written] == ["Društva", "upokojencev"]
    assert {strings[each] for each in forms_of(doc).every} >= {"Društva", "društva", "društvo", "upokojenec"}


@pytest.mark.parametrize(
    ("attribute", "phrase", "found", "missed"),
    [
        ("ORTH", "Nova Gorica", "v Nova Gorica", "v nova gorica"),
        ("LOWER", "mladih", "za MLADIH", "za mlade"),
        ("LEMMA", "dom starejših", "v domovih starejših", "v domu"),
    ],
)
def test_phrases_are_found_by_their_attribute(attribute: str, phrase: str, found: str, missed: str) -> None:
    matcher = phrases(attribute, [("name", phrase), ("other", "povsem drugo")])
    assert [(start, end) for _, start, end in matcher(read(found).doc)] == [(1, 1 + len(phrase.split()))]
    assert matcher(read(missed).doc) == []


def test_a_list_is_named_by_the_lemma_of_a_word() -> None:
    assert names_one(read("člani kulturnih društev").doc, "society")
    assert not names_one(read("člani sveta").doc, "society")
