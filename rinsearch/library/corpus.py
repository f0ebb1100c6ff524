"""The folder of papers: which files are in it, and what ``metadata.csv`` knows about them."""

from __future__ import annotations

import csv
import hashlib
import json
import os
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from rinsearch.errors import RinsearchError, UsageError
from rinsearch.library.state import Files, FileState
from rinsearch.records import DocumentKind, Source
from rinsearch.taxonomy import find_municipality

METADATA = "metadata.csv"
# Files that speak about the papers and are none.
NOT_PAPERS = frozenset({METADATA, "corrections.csv", "SOURCES.md"})


@dataclass(frozen=True, slots=True)
class Facts:
    """What metadata.csv says of a file; these win over what is guessed, an empty cell says nothing."""

    url: str | None = None
    retrieved: date | None = None
    known: Mapping[str, Any] = field(default_factory=dict)

    @property
    def digest(self) -> str:
        """Changes when the facts change; empty where there are none."""
        if not (self.url or self.retrieved or self.known):
            return ""
        text = json.dumps([self.url, str(self.retrieved), {k: str(v) for k, v in self.known.items()}], sort_keys=True)
        return hashlib.sha256(text.encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class PaperFile:
    """A file of this run: ``label`` is its path as answers show it, from the name of its folder on.

    ``state`` is what an earlier run knew of it, where the file is taken from the cache and not looked at again.
    ``members`` are the facts of what is in it, where it is an archive or a mail.
    """

    path: Path
    label: str
    folder: str
    facts: Facts
    state: FileState | None = None
    members: Mapping[str, Facts] = field(default_factory=dict)

    @property
    def digest(self) -> str:
        """Changes when the facts of the file or of a member change."""
        return "".join([self.facts.digest, *(self.members[name].digest for name in sorted(self.members))])

    def facts_of(self, source: Source) -> Facts:
        """The facts of a paper in this file; of the file itself, a member has only where it came from."""
        if source.member is None:
            return self.facts
        own = self.members.get(source.member, Facts())
        return Facts(own.url or self.facts.url, own.retrieved or self.facts.retrieved, own.known)


Metadata = Mapping[str, Facts]


def _paper(path: Path, label: str, folder: str, metadata: Metadata) -> PaperFile:
    """A file with its facts; below its folder it is named as in metadata.csv."""
    inside = label.partition("/")[2]
    begin = f"{inside}!/"
    members = {name.removeprefix(begin): facts for name, facts in metadata.items() if name.startswith(begin)}
    return PaperFile(path, label, folder, metadata.get(inside, Facts()), members=members)


def paper_files(paths: Iterable[Path | str]) -> tuple[PaperFile, ...]:
    """The files to read, sorted by label. Raises `UsageError` where a path is missing or metadata.csv is wrong."""
    found: dict[str, PaperFile] = {}
    for given in paths:
        path = Path(given).absolute()
        if not path.exists():
            raise UsageError("There is no such file or folder.", place=_shown(given), advice="Check how it is written.")
        for paper in _in_folder(path) if path.is_dir() else _single(path):
            found[paper.label] = paper
    return tuple(found[label] for label in sorted(found))


def _shown(given: Path | str) -> str:
    """A path as errors show it: nothing of this machine above it."""
    return Path(given).name if Path(given).is_absolute() else str(given)


def folder_labels(paths: Iterable[Path | str]) -> frozenset[str]:
    """The folders of this run: what has gone from them leaves the index."""
    return frozenset(Path(path).absolute().name for path in paths if Path(path).is_dir())


def known_files(files: Files, given: Collection[str], folders: Collection[str]) -> list[PaperFile]:
    """The files that an index knows already, but for those given by label and those of the given folders."""
    metadata: dict[Path, Metadata] = {}
    found = []
    for label, state in sorted(files.states.items()):
        if label in given or state.folder in folders:
            continue
        path = Path(state.path)
        root = path.parents[label.count("/") - 1]
        if root not in metadata:
            metadata[root] = read_metadata(root / METADATA)
        found.append(replace(_paper(path, label, state.folder, metadata[root]), state=state))
    return found


def _single(path: Path) -> Iterator[PaperFile]:
    yield _paper(path, f"{path.parent.name}/{path.name}", "", read_metadata(path.parent / METADATA))


def _in_folder(root: Path) -> Iterator[PaperFile]:
    metadata = read_metadata(root / METADATA)
    for folder, folders, names in os.walk(root, onerror=_unlisted):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and not _is_index(Path(folder, name)))
        for name in sorted(names):
            path = Path(folder) / name
            if name.startswith((".", "~$")) or name in NOT_PAPERS or not _is_inside(path, root):
                continue
            inside = path.relative_to(root).as_posix()
            yield _paper(path, f"{root.name}/{inside}", root.name, metadata)


def _unlisted(error: OSError) -> None:
    """A folder that cannot be listed stops the run: its papers must not seem to have gone."""
    message = f"The folder cannot be listed ({error.strerror})."
    raise UsageError(message, place=Path(str(error.filename)).name, advice="Give yourself the right to read it.")


def _is_index(folder: Path) -> bool:
    """An index among the papers, which is not read as papers."""
    return (folder / "index.json").is_file() and (folder / "files.json").is_file()


def _is_inside(path: Path, root: Path) -> bool:
    """A file that lies below the folder: no pipe, no device, no link to somewhere else (a lost file is told later)."""
    if path.is_symlink():
        return path.resolve().is_relative_to(root.resolve())
    return path.is_file() or not path.exists()


def read_metadata(path: Path) -> Metadata:
    """Facts by the file's path below the folder, a member's as ``seja.zip!/vabilo.pdf``; without the file none."""
    if not path.is_file():
        return {}
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return {row["file"]: _facts(row, number) for number, row in enumerate(csv.DictReader(file), 2)}
    except (UnicodeDecodeError, csv.Error) as error:
        message = f"It cannot be read as a table ({error})."
        raise UsageError(message, place=path.name, advice="Save it as CSV, UTF-8.") from error
    except KeyError as error:
        message = f"There is no column {error}."
        raise UsageError(message, place=path.name, advice="The first line names the columns.") from error


def _facts(row: Mapping[str, str | None], line: int) -> Facts:
    cells = {name: (value or "").strip() for name, value in row.items() if name}
    try:
        known = {
            "kind": DocumentKind(cells["kind"]) if cells.get("kind") else None,
            "title": cells.get("title") or None,
            "date": _day(cells.get("date")),
            "issuer": find_municipality(cells["issuer"]) if cells.get("issuer") else None,
        }
        given = {name: value for name, value in known.items() if value is not None}
        return Facts(cells.get("url") or None, _day(cells.get("retrieved")), given)
    except (ValueError, RinsearchError) as error:
        place = f"{METADATA}, line {line}"
        raise UsageError(f"A value is wrong: {error}.", place=place, advice="Dates are written 2017-09-21.") from error


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
