"""The taxonomy proves itself: every entry is found in its example and not in its counterexample."""

import pytest

from rinsearch import tag
from rinsearch.tag.ballots.vote_tables import cell_votes, heading_of, row_votes
from rinsearch.taxonomy import group_variants, municipalities, regions, toml


def values(text: str, label: str) -> set[str]:
    return {find.value for find in tag.find(text) if find.label == label}


def test_every_municipality_is_found_in_its_example_and_not_in_its_counterexample() -> None:
    for entry in municipalities().values():
        assert entry.code in values(entry.example, "municipality"), entry.example
        assert entry.code not in values(entry.counterexample, "municipality"), entry.counterexample


def test_every_form_of_every_municipality_is_found_behind_obcina() -> None:
    for entry in municipalities().values():
        for form in (*entry.cases, *entry.aliases, *entry.short):
            text = f"Sklep velja za Občino {form}."
            assert values(text, "municipality") == {entry.code}, text


def test_every_adjective_of_one_municipality_is_found_before_obcina() -> None:
    owners: dict[str, set[str]] = {}
    for entry in municipalities().values():
        for adjective in entry.adjectives:
            owners.setdefault(adjective, set()).add(entry.code)
    for adjective, codes in owners.items():
        expected = codes if len(codes) == 1 else set()
        assert values(f"Po mnenju {adjective[:-1]}e občine velja.", "municipality") == expected, adjective


def test_every_region_is_found_in_its_example_and_not_in_its_counterexample() -> None:
    for region in regions().values():
        assert values(region.example, "region") == {region.id}, region.example
        assert not values(region.counterexample, "region"), region.counterexample
        for form in region.forms:
            assert values(f"Načrt: {form}.", "region") == {region.id}, form


def test_every_wording_of_a_group_is_found_in_its_example() -> None:
    for variant in group_variants():
        found = values(variant.example, "target_group")
        if variant.counts:
            assert {variant.group, *variant.also} <= found, variant
        else:
            assert variant.group not in found, variant


def test_every_wording_with_a_gap_has_a_relative_clause() -> None:
    gaps = [each.text for each in group_variants() if "…" in each.text or "/" in each.text]
    assert gaps
    assert not [text for text in gaps if ", ki " not in text]


OF_GROUPS = ("human", "function", "people", "person_nouns", "society", "titled", "eponyms", "households")


@pytest.mark.parametrize("name", toml("context.toml"))
def test_every_list_of_context_words_decides_its_examples(name: str) -> None:
    part = toml("context.toml")[name]
    if name in OF_GROUPS:
        assert values(part["example"], "target_group"), part["example"]
    elif name not in ("breaks",):
        assert values(part["example"], "municipality"), part["example"]
    if "counterexample" in part:
        assert not values(part["counterexample"], "municipality"), part["counterexample"]


def test_every_wording_of_a_vote_is_found_in_its_example_only() -> None:
    for phrase in toml("votes.toml")["phrases"]:
        assert phrase["value"] in values(phrase["example"], "vote"), phrase["example"]
        assert phrase["value"] not in values(phrase["counterexample"], "vote"), phrase["counterexample"]
    assert values(toml("votes.toml")["keys"]["example"], "vote")
    assert not values(toml("votes.toml")["keys"]["counterexample"], "vote")
    assert values(toml("votes.toml")["none"]["example"] + ", 3 za", "vote")
    assert values(toml("votes.toml")["fill"]["example"], "vote")
    assert not values(toml("votes.toml")["fill"]["counterexample"], "vote")


@pytest.mark.parametrize("name", ["answers", "glue", "stems", "ratio", "object", "signs", "sign", "nobody"])
def test_every_list_of_words_of_votes_decides_its_examples(name: str) -> None:
    part = toml("votes.toml")[name]
    assert values(part["example"], "vote"), part["example"]
    assert not values(part["counterexample"], "vote"), part["counterexample"]


@pytest.mark.parametrize(
    ("heading", "row", "vote"),
    [
        ("Zadeva   ZA   PROTI   VZDRŽANI   IZID", "c) seznanitev z načrtom 6 0 1 sprejeto", "6 0 1"),
        ("PROTI  ZA", "2. rebalans 2017 1 5", "1 5"),
        ("Zadeva   ZA   PROTI", "Seja je 12. decembra 2017", ""),
        ("ZA 12, PROTI 3", "odlok 6 0", ""),
    ],
)
def test_a_row_under_a_heading_of_votes_is_a_vote(heading: str, row: str, vote: str) -> None:
    found = [row[each.start : each.end] for each in row_votes(row, heading_of(heading))]
    assert found == ([vote] if vote else [])


def test_the_cells_of_a_row_are_a_vote() -> None:
    cells = [("Zadeva", "načrt", 0, 5), ("ZA", "12", 6, 8), ("PROTI", "0", 9, 10), ("Stran", "3", 11, 12)]
    (found,) = cell_votes(cells)
    assert (found.value, found.start, found.end) == ("for=12 against=0 abstained= present=", 6, 10)
    assert not list(cell_votes([("Zadeva", "načrt", 0, 5), ("ZA", "-", 6, 7), ("PROTI", "0", 8, 9)]))


def test_the_words_above_columns_of_votes_are_known_by_how_they_begin() -> None:
    heads = toml("votes.toml")["heads"]
    found = heading_of(heads["example"])
    assert found is not None
    assert found.keys == ("present", "for", "against", "abstained", "silent")
    assert heading_of(heads["counterexample"]) is None
    begins = [begin for some in heads["begins"].values() for begin in some]
    assert not [late for at, late in enumerate(begins) if late.startswith(tuple(begins[:at]))], "a longer one is hidden"


def test_every_list_around_numbers_decides_its_examples() -> None:
    for part in toml("numbers.toml").values():
        assert values(part["example"], "case_number"), part["example"]
        assert not values(part["counterexample"], "case_number"), part["counterexample"]
