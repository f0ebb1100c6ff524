"""Numbers in words, in figures, and in words that lost their carons."""

import pytest

from rinsearch.taxonomy.numerals import number_of


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("12", 12),
        ("Tri", 3),
        ("stirje", 4),
        ("enajstimi", 11),
        ("enaindvajset", 21),
        ("enindvajsetih", 21),
        ("devetinštirideset", 49),
        ("trojico", 3),
        ("nihče", 0),
        ("enajsti", None),
        ("sto", None),
        ("", None),
    ],
)
def test_a_number_is_known_in_figures_and_in_words(word: str, number: int | None) -> None:
    assert number_of(word) == number
