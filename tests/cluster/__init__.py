"""A cluster of OpenSearch on this machine for the tests: three nodes on loopback, processes of their own.

    python -m tests.cluster

starts it and stays until it is stopped; tests find it at its ports, or where ``RINSEARCH_TEST_CLUSTER`` says
(``http://127.0.0.1:9200``, several hosts apart by commas). Where it is still being started they wait for it as long as
``RINSEARCH_TEST_CLUSTER_SECONDS`` says.
"""

from __future__ import annotations

import json
import os
import time
import urllib.request
from functools import cache

ENVIRONMENT = "RINSEARCH_TEST_CLUSTER"
AWAITED = "RINSEARCH_TEST_CLUSTER_SECONDS"
PORT = 19200  # of the first node; the others follow
NODES = 3
MISSING = "no cluster is here: start one with `python -m tests.cluster`"


@cache
def found() -> str:
    """Scheme and hosts of the cluster as an address of ours begins, ``opensearch+http://…``; empty where none is."""
    scheme, _, hosts = os.environ.get(ENVIRONMENT, f"http://{','.join(usual_hosts(PORT))}").partition("://")
    url, nodes, end = f"{scheme}://{hosts.split(',')[0]}", hosts.count(",") + 1, time.monotonic() + _awaited()
    while not (there := _is_whole(url, nodes)) and time.monotonic() < end:
        time.sleep(1)
    return f"opensearch+{scheme}://{hosts}" if there else ""


def _awaited() -> float:
    return float(os.environ.get(AWAITED, "0"))


def _is_whole(url: str, nodes: int) -> bool:
    """Whether a node answers and has found as many as there are to be."""
    said = answers(url, "/_cluster/health")
    return isinstance(said, dict) and said.get("number_of_nodes", 0) >= nodes


def usual_hosts(first: int) -> list[str]:
    """Where the nodes of a cluster listen."""
    return [f"127.0.0.1:{first + number}" for number in range(NODES)]


def answers(url: str, path: str = "/") -> object:
    """What a node says; None where none is."""
    try:
        with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(url + path, timeout=20) as answer:
            return json.load(answer)
    except (OSError, ValueError):
        return None
