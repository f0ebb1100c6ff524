"""Numbers of pages and running heads inside a sentence are no part of it; lines that look like them stay."""

import pytest

from rinsearch.library.understanding import understand_text
from rinsearch.passages.overleaf import is_page

BEFORE = "Občinski svet Občine Semič se je na seji seznanil z Regijskim izvedbenim"
AFTER = "načrtom na področju socialnega varstva za jugovzhodno Slovenijo za obdobje 2017-2020."


def passages(*lines: str) -> list[str]:
    around = ["Člani sveta so se zbrali v sejni sobi občine.", ""] * 4
    text = "\n".join([*around, *lines, "", *around])
    return [passage.text for passage in understand_text(text, "paper.txt").passages]


@pytest.mark.parametrize(
    "between",
    [
        ["", "- 3 -", ""],
        ["", "stran 3 od 9", ""],
        ["", "Občina Semič - zapisnik 25. redne seje                      stran 3", ""],
        ["", "3/9", "Občina Semič, zapisnik 25. redne seje", ""],
        ["", "Zapisnik 25. redne seje, str. 3", ""],
        ["", "list 3 od 9", ""],
        ["", "OBČINA SEMIČ, OBČINSKI SVET 2017", "stran 3", ""],
        ["_" * 60, "Zapisnik 5. dopisne seje OS Občine Semič                   List 1", "_" * 60],
        ["", "-" * 40, "- 3 -", "", ""],
    ],
)
def test_a_sentence_goes_on_behind_the_number_of_a_page(between: list[str]) -> None:
    assert f"{BEFORE} {AFTER}" in passages(BEFORE, *between, AFTER)


def test_what_stands_right_below_a_number_between_dashes_is_no_item() -> None:
    assert f"{BEFORE} {AFTER}" in passages(BEFORE, "- 3 -", AFTER)


def test_a_short_line_of_a_column_goes_on_below_a_head_that_stands_on_other_pages_too() -> None:
    head = ["", "          stran {} od 4", "Zapisnik 18. redne seje OS Semič", ""]
    first, second = ([line.format(page) for line in head] for page in (2, 3))
    told = ["Gradivo je predstavila ga. Kos.", *first, "Povedala je, da gre za štiri leta.", "Regijski načrt je bil"]
    found = passages(*told, *second, "brez glasu proti vzet na znanje.")
    assert "Regijski načrt je bil brez glasu proti vzet na znanje." in " ".join(found)
    # Where it stands there once, it may be the title of what is told below it.
    once = [
        "Regijski načrt je bil",
        "",
        "stran 3 od 4",
        "Zapisnik 18. redne seje OS Semič",
        "",
        "brez glasu proti vzet.",
    ]
    assert any("Zapisnik" in text for text in passages(*once))


@pytest.mark.parametrize(
    "between",
    [
        ["", "Občina Metlika", ""],
        ["", "Glasovanje: 12 za, 3 proti", ""],
        ["", "2017", ""],
        ["", "a) stran 3", ""],
        ["", "zasvojenost 12 3", ""],
    ],
)
def test_other_lines_stay(between: list[str]) -> None:
    found = passages(BEFORE, *between, AFTER)
    assert any(between[1].removeprefix("a) ") in text for text in found)


def test_a_number_of_a_page_behind_a_full_stop_stays_where_it_is() -> None:
    assert any("stran 3" in text for text in passages(f"{BEFORE} načrtom.", "", "stran 3", "", "Seja je bila končana."))


@pytest.mark.parametrize("line", ["12 000 EUR", "Sklep št. 3", "član 3", "glej stran", "ZA 12", "2014 - 2016", ""])
def test_what_is_no_page(line: str) -> None:
    assert not is_page(line)


def test_long_lines_take_linear_time() -> None:
    for text in ("- " * 50_000, "stran " * 20_000, " " * 100_000 + "3"):
        assert not is_page(text)
