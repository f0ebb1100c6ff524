"""Measures whose parts stand side by side."""

import pytest

import rinsearch
from rinsearch import Text

PLAN = "# Regijski izvedbeni načrt na področju socialnega varstva za jugovzhodno regijo 2017-2020\n\n## Ukrepi\n\n"


@pytest.mark.parametrize("lead", ["CSD Trebnje – ", "Občina Semič | "])
def test_a_name_that_ends_its_line_behind_its_provider_can_be_read(lead: str) -> None:
    found = rinsearch.analyse(Text(f"{PLAN}- {lead}Topli obroki na podeželju\n- {lead}Učna pomoč otrokom\n"))
    assert {each.text for each in found.measures} <= {"Topli obroki na podeželju", "Učna pomoč otrokom"}
