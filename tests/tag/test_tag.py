"""From passages to passages with tags."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rinsearch import tag
from rinsearch.records import Box, Column, Passage, PassageKind, Span, Tag
from rinsearch.tag.pipeline import read


def passage(text: str, number: int = 1, **more: object) -> Passage:
    return Passage(f"d.{number}", "d", PassageKind.PARAGRAPH, (), text, **more)  # type: ignore[arg-type]


def tags(text: str, label: str) -> list[Tag]:
    return [each for each in tag.tag([passage(text)])[0].tags if each.label == label]


def test_the_quote_is_the_slice_of_the_text_even_over_line_breaks() -> None:
    text = "Občina  Miren -\nKostanjevica (za\n18, proti 6) dne 12.\n10. 2017"
    found = tag.tag([passage(text)])[0].tags
    assert [(each.label, each.value) for each in found] == [
        ("municipality", "075"),
        ("vote", "for=18 against=6 abstained= present="),
        ("date", "2017-10-12"),
    ]
    assert all(text[each.evidence.start : each.evidence.end] == each.evidence.quote for each in found)


def test_a_tag_says_page_box_and_rule() -> None:
    text = "Sklep sprejme\nObčina Semič."
    spans = (Span(0, 13, 1, Box(0, 0, 10, 10)), Span(14, 27, 2, Box(0, 20, 10, 30)))
    found = tag.tag([passage(text, spans=spans)])[0].tags
    evidence = next(each.evidence for each in found if each.label == "municipality")
    assert (evidence.passage, evidence.page, evidence.box) == ("d.1", 2, Box(0, 20, 10, 30))
    assert (evidence.quote, evidence.rule) == ("Občina Semič", "municipality.office")


def test_a_row_is_read_cell_by_cell() -> None:
    text = "Mirna Peč starejši"
    columns = (Column("Občina", 0, 5), Column("Opis", 6, 9), Column("Ciljna skupina", 10, 18))
    row = Passage("d.1", "d", PassageKind.ROW, (), text, columns=columns)
    found = [(each.label, each.value, each.evidence.quote) for each in tag.tag([row])[0].tags]
    assert found == [("municipality", "212", "Mirna"), ("target_group", "starejsi", "starejši")]


def test_a_letterhead_in_two_lines_is_an_institution() -> None:
    head, name = tag.tag([passage("CENTER ZA SOCIALNO DELO", 1), passage("NOVO MESTO", 2)])
    assert not [each for each in (*head.tags, *name.tags) if each.label == "municipality"]


def test_a_name_below_an_office_is_a_municipality() -> None:
    _, name = tag.tag([passage("MESTNA OBČINA", 1), passage("NOVO MESTO", 2)])
    assert [each.value for each in name.tags] == ["085"]


def test_a_short_name_is_the_municipality_that_the_paper_names_in_full() -> None:
    full, short = tag.tag(
        [passage("Občina Ravne na Koroškem je gradivo poslala.", 1), passage("Na Ravnah so ga brali.", 2)]
    )
    assert [each.value for each in short.tags if each.label == "municipality"] == ["103"]
    other, alone = tag.tag([passage("Občina Semič je gradivo poslala.", 1), passage("Na Ravnah so ga brali.", 2)])
    assert [each.value for each in (*other.tags, *alone.tags) if each.label == "municipality"] == ["109"]
    _, village = tag.tag([full, passage("Na cesti Raven – Ravne se gradi.", 2)])
    assert not [each for each in village.tags if each.label == "municipality"]


def test_passages_keep_everything_else_and_their_order() -> None:
    before = (passage("Občina Semič", 1), passage("brez oznak", 2))
    after = tag.tag(before)
    assert [each.text for each in after] == ["Občina Semič", "brez oznak"]
    assert [bool(each.tags) for each in after] == [True, False]
    assert not before[0].tags


@pytest.mark.parametrize("finder", tag.FINDERS, ids=lambda finder: finder.__name__)
def test_every_finder_is_content_with_an_empty_text(finder: object) -> None:
    assert not list(finder(read("").doc))  # type: ignore[operator]


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="Oo bčina SemičMirnaPeč-–.,:()[]|/0123456789\n\t\u00a0zaproti«»İß", max_size=80))
def test_any_text_gives_tags_that_lie_in_it(text: str) -> None:
    for find in tag.find(text):
        assert 0 <= find.start < find.end <= len(text)


@pytest.mark.parametrize(
    "text", ["1-" * 20_000, "za " * 20_000, "12. " * 20_000, "(" * 40_000, "2017/" * 8_000, "a" * 60_000]
)
def test_a_hostile_text_takes_linear_time(text: str) -> None:
    tag.find("ogrevanje")
    begin = time.process_time()
    tag.find(text)
    assert time.process_time() - begin < 5
