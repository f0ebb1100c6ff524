"""What only an index in a cluster has: an address, a password, refusals, and what stays on this machine."""

import json
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import ClassVar

import pytest

from rinsearch.errors import (
    AccessRefused,
    ClusterAway,
    DamagedIndex,
    IndexFailure,
    IndexReadOnly,
    RinsearchError,
    UsageError,
)
from rinsearch.index.base import Candidate, Entry, Everything, Page, Scope
from rinsearch.index.engines import open_engine, ready
from rinsearch.index.opensearch import cluster as clusters
from rinsearch.index.opensearch.address import Address, address_of, is_address
from rinsearch.index.opensearch.candidates import candidate, packed
from rinsearch.index.opensearch.cluster import Cluster
from rinsearch.index.opensearch.engine import OpenSearchEngine
from rinsearch.index.opensearch.rows import MAPPING
from rinsearch.index.opensearch.state import State
from rinsearch.index.opensearch.terms import clean
from tests.index.examples import MINUTES, address_for, engine_in, everything, memo, minutes

SECRET = "zelo-skrivno-geslo"


# --- addresses --------------------------------------------------------------------------------------------------------


def test_an_address_tells_hosts_name_and_how_an_index_is_made() -> None:
    found = address_of("opensearch+https://ana@search.example:9201,[::1]/plans?shards=6&replicas=2&folder=a/b&ca=x.pem")
    assert found == Address(
        True, "ana", (("search.example", 9201), ("[::1]", 9200)), "plans", 6, 2, authority="x.pem", folder="a/b"
    )
    assert found.home == Path("a/b")
    assert address_of("opensearch+http://localhost/plans").home == Path("indexes/localhost-9200-plans")


@pytest.mark.parametrize(
    "wrong",
    [
        "opensearch+https://",
        "opensearch+https://host",
        "opensearch+https://host/",
        "opensearch+ftp://host/plans",
        "opensearch+https://host:99999/plans",
        "opensearch+https://host:0/plans",
        "opensearch+https://ho st/plans",
        "opensearch+https://-host/plans",
        "opensearch+https://host,/plans",
        "opensearch+https://host/Plans",
        "opensearch+https://host/_plans",
        "opensearch+https://host/.plans",
        "opensearch+https://host/plans--1",
        "opensearch+https://host/plans*",
        "opensearch+https://host/plans,others",
        "opensearch+https://host/plans%2f_all",
        "opensearch+https://host/../_all",
        "opensearch+https://host/" + "a" * 101,
        "opensearch+https://host/č",
        "opensearch+https://host/plans?shards=0",
        "opensearch+https://host/plans?shards=-1",
        "opensearch+https://host/plans?shards=٣",
        "opensearch+https://host/plans?replicas=1e9",
        "opensearch+https://host/plans?verify=no",
        "opensearch+https://host/plans?shards",
        "opensearch+https://host/plans#x",
        "opensearch+https://" + "a" * 5000 + "/plans",
    ],
)
def test_an_address_that_is_none_is_refused(wrong: str) -> None:
    assert is_address(wrong)
    with pytest.raises(UsageError):
        address_of(wrong)


@pytest.mark.parametrize(
    "text", [f"opensearch+https://ana:{SECRET}@host/plans", f"opensearch+https://:{SECRET}@host/plans?shards=x"]
)
def test_a_password_in_an_address_is_refused_without_showing_it(text: str) -> None:
    with pytest.raises(UsageError, match="RINSEARCH_OPENSEARCH_PASSWORD") as caught:
        address_of(text)
    assert SECRET not in str(caught.value)


@pytest.fixture(autouse=True)
def no_credentials(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("USER", "PASSWORD", "CA"):
        monkeypatch.delenv(f"RINSEARCH_OPENSEARCH_{name}", raising=False)
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))


def test_a_password_comes_from_the_environment_or_from_netrc(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    address = address_of("opensearch+https://ana@search.example/plans")
    assert address.credentials() is None
    (tmp_path / "netrc").write_text(f"machine search.example login ana password {SECRET}\n", "utf-8")
    (tmp_path / "netrc").chmod(0o600)
    assert address.credentials() == ("ana", SECRET)
    assert address_of("opensearch+https://search.example/plans").credentials() == ("ana", SECRET)
    assert address_of("opensearch+https://eva@search.example/plans").credentials() is None
    assert address_of("opensearch+https://ana@other.example/plans").credentials() is None
    monkeypatch.setenv("RINSEARCH_OPENSEARCH_PASSWORD", "drugo")
    assert address.credentials() == ("ana", "drugo")


def test_a_broken_netrc_is_told_by_its_line_alone(tmp_path: Path) -> None:
    (tmp_path / "netrc").write_text(f"machine a login b password c\nmachine d login e {SECRET} f\n", "utf-8")
    (tmp_path / "netrc").chmod(0o600)
    with pytest.raises(UsageError, match="line 2") as caught:
        address_of("opensearch+https://a/plans").credentials()
    assert SECRET not in str(caught.value)


@pytest.mark.parametrize("host", ["search.example", "10.0.0.1", "127.0.0.1.example", "localhost,search.example"])
def test_a_password_does_not_travel_unencrypted(monkeypatch: pytest.MonkeyPatch, host: str) -> None:
    monkeypatch.setenv("RINSEARCH_OPENSEARCH_PASSWORD", SECRET)
    with pytest.raises(UsageError, match="unencrypted"):
        address_of(f"opensearch+http://ana@{host}/plans").credentials()
    assert address_of("opensearch+http://ana@127.0.0.1/plans").credentials() == ("ana", SECRET)


# --- refusals, by something that answers as a cluster in trouble does -------------------------------------------------


class Trouble(BaseHTTPRequestHandler):
    """Answers every request in the same way."""

    status, body = 200, b"{}"
    heard: ClassVar[list[str]] = []

    def answer(self) -> None:
        self.heard.append(self.headers.get("Authorization", ""))
        length = int(self.headers.get("Content-Length") or 0)
        self.rfile.read(length)
        self.send_response(self.status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(self.body)))
        self.end_headers()
        self.wfile.write(self.body)

    do_GET = do_PUT = do_POST = do_DELETE = answer  # noqa: N815

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def trouble(monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Cluster, type[Trouble]]]:
    answering = type("Answering", (Trouble,), {"heard": []})
    server = HTTPServer(("127.0.0.1", 0), answering)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    monkeypatch.setenv("RINSEARCH_OPENSEARCH_PASSWORD", SECRET)
    monkeypatch.setattr(clusters, "PATIENCE", 0.1)
    cluster = Cluster(address_of(f"opensearch+http://ana@127.0.0.1:{server.server_port}/plans"))
    yield cluster, answering
    cluster.close()
    server.shutdown()
    server.server_close()
    thread.join()


def told(kind: str, status: int) -> bytes:
    reason = {"type": kind, "reason": f"something with {SECRET}"}
    return json.dumps({"error": {"root_cause": [reason], **reason}, "status": status}).encode()


@pytest.mark.parametrize(
    ("status", "kind", "expected"),
    [
        (401, "security_exception", AccessRefused),
        (403, "security_exception", AccessRefused),
        (403, "cluster_block_exception", IndexReadOnly),
        (429, "cluster_block_exception", IndexReadOnly),
        (429, "rejected_execution_exception", ClusterAway),
        (503, "cluster_block_exception", ClusterAway),
        (503, "cluster_manager_not_discovered_exception", ClusterAway),
        (502, "", ClusterAway),
        (413, "", IndexFailure),
        (400, "parsing_exception", IndexFailure),
    ],
)
def test_a_refusal_says_what_and_where_and_what_to_do_but_no_password(
    trouble: tuple[Cluster, type[Trouble]], status: int, kind: str, expected: type[RinsearchError]
) -> None:
    cluster, answering = trouble
    answering.status, answering.body = status, told(kind, status)
    with pytest.raises(expected) as caught:
        cluster.ask("GET", "/plans/_search")
    error = caught.value
    assert isinstance(error, RinsearchError)
    assert "plans at 127.0.0.1" in str(error.place)
    assert error.advice
    assert SECRET not in str(error) + repr(error) + repr(cluster) + repr(vars(cluster)) + repr(error.__cause__)
    assert answering.heard[0].startswith("Basic ")


def test_full_and_read_only_are_told_apart(trouble: tuple[Cluster, type[Trouble]]) -> None:
    cluster, answering = trouble
    said = {}
    for status in (403, 429):
        answering.status, answering.body = status, told("cluster_block_exception", status)
        with pytest.raises(IndexReadOnly) as caught:
            cluster.ask("POST", "/plans/_bulk", "{}\n")
        said[status] = caught.value.message
    assert "full" in said[429]
    assert "read-only" in said[403]


@pytest.mark.parametrize(
    ("version", "expected"),
    [
        ({"distribution": "opensearch", "number": "1.3.20"}, "opensearch 1.3.20"),
        ({"number": "8.17.0"}, "Elasticsearch 8.17.0"),
        ({"distribution": "opensearch", "number": "20.1.0"}, "20.1.0"),
        ({}, "no cluster"),
        (None, "no cluster"),
    ],
)
def test_another_program_or_version_is_refused(
    trouble: tuple[Cluster, type[Trouble]], version: object, expected: str
) -> None:
    cluster, answering = trouble
    answering.body = json.dumps({"version": version}).encode()
    with pytest.raises(IndexFailure, match=expected):
        cluster.check_version()


@pytest.mark.parametrize("body", [b"[]", b'"x"', b"<html>", b"{"])
def test_what_is_no_cluster_is_told_so(trouble: tuple[Cluster, type[Trouble]], body: bytes) -> None:
    cluster, answering = trouble
    answering.body = body
    with pytest.raises(IndexFailure, match="no cluster"):
        cluster.check_version()


def test_a_cluster_that_is_away_is_told_at_once() -> None:
    with pytest.raises(ClusterAway, match="not reached"):
        Cluster(address_of("opensearch+http://127.0.0.1:9/plans")).check_version()


def test_a_cluster_without_a_trusted_certificate_is_not_spoken_to(trouble: tuple[Cluster, type[Trouble]]) -> None:
    cluster, answering = trouble
    port = cluster.address.hosts[0][1]
    with pytest.raises(ClusterAway, match="certificate"):  # it does not even speak TLS
        Cluster(address_of(f"opensearch+https://ana@127.0.0.1:{port}/plans")).check_version()
    assert not answering.heard, "no password was sent"


def test_a_file_of_authorities_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="authority"):
        Cluster(address_of(f"opensearch+https://127.0.0.1:9/plans?ca={tmp_path}/none.pem"))


# --- rows and states --------------------------------------------------------------------------------------------------


def test_signs_with_a_meaning_of_their_own_cannot_stand_in_a_term() -> None:
    assert clean("a\x1eb\x1fc\x1dd\ud800") == "a\ufffdb\ufffdc\ufffdd?"
    assert len(clean("š" * 40_000).encode()) < 32_766


def test_what_the_ranker_needs_of_an_entry_comes_back_as_it_was_handed_in() -> None:
    words = (("rom", "#romi"), (), ("č\ud800",))
    entry = Entry("3f.1", "3f", Scope.PASSAGE, "{}", "memo", "2017-05-01", words, title=("a",), section=("b", "c"))
    assert candidate(packed(entry), 2.5) == Candidate(
        "3f.1", "3f", "memo", "2017-05-01", "rom\t#romi  č?", "a", "b c", 2.5
    )


def test_a_commit_that_was_given_up_is_never_seen_and_its_number_never_used_again() -> None:
    given_up = State(generation=4).begun("one")
    assert given_up.writing == 5
    again = given_up.begun("two")
    assert again.writing == 6
    assert set(again.aborted) == {"5"}
    assert again.last == 6
    assert State().limits() == []
    assert "5" in str(again.limits())


# --- in a real cluster ------------------------------------------------------------------------------------------------


@pytest.fixture
def real(tmp_path: Path) -> Iterator[OpenSearchEngine]:
    made = engine_in(tmp_path / "index", "opensearch")
    assert isinstance(made, OpenSearchEngine)
    made.replace(minutes())
    yield made
    made.cluster.ask("PUT", f"/{made.index}/_settings", {"index.blocks.write": None})
    made.close()


@pytest.mark.once
def test_a_read_only_index_is_told_and_what_was_there_stays(real: OpenSearchEngine) -> None:
    real.cluster.ask("PUT", f"/{real.index}/_settings", {"index.blocks.write": True})
    with pytest.raises(IndexReadOnly, match="read-only"):
        real.replace(memo())
    assert real.search(Everything(), Page(0)).total == 3
    real.cluster.ask("PUT", f"/{real.index}/_settings", {"index.blocks.write": None})
    real.replace(memo())
    assert real.search(Everything(), Page(0)).total == 5


@pytest.mark.once
def test_where_the_disks_are_full_it_is_told_and_what_was_there_stays(real: OpenSearchEngine) -> None:
    full = "index.blocks.read_only_allow_delete"  # what the nodes set at the flood stage
    real.cluster.ask("PUT", f"/{real.index}/_settings", {full: True})
    began = time.monotonic()
    with pytest.raises(IndexReadOnly, match="full"):
        real.replace(memo())
    assert time.monotonic() - began < clusters.PATIENCE, "it is told at once"
    assert real.search(Everything(), Page(0)).total == 3
    real.cluster.ask("PUT", f"/{real.index}/_settings", {full: None})
    real.replace(memo())
    assert real.search(Everything(), Page(0)).total == 5


@pytest.mark.once
def test_an_index_of_another_version_is_told_so(real: OpenSearchEngine, tmp_path: Path) -> None:
    path = f"/{real.index}/_doc/state"
    kept = real.cluster.ask("GET", path)["_source"]
    kept["state"]["mapping"] = MAPPING - 1
    real.cluster.ask("PUT", path, kept)
    with pytest.raises(DamagedIndex, match=f"version {MAPPING - 1}"):
        open_engine(tmp_path / "index")


@pytest.mark.once
def test_an_index_that_went_is_damage(real: OpenSearchEngine, tmp_path: Path) -> None:
    real.cluster.ask("DELETE", f"/{real.index}")
    with pytest.raises(IndexFailure, match="not in the cluster"):
        real.search(Everything(), Page(0))
    with pytest.raises(IndexFailure, match="not in the cluster"):
        open_engine(tmp_path / "index")
    real.cluster.ask("PUT", f"/{real.index}")  # for what is cleared up behind the test


@pytest.mark.once
def test_the_index_is_asked_from_anywhere_and_fed_from_one_folder(real: OpenSearchEngine, tmp_path: Path) -> None:
    address = address_for(tmp_path / "index")
    ready(tmp_path / "elsewhere", address, writing=False)
    other = open_engine(tmp_path / "elsewhere")
    assert other.search(Everything(), Page(0)).total == 3
    assert (other.generation, other.fingerprint) == (real.generation, "rules-1")
    with pytest.raises(IndexFailure, match="fed from another folder"):
        other.replace((), gone=[MINUTES])
    with pytest.raises(IndexFailure, match="fed from another folder"):
        ready(tmp_path / "third", address, writing=True)
    assert not (tmp_path / "third").exists()
    assert real.search(Everything(), Page(0)).total == 3
    other.close()


@pytest.mark.once
def test_nothing_is_left_of_a_question_about_an_index_that_is_not_there(tmp_path: Path) -> None:
    ready(tmp_path / "index", address_for(tmp_path / "index"), writing=False)
    assert not (tmp_path / "index").exists()


@pytest.mark.once
def test_rows_are_spread_over_the_parts_and_copied(real: OpenSearchEngine) -> None:
    real.replace(everything())
    settings = real.cluster.ask("GET", f"/{real.index}/_settings")[real.index]["settings"]["index"]
    assert (settings["number_of_shards"], settings["number_of_replicas"]) == ("3", "1")
    found = real.cluster.ask("GET", f"/_index_template/rinsearch-{real.cluster.address.name}")
    assert found["index_templates"][0]["index_template"]["version"] == MAPPING
