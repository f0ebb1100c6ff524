"""What is out and what waits is bounded, in the order of the files, and nothing is lost on the way."""

import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from rinsearch.errors import RinsearchError
from rinsearch.extract import ReadCache, ReadOptions
from rinsearch.index.base import Entry, Scope
from rinsearch.library.corpus import PaperFile, paper_files
from rinsearch.library.metadata import Facts
from rinsearch.library.work import child, hosting, sending
from rinsearch.library.work.came import Came
from rinsearch.library.work.crew import Crew
from rinsearch.library.work.hiring import setup_of
from rinsearch.library.work.parcels import (
    Form,
    Outcome,
    entries_from_json,
    entries_to_json,
    pack,
    pack_task,
    task_of,
    unpack,
    unpack_task,
)
from rinsearch.library.work.room import Room
from rinsearch.library.work.sending import Sending
from tests.papers import write, write_many

SETUP = setup_of(ReadOptions(), None)


@pytest.fixture(autouse=True)
def nothing_left() -> Iterator[None]:
    yield
    hosting.end_all()


def papers_in(folder: Path) -> list[PaperFile]:
    return list(paper_files([folder]).papers.values())


def empty(parcel: bytes) -> bytes:
    """An answer without papers, made here."""
    task, _ = unpack_task(parcel)
    header, papers = child._papers(task, (), b"")
    return pack(header, papers)


def taken(crew: Crew, papers: list[PaperFile], home: Path) -> list[tuple[PaperFile, Came]]:
    """What became of the files."""
    with closing(ReadCache(home / "cache.sqlite")) as cache, Sending(crew, SETUP, cache) as out:
        return list(out.take(papers))


# --- parcels ----------------------------------------------------------------------------------------------------------


def test_a_task_survives_the_way_with_all_that_a_person_knows() -> None:
    facts = Facts("https://example.org/a", None, {"title": "Vabilo"})
    paper = PaperFile(Path("/a/to\udcffka.pdf"), "a/b.pdf", "a", facts, 7, members={"c.txt": facts})
    task = task_of(SETUP, Form.CONTENT, paper, "5e")
    again, content = unpack_task(pack_task(task, b"\x00bytes"))
    assert (again, content) == (task, b"\x00bytes")
    assert again.paper.digest == paper.digest
    assert again.paper.path == paper.path


def test_entries_survive_the_way() -> None:
    full = Entry(
        "a.1", "a", Scope.PASSAGE, "{}", "memo", "2017-10-12", (("rom", "#romi"), ("iti",)), ("romi", "gredo"),
        ("naslov",), (), frozenset({("romi", "rom"), ("gre", "iti")}), {"kind": ("memo",)},
    )  # fmt: skip
    entries = (full, Entry("a", "a", Scope.DOCUMENT, "{}"))
    header, _ = unpack(pack({"entries": entries_to_json(entries)}))
    assert entries_from_json(header["entries"]) == entries


@pytest.mark.parametrize("bytes_", [b"", b"12345678", b"\0" * 8, b"\0" * 7 + b"\x03abc"])
def test_what_is_no_parcel_is_refused(bytes_: bytes) -> None:
    with pytest.raises(ValueError, match="parcel"):
        unpack(bytes_)


def test_a_task_of_another_version_is_refused_and_no_bug() -> None:
    desk = child.Desk()
    for parcel in (pack({"setup": {"outfit": {"protocol": 99}}}), b"nonsense"):
        header, _ = unpack(desk.answer(parcel))
        assert header["outcome"] == Outcome.REFUSED
        assert "not understood" in header["why"]


# --- the room ---------------------------------------------------------------------------------------------------------


def test_where_there_is_no_room_only_the_file_whose_turn_it_is_goes_on() -> None:
    room, entered = Room(100), list[int]()
    room.hold(100)

    def enter(number: int) -> None:
        room.enter(number)
        entered.append(number)

    threads = [threading.Thread(target=enter, args=(number,)) for number in (3, 2)]
    for thread in threads:
        thread.start()
    room.call(2)
    threads[1].join(5)
    assert entered == [2]
    room.hold(-1)
    threads[0].join(5)
    assert entered == [2, 3]


def test_the_files_that_are_out_and_the_answers_that_wait_are_bounded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sending, "MOST_AHEAD", 12)
    begun = list[bytes]()

    def work(parcel: bytes) -> bytes:
        begun.append(parcel)
        return empty(parcel)

    papers = papers_in(write_many(tmp_path / "papers", 40))
    with ThreadPoolExecutor(2) as executor:
        crew = Crew(executor, work, 2)
        with closing(ReadCache(tmp_path / "cache.sqlite")) as cache, Sending(crew, SETUP, cache) as out:
            answers = out.take(papers)
            first = [next(answers)[0].label for _ in range(3)]
            time.sleep(0.3)
            assert len(begun) <= 12 + 3
            labels = first + [paper.label for paper, _ in answers]
            assert out.room.held == 0
    assert labels == [paper.label for paper in papers]


# --- what goes wrong --------------------------------------------------------------------------------------------------


class Forgetful(ThreadPoolExecutor):
    """Never ends the first task."""

    begun = 0

    def submit(self, work: Any, /, *given: Any, **named: Any) -> "Future[Any]":
        self.begun += 1
        return super().submit(work, *given, **named) if self.begun > 1 else Future()


def test_a_task_that_the_executor_has_forgotten_is_given_out_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sending, "CHECK_SECONDS", 0.05)
    papers = papers_in(write_many(tmp_path / "papers", 3))
    with Forgetful(1) as executor:
        assert len(taken(Crew(executor, empty, 1, check=lambda: True), papers, tmp_path)) == 3
    assert executor.begun >= 4


def test_a_bug_in_a_worker_stops_the_run_with_its_traceback(tmp_path: Path) -> None:
    papers = papers_in(write_many(tmp_path / "papers", 1))
    bug = pack({"outcome": Outcome.BUG, "where": "host", "trace": "Traceback: KeyError"})
    with ThreadPoolExecutor(1) as executor, pytest.raises(RuntimeError, match="Traceback: KeyError"):
        taken(Crew(executor, lambda _: bug, 1), papers, tmp_path)


def test_a_process_that_dies_over_a_file_loses_only_that_file(tmp_path: Path) -> None:
    deadly = "import os, sys; sys.stdin.buffer.read(8); os._exit(9)"
    host = hosting.Host((sys.executable, "-c", deadly))
    papers = papers_in(write(tmp_path / "papers" / "a.txt", "a").parent)
    with ThreadPoolExecutor(1) as executor:
        [(_, came)] = taken(Crew(executor, host.work, 1), papers, tmp_path)
    host.close()
    assert not host.idle
    assert not host.busy
    [error] = came.results
    assert isinstance(error, RinsearchError)
    assert (error.message, error.place) == (
        "The process that read and tagged it broke down (exit code 9).",
        "papers/a.txt",
    )
