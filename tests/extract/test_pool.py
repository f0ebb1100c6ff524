"""Workers that hang, die or lie, and a pool that goes on."""

import sys
import time
from pathlib import Path

import pytest

from rinsearch.errors import DamagedFile, LimitExceeded, ReadError, UnsupportedFormat
from rinsearch.extract import ReadCache, Readers, ReadOptions, read
from rinsearch.extract.process import Worker
from rinsearch.records import Document

# A worker that hangs on "hang", dies on "die", chatters on "lie", and answers every other file as unsupported; the
# "bundle" has four members, and the second one ends the process.
STUB = """
import json, os, sys, time
for line in sys.stdin:
    task = json.loads(line)
    path = task["path"]
    if "hang" in path: time.sleep(60)
    if "die" in path: os._exit(9)
    if "lie" in path: print("no json"); sys.stdout.flush(); continue
    if "scan" in path:
        print(json.dumps({"reading": None}), flush=True)
        for page in range(4 if "long" in path else 100000):
            time.sleep(0.5)
            print(json.dumps({"alive": True}), flush=True)
        print(json.dumps({"error": {"code": "unsupported", "message": "m", "place": path, "advice": "a"}}))
        print(json.dumps({"end": True}), flush=True)
        continue
    for member in [None] if "bundle" not in path else "abcd"[task["skip"]:]:
        print(json.dumps({"reading": member}), flush=True)
        if member == "b": os._exit(9)
        print(json.dumps({"error": {"code": "unsupported", "message": "m", "place": path, "advice": "a"}}))
    print(json.dumps({"end": True}))
    sys.stdout.flush()
"""


@pytest.fixture
def paths(tmp_path: Path) -> list[Path]:
    made = []
    for number in range(7):
        path = tmp_path / f"{number}.txt"
        path.write_text(f"Zapisnik {number}. seje", "utf-8")
        made.append(path)
    (tmp_path / "3.txt").write_bytes(b"GIF89a")
    return made


def test_results_come_in_the_order_of_the_paths_and_one_bad_file_is_one_error(paths: list[Path]) -> None:
    with Readers(workers=2) as readers:
        results = list(readers.read_all([*paths, paths[0].parent / "none.txt"]))
    assert [path for path, _ in results] == [*paths, paths[0].parent / "none.txt"]
    assert [list(map(type, read)) for _, read in results] == [
        *[[Document]] * 3,
        [UnsupportedFormat],
        *[[Document]] * 3,
        [ReadError],
    ]


def test_a_worker_that_hangs_is_killed_and_replaced() -> None:
    worker = Worker(ReadOptions(seconds=0.5), (sys.executable, "-c", STUB))
    start = time.monotonic()
    (error,) = worker.read(Path("hang.pdf"))
    assert time.monotonic() - start < 10
    assert isinstance(error, LimitExceeded)
    assert error.place == "hang.pdf"
    assert list(map(type, worker.read(Path("good.pdf")))) == [UnsupportedFormat]
    worker.close()
    worker.release()


def test_a_long_scan_that_gives_signs_of_life_is_read() -> None:
    worker = Worker(ReadOptions(seconds=1.5, page_seconds=1), (sys.executable, "-c", STUB))
    assert list(map(type, worker.read(Path("long-scan.pdf")))) == [UnsupportedFormat]
    worker.close()
    worker.release()


def test_signs_of_life_do_not_keep_a_file_alive_for_ever() -> None:
    worker = Worker(ReadOptions(seconds=1, page_seconds=0.1), (sys.executable, "-c", STUB))
    start = time.monotonic()
    assert list(map(type, worker.read(Path("scan.pdf")))) == [LimitExceeded]
    assert time.monotonic() - start < 10
    worker.close()
    worker.release()


@pytest.mark.parametrize("name", ["die.pdf", "lie.pdf"])
def test_a_worker_that_dies_or_lies_fails_its_file_alone(name: str) -> None:
    worker = Worker(ReadOptions(seconds=20), (sys.executable, "-c", STUB))
    assert list(map(type, worker.read(Path(name)))) == [DamagedFile]
    assert list(map(type, worker.read(Path("good.pdf")))) == [UnsupportedFormat]
    worker.close()
    worker.release()


def test_a_member_that_ends_the_process_fails_alone() -> None:
    worker = Worker(ReadOptions(seconds=20), (sys.executable, "-c", STUB))
    results = worker.read(Path("bundle.zip"))
    assert list(map(type, results)) == [UnsupportedFormat, DamagedFile, UnsupportedFormat, UnsupportedFormat]
    assert isinstance(results[1], ReadError)
    assert results[1].place == "bundle.zip!/b"
    worker.close()
    worker.release()


def test_leaving_early_ends_everything_at_once(paths: list[Path]) -> None:
    start = time.monotonic()
    with Readers(ReadOptions(seconds=60), workers=1) as readers:
        readers.workers[0].command = (sys.executable, "-c", STUB)
        hanging = paths[0].parent / "hang.txt"
        readers.threads.submit(readers.read, hanging)
        time.sleep(0.5)
        assert readers.workers[0].process is not None
    assert time.monotonic() - start < 10
    assert all(worker.process is None or worker.process.poll() is not None for worker in readers.workers)


def test_what_is_in_the_cache_is_not_read_again(paths: list[Path], tmp_path: Path) -> None:
    cache = ReadCache(tmp_path / "cache.sqlite")
    with Readers(workers=1, cache=cache) as readers:
        first = readers.read(paths[0])
    copy = tmp_path / "copy.txt"
    copy.write_bytes(paths[0].read_bytes())
    with Readers(workers=1, cache=cache) as readers:
        again = readers.read(copy)
        assert readers.workers[0].process is None
    cache.close()
    assert again.id == first.id
    assert again.sources[0].path == copy.as_posix()


def test_one_file_can_be_read_alone(paths: list[Path]) -> None:
    assert read(paths[1]).media_type == "text/plain"


def test_a_file_beyond_the_size_limit_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(2 * 2**20)
    with pytest.raises(LimitExceeded):
        read(path, ReadOptions(file_mb=1))


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the memory limit holds on Linux only")
def test_a_file_beyond_the_memory_limit_fails_alone(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    path.write_bytes(b"Zapisnik seje.\n" * (8 * 2**20))
    small = tmp_path / "small.txt"
    small.write_text("Zapisnik", "utf-8")
    with Readers(ReadOptions(memory_mb=300), workers=1) as readers:
        results = dict(readers.read_all([path, small]))
    assert isinstance(results[path][0], LimitExceeded)
    assert isinstance(results[small][0], Document)
