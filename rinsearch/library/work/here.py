"""Files taken in the process that writes: what was read before comes from the cache, the others from their files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from rinsearch.extract import ReadCache, Readers, ReadOptions, Result, moved
from rinsearch.library.corpus import PaperFile
from rinsearch.library.work.came import Came


@dataclass(frozen=True, slots=True)
class Here:
    """No crew: nothing is tagged, and what came are whole documents."""

    options: ReadOptions
    cache: ReadCache

    def take(self, papers: Iterable[PaperFile]) -> Iterator[tuple[PaperFile, Came]]:
        """The files, each with what became of it: first those that are known, then the others."""
        to_read: dict[Path, PaperFile] = {}
        for paper in papers:
            known = self._known(paper)
            if known:
                yield paper, Came(known)
            else:
                to_read[paper.path] = paper
        if to_read:
            with Readers(self.options, cache=self.cache) as readers:
                for path, results in readers.read_all(to_read):
                    paper = to_read[path]
                    yield paper, Came(tuple(moved(each, path.as_posix(), paper.label) for each in results))

    def _known(self, paper: PaperFile) -> tuple[Result, ...] | None:
        """What an earlier run read; whatever there is where the file has gone and cannot be read again."""
        if paper.state is None:
            return None
        settled = self.cache.settled(paper.state.sha256, paper.label)
        if settled or paper.path.exists():
            return settled
        return self.cache.get(paper.state.sha256, paper.label, by_any_reader=True)
