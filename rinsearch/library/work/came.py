"""What became of a file that was given out, as it waits for its turn and as the one who writes takes it."""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from rinsearch.extract import Result
from rinsearch.extract.cache import unpacked
from rinsearch.extract.results import result_from_json
from rinsearch.index.base import Entry
from rinsearch.library.work.parcels import entries_from_json
from rinsearch.records import Document


@dataclass(frozen=True, slots=True)
class Came:
    """What became of a file.

    ``results`` are its papers (documents without what is written in them), or errors; ``entries`` are of each document
    by its id, made as if the file had no copy; ``kept`` is what was read, as the cache keeps it.
    """

    results: tuple[Result, ...]
    entries: Mapping[str, tuple[Entry, ...]] = field(default_factory=dict)
    kept: bytes = b""

    def whole(self, document: Document, label: str) -> Document:
        """A document of the results with all that is written in it; ``label`` names the file."""
        every = unpacked(self.kept, label) if self.kept else self.results
        return next(each for each in every or () if isinstance(each, Document) and each.sources == document.sources)


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer as it waits for its turn: packed papers with their entries, and what was read."""

    papers: bytes
    kept: bytes

    @property
    def size(self) -> int:
        """Bytes."""
        return len(self.papers) + len(self.kept)

    def opened(self) -> Came:
        """The answer as the one who writes takes it."""
        papers = json.loads(zlib.decompress(self.papers))
        results = tuple(result_from_json(each) for each in papers)
        pairs = zip(results, papers, strict=True)
        entries = {each.id: entries_from_json(paper["entries"]) for each, paper in pairs if isinstance(each, Document)}
        return Came(results, entries, self.kept)
