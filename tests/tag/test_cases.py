"""The tagger on sentences whose tags are written into them."""

import pytest

from rinsearch import tag
from tests.tag.cases import Case, Expected, cases

ALL = [case for kind in ("wild", "negative", "synthetic") for case in cases(kind)]


def found(case: Case) -> set[Expected]:
    return {Expected(*find[:4]) for find in tag.find(case.text) if find.label in case.labels}


@pytest.mark.parametrize("case", ALL, ids=lambda case: case.name)
def test_a_sentence_has_exactly_the_tags_that_are_written_into_it(case: Case) -> None:
    assert found(case) == case.expected, case.text


@pytest.mark.parametrize("kind", ["wild", "negative", "synthetic"])
def test_every_folder_of_cases_holds_cases(kind: str) -> None:
    assert len(list(cases(kind))) > 3


def test_negative_cases_expect_nothing() -> None:
    assert not [case.name for case in cases("negative") if case.expected]
