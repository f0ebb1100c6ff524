"""Hostile and broken files with good ones in between, in one run: each ends in documents or in a line, and no more."""

import os
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from rinsearch import Library
from rinsearch.library.folders import shown
from tests.extract.hostile import write
from tests.papers import MEMO

GOOD = 20
SECONDS, MEMORY_MB = 6.0, 700  # for each file
LONGEST = 300.0  # seconds for all of them, on a machine with other things to do
WORD_MB = 40
# What none of them may be read as.
SECRETS = ("root:x:0:0", "root:*:0:0")
OUTCOMES = {"added", "incomplete", "failed", "warning"}

pytestmark = [
    pytest.mark.once,
    pytest.mark.skipif(os.name != "posix", reason="some of the files are of POSIX"),
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files, and good ones before, between and behind them."""
    place = tmp_path_factory.mktemp("hostile")
    names = write(place / "papers", WORD_MB)
    for number, name in enumerate(names[:: len(names) // GOOD]):
        before = os.fsdecode(os.fsencode(name)[:20])
        text = f"{MEMO}\nPriloga {number}: seznam jamarjev{number} društva.\n"
        (place / "papers" / f"{before}-good{number}.txt").write_text(text, "utf-8")
    return place


def everything(*folders: Path) -> set[tuple[str, int]]:
    """Path and time of change of every file, but for those of the index."""
    found = set()
    for each in folders:
        for place, folders_in, names in os.walk(each):
            folders_in[:] = [name for name in folders_in if name != "index"]
            for name in names:
                path = os.path.join(place, name)
                found.add((path, os.lstat(path).st_mtime_ns))
    return found


def descendants() -> set[int]:
    """The processes that this one or one of its children has started and that go on."""
    parents = {}
    for entry in Path("/proc").iterdir() if sys.platform.startswith("linux") else ():
        if entry.name.isdecimal():
            try:
                parents[int(entry.name)] = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
            except OSError:  # it has ended
                continue
    return set(_below(os.getpid(), parents))


def _below(process: int, parents: dict[int, int]) -> Iterator[int]:
    for child, parent in parents.items():
        if parent == process:
            yield child
            yield from _below(child, parents)


def test_each_ends_in_documents_or_in_a_line_and_all_good_ones_are_found(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setenv("TMPDIR", str(scratch))
    monkeypatch.setattr(tempfile, "tempdir", None)
    files, processes = everything(folder, tmp_path), descendants()
    begun = time.monotonic()
    with Library(tmp_path / "index") as library:
        report = library.ingest(folder / "papers", time_limit=SECONDS, memory_limit=MEMORY_MB)
        assert time.monotonic() - begun < LONGEST
        assert everything(folder, tmp_path) == files, "nothing is written but the index"
        assert not list(scratch.iterdir())
        assert descendants() == processes, "no process remains"
        told = {each.source.partition("!/")[0]: each for each in report.files}
        assert {each.outcome for each in report.files} <= OUTCOMES
        for name in os.listdir(folder / "papers"):
            if name != "deep":
                assert f"papers/{shown(name)}" in told, name
        assert "papers/deep/" + "d/" * 60 + "deep.txt" in told
        for each in report.files:
            assert each.documents or (each.error and each.error.message and each.error.advice), each
            assert each.source.isprintable()
            assert "process that read it broke down" not in (each.error.message if each.error else ""), each
        good = len([name for name in os.listdir(folder / "papers") if "-good" in name])
        assert good >= GOOD
        for number in range(good):
            assert library.search(f"jamarjev{number}").total == 1, number
        assert all(library.search(f'"{secret}"').total == 0 for secret in SECRETS)
        assert library.verify().wrong == ()
        again = library.ingest(folder / "papers", time_limit=SECONDS, memory_limit=MEMORY_MB)
        assert (again.documents, again.failed) == (report.documents, report.failed)
        assert again.added == again.updated == 0


def test_what_opens_with_an_empty_password_is_read_and_what_is_locked_is_told(folder: Path, tmp_path: Path) -> None:
    with Library(tmp_path / "index") as library:
        names = ("locked-empty.pdf", "locked.pdf", "locked.odt", "locked.doc", "locked.zip")
        report = library.ingest(*(folder / "papers" / name for name in names))
        told = {each.source.rpartition("papers/")[2]: each for each in report.files}
    assert told["locked-empty.pdf"].documents
    for name in ("locked.pdf", "locked.doc", "locked.zip!/a.txt"):
        error = told[name].error
        assert error is not None
        assert "password" in error.message + error.advice, name
    assert told["locked.zip"].documents, "the member without a password"


def test_the_files_are_many_and_of_every_format(folder: Path) -> None:
    names = {name for name in os.listdir(folder / "papers") if "-good" not in name}
    assert len(names) >= 150
    for ending in ("pdf", "docx", "odt", "rtf", "html", "eml", "zip", "png", "tif", "jpg", "doc", "txt", "md", "csv"):
        assert any(name.endswith(f".{ending}") for name in names), ending
