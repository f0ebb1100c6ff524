"""Organisations and contacts: every entry of their files is found in its example and not in its counterexample."""

import time

import pytest

from rinsearch import tag
from rinsearch.errors import TaxonomyError
from rinsearch.records import Column, Passage, PassageKind
from rinsearch.taxonomy import organisations as table
from rinsearch.taxonomy import toml
from rinsearch.taxonomy.organisations import Organisation, organisation_kinds


def values(text: str, label: str = "organisation") -> list[str]:
    return [find.value for find in tag.find(text) if find.label == label]


@pytest.mark.parametrize("entry", organisation_kinds(), ids=lambda entry: entry.name)
def test_every_organisation_is_found_in_its_example_and_not_in_its_counterexample(entry: Organisation) -> None:
    assert [value for value in values(entry.example) if value.startswith(entry.name)], entry.example
    assert not values(entry.counterexample), entry.counterexample


def test_the_words_before_a_telephone_number_decide_their_examples() -> None:
    words = toml("contacts.toml")["phone"]
    assert values(words["example"], "contact") == ["3931000"]
    assert not values(words["counterexample"], "contact")


@pytest.mark.parametrize("written", ["+386 7 000 10 00", "00386 7 000 10 00", "+386 (0)7 000 10 00"])
def test_a_number_with_its_country_begins_with_a_plus(written: str) -> None:
    assert values(f"Pokličite na {written} dopoldne.", "contact") == ["+38670001000"]


def test_the_column_of_providers_says_what_the_organisation_is() -> None:
    text = "prevozi CSD Trebnje"
    columns = (Column("Ukrep", 0, 7), Column("Nosilec", 8, 19))
    (row,) = tag.tag([Passage("d.1", "d", PassageKind.ROW, (), text, columns=columns)])
    found = [(each.value, each.evidence.rule) for each in row.tags if each.label == "organisation"]
    assert found == [("Center za socialno delo Trebnje", "organisation.provider")]


@pytest.mark.parametrize("text", ["0" * 40_000, "+1" * 20_000, "a@" * 20_000, "a." * 20_000, "CSD " * 10_000])
def test_a_hostile_text_takes_linear_time(text: str) -> None:
    tag.find("ogrevanje")
    begin = time.process_time()
    tag.find(text)
    assert time.process_time() - begin < 5


def test_an_entry_without_an_example_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table, "toml", lambda _: {"name": [{"name": "A", "kind": "csd"}], "noun": []})
    with pytest.raises(TaxonomyError, match=r"'A': example, counterexample"):
        table.organisation_kinds.__wrapped__()
