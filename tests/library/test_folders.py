"""Folders of one name, folders that moved, files with odd names: nothing is mixed up and nothing is lost."""

import json
import os
import shutil
import sys
from pathlib import Path

import pytest

from rinsearch import Library
from rinsearch.answers import as_json
from rinsearch.records import IngestReport
from tests.papers import MEMO, MINUTES, write


def counts(report: IngestReport) -> tuple[int, int, int, int]:
    return report.added, report.updated, report.unchanged, report.removed


def sources(library: Library) -> list[str]:
    return sorted(paper.source for paper in library.documents())


def test_two_folders_of_one_name_are_kept_apart(tmp_path: Path) -> None:
    write(tmp_path / "2017" / "gradivo" / "a.txt", MINUTES)
    write(tmp_path / "2018" / "gradivo" / "a.txt", MEMO)
    with Library(tmp_path / "index") as library:
        assert counts(library.ingest(tmp_path / "2017" / "gradivo")) == (1, 0, 0, 0)
        assert counts(library.ingest(tmp_path / "2018" / "gradivo")) == (1, 0, 0, 0)
        assert sources(library) == ["2018/gradivo/a.txt", "gradivo/a.txt"]
        assert counts(library.ingest(tmp_path / "2017" / "gradivo")) == (0, 0, 1, 0)
        assert counts(library.ingest(tmp_path / "2018" / "gradivo")) == (0, 0, 1, 0)
        (tmp_path / "2018" / "gradivo" / "a.txt").unlink()
        assert counts(library.ingest(tmp_path / "2018" / "gradivo")) == (0, 0, 0, 1)
        assert sources(library) == ["gradivo/a.txt"]
        assert str(tmp_path) not in json.dumps(as_json(library.documents()))


def test_folders_of_one_name_above_and_below_are_kept_apart(tmp_path: Path) -> None:
    write(tmp_path / "x" / "a.txt", MINUTES)
    write(tmp_path / "y" / "x" / "x" / "a.txt", MEMO)
    write(tmp_path / "y" / "x" / "x" / "x" / "a.txt", MEMO.replace("Kočevje", "Metlika"))
    with Library(tmp_path / "index") as library:
        library.ingest(tmp_path / "x", tmp_path / "y" / "x" / "x", tmp_path / "y" / "x" / "x" / "x")
        assert library.stats().documents == 3
        assert len(set(sources(library))) == 3


def test_a_folder_that_moved_keeps_its_label_and_is_not_read_again(tmp_path: Path) -> None:
    for number in range(4):
        write(tmp_path / "old" / "papers" / f"{number}.txt", f"{MEMO}\nPriloga {number}\n")
    with Library(tmp_path / "index") as library:
        library.ingest(tmp_path / "old" / "papers")
        shutil.move(tmp_path / "old" / "papers", tmp_path / "papers")
        (tmp_path / "papers" / "3.txt").unlink()
        assert counts(library.ingest(tmp_path / "papers")) == (0, 0, 3, 1)
        assert library.rebuild().documents == 3


def test_another_folder_does_not_take_the_place_of_one_that_cannot_be_reached(tmp_path: Path) -> None:
    for number in range(4):
        write(tmp_path / "disk" / "papers" / f"{number}.txt", f"{MEMO}\nPriloga {number}\n")
    write(tmp_path / "papers" / "other.txt", MINUTES)
    with Library(tmp_path / "index") as library:
        library.ingest(tmp_path / "disk" / "papers")
        (tmp_path / "disk").rename(tmp_path / "unplugged")
        report = library.ingest(tmp_path / "papers")
        assert (report.removed, report.documents) == (0, 5)


def test_a_part_of_a_known_folder_goes_by_its_label(tmp_path: Path) -> None:
    papers = tmp_path / "papers"
    write(papers / "semic" / "a.txt", MINUTES)
    write(papers / "kocevje" / "b.txt", MEMO)
    write(papers / "metadata.csv", "file,title\nsemic/a.txt,Zapisnik za vse\n")
    with Library(tmp_path / "index") as library:
        library.ingest(papers)
        assert counts(library.ingest(papers / "semic")) == (0, 0, 1, 0)
        assert counts(library.ingest(papers / "semic" / "a.txt")) == (0, 0, 1, 0)
        (papers / "semic" / "a.txt").unlink()
        (papers / "kocevje" / "b.txt").unlink()
        assert counts(library.ingest(papers / "semic")) == (0, 0, 0, 1)
        assert sources(library) == ["papers/kocevje/b.txt"], "that part was not looked at"


def test_a_link_to_a_folder_is_the_folder(tmp_path: Path) -> None:
    write(tmp_path / "papers" / "a.txt", MINUTES)
    (tmp_path / "link").symlink_to(tmp_path / "papers")
    with Library(tmp_path / "index") as library:
        library.ingest(tmp_path / "papers")
        assert counts(library.ingest(tmp_path / "link")) == (0, 0, 1, 0)


def test_an_empty_file_is_told_in_every_run(tmp_path: Path) -> None:
    write(tmp_path / "papers" / "a.txt", MINUTES)
    write(tmp_path / "papers" / "b.pdf", "")
    with Library(tmp_path / "index") as library:
        for _ in range(2):
            report = library.ingest(tmp_path / "papers")
            told = [(each.source, each.error.message) for each in report.files if each.error]
            assert (told, report.failed) == ([("papers/b.pdf", "The file is empty.")], 0)


def test_of_two_copies_the_one_that_went_is_not_named_any_more(tmp_path: Path) -> None:
    papers = tmp_path / "papers"
    write(papers / "a.txt", MINUTES)
    write(papers / "b.txt", MINUTES)
    with Library(tmp_path / "index") as library:
        library.ingest(papers)
        assert sources(library) == ["papers/a.txt"]
        (papers / "a.txt").unlink()
        assert counts(library.ingest(papers)) == (0, 0, 1, 1)
        assert sources(library) == ["papers/b.txt"]
        assert library.search("svet").hits[0].document.source == "papers/b.txt"
        write(papers / "a.txt", MINUTES)
        library.ingest(papers)
        assert sources(library) == ["papers/a.txt"]
        write(papers / "a.txt", MEMO)
        library.ingest(papers)
        assert sources(library) == ["papers/a.txt", "papers/b.txt"], "changed is gone, too"
        shutil.move(papers / "b.txt", papers / "c.txt")
        assert counts(library.ingest(papers)) == (1, 0, 1, 1)
        assert sources(library) == ["papers/a.txt", "papers/c.txt"]


def test_of_two_copies_the_facts_of_either_hold(tmp_path: Path) -> None:
    papers = tmp_path / "papers"
    write(papers / "a.txt", MINUTES)
    write(papers / "metadata.csv", "file,title\na.txt,Zapisnik za vse\n")
    with Library(tmp_path / "index") as library:
        library.ingest(papers)
        write(papers / "b.txt", MINUTES)
        library.ingest(papers)
        assert [paper.title for paper in library.documents()] == ["Zapisnik za vse"]
        write(tmp_path / "more" / "0.txt", MINUTES)
        library.ingest(tmp_path / "more")
        assert [paper.title for paper in library.documents()] == ["Zapisnik za vse"]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="names in any bytes are of Linux")
def test_names_in_any_bytes_are_shown_and_read(tmp_path: Path) -> None:
    papers = tmp_path / "papers"
    papers.mkdir()
    for number, name in enumerate((b"a\nb.txt", b"to\xe8ka.txt", b"\xe2\x80\xae.txt", b"x" * 251 + b".txt", b"~.txt")):
        (Path(os.fsdecode(os.fsencode(papers) + b"/" + name))).write_text(f"{MEMO}\n{number}\n", "utf-8")
    with Library(tmp_path / "index") as library:
        report = library.ingest(papers)
        assert (report.added, report.failed, report.documents) == (5, 0, 5)
        shown = [each.source for each in report.files]
        assert all(source.isprintable() for source in shown)
        json.dumps(shown, ensure_ascii=False).encode()
        assert counts(library.ingest(papers)) == (0, 0, 5, 0)
        assert library.rebuild().documents == 5


@pytest.mark.skipif(os.name != "posix", reason="there are no named pipes")
def test_what_is_left_out_is_told(tmp_path: Path) -> None:
    papers = tmp_path / "papers"
    write(papers / "a.txt", MINUTES)
    write(tmp_path / "elsewhere" / "b.txt", MEMO)
    os.mkfifo(papers / "pipe.txt")
    (papers / "out.txt").symlink_to(tmp_path / "elsewhere" / "b.txt")
    (papers / "loop.txt").symlink_to(papers / "loop.txt")
    (papers / "lost.txt").symlink_to(papers / "none.txt")
    (papers / "around").symlink_to(papers)
    with Library(tmp_path / "index") as library:
        report = library.ingest(papers)
    told = {each.source: each.outcome for each in report.files}
    names = ("around", "loop.txt", "lost.txt", "out.txt", "pipe.txt")
    assert told == {"papers/a.txt": "added", **{f"papers/{name}": "warning" for name in names}}
    assert all(each.error and each.error.advice for each in report.files if each.outcome == "warning")
    assert (report.documents, report.failed) == (1, 0)


def test_the_record_of_the_version_before_is_understood(tmp_path: Path) -> None:
    papers, index = tmp_path / "papers", tmp_path / "index"
    write(papers / "semic" / "a.txt", MINUTES)
    with Library(index) as library:
        library.ingest(papers)
        data = json.loads((index / "files.json").read_text("utf-8"))
        del data["folders"], data["generation"]
        (index / "files.json").write_text(json.dumps({**data, "version": 2}), "utf-8")
        assert counts(library.ingest(papers)) == (0, 0, 1, 0)
        assert json.loads((index / "files.json").read_text("utf-8"))["folders"] == {"papers": str(papers)}
