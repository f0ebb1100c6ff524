"""``index.json``: what an index is, checked before anything else of it is opened.

Whoosh unpickles what it reads, so a folder that does not say that it is ours, in this version, is not touched.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path

from rinsearch.codec import from_json, to_json
from rinsearch.errors import DamagedIndex, NoIndex
from rinsearch.index.entries import SCHEMA
from rinsearch.language import analyser

NAME = "index.json"
LONGEST = 100_000  # bytes; ours has some 200


@dataclass(frozen=True, slots=True)
class Identity:
    """Engine, version of the entries, analysis of words, fingerprint of the builder's rules, last known generation."""

    engine: str
    schema: int
    analyser: str
    fingerprint: str
    generation: int


def new_identity(engine: str, fingerprint: str) -> Identity:
    """The identity of an index that is made now."""
    return Identity(engine, SCHEMA, analyser(), fingerprint, 0)


def read_identity(folder: Path) -> Identity:
    """Read and check; raises `NoIndex` where there is none and `DamagedIndex` where it is broken or of another kind."""
    path = folder / NAME
    try:
        with path.open("rb") as file:
            data = json.loads(file.read(LONGEST))
    except (FileNotFoundError, NotADirectoryError):
        raise NoIndex("There is no index here.", place=folder.name) from None
    except (OSError, ValueError) as error:
        raise DamagedIndex(f"{NAME} cannot be read.", place=folder.name) from error
    return _checked(data, folder)


def engine_of(folder: Path) -> str | None:
    """The engine of an index, also of one that cannot be used; None where nothing tells."""
    try:
        data = json.loads((folder / NAME).read_bytes()[:LONGEST])
    except (OSError, ValueError):
        return None
    name = data.get("engine") if isinstance(data, dict) else None
    return name if isinstance(name, str) else None


def write_identity(folder: Path, identity: Identity) -> None:
    """Write it whole or not at all."""
    waiting = folder / f"{NAME}.new"
    with waiting.open("w", encoding="utf-8") as file:
        json.dump(to_json(identity), file, ensure_ascii=False, indent=2)
        file.flush()
        os.fsync(file.fileno())
    waiting.replace(folder / NAME)


def _checked(data: object, folder: Path) -> Identity:
    try:
        identity = from_json(Identity, data)
        sound = isinstance(identity.engine, str) and isinstance(identity.generation, int)
    except (TypeError, ValueError, AttributeError) as error:
        raise DamagedIndex(f"{NAME} is not of an index of rinsearch.", place=folder.name) from error
    if not sound:
        raise DamagedIndex(f"{NAME} is not of an index of rinsearch.", place=folder.name)
    if identity.schema != SCHEMA:
        raise DamagedIndex(f"The index has version {identity.schema}, this program {SCHEMA}.", place=folder.name)
    if identity.analyser != analyser():
        message = f"The index was built with {identity.analyser}, and here is {analyser()}: words would not meet."
        raise DamagedIndex(message, place=folder.name)
    return identity
