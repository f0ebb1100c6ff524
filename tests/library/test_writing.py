"""One process writes to an index at a time; killed at any moment it leaves a whole index, and the next run goes on."""

import os
import random
import signal
import subprocess
import sys
import threading
import time
from functools import partial
from pathlib import Path

import pytest

from rinsearch import Library
from rinsearch.errors import IndexLocked, RinsearchError
from rinsearch.library import place as places
from tests.papers import MEMO, write, write_many

pytestmark = pytest.mark.once

PAPERS = 30
ROUNDS = 4  # of killing a run; at each a moment is drawn
RUN = """
import sys
from rinsearch import Library
from rinsearch.library import ingesting, keeping
ingesting.BATCH_FILES, keeping.SMALL = 5, 0
with Library(sys.argv[1]) as library:
    print("begun", flush=True)
    library.ingest(sys.argv[2]) if sys.argv[3] == "ingest" else library.rebuild()
"""
HOLD = """
import sys, time
from pathlib import Path
from rinsearch.library.place import writing
with writing(Path(sys.argv[1])):
    print("begun", flush=True)
    time.sleep(60)
"""


def begun(code: str, *arguments: object) -> subprocess.Popen[str]:
    process = subprocess.Popen([sys.executable, "-c", code, *map(str, arguments)], stdout=subprocess.PIPE, text=True)
    assert process.stdout
    assert process.stdout.readline() == "begun\n"
    return process


def ended(process: subprocess.Popen[str]) -> None:
    process.kill()
    process.communicate()


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    return write_many(tmp_path / "papers", PAPERS)


def test_a_second_run_is_refused_at_once_and_searches_go_on(papers: Path, tmp_path: Path) -> None:
    index = tmp_path / "index"
    with Library(index) as library:
        library.ingest(papers)
        process = begun(HOLD, index)
        try:
            for write_to in (partial(library.ingest, papers), library.rebuild):
                start = time.monotonic()
                with pytest.raises(IndexLocked) as caught:
                    write_to()
                assert time.monotonic() - start < 1
                assert caught.value.advice
                assert caught.value.place == "index"
            assert library.search("svet").total > 0
        finally:
            ended(process)
        assert library.ingest(papers).unchanged == PAPERS, "a killed process holds nothing"


def test_two_libraries_of_one_program_do_not_write_at_once(papers: Path, tmp_path: Path) -> None:
    refused: list[bool] = []

    def try_it(*_: object) -> None:
        def ingest() -> None:
            with Library(tmp_path / "index") as other, pytest.raises(IndexLocked):
                other.ingest(papers)
            refused.append(True)

        if not refused:
            thread = threading.Thread(target=ingest)
            thread.start()
            thread.join()

    with Library(tmp_path / "index") as library:
        library.ingest(papers / "000.txt", papers / "001.txt", progress=try_it)
    assert refused == [True]


def held(index: Path) -> list[str]:
    with Library(index) as library:
        assert library.verify().wrong == ()
        return sorted(paper.source for paper in library.documents())


@pytest.mark.skipif(os.name != "posix", reason="kill -9 is of POSIX")
def test_killed_at_any_moment_an_index_is_whole_and_the_next_run_goes_on(papers: Path, tmp_path: Path) -> None:
    index, moments = tmp_path / "index", random.Random(7)
    write(tmp_path / "first" / "a.txt", MEMO)
    with Library(index) as library:
        library.ingest(tmp_path / "first")
    known = {"first/a.txt"}
    for _ in range(ROUNDS):
        process = begun(RUN, index, papers, "ingest")
        time.sleep(moments.uniform(0.0, 2.5))
        ended(process)
        now = set(held(index))
        assert known <= now, "what was there is there"
        known = now
    with Library(index) as library:
        report = library.ingest(papers)
        assert (report.documents, report.failed) == (PAPERS + 1, 0)
        assert report.unchanged == len(known) - 1, "what was committed is not done again"
        library.close()
    assert len(held(index)) == PAPERS + 1


@pytest.mark.skipif(os.name != "posix", reason="kill -9 is of POSIX")
def test_a_rebuild_killed_at_any_moment_leaves_a_whole_index(papers: Path, tmp_path: Path) -> None:
    index, moments = tmp_path / "index", random.Random(11)
    with Library(index) as library:
        library.ingest(papers)
    for _ in range(ROUNDS):
        process = begun(RUN, index, papers, "rebuild")
        time.sleep(moments.uniform(0.0, 2.0))
        ended(process)
        assert len(held(index)) == PAPERS
    with Library(index) as library:
        assert library.rebuild().documents == PAPERS
    assert sorted(each.name for each in index.iterdir()) == [
        "cache.sqlite",
        "files.json",
        "index.json",
        "lock",
        "whoosh",
    ]


def test_a_new_index_that_was_half_moved_in_is_finished_by_who_comes_next(
    papers: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    index = tmp_path / "index"
    true, moves = Path.replace, [0]
    with Library(index) as library:
        library.ingest(papers)
        for last in range(1, 8):
            moves[0] = 0

            def fails(path: Path, target: Path, last: int = last) -> Path:
                if "ready" in (path.name, path.parent.name, target.name) or target.parent.name == "old":
                    moves[0] += 1
                    if moves[0] == last:
                        raise KeyboardInterrupt
                return true(path, target)

            with monkeypatch.context() as patch:
                patch.setattr(Path, "replace", fails)
                with pytest.raises(KeyboardInterrupt):
                    library.rebuild()
            with Library(index) as other:
                assert other.stats().documents == PAPERS
                assert other.verify().wrong == ()
            assert library.ingest(papers).unchanged == PAPERS
            assert not (index / places.READY).exists()


def test_who_has_an_index_open_sees_the_one_that_took_its_place(papers: Path, tmp_path: Path) -> None:
    with Library(tmp_path / "index") as library, Library(tmp_path / "index") as other:
        library.ingest(papers)
        assert other.stats().documents == PAPERS
        (papers / "000.txt").unlink()
        library.ingest(papers)
        library.rebuild()
        assert other.stats().documents == PAPERS - 1
        assert other.search("prostovoljcev").total > 0


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
def test_the_first_ctrl_c_keeps_what_was_read(papers: Path, tmp_path: Path) -> None:
    index = tmp_path / "index"

    def stop(done: int, total: int, name: str) -> None:
        if done == 7:
            signal.raise_signal(signal.SIGINT)

    before = signal.getsignal(signal.SIGINT)
    with Library(index) as library:
        with pytest.raises(KeyboardInterrupt):
            library.ingest(papers, progress=stop)
        assert library.stats().documents == 7
        assert library.ingest(papers).unchanged == 7
    assert signal.getsignal(signal.SIGINT) is before


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
def test_a_second_ctrl_c_ends_at_once(papers: Path, tmp_path: Path) -> None:
    def stop(*_: object) -> None:
        signal.raise_signal(signal.SIGINT)
        signal.raise_signal(signal.SIGINT)

    with Library(tmp_path / "index") as library:
        with pytest.raises(KeyboardInterrupt):
            library.ingest(papers, progress=stop)
        assert library.ingest(papers).documents == PAPERS


def test_a_place_that_is_no_index_is_not_locked(tmp_path: Path) -> None:
    write(tmp_path / "home" / "moje.txt", "x")
    with pytest.raises(RinsearchError), Library(tmp_path / "home") as library:
        library.ingest(tmp_path / "home")
    assert [each.name for each in (tmp_path / "home").iterdir()] == ["moje.txt"]
