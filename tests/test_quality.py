"""Precision and recall per label, printed; the papers that serve development, and those that nobody writes rules from.

The figures are for people (``pytest -s tests/test_quality.py``); only the error that matters most is a failure here: an
acknowledgement that a paper does not show.
"""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from rinsearch.evaluate import Gold, Score, evaluate
from rinsearch.library import analyse_all
from rinsearch.records import Analysis

GOLD = Path(__file__).parent / "gold"
CORPUS = Path(__file__).parents[1] / "corpus"
SAMPLE = Path(__file__).parents[2] / "shared" / "gold-sample"


def rows(path: Path) -> list[Gold]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def pairs(folder: Path, gold: Sequence[Gold]) -> list[tuple[Gold, Analysis]]:
    """Gold and analysis of every paper that can be read."""
    found = {each.source.partition("/")[2]: each for each in analyse_all([folder]).documents}
    return [(row, found[row["file"]]) for row in gold if row["file"] in found and not found[row["file"]].error]


def measured(folder: Path, gold: Sequence[Gold], least: int) -> dict[str, Score]:
    both = pairs(folder, gold)
    assert len(both) >= least, "too few papers could be read for a figure"
    scores = evaluate(both)
    print(f"\n{folder.name}: {len(both)} papers", *scores, sep="\n")
    return {score.label: score for score in scores}


def test_the_sample_of_nine_documents() -> None:
    if not SAMPLE.is_dir():
        pytest.skip("../shared/gold-sample is not beside the repository")
    scores = measured(SAMPLE / "texts", rows(SAMPLE / "gold.jsonl"), least=9)
    assert scores["acknowledged"].wrong == 0, scores["acknowledged"].wrong_at


@pytest.mark.parametrize(("name", "least"), [("development", 12), ("heldout", 12)])
def test_papers_written_to_measure(name: str, least: int) -> None:
    scores = measured(GOLD / name, rows(GOLD / name / "gold.jsonl"), least)
    assert scores["acknowledged"].wrong == 0, scores["acknowledged"].wrong_at


def test_the_sample_corpus() -> None:
    gold: list[dict[str, Any]] = [dict(row) for part in "ab" for row in rows(GOLD / f"corpus-{part}.jsonl")]
    scores = measured(CORPUS, gold, least=40)
    assert scores["acknowledged"].wrong == 0, scores["acknowledged"].wrong_at
