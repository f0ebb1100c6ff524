"""What holds for every text: repairing twice equals once, and every character leads back."""

import re
import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rinsearch.normalise import RULES, Damage, damage_of, repair, unchanged
from rinsearch.normalise.edits import apply
from rinsearch.normalise.layout import hyphenation

SLOVENE = "abcčdefghijklmnoprsštuvzžABCČDEFGHIJKLMNOPRSŠTUVZŽ"
ODD = " \n\t-–­.,:;/()0123456789 \u200b\ufeffˇ\u030cﬁèÈæ©®¹¾пвдаеорсАВΕαο…ÄÅ\u008d¡"
TEXTS = st.text(st.sampled_from(SLOVENE + ODD * 2), max_size=80) | st.text(max_size=60)
DAMAGES = st.builds(Damage, st.booleans(), st.booleans())
WORDS = st.lists(st.text(st.sampled_from(SLOVENE[:25]), min_size=2, max_size=12), min_size=1, max_size=12)


@given(TEXTS, DAMAGES)
@settings(max_examples=400, deadline=None)
def test_repairing_twice_equals_once(text: str, damage: Damage) -> None:
    once = repair(text, damage).text
    assert repair(once, damage).text == once


@given(TEXTS, DAMAGES)
@settings(max_examples=200, deadline=None)
def test_every_character_leads_back_in_order(text: str, damage: Damage) -> None:
    repaired = repair(text, damage)
    assert len(repaired.origins) == len(repaired.text)
    assert list(repaired.origins) == sorted(repaired.origins)
    assert all(0 <= origin < len(text) for origin in repaired.origins)


@given(WORDS)
def test_good_words_are_left_alone(words: list[str]) -> None:
    text = " ".join(words).capitalize() + "."
    repaired = repair(text, damage_of([text]))
    assert repaired.text == text
    assert repaired.changes == ()


@pytest.mark.parametrize("rule", RULES)
@given(text=TEXTS)
@settings(max_examples=60, deadline=None)
def test_edits_come_in_order_and_do_not_overlap(rule: object, text: str) -> None:
    edits = list(rule(text))  # type: ignore[operator]
    assert all(0 <= edit.start < edit.end <= len(text) for edit in edits)
    assert all(first.end <= second.start for first, second in pairwise(edits))


@pytest.mark.parametrize(
    "piece", ["a-\n", "A ", "S K L E P ", "- ", "2017 ", ". ", "\n ", "è", "©a", "п", "s\u030c", "\u00ad\n"]
)
def test_time_grows_with_length_and_not_with_its_square(piece: str) -> None:
    start = time.perf_counter()
    repair(piece * 20_000, Damage(True, True))
    assert time.perf_counter() - start < 3


def test_an_edit_changes_its_place_alone() -> None:
    state = apply(unchanged("sez-\nnanil"), hyphenation)
    assert state.text == "seznanil"
    assert state.origins == (0, 1, 2, 5, 6, 7, 8, 9)


def test_the_rules_stand_in_a_tuple_of_functions_with_examples() -> None:
    assert all(re.search(r">>> ", rule.__doc__ or "") for rule in RULES)
