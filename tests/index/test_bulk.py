"""Rows on their way to a cluster: several requests at once, bounded memory, nothing lost where some are put off."""

import json
import threading
import tracemalloc
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from rinsearch.errors import ClusterAway, IndexReadOnly, RinsearchError
from rinsearch.index.opensearch import bulk
from rinsearch.index.opensearch.address import address_of

Action = tuple[Mapping[str, Any], Mapping[str, Any]]


class Taking:
    """Takes rows as a cluster does, and notes how many requests were there at once."""

    address = address_of("opensearch+http://127.0.0.1/plans")

    def __init__(self, *, put_off: int = 0, kind: str = "rejected", status: int = 429) -> None:
        self.taken: Counter[str] = Counter()
        self.put_off, self.refusal = put_off, {"status": status, "error": {"type": kind}}
        self.now, self.most = 0, 0
        self.lock, self.together = threading.Lock(), threading.Barrier(2)

    def ask(self, _: str, __: str, body: str, **___: Any) -> Any:
        with self.lock:
            self.now += 1
            self.most = max(self.most, self.now)
        try:
            return self.answer([json.loads(line) for line in body.splitlines()[::2]])
        finally:
            with self.lock:
                self.now -= 1

    def answer(self, actions: list[Any]) -> Any:
        items = []
        for action in actions:
            with self.lock:
                refused, self.put_off = self.put_off > 0, self.put_off - 1
                self.taken[action["index"]["_id"]] += not refused
            items.append({"index": self.refusal if refused else {"status": 201}})
        return {"errors": any("error" in item["index"] for item in items), "items": items}


class InPairs(Taking):
    """Answers when two requests are there."""

    def answer(self, actions: list[Any]) -> Any:
        self.together.wait(20)
        return super().answer(actions)


def actions(count: int, size: int = 1000) -> Iterator[Action]:
    return (({"index": {"_id": str(number)}}, {"text": "x" * size}) for number in range(count))


def written(cluster: Any, rows: Iterator[Action]) -> None:
    with bulk.Bulk(cluster, "plans--1") as writing:
        writing.add(rows)


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bulk, "BYTES", 10_000)
    monkeypatch.setattr(bulk, "LEAST", 1_000)
    monkeypatch.setattr(bulk, "PAUSES", (0.001,))


def test_the_next_request_is_made_while_another_is_under_way() -> None:
    cluster = InPairs()
    written(cluster, actions(20))  # two requests, each of which waits for the other
    assert sum(cluster.taken.values()) == 20
    assert cluster.most == 2


def test_no_more_requests_are_under_way_than_some() -> None:
    cluster = Taking()
    written(cluster, actions(500))
    assert cluster.taken == dict.fromkeys(map(str, range(500)), 1)
    assert cluster.most <= bulk.UNDER_WAY


def test_what_is_put_off_is_sent_again_until_it_is_taken() -> None:
    cluster = Taking(put_off=300)
    written(cluster, actions(100))
    assert cluster.taken == dict.fromkeys(map(str, range(100)), 1)


def test_what_is_put_off_for_ever_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bulk, "PATIENCE", 0.05)
    with pytest.raises(ClusterAway):
        written(Taking(put_off=10**9), actions(30))


@pytest.mark.parametrize(
    ("kind", "status", "wanted"),
    [("cluster_block_exception", 429, IndexReadOnly), ("mapper_parsing_exception", 400, RinsearchError)],
)
def test_what_is_refused_is_an_error_at_once(kind: str, status: int, wanted: type[Exception]) -> None:
    with pytest.raises(wanted):
        written(Taking(put_off=1, kind=kind, status=status), actions(100))


def test_what_stops_the_making_of_rows_leaves_nothing_under_way() -> None:
    def stopped() -> Iterator[Action]:
        yield from actions(50)
        raise KeyboardInterrupt

    cluster, before = Taking(), threading.active_count()
    with pytest.raises(KeyboardInterrupt):
        written(cluster, stopped())
    assert cluster.now == 0
    assert threading.active_count() == before


def test_memory_holds_some_requests_however_many_rows_there_are() -> None:
    tracemalloc.start()
    try:
        written(Taking(), actions(3_000, 5_000))  # 15 MB
        most = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert most < 3_000_000
