"""The index that a run writes to: the one in use, or a new one that grows beside it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from rinsearch.errors import DamagedIndex, NoIndex, UsageError
from rinsearch.extract import ReadOptions
from rinsearch.index.base import Engine
from rinsearch.index.engines import DEFAULT, ENGINES, REMOTE, known_engine, open_engine
from rinsearch.index.identity import engine_of
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
    def of(cls, place: Path, engine: str | None = None) -> Target:
        """The index in use; a new one where there is none, it cannot be used, or its rules are others.

        ``engine`` is of a new one. Raises `UsageError` where there is one of another engine.
        """
        files, name = Files.load(place), _engine(place, engine)
        _check_same(place, name)
        try:
            found = places.opened(place)
        except NoIndex:
            if not files.states:  # it grows in its place, and can be asked from the first commit on
                made = open_engine(place, create=True, fingerprint=rules_fingerprint(), engine=name)
                return cls(place, made, files)
            return cls.anew(place, files, name)
        except DamagedIndex:
            return cls.anew(place, files, name)
        if found.fingerprint == rules_fingerprint():
            return cls(place, found, files)
        found.close()
        return cls.anew(place, files, name)

    @classmethod
    def anew(cls, place: Path, old: Files, engine: str | None = None) -> Target:
        """A new index that takes the place of the old one when it is whole; of its engine, if no other is asked for."""
        growing, folder = places.growing(place, rules_fingerprint(), _engine(place, engine))
        files = Files.load(folder)
        files.folders = old.folders
        return cls(place, growing, files, old)

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
        if self.old is not None:  # the journal is not moved
            self.files.save(self.engine.generation, whole=True)
        self.engine.close()
        if self.old is not None:
            places.put_in_place(self.place)


def _engine(place: Path, asked: str | None) -> str:
    """The engine that is asked for, else that of the index. Raises `UnknownName` or `MissingPart`."""
    there = engine_of(place)
    name = known_engine(asked or (there if there in ENGINES else None) or DEFAULT)
    if name == REMOTE and not (place / places.CLUSTER[0]).is_file():
        advice = "Give its address in place of the folder: --index opensearch+https://user@host:9200/name"
        raise UsageError(f"The engine {name} needs a cluster.", place=place.name, advice=advice)
    return name


def _check_same(place: Path, engine: str) -> None:
    there = engine_of(place)
    if there in ENGINES and there != engine:
        advice = f"Use `rinsearch rebuild --engine {engine}`: it builds from what was read, no file is read again."
        raise UsageError(f"The index is of the engine {there}, not {engine}.", place=place.name, advice=advice)
