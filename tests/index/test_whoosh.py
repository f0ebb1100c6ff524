"""What the default engine promises about files: damage, locks, kills, threads."""

import gc
import json
import os
import signal
import subprocess
import sys
import textwrap
import threading
import time
from contextlib import suppress
from pathlib import Path

import pytest

from rinsearch.errors import DamagedIndex, IndexLocked
from rinsearch.index.base import Everything, Match, Page, Scope
from rinsearch.index.engines import open_engine
from tests.index.examples import everything, memo, minutes

ALL = Everything()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    engine = open_engine(tmp_path / "index", create=True)
    engine.replace(minutes())
    engine.replace(memo())
    engine.close()
    return tmp_path / "index"


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
    ],
)
def test_an_identity_that_is_none_is_damage(folder: Path, text: str) -> None:
    (folder / "index.json").write_text(text, "utf-8")
    with pytest.raises(DamagedIndex):
        open_engine(folder, create=True)


@pytest.mark.parametrize(("key", "value"), [("schema", 0), ("analyser", "simplemma 0.1 keys 0"), ("engine", "none")])
def test_an_index_of_another_version_is_refused_before_it_is_opened(folder: Path, key: str, value: object) -> None:
    path = folder / "index.json"
    path.write_text(json.dumps(json.loads(path.read_text("utf-8")) | {key: value}), "utf-8")
    for each in (folder / "whoosh").glob("*.toc"):
        each.write_bytes(b"cos\nsystem\n(S'false'\ntR.")  # never unpickled
    with pytest.raises(DamagedIndex, match=str(value)):
        open_engine(folder)


def test_a_lost_commit_is_noticed(folder: Path) -> None:
    path = folder / "index.json"
    path.write_text(json.dumps(json.loads(path.read_text("utf-8")) | {"generation": 99}), "utf-8")
    with pytest.raises(DamagedIndex, match="99"):
        open_engine(folder)


def test_a_folder_without_its_files_is_damaged(folder: Path) -> None:
    for each in (folder / "whoosh").iterdir():
        each.unlink()
    with pytest.raises(DamagedIndex):
        open_engine(folder)


def _ask_everything(folder: Path) -> None:
    engine = open_engine(folder)
    try:
        engine.search(Match("words", ("zdravje",)), Page(10, scope=Scope.DOCUMENT))
        engine.facets(ALL, ["kind", "municipality"])
        list(engine.words("a"))
        list(engine.read(ALL))
        engine.replace(minutes())
    finally:
        engine.close()


@pytest.mark.parametrize("suffix", [".toc", ".seg"])
@pytest.mark.parametrize("share", [0.0, 0.1, 0.5, 0.9, 0.99])
def test_a_file_that_is_cut_off_is_damage_and_nothing_else(folder: Path, suffix: str, share: float) -> None:
    for path in (folder / "whoosh").glob(f"*{suffix}"):
        path.write_bytes(path.read_bytes()[: int(path.stat().st_size * share)])
    with pytest.raises(DamagedIndex):
        _ask_everything(folder)


# Whoosh itself drops a file that it could not read without closing it, and then tries again.
@pytest.mark.filterwarnings("ignore:Exception ignored in. <_io.FileIO:pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("at", range(0, 100, 9))
def test_a_file_with_other_bytes_is_damage_or_unnoticed(folder: Path, at: int) -> None:
    for path in (folder / "whoosh").glob("*.seg"):
        data = bytearray(path.read_bytes())
        place = len(data) * at // 100
        data[place : place + 40] = b"\xff" * len(data[place : place + 40])
        path.write_bytes(data)
    with suppress(DamagedIndex):
        _ask_everything(folder)


def test_a_second_writer_waits_and_is_then_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rinsearch.index.bounds.LOCK_SECONDS", 0.3)
    first, second = open_engine(folder), open_engine(folder)
    writer = first._index.writer()  # type: ignore[attr-defined]
    started = time.monotonic()
    with pytest.raises(IndexLocked):
        second.replace(minutes())
    assert time.monotonic() - started >= 0.25
    assert second.search(ALL, Page(10)).total == 5, "reading goes on"
    writer.cancel()
    second.replace(minutes())
    first.close()
    second.close()


def test_the_garbage_collector_runs_again_after_building(folder: Path) -> None:
    engine = open_engine(folder)
    engine.replace(minutes())
    assert gc.isenabled()
    gc.disable()
    try:
        engine.replace(minutes())
        assert not gc.isenabled()
    finally:
        gc.enable()
        engine.close()


WRITER = """
    import sys
    from rinsearch.index.base import Entry, Scope
    from rinsearch.index.engines import open_engine
    engine = open_engine(sys.argv[1], create=True)
    for number in range(100_000):
        id = f"{number:016x}"
        engine.replace([Entry(id, id, Scope.DOCUMENT, "{}"), Entry(f"{id}.1", id, Scope.PASSAGE, "x" * 5000)])
        print(number, flush=True)
"""


@pytest.mark.skipif(os.name != "posix", reason="kill -9 is of POSIX")
@pytest.mark.parametrize("wait", [0.0, 0.004, 0.011, 0.02, 0.033, 0.05])
def test_a_killed_writer_loses_no_committed_document_and_leaves_no_lock(tmp_path: Path, wait: float) -> None:
    command = [sys.executable, "-c", textwrap.dedent(WRITER), str(tmp_path / "index")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        for line in writer.stdout:
            if int(line) >= 3:
                break
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


def test_a_run_killed_while_making_an_index_does_not_stand_in_the_way(tmp_path: Path) -> None:
    open_engine(tmp_path / "index", create=True).close()
    (tmp_path / "index" / "index.json").unlink()
    engine = open_engine(tmp_path / "index", create=True)
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


def test_many_commits_leave_few_files(tmp_path: Path) -> None:
    engine = open_engine(tmp_path / "index", create=True)
    for _ in range(20):
        engine.replace(everything())
    assert len(list((tmp_path / "index" / "whoosh").glob("*.seg"))) < 10
    assert len(list((tmp_path / "index" / "whoosh").glob("*.toc"))) == 1
    engine.close()
