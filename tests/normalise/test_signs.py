"""A repair that looks for a sign first finds all that it would find without looking."""

import re
from collections.abc import Callable
from importlib import import_module

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rinsearch.normalise import COMMON, PASSES, RARE, RARE_SIGN, RULES, layout, repair
from rinsearch.normalise.edits import apply_all
from rinsearch.normalise.layout import LAYOUT_SIGN
from rinsearch.normalise.mojibake import damage_of
from rinsearch.sifted import Pattern
from rinsearch.taxonomy.phrases import phrase

CARONS = import_module("rinsearch.normalise.carons")  # the package has a function of that name
CARON_SIGN = CARONS.caron_sign()

PLAIN = "Občinski svet Občine Semič se je na 21. redni seji seznanil z Regijskim izvedbenim načrtom."
WORN = (
    "Obči nski svet je na področ ju potrdi1 izvedbenirn načrt;",
    "socia1nega varstva, 0bčinski svet, 9. 11. 2O17 ob l8.00, OBČ8INE, 0dbor",
    "Z A P I S N I K 5. seje, s k l e p, s e   j e   s e z n a n i l",
    "a\u00a0b c\u00a0\u00a0d e f g\u00a0h i j",
    "2017 – 2020, 2017 -2020, 2014–2016, 2014 —\n2016",
    "sez-\nnanil, Koper-\nCapodistria, članom/\nčlanicam",
    "Stanje . . . . . . . . 7, Uvod.........3 ",
    "Regijski nacrt, OBCINSKI SVET, podrocje, obmocja, OBC\u0130NA",
    " rob  in\tstolpec\u2003dalje ",
    "obÄ\u008dina \\u010dlan \u200b",
    "c\u030clan sov\u043f\u0430\u0434\u0430 ﬁnance ob\u00adčina Mokronog\u2011Trebelno",
)
# The pattern that finds, and the sign without which it is not asked.
SIGNS: dict[str, tuple[Pattern, Pattern, Callable[[str], str]]] = {
    "split": (CARONS.divided_word(), CARONS.divided_sign(), str.lower),
    "inside": (CARONS._DIGIT_INSIDE, CARONS._BESIDE_LETTER, str),
    "capitals": (CARONS._DIGIT_IN_CAPITALS, CARONS._BESIDE_LETTER, str),
    "zero": (CARONS._ZERO_FIRST, CARONS._BESIDE_LETTER, str),
    "number": (CARONS._LETTER_IN_NUMBER, CARONS._BESIDE_LETTER, str),
    "caronless": (phrase("caronless"), re.compile("|".join(CARONS.caronless_signs())), str.lower),
    "one": (phrase("participle-in-one"), re.compile("1"), str),
    "ending": (CARONS._ENDING, re.compile("rn"), str),
    "spaced": (layout._SPACED, layout._SPACED_SIGN, str),
    "period": (layout._PERIOD, layout._PERIOD_SIGN, str),
    "leader": (layout._LEADER, re.compile(r"\.\.|\. \."), str),
}
texts = st.lists(st.sampled_from([*WORN, PLAIN, *"abčnrsž018lIO. -–\n\u00a0", "ob", "č", "načrt"])).map("".join)


@pytest.mark.parametrize("name", SIGNS)
@given(texts)
def test_where_a_pattern_finds_its_sign_stands(name: str, text: str) -> None:
    pattern, sign, of = SIGNS[name]
    assert sign.search(of(text)) or not pattern.search(text)


@given(texts)
def test_where_a_common_repair_finds_anything_a_sign_of_its_module_stands(text: str) -> None:
    signed = LAYOUT_SIGN.search(text) or CARON_SIGN.search(text.lower())
    assert signed or not any(edit for rule in COMMON for edit in rule(text))


@pytest.mark.parametrize("line", WORN[:9])
def test_a_text_of_damaged_words_shows_a_sign_and_a_good_one_none(line: str) -> None:
    assert LAYOUT_SIGN.search(line) or CARON_SIGN.search(line.lower())
    assert not LAYOUT_SIGN.search(PLAIN)
    assert not CARON_SIGN.search(PLAIN.lower())


@pytest.mark.parametrize("name", SIGNS)
def test_every_sign_is_proved_by_a_text_that_has_what_it_announces(name: str) -> None:
    pattern, sign, of = SIGNS[name]
    assert any(pattern.search(text) and sign.search(of(text)) for text in WORN)
    assert not sign.search(of("Svet je sprejel sklep."))


@pytest.mark.parametrize("text", [*WORN, PLAIN])
@given(texts)
def test_repairs_with_and_without_the_search_for_rare_characters_agree(text: str, more: str) -> None:
    whole = quick = f"{text} {more}"
    for _ in range(PASSES + 1):
        whole = apply_all(whole, RULES).text
    assert repair(quick).text == whole
    assert RARE_SIGN.search(quick) or not apply_all(quick, RARE).changes


@given(texts)
def test_a_phrase_of_spaced_words_has_two_letters_on_end(text: str) -> None:
    phrases = layout._SPACED_WORDS.finditer(text)
    edits = [edit for phrase in phrases for edit in layout._several(phrase)]
    assert not edits or layout._SPACED_SIGN.search(text)


def test_a_text_without_signs_needs_no_rule() -> None:
    assert not RARE_SIGN.search(PLAIN)
    assert not apply_all(PLAIN, COMMON).changes
    assert repair(PLAIN).origins == range(len(PLAIN))


def test_damage_is_looked_for_only_where_its_signs_stand() -> None:
    assert damage_of(["Obèinski svet je doloèil podroèja"]).c_letters
    assert not damage_of(["Obèinski svet, občina"]).c_letters
    assert damage_of(["ob~ina, pode`elje, okoli{ki, na~rt"]).seven_bit
    assert damage_of(["z@upan, z@upana, z@upanu"]).seven_bit
    assert not damage_of(["obcina@upan.si"]).seven_bit
