"""Where a paragraph goes on over the end of a line, and where the next line begins something new."""

import pytest

from tests.extract.pdfs import Sheet, pdf
from tests.extract.shown import blocks, read

WIDEST = "Policija, šole in centri za socialno delo pripravijo skupen postopek ravnanja, romske"


def begun_in_bold(bold: str, plain: str, *rest: str) -> Sheet:
    """A page whose widest line comes first, then a line begun in bold, then plain ones, 14 points apart."""
    sheet = Sheet().text(70, 750, WIDEST)
    sheet.operators.append(f"BT /B 11 Tf 70 700 Td ({bold}) Tj /F 11 Tf ({plain}) Tj ET")
    for number, line in enumerate(rest, 1):
        sheet.text(70, 700 - 14 * number, line)
    return sheet


def texts(sheet: Sheet) -> list[tuple[str, str]]:
    return blocks(read(pdf(sheet)))[1:]


TITLE = "Ukrep 3.11: Poletni tabori za otroke iz vseh romskih in ogroženih družin"
NEXT = "Zveza prijateljev mladine, ki tabore pripravi vsako leto."


def test_a_sentence_behind_a_bold_title_goes_on_with_a_capital_letter() -> None:
    assert texts(begun_in_bold(TITLE, ". Nosilka je", NEXT)) == [("paragraph", f"{TITLE}. Nosilka je / {NEXT}")]


@pytest.mark.parametrize(
    ("bold", "plain"),
    [
        ("Ukrep 3.11: Poletni tabori za otroke", " Rok:"),  # short: the next word would have fitted in
        (TITLE, ". Vsako leto."),  # the sentence ended
        (f"{TITLE} v mestih", ""),  # bold to its end
    ],
)
def test_a_bold_title_that_is_finished_does_not_go_on(bold: str, plain: str) -> None:
    assert [text for _, text in texts(begun_in_bold(bold, plain, NEXT))] == [bold + plain, NEXT]


def test_a_long_line_goes_on_where_words_that_stay_together_left_room() -> None:
    # "A." would have fitted in, but an unbreakable space keeps it with the name.
    first = WIDEST.rpartition(" ")[0].rstrip(",")
    sheet = Sheet().text(70, 750, WIDEST).text(70, 700, first).text(70, 686, "A. Vzorec in drugi.")
    assert texts(sheet) == [("paragraph", f"{first} / A. Vzorec in drugi.")]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (WIDEST.rpartition(" ")[0].rstrip(",") + ".", "A. Vzorec in drugi."),  # a finished sentence
        ("Regijska koordinacijska skupina za jugovzhodno regijo", "Novo mesto, marec 2014"),  # lines of a title page
        ("Vodja skupine", "Vida Vzorec"),
    ],
)
def test_lines_that_stand_alone_are_not_joined(first: str, second: str) -> None:
    sheet = Sheet().text(70, 750, WIDEST).text(70, 700, first).text(70, 686, second)
    assert [text for _, text in texts(sheet)] == [first, second]


def test_a_bold_label_after_a_plain_line_that_ended_is_new() -> None:
    sheet = Sheet().text(70, 750, WIDEST).text(70, 700, WIDEST[:-7] + "v vas.").text(70, 686, "Ukrep 3.12", bold=True)
    assert [kind for kind, _ in texts(sheet)] == ["paragraph", "heading"]
