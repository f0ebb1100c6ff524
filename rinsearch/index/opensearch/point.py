"""A point in time of a cluster: questions to it, some in one request, and what their answers say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeVar

from rinsearch.index.opensearch.cluster import Cluster, Lost, lines
from rinsearch.index.opensearch.queries import Query

KEEP = "3m"  # how long a point in time lives without a question
COUNTS = 250  # questions of one request

T = TypeVar("T")
Found = Mapping[str, Any]


class Point:
    """A point in time, as the cluster keeps it. Every question raises `Lost` where it has gone."""

    def __init__(self, cluster: Cluster, point: str) -> None:
        self._cluster, self._point = cluster, point

    def close(self) -> None:
        """Let go of it in the cluster."""
        self._cluster.ask("DELETE", "/_search/point_in_time", {"pit_id": [self._point]})

    def ask(self, body: Mapping[str, Any]) -> Any:
        """One question; an answer of a part of the index is none."""
        return self._cluster.ask("POST", "/_search", self._body(body), allow_partial_search_results="false")

    def counts(self, asked: Sequence[Query]) -> list[int]:
        """How many rows fulfil each query."""
        found: list[int] = []
        for some in parted(asked, COUNTS):
            bodies = [self._body({"query": query, "size": 0}) for query in some]
            answer = self._cluster.ask("GET", "/_msearch", lines(each for body in bodies for each in ({}, body)))
            found += [total(each) for each in answer["responses"]]
        return found

    def _body(self, body: Mapping[str, Any]) -> Mapping[str, Any]:
        return {"track_total_hits": True, **body, "pit": {"id": self._point, "keep_alive": KEEP}}


def columns(*names: str) -> Mapping[str, Any]:
    """What a question has to say so that of its hits these columns are read, and nothing else."""
    return {"_source": False, "stored_fields": "_none_", "docvalue_fields": list(names)}


def total(answer: Found) -> int:
    """How many rows fulfil a question. Raises `Lost` where one of several questions was not answered, or not by all."""
    if "hits" not in answer or answer["_shards"]["failed"]:
        raise Lost
    return int(answer["hits"]["total"]["value"])


def parted(whole: Sequence[T], size: int) -> Iterator[Sequence[T]]:
    """Parts of so many each, the last one of what is left."""
    return (whole[at : at + size] for at in range(0, len(whole), size))
