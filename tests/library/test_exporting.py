"""Exports of an index: every register, in every form, without the contact data of people."""

import csv
import json
import sqlite3
from contextlib import closing
from pathlib import Path

import openpyxl
import pytest

from rinsearch import Library
from rinsearch.answers.redacting import redacted
from rinsearch.cli.app import main
from rinsearch.errors import UnknownName, UsageError
from rinsearch.library.exporting import EXPORTED
from tests.papers import MINUTES, write, write_papers


@pytest.mark.parametrize("what", [each for each in EXPORTED if each != "all"])
def test_every_register_is_written(index: Path, tmp_path: Path, what: str) -> None:
    with Library(index) as library:
        rows = library.export(what, tmp_path / "a.csv")
        lines = library.export(what, tmp_path / "a.jsonl")
    read = list(csv.DictReader((tmp_path / "a.csv").read_text("utf-8-sig").splitlines(keepends=True)))
    records = [json.loads(line) for line in (tmp_path / "a.jsonl").read_text("utf-8").splitlines()]
    assert len(read) == rows == lines == len(records) > 0


def test_everything_goes_into_one_database_whose_keys_hold(index: Path, tmp_path: Path) -> None:
    with Library(index) as library:
        library.export("all", tmp_path / "a.sqlite")
        measures = library.measures(target_group="romi")
    with closing(sqlite3.connect(tmp_path / "a.sqlite")) as database:
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        found = database.execute(
            "SELECT p.text FROM measures m JOIN passages p ON m.passage = p.id WHERE m.target_groups LIKE '%romi%'"
        ).fetchall()
        assert len(found) == len(measures) == 1
        assert measures[0].text in found[0][0]
        assert database.execute("SELECT count(DISTINCT municipality_code) FROM councils").fetchone() == (21,)


def test_everything_goes_into_one_workbook_and_into_no_csv(index: Path, tmp_path: Path) -> None:
    with Library(index) as library:
        library.export("all", tmp_path / "a.xlsx")
        with pytest.raises(UsageError, match=r"\.xlsx"):
            library.export("all", tmp_path / "a.csv")
    assert {"measures", "councils", "tags"} <= set(openpyxl.load_workbook(tmp_path / "a.xlsx").sheetnames)


def test_filters_limit_what_is_written(index: Path, tmp_path: Path) -> None:
    with Library(index) as library:
        assert library.export("measures", tmp_path / "a.csv", target_group="romi") == 1
        assert (
            0
            < library.export("passages", tmp_path / "a.csv", kind="zapisnik")
            < library.export("passages", tmp_path / "b.csv")
        )
        with pytest.raises(UsageError):
            library.export("plans", tmp_path / "a.csv", kind="zapisnik")
        with pytest.raises(UnknownName):
            library.export("ukrepi", tmp_path / "a.csv")


def test_contacts_are_blotted_out_unless_they_are_asked_for(tmp_path: Path) -> None:
    write_papers(tmp_path / "p")
    write(
        tmp_path / "p" / "a.txt", MINUTES + "\nKontakt: vzorec@primer.si, telefon 041 000 111, zadeva 032-1/2017-4.\n"
    )
    with Library(tmp_path / "i") as library:
        library.ingest(tmp_path / "p")
        for name in ("passages", "tags"):
            for ending in (".csv", ".jsonl"):
                library.export(name, tmp_path / f"a{ending}")
                text = (tmp_path / f"a{ending}").read_text("utf-8-sig")
                assert "primer.si" not in text
                assert "041 000 111" not in text
                assert "41000111" not in text, "nor as the value of a tag"
        library.export("passages", tmp_path / "a.csv")
        assert "032-1/2017-4" in (tmp_path / "a.csv").read_text("utf-8-sig")
        library.export("passages", tmp_path / "a.csv", with_contacts=True)
        assert "vzorec@primer.si" in (tmp_path / "a.csv").read_text("utf-8-sig")


def test_links_of_a_spreadsheet_lead_to_the_papers_from_where_it_stands(tmp_path: Path) -> None:
    write(tmp_path / "gradiva č" / "zapisnik 21.txt", MINUTES)
    with Library(tmp_path / "i") as library:
        library.ingest(tmp_path / "gradiva č")
        (tmp_path / "a" / "b").mkdir(parents=True)
        library.export("decisions", tmp_path / "a" / "b" / "d.xlsx")
        cell = list(openpyxl.load_workbook(tmp_path / "a" / "b" / "d.xlsx")["decisions"][2])[-1]
        assert cell.hyperlink.target == "../../gradiva%20%C4%8D/zapisnik%2021.txt"
        (tmp_path / "gradiva č" / "zapisnik 21.txt").unlink()
        library.export("decisions", tmp_path / "d.xlsx")
    assert list(openpyxl.load_workbook(tmp_path / "d.xlsx")["decisions"][2])[-1].hyperlink is None


def test_what_is_published_shows_no_contacts(tmp_path: Path) -> None:
    write_papers(tmp_path / "p")
    paper = tmp_path / "p" / "semic" / "zapisnik.txt"
    said = "o načrtu ob klicu na 041 000 111 (ana@primer.si) "
    paper.write_text(paper.read_text("utf-8").replace("se je seznanil", f"se je {said}seznanil"), "utf-8")
    plan = tmp_path / "p" / "nacrt.md"
    plan.write_text(plan.read_text("utf-8").replace("Topli obroki", "Topli obroki, tel. 041 000 111,"), "utf-8")
    with Library(tmp_path / "i") as library:
        library.ingest(tmp_path / "p")
        library.confirm("Semič", by="A. Vzorec", reason="po klicu na 041 000 111", source="ana@primer.si")
        for with_contacts in (False, True):
            library.report(to=tmp_path / "r.html", with_contacts=with_contacts)
            library.snapshot(to=tmp_path / "s.json", with_contacts=with_contacts)
            assert library.changes(tmp_path / "s.json").changes == (), "blots are no change"
            for name in ("r.html", "s.json"):
                text = (tmp_path / name).read_text("utf-8")
                assert ("041 000 111" in text) is with_contacts, name
                assert ("ana@primer.si" in text) is with_contacts, name
        frame = library.measures().to_pandas()
        assert "041" not in frame["text"][0]
        assert frame["id"][0] == library.measures()[0].id
        assert "041" in library.measures().to_pandas(with_contacts=True)["text"][0]


@pytest.mark.parametrize(
    "text",
    ["zadeva 122-08/2013-5", "12. 10. 2017", "znesek 12.000,00 EUR", "leta 2017-2020", "parcela 1234/5", "seja 21."],
)
def test_numbers_that_are_no_contact_stay(text: str) -> None:
    assert redacted(text) == text


def test_answers_become_data_frames(index: Path) -> None:
    with Library(index) as library:
        measures = library.measures().to_pandas()
        assert list(measures["number"]) == ["1.1", "1.2"]
        assert str(measures["until"].dtype).startswith("datetime64")
        councils = library.councils().to_pandas()
        assert councils.set_index("municipality_code").loc["109", "standing"] == "acknowledged"
        assert len(library.search("zdravje").to_pandas()) == 1
        for listing in (library.groups(), library.municipalities(), library.plans(), library.documents()):
            assert len(listing.to_pandas()) == len(listing)


def test_the_command_takes_the_file_by_place_or_by_name(
    index: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    place = ["--index", str(index)]
    assert main(["export", "measures", str(tmp_path / "a.csv"), *place]) == 0
    assert main(["export", "measures", "--to", str(tmp_path / "b.csv"), *place]) == 0
    assert (tmp_path / "a.csv").read_bytes() == (tmp_path / "b.csv").read_bytes()
    assert main(["export", "measures", "--to", str(tmp_path / "c.csv"), "--excel", *place]) == 0
    assert (tmp_path / "c.csv").read_text("utf-8-sig").startswith("id;plan;")
    capsys.readouterr()
    assert main(["export", "measures", *place]) == 2
    assert "to" in capsys.readouterr().err
