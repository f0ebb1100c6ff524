"""Tables on a terminal: what stands side by side, what goes below, and what never leaves its line."""

import pytest

from rinsearch.answers import Table
from rinsearch.answers.tables import COUNCILS
from rinsearch.cli.printing import Layout, print_answer
from rinsearch.records import FileOutcome, IngestReport, PassageKind, TaggedPassage

ROW = (
    "Mokronog-Trebelno",
    "seznanjen, posredno",
    "27. 10. 2017",
    "19. redna",
    "za 19, proti 0, vzdržani 2",
    "900-0006/2017-1",
    "2",
    "corpus/jugovzhodna/mokronog-trebelno/2017-09-zapisnik-19-seja.pdf, str. 1",
    "Občinski svet Občine Mokronog-Trebelno se je seznanil z načrtom.",
)


def test_the_standing_of_a_council_stays_beside_its_name_on_a_narrow_terminal() -> None:
    layout = Layout.of(Table("", COUNCILS, (ROW,)), 80)
    assert layout.line(ROW).startswith("Mokronog-Trebelno  seznanjen, posredno  27. 10. 2017")
    assert len(layout.line(ROW)) <= 80
    assert set(layout.below(ROW)) == {ROW[4], ROW[5], ROW[7], ROW[8]}
    assert f"glasovanje: {ROW[4]}" in layout.below(ROW, COUNCILS), "below it no heading says what it is"


def test_a_long_text_goes_below_though_it_stands_at_the_left() -> None:
    row = ("1.10", "Pogovorne skupine za žalujoče " * 4, "31. 12. 2018")
    assert Layout.of(Table("", ("št.", "ukrep", "rok"), (row,)), 80).below(row) == [row[1]]


@pytest.mark.parametrize("width", [1, 20, 80, 400])
def test_a_table_without_rows_has_a_layout(width: int) -> None:
    assert Layout.of(Table("nič", ("a", "b"), ()), width).line(("a", "b")) == ""


def test_a_line_break_in_the_name_of_a_file_begins_no_row(capsys: pytest.CaptureFixture[str]) -> None:
    passage = TaggedPassage("1.1", 1, None, PassageKind.PARAGRAPH, ("dva\ndela", "\u202eobrnjeno"), "besedilo", ())
    print_answer(passage, json=False)
    assert capsys.readouterr().out.splitlines()[2] == "oddelek\tdva dela › obrnjeno\t\t"


@pytest.mark.parametrize(("rows", "words"), [(0, "0 rows written"), (1, "1 row written"), (2, "2 rows written")])
def test_one_row_is_no_rows(rows: int, words: str, capsys: pytest.CaptureFixture[str]) -> None:
    print_answer(rows, json=False)
    assert capsys.readouterr().out.strip() == words


def test_of_pages_that_are_not_read_it_is_said_what_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    report = IngestReport("i", "whoosh", 1, 0, 0, 0, 0, 1, 0, 1, 1, (FileOutcome("a.pdf", "incomplete", ("1",)),))
    print_answer(report, json=False)
    out = capsys.readouterr().out.splitlines()[-1]
    assert out.startswith("incomplete\ta.pdf\tPages without text are not read.\tThey need OCR:")
