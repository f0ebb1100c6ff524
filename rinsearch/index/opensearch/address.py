"""Where a cluster is: ``opensearch+https://user@host:9200/name?shards=3&replicas=1``, and the password beside it.

The password never stands in an address: it comes from the environment or from a netrc file, when it is needed.
"""

from __future__ import annotations

import netrc
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qsl, unquote

from rinsearch.errors import UsageError

SCHEME = "opensearch+"
EXAMPLE = "opensearch+https://user@host:9200/name"
USER, PASSWORD, AUTHORITY = (f"RINSEARCH_OPENSEARCH_{name}" for name in ("USER", "PASSWORD", "CA"))
PORT = 9200
SHARDS, REPLICAS = range(1, 257), range(21)
LONGEST = 2_000  # characters of an address
_WHOLE = re.compile(r"opensearch\+(https?)://(?:([^@/?#]*)@)?([^@/?#]+)/([^/?#]*)(?:\?([^#]*))?")
_HOST = re.compile(r"(\[[0-9A-Fa-f:.]{2,45}\]|[A-Za-z0-9](?:[A-Za-z0-9.-]{0,252}[A-Za-z0-9])?)(?::([0-9]{1,5}))?")
_NAME = re.compile(r"[a-z0-9](?:[a-z0-9._]|-(?!-)){0,99}")
_LOOPBACK = re.compile(r"localhost|127(?:\.[0-9]{1,3}){3}|\[::1\]")

Host = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Address:
    """A cluster's hosts, the name of the index there, and how a new index is made."""

    secure: bool
    user: str
    hosts: tuple[Host, ...]
    name: str
    shards: int = 3
    replicas: int = 1
    authority: str = ""
    folder: str = ""

    @property
    def place(self) -> str:
        """For messages: the index and where it is, without the user."""
        host, port = self.hosts[0]
        return f"{self.name} at {host}:{port}"

    @property
    def home(self) -> Path:
        """The local folder for what is beside the index: the record of files, the cache, your own terms."""
        host, port = self.hosts[0]
        return Path(self.folder) if self.folder else Path("indexes") / f"{host.strip('[]')}-{port}-{self.name}"

    def credentials(self) -> tuple[str, str] | None:
        """User and password, from the environment or a netrc file; none where there are none.

        Raises `UsageError` where a password would travel unencrypted to another machine, or netrc is broken.
        """
        user, password = self.user or os.environ.get(USER, ""), os.environ.get(PASSWORD, "")
        found = (user, password) if user and password else self._from_netrc(user)
        if found and not self.secure and not all(_LOOPBACK.fullmatch(host) for host, _ in self.hosts):
            message = "A password would travel unencrypted to another machine."
            raise UsageError(message, place=self.place, advice="Write opensearch+https:// in the address.")
        return found

    def _from_netrc(self, user: str) -> tuple[str, str] | None:
        path = os.environ.get("NETRC") or str(Path("~/.netrc").expanduser())
        try:
            known = netrc.netrc(path).authenticators(self.hosts[0][0].strip("[]"))
        except netrc.NetrcParseError as error:  # its message may hold a password
            advice = "Mend the line, or set the password in the environment."
            raise UsageError(f"netrc cannot be read (line {error.lineno}).", place="netrc", advice=advice) from None
        except (OSError, ValueError, RuntimeError):
            return None
        login, password = (known[0], known[2]) if known else ("", "")
        return (login, password) if login and password and user in ("", login) else None


def is_address(index: object) -> bool:
    """Whether this is meant as the address of a cluster and not as a folder.

    >>> is_address("opensearch+https://host/name"), is_address("indexes/default")
    (True, False)
    """
    return isinstance(index, str) and index.startswith(SCHEME)


def address_of(text: str) -> Address:
    """Read an address; raises `UsageError`, which never shows what may be a password.

    >>> address_of("opensearch+https://ana@a.si,b.si:9201/plans?replicas=2").hosts
    (('a.si', 9200), ('b.si', 9201))
    """
    found = _WHOLE.fullmatch(text) if len(text) <= LONGEST else None
    if found is None:
        raise _wrong("The address of the cluster cannot be read.")
    scheme, user, hosts, name, options = found.groups(default="")
    if ":" in user:
        advice = f"Set it in {PASSWORD}, or in a netrc file, and write {EXAMPLE}."
        raise UsageError("A password stands in the address of the cluster.", place="address", advice=advice)
    if not _NAME.fullmatch(name):
        advice = "Use small letters, digits, full stops, underscores and single hyphens, at most 100."
        raise UsageError("An index of a cluster cannot have this name.", place=name[:60], advice=advice)
    known = _options(options)
    counts = _count(known, "shards", SHARDS, 3), _count(known, "replicas", REPLICAS, 1)
    authority = known.get("ca") or os.environ.get(AUTHORITY, "")
    places = tuple(_host(each) for each in hosts.split(","))
    return Address(scheme == "https", unquote(user), places, name, *counts, authority, known.get("folder", ""))


def _host(text: str) -> Host:
    found = _HOST.fullmatch(text)
    port = int(found[2] or PORT) if found else 0
    if found is None or not 0 < port < 65_536:
        raise _wrong("The address of the cluster has a host that is none.")
    return found[1], port


def _options(text: str) -> Mapping[str, str]:
    try:
        given = parse_qsl(text, keep_blank_values=True, strict_parsing=bool(text), max_num_fields=10)
    except ValueError:
        raise _wrong("The options of the address cannot be read.") from None
    unknown = next((name for name, _ in given if name not in ("shards", "replicas", "ca", "folder")), None)
    if unknown is not None:
        raise _wrong("The address has an option that is not known.")
    return dict(given)


def _count(options: Mapping[str, str], name: str, allowed: range, usual: int) -> int:
    text = options.get(name, str(usual))
    if not (text.isascii() and text.isdecimal() and len(text) < 6 and int(text) in allowed):
        message = f"{name} is no number from {allowed[0]} to {allowed[-1]}."
        raise UsageError(message, place="address", advice=f"Write it {name}=3.")
    return int(text)


def _wrong(message: str) -> UsageError:
    advice = f"Write it like {EXAMPLE}; after a question mark shards=, replicas=, ca= and folder= may stand."
    return UsageError(message, place="address", advice=advice)
