"""A few hundred of the random and malicious queries; all of them: ``python -m tests.index.fuzzing 10000``."""

import pytest

from rinsearch.index.base import Engine
from tests.index.fuzzing import ask, queries

pytestmark = pytest.mark.once


def test_any_query_has_an_answer_or_an_error_of_ours_within_a_second(engine: Engine) -> None:
    outcome = ask(engine, 400, seed=7)
    assert not outcome.wrong, "\n".join(outcome.wrong)
    assert outcome.answered > 50
    assert outcome.refused > 50


def test_the_same_seed_gives_the_same_queries() -> None:
    assert list(queries(20, 3)) == list(queries(20, 3)) != list(queries(20, 4))
