"""Writing many rows: in requests of a bounded size, and again what a busy or wounded cluster did not take."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from rinsearch.index.opensearch.cluster import BUSY, PASSING, PAUSES, Cluster, lines, refusal

BYTES = 4_000_000  # of one request; larger ones are no faster
LEAST = 100_000  # to which requests shrink while the cluster is busy
PATIENCE = 180.0  # seconds for which the same rows are tried: a lost node is replaced in some

Line = tuple[str, int]  # action and row as they are sent, and their size


class Bulk:
    """Rows on their way to one index. Memory holds one request of them."""

    def __init__(self, cluster: Cluster, index: str) -> None:
        self._cluster, self._index = cluster, index
        self._size = BYTES
        self._waiting: list[Line] = []

    def add(self, actions: Iterable[tuple[Mapping[str, Any], Mapping[str, Any]]]) -> None:
        """Send rows. Raises an error of ours where one is refused for good."""
        held = sum(size for _, size in self._waiting)
        for action, row in actions:
            body = lines((action, row))
            self._waiting.append((body, len(body)))
            held += len(body)
            if held >= self._size:
                self.finish()
                held = 0

    def finish(self) -> None:
        """Send what waits, until all of it has been acknowledged."""
        waiting, self._waiting = self._waiting, []
        end, pauses = time.monotonic() + PATIENCE, iter(PAUSES)
        while waiting:
            left: list[Line] = []
            for some in _requests(waiting, self._size):
                left += self._send(some, final=time.monotonic() > end)
            if left:
                time.sleep(next(pauses, PAUSES[-1]))
            waiting = left

    def _send(self, some: Sequence[Line], *, final: bool) -> list[Line]:
        """Those that are to be tried again."""
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
