"""Words for target groups find one another, where that is asked for."""

import pytest

from rinsearch.index.base import Engine
from rinsearch.index.parse import parse
from rinsearch.index.query import Query, Wide, printed
from rinsearch.index.search import Options, search
from rinsearch.index.widen import widened
from tests.index.examples import MEMO


def wide(text: str) -> Query:
    query = parse(text)
    assert query is not None
    return widened(query)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("starostniki", "(starostniki OR #starejsi)"),
        ("STAROSTNIKOM", "(STAROSTNIKOM OR #starejsi)"),
        ("ostareli", "(ostareli OR #starejsi)"),
        ("ostarelih", "(ostarelih OR #starejsi)"),
        ("prevoz starejših občanov", "prevoz (starejših občanov OR #starejsi)"),
        ("dusevno zdravje semič", "(dusevno zdravje OR #dusevno-zdravje) semič"),
        ("prevoz NEAR starostniki", "prevoz NEAR (starostniki OR #starejsi)"),
        ("Romi OR vodovod", "(Romi OR #romi) OR vodovod"),
    ],
)
def test_a_wording_is_widened_by_its_group(text: str, read: str) -> None:
    assert printed(wide(text)).replace("((", "(").replace("))", ")") == read


@pytest.mark.parametrize(
    "text", ["vodovod", "dom", "-starostniki", '"starostniki"', "starostn*", "skupina:romi", "#romi", "zdravje"]
)
def test_other_words_and_what_is_quoted_or_excluded_stay_as_they_are(text: str) -> None:
    assert wide(text) == parse(text)


def test_a_wording_of_two_groups_at_once_widens_to_neither() -> None:
    query = wide("otroci s posebnimi potrebami")
    assert not (isinstance(query, Wide) and "invalidi" in query.values)


def test_a_wide_query_finds_what_is_worded_otherwise_and_marks_it(engine: Engine) -> None:
    assert search(engine, "starostniki").total == 0
    (hit,) = search(engine, "starostniki", options=Options(wide=True)).hits
    assert hit.passage.id == f"{MEMO}.2"
    assert [hit.passage.text[start:end] for start, end in hit.highlights] == ["demenco"]


def test_a_wide_word_can_be_near_another(engine: Engine) -> None:
    assert search(engine, "stanovanja NEAR/5 starostniki", options=Options(wide=True)).total == 1
    assert search(engine, "stanovanja NEAR/4 starostniki", options=Options(wide=True)).total == 0
