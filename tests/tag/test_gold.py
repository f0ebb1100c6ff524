"""Precision and recall over the annotated sample beside the repository; the sample is no part of it."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from rinsearch import tag
from rinsearch.taxonomy import find_municipality

SAMPLE = Path(__file__).parents[3] / "shared" / "gold-sample"
# Lowering one of these is a visible change of one line.
FLOORS = {"municipality": (0.97, 0.97), "target_group": (0.9, 0.95), "case_number": (1.0, 1.0)}

pytestmark = pytest.mark.skipif(not SAMPLE.is_dir(), reason="the annotated sample is not beside the repository")


def documents() -> Iterator[tuple[Mapping[str, Any], str]]:
    for line in (SAMPLE / "gold.jsonl").read_text("utf-8").splitlines():
        gold = json.loads(line)
        text = (SAMPLE / "texts" / gold["file"]).read_text("utf-8")
        yield gold, mended(text) if "mojibake" in gold["features"] else text


def mended(text: str) -> str:
    """Undo ISO 8859-2 read as Latin-1, which is the work of another room."""
    return text.encode("latin-1", "replace").decode("iso8859-2")


def found(text: str, label: str) -> set[str]:
    paragraphs = re.split(r"\n\s*\n", text)
    return {find.value for paragraph in paragraphs for find in tag.find(paragraph) if find.label == label}


def codes(names: list[str]) -> set[str]:
    return {find_municipality(name).code for name in names}


def expected(gold: Mapping[str, Any], label: str) -> tuple[set[str], set[str]]:
    """What must be found, and what may be."""
    if label == "municipality":
        return codes(gold["municipalities"]), codes(gold["municipalities_optional"])
    if label == "target_group":
        return set(gold["target_groups"]), set(gold["target_groups_optional"])
    return set(gold["case_numbers"]), set()


@pytest.mark.parametrize("label", FLOORS)
def test_the_sample_is_tagged_as_an_expert_would(label: str, record_property: Callable[[str, object], None]) -> None:
    right = wrong = missed = 0
    notes = []
    for gold, text in documents():
        must, may = expected(gold, label)
        values = found(text, label)
        right += len(values & must)
        wrong += len(values - must - may)
        missed += len(must - values)
        if values - must - may or must - values:
            notes.append(f"{gold['file']}: wrong {sorted(values - must - may)}, missed {sorted(must - values)}")
    assert right, "nothing was compared"
    precision, recall = right / (right + wrong), right / (right + missed)
    print(f"{label}: precision {precision:.3f}, recall {recall:.3f}", *notes, sep="\n")
    record_property(label, (precision, recall))
    assert (precision, recall) >= FLOORS[label]
    assert recall >= FLOORS[label][1]


def test_what_only_looks_like_a_number_of_a_case_is_not_found() -> None:
    looks = {(gold["file"], number): text for gold, text in documents() for number in gold["not_case_numbers"]}
    assert looks
    assert not [key for key, text in looks.items() if key[1] in found(text, "case_number")]
