"""The process that reads a file: what it holds, what it may take, and that nothing of it remains."""

import contextlib
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from rinsearch.errors import LimitExceeded, UsageError
from rinsearch.extract import ReadOptions
from rinsearch.extract.bounds import GROUP, end_group, limit
from rinsearch.extract.process import Worker
from rinsearch.library.limits import MEMORY_LIMIT, PAGES_A_LIMIT, TIME_LIMIT, checked
from rinsearch.records import Document

linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="of Linux")

# A worker that starts a program in a group of its own, writes a temporary file, says who they are and hangs.
STUB = """
import os, subprocess, sys, tempfile, time
for line in sys.stdin:
    child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"], process_group=0)
    open(os.path.join(tempfile.gettempdir(), "paper.doc"), "w").close()
    open(os.environ["NOTE"], "w").write(f"{os.getpid()} {child.pid} {tempfile.gettempdir()}")
    time.sleep(60)
"""
PARENT = """
import sys
from pathlib import Path
from rinsearch.extract import ReadOptions
from rinsearch.extract.process import Worker
worker = Worker(ReadOptions())
process = worker._running()
print(process.pid, worker.scratch, flush=True)
worker.read(Path(sys.argv[1]))
"""


def is_alive(process: int) -> bool:
    try:
        status = Path(f"/proc/{process}/stat").read_text()
    except OSError:
        return False
    return status.rpartition(")")[2].split()[0] != "Z"


def becomes(true: Callable[[], bool], seconds: float = 20.0) -> bool:
    end = time.monotonic() + seconds
    while not true() and time.monotonic() < end:
        time.sleep(0.05)
    return true()


def test_the_process_loads_no_spacy_and_none_of_the_rooms_that_understand() -> None:
    code = "import sys, rinsearch.extract.worker; print(*sys.modules)"
    loaded = set(
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    )
    assert "rinsearch.extract.readers" in loaded
    assert not loaded & {"spacy", "thinc", "numpy", "whoosh", "rinsearch.tag", "rinsearch.compose", "rinsearch.library"}


def test_requests_and_answers_are_lines_of_json(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Zapisnik 3. seje", "utf-8")
    request = json.dumps({"path": str(path), "options": {}, "skip": 0, "pages": []})
    done = subprocess.run(
        [sys.executable, "-m", "rinsearch.extract.worker"],
        input=f"{request}\n",
        capture_output=True,
        text=True,
        check=True,
    )
    assert [list(json.loads(line)) for line in done.stdout.splitlines()] == [["reading"], ["document"], ["end"]]


@linux
def test_who_is_late_is_ended_with_all_that_it_started_and_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NOTE", str(tmp_path / "note"))
    worker = Worker(ReadOptions(seconds=1.5), (sys.executable, "-c", STUB))
    (error,) = worker.read(tmp_path / "a.doc")
    assert isinstance(error, LimitExceeded)
    process, child, scratch = (tmp_path / "note").read_text().split()
    assert becomes(lambda: not is_alive(int(process)) and not is_alive(int(child)))
    assert Path(scratch).name.startswith("rinsearch-")
    assert Path(scratch).parent == Path(tempfile.gettempdir())
    assert not Path(scratch).exists()
    worker.close()
    worker.release()


@linux
def test_a_process_whose_parent_was_killed_ends_too(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")  # reading it never ends
    with subprocess.Popen(
        [sys.executable, "-c", PARENT, str(tmp_path / "pipe")], stdout=subprocess.PIPE, text=True
    ) as parent:
        assert parent.stdout
        process, scratch = parent.stdout.readline().split()
        assert is_alive(int(process))
        time.sleep(1.0)  # it has begun to read
        parent.kill()
    assert becomes(lambda: not is_alive(int(process)))
    assert becomes(lambda: not Path(scratch).exists())


@linux
@pytest.mark.parametrize("code", ["bytearray(2**29)", "open('big', 'wb').truncate(2**30)", "while True: pass"])
def test_programs_have_limits_of_their_own(code: str, tmp_path: Path) -> None:
    lines = f"import sys\nsys.stdin.readline()\n{code}\n"
    process = subprocess.Popen(
        [sys.executable, "-c", lines], stdin=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=tmp_path, **GROUP
    )
    limit(process.pid, 0.5, 200)
    process.communicate(b"go\n", timeout=60)
    assert process.returncode != 0
    end_group(process)


def test_a_crash_loses_one_file_and_not_its_neighbours(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).write_text(f"Zapisnik {name}", "utf-8")
    worker = Worker(ReadOptions())
    assert isinstance(worker.read(tmp_path / "a.txt")[0], Document)
    assert worker.process
    with contextlib.suppress(ProcessLookupError):
        os.kill(worker.process.pid, signal.SIGTERM)
    worker.process.wait()
    assert isinstance(worker.read(tmp_path / "b.txt")[0], Document)
    assert isinstance(worker.read(tmp_path / "c.txt")[0], Document)
    worker.close()
    worker.release()


def test_the_usual_limits_are_those_of_the_readers() -> None:
    usual = ReadOptions.within(TIME_LIMIT, MEMORY_LIMIT)
    assert usual == ReadOptions()
    assert usual.page_seconds == TIME_LIMIT / PAGES_A_LIMIT == 5.0
    assert ReadOptions.within(2 * TIME_LIMIT, 512).page_seconds == 10.0
    assert checked(30, 512) == (30.0, 512)
    with pytest.raises(UsageError):
        checked(0.1, 512)
