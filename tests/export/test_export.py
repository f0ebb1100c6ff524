"""Exports: every format holds the same rows, with types, and nothing that runs."""

import csv
import json
import sqlite3
import sys
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pandas
import pyarrow.parquet
import pytest

from rinsearch.errors import MissingPart, UnknownName, UsageError
from rinsearch.export import COLUMNS, ENDINGS, Kind, Sheet, Style, council_sheet, frame, sheet_of, tabular, write
from rinsearch.export.cells import link_to
from rinsearch.records import (
    Basis,
    Correction,
    Coverage,
    PassageKind,
    SeenSession,
    SessionKind,
    Status,
    TaggedPassage,
    TagInfo,
)
from tests.made import PAPER, PLAN, council_table, decision, measure

PASSAGE = TaggedPassage(
    "3f09c2d1a4b5e6f7.1", 4, None, PassageKind.PARAGRAPH, ("Sklepi", "5. točka"), "sklep za Rome\x00",
    (TagInfo("target_group", "romi", 9, 13, "group"),),
)  # fmt: skip


def measures() -> Sheet:
    return sheet_of("measures", [measure(("romi", "otroci"), "1"), replace(measure((), None), id="m2", amount=None)])


def everything() -> list[Sheet]:
    return [
        measures(),
        council_sheet(council_table()),
        sheet_of("decisions", [decision(Status.ADOPTED)]),
        sheet_of("documents", [PAPER]),
        sheet_of("passages", [PASSAGE]),
        sheet_of("tags", [PASSAGE]),
    ]


def test_ids_are_no_words() -> None:
    changed = everything()[2].with_words(lambda text: "█")
    row = dict(zip((column.name for column in changed.columns), changed.rows[0], strict=True))
    assert (row["id"], row["quote"]) == ("3f09c2d1a4b5e6f7.d1", "█")
    record = changed.records[0]
    assert isinstance(record, dict)
    assert (record["id"], record["about"], record["evidence"]["passage"]) == (row["id"], "█", "3f09c2d1a4b5e6f7.1")


def test_every_column_says_what_it_holds() -> None:
    for name, columns in COLUMNS.items():
        assert len({column.name for column in columns}) == len(columns), name
        assert all(column.about for column in columns), name


def test_csv_is_as_programs_read_it(tmp_path: Path) -> None:
    assert write([measures()], tmp_path / "m.csv") == 2
    raw = (tmp_path / "m.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf"), "or a spreadsheet reads č as something else"
    first, second = csv.DictReader(raw.decode("utf-8-sig").splitlines())
    assert first["municipality_codes"] == "001; 109"
    assert first["amount"] == "12000.5"
    assert first["until"] == "2018-12-31"
    assert first["text"].startswith("'="), "a spreadsheet would run it"
    assert first["link"] == "corpus/semi%C4%8D/na%C4%8Drt%201.pdf#page=4"
    assert second["amount"] == ""


def test_csv_for_a_slovene_excel(tmp_path: Path) -> None:
    write([council_sheet(council_table())], tmp_path / "c.csv", Style(excel=True))
    rows = list(csv.DictReader((tmp_path / "c.csv").read_text("utf-8-sig").splitlines(), delimiter=";"))
    assert len(rows) == 21
    assert {row["date"] for row in rows} == {"", "12. 10. 2017"}
    assert {row["took_note"] for row in rows} == {"NE"}
    assert {row["municipality_code"] for row in rows} >= {'="017"', '="109"'}, "or 017 becomes 17"
    write([measures()], tmp_path / "m.csv", Style(excel=True))
    first, _ = csv.DictReader((tmp_path / "m.csv").read_text("utf-8-sig").splitlines(), delimiter=";")
    assert first["amount"] == "12000,5"
    assert first["number"] == '="1.10"', "or it becomes the first of October"
    assert first["text"].startswith("'="), "what a paper says is never run"
    assert first["deadline"] == '="31. 12. 2018"'


def test_words_and_formulas_are_no_codes_for_excel(tmp_path: Path) -> None:
    texts = ("2017 in naprej", '1"&HYPERLINK("x")&"', "=1+1", "-5", "12 €", "")
    several = [replace(measure((), None), indicator=each) for each in texts]
    write([sheet_of("measures", several)], tmp_path / "m.csv", Style(excel=True))
    rows = csv.DictReader((tmp_path / "m.csv").read_text("utf-8-sig").splitlines(), delimiter=";")
    assert [row["indicator"] for row in rows] == [texts[0], texts[1], "'=1+1", "'-5", texts[4], ""]


def test_a_sheet_that_a_workbook_cannot_hold_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tabular, "ROWS_AT_MOST", 1)
    with pytest.raises(UsageError, match=r"holds 1 rows; measures has 2.*sqlite"):
        write([measures()], tmp_path / "m.xlsx")
    assert not list(tmp_path.iterdir())


def test_json_lines_hold_the_whole_records(tmp_path: Path) -> None:
    write([measures()], tmp_path / "m.jsonl")
    first, _ = map(json.loads, (tmp_path / "m.jsonl").read_text("utf-8").splitlines())
    assert first["providers"] == ["CSD Vzorčni", "društvo Primer"]
    assert first["document"]["source"] == "corpus/semič/načrt 1.pdf"


def test_a_workbook_has_types_filters_and_links(tmp_path: Path) -> None:
    write(everything(), tmp_path / "all.xlsx")
    book = openpyxl.load_workbook(tmp_path / "all.xlsx")
    assert book.sheetnames == ["measures", "councils", "decisions", "documents", "passages", "tags"]
    page = book["measures"]
    heads = [cell.value for cell in page[1]]
    cells = dict(zip(heads, page[2], strict=True))
    assert cells["text"].value == "=SUM(A1:A9) pomoč na domu"
    assert cells["text"].data_type == "s", "text, no formula"
    assert cells["municipality_codes"].value == "001; 109"
    assert cells["until"].value.date() == date(2018, 12, 31)
    assert cells["amount"].value == 12000.5
    assert cells["amount"].number_format == "#,##0.00", "12.000,50 in a Slovene Excel"
    assert cells["link"].hyperlink.target.endswith("#page=4") or cells["link"].hyperlink.location == "page=4"
    assert page.auto_filter.ref
    assert page.freeze_panes == "A2"
    assert "\x00" not in book["passages"]["F2"].value


def test_parquet_has_types_and_their_meaning(tmp_path: Path) -> None:
    write([measures()], tmp_path / "m.parquet")
    table = pyarrow.parquet.read_table(tmp_path / "m.parquet")
    assert str(table.schema.field("until").type) == "date32[day]"
    assert str(table.schema.field("amount").type) == "double"
    assert b"euros" in table.schema.field("amount").metadata[b"about"]
    assert table.column("amount").to_pylist() == [12000.5, None]


def test_a_database_has_keys_that_hold(tmp_path: Path) -> None:
    write(everything(), tmp_path / "all.sqlite")
    with closing(sqlite3.connect(tmp_path / "all.sqlite")) as database:
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        assert database.execute("SELECT value, quote FROM tags").fetchall() == [("romi", "Rome")]
        keys = database.execute("PRAGMA foreign_key_list(decisions)").fetchall()
        assert {(key[2], key[3], key[4]) for key in keys} == {
            ("documents", "document", "id"),
            ("passages", "passage", "id"),
        }
        count = database.execute("SELECT count(*) FROM councils WHERE standing IS NULL").fetchone()
    assert count == (21 - len(Status),)


def test_a_frame_knows_what_is_missing() -> None:
    found = frame(measures())
    assert list(found["amount"].isna()) == [False, True]
    assert str(found["page"].dtype) == "Int64"
    assert found["until"][0] == pandas.Timestamp(2018, 12, 31)
    empty = frame(sheet_of("measures", []))
    assert list(empty.columns) == [column.name for column in COLUMNS["measures"]]
    assert len(frame(council_sheet(council_table()))) == 21


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_register_without_rows_is_written_with_its_columns(tmp_path: Path, ending: str) -> None:
    assert write([sheet_of("measures", [])], tmp_path / f"none{ending}") == 0
    assert (tmp_path / f"none{ending}").exists()


def test_words_are_blotted_out_in_rows_and_records_alike(tmp_path: Path) -> None:
    blotted = measures().with_words(lambda text: text.replace("pomoč", "█"))
    assert "pomoč" not in repr((blotted.rows, blotted.records))
    assert "načrt" in repr(blotted.records)


def test_a_failed_export_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    target = tmp_path / "m.csv"
    target.write_text("mine")
    broken = replace(measures(), rows=((object(),),))  # type: ignore[arg-type]
    sheet = replace(broken, columns=())
    with pytest.raises(ValueError, match="zip"):
        write([sheet.with_words(str)], target)
    assert target.read_text() == "mine"
    assert [each.name for each in tmp_path.iterdir()] == ["m.csv"]


def test_what_cannot_be_written_says_why(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"Use one of \.csv"):
        write([measures()], tmp_path / "m.pdf")
    with pytest.raises(UsageError, match=r"For several use \.xlsx"):
        write(everything(), tmp_path / "m.csv")
    with pytest.raises(UsageError, match="folder"):
        write([measures()], tmp_path / "nowhere" / "m.csv")
    with pytest.raises(UnknownName):
        sheet_of("meausres", [])


def test_without_a_library_it_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(MissingPart, match="rinsearch\\[frames\\]"):
        write([measures()], tmp_path / "m.xlsx")
    assert not list(tmp_path.iterdir())


def test_links_lead_to_a_page_of_a_pdf_and_to_nothing_inside_an_archive() -> None:
    assert link_to("a/b.pdf", 7) == "a/b.pdf#page=7"
    assert link_to("a/b.docx", 1) == "a/b.docx"
    assert link_to("a/seja.zip!/b.pdf", 2) == "a/seja.zip"
    assert link_to(None, 2) is None


def test_types_of_columns_are_kept(tmp_path: Path) -> None:
    kinds = {column.name: column.kind for column in COLUMNS["councils"]}
    assert kinds["municipality_code"] is Kind.TEXT
    assert kinds["session_number"] is Kind.INTEGER
    assert council_sheet(council_table()).rows[0][:2] == (PLAN, "017")
    assert PLAN in repr(sheet_of("decisions", [decision(Status.ADOPTED)]).rows)


@pytest.mark.parametrize(
    ("told", "number", "kind"),
    [
        ("13. redna", 13, "redna"),
        ("3. izredna seja", 3, "izredna"),
        ("7", 7, None),
        ("dopisna", None, "dopisna"),
        ("", None, None),
    ],
)
def test_a_row_that_a_person_gives_has_the_session_that_the_person_told(
    told: str, number: int | None, kind: str | None
) -> None:
    table = council_table()
    word = Correction(
        table.plan, table.councils[0].municipality, Status.ACKNOWLEDGED, date(2017, 12, 14), told or None,
        "A. Vzorec", date(2018, 1, 5), "po zapisniku", "zapisnik 13. redne seje", None,
    )  # fmt: skip
    row = replace(table.councils[0], basis=Basis.CORRECTED, correction=word)
    sheet = council_sheet(replace(table, councils=(row,)))
    cells = dict(zip((column.name for column in sheet.columns), sheet.rows[0], strict=True))
    assert (cells["session_number"], cells["session_kind"], cells["corrected_source"]) == (number, kind, word.source)


def test_sessions_seen_and_missing_stand_in_columns_of_their_own() -> None:
    table = council_table()
    seen = (
        SeenSession(23, SessionKind.REDNA, date(2017, 10, 5), PAPER),
        SeenSession(None, None, None, PAPER),
        SeenSession(26, None, date(2018, 2, 8), PAPER),
    )
    asked = [Coverage(each.municipality, each.standing, None, None, 2, seen, (24, 25)) for each in table.councils]
    rows = tuple(replace(row, coverage=one) for row, one in zip(table.councils, asked, strict=True))
    sheet = council_sheet(replace(table, councils=rows))
    cells = dict(zip([column.name for column in sheet.columns], sheet.rows[0], strict=True))
    assert (cells["seen_sessions"], cells["missing_sessions"]) == ("23/redna; 26/", "24; 25")
    assert council_sheet(table).rows[0][-1] is None, "where nobody asked"
