"""What is not read again, and what is: by size and time, by content, by rules, by what is here to read with."""

import json
import os
from pathlib import Path

import pytest

from rinsearch import Library
from rinsearch.errors import UsageError
from rinsearch.extract import CACHE, cache, process
from rinsearch.library import ingesting
from rinsearch.records import IngestReport
from tests.papers import MEMO, MINUTES, write, write_many


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that were read by a worker, as the tests go on."""
    found: list[str] = []
    true = process.Worker.read

    def noted(worker: process.Worker, path: Path, pages: process.Pages | None = None) -> object:
        found.append(path.name)
        return true(worker, path, pages)

    monkeypatch.setattr(process.Worker, "read", noted)
    return found


def counts(report: IngestReport) -> tuple[int, int, int, int]:
    return report.added, report.updated, report.unchanged, report.failed


def test_a_touched_file_is_not_read_and_a_changed_one_of_the_same_size_is(tmp_path: Path, read: list[str]) -> None:
    path = write(tmp_path / "papers" / "a.txt", MINUTES)
    with Library(tmp_path / "index") as library:
        library.ingest(path.parent)
        os.utime(path, ns=(1, 1))
        assert counts(library.ingest(path.parent)) == (0, 0, 1, 0)
        assert read == ["a.txt"]
        write(path, MINUTES.replace("Semič", "Sevič"))
        assert counts(library.ingest(path.parent)) == (0, 1, 0, 0)


def test_only_a_check_sees_what_changed_behind_size_and_time(tmp_path: Path) -> None:
    path = write(tmp_path / "papers" / "a.txt", MINUTES)
    before = path.stat()
    with Library(tmp_path / "index") as library:
        library.ingest(path.parent)
        write(path, MINUTES.replace("mladih", "starih"))
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
        assert counts(library.ingest(path.parent)) == (0, 0, 1, 0)
        assert counts(library.ingest(path.parent, check=True)) == (0, 1, 0, 0)


def test_what_failed_is_tried_again_only_with_other_means(
    tmp_path: Path, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "papers" / "slab.pdf", "%PDF-1.4 nic")
    with Library(tmp_path / "index") as library:
        for _ in range(3):
            report = library.ingest(tmp_path / "papers")
            assert counts(report) == (0, 0, 0, 1)
            assert report.files[0].error
        assert read == ["slab.pdf"]
        library.ingest(tmp_path / "papers", check=True)
        assert len(read) == 2
        library.ingest(tmp_path / "papers", time_limit=120.0)
        assert len(read) == 3
        monkeypatch.setattr(ingesting, "means", lambda _: "with a new converter")
        library.ingest(tmp_path / "papers")
        assert len(read) == 4


def test_a_broken_cache_is_told_set_aside_and_nothing_else_is_lost(tmp_path: Path, read: list[str]) -> None:
    papers = write_many(tmp_path / "papers", 3)
    with Library(tmp_path / "index") as library:
        library.ingest(papers)
        (tmp_path / "index" / CACHE).write_bytes(b"this is no database" * 999)
        assert counts(library.ingest(papers)) == (0, 0, 3, 0)
        report = library.rebuild()
        assert (report.documents, len(read)) == (3, 6)
        [told] = [each for each in report.files if each.outcome == "warning"]
        assert (told.source, report.failed) == (CACHE, 0)
        assert told.error
        assert "set aside" in told.error.message
        assert library.rebuild().documents == 3
        assert len(read) == 6, "what was read again is kept"


def test_a_rebuild_keeps_what_has_gone_also_when_the_readers_are_new(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path / "papers" / "a.txt", MINUTES)
    with Library(tmp_path / "index") as library:
        library.ingest(path.parent)
        path.unlink()
        monkeypatch.setattr(cache, "READER_VERSION", "other")
        report = library.rebuild()
        assert (report.documents, report.failed) == (1, 0)


def test_an_index_that_was_set_back_is_filled_again(tmp_path: Path, read: list[str]) -> None:
    papers = write_many(tmp_path / "papers", 2)
    with Library(tmp_path / "index") as library:
        library.ingest(papers / "000.txt")
        library.ingest(papers / "001.txt")
        files = tmp_path / "index" / "files.json"
        data = json.loads(files.read_text("utf-8"))
        first = next(iter(data["files"]))
        twin = {**data["files"][first], "sources": [{**data["files"][first]["sources"][0], "sha256": "f" * 64}]}
        files.write_text(json.dumps({**data, "generation": 99, "files": {**data["files"], first: twin}}), "utf-8")
        report = library.ingest(papers)
        assert (report.documents, report.failed) == (2, 0)
        assert library.verify().wrong == ()
        assert library.ingest(papers).unchanged == 2


def test_what_no_file_holds_any_more_leaves_the_index(tmp_path: Path) -> None:
    papers = write_many(tmp_path / "papers", 2)
    with Library(tmp_path / "index") as library:
        library.ingest(papers)
        files = tmp_path / "index" / "files.json"
        data = json.loads(files.read_text("utf-8"))
        del data["files"]["papers/001.txt"]  # as if a run was killed between the index and its record of files
        files.write_text(json.dumps({**data, "generation": 0}), "utf-8")
        (papers / "001.txt").unlink()
        assert library.ingest(papers).documents == 1


@pytest.mark.parametrize("limits", [{"time_limit": 0.0}, {"time_limit": float("nan")}, {"memory_limit": 10}])
def test_limits_within_which_nothing_can_be_read_are_refused(tmp_path: Path, limits: dict[str, float]) -> None:
    write(tmp_path / "papers" / "a.txt", MEMO)
    with Library(tmp_path / "index") as library, pytest.raises(UsageError, match="limit"):
        library.ingest(tmp_path / "papers", **limits)  # type: ignore[arg-type]
    assert not (tmp_path / "index").exists()


def test_a_stopped_rebuild_goes_on_where_it_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    papers = write_many(tmp_path / "papers", 12)
    monkeypatch.setattr(ingesting, "BATCH_FILES", 4)
    with Library(tmp_path / "index") as library:
        library.ingest(papers)

        def stop(done: int, total: int, name: str) -> None:
            if done == 9:
                raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            library.rebuild(progress=stop)
        assert library.stats().documents == 12
        report = library.rebuild()
        assert (report.unchanged, report.added, report.documents) == (8, 4, 12)
