"""Two plans side by side: of pairs that an author made, how many are found, and nothing else."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from rinsearch.records import CitedMeasure
from rinsearch.registers import compare
from rinsearch.registers.likeness import Comparing
from tests.made import measure
from tests.registers.test_councils import PLAN
from tests.registers.test_published import EARLIER, plan_paper

PAIRS = Path(__file__).parent.parent / "cases" / "registers" / "plan_pairs.txt"


@dataclass(frozen=True)
class Line:
    before: CitedMeasure | None
    after: CitedMeasure | None
    fate: str


def side(text: str) -> CitedMeasure | None:
    if text == "-":
        return None
    words, groups, providers = (each.strip() for each in text.split("~"))
    many = tuple(filter(None, groups.split(", "))), tuple(filter(None, providers.split(", ")))
    return replace(measure(many[0], "1"), text=words, providers=many[1])


def plans() -> dict[str, list[Line]]:
    found: dict[str, list[Line]] = {}
    for line in PAIRS.read_text("utf-8").splitlines():
        if line.startswith("["):
            found[line[1:-1]] = []
        elif line and not line.startswith("#"):
            before, after, fate = line.split(" => ")
            found[list(found)[-1]].append(Line(side(before), side(after), fate))
    return found


def judged(lines: list[Line]) -> Counter[str]:
    papers = [
        plan_paper(EARLIER, *(each.before for each in lines if each.before)),
        plan_paper(PLAN, *(each.after for each in lines if each.after)),
    ]
    true = {(each.before.text, each.after.text): each.fate for each in lines if each.before and each.after}
    found = {
        (each.before.text, each.after.text): each.fate
        for each in compare(EARLIER, PLAN, papers).pairs
        if each.before and each.after
    }
    right = true.keys() & found.keys()
    fates = sum(true[each] == found[each] for each in right)
    return Counter(true=len(true), found=len(found), right=len(right), fates=fates)


def test_successors_are_found_and_strangers_are_not_paired() -> None:
    counts = {name: judged(lines) for name, lines in plans().items()}
    every = sum(counts.values(), Counter[str]())
    assert every["true"] == 39
    assert counts["strangers"]["found"] == 0, "plans that share only their subjects"
    assert every["right"] >= 36, "of the pairs that there are"
    assert every["found"] - every["right"] <= 2, "of pairs that are none"
    assert every["fates"] >= 26, "kept or changed: the same measure in other words, or another one"


@pytest.mark.parametrize(
    ("one", "other", "like"),
    [
        ("Zagovorništvo otrok", "Zagovorniki otrok", True),
        ("Pomoč na domu", "Socialna oskrba: pomoč na domu", True),
        ("Zagotoviti program", "Zagotoviti delovanje", False),
        ("Dom za starejše", "Center za starejše", False),
    ],
)
def test_roots_and_shorter_names_are_known_and_words_of_doing_tell_little(one: str, other: str, like: bool) -> None:
    pair = [replace(measure((), "1"), text=text, providers=()) for text in (one, other)]
    assert (Comparing(pair).likeness(*pair).whole > 0.5) is like


def test_another_number_of_places_is_a_change() -> None:
    pair = [replace(measure((), "1"), text=f"Zavetišče s {count} posteljami") for count in ("12", "20")]
    assert Comparing(pair).likeness(*pair).wording <= 0.5
    assert Comparing(pair).likeness(pair[0], pair[0]).wording == 1
