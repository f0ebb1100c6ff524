"""Requests to a cluster: patience with nodes that come and go, and every refusal as an error of ours."""

from __future__ import annotations

import gzip
import json
import logging
import time
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from opensearchpy import OpenSearch, Urllib3HttpConnection
from opensearchpy.exceptions import ConnectionError as NotReached
from opensearchpy.exceptions import ConnectionTimeout, SerializationError, SSLError, TransportError

from rinsearch.errors import (
    AccessRefused,
    ClusterAway,
    DamagedIndex,
    IndexFailure,
    IndexReadOnly,
    RinsearchError,
    UsageError,
)
from rinsearch.index.opensearch.address import AUTHORITY, Address

VERSIONS = (2, 3)  # of OpenSearch with points in time that these requests are written for
TIMEOUT = 60.0  # seconds for one answer
PATIENCE = 30.0  # seconds for which a known cluster is asked again: a lost node is replaced in some
LEAST = 3  # attempts, however long each of them takes: a node may hang before it is given up
PAUSES = (0.05, 0.1, 0.2, 0.5, 1.0, 2.0)  # seconds between attempts
BUSY, PASSING = 429, (429, 500, 502, 503, 504)  # what may be right at the next attempt
HEALTH = "Look at `GET /_cluster/health`: an index is red while no node has a copy of each of its parts."
BLOCKED = "cluster_block_exception"

# What fails is told by our errors; without a handler Python would write every attempt to the terminal, too.
logging.getLogger("opensearch").addHandler(logging.NullHandler())

Body = Mapping[str, Any] | str | None


class Lost(Exception):
    """A point in time has gone, with its node or by its age."""


class Missing(Exception):
    """There is no such thing in the cluster."""


class Taken(Exception):
    """Somebody else has changed or made it in the meantime."""


class _Connection(Urllib3HttpConnection):
    """Packs quickly: rows become a quarter of their size as against a fifth, in a fifteenth of the time."""

    def _gzip_compress(self, body: bytes) -> bytes:
        return gzip.compress(body, 1)


class Cluster:
    """A connection; safe to use from several threads."""

    def __init__(self, address: Address) -> None:
        self.address = address
        self._reached = False
        # Nothing of the request is shown: a repr of the client has the hosts alone.
        self._client = _client(address)

    def close(self) -> None:
        """Let go of the connections; the next request opens them again."""
        self._client.close()
        self._client = _client(self.address)

    def ask(self, method: str, path: str, body: Body = None, **params: Any) -> Any:
        """One request. Raises `Missing`, `Taken`, `Lost`, or an error of ours."""
        started, attempt = time.monotonic(), 0
        while True:
            attempt += 1
            try:
                answer = self._send(method, path, body, params)
            except TransportError as error:
                known = self._reached or error.status_code == BUSY
                tired = attempt >= (LEAST if known else 1) and time.monotonic() > started + PATIENCE * known
                if tired or not _may_pass(error):
                    raise told(error, self.address) from None
            except (SerializationError, UnicodeDecodeError):
                raise self._no_cluster() from None
            else:
                self._reached = True
                return answer
            time.sleep(PAUSES[min(attempt, len(PAUSES)) - 1])

    def _send(self, method: str, path: str, body: Body, params: Mapping[str, Any]) -> Any:
        lines = {"content-type": "application/x-ndjson"} if isinstance(body, str) else None
        return self._client.transport.perform_request(
            method, path, params={**params, "request_timeout": TIMEOUT}, body=body, headers=lines
        )

    def check_version(self) -> str:
        """The version; raises `IndexFailure` where it is another program's, or a version that is not known."""
        found = self.ask("GET", "/")
        version = found.get("version") if isinstance(found, dict) else None
        number = str(version.get("number", "")) if isinstance(version, dict) else ""
        if not number or not version:
            raise self._no_cluster()
        if version.get("distribution") != "opensearch" or number.partition(".")[0] not in map(str, VERSIONS):
            message = f"The cluster is {version.get('distribution', 'Elasticsearch')} {number}."
            raise IndexFailure(message, place=self.address.place, advice="OpenSearch 2 or 3 is understood.")
        return number

    def _no_cluster(self) -> IndexFailure:
        message = "What answers there is no cluster of OpenSearch."
        return IndexFailure(message, place=self.address.place, advice="Look at host and port of the address.")


def _client(address: Address) -> Any:
    if address.authority and not Path(address.authority).is_file():
        advice = f"See ?ca= in the address and {AUTHORITY}."
        raise UsageError("The file of the authority is not there.", place=Path(address.authority).name, advice=advice)
    checked: Mapping[str, Any] = {"verify_certs": True, "ca_certs": address.authority or None}
    return OpenSearch(
        hosts=[{"host": host.strip("[]"), "port": port} for host, port in address.hosts],
        http_auth=address.credentials(),
        use_ssl=address.secure,
        http_compress=True,
        connection_class=_Connection,
        max_retries=len(address.hosts),
        retry_on_status=(),
        timeout=TIMEOUT,
        **(checked if address.secure else {}),
    )


def _may_pass(error: TransportError) -> bool:
    if isinstance(error, SSLError):
        return False
    if isinstance(error, NotReached):  # also where time is up
        return True
    if error.status_code == BUSY:
        return _kind(error) != BLOCKED  # full disks stay so until somebody makes room
    return error.status_code in PASSING and _kind(error) not in (BLOCKED, "search_phase_execution_exception")


def _kind(error: TransportError) -> str:
    """The name that the cluster gives to what went wrong."""
    return str(error.error) if error.status_code != "N/A" else ""


def told(error: TransportError, address: Address) -> Exception:
    """A failed request as an error of ours, or as what the engine itself can mend."""
    if isinstance(error, SSLError):
        advice = f"Name the file of the cluster's authority with ?ca=FILE in the address or in {AUTHORITY}."
        return ClusterAway("The certificate of the cluster is not to be trusted.", place=address.place, advice=advice)
    if isinstance(error, ConnectionTimeout):
        return ClusterAway(f"The cluster did not answer for {TIMEOUT:.0f} s.", place=address.place)
    if isinstance(error, NotReached):
        return ClusterAway("The cluster is not reached.", place=address.place)
    return refusal(int(error.status_code), _kind(error), address)


def refusal(status: int, kind: str, address: Address) -> Exception:
    """What a status and the cluster's name for the reason mean, of a request or of one line of many."""
    place = address.place
    if status == 401:
        return AccessRefused("The cluster does not know this user or password.", place=place)
    if kind == BLOCKED:
        return _blocked(status, place)
    if status == 403:
        advice = "Give the user the rights to read and write indices of this name, and their templates."
        return AccessRefused(
            f"The cluster does not let {address.user or 'this user'} do that.", place=place, advice=advice
        )
    return _mendable(status, kind) or _failure(status, kind, place)


def _blocked(status: int, place: str) -> RinsearchError:
    if status == BUSY:
        advice = "Make room on the nodes' disks (the flood stage was reached); then run it again."
        return IndexReadOnly("The cluster is full and takes nothing more.", place=place, advice=advice)
    if status == 503:
        return ClusterAway("The cluster has no manager or has not recovered yet.", place=place)
    return IndexReadOnly("The index in the cluster is read-only.", place=place)


def _mendable(status: int, kind: str) -> Exception | None:
    if status == 409 or kind == "resource_already_exists_exception":
        return Taken(kind)
    if kind in ("search_phase_execution_exception", "search_context_missing_exception") and status != 400:
        return Lost(kind)
    return Missing(kind) if status == 404 else None


def _failure(status: int, kind: str, place: str) -> RinsearchError:
    if status == BUSY:
        return ClusterAway("The cluster has too much to do.", place=place, advice="Try again later.")
    if status == 413:
        return IndexFailure(
            "A paper is too large for the cluster.", place=place, advice="Raise http.max_content_length."
        )
    if status in PASSING:
        return ClusterAway(f"The cluster is not able to answer ({status} {kind}).", place=place, advice=HEALTH)
    return IndexFailure(f"The cluster refused a request ({status} {kind}).", place=place)


def parts_missing(address: Address) -> ClusterAway:
    """Nodes went away, and no other one has what they had."""
    return ClusterAway("Parts of the index are missing.", place=address.place, advice=HEALTH)


def gone(name: str, address: Address) -> DamagedIndex:
    """The index itself is missing in the cluster."""
    return DamagedIndex(f"The index {name} is not in the cluster.", place=address.place)


def lines(rows: Iterable[Mapping[str, Any]]) -> str:
    """Rows as one body, a line of JSON each."""
    return "".join(json.dumps(row, ensure_ascii=True, separators=(",", ":")) + "\n" for row in rows)
