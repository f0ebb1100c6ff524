"""The process that reads files and may be killed: JSON lines in, JSON lines out.

Started as ``python -m rinsearch.extract.worker``. A request is ``{"path": …, "options": {…}, "skip": 0, "pages": []}``;
``skip`` papers of the file are known already, and so are these recognised pages. The answer has for each paper
``{"reading": member}``, then ``{"document": {…}}`` or ``{"error": {…}}``, and ends with ``{"end": true}``; before each
scanned page comes ``{"alive": true}``, and after it ``{"page": {…}}``. Pickle is never used: an answer is as untrusted
as the file it came from.

A request with ``"draw"``, a place on a page, has one answer: ``{"picture": …}``, a PNG file in base 64, or an error.
"""

from __future__ import annotations

import base64
import json
import os
import signal
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any, TextIO

from rinsearch.codec import from_json, to_json
from rinsearch.errors import DamagedFile, LimitExceeded, ReadError
from rinsearch.extract.base import Place, ReadOptions
from rinsearch.extract.drawing import draw
from rinsearch.extract.lifeline import end_with_parent, private_output
from rinsearch.extract.members import Paper, papers
from rinsearch.extract.pulse import listen
from rinsearch.extract.readers import read_paper
from rinsearch.extract.recall import KeptPage, begin
from rinsearch.extract.results import place_of, result_to_json

GRACE = 10  # seconds after the time limit at which a worker ends itself, should its parent be gone


def main() -> int:
    """Answer requests until the input ends."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # end at once and without a traceback
    end_with_parent()
    answers = os.fdopen(private_output(), "w", encoding="ascii", newline="\n")
    for request in sys.stdin:
        task = json.loads(request)
        options = from_json(ReadOptions, task["options"])
        _limit(options)
        listen(partial(_alive, answers, options))
        if "draw" in task:
            _send(answers, _drawing(Path(task["path"]), from_json(Place, task["draw"]), options))
        else:
            _read(answers, task, options)
        _alarm(0)
    return 0


def _read(answers: TextIO, task: dict[str, Any], options: ReadOptions) -> None:
    known = [from_json(KeptPage, page) for page in task["pages"]]
    begin(known, lambda page: _send(answers, {"page": to_json(page)}))
    for answer in _answers(Path(task["path"]), options, task["skip"]):
        _send(answers, answer)
        _alarm(int(options.seconds) + GRACE)
    _send(answers, {"end": True})


def _send(answers: TextIO, answer: dict[str, Any]) -> None:
    answers.write(json.dumps(answer, ensure_ascii=True, separators=(",", ":")) + "\n")
    answers.flush()


def _alive(answers: TextIO, options: ReadOptions) -> None:
    """Reading is long, but not stuck: its time begins anew."""
    _send(answers, {"alive": True})
    _alarm(int(options.seconds) + GRACE)


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


def _answers(path: Path, options: ReadOptions, skip: int) -> Iterator[dict[str, Any]]:
    """Each paper is announced before it is read, so that the one which ends the process is known."""
    try:
        for number, paper in enumerate(papers(_content(path, options), options)):
            if number >= skip:
                yield {"reading": paper.member}
                yield _answer(paper, path, options)
    except (ReadError, MemoryError, RecursionError, OSError) as problem:
        yield result_to_json(_failure(problem, path.as_posix(), options))


def _answer(paper: Paper, path: Path, options: ReadOptions) -> dict[str, Any]:
    try:
        return result_to_json(read_paper(paper, path.as_posix(), options))
    except (ReadError, MemoryError, RecursionError, OSError) as problem:
        return result_to_json(_failure(problem, place_of(path.as_posix(), paper.member), options))


def _drawing(path: Path, place: Place, options: ReadOptions) -> dict[str, Any]:
    try:
        return {"picture": base64.b64encode(draw(_content(path, options), place, options)).decode("ascii")}
    except (ReadError, MemoryError, RecursionError, OSError) as problem:
        return result_to_json(_failure(problem, place_of(path.as_posix(), place.member), options))


def _failure(problem: BaseException, place: str, options: ReadOptions) -> ReadError:
    """Our own error for what ended the reading."""
    match problem:
        case ReadError():
            problem.place = problem.place or place
            return problem
        case MemoryError():
            return LimitExceeded(f"Reading it took more than {options.memory_mb} MB.", place=place)
        case RecursionError():
            return DamagedFile("It is nested too deeply.", place=place)
        case OSError():
            return ReadError(f"It cannot be opened ({problem.strerror}).", place=place)
    raise problem


def _content(path: Path, options: ReadOptions) -> bytes:
    if path.stat().st_size > options.file_mb * 2**20:
        raise LimitExceeded(f"The file has more than {options.file_mb} MB.")
    return path.read_bytes()


if __name__ == "__main__":
    sys.exit(main())
