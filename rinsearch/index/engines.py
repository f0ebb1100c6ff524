"""Opening an index by what its ``index.json`` says it is."""

from __future__ import annotations

from pathlib import Path

from rinsearch.errors import DamagedIndex, NoIndex
from rinsearch.index.base import Engine
from rinsearch.index.identity import new_identity, read_identity
from rinsearch.index.whoosh import WhooshEngine

ENGINES = {"whoosh": WhooshEngine}


def open_engine(folder: Path | str, create: bool = False, fingerprint: str = "", engine: str = "whoosh") -> Engine:
    """Open the index in a folder, or make an empty one where there is none and ``create`` is given.

    ``fingerprint`` and ``engine`` matter only for a new index; of one that is there, `Engine.fingerprint` tells what
    it was built with. Raises `NoIndex`, and `DamagedIndex` where the index is broken, of another version or of
    another analysis of words.
    """
    folder = Path(folder)
    try:
        identity = read_identity(folder)
    except NoIndex:
        if not create:
            raise
        return ENGINES[engine].create(folder, new_identity(engine, fingerprint))
    if identity.engine not in ENGINES:
        raise DamagedIndex(f"There is no engine {identity.engine!r}.", place=folder.name)
    return ENGINES[identity.engine](folder, identity)
