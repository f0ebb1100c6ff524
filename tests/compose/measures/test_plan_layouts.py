"""Whole plans in the odd layouts that people draw by hand: frames, dots, columns of a newspaper, rows that go on."""

import tomllib
from pathlib import Path

import pytest

import rinsearch
from rinsearch.records import Measure

CASES = tomllib.loads((Path(__file__).parents[2] / "cases" / "compose" / "plan_layouts.toml").read_text("utf-8"))
HEAD = "REGIJSKI IZVEDBENI NAČRT NA PODROČJU SOCIALNEGA VARSTVA\nza gorenjsko regijo za obdobje 2017–2020\n\n"


def _line(measure: Measure) -> str:
    """What is known of a measure in one line."""
    groups, providers = ", ".join(measure.target_groups), "; ".join(measure.providers)
    told = (measure.number, measure.text, measure.priority, groups, providers, measure.deadline)
    return " | ".join(" ".join((each or "–").split()) for each in told)


@pytest.mark.parametrize("case", CASES["layout"], ids=lambda case: case["name"])
def test_measures_are_read_from_a_layout(case: dict[str, str], tmp_path: Path) -> None:
    paper = tmp_path / "plan.txt"  # a file, for what kind of text it is shows in its rules
    paper.write_text(HEAD + case["text"].lstrip("\n"), "utf-8")
    found = rinsearch.analyse(paper)
    assert "\n".join(map(_line, found.measures)) == case["measures"].strip()
    assert [f"{each.number} {each.title}" for each in found.priorities] == case.get("priorities", [])
