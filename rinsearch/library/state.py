"""What an index holds of which file: a record beside it (`keeping`), so that unchanged files are not read again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rinsearch.codec import from_json, to_json
from rinsearch.library.keeping import Kept
from rinsearch.records import Problem, Source

VERSION = 3
WITHOUT_FOLDERS = 2  # the version before, from which the folders can be told
ID_DIGITS = 16  # of the content's sha256, in every document's id


@dataclass(frozen=True, slots=True)
class FileState:
    """A file at its last reading; ``folder`` is the ingested folder's label, empty for a file given by itself.

    ``sha256`` is of the file; ``sources`` are its papers, several where it is an archive or a mail, none where nothing
    in it could be read. ``incomplete`` and ``problems`` name the papers that have unread pages or could not be read;
    ``means`` tells by which readers, programs and limits, for with better ones these are worth another try.
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
    means: str = ""

    @property
    def documents(self) -> tuple[str, ...]:
        """The ids of the documents in this file, each once."""
        return tuple(dict.fromkeys(source.sha256[:ID_DIGITS] for source in self.sources))


@dataclass
class Files:
    """The states by label, and where each folder lies by its label; ``generation`` is the index's when it was saved.

    `put` and `drop` change the record in memory, `save` keeps it.
    """

    home: Path
    states: dict[str, FileState] = field(default_factory=dict)
    folders: dict[str, str] = field(default_factory=dict)
    generation: int = -1
    _holders: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set), repr=False)
    _changed: set[str] = field(default_factory=set, repr=False)  # labels, since it was saved
    _saved: dict[str, str] = field(default_factory=dict, repr=False)  # the folders, then

    def __post_init__(self) -> None:
        self._kept = Kept(self.home)
        for label, state in self.states.items():
            self._hold(label, state)

    @classmethod
    def load(cls, home: Path) -> Files:
        """The states of an index; a missing or broken record means that everything is looked at again."""
        kept = Kept(home)
        try:
            data, lines = kept.read()
            if data["version"] not in (VERSION, WITHOUT_FOLDERS):
                return cls(home)
            states = {label: from_json(FileState, each) for label, each in data["files"].items()}
            folders = data["folders"] if data["version"] == VERSION else _folders(states)
            found = cls(home, states, dict(folders), data.get("generation", -1))
            for line in lines:
                found._take(line)
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return cls(home)
        found._kept, found._saved = kept, dict(found.folders)
        return found

    def _take(self, line: Mapping[str, Any]) -> None:
        """What was saved after the whole had been written."""
        self.generation, self.folders = line["generation"], line.get("folders", self.folders)
        for label, state in line["files"].items():
            self.drop(label)
            if state is not None:
                self.put(label, from_json(FileState, state))
        self._changed.clear()

    def save(self, generation: int, *, whole: bool = False) -> None:
        """Keep what has changed, or all of it anew."""
        self.generation = generation
        if whole or not self._kept.add(self._line()):
            head = {"version": VERSION, "generation": generation, "folders": self.folders}
            self._kept.write(head, ((label, to_json(self.states[label])) for label in sorted(self.states)))
        self._saved = dict(self.folders)
        self._changed.clear()

    def _line(self) -> Mapping[str, Any]:
        changed = {label: to_json(self.states.get(label)) for label in sorted(self._changed)}
        moved = {"folders": self.folders} if self.folders != self._saved else {}
        return {"generation": self.generation, **moved, "files": changed}

    # --- which file holds which document ------------------------------------------------------------------------------

    def put(self, label: str, state: FileState) -> None:
        """Remember a file as it was read now."""
        self.drop(label)
        self.states[label] = state
        self._hold(label, state)

    def drop(self, label: str) -> FileState | None:
        """Forget a file; gives what was known of it."""
        self._changed.add(label)
        state = self.states.pop(label, None)
        for document in state.documents if state else ():
            self._holders[document].discard(label)
        return state

    def _hold(self, label: str, state: FileState) -> None:
        for document in state.documents:
            self._holders[document].add(label)

    def holders(self, document: str) -> list[str]:
        """The labels of the files that hold a document, in order."""
        return sorted(self._holders.get(document, ()))

    def sources(self, document: str) -> tuple[Source, ...]:
        """Every place where a document is found: two copies of a file are one document."""
        states = (self.states[label] for label in self.holders(document))
        return tuple(s for state in states for s in state.sources if s.sha256.startswith(document))

    def held(self) -> frozenset[str]:
        """The documents that some file holds."""
        return frozenset(document for document, labels in self._holders.items() if labels)


def _folders(states: Mapping[str, FileState]) -> dict[str, str]:
    """Where the folders lie, told from their files: their label was one name."""
    found = {}
    for label, state in states.items():
        depth = label.count("/") - 1
        if 0 <= depth < len(Path(state.path).parents):
            found[label.partition("/")[0]] = str(Path(state.path).parents[depth])
    return found
