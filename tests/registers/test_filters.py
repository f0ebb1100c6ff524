"""Filters of registers and of search mean the same."""

from datetime import date
from pathlib import Path

import pytest

from rinsearch import Library
from rinsearch.records import DocumentInfo, DocumentKind
from rinsearch.registers import Wanted, holds, wants_day


@pytest.mark.parametrize(
    ("part", "found"),
    [
        ("semic", True),
        ("Semič", True),
        ("zapisnik.TXT", True),
        ("*.txt", True),
        ("papers/*", True),
        ("*.pdf", False),
        ("semi[c]", False),
    ],
)
def test_a_source_is_found_by_a_part_or_a_pattern(part: str, found: bool) -> None:
    assert holds("papers/Semič/zapisnik.txt", part) is found


def test_a_day_is_in_the_wanted_time_or_unknown_where_any_will_do() -> None:
    year = Wanted(since=date(2017, 1, 1), until=date(2017, 12, 31))
    assert wants_day(year, date(2017, 5, 1))
    assert not wants_day(year, date(2014, 5, 1))
    assert not wants_day(year, None)
    assert wants_day(Wanted(), None)


def test_search_and_documents_agree_on_the_source(index: Path) -> None:
    with Library(index) as library:
        known: list[DocumentInfo] = list(library.documents())
        name = known[0].source.rpartition("/")[2]
        for part in (name[:5], f"*{name[-6:]}"):
            listed = {each.id for each in library.documents(source=part)}
            hits = library.search("občina OR svet OR načrt", source=part, limit=100).hits
            assert listed
            assert {hit.document.id for hit in hits} <= listed
            assert known[0].id in listed
    assert all(isinstance(each.kind, DocumentKind) for each in known)
