"""Copies folded and passages of a document put together: nothing is lost, and the order stays."""

from hypothesis import given
from hypothesis import strategies as st

from rinsearch.index.base import Candidate
from rinsearch.index.folding import folded, grouped, heaps


def candidate(number: int, words: str, document: str) -> Candidate:
    return Candidate(f"{document}.{number}", document, "memo", "", words, "", "", 0.0)


PASSAGES = st.lists(st.tuples(st.sampled_from(["a b", "c", ""]), st.sampled_from("xyz")), max_size=12)


@given(PASSAGES)
def test_every_passage_is_kept_once(drawn: list[tuple[str, str]]) -> None:
    ranked = heaps((1.0, candidate(number, *each)) for number, each in enumerate(drawn))
    kept = grouped(folded(ranked))
    ids = [id for heap in kept for id in (heap.first.id, *heap.copies)]
    ids += [each.id for heap in kept for each in heap.others]
    assert len(ids) == len(set(ids))
    assert {heap.first.id for heap in ranked} >= set(ids)
    places = [int(heap.first.id.partition(".")[2]) for heap in kept]
    assert places == sorted(places)


def test_passages_without_words_are_no_copies() -> None:
    assert len(folded(heaps([(0.0, candidate(1, "", "x")), (0.0, candidate(2, "", "x"))]))) == 2
