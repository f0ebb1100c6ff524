"""The ranker alone, on candidates made by hand."""

from hypothesis import given
from hypothesis import strategies as st

from rinsearch.index.base import DECIDED, KINDS, Candidate, Found, tie
from rinsearch.index.near import near
from rinsearch.index.rank import rank
from rinsearch.records import DocumentKind

GROUPS = (frozenset({"a"}), frozenset({"b"}))


def candidate(
    words: str, id: str = "d.1", kind: str = "memo", date: str = "", title: str = "", section: str = ""
) -> Candidate:
    return Candidate(id, id.partition(".")[0], kind, date, words, title, section, 0.0)


def order(*candidates: Candidate) -> list[str]:
    found = Found(len(candidates), candidates, {"a": 3, "b": 5}, 100)
    return [each.id for _, each in rank(GROUPS, found)]


def test_both_words_are_better_than_one() -> None:
    assert order(candidate("a x x x", "d.1"), candidate("a x b x", "d.2")) == ["d.2", "d.1"]


def test_close_words_are_better_than_distant_ones() -> None:
    assert order(candidate("a x x x x b", "d.1"), candidate("x x b a x x", "d.2")) == ["d.2", "d.1"]


def test_the_passage_is_better_than_its_heading_and_that_than_the_title() -> None:
    one, two, three = candidate("x", "d.1", title="a"), candidate("x", "d.2", section="a"), candidate("a", "d.3")
    assert order(one, two, three) == ["d.3", "d.2", "d.1"]


def test_a_term_at_the_position_of_another_counts() -> None:
    assert order(candidate("x y", "d.1"), candidate("x\ta y", "d.2")) == ["d.2", "d.1"]


def test_equal_passages_stand_by_kind_then_date_then_id() -> None:
    same = [
        candidate("a", "e.10", "memo", "2017-01-01"),
        candidate("a", "e.9", "memo", "2017-01-01"),
        candidate("a", "c.1", "memo", "2018-01-01"),
        candidate("a", "f.1", "minutes", ""),
        candidate("a", "a.1", "memo", ""),
    ]
    assert order(*same) == ["f.1", "c.1", "e.9", "e.10", "a.1"]
    assert order(*reversed(same)) == ["f.1", "c.1", "e.9", "e.10", "a.1"]


def test_every_kind_of_paper_has_its_place() -> None:
    assert sorted(KINDS) == sorted([DECIDED, *DocumentKind])
    assert tie("unheard of", "", "d", "d.1") > tie("other", "", "d", "d.1")


@given(st.lists(st.sampled_from(["a", "b", "x", "a\tb"]), max_size=12).map(" ".join))
def test_any_passage_has_a_finite_score(words: str) -> None:
    ((score, _),) = rank(GROUPS, Found(1, (candidate(words),), {"a": 0, "b": 500}, 100))
    assert 0.0 <= score < 1000.0


def test_without_words_every_passage_is_equal() -> None:
    assert [score for score, _ in rank((), Found(1, (candidate("a"),), {}, 1))] == [0.0]


@given(st.text("abc", max_size=6), st.text("abc", max_size=6))
def test_distances_are_alike_both_ways_and_bounded(word: str, other: str) -> None:
    distance = near(word, other, 2)
    assert distance == near(other, word, 2)
    assert distance is None or 0 <= distance <= 2
    assert (distance == 0) == (word == other)


def _apart(word: str, other: str) -> int:
    """The same by its definition."""
    if not word or not other:
        return len(word) + len(other)
    swapped = word[:2] == other[:2][::-1] and len(word) > 1 < len(other)
    return min(
        _apart(word[1:], other[1:]) + (word[0] != other[0]),
        _apart(word[1:], other) + 1,
        _apart(word, other[1:]) + 1,
        *([_apart(word[2:], other[2:]) + 1] if swapped else []),
    )


@given(st.text("abc", max_size=5), st.text("abc", max_size=5), st.integers(0, 3))
def test_a_distance_is_the_fewest_mistakes(word: str, other: str, most: int) -> None:
    apart = _apart(word, other)
    assert near(word, other, most) == (apart if apart <= most else None)


def test_a_swap_is_one_mistake() -> None:
    assert near("ab", "ba", 1) == 1
    assert near("abc", "cab", 1) is None
