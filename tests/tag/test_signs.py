"""Where a finder looks for a sign first, it finds all that it would find without looking."""

import re
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import pytest

from rinsearch.sifted import Pattern
from rinsearch.tag.ballots import pieces
from rinsearch.tag.ballots.vote_words import bears
from rinsearch.tag.pipeline import LONGEST_RUN, flatten, mend, nlp
from rinsearch.taxonomy import periods_in, toml
from rinsearch.taxonomy.phrases import phrase
from rinsearch.taxonomy.words import PERIODS

# The package has functions of these names.
amounts, case_numbers, contacts, votes = (
    import_module(f"rinsearch.tag.{name}") for name in ("amounts", "case_numbers", "contacts", "ballots.votes")
)
PAPERS = sorted((Path(__file__).parents[1] / "gold" / "development").glob("*.txt"))
LINES = [line for path in PAPERS for line in path.read_text("utf-8").splitlines()]
SAMPLES = (
    "Številka: 122-08/2013-5", "št. 0320-8-2017-41", "011 - 31 / 2017", "Št. 032-9/17", "Šifra: 122/2017-4",
    "1.200 EUR", "€ 300", "300 evrov", "2,5 mio eur", "tel. 01 234 56 78", "+386 (0)1 234 56 78", "tel.: 39 31 00",
    "00 386 41 123 456", "(01) 234 56 78", "a@b.si", "od leta 2017 do 2020", "1999/2003", "med letoma 2017 in 2020",
)  # fmt: skip
SHAPES: dict[str, tuple[list[Pattern], Callable[[str], bool]]] = {
    "case numbers": (
        [pattern for _, pattern, _ in case_numbers.SHAPES],
        lambda text: "/" in text or text.count("-") + text.count("–") >= 2,
    ),
    "amounts": (
        [phrase("amount-unit"), phrase("amount-leading")],
        lambda text: any(each in text.lower() for each in amounts.currency_signs()),
    ),
    "contacts": (
        [contacts.MAIL, contacts.NATIONAL, contacts.ABROAD, contacts.LABELLED],
        lambda text: "@" in text or "+" in text or bool(contacts.SIX_DIGITS.search(text)),
    ),
    "periods": (list(PERIODS), lambda text: text.count("19") + text.count("20") >= 2),
    "votes' headings": ([phrase("table-head-near")], lambda text: bears(text.lower(), "headed")),
    "votes in lists": ([phrase("votes-alone")], lambda text: bears(text.lower(), "alone")),
}


@pytest.mark.parametrize("name", SHAPES)
def test_what_is_found_has_the_sign(name: str) -> None:
    patterns, sign = SHAPES[name]
    found = [text for text in (*SAMPLES, *LINES) if any(pattern.search(text) for pattern in patterns)]
    assert found
    assert all(map(sign, found))
    assert not sign("Svet se je seznanil.")


def test_plain_words_are_no_part_of_a_vote() -> None:
    words = {match[0]: (line, match) for line in LINES for match in pieces.PIECE.finditer(line)}
    plain = [word for word in words if pieces._is_plain(word)]
    assert len(plain) > 1000
    assert all(pieces._piece(*words[word], []) is None and pieces._same(words[word][1], []) is None for word in plain)
    assert not any(map(pieces._is_plain, ("za", "Proti", "dvanajst", "toliko", "ni", "l1", "-", "12", "glasov")))


def test_every_phrase_of_votes_is_kept_for_its_example() -> None:
    for entry in toml("votes.toml")["phrases"]:
        assert entry["value"] in [value for value, _ in votes._phrases().kept(entry["example"].lower())]
    assert votes._phrases().kept("svet se je seznanil.") == ()


@pytest.mark.parametrize("shape", toml("votes.toml")["sign"]["shapes"], ids=lambda shape: shape["holds"])
def test_every_other_sign_of_a_vote_is_found_in_its_example_only_and_holds_what_it_says(shape: dict[str, str]) -> None:
    assert re.search(shape["pattern"], shape["example"])
    assert not re.search(shape["pattern"], shape["counterexample"])
    texts = (shape["example"], *(line.lower() for line in LINES))
    assert all(shape["holds"] in match[0] for text in texts for match in re.finditer(shape["pattern"], text))


@pytest.mark.parametrize("entry", toml("votes.toml")["needed"], ids=lambda entry: entry["votes"])
def test_votes_of_each_kind_are_looked_for_in_their_example_only(entry: dict[str, str]) -> None:
    assert bears(entry["example"].lower(), entry["votes"])
    assert not bears(entry["counterexample"].lower(), entry["votes"])
    assert list(votes.votes(nlp()(entry["example"])))


def test_a_period_needs_two_years() -> None:
    assert periods_in("leta 2017 in leta 18") == ()
    assert [value for _, _, value in periods_in("1999/2003")] == ["1999-2003"]


@pytest.mark.parametrize(
    "text", [" a", "a ", "a\tb", "a  b", "a\u00a0b", "a" * (LONGEST_RUN + 1), "", "a\u2011b", "1a"]
)
def test_even_and_uneven_texts_lead_back(text: str) -> None:
    flat, places = flatten(text)
    assert len(places) == len(flat) + 1
    assert "\u2011" not in flat
    assert "  " not in flat
    assert len(mend(flat)) == len(flat)
