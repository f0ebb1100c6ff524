"""What does a passage cost in a cluster, how long does a question take, and what if a node is lost?

    nice python -m tests.benchmarks.cluster [passages] [MB of heap of each node]

Three nodes of OpenSearch on this machine, an index of three parts with one copy each. While papers go in one node is
killed and comes back; the count is compared with what was acknowledged. Then the questions of
`tests.benchmarks.engines` are asked, with all nodes and once more after one was killed. Times are what passes on the
clock, for most of the work is done by the nodes; what a question costs ours and the nodes' processors is told too.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Any

from rinsearch.index.base import Engine, Entry, Everything, Page
from rinsearch.index.engines import open_engine, ready
from rinsearch.index.search import Options, search
from tests.benchmarks.engines import BATCH, PASSAGES_OF_DOCUMENT, ROUNDS, Corpus, questions
from tests.cluster import answers
from tests.cluster.nodes import Nodes, cluster

PORT = 19600
VICTIM = 1
TICKS = os.sysconf("SC_CLK_TCK")


def batches(passages: int) -> Iterator[list[Entry]]:
    """The entries of each commit."""
    papers = Corpus().documents(passages)
    while batch := [entry for paper in islice(papers, BATCH // PASSAGES_OF_DOCUMENT) for entry in paper]:
        yield batch


def built(engine: Engine, nodes: Nodes, passages: int) -> None:
    """Build, with a node lost in the second third."""
    commits, taken, slowest = passages // BATCH, 0.0, 0.0
    processors, own = used(nodes), time.process_time()
    for number, batch in enumerate(batches(passages)):
        if number == commits // 3:
            processors -= used(nodes)
            nodes.kill(VICTIM)
            processors += used(nodes)
        if number == 2 * commits // 3:
            nodes.start(VICTIM)
        started = time.perf_counter()
        engine.replace(batch)
        spent = time.perf_counter() - started
        taken, slowest = taken + spent, max(slowest, spent)
    own = time.process_time() - own
    processors = used(nodes) - processors
    print(f"built: {passages / taken:.0f} passages/s on the clock, the slowest commit {slowest:.1f} s")
    print(f"processor time: nodes {processors:.0f} s, ours {own:.0f} s with the making of passages")


def told(nodes: Nodes, engine: Engine, passages: int) -> None:
    """Size, memory and count, once every part has its copy again."""
    nodes.wait()
    said: Any = None
    for _ in range(60):
        said = answers(f"http://{nodes.hosts[0]}", "/_cluster/health?wait_for_status=green&timeout=15s")
        if isinstance(said, dict) and said["status"] == "green":
            break
    shape: Any = answers(f"http://{nodes.hosts[0]}", "/_cat/indices?format=json&bytes=b")
    size = sum(int(each["store.size"]) for each in shape)
    first = sum(int(each["pri.store.size"]) for each in shape)
    memory = [_memory(node.pid) for node in nodes.running.values()]
    print(f"health {said['status']}; {first / passages:.0f} bytes a passage, {size / passages:.0f} with the copy")
    print("memory of the nodes: " + ", ".join(f"{each:.0f} MB" for each in memory))
    found = engine.search(Everything(), Page(0)).total
    print(f"count: {found} of {passages} acknowledged", flush=True)
    assert found == passages


def asked(engine: Engine, nodes: Nodes, head: str) -> None:
    """A line for each kind of query."""
    print(f"\n| {head} | ms p50 | p95 | ms of processor, ours | nodes | hits |\n|---|---:|---:|---:|---:|---:|")
    for kind, several in questions().items():
        hits = [_ask(engine, question) for question in several]
        own, others, taken = time.process_time(), used(nodes), []
        for question in several:
            for _ in range(ROUNDS):
                started = time.perf_counter()
                _ask(engine, question)
                taken.append((time.perf_counter() - started) * 1000)
        own, others = time.process_time() - own, used(nodes) - others
        late = sorted(taken)[int(len(taken) * 0.95)]
        each = f"{own * 1000 / len(taken):.1f} | {others * 1000 / len(taken):.1f}"
        print(f"| {kind} | {statistics.median(taken):.1f} | {late:.1f} | {each} | {max(hits)} |", flush=True)


def _ask(engine: Engine, question: tuple[str, Mapping[str, Any]]) -> int:
    text, options = question
    return search(engine, text, options=Options(**options)).total


def used(nodes: Nodes) -> float:
    """Seconds of processor time of the nodes that run."""
    total = 0
    for node in nodes.running.values():
        fields = Path(f"/proc/{node.pid}/stat").read_text("utf-8").rpartition(")")[2].split()
        total += int(fields[11]) + int(fields[12])
    return total / TICKS


def _memory(process: int) -> float:
    lines = Path(f"/proc/{process}/status").read_text("utf-8").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) / 1024


def main(passages: int = 200_000, heap: int = 512) -> None:
    """Start, build, ask, kill, ask."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        with cluster(PORT, f"{heap}m", place / "nodes") as nodes:
            ready(place / "index", f"opensearch+http://{','.join(nodes.hosts)}/scale?shards=3&replicas=1", writing=True)
            engine = open_engine(place / "index", create=True, engine="opensearch")
            built(engine, nodes, passages)
            told(nodes, engine, passages)
            asked(engine, nodes, "three nodes")
            nodes.kill(VICTIM)
            asked(engine, nodes, "two nodes, one was killed")
            assert engine.search(Everything(), Page(0)).total == passages
            engine.close()


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
