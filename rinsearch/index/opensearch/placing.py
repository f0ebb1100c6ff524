"""The name of an index in the cluster: which building it means, and what is taken up or thrown away."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from rinsearch.errors import DamagedIndex, NoIndex
from rinsearch.index.identity import NAME, read_identity, write_identity
from rinsearch.index.opensearch import home
from rinsearch.index.opensearch.cluster import Cluster, Missing

FOLDER = "opensearch"


def put_in_front(cluster: Cluster, index: str) -> None:
    """Let the name of an address mean this index, in one step, and drop those that it meant before."""
    name = cluster.address.name
    try:
        before = [each for each in cluster.ask("GET", f"/_alias/{name}") if each != index]
    except Missing:
        before = []
    for each in before:
        if home.description(cluster, each)["home"] != home.description(cluster, index)["home"]:
            raise home.stranger(home.description(cluster, each), cluster.address)
    actions: list[Mapping[str, Any]] = [{"remove": {"index": each, "alias": name}} for each in before]
    cluster.ask("POST", "/_aliases", {"actions": [*actions, {"add": {"index": index, "alias": name}}]})
    for each in before:
        with suppress(Missing):
            cluster.ask("DELETE", f"/{each}")


def take_front(folder: Path) -> None:
    """After a new index has taken the place of an old one here, let its name in the cluster mean it too."""
    put_in_front(Cluster(home.home_of(folder).address), home.built(folder / FOLDER))


def throw_away(folder: Path) -> None:
    """Drop an index of the cluster that was not finished."""
    with suppress(DamagedIndex, Missing):
        index = home.built(folder / FOLDER)
        Cluster(home.home_of(folder).address).ask("DELETE", f"/{index}")


def ready(folder: Path, text: str) -> None:
    """Note the address in the folder of an index; where the cluster has the index already, take it up to be asked."""
    address = home.settle(folder, text)
    if _is_from_here(folder):
        return
    cluster = Cluster(address)
    cluster.check_version()
    try:
        told = home.description(cluster, address.name)
    except DamagedIndex:  # there is none yet
        return
    identity = home.identity_in(told, address.place)
    with suppress(NoIndex, DamagedIndex):
        if home.built(folder / FOLDER) == told["index"] and read_identity(folder):
            return
    home.note(folder / FOLDER, told["index"], taken_up=True)
    write_identity(folder, identity)


def _is_from_here(folder: Path) -> bool:
    """Whether the index of a folder was built from it, with whatever engine."""
    return (folder / NAME).is_file() and not home.is_taken_up(folder / FOLDER)
