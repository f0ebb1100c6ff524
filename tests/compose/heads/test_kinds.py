"""What kind of paper it is, by its letterhead, its title in capitals or small letters, and its wording."""

import tomllib
from pathlib import Path

import pytest

import rinsearch

PAPERS = tomllib.loads((Path(__file__).parents[2] / "cases" / "compose" / "kinds.toml").read_text("utf-8"))["paper"]


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: f"{paper['kind']}: {paper['text'][:40]!r}")
def test_a_paper_is_of_the_kind_that_its_title_or_wording_says(paper: dict[str, str]) -> None:
    assert rinsearch.analyse(rinsearch.Text(paper["text"])).kind == paper["kind"]


def test_every_kind_has_a_paper() -> None:
    assert {paper["kind"] for paper in PAPERS} == {str(kind) for kind in rinsearch.records.DocumentKind}
