"""Points in time of an index in a cluster: one is kept for all questions, as long as the state is the same."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from typing import Any, TypeVar

from rinsearch.errors import ClusterAway, RinsearchError
from rinsearch.index.base import SEPARATOR, Clause, Scope, Stored, WordForm
from rinsearch.index.opensearch import queries
from rinsearch.index.opensearch.cluster import Cluster, Lost, Missing, Taken, gone, parts_missing
from rinsearch.index.opensearch.point import KEEP, Found
from rinsearch.index.opensearch.snapshot import AT_ONCE, Snapshot
from rinsearch.index.opensearch.state import State, read_state

PATIENCE = 60.0  # seconds for which a question is asked again while nodes come and go
PAUSE = 0.2  # seconds between two attempts
OPENINGS = 50  # attempts to open a point in time between two commits
FORMS_FIRST = 1_000  # known forms of the first answer; a prefix stands for as many

T = TypeVar("T")


class Reading:
    """Answers questions of the last commit; safe to use from several threads at once."""

    def __init__(self, cluster: Cluster, index: str) -> None:
        self._cluster, self._index = cluster, index
        self._lock = threading.RLock()
        self._kept: Snapshot | None = None

    def forget(self) -> None:
        """Let go of the point in time that is kept."""
        with self._lock:
            self._drop(self._kept)

    def state(self) -> State:
        """Which rows count now."""
        return read_state(self._cluster, self._index)

    def answered(self, question: Callable[[Snapshot], T]) -> T:
        """Asked again where the point in time went, with its node or because a newer one took its place."""
        end = time.monotonic() + PATIENCE
        while True:
            snapshot = None
            try:
                snapshot = self._current()
                return question(snapshot)
            except (Lost, Missing, Taken):
                self._drop(snapshot)
                if time.monotonic() > end:
                    raise parts_missing(self._cluster.address) from None
            time.sleep(PAUSE)

    # --- points in time -----------------------------------------------------------------------------------------------

    def _current(self) -> Snapshot:
        with self._lock:
            if self._kept is None or self._kept.state != self.state():
                self._drop(self._kept)
                self._kept = self._opened()
            return self._kept

    def _opened(self) -> Snapshot:
        """A point in time of the last commit: the state is the same before and after it was taken."""
        state = self.state()
        for _ in range(OPENINGS):
            found, now = Snapshot(self._cluster, state, self._point()), self.state()
            if now == state:
                return found
            self._drop(found)
            state = now
        raise ClusterAway("The index changes too fast to be read.", place=self._cluster.address.place)

    def _point(self) -> str:
        how = {"keep_alive": KEEP, "allow_partial_pit_creation": "false"}
        try:
            found: Any = self._cluster.ask("POST", f"/{self._index}/_search/point_in_time", **how)
        except Missing:
            raise gone(self._index, self._cluster.address) from None
        return str(found["pit_id"])

    def _drop(self, snapshot: Snapshot | None) -> None:
        if snapshot is not None:
            with self._lock:
                if self._kept is snapshot:
                    self._kept = None
            with suppress(RinsearchError, Lost, Missing):
                snapshot.close()

    # --- one page after the other -------------------------------------------------------------------------------------

    def in_order(self, clause: Clause, scope: Scope) -> Iterator[Stored]:
        """Entries that fulfil a clause, of the commit that was the last one at the call."""
        opened = self.answered(lambda _: self._opened())
        return self._pages(opened, self.answered(lambda _: opened.query(clause, scope)))

    def _pages(self, snapshot: Snapshot, query: queries.Query) -> Iterator[Stored]:
        """Where a node went with the point in time, the same state is read on through another one."""
        after: Sequence[Any] = ()
        try:
            while True:
                try:
                    page = snapshot.page(query, AT_ONCE, after)
                except Lost:
                    snapshot = self._again(snapshot)
                    continue
                if not page:
                    return
                after = page[-1][0]
                yield from (stored(row) for _, row in page)
        finally:
            self._drop(snapshot)

    def _again(self, lost: Snapshot) -> Snapshot:
        found = self.answered(lambda _: self._opened())
        if found.state.generation != lost.state.generation:
            message = "The index was changed while it was read, and a node of the cluster went away."
            raise ClusterAway(message, place=self._cluster.address.place, advice="Try again.")
        return found

    def words(self, beginning: str) -> Iterator[WordForm]:
        """Known surface forms, with what is before and behind them, that begin so."""
        after, size = "", FORMS_FIRST
        while True:
            page = self._forms(beginning, after, size)
            yield from (WordForm(*form.split(SEPARATOR)) for form in page)
            if len(page) < size:
                return
            after, size = page[-1], 10 * FORMS_FIRST

    def _forms(self, beginning: str, after: str, size: int) -> list[str]:
        return self.answered(lambda snapshot: snapshot.forms(beginning, after, size))


def stored(row: Found) -> Stored:
    """An entry as it was handed in."""
    id, document, scope = row["brief"]
    return Stored(id, document, Scope(scope), row["data"])
