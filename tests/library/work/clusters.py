"""A scheduler of Dask with its workers, as processes of their own on the loopback address; all of it ends with it."""

import json
import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Self

ROOT = Path(__file__).parents[3]
HOST = "127.0.0.1"
SECONDS = 60.0  # for a scheduler to listen


@dataclass
class Cluster:
    """Use it in a ``with`` statement. ``home`` is a folder for what the processes write."""

    home: Path
    failures: int = 1  # workers that may die over a task before it is given up, but for the last
    processes: dict[str, subprocess.Popen[bytes]] = field(default_factory=dict)
    address: str = ""

    def __enter__(self) -> Self:
        told = self.home / "scheduler.json"
        self._start("scheduler", "--port", "0", "--scheduler-file", str(told))
        end = time.monotonic() + SECONDS
        while not self.address and time.monotonic() < end:
            time.sleep(0.05)
            with suppress(OSError, ValueError):
                self.address = json.loads(told.read_text("utf-8"))["address"]
        assert self.address, "the scheduler does not listen"
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        for name in reversed(list(self.processes)):
            self.kill(name)

    def worker(self, name: str, *more: str, **environment: str) -> None:
        """Start a worker that does one task at a time."""
        given = ("--nthreads", "1", "--name", name, "--local-directory", str(self.home / name), "--no-nanny", *more)
        self._start(name, self.address, *given, **environment)

    def kill(self, name: str) -> None:
        """End a process as a power cut does, with all that it has started in its group."""
        process = self.processes.pop(name)
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()

    def _start(self, name: str, *words: str, **environment: str) -> None:
        kind = "scheduler" if name == "scheduler" else "worker"
        command = (sys.executable, "-m", f"distributed.cli.dask_{kind}", "--host", HOST, "--no-dashboard", *words)
        own = {
            "PYTHONPATH": str(ROOT),
            "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": str(self.failures),
            **environment,
        }
        with (self.home / f"{name}.log").open("wb") as log:
            self.processes[name] = subprocess.Popen(
                command,
                cwd=self.home,
                env={**os.environ, **own},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
