"""What an ingest may never do: touch strangers' files, wait for a pipe, read its own index."""

import os
from pathlib import Path

import pytest

from rinsearch import Library
from rinsearch.errors import UsageError


def paper(folder: Path) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "dopis.txt").write_text("OBČINA SEMIČ\n\nZadeva: Poziv\n\nSpoštovani.\n", "utf-8")
    return folder


def test_a_folder_with_other_files_is_no_place_for_an_index(tmp_path: Path) -> None:
    papers, home = paper(tmp_path / "papers"), tmp_path / "home"
    home.mkdir()
    (home / "moje.txt").write_text("x", "utf-8")
    with Library(home) as library, pytest.raises(UsageError):
        library.ingest(papers)
    assert [each.name for each in home.iterdir()] == ["moje.txt"]


def test_a_strange_file_that_comes_later_is_left_alone(tmp_path: Path) -> None:
    papers, home = paper(tmp_path / "papers"), tmp_path / "home"
    with Library(home) as library:
        library.ingest(papers)
        (home / "moje.txt").write_text("x", "utf-8")
        with pytest.raises(UsageError):
            library.rebuild()
        library.ingest(papers)
    assert (home / "moje.txt").read_text("utf-8") == "x"


@pytest.mark.skipif(os.name != "posix", reason="there are no named pipes")
def test_a_pipe_and_a_link_to_elsewhere_are_no_papers(tmp_path: Path) -> None:
    papers = paper(tmp_path / "papers")
    os.mkfifo(papers / "cev.txt")
    (tmp_path / "skrivnost.txt").write_text("x", "utf-8")
    (papers / "povezava.txt").symlink_to(tmp_path / "skrivnost.txt")
    with Library(tmp_path / "index") as library:
        assert library.ingest(papers).documents == 1


def test_an_index_among_the_papers_is_not_read(tmp_path: Path) -> None:
    papers = paper(tmp_path / "papers")
    with Library(papers / "index") as library:
        library.ingest(papers)
        assert library.ingest(papers).documents == 1
