"""Nodes as processes that can be killed. Needs Java 17 or later and Maven, and nothing of ours.

``RINSEARCH_TEST_OPENSEARCH=3.1.0`` takes another version than that of ``pom.xml`` (3 needs Java 21 or later), and
``JAVA_HOME`` another Java than the first one of the path.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tests.cluster import NODES, PORT, answers, usual_hosts

HERE = Path(__file__).parent
OTHER = os.environ.get("RINSEARCH_TEST_OPENSEARCH", "")  # version
SOURCE = HERE / ("three" if OTHER.startswith("3.") else "") / "Node.java"
LIBRARY = HERE / "target" / "-".join(["lib", *OTHER.split()])  # filled by Maven, never committed
HEAP = "512m"
QUICK = ("-XX:TieredStopAtLevel=1",)  # of nodes that live for minutes: little is compiled, and soon
BETWEEN = 100  # the ports of the transport lie so far above those of HTTP
SECONDS = 180.0  # for three nodes to find one another, on a machine that is busy


def prepare() -> Path:
    """Where the jars are; they are fetched once, and again when what they are made by was changed."""
    done, made_of = LIBRARY / "done", (HERE / "pom.xml", SOURCE)
    if not done.exists() or done.stat().st_mtime < max(each.stat().st_mtime for each in made_of):
        where = [f"-DoutputDirectory={LIBRARY}", *(f"-Dopensearch={version}" for version in OTHER.split())]
        copy = ["mvn", "--quiet", "--batch-mode", "dependency:copy-dependencies", "-DincludeScope=runtime", *where]
        subprocess.run(copy, cwd=HERE, check=True)
        compiled = ["-cp", f"{LIBRARY}/*", "-d", str(LIBRARY / "launcher")]
        subprocess.run([program("javac"), *compiled, str(SOURCE)], cwd=HERE, check=True)
        done.touch()
    return LIBRARY


def program(name: str) -> str:
    """A program of the Java that is asked for."""
    home = os.environ.get("JAVA_HOME")
    return str(Path(home, "bin", name)) if home else name


class Nodes:
    """Three nodes of one cluster, with their data in a folder."""

    def __init__(self, folder: Path, first: int = PORT, heap: str = HEAP, java: Sequence[str] = QUICK) -> None:
        self.folder, self.first, self.heap, self.java = folder, first, heap, java
        self.running: dict[int, subprocess.Popen[bytes]] = {}

    @property
    def hosts(self) -> list[str]:
        """Where they listen."""
        return usual_hosts(self.first)

    def start(self, number: int) -> None:
        """Start one node, again too; its data are kept."""
        home, library = self.folder / f"node{number}", prepare()
        home.mkdir(parents=True, exist_ok=True)
        heap = [f"-Xms{self.heap}", f"-Xmx{self.heap}", "-XX:+UseSerialGC", "-Xlog:disable", "-Xlog:all=error"]
        where = ["-cp", f"{library / 'launcher'}:{library}/*"]
        command = [program("java"), *heap, *self.java, *where, "Node", *self._settings(number, home)]
        with (home / "log").open("ab") as log:  # the input stays open: a node ends with the process that started it
            self.running[number] = subprocess.Popen(command, stdout=log, stderr=log, stdin=subprocess.PIPE)

    def _settings(self, number: int, home: Path) -> list[str]:
        names = [f"node{each}" for each in range(NODES)]
        seeds = [f"127.0.0.1:{self.first + BETWEEN + each}" for each in range(NODES)]
        settings = {
            "path.home": str(home),
            "cluster.name": f"tests-{self.first}",
            "node.name": names[number],
            "network.host": "127.0.0.1",
            "http.port": str(self.first + number),
            "transport.port": str(self.first + BETWEEN + number),
            "discovery.seed_hosts": ",".join(seeds),
            "cluster.initial_cluster_manager_nodes": ",".join(names),
            "cluster.routing.allocation.disk.threshold_enabled": "false",
            "search.max_open_pit_context": "3000",
            "cluster.max_shards_per_node": "5000",
        }
        return [f"{key}={value}" for key, value in settings.items()]

    def wait(self, nodes: int = NODES) -> None:
        """Until so many nodes are there. Raises `RuntimeError` with the end of a log where they do not come."""
        end = time.monotonic() + SECONDS
        while time.monotonic() < end:
            for number in self.running:
                said = answers(f"http://{self.hosts[number]}", "/_cluster/health")
                if isinstance(said, dict) and said.get("number_of_nodes") == nodes:
                    return
            if any(node.poll() is not None for node in self.running.values()):
                break
            time.sleep(0.2)
        logs = [f"{path}:\n{path.read_text('utf-8', 'replace')[-2000:]}" for path in self.folder.glob("*/log")]
        raise RuntimeError("The cluster did not start.\n" + "\n".join(logs))

    def kill(self, number: int) -> None:
        """As when the machine loses its power."""
        node = self.running.pop(number)
        node.kill()
        _ended(node)

    def stop(self) -> None:
        """All of them."""
        for node in self.running.values():
            node.terminate()
        for node in self.running.values():
            try:
                node.wait(timeout=20)
            except subprocess.TimeoutExpired:
                node.kill()
            _ended(node)
        self.running.clear()


def _ended(node: subprocess.Popen[bytes]) -> None:
    node.wait()
    if node.stdin is not None:
        node.stdin.close()


@contextmanager
def cluster(
    first: int = PORT, heap: str = HEAP, folder: Path | None = None, java: Sequence[str] = QUICK
) -> Iterator[Nodes]:
    """Three nodes, as long as the block lasts; ``java`` is what their Java is told besides."""
    place = folder or Path(tempfile.mkdtemp(prefix="rinsearch-cluster-"))
    nodes = Nodes(place, first, heap, java)
    try:
        for number in range(NODES):
            nodes.start(number)
        nodes.wait()
        yield nodes
    finally:
        nodes.stop()
        if folder is None:
            shutil.rmtree(place, ignore_errors=True)


def java_is_here() -> bool:
    """Whether nodes can be started on this machine."""
    return all(map(shutil.which, (program("java"), program("javac"), "mvn"))) and os.name == "posix"
