"""The measured quality that goes with the package: ``python -m tests.measured`` writes it from the held-out papers."""

import json
from pathlib import Path
from typing import Any

from rinsearch import evaluate_gold
from rinsearch.evaluate import measured as home

HELD_OUT = Path(__file__).parent / "gold" / "heldout"
TARGET = Path(home.__file__).parent / home.FILE
DIGITS = 3


def figures() -> dict[str, Any]:
    """What is measured now, as the package keeps it."""
    found = evaluate_gold(HELD_OUT)
    labels = {
        each.label: {
            "precision": round(each.precision, DIGITS),
            "recall": round(each.recall, DIGITS),
            "cases": each.right + each.missed,
        }
        for each in found.labels
        if each.precision is not None and each.recall is not None
    }
    return {"gold": found.gold, "papers": found.papers, "labels": labels}


def written(data: dict[str, Any]) -> str:
    """As the file holds it."""
    return json.dumps(data, indent=1) + "\n"


if __name__ == "__main__":
    TARGET.write_text(written(figures()), "utf-8", newline="\n")
