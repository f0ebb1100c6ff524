"""Processes that read and tag, kept on one machine by whoever runs tasks there: this program, or a worker of a cluster.

A process that dies over a file takes nothing with it: the file is tried once more by a new one, then it is given up.
"""

from __future__ import annotations

import atexit
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from contextlib import suppress

from rinsearch.extract.base import SCRATCH
from rinsearch.extract.bounds import end_session
from rinsearch.extract.process import started
from rinsearch.library.work.child import receive, send
from rinsearch.library.work.parcels import Outcome, pack

COMMAND = (sys.executable, "-m", "rinsearch.library.work.child")
TRIES = 2  # of a file that ends the process: the first end may have been somebody else's doing
FILES_PER_PROCESS = 2000  # then it is replaced: what the libraries leak stays bounded


class Helper:
    """One process; used by one thread at a time."""

    def __init__(self, command: tuple[str, ...] = COMMAND) -> None:
        self.scratch = tempfile.mkdtemp(prefix=SCRATCH)
        self.process: subprocess.Popen[bytes] = started(command, self.scratch, encoding=None)
        self.served = 0

    @property
    def is_fit(self) -> bool:
        """Whether it lives and has not done enough."""
        return self.process.poll() is None and self.served < FILES_PER_PROCESS

    def ask(self, parcel: bytes) -> bytes | None:
        """The answer to a parcel; ``None`` where the process has died over it."""
        self.served += 1
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        try:
            send(self.process.stdin, parcel)  # type: ignore[arg-type]
            return receive(self.process.stdout)  # type: ignore[arg-type]
        except (OSError, ValueError):  # ValueError where it was closed by another thread
            return None

    def kill(self) -> None:
        """End the process with all that it has started, whatever it is doing."""
        end_session(self.process)
        self.process.wait()

    def release(self) -> None:
        """Remove what it has left, when nobody talks to it any more."""
        self.kill()
        for stream in (self.process.stdin, self.process.stdout):
            if stream is not None:
                with suppress(OSError):
                    stream.close()
        shutil.rmtree(self.scratch, ignore_errors=True)


class Host:
    """As many processes as tasks run at once; each is used again."""

    def __init__(self, command: tuple[str, ...] = COMMAND) -> None:
        self.command = command
        self.lock = threading.Lock()
        self.idle: list[Helper] = []
        self.busy: set[Helper] = set()
        self.closed = False

    def work(self, parcel: bytes) -> bytes:
        """What became of the file in a parcel, as a parcel."""
        code: int | None = None
        for _ in range(TRIES):
            helper = self._taken()
            answer = helper.ask(parcel)
            self._put_back(helper, is_well=answer is not None)
            if answer is not None:
                return answer
            code = helper.process.returncode
        return pack({"outcome": Outcome.LOST, "code": code})

    def close(self) -> None:
        """End all work at once."""
        with self.lock:
            self.closed = True
            every = [*self.idle, *self.busy]
            self.idle.clear()
        for helper in every:
            helper.kill()
        for helper in every:
            if helper not in self.busy:
                helper.release()

    def _taken(self) -> Helper:
        with self.lock:
            if self.closed:
                raise RuntimeError("The work was stopped.")
            unfit = [each for each in self.idle if not each.is_fit]
            self.idle = [each for each in self.idle if each not in unfit]
            helper = self.idle.pop() if self.idle else Helper(self.command)
            self.busy.add(helper)
        for each in unfit:
            each.release()
        return helper

    def _put_back(self, helper: Helper, is_well: bool) -> None:
        with self.lock:
            kept = is_well and not self.closed
            if kept:
                self.idle.append(helper)
            self.busy.discard(helper)
        if not kept:
            helper.release()


_hosts: list[Host] = []
_lock = threading.Lock()


def work(parcel: bytes) -> bytes:
    """What became of the file in a parcel, as a parcel: the function that executors run, wherever that is."""
    with _lock:
        if not _hosts:
            _hosts.append(Host())
    return _hosts[0].work(parcel)


def end_all() -> None:
    """End the processes that `work` keeps here."""
    with _lock:
        for host in _hosts:
            host.close()
        _hosts.clear()


atexit.register(end_all)
if hasattr(os, "register_at_fork"):  # a forked process has pipes to the processes of the other one: not to be used
    os.register_at_fork(after_in_child=_hosts.clear)
