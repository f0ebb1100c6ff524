"""metadata.csv as people save it: from any spreadsheet, with Slovene names; a slip of the pen is told."""

from datetime import date
from pathlib import Path

import pytest

from rinsearch import Library
from rinsearch.errors import UsageError
from rinsearch.library.corpus import paper_files
from rinsearch.library.metadata import read_metadata
from rinsearch.records import DocumentKind
from tests.papers import MINUTES, write

HEAD = "file,url,retrieved,title,date,issuer,kind\n"
ROW = "seje/č.txt,https://x.example,2018-01-31,Načrt; vse,21. 9. 2017,Semič,zapisnik\n"


def table(path: Path, text: str, encoding: str = "utf-8") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode(encoding))
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1250"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_any_spreadsheet_may_have_saved_it(tmp_path: Path, encoding: str, delimiter: str) -> None:
    lines = (HEAD + ROW.replace("Načrt; vse", "Načrt")).replace(",", delimiter).replace("\n", "\r\n")
    facts = read_metadata(table(tmp_path / "m.csv", lines, encoding))["seje/č.txt"]
    assert (facts.url, facts.retrieved) == ("https://x.example", date(2018, 1, 31))
    assert (facts.known["kind"], facts.known["title"]) == (DocumentKind.MINUTES, "Načrt")
    assert (facts.known["date"], facts.known["issuer"].name) == (date(2017, 9, 21), "Semič")


@pytest.mark.parametrize("name", ["zapisnik", "Zapisnik", "ZAPISNIKI", "minutes"])
def test_kinds_go_by_their_slovene_names_too(tmp_path: Path, name: str) -> None:
    found = read_metadata(table(tmp_path / "m.csv", f"file,kind\na.txt,{name}\n"))
    assert found["a.txt"].known == {"kind": DocumentKind.MINUTES}


def test_paths_are_compared_as_people_see_them(tmp_path: Path) -> None:
    found = read_metadata(table(tmp_path / "m.csv", "file,title\nseje\\tocc\u030cka.txt,A\n"))
    assert set(found) == {"seje/tocčka.txt"}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("file,date\na.txt,lani\n", "line 2"),
        ("file,date\na.txt,31. 2. 2017\n", "line 2"),
        ("file,kind\nx.txt,\na.txt,zapisnkik\n", "line 3"),
        ("file,issuer\na.txt,Semix\n", "Semič"),
        ("datoteka\na.txt\n", "file"),
    ],
)
def test_a_wrong_value_is_named_with_its_line(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        read_metadata(table(tmp_path / "m.csv", text))


def test_a_row_that_names_no_file_is_told_with_the_nearest(tmp_path: Path) -> None:
    papers = tmp_path / "papers"
    write(papers / "seje" / "zapisnik.txt", MINUTES)
    table(papers / "metadata.csv", "file,title\nseje/zapisnk.txt,A\n,B\nseje/zapisnik.txt,C\n")
    with Library(tmp_path / "index") as library:
        report = library.ingest(papers)
        told = [each.error for each in report.files if each.outcome == "warning" and each.error]
        assert [paper.title for paper in library.documents()] == ["C"]
    assert {each.place for each in told} == {"papers/metadata.csv"}
    assert sorted(each.message for each in told) == [
        "Line 2 names no paper: seje/zapisnk.txt.",
        "Line 3 names no paper: nothing.",
    ]
    assert "seje/zapisnik.txt" in told[0].advice
    assert report.failed == 0


def test_of_very_many_rows_without_a_paper_each_is_told_and_none_is_guessed(tmp_path: Path) -> None:
    write(tmp_path / "seje" / "zapisnik.txt", MINUTES)
    table(tmp_path / "metadata.csv", "file\n" + "".join(f"seje/zapisnik{number}.txt\n" for number in range(60)))
    told = [each.error for each in paper_files([tmp_path]).warnings if each.error]
    assert len(told) == 60
    assert {each.advice for each in told} == {"Write the path below the folder."}


def test_the_facts_of_members_are_those_of_their_own_archive(tmp_path: Path) -> None:
    for name in ("a.zip", "a.zip.zip", "b.zip"):
        (tmp_path / name).write_bytes(b"PK")
    rows = "a.zip!/v.txt,A\na.zip.zip!/n.zip!/v.txt,N\na.zip,\nb.zip,B\n"
    table(tmp_path / "metadata.csv", f"file,title\n{rows}")
    papers = paper_files([tmp_path]).papers
    members = {
        each.path.name: {name: facts.known["title"] for name, facts in each.members.items()} for each in papers.values()
    }
    assert members == {"a.zip": {"v.txt": "A"}, "a.zip.zip": {"n.zip!/v.txt": "N"}, "b.zip": {}}
