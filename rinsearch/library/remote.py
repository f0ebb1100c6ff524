"""An index whose entries are in a cluster: the address stands where else the folder does.

What lies beside an index stays in a local folder all the same: the record of files, the cache of what was read, your
own terms and saved searches. It is named after the cluster and the index, or told in the address (``?folder=``).
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from rinsearch.errors import RinsearchError, UsageError
from rinsearch.index import engines
from rinsearch.index.identity import engine_of
from rinsearch.later import later
from rinsearch.library import arguments

addresses: Any = later("rinsearch.index.opensearch.address")


def located(index: Any) -> tuple[Path, str]:
    """The local folder of an index, and its address where it is in a cluster. Raises `UsageError`."""
    if isinstance(index, str) and index.startswith("opensearch+"):
        return arguments.path("index", str(addresses.address_of(index).home)), index
    return arguments.path("index", index), ""


def engine(address: str, asked: str | None) -> str | None:
    """The engine that is meant. Raises `UsageError` where it has no index at an address."""
    if address and asked not in (None, engines.REMOTE):
        engines.known_engine(str(asked))
        advice = f"Leave --engine out, or give a folder to --index to build it with {asked}."
        raise UsageError(f"An index of {asked} is not in a cluster.", place="engine", advice=advice)
    return asked or (engines.REMOTE if address else None)


def ready(place: Path, address: str, *, writing: bool = False) -> None:
    """Before an index is opened by its address: note it in the folder, take up what the cluster has already.

    Raises `UsageError` where the folder's index is of another engine, unless it is going to be built anew.
    """
    if not address:
        return
    there = engine_of(place)
    if there not in (None, engines.REMOTE) and not writing:
        advice = f"Build it in the cluster, no file is read again: rinsearch rebuild --index '{address}'"
        raise UsageError(f"The index of the folder is of the engine {there}.", place=place.name, advice=advice)
    engines.ready(place, address, writing=writing)


def health(index: Any) -> tuple[bool, str, str] | None:
    """Of an index in a cluster: whether all of it is there, what the cluster says, what to do; None of another one."""
    place, address = located(index)
    if not address and engine_of(place) != engines.REMOTE:
        return None
    try:
        found, detail = engines.health_at(address) if address else engines.health(place)
    except RinsearchError as error:
        return False, f"{error.place}: {error.message}" if error.place else error.message, error.advice
    return found, detail, "" if found else "Parts of the index are missing: start the nodes that have them."
