"""Whoever reads and tags, and in whatever order it ends: the index is the same as that of the serial ingest."""

import os
import signal
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest

from rinsearch import Library
from rinsearch.errors import UsageError, WorkersFailure, WrongType
from rinsearch.extract import CACHE
from rinsearch.library.work import hosting, parcels
from rinsearch.library.work.parcels import Form, pack_task, unpack_task
from tests.library.work.samples import BROKEN, OWN_TERMS, Shuffled, ingested, registers, sample, told
from tests.papers import write, write_many, write_papers

pytestmark = pytest.mark.once
BAD = (f"papers/priloge/{BROKEN}", "failed")


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with papers, and an index of them that was made by one process after the other."""
    home = tmp_path_factory.mktemp("home")
    report = ingested(sample(home / "papers"), home / "serial")
    assert [(name, outcome) for name, outcome, _ in told(report) if outcome == "failed"] == [BAD]
    return home


@pytest.fixture(scope="module")
def expected(home: Path) -> dict[str, bytes]:
    return registers(home / "serial")


@pytest.fixture(autouse=True)
def nothing_left() -> Iterator[None]:
    """No process of a test goes on after it."""
    yield
    hosting.end_all()


class Blind(ThreadPoolExecutor):
    """Workers that see other folders than the one who writes."""

    def submit(self, work: Any, parcel: bytes, /) -> "Future[Any]":  # type: ignore[override]
        task, content = unpack_task(parcel)
        if task.form is Form.PATH:
            task = replace(task, path=f"/nowhere{task.path}")
        return super().submit(work, pack_task(task, content))


MAKERS: dict[str, Callable[[], Executor]] = {
    "threads": lambda: ThreadPoolExecutor(2),
    "processes": lambda: ProcessPoolExecutor(2, mp_context=get_context("spawn")),
    "in another order": lambda: Shuffled(4),
    "who do not see the files": lambda: Blind(2),
}


@pytest.mark.parametrize("maker", MAKERS.values(), ids=MAKERS.keys())
def test_every_executor_gives_what_the_serial_ingest_gives(
    home: Path, expected: dict[str, bytes], tmp_path: Path, maker: Callable[[], Executor]
) -> None:
    with maker() as executor:
        report = ingested(home / "papers", tmp_path / "index", executor=executor)
    assert registers(tmp_path / "index") == expected
    assert [(name, outcome) for name, outcome, _ in told(report) if outcome == "failed"] == [BAD]


def test_processes_of_this_machine_give_what_the_serial_ingest_gives(
    home: Path, expected: dict[str, bytes], tmp_path: Path
) -> None:
    ingested(home / "papers", tmp_path / "index", workers=2)
    assert registers(tmp_path / "index") == expected


def test_an_index_is_rebuilt_by_workers_from_what_was_read(
    home: Path, expected: dict[str, bytes], tmp_path: Path
) -> None:
    papers = sample(tmp_path / "papers")
    ingested(papers, tmp_path / "index")
    for path in papers.rglob("*.*"):
        if path.suffix != ".csv" and path.name != BROKEN:  # what a person knows is not kept in the index
            path.unlink()
    with Library(tmp_path / "index") as library:
        assert library.rebuild(workers=2).failed == 1, "the broken one"
    assert registers(tmp_path / "index") == expected


def test_own_terms_reach_the_workers(tmp_path: Path) -> None:
    papers, terms = write_papers(tmp_path / "papers"), write(tmp_path / "own.toml", OWN_TERMS)
    found = {}
    for name, taxonomy, workers in (("here", terms, None), ("there", terms, 1), ("without", "none", 1)):
        ingested(papers, tmp_path / name, taxonomy=taxonomy, workers=workers)
        with Library(tmp_path / name) as library:
            found[name] = library.search("#romi").total
    assert found["here"] == found["there"] > found["without"]


def test_what_a_person_knows_of_a_paper_reaches_the_workers(tmp_path: Path) -> None:
    papers = write_papers(tmp_path / "papers")
    write(
        papers / "metadata.csv", "file,date,issuer,url\nkocevje/gradivo.txt,2018-01-31,Metlika,https://example.org/a\n"
    )
    ingested(papers, tmp_path / "index", workers=1)
    ingested(papers, tmp_path / "serial")
    assert registers(tmp_path / "index") == registers(tmp_path / "serial")
    assert b"https://example.org/a" in registers(tmp_path / "index")["-documents.csv"]


def test_a_copy_of_which_more_is_known_lends_it_to_the_others(tmp_path: Path) -> None:
    papers = write_papers(tmp_path / "papers")
    write(papers / "b.txt", (papers / "kocevje" / "gradivo.txt").read_text("utf-8"))
    write(papers / "metadata.csv", "file,date\nb.txt,2018-01-31\n")
    ingested(papers, tmp_path / "index", workers=1)
    ingested(papers, tmp_path / "serial")
    assert registers(tmp_path / "index") == registers(tmp_path / "serial")
    assert b"2018-01-31" in registers(tmp_path / "index")["-documents.csv"]


# --- what goes wrong --------------------------------------------------------------------------------------------------


def test_workers_with_other_rules_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parcels, "rules_fingerprint", lambda: "0123456789abcdef")
    with pytest.raises(WorkersFailure, match="rules: 0123456789abcdef here"):
        ingested(write_papers(tmp_path / "papers"), tmp_path / "index", workers=1)


def test_workers_with_other_programs_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parcels, "means", lambda _: "99 ocr")
    with pytest.raises(WorkersFailure, match="means: 99 ocr here"):
        ingested(write_papers(tmp_path / "papers"), tmp_path / "index", workers=1)


def test_an_executor_whose_process_dies_ends_the_run_and_the_next_one_goes_on(tmp_path: Path) -> None:
    papers = write_many(tmp_path / "papers", 30)
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as executor:
        executor.submit(int).result()

        def kill(done: int, total: int, name: str) -> None:
            if done == 5:
                for process in executor._processes.values():
                    os.kill(process.pid or 0, signal.SIGKILL)

        with pytest.raises(WorkersFailure, match="executor died"):
            ingested(papers, tmp_path / "index", executor=executor, progress=kill)
    assert ingested(papers, tmp_path / "index").documents == 30


def test_a_worker_that_cannot_begin_is_told(tmp_path: Path) -> None:
    class Broken(ThreadPoolExecutor):
        def submit(self, work: Any, /, *given: Any, **named: Any) -> "Future[Any]":
            return super().submit(_without_rinsearch)

    with Broken(1) as executor, pytest.raises(WorkersFailure, match="No module named 'rinsearch'"):
        ingested(write_papers(tmp_path / "papers"), tmp_path / "index", executor=executor)


def _without_rinsearch() -> None:
    raise ModuleNotFoundError("No module named 'rinsearch'")


def test_what_is_no_executor_is_refused(tmp_path: Path) -> None:
    papers = write_papers(tmp_path / "papers")
    with pytest.raises(WrongType, match="executor"):
        ingested(papers, tmp_path / "index", executor="2")
    with pytest.raises(UsageError, match="0 workers"):
        ingested(papers, tmp_path / "index", workers=0)
    with pytest.raises(UsageError, match="workers"):
        ingested(papers, tmp_path / "index", workers="many")
    with ThreadPoolExecutor(1) as executor, pytest.raises(UsageError, match="executor and a scheduler"):
        ingested(papers, tmp_path / "index", executor=executor, dask="tcp://127.0.0.1:1")


def test_a_run_that_is_stopped_keeps_what_has_come(tmp_path: Path) -> None:
    papers = write_many(tmp_path / "papers", 40)

    def stop(done: int, total: int, name: str) -> None:
        if done == 10:
            signal.raise_signal(signal.SIGINT)

    before = threading.active_count()
    with pytest.raises(KeyboardInterrupt):
        ingested(papers, tmp_path / "index", workers=2, progress=stop)
    assert threading.active_count() == before, "no thread is left"
    with Library(tmp_path / "index") as library:
        assert 10 <= len(library.documents()) < 40
    assert (tmp_path / "index" / CACHE).exists()
    ingested(papers, tmp_path / "index", workers=1)
    ingested(papers, tmp_path / "serial")
    with Library(tmp_path / "index") as library, Library(tmp_path / "serial") as serial:
        assert library.documents().to_json() == serial.documents().to_json()
