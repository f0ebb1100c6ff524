"""Letters that a paper changed or lost are told by the words that they make; good text is left alone."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rinsearch.letters import LOST, Signs, changed_letters, put_back
from rinsearch.normalise import Damage, damage_of, repair

TEXT = (
    "Občinski svet Občine Šentjur se je na 12. redni seji seznanil z Regijskim izvedbenim načrtom na področju "
    "socialnega varstva. Župan je predstavil ukrepe za starejše, družine in žrtve nasilja. "
    "Sklep je bil sprejet soglasno."
)
# What papers of councils have been seen with: code pages of DOS and Macs, and others that nobody has thought of.
PAGES: dict[str, dict[str, str]] = {
    "cp852 as cp1250": {"č": "ź", "š": "ç", "ž": "§", "Č": "¬", "Ž": "¦"},
    "cp852 as cp1250, capitals, too": {"č": "ź", "š": "ç", "ž": "§", "Č": "¬", "Š": "ć", "Ž": "¦"},
    "mac ce as cp1250": {"č": "Ť", "š": "ä", "ž": "ě", "Č": "‰", "Š": "á", "Ž": "ë"},
    "mac roman": {"č": "Ë", "š": "π", "ž": "û", "Č": "È", "Š": "∏", "Ž": "Û"},
    "unheard of": {"č": "ж", "š": "¤", "ž": "ø", "Č": "¶", "Š": "¥", "Ž": "Ø"},
    "replaced": dict.fromkeys("čšžČŠŽ", "\ufffd"),
    "question marks": dict.fromkeys("čšžČŠŽ", "?"),
}


def read(text: str) -> str:
    signs = changed_letters([text])
    return repair(text, Damage(more=(put_back(signs),)) if signs else damage_of([text])).text


@pytest.mark.parametrize("page", PAGES)
def test_a_page_is_read_by_its_words(page: str) -> None:
    damaged = TEXT.translate({ord(letter): sign for letter, sign in PAGES[page].items()})
    assert damaged != TEXT
    assert read(damaged).lower() == TEXT.lower()


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        "Ali je načrt sprejet? Da. Kaj pa občina?Ne vemo.",
        "Citroën, Zoë in François so obiskali Občino Piran/Pirano; Škofja Loka – Bischoflack.",
        "Občina Lendava/Lendva, Dobronak, Hodoš/Hodos, Őrihodos, Zalalövő; magyar nyelvű szöveg.",
        "Prispevek ½ in §5 ter ° C, ≤ 10 %, № 3, πr², € 12, ☎ 041.",
        "Ђорђе Петровић je govoril o načrtu.",
    ],
)
def test_good_text_is_left_alone(text: str) -> None:
    assert changed_letters([text]) is None


def test_a_sequence_whose_second_half_was_lost_is_read() -> None:
    """Programs leave out the bytes that CP 1252 does not define: "Ä" alone is left of č."""
    damaged = TEXT.encode().decode("cp1252", "ignore").replace("\u00a0", " ")
    assert "Ä" in damaged
    signs = changed_letters([damaged])
    assert signs
    assert repair(damaged, Damage(more=(put_back(signs),))).text == TEXT


def test_one_word_is_no_evidence() -> None:
    assert changed_letters(["Beseda naërt stoji sama."]) is None
    assert changed_letters(["Ob?ina je ena beseda, ena?ba druga."]) is None


def test_a_lost_letter_is_put_back_only_where_one_word_fits() -> None:
    rule = put_back(Signs({"?": LOST}))
    assert [(edit.start, edit.replacement) for edit in rule("na?rt ?e ni ?upanov")] == [(2, "č"), (12, "ž")]


def test_lost_letters_of_one_word_are_told_place_by_place() -> None:
    rule = put_back(Signs({"?": LOST}))
    text = "Občini Tr?i? in Semi?, Sklep?"
    assert [(edit.start, edit.replacement) for edit in rule(text)] == [(9, "ž"), (11, "č"), (20, "č")]
    assert [edit.replacement for edit in rule("Gomin?ek ?e pride?")] == ["č"]  # a word that goes on ends no sentence


def test_a_question_mark_is_never_one_letter_alone() -> None:
    text = "Ob?ina ?alec, ob?inski svet in na?rt: ?upan je odgovoril na vpra?anja ob?anov?"
    assert read(text) == "Občina Žalec, občinski svet in načrt: župan je odgovoril na vprašanja občanov?"


@pytest.mark.parametrize("text", ["Zakaj?Ker ni denarja.", "glej index.php?id=3", "Pripravljeno?"])
def test_a_question_mark_between_sentences_and_in_an_address_is_one(text: str) -> None:
    assert list(put_back(Signs({"?": ""}))(text)) == []


def test_capitals_stay_capitals_and_names_get_theirs() -> None:
    rule = put_back(Signs({"ë": "č", "ç": "š"}))
    assert [edit.replacement for edit in rule("OBëINA çentjur, naërt")] == ["Č", "Š", "č"]


def test_offsets_lead_back() -> None:
    damaged = TEXT.translate({ord(letter): sign for letter, sign in PAGES["mac roman"].items()})
    signs = changed_letters([damaged])
    assert signs
    repaired = repair(damaged, Damage(more=(put_back(signs),)))
    assert list(repaired.origins) == list(range(len(damaged)))


@given(st.text(max_size=200))
def test_any_text_is_read_or_left(text: str) -> None:
    once = read(text)
    assert isinstance(once, str)


def test_hostile_words_take_linear_time() -> None:
    start = time.process_time()
    for text in ("�" * 200_000, "ж?" * 50_000, "a�" * 100_000, "? " * 100_000):
        changed_letters([text])
        list(put_back(Signs({"?": "", "�": ""}))(text))
    assert time.process_time() - start < 5
