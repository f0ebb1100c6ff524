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
TREE_SECONDS = 10.0  # to end a process with its children takes a tenth of one
WRITTEN_MB = 512  # that a program may write into one file
PROCESSES = Path("/proc")

# A program with its children has a group of its own, inside the session of its worker: so both can be ended.
GROUP: dict[str, Any] = {"process_group": 0} if os.name == "posix" else {}
# On Windows a group of its own keeps Ctrl-C from a worker: the one who started it decides what becomes of its file.
OWN_GROUP = {"creationflags": getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0)}
SESSION: dict[str, Any] = {"start_new_session": True} if os.name == "posix" else OWN_GROUP


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
    """Kill a program and its children."""
    if hasattr(os, "killpg"):
        with contextlib.suppress(ProcessLookupError, PermissionError):  # all have ended
            os.killpg(process.pid, signal.SIGKILL)
    elif process.poll() is None:
        _end_tree(process)


def end_session(process: subprocess.Popen[Any]) -> None:
    """Kill a worker and all that it has started, before it is waited for: until then its number stays its own."""
    if process.returncode is not None:
        return
    if os.name != "posix":
        _end_tree(process)
        return
    process.kill()
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
    for _ in range(ROUNDS):
        for number in _members(process.pid):
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.kill(number, signal.SIGKILL)


def _end_tree(process: subprocess.Popen[Any]) -> None:
    """Kill a process and its children where these make no group: Windows ends one process alone, and soffice.exe and
    the python.exe of a virtual environment do their work in a child."""
    command = ["taskkill", "/F", "/T", "/PID", str(process.pid)]
    with contextlib.suppress(OSError, subprocess.SubprocessError):
        subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=TREE_SECONDS, check=False)
    with contextlib.suppress(OSError):  # it has ended already
        process.kill()


def _members(session: int) -> Iterator[int]:
    """The processes of a session, where the system lists processes as files."""
    for entry in PROCESSES.iterdir() if PROCESSES.is_dir() else ():
        if entry.name.isdecimal() and int(entry.name) != session:
            with contextlib.suppress(OSError):
                if os.getsid(int(entry.name)) == session:
                    yield int(entry.name)
