"""A real cluster: a scheduler and workers as processes, some of which die, do not fit, or never come."""

import importlib.util
import os
import shutil
import signal
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Any, ClassVar

import pytest

from rinsearch import Library
from rinsearch.errors import MissingPart, UsageError, WorkersFailure
from rinsearch.extract import CACHE
from rinsearch.library.work import dask
from tests.cli.running import start
from tests.library.work.clusters import ROOT, Cluster
from tests.library.work.samples import OWN_TERMS, ingested, registers, sample, told
from tests.papers import write, write_many, write_papers

pytestmark = [
    pytest.mark.once,
    pytest.mark.skipif(importlib.util.find_spec("distributed") is None, reason="needs Dask: rinsearch[dask]"),
    pytest.mark.skipif(os.name != "posix", reason="groups of processes are of POSIX"),
]

# Runs in a worker as it starts: the file of this name ends every worker that begins with it.
POISON = """
import os
from rinsearch.library.work import hosting, parcels
hosting.whole = getattr(hosting, "whole", hosting.work)
def work(parcel):
    if "strup" in parcels.unpack_task(parcel)[0].label:
        os.kill(os.getpid(), 9)
    return hosting.whole(parcel)
hosting.work = work
"""
WITHOUT = "import sys\nsys.modules['rinsearch'] = None\n"


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """A scheduler with two workers; who kills one starts another."""
    with Cluster(tmp_path_factory.mktemp("cluster")) as found:
        found.worker("first")
        found.worker("second")
        yield found


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with papers, and an index of them that was made by one process after the other."""
    home = tmp_path_factory.mktemp("home")
    ingested(sample(home / "papers"), home / "serial")
    return home


def test_two_workers_and_one_give_what_the_serial_ingest_gives(home: Path, cluster: Cluster, tmp_path: Path) -> None:
    expected = registers(home / "serial")
    ingested(home / "papers", tmp_path / "two", dask=cluster.address)
    assert registers(tmp_path / "two") == expected
    cluster.kill("second")
    ingested(home / "papers", tmp_path / "one", dask=cluster.address, by_content=True)
    cluster.worker("second")
    assert registers(tmp_path / "one") == expected


def test_the_files_of_a_worker_that_is_killed_are_taken_up_by_another(cluster: Cluster, tmp_path: Path) -> None:
    papers = write_many(tmp_path / "papers", 60)

    def kill(done: int, total: int, name: str) -> None:
        if done == 10:
            cluster.kill("second")

    report = ingested(papers, tmp_path / "index", dask=cluster.address, progress=kill)
    cluster.worker("second")
    assert (report.documents, report.failed) == (60, 0)
    ingested(papers, tmp_path / "serial")
    with Library(tmp_path / "index") as library, Library(tmp_path / "serial") as serial:
        assert library.documents().to_json() == serial.documents().to_json()


def test_a_file_that_kills_worker_after_worker_loses_only_itself(tmp_path: Path) -> None:
    papers = write_many(tmp_path / "papers", 12)
    write(papers / "005-strup.txt", "OBČINA SEMIČ\n")
    with Cluster(tmp_path, failures=0) as cluster:
        preload = write(tmp_path / "poison.py", POISON)
        for number in range(3):  # one more than it kills
            cluster.worker(f"w{number}", "--preload", str(preload))
        report = ingested(papers, tmp_path / "index", dask=cluster.address)
    [(name, _, message)] = [line for line in told(report) if line[1] == "failed"]
    assert report.documents == 12
    assert name == "papers/005-strup.txt"
    assert "was killed" in str(message)


def test_own_terms_reach_the_cluster(cluster: Cluster, tmp_path: Path) -> None:
    papers, terms = write_papers(tmp_path / "papers"), write(tmp_path / "own.toml", OWN_TERMS)
    ingested(papers, tmp_path / "serial", taxonomy=terms)
    ingested(papers, tmp_path / "index", taxonomy=terms, dask=cluster.address)
    with Library(tmp_path / "index") as library, Library(tmp_path / "serial") as serial:
        assert library.search("#romi").total == serial.search("#romi").total == 2


def test_ctrl_c_keeps_what_is_in_and_the_next_run_goes_on(cluster: Cluster, tmp_path: Path) -> None:
    papers, index = write_many(tmp_path / "papers", 120), tmp_path / "index"
    process = start("ingest", papers, "--index", index, "--dask", cluster.address)
    while process.poll() is None and kept(index) < 20:
        time.sleep(0.01)
    assert process.poll() is None, "it ended before it could be stopped"
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=60)
    assert (process.returncode, len(errors.splitlines())) == (130, 1)
    assert "goes on" in errors
    assert ingested(papers, index, dask=cluster.address).documents == 120


def kept(index: Path) -> int:
    """How many files lie in the cache."""
    if not (index / CACHE).exists():
        return 0
    with closing(sqlite3.connect(index / CACHE)) as cache, suppress(sqlite3.OperationalError):
        return int(cache.execute("SELECT count(*) FROM read").fetchone()[0])
    return 0


# --- what does not fit ------------------------------------------------------------------------------------------------


def refused(papers: Path, index: Path, address: str) -> str:
    """What is said where workers cannot be used."""
    with pytest.raises(WorkersFailure) as caught:
        ingested(papers, index, dask=address)
    assert caught.value.place
    return str(caught.value)


def test_a_scheduler_that_is_away_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dask, "REACH_SECONDS", 1.0)
    assert "No scheduler of Dask answers" in refused(write_papers(tmp_path / "p"), tmp_path / "i", "tcp://127.0.0.1:1")


def test_a_scheduler_that_goes_away_in_the_middle_ends_the_run_and_the_next_goes_on(tmp_path: Path) -> None:
    papers = write_many(tmp_path / "papers", 60)
    with Cluster(tmp_path) as cluster:
        cluster.worker("only")

        def kill(done: int, total: int, name: str) -> None:
            if done == 5:
                cluster.kill("scheduler")

        with pytest.raises(WorkersFailure):
            ingested(papers, tmp_path / "index", dask=cluster.address, progress=kill)
    assert ingested(papers, tmp_path / "index").documents == 60


def test_workers_that_are_not_there_without_rinsearch_or_of_other_rules_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    papers, index = write_papers(tmp_path / "papers"), tmp_path / "index"
    with Cluster(tmp_path) as cluster:
        with monkeypatch.context() as patch:
            patch.setattr(dask, "REACH_SECONDS", 1.0)
            assert "has no workers" in refused(papers, index, cluster.address)
        cluster.worker("bare", "--preload", str(write(tmp_path / "without.py", WITHOUT)))
        assert "rinsearch" in refused(papers, index, cluster.address)
        cluster.kill("bare")
        shutil.copytree(ROOT / "rinsearch", tmp_path / "other" / "rinsearch")
        with (tmp_path / "other" / "rinsearch" / "taxonomy" / "votes.toml").open("a", encoding="utf-8") as rules:
            rules.write("\n# another rule\n")
        cluster.worker("other", PYTHONPATH=str(tmp_path / "other"))
        assert "rules: " in refused(papers, index, cluster.address)


class Told:
    """A client that tells versions."""

    def __init__(self, **found: Any) -> None:
        self.found = found

    def get_versions(self) -> dict[str, Any]:
        return self.found


def versions(python: str = "3.11.7.final.0", distributed: str = "2026.8.0") -> dict[str, Any]:
    return {"host": {"python": python}, "packages": {"distributed": distributed, "msgpack": "1.1", "tornado": "6.5"}}


def test_other_versions_of_dask_and_of_python_are_told() -> None:
    own = versions()
    dask._check_versions(
        Told(client=own, scheduler=own, workers={"tcp://b:2": versions("3.11.9.final.0")}), "tcp://a:1"
    )
    with pytest.raises(WorkersFailure, match=r"tcp://a:1: .*distributed 2025.1.0 there, 2026.8.0 here"):
        dask._check_versions(Told(client=own, scheduler=versions(distributed="2025.1.0"), workers={}), "tcp://a:1")
    with pytest.raises(WorkersFailure, match=r"tcp://b:2: .*Python 3.12 there, 3.11 here"):
        dask._check_versions(Told(client=own, scheduler=own, workers={"tcp://b:2": versions("3.12.1.final.0")}), "")


@pytest.mark.parametrize("address", ["", "scheduler", "tcp://", "tcp://scheduler", "http://a:1", "tcp://a:b"])
def test_what_is_no_address_is_told(address: str) -> None:
    with pytest.raises(UsageError, match="no address"):
        dask.checked_address(address)


def test_where_dask_is_not_installed_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    find: Callable[[str], Any] = lambda name: None  # noqa: E731
    monkeypatch.setattr(dask, "find_spec", find)
    with pytest.raises(MissingPart, match=r"rinsearch\[dask\]"):
        dask.checked_address("tcp://a:1")


class Idle:
    """A client whose workers do nothing for it, though it waits."""

    status = "running"
    futures: ClassVar = {"ours": None}

    def __init__(self, **processing: tuple[str, ...]) -> None:
        self.found = processing

    def processing(self) -> dict[str, tuple[str, ...]]:
        return self.found


def test_what_a_scheduler_has_lost_sight_of_is_given_out_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dask, "STALLED_SECONDS", 0.0)
    idle = dask._Watch(Idle(worker=("of others",)), "tcp://a:1")
    assert [idle.check(), idle.check()] == [False, True]
    busy = dask._Watch(Idle(worker=("ours",)), "tcp://a:1")
    assert [busy.check(), busy.check()] == [False, False]


def test_a_cluster_without_workers_is_waited_for_and_then_told(monkeypatch: pytest.MonkeyPatch) -> None:
    watch = dask._Watch(Idle(), "tcp://a:1")
    assert [watch.check(), watch.check()] == [False, False]
    monkeypatch.setattr(dask, "GONE_SECONDS", 0.0)
    with pytest.raises(WorkersFailure, match="no worker for 0 seconds"):
        watch.check()
