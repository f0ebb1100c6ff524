"""A user's own terms beside those of the package: which ones hold in this process.

The files of the package are read in one place (`tables`), which asks here what is to be added. Everything made from
them is kept in caches, so a change of the terms lets all of these go; they fill again on first use, in a second or two.
One set of terms holds in a process at a time: what runs in other processes is handed the `Overlay`, which pickles.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

# The rooms that keep what they make from the word lists.
ROOMS = ("carons", "taxonomy", "clauses", "passages", "tag", "compose", "index", "registers", "answers")
_lock = threading.RLock()
_active: list[Overlay] = []


@dataclass(frozen=True, slots=True)
class Added:
    """An entry to add to a file of the package: its cells, and where the user wrote it."""

    place: str
    line: int
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Overlay:
    """A user's own terms: rows by the table of the package that they belong to, and entries of TOML files.

    ``digest`` changes when the terms change, and is part of the fingerprint of an index; without terms it is empty.
    """

    digest: str = ""
    rows: Mapping[str, tuple[Added, ...]] = field(default_factory=dict)
    aliases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    entries: Mapping[str, Mapping[str, tuple[Mapping[str, Any], ...]]] = field(default_factory=dict)

    def added(self, file: str) -> tuple[Added, ...]:
        """The rows that belong to a table of the package."""
        return self.rows.get(file, ())


NONE = Overlay()


def active() -> Overlay:
    """The terms that hold in this process."""
    return _active[-1] if _active else NONE


def activate(terms: Overlay) -> None:
    """Let these terms hold from now on; where they hold already, nothing is done."""
    with _lock:
        if terms.digest != active().digest:
            _active[:] = [terms]
            _forget()


@contextmanager
def using(terms: Overlay) -> Iterator[None]:
    """Let these terms hold for a while, then those that held before."""
    before = active()
    activate(terms)
    try:
        yield
    finally:
        activate(before)


def _forget() -> None:
    """Empty every cache of the rooms that read word lists."""
    begins = tuple(f"rinsearch.{room}" for room in ROOMS)
    for name, module in list(sys.modules.items()):
        if name.startswith(begins):
            for each in list(vars(module).values()):
                clear = getattr(each, "cache_clear", None)
                if callable(clear):
                    clear()
