"""Plain text: paragraphs, headings, items, pages."""

from pathlib import Path

import pytest

from rinsearch.extract.readers import read_bytes
from rinsearch.extract.shapes import goes_on, heading_level, is_bullet, item_number
from rinsearch.records import Block
from tests.extract.shown import blocks, read

WRAPPED = """OBČINA VZOREC
Občinski svet

PREDLOG SKLEPA:
Občinski svet Občine Vzorec se je seznanil z načrtom na področju socialnega
varstva za celotno regijo in za vse občine, ki so pri tem sodelovale.
Datum: 8. 9. 2017
Cilji so:
1. zmanjševanje tveganja revščine in povečevanje socialne vključenosti vseh
prebivalcev;
2. boljši dostop.
"""

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"


def test_headings_stand_alone_and_wrapped_lines_belong_together() -> None:
    assert blocks(read(WRAPPED)) == [
        ("heading", "OBČINA VZOREC"),
        ("paragraph", "Občinski svet"),
        ("heading", "PREDLOG SKLEPA:"),
        (
            "paragraph",
            "Občinski svet Občine Vzorec se je seznanil z načrtom na področju socialnega / "
            "varstva za celotno regijo in za vse občine, ki so pri tem sodelovale.",
        ),
        ("paragraph", "Datum: 8. 9. 2017"),
        ("heading", "Cilji so:"),
        ("item", "1. zmanjševanje tveganja revščine in povečevanje socialne vključenosti vseh / prebivalcev;"),
        ("item", "2. boljši dostop."),
    ]


def test_a_line_that_closes_an_open_bracket_goes_on() -> None:
    first, rest = "1.2 Klic dobrega jutra za osamljene (nosilec: Rdeči križ; rok:", "konec leta 2019)"
    assert [text for _, text in blocks(read(f"{first}\n{rest}\n1.3 Klop\n"))] == [f"{first} / {rest}", "1.3 Klop"]
    others = ["Prostori (glej prilogo", "a) klet", "b) podstrešje"]
    assert [text for _, text in blocks(read("\n".join(others)))] == others


@pytest.mark.parametrize(
    ("first", "second"), [("A) Klub", "B) Vrt"), ("I Delo", "II Dom"), ("Korak 1: Klub", "Korak 2: Vrt")]
)
def test_lines_that_count_up_by_letters_or_behind_a_word_are_not_joined(first: str, second: str) -> None:
    long = " pri reki, kamor pridejo stari ljudje iz vseh vasi te doline vsako jutro"
    assert len(blocks(read(f"{first}{long}\n{second}{long}\n"))) == 2


def test_marks_of_bold_print_are_no_text_and_hold_their_lines_together() -> None:
    text = "**ZADEVA: Seznanitev z načrtom\nSEZNANITEV VSEH OBČIN**\n\nPozdravljeni,"
    assert blocks(read(text)) == [
        ("paragraph", "ZADEVA: Seznanitev z načrtom / SEZNANITEV VSEH OBČIN"),
        ("paragraph", "Pozdravljeni,"),
    ]


def test_form_feeds_divide_pages_and_running_lines_are_recognised() -> None:
    page = "Zapisnik 5. seje\n\nBesedilo številka {0}, ki ima svoj stavek.\n\nStran {0}"
    document = read("\f".join(page.format(number) for number in (1, 2, 3)))
    assert document.pages == 3
    kinds = [kind for kind, _ in blocks(document)]
    assert kinds.count("header") == 3
    assert kinds.count("footer") == 3
    assert [text for kind, text in blocks(document) if kind == "paragraph"][1] == (
        "Besedilo številka 2, ki ima svoj stavek."
    )


def test_votes_at_the_foot_of_pages_are_no_footers() -> None:
    pages = [f"Stavek {n} o nečem drugem, ki je dolg.\n\nGlasovanje: {n + 20} ZA, {n} PROTI" for n in (1, 2, 3)]
    assert "footer" not in [kind for kind, _ in blocks(read("\f".join(pages)))]


def test_a_sentence_that_begins_in_capitals_is_no_heading() -> None:
    text = (
        "CENTER ZA TERAPEVTSKO IN PSIHOSOCIALNO OBRAVNAVO Z MOBILNO POMOČJO NA\n"
        "DOMU ZA CILJNE SKUPINE: zasvojenost, mladi, družine, osebe s težavami v\n"
        "duševnem zdravju;\n"
    )
    assert [kind for kind, _ in blocks(read(text))] == ["paragraph"]


def test_a_long_heading_does_not_swallow_the_text_below() -> None:
    text = (
        "Ad 4 Regijski izvedbeni načrt s področja socialnega varstva – informacija\n"
        "Direktor je predstavil ključne ugotovitve, ki so pomembne za vse prebivalce\n"
        "in občine v celotni regiji.\n"
    )
    assert [kind for kind, _ in blocks(read(text))] == ["heading", "paragraph"]


def test_an_empty_file_is_a_document_with_a_warning() -> None:
    document = read(b"")
    assert document.parts == ()
    assert [notice.code for notice in document.warnings] == ["empty"]


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("ZAPISNIK", 1),
        ("Z A P I S N I K", 1),
        ("Obrazložitev:", 2),
        ("Ad 4 Regijski izvedbeni načrt", 2),
        ("K 3. točki – Odlok", 2),
        ("1. člen", 2),
        ("Predlog sklepa k 1. točki:", 2),
        ("V letu 2018 bo občina sofinancirala:", None),
        ("1.2 Stanje", 2),
        ("II.", 3),
        ("PROGRAMI ZA INTEGRACIJO ROMOV.", None),
        ("MS MONM je sprejel", None),
        ("28. seje Mestnega sveta", None),
        ("Glede na navedeno smo opredelili področja, in sicer:", None),
        ("1.2 Stanje . . . . . . . . 7", None),
        ("Na podlagi 21. člena Zakona o lokalni samoupravi", None),
        ("", None),
    ],
)
def test_headings_show_in_their_words(text: str, level: int | None) -> None:
    assert heading_level(text) == level


def test_items_are_told_from_dates_and_numbers() -> None:
    assert item_number("1. Zapisnik 13. seje") == 1
    assert item_number("(2) predlog") == 2
    assert item_number("28. 9. 2017") is None
    assert item_number("2017. leta") is None
    assert is_bullet("- otroci")
    assert is_bullet("– otroci")
    assert is_bullet("a) otroci")
    assert not is_bullet("-5 stopinj")
    assert not is_bullet("v občini")


def test_a_small_letter_goes_on() -> None:
    assert goes_on("varstva za obdobje")
    assert not goes_on("Občine")
    assert not goes_on("a) otroci")
    assert not goes_on("2017")


def test_a_date_left_over_by_a_full_line_is_no_item() -> None:
    text = "Tudi v sosednji občini so se svetniki z načrtom seznanili, in sicer so to\n1. februarja 2018 storili.\n"
    assert [kind for kind, _ in blocks(read(text))] == ["paragraph"]


@pytest.mark.skipif(not SEEDS.exists(), reason="the seeds are not here")
def test_the_seeds_have_their_headings() -> None:
    memo, letter = (read_bytes(path.read_bytes()) for path in sorted(SEEDS.glob("0*.txt")))
    assert [text for kind, text in blocks(memo) if kind == "heading"] == [
        "Obrazložitev:",
        "Povzeto iz gradiva:",
        "PREDLOG SKLEPA:",
    ]
    assert sum(kind == "item" for kind, _ in blocks(memo)) == 3
    assert "**" not in "".join(text for _, text in blocks(letter))


def test_a_line_below_the_words_of_an_item_goes_on_with_it() -> None:
    text = "- sobotni klub (vodi ga Zdravstveni dom\n  Gornja Radgona),\n- tečaj\n  Nosilec: društvo\n"
    parts = read(text).parts
    assert [[line.text.strip() for line in part.lines] for part in parts if isinstance(part, Block)] == [
        ["- sobotni klub (vodi ga Zdravstveni dom", "Gornja Radgona),"],
        ["- tečaj"],
        ["Nosilec: društvo"],
    ]


def test_a_wide_table_does_not_tell_how_wide_the_text_is() -> None:
    running = "Načrt velja za trinajst občin, ki so ga pripravile skupaj z društvi\nin zavodi v regiji.\n\n"
    table = "Ukrep | Nosilec z imenom, ki je zelo dolgo in ga nihče več ne prebere do konca | Rok\n" * 4
    first = next(part for part in read(running * 15 + table).parts)
    assert isinstance(first, Block)
    assert len(first.lines) == 2
