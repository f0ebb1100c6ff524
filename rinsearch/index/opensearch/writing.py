"""Writing: what takes the place of a commit in a cluster; `state` says why."""

from __future__ import annotations

import secrets
import time
from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace as changed
from typing import Any

from rinsearch.errors import RinsearchError
from rinsearch.index.base import Entry
from rinsearch.index.opensearch import bulk, queries
from rinsearch.index.opensearch.cluster import Cluster, Lost, Missing, Taken, parts_missing
from rinsearch.index.opensearch.rows import forms, rows
from rinsearch.index.opensearch.state import State, read_state, write_state
from rinsearch.index.opensearch.terms import clean

PATIENCE = 60.0  # seconds for which a step is tried again while nodes come and go
PAUSE = 0.2  # seconds between two attempts
AT_ONCE = 500  # documents of one question
FORMS_KEPT = 2_000_000  # numbers of forms that are known to be in the cluster, some 60 bytes each


class Writer:
    """The one who writes to an index; whoever calls it holds the lock of its folder."""

    def __init__(self, cluster: Cluster, index: str) -> None:
        self._cluster, self._index = cluster, index
        self._known: set[int] = set()

    def forget(self) -> None:
        """Take no form for known any more."""
        self._known = set()

    def commit(self, entries: Collection[Entry], gone: Collection[str]) -> int:
        """Rows that nobody sees, then the state that lets them be seen; the new generation."""
        documents = sorted({clean(each) for each in (*gone, *(entry.document for entry in entries))})
        state = write_state(self._cluster, self._index, self._tidied().begun(secrets.token_hex(8)))
        self._send(entries, state.writing)
        there = self._there(documents, state)
        state = changed(state, generation=state.writing, writing=0, pending=there)
        return write_state(self._cluster, self._index, state).generation

    def clear_up(self) -> None:
        """Delete what was replaced. It is not seen any more; where that fails, the next commit does it."""
        with suppress(RinsearchError, Lost, Missing, Taken):
            self._tidied()

    def _tidied(self) -> State:
        """The state, after what no state counts has been deleted. Raises `ClusterAway` where it cannot be."""
        state = read_state(self._cluster, self._index)
        if state.is_clean:
            return state
        self._ask("POST", "_refresh")
        end = time.monotonic() + PATIENCE
        while not self._deleted(state.dead()):
            if time.monotonic() > end:
                raise parts_missing(self._cluster.address)
            time.sleep(PAUSE)
        return state if state.writing else write_state(self._cluster, self._index, changed(state, pending=()))

    def _deleted(self, query: queries.Query) -> bool:
        """Whether all of it is gone."""
        try:
            answer = self._ask("POST", "_delete_by_query", {"query": query}, conflicts="proceed", refresh="true")
        except Lost:
            return False
        return not (answer["failures"] or answer["version_conflicts"] or answer["timed_out"])

    def _send(self, entries: Collection[Entry], since: int) -> None:
        """Rows first, so that a form is known only where it stands somewhere."""
        added = set[int]()
        with bulk.Bulk(self._cluster, self._index) as writing:
            writing.add(({"index": {"_id": id, "routing": way}}, row) for id, way, row in rows(entries, since))
            writing.finish()
            for number, id, row in forms(entries, self._known):
                writing.add([({"create": {"_id": id}}, row)])
                added.add(number)
        self._ask("POST", "_refresh")
        self._known = (self._known if len(self._known) < FORMS_KEPT else set()) | added

    def _there(self, documents: Sequence[str], state: State) -> tuple[str, ...]:
        """Which of these documents have rows of an earlier commit."""
        found: list[str] = []
        for at in range(0, len(documents), AT_ONCE):
            some = documents[at : at + AT_ONCE]
            counted = {"terms": {"field": "document", "size": len(some)}}
            query = queries.both([queries.any_of("document", some), *state.limits()])
            found += [each["key"] for each in self._counted(query, counted)["buckets"]]
        return tuple(found)

    def _counted(self, query: queries.Query, how: Mapping[str, Any]) -> Any:
        end = time.monotonic() + PATIENCE
        while True:
            try:
                body = {"query": query, "size": 0, "aggs": {"counted": how}}
                answer = self._ask("POST", "_search", body, allow_partial_search_results="false")
                return answer["aggregations"]["counted"]
            except Lost:
                if time.monotonic() > end:
                    raise parts_missing(self._cluster.address) from None
            time.sleep(PAUSE)

    def _ask(self, method: str, what: str, body: Mapping[str, Any] | None = None, **params: Any) -> Any:
        return self._cluster.ask(method, f"/{self._index}/{what}", body, **params)
