"""The space of wordings: subjects, verbs, objects and what changes them, from cases/compose."""

import tomllib
from pathlib import Path

import pytest

import rinsearch
from rinsearch.records import Decision
from tests.compose.decisions.test_decisions import FRAMES, PLAN, shown

HOME = Path(__file__).parents[2] / "cases/compose"
FILES = ("wordings.toml", "more_wordings.toml", "clerks.toml")
GROUPS = [group for name in FILES for group in tomllib.loads((HOME / name).read_text("utf-8"))["group"]]
CASES = [(group["paper"], text, tuple(group["shows"])) for group in GROUPS for text in group["texts"]]
LIST = """OBČINA SEMIČ
Občinski svet

SKLEPI 21. REDNE SEJE OBČINSKEGA SVETA OBČINE SEMIČ
z dne 12. 10. 2017

{text}
"""
PAPERS = {**FRAMES, "list": LIST}


def decisions(paper: str, text: str) -> tuple[Decision, ...]:
    found = rinsearch.analyse(rinsearch.Text(PAPERS[paper].format(text=text))).decisions
    return tuple(each for each in found if each.plan == PLAN)


@pytest.mark.parametrize(("paper", "text", "shows"), CASES, ids=[f"{paper}: {text}" for paper, text, _ in CASES])
def test_every_wording_of_one_meaning_shows_the_same(paper: str, text: str, shows: tuple[str, ...]) -> None:
    assert sorted(map(shown, decisions(paper, text))) == sorted(shows)


def test_the_space_holds_each_meaning_in_many_wordings() -> None:
    assert len({text for _, text, _ in CASES}) >= 200
    assert sum(not shows for _, _, shows in CASES) >= 30
