"""The golden cases: damage found in the wild, and text that must stay as it is."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from rinsearch.normalise import damage_of, notices_of, repair

FOLDER = Path(__file__).parent.parent / "cases" / "normalise"


def cases(name: str) -> list[Any]:
    known = tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8"))["case"]
    assert known, f"no cases in {name}"
    return [pytest.param(case, id=case["why"], marks=failure(case)) for case in known]


def failure(case: dict[str, str]) -> list[pytest.MarkDecorator]:
    return [pytest.mark.xfail(reason=case["known_failure"])] if "known_failure" in case else []


@pytest.mark.parametrize("case", [*cases("wild"), *cases("negative")])
def test_what_was_read_becomes_what_was_meant(case: dict[str, str]) -> None:
    assert repair(case["read"], damage_of([case["read"]])).text == case["text"]


@pytest.mark.parametrize("case", cases("wild"))
def test_repairs_worth_telling_are_told(case: dict[str, str]) -> None:
    changes = repair(case["read"], damage_of([case["read"]])).changes
    told = [notice.code for notice in notices_of((change, 1) for change in changes)]
    assert told == ([case["notice"]] if "notice" in case else [])


@pytest.mark.parametrize("case", cases("negative"))
def test_good_text_gives_no_notice(case: dict[str, str]) -> None:
    changes = repair(case["read"], damage_of([case["read"]])).changes
    assert notices_of((change, 1) for change in changes) == ()
