"""What of the rows counts: the number of the last commit, and which rows are of none or of an earlier one.

A cluster has no commits over several rows. So every row has the number of its commit, and one row of the index, the
state, says which commit was the last: it is exchanged in one step, by whoever saw it last. Rows of a later number are
not seen; those of documents that were replaced are ``pending`` until they are deleted; those of commits that were given
up are ``aborted`` until none of them can arrive any more.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from rinsearch.errors import DamagedIndex, IndexLocked
from rinsearch.index.opensearch.cluster import Cluster, Missing, Taken, gone
from rinsearch.index.opensearch.queries import Query
from rinsearch.index.opensearch.rows import MAPPING

ID = "state"
LATE = 900.0  # seconds after which no row of a commit that was given up arrives any more


@dataclass(frozen=True, slots=True)
class State:
    """Which rows count."""

    generation: int = 0
    writing: int = 0
    pending: tuple[str, ...] = ()
    aborted: Mapping[str, float] = field(default_factory=dict)
    writer: str = ""  # who writes now; two that begin at the same time are told apart by it
    seen: tuple[int, int] = field(default=(-1, 0), compare=False)

    @property
    def is_clean(self) -> bool:
        """Whether every row counts."""
        return not (self.writing or self.pending or self.aborted)

    @property
    def last(self) -> int:
        """The last number that was given to a commit."""
        return max([self.generation, self.writing, *map(int, self.aborted)])

    def limits(self) -> list[Query]:
        """What rows must fulfil to count."""
        if self.is_clean:
            return []
        replaced = {"bool": {"filter": [{"terms": {"document": self.pending}}, _before(self.generation)]}}
        given_up = {"terms": {"since": sorted(map(int, self.aborted))}}
        hidden = [replaced] * bool(self.pending) + [given_up] * bool(self.aborted)
        return [_before(self.generation + 1), *({"bool": {"must_not": hidden}} for _ in hidden[:1])]

    def dead(self) -> Query:
        """The rows that no state will count again, asked before a commit begins."""
        given_up = {"terms": {"since": sorted({self.writing, *map(int, self.aborted)} - {0})}}
        replaced = {"bool": {"filter": [{"terms": {"document": self.pending}}, _before(self.generation)]}}
        return {"bool": {"should": [given_up, replaced], "minimum_should_match": 1}}

    def begun(self, writer: str) -> State:
        """While a commit is written; one that was given up before is noted."""
        now = time.time()
        aborted = {number: since for number, since in self.aborted.items() if now - since < LATE}
        if self.writing:
            aborted[str(self.writing)] = now
        return replace(self, writing=self.last + 1, writer=writer, pending=(), aborted=aborted)


def _before(generation: int) -> Query:
    return {"range": {"since": {"lt": generation}}}


def read_state(cluster: Cluster, index: str) -> State:
    """The state as it is now. Raises `DamagedIndex` where there is none, or the index is of another version."""
    try:
        found: Any = cluster.ask("GET", f"/{index}/_doc/{ID}")
    except Missing:
        raise gone(index, cluster.address) from None
    kept = found["_source"]["state"]
    if (version := kept.get("mapping", 1)) != MAPPING:
        message = f"The index in the cluster has version {version}, this program {MAPPING}."
        raise DamagedIndex(message, place=cluster.address.place)
    return State(
        int(kept["generation"]),
        int(kept["writing"]),
        tuple(kept["pending"]),
        kept["aborted"],
        kept["writer"],
        (found["_seq_no"], found["_primary_term"]),
    )


def write_state(cluster: Cluster, index: str, state: State, first: bool = False) -> State:
    """Exchange the state that was seen for this one. Raises `IndexLocked` where another writer was faster."""
    kept = {
        "mapping": MAPPING,
        "generation": state.generation,
        "writing": state.writing,
        "pending": list(state.pending),
        "aborted": dict(state.aborted),
        "writer": state.writer,
    }
    number, term = state.seen
    how = {"op_type": "create"} if first else {"if_seq_no": number, "if_primary_term": term}
    try:
        found = cluster.ask("PUT", f"/{index}/_doc/{ID}", {"scope": [ID], "state": kept}, **how)
    except Taken:
        now = read_state(cluster, index)  # a request that was sent again after its answer was lost
        if now != state:
            raise IndexLocked("Another process is writing to the index.", place=cluster.address.place) from None
        return now
    except Missing:
        raise gone(index, cluster.address) from None
    return replace(state, seen=(found["_seq_no"], found["_primary_term"]))
