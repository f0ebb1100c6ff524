"""Words, order, rows and characters, counted against a truth."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rinsearch import evaluate_extraction
from rinsearch.errors import UsageError
from rinsearch.evaluate import ReadingFigures
from rinsearch.evaluate.distance import distance
from rinsearch.evaluate.reading import Counts, compare
from rinsearch.evaluate.truth import TrueTable, TrueText, Truth
from rinsearch.records import Block, BlockKind, Cell, Document, Line, Origin, Table

LETTERS = st.text("abč ", max_size=12)


def block(*lines: str, kind: BlockKind = BlockKind.PARAGRAPH) -> Block:
    return Block(kind, tuple(Line(line, 1) for line in lines), Origin.TEXT_LAYER)


def table(*rows: tuple[str, ...]) -> Table:
    return Table(tuple(tuple(Cell((Line(cell),)) for cell in row) for row in rows), Origin.TEXT_LAYER)


def counts(true: list[TrueText | TrueTable], *parts: Block | Table) -> Counts:
    return compare(Truth("a.pdf", "pdf", tuple(true)), Document("1", (), "application/pdf", 1, parts))


def test_words_divided_at_a_line_end_are_whole_and_running_lines_do_not_count() -> None:
    found = counts(
        [TrueText("Občina Mokronog-Trebelno se je seznanila z načrtom 2017–2020.")],
        block("Stran 1", kind=BlockKind.HEADER),
        block("Občina Mokronog-", "Trebelno se je sez-", "nanila z  načrtom 2017–", "2020."),
    )
    assert (found.words, found.words_right, found.words_read) == (8, 8, 8)
    assert (found.pairs, found.pairs_right, found.edits) == (7, 7, 0)


def test_a_word_too_much_and_one_too_few_are_counted_on_their_sides() -> None:
    found = counts([TrueText("svet se je seznanil")], block("svet je je seznanil z"))
    assert (found.words, found.words_read, found.words_right) == (4, 5, 3)


def test_columns_that_are_read_across_lose_their_order_and_no_word() -> None:
    found = counts([TrueText("a b c d"), TrueText("1 2 3 4")], block("a b 1 2", "c d 3 4"))
    assert (found.words_right, found.words) == (8, 8)
    assert (found.pairs_right, found.pairs) == (4, 7)


def test_a_row_is_right_with_exactly_its_cells() -> None:
    true = TrueTable((("Št.", "Ukrep"), ("1", "Topli obroki"), ("2", "")), ruled=True)
    assert counts([true], table(("Št.", "Ukrep"), ("1", "Topli  obroki"), ("2", ""))).ruled_right == 3
    assert counts([true], table(("Št.", "Ukrep"), ("1 Topli", "obroki"), ("2",))).ruled_right == 1
    again = counts([true], table(("Št.", "Ukrep"), ("1", "Topli obroki"), ("Št.", "Ukrep"), ("2", "")))
    assert (again.ruled_right, again.ruled, again.rows_read) == (3, 3, 4)


def test_tables_without_vertical_rules_are_counted_apart_and_a_row_once() -> None:
    rows = (("Št.", "Ukrep"), ("1", "Obroki"))
    found = counts([TrueTable(rows, True), TrueTable(rows, False)], table(*rows))
    assert (found.ruled_right, found.ruled, found.open_right, found.open) == (2, 2, 0, 2)


@given(LETTERS, LETTERS)
def test_the_distance_is_that_of_the_table(first: str, second: str) -> None:
    assert distance(first, second) == by_table(first, second)


def by_table(first: str, second: str) -> int:
    row = list(range(len(second) + 1))
    for number, one in enumerate(first, 1):
        above, row = row, [number]
        for at, other in enumerate(second):
            row.append(min(above[at + 1] + 1, row[at] + 1, above[at] + (one != other)))
    return row[-1]


def write(folder: Path, name: str, data: Any) -> None:
    (folder / name).write_text(data if isinstance(data, str) else json.dumps(data), "utf-8")


def test_files_are_counted_by_form_and_one_by_one(tmp_path: Path) -> None:
    for name, form in (("a", "letter"), ("b", "letter"), ("c", None)):
        (tmp_path / f"{name}.txt").write_text("Občina Semič", "utf-8")
        write(tmp_path, f"{name}.truth.json", {"file": f"{name}.txt", "form": form, "parts": [{"text": "Občina"}]})
    found = evaluate_extraction(tmp_path)
    assert [(each.name, each.files, each.word_precision) for each in found.forms] == [
        ("letter", 2, 0.5),
        ("txt", 1, 0.5),
    ]
    assert [each.name for each in found.papers] == ["a.txt", "b.txt", "c.txt"]
    assert isinstance(found.forms[0], ReadingFigures)
    assert found.forms[0].ruled_rows_right is None


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.4 nothing")
    write(tmp_path, "a.truth.json", {"file": "a.pdf", "parts": []})
    found = evaluate_extraction(tmp_path)
    assert (found.files, [each.error.code for each in found.unread]) == (0, ["damaged"])


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ("{", "not as it should be"),
        ({"parts": []}, "'file' is missing"),
        ({"file": "a.txt"}, "'parts' is missing"),
        ({"file": "a.txt", "parts": [{}]}, "'table' is missing"),
        ({"file": "a.txt", "parts": [{"text": 5}]}, "is no text"),
        ({"file": "../a.txt", "parts": []}, "not beside it"),
        ({"file": "nothing.txt", "parts": []}, "missing"),
        ([], "not as it should be"),
    ],
)
def test_a_wrong_truth_is_named(data: Any, message: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("a", "utf-8")
    write(tmp_path, "a.truth.json", data)
    with pytest.raises(UsageError, match=message) as caught:
        evaluate_extraction(tmp_path)
    assert caught.value.place in ("a.truth.json", "nothing.txt")


def test_a_folder_without_truths_is_said(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="There is no"):
        evaluate_extraction(tmp_path)
    with pytest.raises(UsageError, match="no such folder"):
        evaluate_extraction(tmp_path / "nothing")
