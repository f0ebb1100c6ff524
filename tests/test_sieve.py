"""A sieve leaves out no pattern that would be found."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rinsearch import sieve as module
from rinsearch.sieve import KEPT_TEXTS, LONGEST_WORD, SIGNS, Sieve
from rinsearch.sifted import Sifted
from rinsearch.signs import signs_of
from rinsearch.taxonomy.phrases import phrase, phrase_names
from rinsearch.taxonomy.tables import toml
from rinsearch.taxonomy.wordings import kind_cues, plan_names, wordings

PAPERS = sorted((Path(__file__).parent / "gold" / "development").glob("*.txt"))[::4]
LISTS = {  # compiled: what is searched for in any text
    "wordings": tuple(each.pattern.compiled() for each in wordings()),
    "needs": tuple(each.needs.compiled() for each in wordings() if each.needs),
    "plans": tuple(each.pattern.compiled() for each in plan_names()),
    "kinds": tuple(each.pattern.compiled() for each in kind_cues()),
}
EXAMPLES = [entry["example"] for entry in toml("decision_wordings.toml")["wording"]]
WORDS = [word for example in EXAMPLES for word in example.split()]
OF_WORDINGS = Sieve((pattern, pattern) for pattern in LISTS["wordings"])


@pytest.mark.parametrize("name", LISTS)
def test_with_and_without_the_sieve_the_same_patterns_are_found_in_all_papers(name: str) -> None:
    sieve = Sieve((pattern, pattern) for pattern in LISTS[name])
    lines = [line.lower() for path in PAPERS for line in path.read_text("utf-8").splitlines()]
    assert len(lines) > 100
    for line in lines:
        plain = {pattern for pattern in LISTS[name] if pattern.search(line)}
        assert plain <= set(sieve.kept(line))


@given(st.lists(st.sampled_from(WORDS), max_size=12))
def test_with_and_without_the_sieve_the_same_wordings_are_found_in_words_of_decisions(words: list[str]) -> None:
    text = " ".join(words).lower()
    assert {pattern for pattern in LISTS["wordings"] if pattern.search(text)} <= set(OF_WORDINGS.kept(text))


def test_most_patterns_are_left_out() -> None:
    sieve = Sieve((each.name, each.pattern) for each in wordings())
    assert sieve.kept("dom starejših je v stavbi šole.") == ()
    kept = sieve.kept("svet se je seznanil.")
    assert "seznaniti-se" in kept
    assert "ne-seznaniti-se" in sieve.kept("svet se ne seznani.")
    assert len(kept) < len(wordings()) / 10


@pytest.mark.parametrize(
    ("pattern", "signs"),
    [
        ("sklep", {"sklep"}),
        ("sprej(?:el|me)", {"sprejel", "sprejme"}),
        ("(?:sprej|potrd)+il?", {"sprej", "potrd"}),
        ("[sz]klep (?:o|za) seznanitvi", {"seznanitvi"}),
        (r"\bPREDLOG\w* ?\d", {"\bpredlog"}),
        (r"\b(?:ni|niso) (?:\w+ )?\d", {"\bni\b", "\bniso\b"}),
        (r"\bni(?:so)? ", {"\bni"}),
        (r"\bpad(?:el|e)\b|\bni(?:so)? (?:šel)", {"\bpadel\b", "\bpade\b", "šel"}),
        (r"\bdel-no\b", {"\bdel\b-\bno\b"}),
        ("(?i:Točka)", {"točka"}),
        ("(?:točka|)", set()),
        ("točk?", {"toč"}),
        ("(?:točka|[^a])", set()),
        (r"(?=točka)\w+", set()),
        ("(?:točka)?", set()),
        ("o k", set()),
        ("", set()),
    ],
)
def test_signs_stand_in_every_match(pattern: str, signs: set[str]) -> None:
    assert signs_of(re.compile(pattern)) == signs


def test_a_word_is_told_from_a_part_of_one() -> None:
    sieve = Sieve([("ni", re.compile(r"\b(?:ni|nista) "))])
    assert sieve.kept("delavni nista (ni) ni") == sieve.kept("(ni)") == ("ni",)
    assert sieve.kept("delavni novinarji, nič") == ()


def test_words_that_are_no_plain_words_may_bear_any_sign() -> None:
    sieve = Sieve([("s", re.compile("sklepi", re.IGNORECASE))])
    assert sieve.kept("a" * (LONGEST_WORD + 1)) == ("s",)
    for text in ("SKLEPİ", "ſKLEPI", "sklepı", "xSKLEPIx"):
        assert sieve.kept(text.lower()) == ("s",)
        assert re.search("sklepi", text, re.IGNORECASE)
    assert sieve.kept("sklepa") == ()


def test_labels_without_a_colon_are_found_in_all_papers_as_without_the_sieve() -> None:
    plain = phrase("label-plain").compiled()
    sieve = Sieve([(plain, plain)])
    found = [line for path in PAPERS for line in path.read_text("utf-8").splitlines() if plain.search(line)]
    assert found
    assert all(sieve.kept(line.lower()) for line in found)
    assert not sieve.kept("svet se je seznanil.")


def test_phrases_are_found_in_papers_and_examples_as_by_their_patterns() -> None:
    files = ("phrases.toml", "plan_phrases.toml", "measure_phrases.toml", "vote_phrases.toml")
    lines = [entry[key] for file in files for entry in toml(file)["phrase"] for key in ("example", "counterexample")]
    lines += [line for path in PAPERS[::6] for line in path.read_text("utf-8").splitlines()]
    assert len(lines) > 800
    found = 0
    for name in phrase_names():
        sifted, plain = phrase(name), phrase(name).compiled()
        held = [line for line in lines if plain.search(line)]
        assert held == [line for line in lines if sifted.search(line)], name
        assert held == [line for line in lines if any(sifted.finditer(line))], name
        found += len(held)
    assert found > 1000


def test_within_an_end_a_cut_word_is_found_as_by_the_pattern_itself() -> None:
    sifted = Sifted(r"\bni\b")
    assert sifted.search("nikoli") is None
    for text, *span in (("nikoli", 0, 2), ("je ni_a", 0, 5), ("je ni tu", 0, 5), ("ni", 0, 9), ("ni", 0)):
        assert sifted.search(text, *span), (text, span)
        assert [match[0] for match in sifted.finditer(text, *span)] == ["ni"]
    for text, *span in (("nikoli", 0, 3), ("nikoli ni", 0, 6), ("ni", 0, 1), ("ni", 1), ("ni", 0, -1)):
        assert sifted.search(text, *span) is None
        assert not list(sifted.finditer(text, *span))


def test_a_pattern_that_comes_later_is_found_in_a_text_that_was_looked_at_before() -> None:
    text = "sklepčnost ugotovljena z nepričakovanostjo"
    assert Sifted("ugotovljen").search(text)
    assert Sifted("nepričakovan").search(text)
    assert Sieve([("z", re.compile("nepričakovano"))]).kept(text) == ("z",)


def test_texts_are_forgotten_when_they_are_too_many_or_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    sieve = Sieve([("z", re.compile("ugotovljen"))])
    for number in range(KEPT_TEXTS + 1):
        assert not sieve.kept(f"sklepčnost {number}")
    assert len(SIGNS.borne) <= KEPT_TEXTS
    monkeypatch.setattr(module, "KEPT_CHARACTERS", 100)
    for number in range(20):
        assert sieve.kept(f"sklepčnost je ugotovljena {number}") == ("z",)
        assert sum(map(len, SIGNS.borne)) <= 100
    assert sieve.kept("ugotovljena " * 20) == ("z",)


def test_in_small_letters_a_text_bears_the_same_signs() -> None:
    sieve = Sieve([("z", re.compile("(?i)župan")), ("i", re.compile("(?i)istra"))])
    for text in ("ŽUPANJA, Istra", "İstra in ŽUPAN", "ΣΑΣ Istrašupanž", "ni"):
        assert sieve.kept(text) == sieve.kept(text.lower())
