"""Reading many files at once, and one by one."""

from __future__ import annotations

import hashlib
import os
import queue
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Self

from rinsearch.errors import LimitExceeded, ReadError
from rinsearch.extract.base import ReadOptions
from rinsearch.extract.cache import ReadCache
from rinsearch.extract.process import Worker
from rinsearch.records import Document

MOST_WORKERS = 4  # more do not read faster from one disk, and each may take the whole memory limit
AHEAD = 4  # files in work for each worker: enough to keep it busy, few enough to keep results out of memory

Result = tuple[Path, Document | ReadError]


class Readers:
    """A pool of worker processes; results come in the order of the paths. Use it in a ``with`` statement."""

    def __init__(
        self, options: ReadOptions | None = None, *, workers: int | None = None, cache: ReadCache | None = None
    ) -> None:
        self.options = options or ReadOptions()
        self.cache = cache
        count = workers or min(os.cpu_count() or 1, MOST_WORKERS)
        self.workers = [Worker(self.options) for _ in range(count)]
        self.idle: queue.SimpleQueue[Worker] = queue.SimpleQueue()
        for worker in self.workers:
            self.idle.put(worker)
        self.threads = ThreadPoolExecutor(count, thread_name_prefix="reader")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End all work at once: processes are killed, files in work are given up."""
        for worker in self.workers:
            worker.close()
        self.threads.shutdown(cancel_futures=True)
        for worker in self.workers:
            worker.release()

    def read(self, path: Path) -> Document:
        """Read one file, from the cache where it is known. Raises :class:`ReadError`."""
        sha256 = self._digest(path) if self.cache else ""
        known = self.cache.get(sha256) if self.cache else None
        if known is not None:
            return replace(known, sources=(replace(known.sources[0], path=path.as_posix()),))
        worker = self.idle.get()
        try:
            document = worker.read(path)
        finally:
            self.idle.put(worker)
        if self.cache:
            with suppress(OSError):  # a full disk shall not stop the reading
                self.cache.put(document)
        return document

    def read_all(self, paths: Iterable[Path]) -> Iterator[Result]:
        """Read files; an unreadable one gives its error in place of a document."""
        waiting: deque[tuple[Path, Future[Document | ReadError]]] = deque()
        for path in paths:
            waiting.append((path, self.threads.submit(self._outcome, path)))
            if len(waiting) >= AHEAD * len(self.workers):
                yield _next(waiting)
        while waiting:
            yield _next(waiting)

    def _outcome(self, path: Path) -> Document | ReadError:
        try:
            return self.read(path)
        except ReadError as error:
            return error

    def _digest(self, path: Path) -> str:
        try:
            if path.stat().st_size > self.options.file_mb * 2**20:
                raise LimitExceeded(f"The file has more than {self.options.file_mb} MB.", place=path.as_posix())
            with path.open("rb") as file:
                return hashlib.file_digest(file, "sha256").hexdigest()
        except OSError as error:
            message = f"It cannot be opened ({error.strerror})."
            raise ReadError(message, place=path.as_posix()) from error


def _next(waiting: deque[tuple[Path, Future[Document | ReadError]]]) -> Result:
    path, future = waiting.popleft()
    return path, future.result()


def read(path: Path, options: ReadOptions | None = None) -> Document:
    """Read one file in a process of its own. Raises :class:`ReadError`."""
    with Readers(options, workers=1) as readers:
        return readers.read(path)
