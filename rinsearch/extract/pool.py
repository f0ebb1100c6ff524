"""Reading many files at once, and one by one."""

from __future__ import annotations

import hashlib
import os
import queue
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import Self

from rinsearch.errors import LimitExceeded, ReadError, UsageError
from rinsearch.extract.base import Place, ReadOptions, Result
from rinsearch.extract.cache import FilePages, ReadCache
from rinsearch.extract.process import Worker
from rinsearch.records import Document

MOST_WORKERS = 4  # more do not read faster from one disk, and each may take the whole memory limit
AHEAD = 4  # files in work for each worker: enough to keep it busy, few enough to keep results out of memory

Waiting = tuple[Path, Future[tuple[Result, ...]]]


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
        """Read one paper. Raises :class:`ReadError`; `UsageError` where the file holds several."""
        return single(self.read_file(path), path)

    def read_file(self, path: Path) -> tuple[Result, ...]:
        """The papers in a file, from the cache where it is known, an error in place of each that cannot be read."""
        try:
            sha256 = self._digest(path) if self.cache else ""
            known = self.cache.settled(sha256, path.as_posix()) if self.cache else None
            return known or self._read(path, sha256)
        except ReadError as error:
            return (error,)

    def _read(self, path: Path, sha256: str) -> tuple[Result, ...]:
        worker = self.idle.get()
        try:
            results = worker.read(path, FilePages(self.cache, sha256) if self.cache else None)
        finally:
            self.idle.put(worker)
        if self.cache and any(isinstance(each, Document) for each in results):
            with suppress(OSError):  # a full disk shall not stop the reading
                self.cache.put(sha256, results, path.as_posix())
        return results

    def read_all(self, paths: Iterable[Path]) -> Iterator[tuple[Path, tuple[Result, ...]]]:
        """Read files; each gives its papers in order, one where it is no archive and no mail."""
        waiting: deque[Waiting] = deque()
        for path in paths:
            waiting.append((path, self.threads.submit(self.read_file, path)))
            if len(waiting) >= AHEAD * len(self.workers):
                yield _next(waiting)
        while waiting:
            yield _next(waiting)

    def _digest(self, path: Path) -> str:
        try:
            if path.stat().st_size > self.options.file_mb * 2**20:
                raise LimitExceeded(f"The file has more than {self.options.file_mb} MB.", place=path.as_posix())
            return file_digest(path)
        except OSError as error:
            message = f"It cannot be opened ({error.strerror})."
            raise ReadError(message, place=path.as_posix()) from error


def file_digest(path: Path) -> str:
    """The sha256 of a file, by which the cache knows it. Raises `OSError`."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _next(waiting: deque[Waiting]) -> tuple[Path, tuple[Result, ...]]:
    path, future = waiting.popleft()
    return path, future.result()


def single(results: Sequence[Result], path: Path) -> Document:
    """The document of a file that is one paper. Raises :class:`ReadError`, or `UsageError` where there are several."""
    if len(results) != 1:
        advice = "Read it with read_all, which gives each of them."
        raise UsageError(f"There are {len(results)} papers in it.", place=path.name, advice=advice)
    if isinstance(results[0], ReadError):
        raise results[0]
    return results[0]


def draw(path: Path, place: Place, options: ReadOptions | None = None) -> bytes:
    """A page of a file as PNG with places marked, drawn in a process of its own. Raises :class:`ReadError`."""
    with Readers(options, workers=1) as readers:
        return readers.workers[0].draw(path, place)


def read(path: Path, options: ReadOptions | None = None) -> Document:
    """Read one paper in a process of its own. Raises :class:`ReadError`; `UsageError` where the file holds several."""
    with Readers(options, workers=1) as readers:
        return readers.read(path)
