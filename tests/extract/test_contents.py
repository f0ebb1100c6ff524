"""Tables of contents: what is one, where it begins and ends, and what only looks like one."""

import time

import pytest

from rinsearch.passages import split
from tests.extract.pdfs import Sheet, pdf
from tests.extract.shown import blocks, read

DOTTED = """Kazalo vsebine
NAČRT ZA OBDOBJE 2017–2020 .1
1 Uvod . . . . . . . . . . . . 3
2 Prednostno področje: center za obravnavo in za delo z mobilno
skupino ............... 12
3 Sklep……………… 22
"""


def of_kind(text: str, kind: str = "contents") -> list[str]:
    return [found for each, found in blocks(read(text)) if each == kind]


def test_lines_with_leaders_and_pages_are_contents_and_their_title_is_not() -> None:
    found = blocks(read(f"{DOTTED}\n1 Uvod\n\nNačrt velja štiri leta.\n"))
    title, *lines = DOTTED.splitlines()
    assert found[0][1] == title
    assert found[1] == ("contents", " / ".join(lines))
    assert [text for _, text in found[2:]] == ["1 Uvod", "Načrt velja štiri leta."]


def test_a_heading_that_the_contents_repeat_is_one_passage() -> None:
    passages, _ = split(read(f"NAČRT ZA OBDOBJE 2017–2020\n\n{DOTTED}\nSklep\n\nSvet načrt potrdi.\n"))
    assert [passage.text for passage in passages if "2017" in passage.text] == ["NAČRT ZA OBDOBJE 2017-2020"]
    assert not [passage for passage in passages if passage.text.endswith("22")]


def test_what_follows_the_contents_does_not_stand_under_their_title() -> None:
    passages, _ = split(read("KAZALO\n" + "\n".join(DOTTED.splitlines()[1:]) + "\n\nSvet načrt potrdi.\n"))
    assert (passages[-1].text, passages[-1].section) == ("Svet načrt potrdi.", ())


@pytest.mark.parametrize("title", ["Kazalo", "KAZALO VSEBINE", "Vsebina:", "Kazalo slik in preglednic"])
def test_gaps_before_rising_pages_are_contents_under_their_title(title: str) -> None:
    assert of_kind(f"{title}\nUvod     3\nStanje v regiji     5\nUkrepi\t14\n\nUvod\n") == [
        "Uvod     3 / Stanje v regiji     5 / Ukrepi\t14"
    ]


def test_contents_go_on_over_the_page_and_its_running_lines() -> None:
    sheets = [Sheet().text(200, 810, "Regijski izvedbeni dogovor za varstvo") for _ in range(2)]
    sheets[0].lines(70, 760, ["Kazalo", *(f"{n} Poglavje " + ". " * 30 + f"{n}" for n in range(1, 5))])
    sheets[1].text(70, 760, "5 Poglavje " + ". " * 30 + "5").text(70, 700, "1 Poglavje", 16)
    found = blocks(read(pdf(*sheets)))
    assert [kind for kind, _ in found] == ["header", "paragraph", "contents", "header", "contents", "heading"]


def test_two_lists_each_with_its_title_are_two() -> None:
    slides = "Kazalo slik\nSlika 1 ..... 2\nSlika 2 ..... 4\nSlika 3 ..... 9\n"
    assert len(of_kind(f"{DOTTED}\n{slides}")) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Uvod ..... 3\nSklep ..... 5\n",  # two lines
        "Ime ...............\nPriimek ...............\nNaslov ...............\n",  # places to fill in
        "Kava ..... 120\nČaj ..... 80\nVoda ..... 50\nSok ..... 90\n",  # sums, not pages
        "Kruh ..... 1,20\nMleko ..... 1,40\nMoka ..... 1,90\n",
        "PROTI     0\nVZDRŽAN     2\nZA     23\n",  # votes behind gaps, without a title
        "Sklep iz leta ..... 2015\nSklep iz leta ..... 2016\nSklep iz leta ..... 2017\n",  # years
        "Vsebina\n\nNačrt ima tri dele.\nPROTI     0\nVZDRŽAN     2\nZA     23\n",  # a sentence comes first
        "... 1\n... 2\n... 3\n",  # no words
        "Točka 1\nTočka 2\nTočka 3\n",
    ],
)
def test_what_is_no_table_of_contents(text: str) -> None:
    assert of_kind(text) == []


def test_a_misread_number_does_not_spoil_the_contents() -> None:
    pages = [*range(1, 15), 3, *range(16, 30)]
    assert len(of_kind("\n".join(f"Poglavje ..... {page}" for page in pages))) == 1


@pytest.mark.parametrize("line", ["a" + " ." * 9000 + " 1x", "Kazalo", "a .....1", "a" + " " * 18000 + "1 a"])
def test_hostile_lines_take_linear_time(line: str) -> None:
    start = time.perf_counter()
    read("\n".join([line] * 200))
    assert time.perf_counter() - start < 5
