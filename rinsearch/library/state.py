"""What an index holds of which file: ``files.json`` beside it, so that unchanged files are not read again."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass, field
from pathlib import Path

from rinsearch.codec import from_json, to_json
from rinsearch.records import Problem, Source

NAME = "files.json"
VERSION = 2
ID_DIGITS = 16  # of the content's sha256, in every document's id


@dataclass(frozen=True, slots=True)
class FileState:
    """A file at its last reading; ``folder`` is the ingested folder's name, empty for a file given by itself.

    ``sha256`` is of the file; ``sources`` are its papers, several where it is an archive or a mail, none where nothing
    in it could be read. ``incomplete`` and ``problems`` name the papers that have unread pages or could not be read.
    """

    folder: str
    path: str
    size: int
    mtime_ns: int
    facts: str
    sha256: str = ""
    sources: tuple[Source, ...] = ()
    incomplete: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def documents(self) -> tuple[str, ...]:
        """The ids of the documents in this file, each once."""
        return tuple(dict.fromkeys(source.sha256[:ID_DIGITS] for source in self.sources))


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
        states = (self.states[label] for label in sorted(self.states))
        return tuple(s for state in states for s in state.sources if s.sha256.startswith(document))

    def held(self) -> frozenset[str]:
        """The documents that some file holds."""
        return frozenset(document for state in self.states.values() for document in state.documents)
