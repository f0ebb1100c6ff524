"""What a process that serves another one needs: to end with it, and answers that nothing else is mixed into."""

from __future__ import annotations

import os
import shutil
import signal
import tempfile
import threading
import time
from pathlib import Path

from rinsearch.extract.base import SCRATCH

LOOK_SECONDS = 1.0  # between two looks for the parent


def end_with_parent() -> None:
    """From now on, end when the process that started this one is killed: what is done then is for nobody."""
    threading.Thread(target=_end_with, args=(os.getppid(),), daemon=True).start()


def _end_with(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(LOOK_SECONDS)
    end(1)


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
