"""Plans by name: which ones a council's paper speaks of, however they are named in cases/compose/plans.toml."""

import tomllib
from pathlib import Path

import pytest

import rinsearch

NAMES = tomllib.loads((Path(__file__).parents[2] / "cases/compose/plans.toml").read_text("utf-8"))["names"]
CASES = [(each["plans"], wording) for each in NAMES for wording in each["wordings"]]
HEAD = """OBČINA SEMIČ
Županja

Številka: 122-0003/2017-2
Datum: 5. 10. 2017

OBČINSKEMU SVETU

Zadeva: gradivo za sejo

"""


@pytest.mark.parametrize(("plans", "wording"), CASES, ids=[wording for _, wording in CASES])
def test_a_paper_speaks_of_the_plans_that_it_names(plans: list[str], wording: str) -> None:
    found = rinsearch.analyse(rinsearch.Text(f"{HEAD}{wording}\n\nGradivo je bilo poslano z vabilom.\n")).plans
    assert sorted(f"{each.region}/{each.period}" for each in found) == sorted(plans)


def test_the_table_holds_many_names_and_what_is_no_plan() -> None:
    assert len({wording for _, wording in CASES}) >= 90
    assert sum(not plans for plans, _ in CASES) >= 20
