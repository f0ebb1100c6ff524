"""The process that reads files and may be killed: JSON lines in, JSON lines out, one for each file.

Started as ``python -m rinsearch.extract.worker``. A request is ``{"path": …, "options": {…}}``, an answer
``{"document": {…}}`` or ``{"error": {…}}``. Pickle is never used: an answer is as untrusted as the file it came from.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from pathlib import Path
from typing import Any, TextIO

from rinsearch.codec import from_json, to_json
from rinsearch.errors import DamagedFile, LimitExceeded, ReadError
from rinsearch.extract.base import ReadOptions
from rinsearch.extract.readers import read_bytes
from rinsearch.records import Document

GRACE = 10  # seconds after the time limit at which a worker ends itself, should its parent be gone


def main() -> int:
    """Answer requests until the input ends."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl-C goes to the whole group: end at once and without a traceback
    answers = _private_output()
    for request in sys.stdin:
        task = json.loads(request)
        options = from_json(ReadOptions, task["options"])
        _limit(options)
        answer = _answer(Path(task["path"]), options)
        _alarm(0)
        answers.write(json.dumps(answer, ensure_ascii=True, separators=(",", ":")) + "\n")
        answers.flush()
    return 0


def _private_output() -> TextIO:
    """Keep standard output for answers alone: what C libraries print goes to the error output."""
    private = os.dup(1)
    os.dup2(2, 1)
    return os.fdopen(private, "w", encoding="ascii", newline="\n")


def _limit(options: ReadOptions) -> None:
    """Limit the memory, where the system can: PDFium takes 23 GB for two small hostile files otherwise."""
    _alarm(int(options.seconds) + GRACE)
    if not sys.platform.startswith("linux"):
        return
    import resource  # is there on Unix only

    size = options.memory_mb * 2**20
    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    resource.setrlimit(resource.RLIMIT_AS, (size if hard < 0 else min(size, hard), hard))


def _alarm(seconds: int) -> None:
    if hasattr(signal, "alarm"):
        signal.alarm(seconds)


def _answer(path: Path, options: ReadOptions) -> dict[str, Any]:
    try:
        return {"document": to_json(_read(path, options))}
    except ReadError as error:
        failure = error
    except MemoryError:
        failure = LimitExceeded(f"Reading it took more than {options.memory_mb} MB.")
    except RecursionError:
        failure = DamagedFile("It is nested too deeply.")
    except OSError as problem:
        failure = ReadError(f"It cannot be opened ({problem.strerror}).")
    failure.place = failure.place or path.as_posix()
    return {"error": to_json(failure.as_problem())}


def _read(path: Path, options: ReadOptions) -> Document:
    if path.stat().st_size > options.file_mb * 2**20:
        raise LimitExceeded(f"The file has more than {options.file_mb} MB.")
    return read_bytes(path.read_bytes(), path.as_posix(), options)


if __name__ == "__main__":
    sys.exit(main())
