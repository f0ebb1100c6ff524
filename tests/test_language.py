"""Words, keys and folding; the facts about lemmagen3 that made the guards were measured on version 3.5.2."""

import sys
import time
import types
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rinsearch import language
from rinsearch.language import fold, lemma, lemma_key, tokenize

ONE_WORD = (
    ("zdravje", "zdravja", "zdravju", "zdravjem"),
    ("občina", "občine", "občini", "občino", "občin", "občinam", "občinami", "OBČINE"),
    ("duševno", "duševnega", "duševnemu", "duševnih"),
    ("statistično", "statistične", "statistični", "statistična"),
    ("seznanil", "seznanila", "seznanili", "seznaniti", "seznani"),
    ("romi", "romov", "romom", "Romi"),
    ("starejši", "starejših", "starejšim", "starejše"),
    ("sklep", "sklepa", "sklepi", "sklepov", "SKLEP"),
    ("RIN", "rin", "RINa", "rinu"),
)
TWO_WORDS = (
    ("občina", "občinski"),
    ("svet", "svetiti"),
    ("mladi", "mladina"),
    ("EU", "e"),
    ("SP", "spa"),
    ("rom", "romski"),
)


@pytest.fixture
def forgetful() -> Iterator[None]:
    """Caches that forget which lemmatizer is used, before and after."""
    caches = (language._lemmatizer, language._lemma, language._key, language.analyser)
    for each in caches:
        each.cache_clear()
    yield
    for each in caches:
        each.cache_clear()


@pytest.mark.parametrize("forms", ONE_WORD, ids=lambda forms: forms[0])
def test_forms_of_one_word_have_one_key(forms: tuple[str, ...]) -> None:
    assert len({lemma_key(form) for form in forms}) == 1


@pytest.mark.parametrize("forms", TWO_WORDS, ids=lambda forms: "-".join(forms))
def test_different_words_have_different_keys(forms: tuple[str, ...]) -> None:
    assert len({lemma_key(form) for form in forms}) == len(forms)


@pytest.mark.parametrize("acronym", ["EU", "SP", "RS", "CSD", "ZD", "RRP", "MDDSZ", "OŠ"])
def test_acronyms_are_left_alone_in_any_case(acronym: str) -> None:
    assert lemma_key(acronym) == lemma_key(acronym.lower()) == acronym.lower()


def test_a_word_whose_r_makes_a_syllable_is_no_acronym() -> None:
    assert lemma_key("smrti") == "smrt"
    assert lemma_key("vrtu") == "vrt"


def test_imi_has_a_key_though_lemmagen_returns_nothing() -> None:
    assert lemma_key("imi") == "imi"
    assert lemma("imi") == "imi"


def test_no_word_at_all_has_an_empty_key() -> None:
    assert lemma_key("") == ""
    assert tokenize("") == ()


@pytest.mark.parametrize("length", [61, 127, 128, 255, 256, 5000, 200_000])
def test_very_long_words_have_a_short_key_of_their_own_letters(length: int) -> None:
    word = "č" * length
    assert lemma_key(word) == "č" * language.LONGEST_WORD


def test_capitals_do_not_change_the_key() -> None:
    assert lemma_key("OBČINSKEGA") == lemma_key("občinskega")


def test_a_caron_written_as_two_characters_gives_the_same_key() -> None:
    assert lemma_key("obc\u030cine") == "občina"
    (token,) = tokenize("obc\u030cine")
    assert token.key == "občina"


@pytest.mark.parametrize(
    "text", ["122-08/2013-5", "410-0012/2017", "12. 10. 2017", "12.10.2017", "1.234,50", "61/2017"]
)
def test_numbers_that_belong_together_stay_one_token(text: str) -> None:
    assert [token.text for token in tokenize(f"({text}),")] == [text]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("2017-2020", ["2017", "2020"]),
        ("Hoče-Slivnica", ["Hoče", "Slivnica"]),
        ("CSD-ju", ["CSD", "ju"]),
        ("in/ali", ["in", "ali"]),
        ("21. redna", ["21", "redna"]),
        ("snake_case", ["snake", "case"]),
        ("12a", ["12a"]),
        ("1/2", ["1", "2"]),
        ("12. 10. 20171", ["12", "10", "20171"]),
        ("112. 10. 2017", ["112", "10", "2017"]),
    ],
)
def test_everything_else_is_split_at_its_signs(text: str, parts: list[str]) -> None:
    assert [token.text for token in tokenize(text)] == parts


def test_a_date_has_one_key_however_it_is_spaced() -> None:
    keys = {tokenize(text)[0].key for text in ("5. 9. 2017", "5.9.2017", "05.09.2017", "5.\u00a09.\u00a02017")}
    assert keys == {"2017-09-05"}


def test_a_date_that_is_none_is_no_iso_date() -> None:
    assert tokenize("45.13.2017")[0].key == "45.13.2017"


def test_dashes_in_case_numbers_are_alike() -> None:
    assert tokenize("122–08/2013–5")[0].key == "122-08/2013-5"


@given(st.text(max_size=200))
def test_tokens_are_slices_in_order_with_keys(text: str) -> None:
    end = 0
    for token in tokenize(text):
        assert token.text == text[token.start : token.end]
        assert token.start >= end
        assert token.key
        end = token.end


@given(st.text(alphabet=st.characters(), max_size=300))
def test_any_text_has_a_key_that_fits_an_index(text: str) -> None:
    assert len(lemma_key(text)) <= language.LONGEST_WORD * 3


@given(st.text(max_size=100))
def test_folding_twice_equals_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize("piece", ["1-", "1.", "1,", "č\u030c", "1/2-", "a-", "12. 10. "])
def test_tokens_are_found_in_linear_time(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    started = time.process_time()
    tokenize(text)
    assert time.process_time() - started < 2.0


def test_where_lemmagen_is_missing_simplemma_serves(monkeypatch: pytest.MonkeyPatch, forgetful: None) -> None:
    stand_in = types.ModuleType("simplemma")
    stand_in.lemmatize = lambda form, lang, greedy: form.removesuffix("a")  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "lemmagen3", None)
    monkeypatch.setitem(sys.modules, "simplemma", stand_in)
    monkeypatch.setattr("importlib.metadata.version", lambda name: "1.1.2")
    assert lemma_key("sveta") == "svet"
    assert language.analyser() == f"simplemma 1.1.2 keys {language.KEYS_VERSION}"


def test_the_analyser_names_its_version() -> None:
    assert language.analyser().split()[-1] == str(language.KEYS_VERSION)
