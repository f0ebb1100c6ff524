"""Archives and mails in a library: each member is a paper, a bad one is a line of its own."""

import zipfile
from pathlib import Path

import pytest

from rinsearch import Library, analyse, analyse_all
from rinsearch.errors import UsageError
from rinsearch.records import FileOutcome, IngestReport
from tests.papers import MEMO, MINUTES, write

MAIL = (
    "From: csd@csd.example\nSubject: Gradivo\nContent-Type: multipart/mixed; boundary=b\n\n"
    f"--b\nContent-Type: text/plain; charset=utf-8\n\nPošiljam.\n"
    f"--b\nContent-Type: text/plain; charset=utf-8\nContent-Disposition: attachment; filename=a.txt\n\n{MEMO}\n--b--\n"
)


def bundle(path: Path, **members: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in members.items():
            archive.writestr(name.replace("_", "."), content)
    return path


def outcomes(report: IngestReport) -> list[tuple[str, str, int]]:
    return [(each.source, each.outcome, len(each.documents)) for each in report.files]


def sources(library: Library) -> list[str]:
    return sorted(paper.source for paper in library.documents())


def test_members_are_papers_and_a_bad_one_is_a_line(tmp_path: Path) -> None:
    papers = tmp_path / "papers"
    bundle(papers / "seja.zip", a_txt=MINUTES, b_bin=bytes(range(32)) * 9, c_txt=MEMO)
    with Library(tmp_path / "index") as library:
        first = library.ingest(papers)
        assert outcomes(first) == [("papers/seja.zip", "added", 2), ("papers/seja.zip!/b.bin", "failed", 0)]
        assert (first.added, first.failed, first.documents) == (1, 1, 2)
        assert sources(library) == ["papers/seja.zip!/a.txt", "papers/seja.zip!/c.txt"]
        assert library.stats().failed == ("papers/seja.zip!/b.bin",)
        error = first.files[1].error
        assert error is not None
        assert error.place == "papers/seja.zip!/b.bin"
        again = library.ingest(papers)
        assert (again.unchanged, again.failed) == (1, 1)
        assert library.verify().wrong == ()


def test_an_archive_in_which_nothing_can_be_read_has_failed(tmp_path: Path) -> None:
    bundle(tmp_path / "papers" / "seja.zip", b_bin=bytes(range(32)) * 9)
    (tmp_path / "papers" / "x.zip").write_bytes(b"PK\x03\x04")
    with Library(tmp_path / "index") as library:
        report = library.ingest(tmp_path / "papers")
    assert outcomes(report) == [("papers/seja.zip!/b.bin", "failed", 0), ("papers/x.zip", "failed", 0)]


def test_what_left_an_archive_or_went_with_it_leaves_the_index(tmp_path: Path) -> None:
    papers = tmp_path / "papers"
    path = bundle(papers / "seja.zip", a_txt=MINUTES, c_txt=MEMO)
    with Library(tmp_path / "index") as library:
        library.ingest(papers)
        bundle(path, a_txt=MINUTES)
        assert outcomes(library.ingest(papers)) == [("papers/seja.zip", "updated", 1)]
        assert sources(library) == ["papers/seja.zip!/a.txt"]
        path.unlink()
        report = library.ingest(papers)
        assert (outcomes(report), report.documents) == ([("papers/seja.zip", "removed", 1)], 0)


def test_an_index_is_built_anew_without_the_archive(tmp_path: Path) -> None:
    papers = tmp_path / "papers"
    path = bundle(papers / "seja.zip", a_txt=MINUTES, b_bin=bytes(range(32)) * 9)
    with Library(tmp_path / "index") as library:
        library.ingest(papers)
        path.unlink()
        report = library.rebuild()
        assert outcomes(report) == [("papers/seja.zip", "added", 1), ("papers/seja.zip!/b.bin", "failed", 0)]
        assert sources(library) == ["papers/seja.zip!/a.txt"]


def test_a_mail_and_a_copy_of_its_attachment(tmp_path: Path) -> None:
    papers = tmp_path / "papers"
    write(papers / "posta.eml", MAIL)
    write(papers / "a.txt", MEMO)
    with Library(tmp_path / "index") as library:
        report = library.ingest(papers)
        assert FileOutcome("papers/posta.eml", "added", report.files[1].documents) == report.files[1]
        assert (report.added, report.documents) == (2, 2)
        assert sources(library) == ["papers/a.txt", "papers/posta.eml"]


def test_metadata_names_a_member_by_its_place(tmp_path: Path) -> None:
    papers = tmp_path / "papers"
    bundle(papers / "seja.zip", a_txt=MINUTES, c_txt=MEMO)
    rows = "seja.zip,https://obcina.example/seja,\nseja.zip!/a.txt,,Zapisnik seje\n"
    write(papers / "metadata.csv", f"file,url,title\n{rows}")
    with Library(tmp_path / "index") as library:
        library.ingest(papers)
        found = {paper.source: (paper.url, paper.title) for paper in library.documents()}
        assert found["papers/seja.zip!/a.txt"] == ("https://obcina.example/seja", "Zapisnik seje")
        assert found["papers/seja.zip!/c.txt"][0] == "https://obcina.example/seja"
        write(papers / "metadata.csv", f"file,url,title\n{rows.replace('Zapisnik seje', 'Drugače')}")
        assert library.ingest(papers).updated == 1


def test_analysis_has_an_entry_for_each_member(tmp_path: Path) -> None:
    path = bundle(tmp_path / "p" / "seja.zip", a_txt=MINUTES, b_bin=bytes(range(32)) * 9)
    found = analyse_all([path]).documents
    assert [(each.source, each.error is not None) for each in found] == [
        ("p/seja.zip!/a.txt", False),
        ("p/seja.zip!/b.bin", True),
    ]
    with pytest.raises(UsageError, match="2 papers"):
        analyse(path)
    assert analyse(write(tmp_path / "p" / "posta.eml", MAIL)).source == "p/posta.eml"
