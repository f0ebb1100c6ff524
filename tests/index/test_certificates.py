"""A cluster is spoken to over TLS where its certificate is by an authority that is trusted, and for this host."""

import shutil
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread
from typing import ClassVar

import pytest

from rinsearch.errors import ClusterAway
from rinsearch.index.base import Everything, Page
from rinsearch.index.engines import open_engine, ready
from rinsearch.index.opensearch.address import AUTHORITY, PASSWORD, address_of
from rinsearch.index.opensearch.cluster import Cluster
from tests import cluster
from tests.cluster.tls import authority, certificate, relay
from tests.index.examples import MADE, minutes

pytestmark = pytest.mark.skipif(not shutil.which("openssl"), reason="openssl makes the certificates")

SECRET = "zelo-skrivno-geslo"
VERSION = b'{"version": {"distribution": "opensearch", "number": "2.19.1"}}'


class Node(BaseHTTPRequestHandler):
    """Says that it is a node, and notes who asked."""

    heard: ClassVar[list[str]] = []

    def do_GET(self) -> None:
        self.heard.append(self.headers.get("Authorization", ""))
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(VERSION)))
        self.end_headers()
        self.wfile.write(VERSION)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return authority(tmp_path_factory.mktemp("tls"))


@pytest.fixture(autouse=True)
def a_password(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(AUTHORITY, raising=False)
    monkeypatch.setenv(PASSWORD, SECRET)


@pytest.fixture
def node() -> Iterator[tuple[str, int]]:
    Node.heard.clear()
    server = HTTPServer(("127.0.0.1", 0), Node)
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield "127.0.0.1", server.server_port
    server.shutdown()
    server.server_close()
    thread.join()


def test_with_its_authority_given_a_cluster_is_trusted(
    node: tuple[str, int], own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with relay(node, certificate(own)) as port:
        address = f"opensearch+https://ana@127.0.0.1:{port}/plans"
        assert Cluster(address_of(f"{address}?ca={own}")).check_version() == "2.19.1"
        monkeypatch.setenv(AUTHORITY, str(own))
        assert Cluster(address_of(address)).check_version() == "2.19.1"
    assert all(each.startswith("Basic ") for each in Node.heard)


def refused(port: int, host: str = "127.0.0.1", options: str = "") -> str:
    with pytest.raises(ClusterAway, match="certificate") as caught:
        Cluster(address_of(f"opensearch+https://ana@{host}:{port}/plans{options}")).check_version()
    assert not Node.heard, "no password was sent"
    assert SECRET not in str(caught.value)
    return str(caught.value)


def test_without_its_authority_a_cluster_is_refused_and_the_line_says_what_to_do(
    node: tuple[str, int], own: Path
) -> None:
    with relay(node, certificate(own)) as port:
        said = refused(port)
    assert "?ca=FILE" in said
    assert AUTHORITY in said


def test_the_certificate_of_another_authority_is_refused(node: tuple[str, int], own: Path, tmp_path: Path) -> None:
    other = authority(tmp_path, "another")
    with relay(node, certificate(own)) as port:
        refused(port, options=f"?ca={other}")


def test_the_certificate_of_another_host_is_refused(node: tuple[str, int], own: Path) -> None:
    with relay(node, certificate(own, "search.example")) as port:
        refused(port, options=f"?ca={own}")


def test_a_file_without_any_authority_trusts_nobody(node: tuple[str, int], own: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.pem").write_text("no certificate", "utf-8")
    with relay(node, certificate(own)) as port:
        refused(port, options=f"?ca={tmp_path}/empty.pem")


@pytest.mark.once
def test_an_index_is_written_and_asked_over_tls(own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if not cluster.found():
        pytest.skip(cluster.MISSING)
    monkeypatch.delenv(PASSWORD)
    host, _, inside = cluster.found().rpartition("//")[2].partition(",")[0].partition(":")
    with relay((host, int(inside)), certificate(own)) as port:
        MADE.add(f"{cluster.found()}/test-tls")
        ready(tmp_path / "index", f"opensearch+https://127.0.0.1:{port}/test-tls?ca={own}", writing=True)
        engine = open_engine(tmp_path / "index", create=True, engine="opensearch")
        engine.replace(minutes())
        assert engine.search(Everything(), Page(0)).total == 3
        engine.close()
