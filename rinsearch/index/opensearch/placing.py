"""The name of an index in the cluster: which building it means, and what is taken up or thrown away."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from rinsearch.errors import DamagedIndex, NoIndex
from rinsearch.index.identity import NAME, read_identity, write_identity
from rinsearch.index.opensearch import home
from rinsearch.index.opensearch.address import Address, address_of
from rinsearch.index.opensearch.cluster import Cluster, Missing
from rinsearch.index.opensearch.state import read_state


def check_front(cluster: Cluster, owner: str) -> list[str]:
    """The indices that the name of an address means. Raises an error where one is fed from another folder."""
    try:
        found = list(cluster.ask("GET", f"/_alias/{cluster.address.name}"))
    except Missing:
        return []
    for each in found:
        told = home.description(cluster, each)
        if told["home"] != owner:
            raise home.stranger(told, cluster.address)
    return found


def put_in_front(cluster: Cluster, index: str, owner: str) -> None:
    """Let the name of an address mean this index, in one step, and drop those that it meant before."""
    name = cluster.address.name
    before = [each for each in check_front(cluster, owner) if each != index]
    actions: list[Mapping[str, Any]] = [{"remove": {"index": each, "alias": name}} for each in before]
    cluster.ask("POST", "/_aliases", {"actions": [*actions, {"add": {"index": index, "alias": name}}]})
    for each in before:
        with suppress(Missing):
            cluster.ask("DELETE", f"/{each}")


def take_front(folder: Path) -> None:
    """After a new index has taken the place of an old one here, let its name in the cluster mean it too."""
    mine = home.home_of(folder)
    put_in_front(Cluster(mine.address), home.built(folder / home.FOLDER), mine.id)


def throw_away(folder: Path) -> None:
    """Drop an index of the cluster that was not finished."""
    with suppress(DamagedIndex, Missing):
        index = home.built(folder / home.FOLDER)
        Cluster(home.home_of(folder).address).ask("DELETE", f"/{index}")


def ready(folder: Path, text: str, *, writing: bool) -> None:
    """Before an index is opened by its address: take up what the cluster has, and note the address in the folder.

    Raises an error where the index is fed from another folder and ``writing`` is meant.
    """
    address = address_of(text)
    if not _is_from_here(folder):
        cluster = Cluster(address)
        cluster.check_version()
        there = _taken_up(cluster, folder, writing=writing)
        cluster.close()
        if not (there or writing):
            return
    home.settle(folder, text)


def _taken_up(cluster: Cluster, folder: Path, *, writing: bool) -> bool:
    """Whether there is an index of this name; the folder is then one through which it can be asked."""
    address = cluster.address
    try:
        told = home.description(cluster, address.name)
    except DamagedIndex:
        return False
    own = _number(folder) == told["home"]
    if writing and not own:
        raise home.stranger(told, address)
    identity = home.identity_in(told, address.place)
    with suppress(NoIndex, DamagedIndex):
        if home.built(folder / home.FOLDER) == told["index"] and read_identity(folder):
            return True
    home.note(folder / home.FOLDER, told["index"], taken_up=not own)
    write_identity(folder, identity)
    return True


def _number(folder: Path) -> str:
    """The folder's own number; empty where it has none yet."""
    with suppress(DamagedIndex):
        return home.home_of(folder).id
    return ""


def _is_from_here(folder: Path) -> bool:
    """Whether an index was built from a folder, with whatever engine; also where making it was not finished."""
    noted = (folder / NAME).is_file() or (folder / home.FOLDER / home.BUILT).is_file()
    return noted and not home.is_taken_up(folder / home.FOLDER)


def health(address: Address) -> tuple[bool, str]:
    """Whether the cluster answers and every part of the index is there, and what it says of itself."""
    cluster = Cluster(address)
    version = cluster.check_version()
    told = cluster.ask("GET", "/_cluster/health")
    nodes = f"OpenSearch {version}, {told['number_of_nodes']} nodes, {told['status']}"
    try:
        index = home.description(cluster, address.name)["index"]
    except DamagedIndex:
        return told["status"] != "red", f"{nodes}; no index {address.name} yet"
    mine = cluster.ask("GET", f"/_cluster/health/{index}")["status"]
    commits = read_state(cluster, index).generation
    return mine != "red", f"{nodes}; {address.name}: {mine}, {commits} commits"


def address_in(folder: Path) -> Address:
    """The address that is noted in a folder. Raises `DamagedIndex`."""
    return home.home_of(folder).address
