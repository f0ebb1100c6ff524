"""Measures whose parts stand side by side."""

import time

import pytest

import rinsearch
from rinsearch import Text
from rinsearch.compose.measures.parts import in_parts
from rinsearch.records import Passage, PassageKind

PLAN = "# Regijski izvedbeni načrt na področju socialnega varstva za jugovzhodno regijo 2017-2020\n\n## Ukrepi\n\n"


@pytest.mark.parametrize("lead", ["CSD Trebnje – ", "Občina Semič | "])
def test_a_name_that_ends_its_line_behind_its_provider_can_be_read(lead: str) -> None:
    found = rinsearch.analyse(Text(f"{PLAN}- {lead}Topli obroki na podeželju\n- {lead}Učna pomoč otrokom\n"))
    assert [each.text for each in found.measures] == ["Topli obroki na podeželju", "Učna pomoč otrokom"]


@pytest.mark.parametrize("part", [" ", "( ", ") ", "– ", "a. "])
def test_a_long_item_is_taken_apart_in_linear_time(part: str) -> None:
    text = f"Topla hiša{part * (20_000 // len(part))}x"
    start = time.perf_counter()
    in_parts(Passage("x.1", "x", PassageKind.ITEM, (), text), 0, len(text))
    assert time.perf_counter() - start < 4.0, "on a slow machine; what takes quadratic time takes many more"
