"""Limits and ends of processes: for programs that a worker starts, and for a worker with all that it has started."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROUNDS = 3  # of looking for processes: one may start another while we look
WRITTEN_MB = 512  # that a program may write into one file
PROCESSES = Path("/proc")

# A program with its children has a group of its own, inside the session of its worker: so both can be ended.
GROUP: dict[str, Any] = {"process_group": 0} if os.name == "posix" else {}
SESSION: dict[str, Any] = {"start_new_session": True} if os.name == "posix" else {}


def limit(process: int, seconds: float, memory_mb: int) -> None:
    """Bound a program: its processor time, also when nobody waits for it any more, its memory and what it writes."""
    if sys.platform.startswith("linux"):
        import resource  # is there on Unix only

        most = {
            resource.RLIMIT_CPU: int(seconds) + 1,
            resource.RLIMIT_AS: memory_mb * 2**20,
            resource.RLIMIT_FSIZE: WRITTEN_MB * 2**20,
        }
        for name, value in most.items():
            with contextlib.suppress(OSError, ValueError):  # it has ended already
                resource.prlimit(process, name, (value, value))


def end_group(process: subprocess.Popen[Any]) -> None:
    """Kill a program and its children; where there are no groups, the program."""
    if hasattr(os, "killpg"):
        with contextlib.suppress(ProcessLookupError, PermissionError):  # all have ended
            os.killpg(process.pid, signal.SIGKILL)
    elif process.poll() is None:
        process.kill()


def end_session(process: subprocess.Popen[Any]) -> None:
    """Kill a worker and all that it has started, before it is waited for: until then its number stays its own."""
    if process.returncode is not None:
        return
    process.kill()
    if os.name != "posix":
        return
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
    for _ in range(ROUNDS):
        for number in _members(process.pid):
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.kill(number, signal.SIGKILL)


def _members(session: int) -> Iterator[int]:
    """The processes of a session, where the system lists processes as files."""
    for entry in PROCESSES.iterdir() if PROCESSES.is_dir() else ():
        if entry.name.isdecimal() and int(entry.name) != session:
            with contextlib.suppress(OSError):
                if os.getsid(int(entry.name)) == session:
                    yield int(entry.name)
