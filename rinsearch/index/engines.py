"""Opening an index by what its ``index.json`` says it is."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from rinsearch.errors import DamagedIndex, MissingPart, NoIndex, UnknownName
from rinsearch.index.base import Engine
from rinsearch.index.fields import nearest
from rinsearch.index.identity import engine_of, new_identity, read_identity
from rinsearch.later import later

DEFAULT = "whoosh"
# Only the one that an index needs is loaded.
_CLASSES: Mapping[str, tuple[Any, str]] = {
    "whoosh": (later("rinsearch.index.whoosh.engine"), "WhooshEngine"),
    "tantivy": (later("rinsearch.index.tantivy.engine"), "TantivyEngine"),
    "opensearch": (later("rinsearch.index.opensearch.engine"), "OpenSearchEngine"),
}
_PLACING: Any = later("rinsearch.index.opensearch.placing")
ENGINES = tuple(_CLASSES)
REMOTE = "opensearch"  # whose index is not in the folder itself
# Of our package, where an engine's own is installed only with one; and by which name that is imported.
_EXTRAS: Mapping[str, tuple[str, str]] = {"tantivy": ("fast", "tantivy"), "opensearch": ("cluster", "opensearchpy")}


def open_engine(folder: Path | str, create: bool = False, fingerprint: str = "", engine: str = DEFAULT) -> Engine:
    """Open the index in a folder, or make an empty one where there is none and ``create`` is given.

    ``fingerprint`` and ``engine`` matter only for a new index; of one that is there, `Engine.fingerprint` tells what
    it was built with. Raises `NoIndex`, `DamagedIndex` where the index is broken, of another version or of another
    analysis of words, and `MissingPart` where its engine is not installed.
    """
    folder = Path(folder)
    try:
        identity = read_identity(folder)
    except NoIndex:
        if not create:
            raise
        made: Engine = _class_of(engine).create(folder, new_identity(engine, fingerprint))
        return made
    if identity.engine not in ENGINES:
        raise DamagedIndex(f"There is no engine {identity.engine!r}.", place=folder.name)
    found: Engine = _class_of(identity.engine)(folder, identity)
    return found


def known_engine(name: str) -> str:
    """The name of an engine that can be used here. Raises `UnknownName` or `MissingPart`."""
    if name not in ENGINES:
        raise UnknownName("engine", name, nearest(name, ENGINES))
    extra, module = _EXTRAS.get(name, ("", ""))
    if module and find_spec(module) is None:
        advice = f'Install it with `pip install "rinsearch[{extra}]"`.'
        raise MissingPart(f"The engine {name} is not installed.", place=name, advice=advice)
    return name


def ready(folder: Path, address: str, *, writing: bool) -> None:
    """Before an index in a cluster is opened or made: note in the folder where it is; take up one that is there."""
    known_engine(REMOTE)
    _PLACING.ready(folder, address, writing=writing)


def took_place(folder: Path) -> None:
    """An index has been moved into this folder: what is elsewhere follows. Done twice it does no harm."""
    if engine_of(folder) == REMOTE:
        _PLACING.take_front(folder)


def throw_away(folder: Path) -> None:
    """What an index has elsewhere goes, before its folder does."""
    if (folder / REMOTE).is_dir():
        _PLACING.throw_away(folder)


def health(folder: Path) -> tuple[bool, str]:
    """Whether the cluster in which the index of a folder is has all of it, and what it says; raises what is wrong."""
    known_engine(REMOTE)
    found: tuple[bool, str] = _PLACING.health(_PLACING.address_in(folder))
    return found


def health_at(address: str) -> tuple[bool, str]:
    """The same of an address."""
    known_engine(REMOTE)
    found: tuple[bool, str] = _PLACING.health(_PLACING.address_of(address))
    return found


def _class_of(name: str) -> Any:
    known_engine(name)
    module, title = _CLASSES[name]
    return getattr(module, title)
