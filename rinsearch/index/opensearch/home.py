"""What lies beside a remote index in its local folder, and what the cluster tells of the index.

``cluster.json`` holds the address and the number of this folder; the engine's own folder holds the name of the index
that was built from here. The index tells in turn from which folder it is fed: two of them, each with its own record of
files, would take each other's papers away.
"""

from __future__ import annotations

import json
import os
import platform
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rinsearch.codec import from_json, to_json
from rinsearch.errors import DamagedIndex, IndexFailure, UsageError
from rinsearch.index.identity import Identity
from rinsearch.index.opensearch.address import Address, address_of
from rinsearch.index.opensearch.cluster import Cluster, Missing, gone
from rinsearch.index.opensearch.rows import GAP

NAME = "cluster.json"  # beside index.json, or for an index that grows beside the one in use, above it
FOLDER = "opensearch"  # the engine's own
BUILT = "built.json"  # in it
LONGEST = 10_000  # bytes


@dataclass(frozen=True, slots=True)
class Home:
    """A local folder: where its index is, and its own number."""

    address: Address
    id: str


def home_of(folder: Path) -> Home:
    """What is said beside an index. Raises `DamagedIndex` where nothing is."""
    path = next((each / NAME for each in (folder, folder.parent) if (each / NAME).is_file()), folder / NAME)
    try:
        data = json.loads(path.read_bytes()[:LONGEST])
        return Home(address_of(data["address"]), str(data["home"]))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise DamagedIndex(f"{NAME} does not tell where the cluster is.", place=folder.name) from error


def settle(folder: Path, text: str) -> Address:
    """Note in a folder which cluster it belongs to. Raises `UsageError` where it belongs to another index."""
    address = address_of(text)
    home = secrets.token_hex(8)
    if (folder / NAME).is_file():
        known = home_of(folder)
        if known.address.name != address.name and (folder / FOLDER).is_dir():
            advice = "Give another folder with ?folder= in the address."
            raise UsageError(f"The folder belongs to the index {known.address.name}.", place=folder.name, advice=advice)
        if known.address == address:
            return address
        home = known.id
    folder.mkdir(parents=True, exist_ok=True)
    _write(folder / NAME, {"address": text, "home": home})
    return address


def built(folder: Path) -> str:
    """The name of the index in the cluster. Raises `DamagedIndex`."""
    name = _note(folder).get("index")
    if not isinstance(name, str) or GAP not in name or "/" in name:
        raise DamagedIndex(f"{BUILT} does not tell which index it is.", place=folder.parent.name)
    return name


def is_taken_up(folder: Path) -> bool:
    """Whether the index was built elsewhere, and is only asked from here."""
    try:
        return bool(_note(folder).get("taken_up"))
    except DamagedIndex:
        return False


def _note(folder: Path) -> Mapping[str, Any]:
    try:
        data = json.loads((folder / BUILT).read_bytes()[:LONGEST])
    except (OSError, ValueError) as error:
        raise DamagedIndex(f"{BUILT} cannot be read.", place=folder.parent.name) from error
    return data if isinstance(data, dict) else {}


def note(folder: Path, index: str, taken_up: bool = False) -> None:
    """Keep the name of the index."""
    folder.mkdir(parents=True, exist_ok=True)
    _write(folder / BUILT, {"index": index, "taken_up": taken_up})


def _write(path: Path, data: Mapping[str, Any]) -> None:
    waiting = path.with_name(f"{path.name}.new")
    with waiting.open("w", encoding="utf-8") as file:
        json.dump(data, file, ensure_ascii=False, indent=2)
        file.flush()
        os.fsync(file.fileno())
    waiting.replace(path)


# --- what the cluster tells -------------------------------------------------------------------------------------------


def described(identity: Identity, home: Home, folder: Path) -> Mapping[str, Any]:
    """What an index says about itself."""
    fed = f"{(folder.parent if folder.parent.joinpath(NAME).is_file() else folder).name} on {platform.node()}"
    return {"rinsearch": to_json(identity), "home": home.id, "fed_from": fed}


def description(cluster: Cluster, index: str) -> Mapping[str, Any]:
    """What an index of this name, or behind this alias, says about itself, and its own name as ``index``.

    Raises `DamagedIndex` where there is none, `IndexFailure` where it is not ours.
    """
    try:
        found = cluster.ask("GET", f"/{index}/_mapping")
    except Missing:
        raise gone(index, cluster.address) from None
    ((name, mapping),) = found.items() if len(found) == 1 else (("", {}),)
    told = mapping.get("mappings", {}).get("_meta", {})
    if GAP not in name or "rinsearch" not in told:
        message = f"The index {index} was not made by rinsearch."
        raise IndexFailure(message, place=cluster.address.place, advice="Take another name in the address.")
    return {**told, "index": name}


def identity_in(told: Mapping[str, Any], place: str) -> Identity:
    """The identity of an index in a cluster."""
    try:
        return from_json(Identity, told["rinsearch"])
    except (TypeError, ValueError, AttributeError, KeyError) as error:
        raise DamagedIndex("The index in the cluster does not say what it is.", place=place) from error


def stranger(told: Mapping[str, Any], address: Address) -> IndexFailure:
    """Why nothing is written to an index that is fed from elsewhere."""
    message = (
        f"The index is fed from another folder ({told.get('fed_from', 'unknown')}), which has the record of files."
    )
    advice = "Write from there, copy that folder here, or take another name in the address."
    return IndexFailure(message, place=address.place, advice=advice)
