"""What every engine promises about its files: damage, locks, kills, threads, several processes."""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import textwrap
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from rinsearch.errors import DamagedIndex, IndexLocked
from rinsearch.index.base import Between, Entry, Everything, InOrder, Match, Page, Scope, Sort
from rinsearch.index.engines import open_engine
from rinsearch.index.identity import engine_of
from tests.index.examples import (
    AGENDA,
    EMBEDDED,
    ENGINE_NAMES,
    MEMO,
    MINUTES,
    agenda,
    engine_in,
    everything,
    memo,
    minutes,
    placed,
)

ALL = Everything()


@pytest.fixture(params=ENGINE_NAMES)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


embedded = pytest.mark.parametrize("name", EMBEDDED, indirect=True)  # whose files are in the folder


@pytest.fixture
def folder(tmp_path: Path, name: str) -> Path:
    engine = engine_in(tmp_path / "index", name)
    engine.replace(minutes())
    engine.replace(memo())
    engine.close()
    return tmp_path / "index"


def change(folder: Path, **values: object) -> None:
    """Write other values into index.json."""
    path = folder / "index.json"
    path.write_text(json.dumps(json.loads(path.read_text("utf-8")) | values), "utf-8")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        "{}",
        '{"engine": 1}',
        '{"engine": "whoosh", "schema": "x", "analyser": [], "generation": "1"}',
        '{"engine": "tantivy", "schema": 1, "analyser": null, "fingerprint": "", "generation": true}',
    ],
)
def test_an_identity_that_is_none_is_damage(folder: Path, text: str) -> None:
    (folder / "index.json").write_text(text, "utf-8")
    with pytest.raises(DamagedIndex):
        open_engine(folder, create=True)


@pytest.mark.parametrize(("key", "value"), [("schema", 0), ("analyser", "simplemma 0.1 keys 0"), ("engine", "none")])
def test_an_index_of_another_version_is_refused_before_it_is_opened(
    folder: Path, name: str, key: str, value: object
) -> None:
    change(folder, **{key: value})
    for each in (folder / name).iterdir():
        each.write_bytes(b"cos\nsystem\n(S'false'\ntR.")  # never unpickled
    with pytest.raises(DamagedIndex, match=str(value)):
        open_engine(folder)


@embedded
def test_the_files_of_one_engine_are_not_opened_as_those_of_another(folder: Path, name: str) -> None:
    other = next(each for each in EMBEDDED if each != name)
    change(folder, engine=other)
    with pytest.raises(DamagedIndex):
        open_engine(folder)
    assert engine_of(folder) == other


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '{"engine": 1}'])
def test_of_a_broken_identity_no_engine_is_told(tmp_path: Path, text: str) -> None:
    assert engine_of(tmp_path) is None
    (tmp_path / "index.json").write_text(text, "utf-8")
    assert engine_of(tmp_path) is None


def test_a_lost_commit_is_noticed(folder: Path) -> None:
    change(folder, generation=99)
    with pytest.raises(DamagedIndex, match="99"):
        open_engine(folder)


def test_a_commit_that_was_not_noted_any_more_is_there(folder: Path) -> None:
    """As after a kill between the commit and the writing of index.json."""
    before = (folder / "index.json").read_bytes()
    engine = open_engine(folder)
    generation = engine.replace(agenda(), gone=[MEMO])
    engine.close()
    (folder / "index.json").write_bytes(before)
    again = open_engine(folder)
    assert again.generation == generation
    assert [each.id for each in again.read(ALL)] == [MINUTES, AGENDA]
    assert again.replace(memo()) == generation + 1
    again.close()


def test_a_folder_without_its_files_is_damaged(folder: Path, name: str) -> None:
    for each in (folder / name).iterdir():
        each.unlink()
    with pytest.raises(DamagedIndex):
        open_engine(folder)


def test_a_folder_that_went_away_is_damaged(folder: Path, name: str) -> None:
    shutil.rmtree(folder / name)
    with pytest.raises(DamagedIndex):
        open_engine(folder)


def ask_everything(folder: Path) -> None:
    engine = open_engine(folder)
    try:
        for sort in Sort:
            engine.search(Match("words", ("zdravje",)), Page(10, sort, Scope.DOCUMENT))
        engine.search(InOrder((("duševno",), ("zdravje",))), Page(10))
        engine.search(Between("date", "2017", "2019"), Page(10))
        engine.facets(ALL, ["kind", "municipality"])
        list(engine.words("a"))
        list(engine.read(ALL))
        list(engine.read(ALL, Scope.PASSAGE))
        engine.replace(minutes())
    finally:
        engine.close()


@embedded
# Whoosh itself drops a file that it could not read without closing it, and then tries again.
@pytest.mark.filterwarnings("ignore:Exception ignored in. <_io.FileIO:pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("seed", range(8))
def test_broken_bytes_are_damage_or_unnoticed_and_nothing_else(folder: Path, name: str, seed: int) -> None:
    dice = random.Random(seed)
    whole = folder.with_name("whole")
    folder.rename(whole)
    for _ in range(3):
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(whole, folder)
        path = dice.choice(sorted(each for each in (folder / name).iterdir() if each.stat().st_size))
        data = bytearray(path.read_bytes())
        at = dice.randrange(len(data))
        data[at : at + 4] = dice.choice([b"", b"\xff" * 4, dice.randbytes(4)])
        path.write_bytes(data)
        with suppress(DamagedIndex):
            ask_everything(folder)


class Slow(tuple[Entry, ...]):
    """Entries that a writer has to wait for, once it has begun."""

    looked_at = 0
    begun, go_on = threading.Event(), threading.Event()

    def __iter__(self) -> Iterator[Entry]:
        self.looked_at += 1
        if self.looked_at > 1:  # the first look is for ids that are given twice
            self.begun.set()
            assert self.go_on.wait(30)
        return super().__iter__()


def test_a_second_writer_waits_and_is_then_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rinsearch.index.bounds.LOCK_SECONDS", 0.3)
    monkeypatch.setattr(Slow, "begun", threading.Event())
    monkeypatch.setattr(Slow, "go_on", threading.Event())
    first, second = open_engine(folder), open_engine(folder)
    writer = threading.Thread(target=first.replace, args=(Slow(agenda()),))
    writer.start()
    try:
        assert Slow.begun.wait(30)
        started = time.monotonic()
        with pytest.raises(IndexLocked):
            second.replace(minutes())
        assert time.monotonic() - started >= 0.25
        assert second.search(ALL, Page(10)).total == 5, "reading goes on"
    finally:
        Slow.go_on.set()
        writer.join()
    assert second.search(ALL, Page(10)).total == 7
    second.replace(minutes())
    first.close()
    second.close()


WRITER = """
    import sys
    from rinsearch.index.base import Entry, Scope
    from rinsearch.index.engines import open_engine
    engine = open_engine(sys.argv[1], create=True, engine=sys.argv[2])
    for number in range(100_000):
        id = f"{number:016x}"
        engine.replace([Entry(id, id, Scope.DOCUMENT, "{}"), Entry(f"{id}.1", id, Scope.PASSAGE, "x" * 5000)])
        print(number, flush=True)
"""


def start(folder: Path, name: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", textwrap.dedent(WRITER), str(placed(folder, name)), name]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


@pytest.mark.skipif(os.name != "posix", reason="kill -9 is of POSIX")
@pytest.mark.parametrize("wait", [0.0, 0.004, 0.011, 0.02, 0.033, 0.05])
def test_a_killed_writer_loses_no_committed_document_and_leaves_no_lock(tmp_path: Path, name: str, wait: float) -> None:
    with start(tmp_path / "index", name) as writer:
        assert writer.stdout is not None
        line = next(line for line in writer.stdout if int(line) >= 3)
        time.sleep(wait)
        writer.send_signal(signal.SIGKILL)
        committed = int((line + writer.stdout.read()).split()[-1])
    engine = open_engine(tmp_path / "index")
    known = {int(each.id, 16) for each in engine.read(ALL)}
    assert known >= set(range(committed + 1))
    assert len(known) <= committed + 2
    assert engine.search(ALL, Page(0)).total == len(known), "no document without its passage"
    engine.replace(minutes())
    engine.close()


def test_one_process_writes_while_another_asks(tmp_path: Path, name: str) -> None:
    with start(tmp_path / "index", name) as writer:
        assert writer.stdout is not None
        try:
            assert next(writer.stdout) == "0\n"
            engine, seen = open_engine(tmp_path / "index"), 0
            for _ in range(40):
                documents = [each.id for each in engine.read(ALL)]
                assert documents == [f"{number:016x}" for number in range(len(documents))]
                assert len(documents) >= seen, "what was committed stays"
                seen = len(documents)
                assert engine.search(ALL, Page(3)).total >= seen
                assert engine.generation >= seen
            for line in writer.stdout:
                if int(line) > seen:
                    break
            assert len(list(engine.read(ALL))) > seen, "commits of the other process are seen"
            engine.close()
        finally:
            writer.kill()


def test_a_run_killed_while_making_an_index_does_not_stand_in_the_way(tmp_path: Path, name: str) -> None:
    engine = engine_in(tmp_path / "index", name)
    engine.replace(memo())
    engine.close()
    (tmp_path / "index" / "index.json").unlink()
    engine = open_engine(tmp_path / "index", create=True, engine=name)
    assert engine.search(ALL, Page(0)).total == 0
    engine.replace(minutes())
    assert engine.search(ALL, Page(0)).total == 3
    engine.close()


def test_threads_ask_while_another_writes(folder: Path) -> None:
    engine, wrong = open_engine(folder), []

    def ask() -> None:
        for _ in range(60):
            total = engine.search(Match("words", ("zdravje",)), Page(10)).total
            if total != 2 or len(list(engine.read(ALL))) != 2:
                wrong.append(total)

    threads = [threading.Thread(target=ask) for _ in range(3)]
    for thread in threads:
        thread.start()
    other = open_engine(folder)
    for _ in range(8):
        other.replace(minutes())
    for thread in threads:
        thread.join()
    assert not wrong
    engine.close()
    other.close()


def test_what_is_being_read_stays_whole_while_it_is_replaced(folder: Path) -> None:
    engine = open_engine(folder)
    reading = engine.read(ALL, Scope.PASSAGE)
    first = next(reading)
    engine.replace((), gone=[MINUTES, MEMO])
    before = [*(f"{MINUTES}.{number}" for number in (1, 2, 10)), f"{MEMO}.1", f"{MEMO}.2"]
    assert [first.id, *(each.id for each in reading)] == before
    assert list(engine.read(ALL, Scope.PASSAGE)) == []
    engine.close()


@embedded
def test_many_commits_leave_few_files_and_the_right_entries(tmp_path: Path, name: str) -> None:
    engine = engine_in(tmp_path / "index", name)
    for _ in range(20):
        engine.replace(everything())
    assert len(list((tmp_path / "index" / name).iterdir())) < 150
    assert engine.search(ALL, Page(0)).total == 7
    assert engine.facets(ALL, ["kind"])["kind"] == (("minutes", 3), ("agenda", 2), ("memo", 2))
    assert engine.search(Match("words", ("zdravje",)), Page(1)).frequencies == {"zdravje": 2}
    engine.close()


def test_a_closed_engine_can_be_asked_again(folder: Path) -> None:
    engine = open_engine(folder)
    engine.close()
    engine.close()
    assert engine.search(ALL, Page(0)).total == 5
    engine.replace(agenda())
    engine.close()
