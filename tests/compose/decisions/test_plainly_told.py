"""What letters, lists of councils and news tell in plain words, and what is none: cases/compose/letters.toml."""

import tomllib
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

import rinsearch
from rinsearch.records import Decision

CASES = tomllib.loads((Path(__file__).parents[2] / "cases/compose/letters.toml").read_text("utf-8"))
TOOK_NOTE = {"acknowledged", "adopted"}


def papers(label: str, key: str) -> list[Any]:
    """Each text in one of the frames of its kind, in turn, with what it shows, or of whom it shows nothing."""
    counted: defaultdict[str, int] = defaultdict(int)
    found: list[Any] = []
    for group in CASES[label]:
        frames = [each for each in CASES["frame"] if each["paper"] == group["paper"]]
        for text in group["texts"]:
            frame = frames[counted[group["paper"]] % len(frames)]
            counted[group["paper"]] += 1
            paper = frame["text"].replace("{text}", text)
            found.append(pytest.param(paper, frame["plan"], group[key], id=f"{group['paper']}: {text}"[:100]))
    return found


def decided(paper: str, plan: str) -> set[tuple[str, str]]:
    """Whose council did what about the plan."""
    found = rinsearch.analyse(rinsearch.Text(paper)).decisions
    return {(name, each.status.value) for each in found if each.plan == plan for name in names(each)}


def names(decision: Decision) -> list[str]:
    return [each.name for each in ([decision.municipality] if decision.municipality else decision.addressees)]


@pytest.mark.parametrize(("paper", "plan", "shows"), papers("told", "shows"))
def test_what_is_told_plainly_is_found(paper: str, plan: str, shows: list[str]) -> None:
    found = {f"{name} {status}" for name, status in decided(paper, plan)}
    told = {each.partition(" ")[0] for each in shows}
    assert {each for each in found if each.partition(" ")[0] in told} == set(shows)


@pytest.mark.parametrize(("paper", "plan", "of"), papers("nothing", "of"))
def test_what_only_looks_like_it_is_none(paper: str, plan: str, of: list[str]) -> None:
    assert not {(name, status) for name, status in decided(paper, plan) if name in of and status in TOOK_NOTE}
