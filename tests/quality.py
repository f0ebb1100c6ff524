"""The figures that count, and the bounds below which they must not fall.

``tests/gold/floors.toml`` has for every set of annotated papers the least precision and recall of every label.
``python -m tests.quality`` prints the figures of today, ``--fix`` writes them, rounded down, as bounds; lowering one is
a change that is seen. ``SHOWN`` is the set that the README shows: papers that nobody writes rules from, whose errors
are therefore never listed.
"""

import json
import math
import sys
import tomllib
from argparse import ArgumentParser
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

from rinsearch import evaluate_gold
from rinsearch.evaluate import Evaluation
from rinsearch.evaluate import measured as home
from rinsearch.evaluate.report import Figures

GOLD = Path(__file__).parent / "gold"
FLOORS = GOLD / "floors.toml"
SETS = ("development", "heldout")
SHOWN = "heldout"
PACKAGED = Path(home.__file__).parent / home.FILE
PACKAGED_DIGITS = 3
DIGITS = 100  # bounds have two decimals
HEAD = """# The least precision and recall of each label on each set of annotated papers, held by tests/test_quality.py.
# `python -m tests.quality --fix` writes the figures of today, rounded down. Lowering one wants a reason in the commit.
"""

Bounds = Mapping[str, Mapping[str, Mapping[str, float]]]  # set -> label -> precision and recall


@cache
def measured(name: str) -> Evaluation:
    """The figures of a set."""
    return evaluate_gold(GOLD / name)


def bounds(text: str | None = None) -> Bounds:
    """The bounds as written."""
    return tomllib.loads(FLOORS.read_text("utf-8") if text is None else text)


def below(found: Figures, least: Mapping[str, float]) -> list[str]:
    """What of a label is below its bounds; a figure that is unknown is below every bound but 0."""
    values = {"precision": found.precision, "recall": found.recall}
    return [
        f"{found.label}: {name} {values[name]} is less than {bound}"
        for name, bound in least.items()
        if (values[name] or 0.0) < bound
    ]


def floors(sets: Sequence[str] = SETS) -> str:
    """Today's figures as bounds."""
    return HEAD + "".join(line for name in sets for line in _section(name))


def _section(name: str) -> Iterator[str]:
    yield f"\n[{name}]\n"
    for each in measured(name).labels:
        known = {"precision": each.precision, "recall": each.recall}
        least = ", ".join(f"{key} = {_down(value):.2f}" for key, value in known.items() if value is not None)
        if least:
            yield f"{each.label} = {{ {least} }}\n"


def _down(value: float) -> float:
    return math.floor(round(value * DIGITS, 6)) / DIGITS


def table(name: str = SHOWN) -> str:
    """The figures of a set as a table in Markdown."""
    found = measured(name)
    lines = ["| label | precision | recall | F1 | right | wrong | missed |", "|---|---|---|---|---|---|---|"]
    lines += [_line(each) for each in found.labels if each.right + each.wrong + each.missed]
    return "\n".join(lines) + "\n"


def _line(each: Figures) -> str:
    figures = (
        (each.precision, each.precision_interval),
        (each.recall, each.recall_interval),
        (each.f1, each.f1_interval),
    )
    shown = (
        f"{value:.2f} ({low_high[0]:.2f}–{low_high[1]:.2f})" if value is not None and low_high else "–"
        for value, low_high in figures
    )
    return f"| {each.label} | {' | '.join(shown)} | {each.right} | {each.wrong} | {each.missed} |"


def packaged(name: str = SHOWN) -> str:
    """The figures of a set as the package keeps them, to go with what is published."""
    found = measured(name)
    labels = {
        each.label: {
            "precision": round(each.precision, PACKAGED_DIGITS),
            "recall": round(each.recall, PACKAGED_DIGITS),
            "cases": each.right + each.missed,
        }
        for each in found.labels
        if each.precision is not None and each.recall is not None
    }
    return json.dumps({"gold": found.gold, "papers": found.papers, "labels": labels}, indent=1) + "\n"


def main(arguments: Sequence[str] | None = None) -> int:
    parser = ArgumentParser(prog="python -m tests.quality", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--fix", action="store_true", help="write the figures of today as bounds")
    if parser.parse_args(arguments).fix:
        FLOORS.write_text(floors(), "utf-8")
    for name in SETS:
        print(f"{name}: {measured(name).papers} papers\n\n{table(name)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
