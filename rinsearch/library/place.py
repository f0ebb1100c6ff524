"""The folder of an index: one process writes to it at a time, and a new index takes the place of an old one whole."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from rinsearch.errors import DamagedIndex, IndexFailure, IndexLocked, MissingPart, NoIndex, UsageError
from rinsearch.index.base import Engine
from rinsearch.index.engines import ENGINES, open_engine, throw_away, took_place
from rinsearch.index.identity import engine_of
from rinsearch.library.keeping import JOURNAL
from rinsearch.library.keeping import NAME as FILES

DEFAULT_INDEX = "indexes/default"
LOCK = "lock"
IDENTITY = "index.json"
# What an index is made of, in the order in which a new one is moved in: without the last one it is none.
PARTS = (*ENGINES, FILES, IDENTITY)
NEXT = "next"  # the folder in which a new index grows beside the old one
READY = "ready"  # its name when it is whole and only has to be moved
OLD = "old"  # the parts that were moved out
READ = ("cache.sqlite", "cache.sqlite-wal", "cache.sqlite-shm", "cache.sqlite.broken", "cache")
OWN = ("taxonomy.toml", "taxonomy.csv", "own-terms.json", "own-terms.json.new")  # a user's own terms
SAVED = ("saved.json", "saved.json.new")  # and saved searches
CLUSTER = ("cluster.json", "cluster.json.new")  # where the entries are, if not here
WAITING = (f"{FILES}.new", JOURNAL, f"{IDENTITY}.new")
KNOWN = frozenset({*PARTS, *CLUSTER, *WAITING, NEXT, READY, OLD, LOCK, *OWN, *SAVED, *READ})
SWAP_SECONDS = 5.0  # what moving in may take; it is some renames


@contextmanager
def writing(place: Path) -> Iterator[None]:
    """Hold the index for writing. The system frees it when the process ends, however it ends.

    Raises `IndexLocked` where another process writes, `UsageError` where the folder holds something else, or is none.
    """
    # filelock takes 10 ms to load, and a search takes no lock.
    from filelock import FileLock, Timeout

    if not (place / IDENTITY).exists():
        _check_strangers(place)
    try:
        place.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError):
        message = "The index is a folder, and a file has this name."
        raise UsageError(message, place=place.name, advice="Give an empty or a new folder to --index.") from None
    lock = FileLock(place / LOCK, thread_local=False)
    try:
        lock.acquire(blocking=False)
    except Timeout:
        raise IndexLocked("Another run is writing to the index.", place=place.name) from None
    try:
        _finish_move(place)
        yield
    finally:
        lock.release()


def _check_strangers(place: Path) -> None:
    strange = sorted(each.name for each in place.iterdir() if each.name not in KNOWN) if place.is_dir() else []
    if strange:
        message = f"The folder holds what is no part of an index ({strange[0]})."
        raise UsageError(message, place=place.name, advice="Give an empty or a new folder to --index.")


def opened(place: Path) -> Engine:
    """The engine of an index, also while a new one is moved in. Raises `NoIndex` or `DamagedIndex`."""
    end = time.monotonic() + SWAP_SECONDS
    while True:
        try:
            return open_engine(place)
        except (NoIndex, DamagedIndex):
            if not (place / READY).is_dir() or time.monotonic() > end:
                raise
        with suppress(IndexFailure, OSError), writing(place):  # who moved it was killed; else that one goes on
            pass
        time.sleep(0.01)


def identity(place: Path) -> tuple[int, ...]:
    """Changes when another index has taken the place; empty where there is none."""
    found = []
    for name in ENGINES:
        with suppress(OSError):
            found.append((place / name).stat().st_ino)
    return tuple(found)


# --- a new index beside the old one -----------------------------------------------------------------------------------


def growing(place: Path, fingerprint: str, engine: str) -> tuple[Engine, Path]:
    """An index that grows beside the one in use: that of a stopped run, where its rules and engine are the same."""
    _check_strangers(place)
    folder = place / NEXT
    with suppress(NoIndex, DamagedIndex, MissingPart):
        found = open_engine(folder)
        if (found.fingerprint, found.name) == (fingerprint, engine):
            return found, folder
        found.close()
    throw_away(folder)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return open_engine(folder, create=True, fingerprint=fingerprint, engine=engine), folder


def put_in_place(place: Path) -> None:
    """Exchange the index for the one that has grown. From the first rename on, a killed run is finished by the next."""
    shutil.rmtree(place / READY, ignore_errors=True)
    (place / NEXT).replace(place / READY)
    _finish_move(place)


def _finish_move(place: Path) -> None:
    """Move in what is ready, part by part; done twice it does no harm."""
    ready, old = place / READY, place / OLD
    if ready.is_dir():
        for name in PARTS:
            if (ready / name).exists():
                shutil.rmtree(old, ignore_errors=True)
                old.mkdir(exist_ok=True)
                if (place / name).exists():
                    (place / name).replace(old / name)
                (ready / name).replace(place / name)
        _drop_engines(place)
        took_place(place)
        shutil.rmtree(ready)
    shutil.rmtree(old, ignore_errors=True)


def _drop_engines(place: Path) -> None:
    """Of an index that another engine has built, the files of the one before; they go when nothing names them."""
    engine = engine_of(place)
    for name in ENGINES if engine in ENGINES else ():
        if name != engine:
            shutil.rmtree(place / name, ignore_errors=True)
