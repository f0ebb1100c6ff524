"""Writing many rows: in requests of a bounded size, and again what a busy or wounded cluster did not take."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

from rinsearch.index.opensearch.cluster import BUSY, PASSING, PAUSES, Cluster, lines, refusal

BYTES = 4_000_000  # of one request; larger ones are no faster
UNDER_WAY = 3  # requests at once
LEAST = 100_000  # to which requests shrink while the cluster is busy
PATIENCE = 180.0  # seconds for which the same rows are tried: a lost node is replaced in some

Line = tuple[str, int]  # action and row as they are sent, and their size


class Bulk:
    """Rows on their way to one index. Memory holds the requests that are under way, and the next one.

    Some requests are under way at once, in threads of their own: while the nodes write one, the next is made.
    """

    def __init__(self, cluster: Cluster, index: str) -> None:
        self._cluster, self._index = cluster, index
        self._size = BYTES
        self._waiting: list[Line] = []
        self._left: list[Line] = []  # what is to be tried again
        self._threads = ThreadPoolExecutor(UNDER_WAY, thread_name_prefix="bulk")
        self._out: deque[Future[list[Line]]] = deque()

    def __enter__(self) -> Bulk:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        """Wait for what is under way; all of it has been acknowledged where nothing is raised."""
        try:
            if kind is None:
                self.finish()
        finally:
            self._threads.shutdown(cancel_futures=True)

    def add(self, actions: Iterable[tuple[Mapping[str, Any], Mapping[str, Any]]]) -> None:
        """Send rows. Raises an error of ours where one is refused for good."""
        held = sum(size for _, size in self._waiting)
        for action, row in actions:
            body = lines((action, row))
            self._waiting.append((body, len(body)))
            held += len(body)
            if held >= self._size:
                self._begin()
                held = 0

    def _begin(self) -> None:
        """Send what waits, as soon as one of the others has come back."""
        some, self._waiting = self._waiting, []
        while len(self._out) >= UNDER_WAY:
            self._left += self._out.popleft().result()
        self._out.append(self._threads.submit(self._send, some, final=False))

    def finish(self) -> None:
        """Send what waits, until all of it has been acknowledged."""
        self._begin()
        while self._out:
            self._left += self._out.popleft().result()
        waiting, self._left = self._left, []
        end, pauses = time.monotonic() + PATIENCE, iter(PAUSES)
        while waiting:
            time.sleep(next(pauses, PAUSES[-1]))
            left: list[Line] = []
            for some in _requests(waiting, self._size):
                left += self._send(some, final=time.monotonic() > end)
            waiting = left

    def _send(self, some: Sequence[Line], *, final: bool) -> list[Line]:
        """Those that are to be tried again."""
        if not some:
            return []
        answer = self._cluster.ask("POST", f"/{self._index}/_bulk", "".join(body for body, _ in some), timeout="60s")
        left = []
        for item, row in zip(answer["items"], some, strict=True) if answer["errors"] else ():
            ((kind, told),) = item.items()
            status, reason = told["status"], told.get("error", {}).get("type", "")
            if status < 300 or (kind == "create" and status == 409):  # it is there already
                continue
            if final or status not in PASSING or reason == "cluster_block_exception":
                raise refusal(status, reason, self._cluster.address)
            self._size = max(LEAST, self._size // 2) if status == BUSY else self._size
            left.append(row)
        if not left:
            self._size = min(BYTES, self._size * 2)
        return left


def _requests(waiting: Sequence[Line], size: int) -> Iterator[list[Line]]:
    some: list[Line] = []
    held = 0
    for row in waiting:
        if some and held + row[1] > size:
            yield some
            some, held = [], 0
        some.append(row)
        held += row[1]
    if some:
        yield some
