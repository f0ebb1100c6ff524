"""One worker process: started when needed, killed when it is too slow, replaced when it died."""

from __future__ import annotations

import base64
import contextlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from rinsearch.codec import from_json, to_json
from rinsearch.errors import DamagedFile, LimitExceeded, ReadError
from rinsearch.extract.base import SCRATCH, Place, ReadOptions, Result
from rinsearch.extract.bounds import SESSION, end_session
from rinsearch.extract.lifeline import PARENT
from rinsearch.extract.recall import KeptPage
from rinsearch.extract.results import place_of, result_from_json

COMMAND = (sys.executable, "-m", "rinsearch.extract.worker")
FILES_PER_PROCESS = 200  # then it is replaced: what the libraries leak stays bounded
ABORTED = 6  # SIGABRT, wherever signals have numbers
WHOLE = 20  # times the limit of one paper: what an archive with all its papers may take
MOST_LOST = 5  # processes for one file: who sends more members that kill them does so on purpose


class Pages(Protocol):
    """The recognised pages of a file: those known before, and where each further one is kept at once."""

    def known(self) -> Iterable[KeptPage]:
        """All that were kept."""

    def keep(self, page: KeptPage) -> None:
        """Keep one more."""


@dataclass
class Reading:
    """A file whose papers come one after the other; ``end`` is the time at which all must be done, ``due`` this one.

    Each page that needs OCR is announced, and puts both off by ``options.page_seconds``; ``pages`` takes it up.
    """

    path: Path
    options: ReadOptions
    end: float
    due: float
    pages: Pages | None = None
    results: list[Result] = field(default_factory=list)
    member: str | None = None

    @property
    def place(self) -> str:
        """The paper that is being read."""
        return place_of(self.path.as_posix(), self.member)

    def take(self, answer: dict[str, Any]) -> None:
        """What the process says: which paper it begins with, that it is not stuck, or what became of the paper."""
        if "reading" in answer:
            self.member = answer["reading"]
            self.due = time.monotonic() + self.options.seconds
        elif "alive" in answer:
            self.due += self.options.page_seconds
            self.end += self.options.page_seconds
        elif "page" in answer:
            if self.pages:
                self.pages.keep(from_json(KeptPage, answer["page"]))
        else:
            self.member = None
            self.results.append(result_from_json(answer))


class Worker:
    """Reads one file after the other in a process of its own; used by one thread at a time."""

    def __init__(self, options: ReadOptions, command: tuple[str, ...] = COMMAND) -> None:
        self.options = options
        self.command = command
        self.process: subprocess.Popen[str] | None = None
        self.scratch = ""  # the folder for temporary files of the process and of the programs that it starts
        self.served = 0
        self.closed = False
        self.lock = threading.Lock()

    def read(self, path: Path, pages: Pages | None = None) -> tuple[Result, ...]:
        """The papers in a file, an error in place of each that cannot be read; the worker can be used again after it.

        A member that ends the process fails alone: a new process goes on behind it. What ``pages`` knows is not
        recognised again.
        """
        now, seconds = time.monotonic(), self.options.seconds
        reading = Reading(path, self.options, now + WHOLE * seconds, now + seconds, pages)
        for _ in range(MOST_LOST):
            if self._go_on(reading) or reading.member is None:
                return tuple(reading.results)
        rest = f"{MOST_LOST} files in it ended the process that read them; the rest was not read."
        return (*reading.results, DamagedFile(rest, place=path.as_posix()))

    def draw(self, path: Path, place: Place) -> bytes:
        """A page of a file as PNG, with places marked. Raises :class:`ReadError`."""
        process = self._running()
        late = threading.Event()
        request = {"path": os.fspath(path), "options": to_json(self.options), "draw": to_json(place)}
        sent = _sent(process, request)
        answer = self._answer(process, late, time.monotonic() + self.options.seconds) if sent else None
        if answer is None:
            self._stop()
            raise self._lost(place_of(path.as_posix(), place.member), late.is_set(), process.returncode)
        if "picture" in answer:
            return base64.b64decode(answer["picture"])
        result = result_from_json(answer)
        raise result if isinstance(result, ReadError) else DamagedFile("The answer is no picture.")

    def _go_on(self, reading: Reading) -> bool:
        """Read what is not read yet; whether the process lived to the end of it."""
        process = self._running()
        known = [to_json(page) for page in reading.pages.known()] if reading.pages else []
        request = {"path": os.fspath(reading.path), "options": to_json(self.options), "skip": len(reading.results)}
        sent = _sent(process, {**request, "pages": known})
        while True:
            late = threading.Event()
            answer = self._answer(process, late, min(reading.end, reading.due)) if sent else None
            if answer is None:
                self._stop()
                reading.results.append(self._lost(reading.place, late.is_set(), process.returncode))
                return False
            if "end" in answer:
                return True
            reading.take(answer)

    def _answer(self, process: subprocess.Popen[str], late: threading.Event, end: float) -> dict[str, Any] | None:
        """The next line of the process; ``None`` where it has died, or was killed for being late."""
        seconds = max(0.0, end - time.monotonic())
        timer = threading.Timer(seconds, _kill, (process, late))
        timer.daemon = True
        timer.start()
        try:
            return _received(process)
        finally:
            timer.cancel()

    def _running(self) -> subprocess.Popen[str]:
        """The process; a new one where there is none, it has died, or it has read enough."""
        with self.lock:
            if self.closed:
                raise ReadError("Reading was stopped.")
            self.served += 1
            fresh = self.process is None or self.process.poll() is not None
            if fresh or self.served > FILES_PER_PROCESS:
                self._stop()
                self.scratch = tempfile.mkdtemp(prefix=SCRATCH)
                self.process = started(self.command, self.scratch)
                self.served = 1
            assert self.process is not None
            return self.process

    def _lost(self, place: str, late: bool, code: int | None) -> ReadError:
        if late:
            return LimitExceeded(f"Reading it took more than {self.options.seconds:g} seconds.", place=place)
        if code == -ABORTED:  # so PDFium ends when it gets no more memory
            return LimitExceeded(f"Reading it took more than {self.options.memory_mb} MB.", place=place)
        return DamagedFile(f"The process that read it broke down (exit code {code}).", place=place)

    def _stop(self) -> None:
        if self.process is not None:
            end_session(self.process)
            self.process.wait()
            shutil.rmtree(self.scratch, ignore_errors=True)
            for stream in (self.process.stdin, self.process.stdout):
                if stream is not None:
                    _closed(stream)

    def close(self) -> None:
        """End the process at once, whatever it is doing."""
        with self.lock:
            self.closed = True
            if self.process is not None:
                end_session(self.process)
                self.process.wait()

    def release(self) -> None:
        """Close the pipes, when no thread reads from them any more."""
        self._stop()


def _closed(stream: Any) -> None:
    with contextlib.suppress(OSError):  # the other end is gone, with it what was still to be written
        stream.close()


def started(command: tuple[str, ...], scratch: str, encoding: str | None = "utf-8") -> subprocess.Popen[Any]:
    """Start a worker that finds the same rinsearch as this process, wherever it was started from; its pipes carry text,
    bytes where there is no ``encoding``."""
    home = str(Path(__file__).parents[2])
    paths = [home, *filter(None, [os.environ.get("PYTHONPATH")])]
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(paths),
        "PYTHONIOENCODING": "utf-8",
        "PYTHONSAFEPATH": "1",
        PARENT: str(os.getpid()),
        **dict.fromkeys(("TMPDIR", "TEMP", "TMP"), scratch),
    }
    return subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
        encoding=encoding,
        **SESSION,
    )


def _kill(process: subprocess.Popen[str], late: threading.Event) -> None:
    late.set()
    end_session(process)


def _sent(process: subprocess.Popen[str], request: dict[str, Any]) -> bool:
    """Send a request; false where the process has died."""
    assert process.stdin is not None
    try:
        process.stdin.write(json.dumps(request) + "\n")
        process.stdin.flush()
    except OSError:
        return False
    return True


def _received(process: subprocess.Popen[str]) -> dict[str, Any] | None:
    """Wait for a line; ``None`` where the process died over it or gave something else."""
    assert process.stdout is not None
    try:
        line = process.stdout.readline()
        answer = json.loads(line) if line.endswith("\n") else None
    except (OSError, ValueError):
        return None
    return answer if isinstance(answer, dict) else None
