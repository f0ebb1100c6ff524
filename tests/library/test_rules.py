"""New rules re-tag an index from its cache; nothing is read again."""

from pathlib import Path

import pytest

from rinsearch import Library
from rinsearch.extract import process
from rinsearch.library import target
from tests.papers import PAPERS, PLAN_ID, write_papers


def no_reading(worker: process.Worker, path: Path, *_: object) -> None:
    raise AssertionError(f"{path.name} was read again")


def test_changed_rules_tag_again_what_was_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    papers = write_papers(tmp_path / "papers")
    with Library(tmp_path / "index") as library:
        library.ingest(papers)
        monkeypatch.setattr(target, "rules_fingerprint", lambda: "0123456789abcdef")
        monkeypatch.setattr(process.Worker, "read", no_reading)
        report = library.ingest(papers)
        assert (report.documents, report.failed, report.unchanged) == (len(PAPERS), 0, 0)
        assert library.councils(PLAN_ID).took_note == 1
        assert library.ingest(papers).unchanged == len(PAPERS)


def test_changed_rules_reach_papers_of_other_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one, two = write_papers(tmp_path / "one"), write_papers(tmp_path / "two")
    (two / "nacrt.md").write_text("# Letno poročilo knjižnice\n\nBrez načrta.\n", "utf-8")
    with Library(tmp_path / "index") as library:
        library.ingest(one, two)
        monkeypatch.setattr(target, "rules_fingerprint", lambda: "0123456789abcdef")
        monkeypatch.setattr(process.Worker, "read", no_reading)
        assert library.ingest(one).documents == len(PAPERS) + 1


def test_a_stopped_rebuild_leaves_the_old_index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    papers = write_papers(tmp_path / "papers")

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    with Library(tmp_path / "index") as library:
        library.ingest(papers)
        with pytest.raises(KeyboardInterrupt):
            library.rebuild(progress=stop)
        assert library.stats().documents == len(PAPERS)
        assert library.rebuild().documents == len(PAPERS)
