"""What a process that serves another one needs: to end with it, and answers that nothing else is mixed into."""

from __future__ import annotations

import ctypes
import os
import shutil
import signal
import sys
import tempfile
import threading
import time
from pathlib import Path

from rinsearch.extract.base import SCRATCH

# In the environment, the number of the process to end with: on Windows a python.exe of its environment is in between.
PARENT = "RINSEARCH_PARENT"
SYNCHRONIZE, FOR_EVER = 0x00100000, 0xFFFFFFFF  # of Windows
LOOK_SECONDS = 1.0  # between two looks for the parent


def end_with_parent() -> None:
    """From now on, end when the process that started this one is killed: what is done then is for nobody."""
    parent = int(os.environ.get(PARENT, os.getppid()))  # it may have been killed before this process got so far
    threading.Thread(target=_end_with, args=(parent,), daemon=True).start()


def _end_with(parent: int) -> None:
    if sys.platform == "win32":
        _wait_for(parent)
    else:
        while os.getppid() == parent:
            time.sleep(LOOK_SECONDS)
    end(1)


def _wait_for(process: int) -> None:
    """Wait until a process of Windows ends, which hands its children to nobody: they still name it as their parent."""
    kernel = ctypes.__dict__["WinDLL"]("kernel32")
    kernel.OpenProcess.restype = ctypes.c_void_p
    handle = kernel.OpenProcess(SYNCHRONIZE, False, process)
    if handle:
        kernel.WaitForSingleObject(ctypes.c_void_p(handle), FOR_EVER)


def end(code: int) -> None:
    """End at once, with the folder for temporary files and with all that this process has started in its group."""
    scratch = Path(tempfile.gettempdir())
    if scratch.name.startswith(SCRATCH):
        shutil.rmtree(scratch, ignore_errors=True)
    if hasattr(os, "killpg") and os.getpgrp() == os.getpid():
        os.killpg(0, signal.SIGKILL)
    os._exit(code)


def private_output() -> int:
    """Keep standard output for answers alone, as a file of this number: what C libraries print goes to the errors."""
    private = os.dup(1)
    os.dup2(2, 1)
    return private
