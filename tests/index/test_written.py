"""What was typed, as it is read, and where each character was typed."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rinsearch.index.written import written


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("Z A P I S N I K", "ZAPISNIK"),
        ("s k l e p o načrtu", "sklep o načrtu"),
        ("P R E D L O G S K L E P A", "PREDLOG SKLEPA"),
        ("ﬁnančni", "finančni"),
        ("ǆep", "džep"),
        ("obc\u030cina", "občina"),
        ("na\u00adčrt\u200b", "načrt"),
        ("ＲＩＮ", "RIN"),
        ("skupine A B C D", "skupine A B C D"),
        ("v z in", "v z in"),
        ("²", "²"),
    ],
)
def test_signs_are_opened_and_spaced_words_closed_up(typed: str, text: str) -> None:
    assert written(typed).text == text


@given(st.text(st.sampled_from("ab Z Ač\u030cﬁ\u00ad("), max_size=40))
def test_every_character_knows_where_it_was_typed(typed: str) -> None:
    read = written(typed)
    places = [read.typed_at(position) for position in range(len(read.text) + 1)]
    assert places == sorted(places)
    assert places[-1] == len(typed)
    assert len(places) == len(read.places)


def test_a_long_run_of_letters_is_read_in_linear_time() -> None:
    started = time.process_time()
    for typed in ("a " * 500, "č\u030c" * 500, "ﬁ" * 1000):
        written(typed)
    assert time.process_time() - started < 0.5
