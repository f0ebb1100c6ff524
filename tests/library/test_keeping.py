"""The record of files on disk: nothing that was saved is lost, and saving costs as much as has changed."""

import json
import os
import random
from pathlib import Path
from typing import Any

import pytest

from rinsearch.library import Library, keeping
from rinsearch.library.keeping import JOURNAL, NAME, Kept
from rinsearch.library.state import Files, FileState
from rinsearch.records import Source
from tests.papers import MEMO, MINUTES, write


@pytest.fixture(autouse=True)
def journal_from_the_first_byte_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "SMALL", 0)


def state(number: int) -> FileState:
    sha256 = f"{number:064x}"
    source = Source(f"papers/{number}.txt", sha256, "text/plain", number)
    return FileState("papers", f"/papers/{number}\udcff.txt", number, number, "", sha256, (source,))


def some(home: Path, count: int) -> Files:
    """A record of so many files, the last two of which stand in the journal."""
    files = Files(home, folders={"papers": "/papers"})
    for number in range(count):
        files.put(str(number), state(number))
        if number >= count - 3:
            files.save(number)
    return files


def same(found: Files, wanted: Files) -> bool:
    told = [(each.states, each.folders, each.generation, each.held()) for each in (found, wanted)]
    return told[0] == told[1]


def test_what_has_changed_is_put_behind_the_whole(tmp_path: Path) -> None:
    files = some(tmp_path, 20)
    whole = (tmp_path / NAME).read_bytes()
    assert len((tmp_path / JOURNAL).read_bytes().splitlines()) == 3
    files.drop("3")
    files.folders["more"] = "/more"
    files.save(20)
    assert (tmp_path / NAME).read_bytes() == whole
    assert same(Files.load(tmp_path), files)
    assert "3" not in Files.load(tmp_path).states


def test_any_changes_and_any_stops_give_the_same_record(tmp_path: Path) -> None:
    dice, files = random.Random(3), Files(tmp_path)
    for generation in range(120):
        for _ in range(dice.randrange(4)):
            number = dice.randrange(40)
            if dice.random() < 0.3:
                files.drop(str(number))
            else:
                files.put(str(number), state(dice.randrange(1000)))
        files.save(generation, whole=dice.random() < 0.05)
        found = Files.load(tmp_path)
        assert same(found, files)
        files = found if dice.random() < 0.3 else files


def test_a_line_that_was_cut_off_costs_that_line_alone(tmp_path: Path) -> None:
    some(tmp_path, 20)
    told = (tmp_path / JOURNAL).read_bytes()
    for cut in range(1, len(told.splitlines()[-1]), 23):
        (tmp_path / JOURNAL).write_bytes(told[:-cut])
        assert sorted(map(int, Files.load(tmp_path).states)) == list(range(19))
    found = Files.load(tmp_path)
    found.put("99", state(99))
    found.save(99)  # not behind half a line
    assert same(Files.load(tmp_path), found)
    assert not (tmp_path / JOURNAL).exists()


def test_a_journal_of_another_whole_is_none(tmp_path: Path) -> None:
    files = some(tmp_path, 20)
    left = (tmp_path / JOURNAL).read_bytes()
    files.drop("19")
    files.save(30, whole=True)
    (tmp_path / JOURNAL).write_bytes(left)  # as where a run was killed before it was taken away
    found = Files.load(tmp_path)
    assert same(found, files)
    found.put("5", state(500))
    found.save(31)
    assert same(Files.load(tmp_path), found)


def test_what_could_not_be_saved_is_saved_the_next_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = some(tmp_path, 20)
    files.put("5", state(500))

    def full(_: int) -> None:
        raise OSError("no space")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(OSError, match="no space"):
            files.save(30)
    assert Files.load(tmp_path).states.keys() == files.states.keys()
    files.put("6", state(600))
    files.save(31)
    assert same(Files.load(tmp_path), files)


def test_a_journal_that_cannot_be_taken_away_is_left_and_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = some(tmp_path, 20)
    files.drop("19")

    def in_use(*_: object, **__: object) -> None:
        raise PermissionError("somebody reads it")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "unlink", in_use)
        files.save(30, whole=True)
    assert (tmp_path / JOURNAL).exists()
    assert same(Files.load(tmp_path), files)
    files.put("5", state(500))
    files.save(31)
    assert same(Files.load(tmp_path), files)


def test_the_whole_is_written_at_growing_distances(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written, files, true = list[int](), Files(tmp_path), Kept.write

    def counted(kept: Kept, *told: Any) -> None:
        true(kept, *told)
        written.append((tmp_path / NAME).stat().st_size)

    monkeypatch.setattr(Kept, "write", counted)
    for number in range(1000):
        files.put(str(number), state(number))
        files.save(number)
    assert 5 < len(written) < 20
    assert sum(written) < 3 * written[-1], "a few times the record in all, and not a thousand times"
    assert same(Files.load(tmp_path), files)


def test_an_index_with_a_journal_is_gone_on_with_and_rebuilt(tmp_path: Path) -> None:
    papers, index = tmp_path / "papers", tmp_path / "index"
    write(papers / "a.txt", MEMO)
    with Library(index) as library:
        library.ingest(papers)
        write(papers / "b.txt", MINUTES)
        assert library.ingest(papers).added == 1
        assert (index / JOURNAL).exists()
        assert library.ingest(papers).unchanged == 2
        assert library.rebuild().documents == 2
        (papers / "a.txt").unlink()
        report = library.ingest(papers)
        assert (report.removed, report.documents) == (1, 1)
    told = json.loads((index / NAME).read_text("utf-8"))
    assert told["folders"] == {"papers": str(papers)}
