"""What an index holds of which file: ``files.json`` beside it, so that unchanged files are not read again."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from rinsearch.codec import from_json, to_json
from rinsearch.records import Problem, Source

NAME = "files.json"
VERSION = 1


@dataclass(frozen=True, slots=True)
class FileState:
    """A file at its last reading; ``folder`` is the ingested folder's name, empty for a file given by itself."""

    folder: str
    path: str
    size: int
    mtime_ns: int
    facts: str
    document: str | None
    source: Source | None
    incomplete: bool = False
    problem: Problem | None = None


@dataclass
class Files:
    """The states by label. Changing them changes the index's record of files; `save` keeps it."""

    folder: Path
    states: dict[str, FileState] = field(default_factory=dict)

    @classmethod
    def load(cls, folder: Path) -> Files:
        """The states of an index; a missing or broken file means that everything is looked at again."""
        try:
            data = json.loads((folder / NAME).read_text("utf-8"))
            states = data["files"] if data["version"] == VERSION else {}
            return cls(folder, {label: from_json(FileState, each) for label, each in states.items()})
        except (OSError, ValueError, KeyError, TypeError):
            return cls(folder)

    def save(self) -> None:
        """Write it whole or not at all."""
        self.folder.mkdir(parents=True, exist_ok=True)
        waiting = self.folder / f"{NAME}.new"
        data = {"version": VERSION, "files": {label: to_json(self.states[label]) for label in sorted(self.states)}}
        with waiting.open("w", encoding="utf-8") as file:
            json.dump(data, file, ensure_ascii=False)
            file.flush()
            os.fsync(file.fileno())
        waiting.replace(self.folder / NAME)

    def sources(self, document: str) -> tuple[Source, ...]:
        """Every place where a document is found: two copies of a file are one document."""
        return tuple(source for label, source in self._sources() if self.states[label].document == document)

    def _sources(self) -> Iterator[tuple[str, Source]]:
        for label in sorted(self.states):
            source = self.states[label].source
            if source is not None:
                yield label, source

    def holders(self) -> Mapping[str, int]:
        """How many files hold each document."""
        counts: dict[str, int] = {}
        for state in self.states.values():
            if state.document:
                counts[state.document] = counts.get(state.document, 0) + 1
        return counts
