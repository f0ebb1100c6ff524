"""Measures are found by words of their text; provider, deadline and groups are counted apart."""

from typing import Any

import pytest

from rinsearch.evaluate import evaluate
from rinsearch.library import Text, analyse
from tests.evaluate.samples import row
from tests.papers import PLAN

MEALS: dict[str, Any] = {
    "text_contains": "Topli obroki\nza starejše",
    "target_groups": ["starejsi"],
    "provider_contains": "Dom starejših Semič",
    "deadline": "31. 12. 2018",
}
LESSONS: dict[str, Any] = {
    "text_contains": "Učna pomoč",
    "target_groups": ["otroci", "romi"],
    "provider_contains": "CSD Metlika",
    "deadline": "30. 6. 2019",
}


def counts(label: str, *measures: dict[str, Any], **more: Any) -> tuple[int, int, int]:
    gold = row(kind="plan", measures=list(measures), **more)
    found = {each.label: each for each in evaluate([(gold, analyse(Text(PLAN, "nacrt.md")))])}[label]
    return found.right, found.wrong, found.missed


@pytest.mark.parametrize(
    ("label", "expected"),
    [("measure", 2), ("measure_group", 3), ("measure_provider", 2), ("measure_deadline", 2), ("measure_field", 7)],
)
def test_the_fields_of_a_plan_are_all_right(label: str, expected: int) -> None:
    assert counts(label, MEALS, LESSONS) == (expected, 0, 0)


@pytest.mark.parametrize(
    ("label", "changed", "expected"),
    [
        ("measure_provider", {"provider_contains": "Zavod Pelikan"}, (1, 1, 1)),
        ("measure_provider", {"provider_contains": None}, (1, 1, 0)),
        ("measure_provider", {"provider_contains": "¹emiè", "provider_contains_clean": "Semič"}, (2, 0, 0)),
        ("measure_deadline", {"deadline": "2018"}, (1, 1, 1)),
        ("measure_deadline", {"deadline": "2018", "deadline_also_ok": ["31. 12. 2018"]}, (2, 0, 0)),
        ("measure_deadline", {"deadline": "najkasneje do 31.12.2018"}, (2, 0, 0)),
        ("measure_deadline", {"deadline": "od 31. 12. 2018"}, (1, 1, 1)),
        ("measure_provider", {"provider_contains_clean": "Dom starejših Šemič"}, (2, 0, 0)),
        ("measure_group", {"target_groups": ["revni"]}, (2, 1, 1)),
        ("measure_group", {"target_groups": [], "target_groups_optional": ["starejsi"]}, (2, 0, 0)),
        ("measure", {"text_contains": "Hladni obroki"}, (1, 1, 1)),
        ("measure", {"text_contains_clean": "Topli obrokí"}, (2, 0, 0)),
        ("measure_deadline", {"text_contains": "Hladni obroki"}, (1, 0, 0)),
    ],
)
def test_a_field_that_differs_is_counted_in_its_label(
    label: str, changed: dict[str, Any], expected: tuple[int, int, int]
) -> None:
    assert counts(label, {**MEALS, **changed}, LESSONS) == expected


def test_a_measure_that_need_not_be_found_is_no_error() -> None:
    assert counts("measure", LESSONS, measures_optional=[MEALS]) == (1, 0, 0)
    assert counts("measure", LESSONS) == (1, 1, 0)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Pomoč starejšim", (1, 0, 0)),
        ("Prednostno področje 1: Pomoč starejšim", (1, 0, 0)),
        ("ZAVEZA 1: pomoč starejšim", (1, 0, 0)),
        ("(P1) pomoč starejšim", (1, 0, 0)),
        ("Prednostno področje 1: Pomoč mladim", (0, 1, 1)),
    ],
)
def test_a_priority_is_found_by_its_title_without_the_label(title: str, expected: tuple[int, int, int]) -> None:
    assert counts("priority", priorities=[{"title_contains": title, "target_groups": []}]) == expected


def test_a_damaged_title_is_found_by_what_was_meant() -> None:
    damaged = {"title_contains": "Pomoè starej©im", "title_contains_clean": "Pomoč starejšim", "target_groups": []}
    assert counts("priority", priorities=[damaged]) == (1, 0, 0)


def test_a_priority_that_need_not_be_found_is_no_error() -> None:
    title = {"title_contains": "Pomoč starejšim", "target_groups": []}
    assert counts("priority", priorities=[], priorities_optional=[title]) == (0, 0, 0)
    assert counts("priority", priorities=[]) == (0, 1, 0)


def test_words_of_a_paper_without_carons_are_found_in_repaired_ones() -> None:
    bare = {**LESSONS, "text_contains": "Ucna pomoc", "provider_contains": "CSD Metlika"}
    assert counts("measure", MEALS, bare) == (2, 0, 0)
    assert counts("measure_provider", {**MEALS, "provider_contains": "Dom starejsih Semic"}, bare) == (2, 0, 0)
    assert counts("measure", MEALS, {**LESSONS, "text_contains": "Ucna pomoč"}) == (1, 1, 1)
