"""What a shell is offered, in a process of its own as shells ask it."""

from pathlib import Path

import pytest

from rinsearch.cli.completing import completion
from tests.cli.running import run


def offered(typed: str, index: Path | None = None) -> list[str]:
    env = {"_RINSEARCH_COMPLETE": "complete_bash", "COMP_WORDS": typed, "COMP_CWORD": str(len(typed.split()) - 1)}
    done = run(env=env | ({"RINSEARCH_INDEX": str(index)} if index else {}))
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("rinsearch search x --municipality Sem", ["Semič"]),
        ("rinsearch search x --municipality crnom", ["crnomelj"]),
        ("rinsearch measures --target-group star", ["starejsi"]),
        ("rinsearch decisions --status sez", ["seznanjen"]),
        ("rinsearch documents --kind zap", ["zapisnik"]),
        ("rinsearch search x --region koro", ["koroska"]),
        ("rinsearch coun", ["councils"]),
    ],
)
def test_names_are_completed(typed: str, expected: list[str]) -> None:
    assert offered(typed) == expected


def test_plans_are_those_of_the_index(index: Path, tmp_path: Path) -> None:
    assert "rin-sv/jugovzhodna/2017-2020" in offered("rinsearch search x --plan rin", index)
    assert offered("rinsearch search x --plan rin", tmp_path / "none") == []


def test_free_texts_are_not_completed() -> None:
    assert completion("query") is None
    assert completion("limit") is None
