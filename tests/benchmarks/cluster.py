"""What does a passage cost in a cluster, how long does a question take, and what if a node is lost?

    nice python -m tests.benchmarks.cluster [passages] [MB of heap of each node] [folder]

Three nodes of OpenSearch on this machine, an index of three parts with one copy each. While papers go in, a node is
killed in the middle of a commit and comes back; the papers are compared with what was acknowledged. Then the questions
of `tests.benchmarks.engines` are asked, a node is killed while some are asked without a pause, and they are asked once
more of the two that are left. Each step tells how far it is. With a folder, a run that was stopped goes on there.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from rinsearch.index.engines import ready
from tests.benchmarks.cluster_client import acknowledged
from tests.benchmarks.engines import BATCH
from tests.cluster import NODES, answers
from tests.cluster.nodes import Nodes, cluster

PORT = 19600
VICTIM = 1
MIDDLE = 0.7  # seconds after a commit began that the node is killed
ASKING = 60  # seconds of questions without a pause
TICKS = os.sysconf("SC_CLK_TCK")
FIGURES = "figures.jsonl"  # the lines of all steps that were done


class Run:
    """The nodes, and what has been measured in a folder."""

    def __init__(self, nodes: Nodes, place: Path, passages: int) -> None:
        self.nodes, self.place, self.passages = nodes, place, passages
        self.spent: dict[int, float] = {}  # seconds of each node's process, also of those that are gone

    @property
    def processors(self) -> float:
        """Seconds of processor time that the nodes have taken so far."""
        for node in list(self.nodes.running.values()):
            self.spent[node.pid] = _used(node.pid)
        return sum(self.spent.values())

    def kill(self) -> None:
        """Lose a node, if it is there."""
        if VICTIM in self.nodes.running:
            print(f"  node {VICTIM} is killed, {self.processors:.0f} s of processors so far", flush=True)
            self.nodes.kill(VICTIM)

    def back(self) -> None:
        """Start it again."""
        if VICTIM not in self.nodes.running:
            print(f"  node {VICTIM} comes back", flush=True)
            self.nodes.start(VICTIM)

    def step(self, name: str, number: int) -> Iterator[dict[str, Any]]:
        """The lines that a step tells, each with the nodes' seconds since the line before."""
        command = [sys.executable, "-m", "tests.benchmarks.cluster_client", name, str(self.place), str(number)]
        before = self.processors
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as client:
            try:
                for line in client.stdout or ():
                    now = self.processors
                    told = {**json.loads(line), "nodes": now - before}
                    before = now
                    yield told
            finally:
                client.terminate()
        if client.returncode:
            raise RuntimeError(f"the step {name} ended with {client.returncode}")

    # --- what was done ------------------------------------------------------------------------------------------------

    def known(self, step: str) -> list[dict[str, Any]]:
        """What was told in a step that was done."""
        path = self.place / FIGURES
        lines = path.read_text("utf-8").split("\n")[:-1] if path.exists() else []
        return [told["told"] for line in lines if (told := json.loads(line))["step"] == step]

    def note(self, step: str, told: Mapping[str, Any]) -> None:
        """Keep it."""
        with (self.place / FIGURES).open("a", encoding="utf-8") as kept:
            kept.write(json.dumps({"step": step, "told": told}) + "\n")

    def until_green(self) -> None:
        """Until every part has its copy again."""
        self.nodes.wait(len(self.nodes.running))
        path = "/_cluster/health?wait_for_status=green&timeout=15s&wait_for_no_relocating_shards=true"
        for _ in range(80):
            said = answers(f"http://{self.nodes.hosts[0]}", path)
            if isinstance(said, dict) and said["status"] == "green":
                return
        raise RuntimeError(f"not green: {said}")


def built(run: Run) -> None:
    """Build, with a node lost in the middle of a commit, a third of the way; from two thirds on it is there again."""
    commits = run.passages // BATCH
    if len(acknowledged(run.place)) < commits:
        for told in run.step("build", run.passages):
            if told.get("begins") == commits // 3:
                threading.Timer(MIDDLE, run.kill).start()
            if "commit" in told:
                run.note("build", told)
                print(f"  {told['commit'] + 1} of {commits}: {_line(told)}", flush=True)
            if told.get("commit") == 2 * commits // 3:
                run.back()
    run.back()
    every = run.known("build")
    walls = [each["wall"] for each in every]
    print(f"built: {run.passages / sum(walls):.0f} passages/s on the clock, the slowest commit {max(walls):.1f} s")
    own, nodes = (sum(each[who] for each in every) for who in ("own", "nodes"))
    each = f"ours {own * 1000 / run.passages:.2f} ms a passage, nodes {nodes * 1000 / run.passages:.2f}"
    print(f"processor time: {each}; MB more of ours: {max(each['memory'] for each in every):.0f}", flush=True)


def _line(told: Mapping[str, Any]) -> str:
    return f"{told['wall']:.1f} s, ours {told['own']:.1f}, nodes {told['nodes']:.1f}; {told['memory']:.0f} MB more"


def measured(run: Run) -> None:
    """Size and memory, once every part has its copy again, and whether all is there."""
    run.until_green()
    shape: Any = answers(f"http://{run.nodes.hosts[0]}", "/_cat/indices?format=json&bytes=b")
    size, first = (sum(int(each[name]) for each in shape) for name in ("store.size", "pri.store.size"))
    print(f"green; {first / run.passages:.0f} bytes a passage, {size / run.passages:.0f} with the copy")
    print(f"memory of the nodes: {_memory(run.nodes)}", flush=True)
    checked(run)


def checked(run: Run) -> None:
    """Whether all that was acknowledged is there, and nothing else."""
    (told,) = run.step("check", run.passages)
    print(f"papers: {told['papers']} of {told['of']} acknowledged; passages: {told['passages']} of {told['wanted']}")
    assert (told["papers"], told["passages"], told["same"]) == (told["of"], told["wanted"], True)


def asked(run: Run, head: str) -> None:
    """A line for each kind of question."""
    print(f"\n| {head} | ours p50 / p95 | on the clock p50 / p95 | nodes | hits |\n|---|---:|---:|---:|---:|")
    memory = 0.0
    for told in run.step("ask", 0):
        if "kind" in told:
            run.note(head, told)
            nodes, memory = told["nodes"] * 1000 / told["asked"], told["memory"]
            shown = " | ".join(f"{told[each][0]:.0f} / {told[each][1]:.0f} ms" for each in ("own", "wall"))
            print(f"| {told['kind']} | {shown} | {nodes:.0f} ms | {told['hits']} |", flush=True)
    print(f"memory: ours {memory:.0f} MB; {_memory(run.nodes)}\n", flush=True)


def lost_while_asked(run: Run) -> None:
    """A node is killed while questions are asked."""
    for told in run.step("keep-asking", ASKING):
        if "begins" in told:
            threading.Timer(ASKING / 4, run.kill).start()
            continue
        slow = f"p50 {told['wall'][0]:.0f} ms, p95 {told['wall'][1]:.0f} ms, the slowest {told['slowest']:.0f} ms"
        print(f"asked while a node was killed: {told['asked']}, {slow}; wrong: {told['wrong'] or 'none'}", flush=True)
        run.note("lost", told)
        assert not told["wrong"]


def _used(process: int) -> float:
    """Seconds of processor time of a process."""
    fields = Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def _memory(nodes: Nodes) -> str:
    """MB of each node's process, and of its heap."""
    found = []
    for number, node in sorted(nodes.running.items()):
        lines = Path(f"/proc/{node.pid}/status").read_text("utf-8").splitlines()
        resident = next(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) / 1024
        said: Any = answers(f"http://{nodes.hosts[number]}", "/_nodes/_local/stats/jvm")
        heap = next(iter(said["nodes"].values()))["jvm"]["mem"]["heap_used_in_bytes"] / 2**20
        found.append(f"{resident:.0f} MB, {heap:.0f} of them heap in use")
    return "; ".join(found)


def main(passages: int = 200_000, heap: int = 512, *, folder: str = "") -> None:
    """Start, build, ask, kill, ask."""
    with tempfile.TemporaryDirectory() as temporary:
        place = Path(folder or temporary)
        with cluster(PORT, f"{heap}m", place / "nodes", java=()) as nodes:
            run = Run(nodes, place, passages)
            address = f"opensearch+http://{','.join(nodes.hosts)}/scale?shards={NODES}&replicas=1"
            run.until_green()  # of a run that was stopped
            ready(place / "index", address, writing=True)
            started = time.perf_counter()
            built(run)
            measured(run)
            asked(run, "three nodes")
            lost_while_asked(run)
            asked(run, "two nodes, one was killed")
            run.back()
            run.until_green()
            checked(run)
            print(f"all of it: {time.perf_counter() - started:.0f} s", flush=True)


if __name__ == "__main__":
    main(*[int(each) for each in sys.argv[1:3]], folder="".join(sys.argv[3:4]))
