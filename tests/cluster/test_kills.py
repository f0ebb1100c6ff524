"""A node of a cluster is killed while papers go in and while questions are asked."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from rinsearch.index.base import Engine, Entry, Everything, Match, Page, Scope
from rinsearch.index.engines import open_engine, ready
from rinsearch.index.opensearch import reading
from tests import cluster
from tests.cluster.nodes import Nodes, java_is_here
from tests.cluster.nodes import cluster as started

pytestmark = pytest.mark.once

COMMITS, PAPERS, PASSAGES = 15, 5, 4  # in all, papers of each, passages of each paper
FIRST_PORT = 19400  # others than those of the cluster that the other tests share


@pytest.fixture(scope="module")
def nodes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Nodes]:
    if not java_is_here():
        pytest.skip("Java, its compiler and Maven are needed to start and kill nodes: default-jdk-headless, maven")
    with started(FIRST_PORT, "256m", tmp_path_factory.mktemp("nodes")) as running:
        yield running


@pytest.fixture
def engine(nodes: Nodes, tmp_path: Path) -> Iterator[Engine]:
    ready(tmp_path / "index", f"opensearch+http://{','.join(nodes.hosts)}/{tmp_path.name.lower()}", writing=True)
    made = open_engine(tmp_path / "index", create=True, engine="opensearch")
    yield made
    made.close()


def batch(number: int) -> list[Entry]:
    found = []
    for paper in range(PAPERS):
        id = f"{number:08x}{paper:08x}"
        found.append(Entry(id, id, Scope.DOCUMENT, "{}"))
        words = (("seja",), ("svet",), (f"b{number}",))
        exact = tuple(term for (term,) in words)
        found += [Entry(f"{id}.{n}", id, Scope.PASSAGE, "{}", words=words, exact=exact) for n in range(PASSAGES)]
    return found


class Asker(threading.Thread):
    """Asks without a pause and notes what went wrong."""

    def __init__(self, engine: Engine) -> None:
        super().__init__()
        self.engine, self.acknowledged = engine, 0
        self.asked, self.wrong, self.over = 0, list[str](), threading.Event()

    def run(self) -> None:
        while not self.over.is_set():
            least = self.acknowledged
            try:
                total = self.engine.search(Match("words", ("seja",)), Page(10)).total
            except Exception as error:
                self.wrong.append(repr(error))
                return
            self.asked += 1
            if total < least or total % (PAPERS * PASSAGES):
                self.wrong.append(f"{total} found of {least} or more")


def test_nothing_acknowledged_is_lost_and_questions_are_answered(nodes: Nodes, engine: Engine, tmp_path: Path) -> None:
    asker = Asker(open_engine(tmp_path / "index"))
    asker.start()
    try:
        for number in range(COMMITS):
            if number == COMMITS // 3:
                threading.Timer(0.05, nodes.kill, (0,)).start()  # in the middle of what follows
            engine.replace(batch(number))
            asker.acknowledged = (number + 1) * PAPERS * PASSAGES
            if number == 2 * COMMITS // 3:
                nodes.start(0)
                nodes.wait()
    finally:
        asker.over.set()
        asker.join()
        asker.engine.close()
    assert not asker.wrong
    assert asker.asked > COMMITS
    assert engine.search(Everything(), Page(0)).total == COMMITS * PAPERS * PASSAGES
    found = [each.id for each in engine.read(Everything())]
    assert found == [entry.id for number in range(COMMITS) for entry in batch(number) if entry.scope is Scope.DOCUMENT]
    assert engine.search(Match("words", ("b0",)), Page(100)).total == PAPERS * PASSAGES


def test_a_reading_goes_on_when_a_node_is_lost(nodes: Nodes, engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "AT_ONCE", 10)
    for number in range(4):
        engine.replace(batch(number))
    until_green(nodes)
    rows = engine.read(Everything(), Scope.PASSAGE)
    found = [next(rows).id for _ in range(15)]
    nodes.kill(1)
    found += [each.id for each in rows]
    wanted = [entry.id for number in range(4) for entry in batch(number) if entry.scope is Scope.PASSAGE]
    nodes.start(1)
    nodes.wait()
    assert found == wanted


def until_green(nodes: Nodes) -> None:
    """Until each part of each index has its copy again."""
    path = "/_cluster/health?wait_for_status=green&timeout=15s"
    assert any(
        isinstance(said := cluster.answers(f"http://{host}", path), dict) and said["status"] == "green"
        for host in nodes.hosts
    )
