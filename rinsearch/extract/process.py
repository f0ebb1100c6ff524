"""One worker process: started when needed, killed when it is too slow, replaced when it died."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

from rinsearch.codec import from_json, to_json
from rinsearch.errors import DamagedFile, LimitExceeded, ReadError, UnsupportedFormat
from rinsearch.extract.base import ReadOptions
from rinsearch.records import Document, Problem

COMMAND = (sys.executable, "-m", "rinsearch.extract.worker")
FILES_PER_PROCESS = 200  # then it is replaced: what the libraries leak stays bounded
ABORTED = 6  # SIGABRT, wherever signals have numbers
ERRORS = {error.code: error for error in (ReadError, UnsupportedFormat, DamagedFile, LimitExceeded)}


class Worker:
    """Reads one file after the other in a process of its own; used by one thread at a time."""

    def __init__(self, options: ReadOptions, command: tuple[str, ...] = COMMAND) -> None:
        self.options = options
        self.command = command
        self.process: subprocess.Popen[str] | None = None
        self.served = 0
        self.closed = False
        self.lock = threading.Lock()

    def read(self, path: Path) -> Document:
        """Read a file. Raises :class:`ReadError`; the worker can be used again after it."""
        process = self._running()
        late = threading.Event()
        timer = threading.Timer(self.options.seconds, _kill, (process, late))
        timer.daemon = True
        timer.start()
        try:
            answer = _exchange(process, {"path": os.fspath(path), "options": to_json(self.options)})
        finally:
            timer.cancel()
        if answer is None:
            self._stop()
            raise self._lost(path, late.is_set(), process.returncode)
        return _document(answer)

    def _running(self) -> subprocess.Popen[str]:
        """The process; a new one where there is none, it has died, or it has read enough."""
        with self.lock:
            if self.closed:
                raise ReadError("Reading was stopped.")
            self.served += 1
            fresh = self.process is None or self.process.poll() is not None
            if fresh or self.served > FILES_PER_PROCESS:
                self._stop()
                self.process = _started(self.command)
                self.served = 1
            assert self.process is not None
            return self.process

    def _lost(self, path: Path, late: bool, code: int | None) -> ReadError:
        place = path.as_posix()
        if late:
            return LimitExceeded(f"Reading it took more than {self.options.seconds:g} seconds.", place=place)
        if code == -ABORTED:  # so PDFium ends when it gets no more memory
            return LimitExceeded(f"Reading it took more than {self.options.memory_mb} MB.", place=place)
        return DamagedFile(f"The process that read it broke down (exit code {code}).", place=place)

    def _stop(self) -> None:
        if self.process is not None:
            self.process.kill()
            self.process.wait()
            for stream in (self.process.stdin, self.process.stdout):
                if stream is not None:
                    _closed(stream)

    def close(self) -> None:
        """End the process at once, whatever it is doing."""
        with self.lock:
            self.closed = True
            if self.process is not None:
                self.process.kill()
                self.process.wait()

    def release(self) -> None:
        """Close the pipes, when no thread reads from them any more."""
        self._stop()


def _closed(stream: Any) -> None:
    with contextlib.suppress(OSError):  # the other end is gone, with it what was still to be written
        stream.close()


def _started(command: tuple[str, ...]) -> subprocess.Popen[str]:
    """Start a worker that finds the same rinsearch as this process, wherever it was started from."""
    home = str(Path(__file__).parents[2])
    paths = [home, *filter(None, [os.environ.get("PYTHONPATH")])]
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(paths),
        "PYTHONIOENCODING": "utf-8",
        "PYTHONSAFEPATH": "1",
    }
    return subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
        encoding="utf-8",
    )


def _kill(process: subprocess.Popen[str], late: threading.Event) -> None:
    late.set()
    process.kill()


def _exchange(process: subprocess.Popen[str], request: dict[str, Any]) -> dict[str, Any] | None:
    """Send a request and wait for the answer; ``None`` where the process died over it."""
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        process.stdin.write(json.dumps(request) + "\n")
        process.stdin.flush()
        line = process.stdout.readline()
        answer = json.loads(line) if line.endswith("\n") else None
    except (OSError, ValueError):
        return None
    return answer if isinstance(answer, dict) else None


def _document(answer: dict[str, Any]) -> Document:
    if "document" in answer:
        return from_json(Document, answer["document"])
    problem = from_json(Problem, answer["error"])
    raise ERRORS.get(problem.code, ReadError)(problem.message, place=problem.place, advice=problem.advice)
