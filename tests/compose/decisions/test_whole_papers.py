"""Whole papers (cases/compose/whole_papers.toml): what each shows of a regional plan, and nothing else."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

import rinsearch

PAPERS = tomllib.loads((Path(__file__).parents[2] / "cases/compose/whole_papers.toml").read_text("utf-8"))["paper"]
OF_ALL = "-"  # a request to all councils names none


def shown(text: str) -> set[str]:
    found = rinsearch.analyse(rinsearch.Text(text)).decisions
    return {
        f"{each.municipality.name if each.municipality else OF_ALL}:{each.status.value}" for each in found if each.plan
    }


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper["text"].split("\n")[1][:40])
def test_a_paper_shows_what_its_reader_sees(paper: dict[str, Any]) -> None:
    found = shown(paper["text"])
    assert set(paper["found"]) <= found
    assert found <= {*paper["found"], *paper.get("beside", ())}
