"""The index that a run writes to: the one in use, or a new one that grows beside it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from rinsearch.errors import DamagedIndex, NoIndex
from rinsearch.extract import ReadOptions
from rinsearch.index.base import Engine
from rinsearch.index.engines import open_engine
from rinsearch.library import place as places
from rinsearch.library.corpus import Given, known_files
from rinsearch.library.limits import MEMORY_LIMIT, TIME_LIMIT
from rinsearch.library.state import Files
from rinsearch.library.understanding import rules_fingerprint


def options(seconds: float = TIME_LIMIT, memory_mb: int = MEMORY_LIMIT) -> ReadOptions:
    """The limits of reading one file."""
    return ReadOptions.within(seconds, memory_mb)


@dataclass
class Target:
    """The index that a run writes to; ``old`` is the record of the one that it replaces, if any."""

    place: Path
    engine: Engine
    files: Files
    old: Files | None = None

    @classmethod
    def of(cls, place: Path) -> Target:
        """The index in use; a new one where there is none, it cannot be used, or its rules are others."""
        files = Files.load(place)
        try:
            engine = places.opened(place)
        except NoIndex:
            if not files.states:  # it grows in its place, and can be asked from the first commit on
                return cls(place, open_engine(place, create=True, fingerprint=rules_fingerprint()), files)
            return cls.anew(place, files)
        except DamagedIndex:
            return cls.anew(place, files)
        if engine.fingerprint == rules_fingerprint():
            return cls(place, engine, files)
        engine.close()
        return cls.anew(place, files)

    @classmethod
    def anew(cls, place: Path, old: Files) -> Target:
        """A new index that takes the place of the old one when it is whole."""
        engine, folder = places.growing(place, rules_fingerprint())
        files = Files.load(folder)
        files.folders = old.folders
        return cls(place, engine, files, old)

    @property
    def known(self) -> Files:
        """The record of what earlier runs read."""
        return self.old if self.old is not None else self.files

    def with_known(self, given: Given, check: bool = False) -> Given:
        """For a new index, the papers of the old one too; what is as it was is taken from the cache.

        ``check``: only where it is not given now, for what is given is to be compared by content.
        """
        if self.old is None:
            return given
        for paper in known_files(self.old, given.papers, given.folders):
            given.papers[paper.label] = paper
        for label, paper in given.papers.items() if not check else ():
            state = self.old.states.get(label)
            if state and (state.size, state.mtime_ns) == (paper.size, paper.mtime_ns) and state.sha256:
                given.papers[label] = replace(paper, state=state)
        return given

    def finish(self) -> None:
        """Close the index, and put a new one in its place."""
        self.engine.close()
        if self.old is not None:
            places.put_in_place(self.place)
