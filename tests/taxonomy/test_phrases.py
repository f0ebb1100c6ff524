"""Phrases prove themselves, are all used, and are built only when they are asked for."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

import rinsearch
from rinsearch.errors import TaxonomyError
from rinsearch.taxonomy import phrases
from rinsearch.taxonomy.phrases import build, part, phrase, phrase_names

HOUSE = Path(rinsearch.__file__).parent
ENTRY = {"name": "wish", "pattern": r"\bnaj\b", "example": "Svet naj se seznani.", "counterexample": "najprej"}


@pytest.mark.parametrize("name", phrase_names())
def test_a_phrase_is_found_in_its_example_and_not_in_its_counterexample(name: str) -> None:
    assert phrase(name).compiled().pattern


def test_the_modules_ask_for_the_phrases_of_the_file_and_for_no_others() -> None:
    text = "\n".join(path.read_text("utf-8") for path in HOUSE.rglob("*.py") if path.parent.name != "taxonomy")
    assert set(re.findall(r"phrase\(\s*\"([^\"]+)\"", text)) == set(phrase_names())


def test_no_phrase_is_built_by_importing_the_rooms() -> None:
    program = (
        "import rinsearch.clauses, rinsearch.compose, rinsearch.tag; from rinsearch.taxonomy import phrases, tables;"
        "print(phrases.phrase.cache_info().currsize, tables.toml.cache_info().currsize)"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60)
    assert ran.stdout.split() == ["0", "0"]


def test_words_without_a_pattern_are_looked_for_whole_and_in_any_case() -> None:
    found = build({"name": "w", "words": ["za", "proti"], "example": "ZA", "counterexample": "zato"}, {})
    assert [match.group() for match in found.finditer("Za: 12, protipredlog, proti: 3")] == ["Za", "proti"]


def test_a_part_is_filled_in_and_a_quantifier_is_left_alone() -> None:
    entry = {"name": "w", "pattern": r"^(?:{kinds}) \d{1,2}$", "example": "točka 12", "counterexample": "točka 123"}
    assert build(entry, {"kinds": ["točka", "sklep"]}).pattern == r"^(?:točka|sklep) \d{1,2}$"


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"example": "Svet se seznani."}, "not found in its example"),
        ({"counterexample": "Naj velja."}, "found in its counterexample"),
        ({"at": "start"}, "not found in its example"),
        ({"pattern": "(naj"}, "no regular expression"),
        ({"pattern": "{nobody}"}, "nobody"),
        ({"at": "end"}, "'end'"),
    ],
)
def test_a_broken_entry_is_named(change: dict[str, str], message: str) -> None:
    with pytest.raises(TaxonomyError, match=message) as caught:
        build({**ENTRY, **change}, {})
    assert "phrases.toml, wish" in str(caught.value)


def test_a_part_that_two_files_have_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(phrases, "toml", lambda file: {"parts": {"voter": ["član"]}})
    with pytest.raises(TaxonomyError, match="'voter' stands in another file already"):
        phrases._parts.__wrapped__()


def test_a_part_is_had_as_alternatives() -> None:
    assert part("months").split("|")[0] == "januar"
    assert part("voter") in phrase("voter").pattern


def test_an_unknown_phrase_is_named() -> None:
    with pytest.raises(TaxonomyError, match="no-such-phrase"):
        phrase("no-such-phrase")
