"""The process that reads and tags one file after the other: parcels in, parcels out.

Started as ``python -m rinsearch.library.work.child``. It opens no paper itself: for that it has a process of the
readers, which has the limits and may be killed; what comes from there is text and boxes, as JSON.
"""

from __future__ import annotations

import json
import signal
import socket
import sys
import tempfile
import threading
import traceback
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, BinaryIO

from rinsearch.codec import to_json
from rinsearch.errors import RinsearchError
from rinsearch.extract import Result, file_digest, moved
from rinsearch.extract.cache import packed, unpacked, unread_pages
from rinsearch.extract.lifeline import end, end_with_parent, private_output
from rinsearch.extract.process import Worker
from rinsearch.extract.recall import KeptPage
from rinsearch.extract.results import result_to_json
from rinsearch.index.entries import entries_of
from rinsearch.library import owning
from rinsearch.library.corpus import PaperFile
from rinsearch.library.understanding import understand_document
from rinsearch.library.work.parcels import FAST, Form, Outcome, Setup, Task, entries_to_json, outfit, pack, unpack_task
from rinsearch.records import Document
from rinsearch.taxonomy.own import own_terms

IDLE_SECONDS = 120.0  # without work; then whoever hosts it has forgotten it, and starts another one when need be
LENGTH = 8  # bytes before a parcel that say how long it is

Answer = tuple[Mapping[str, Any], bytes]  # what became of a file, and what was read of it


def main() -> int:
    """Answer until the input ends."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    end_with_parent()
    answers = open(private_output(), "wb")  # noqa: SIM115 - it is open as long as the process lives
    desk = Desk()
    for parcel in _parcels(sys.stdin.buffer):
        send(answers, desk.answer(parcel))
    desk.close()
    return 0


def send(pipe: BinaryIO, parcel: bytes) -> None:
    """Write a parcel into a pipe. Raises `OSError` where the other end is gone."""
    pipe.write(len(parcel).to_bytes(LENGTH, "big"))
    pipe.write(parcel)
    pipe.flush()


def receive(pipe: BinaryIO) -> bytes | None:
    """The next parcel of a pipe; ``None`` where it ends."""
    size = int.from_bytes(begin, "big") if len(begin := pipe.read(LENGTH)) == LENGTH else 0
    parcel = pipe.read(size)
    return parcel if size and len(parcel) == size else None


def _parcels(pipe: BinaryIO) -> Iterator[bytes]:
    while True:
        timer = threading.Timer(IDLE_SECONDS, end, (0,))
        timer.daemon = True
        timer.start()
        parcel = receive(pipe)
        timer.cancel()
        if parcel is None:
            return
        yield parcel


@dataclass(frozen=True, slots=True)
class Pages:
    """The recognised pages of a file: those that came with it, and further ones, which go back with the answer."""

    come: tuple[KeptPage, ...]
    new: list[KeptPage] = field(default_factory=list)

    def known(self) -> tuple[KeptPage, ...]:
        """All of them."""
        return (*self.come, *self.new)

    def keep(self, page: KeptPage) -> None:
        """Take up one more."""
        self.new.append(page)


class Desk:
    """Does what parcels ask for; keeps the process of the readers from one file to the next."""

    def __init__(self) -> None:
        self.reader: Worker | None = None

    def close(self) -> None:
        """End the process of the readers."""
        if self.reader is not None:
            self.reader.close()
            self.reader.release()

    def answer(self, parcel: bytes) -> bytes:
        """What became of the file, as a parcel; a bug too is an answer, which stops the run that asked."""
        try:
            return pack(*self._answer(parcel))
        except Exception:
            return pack({"outcome": Outcome.BUG, "where": socket.gethostname(), "trace": traceback.format_exc()})

    def _answer(self, parcel: bytes) -> Answer:
        try:
            task, content = unpack_task(parcel)
            owning.hold(own_terms(task.setup.terms.name, task.setup.terms.text) if task.setup.terms else None)
        except (ValueError, KeyError, TypeError, AttributeError, RinsearchError) as error:
            return _refused(f"what is asked is not understood ({type(error).__name__}: {error})"), b""
        mine = outfit(task.setup.options)
        if mine != task.setup.outfit:
            return _refused(task.setup.outfit.differences(mine)), b""
        return self._done(task, content) if task.label else ({"outcome": Outcome.DONE}, b"")

    def _done(self, task: Task, content: bytes) -> Answer:
        if task.form is Form.READ:
            results = unpacked(content, task.label)
            return ({"outcome": Outcome.UNSEEN}, b"") if results is None else _papers(task, results, content)
        with _file(task, content) as path:
            if path is None:
                return {"outcome": Outcome.UNSEEN}, b""
            pages = Pages(task.pages)
            results = self._reader(task.setup).read(path, pages)
        kept, wanted = packed(results, path.as_posix())
        header, papers = _papers(task, tuple(moved(each, path.as_posix(), task.label) for each in results), kept)
        read = any(isinstance(each, Document) for each in results)
        told = {"read": read, "wanted": wanted, "missed": unread_pages(results), "pages": to_json(pages.new)}
        return {**header, **told}, papers

    def _reader(self, setup: Setup) -> Worker:
        if self.reader is None or self.reader.options != setup.options:
            self.close()
            self.reader = Worker(setup.options)
        return self.reader


def _refused(why: str) -> Mapping[str, Any]:
    return {"outcome": Outcome.REFUSED, "where": socket.gethostname(), "why": why}


@contextmanager
def _file(task: Task, content: bytes) -> Iterator[Path | None]:
    """The file to read: the one at the path, if it is the one that is meant, or the content in a file of its own."""
    if task.form is Form.PATH:
        yield Path(task.path) if _is_here(task) else None
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "paper")
        path.write_bytes(content)
        yield path


def _is_here(task: Task) -> bool:
    try:
        return file_digest(Path(task.path)) == task.sha256
    except OSError:
        return False


def _papers(task: Task, results: Sequence[Result], kept: bytes) -> Answer:
    """The papers of a file, each with its entries, or with the error in their place; behind them what was read."""
    told = json.dumps([_paper(task.paper, each) for each in results], separators=(",", ":"))
    papers = zlib.compress(told.encode(), FAST)
    header = {"outcome": Outcome.DONE, "read": False, "pages": [], "size": len(papers)}
    return header, papers + kept


def _paper(file: PaperFile, result: Result) -> Mapping[str, Any]:
    if not isinstance(result, Document):
        return result_to_json(result)
    facts = file.facts_of(result.sources[0])
    sources = (replace(result.sources[0], url=facts.url, retrieved=facts.retrieved),)
    reading = understand_document(replace(result, sources=sources), facts.known)
    entries = entries_of(reading.info(facts.url), reading.analysis, reading.passages, sources)
    brief = replace(result, parts=(), warnings=())
    return {"document": to_json(brief), "entries": entries_to_json(entries)}


if __name__ == "__main__":
    sys.exit(main())
