"""The folders of papers: which files are in them, and what ``metadata.csv`` knows about these."""

from __future__ import annotations

import difflib
import os
import stat
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from rinsearch.errors import UsageError
from rinsearch.library.corrections import NAME as CORRECTIONS
from rinsearch.library.folders import label_for, place_of, shown
from rinsearch.library.metadata import METADATA, Facts, Metadata, key_of, read_metadata
from rinsearch.library.state import Files, FileState
from rinsearch.records import FileOutcome, Problem, Source

# Files that speak about the papers and are none.
NOT_PAPERS = frozenset({METADATA, CORRECTIONS, "SOURCES.md", "taxonomy.toml", "taxonomy.csv"})
WARNING = "warning"  # the outcome of what a person should know of, though no paper has failed
GUESSED = 50  # rows without a paper for which the nearest name is looked for: each is compared with every paper
INSIDE = "!/"  # between a file and its member


@dataclass(frozen=True, slots=True)
class PaperFile:
    """A file of this run: ``label`` is its path as answers show it, from the label of its folder on.

    ``folder`` is that label where the whole folder was given, else empty. ``size`` (bytes) and ``mtime_ns`` are as the
    file was before it was read. ``state`` is what an earlier run knew of it, where the file is taken from the cache and
    not looked at again. ``members`` are the facts of what is in it, where it is an archive or a mail.
    """

    path: Path
    label: str
    folder: str
    facts: Facts
    size: int = 0
    mtime_ns: int = 0
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


@dataclass
class Given:
    """What a run is to look at: files by label, the labels of folders that were given whole, and what is told of
    entries that are no papers."""

    papers: dict[str, PaperFile] = field(default_factory=dict)
    folders: set[str] = field(default_factory=set)
    warnings: list[FileOutcome] = field(default_factory=list)

    def warn(self, label: str, message: str, advice: str) -> None:
        """A line of the report for what is left out."""
        self.warnings.append(FileOutcome(label, WARNING, (), Problem(WARNING, message, label, advice)))


def paper_files(paths: Iterable[Path | str], files: Files | None = None) -> Given:
    """The files to read, and their labels, which ``files`` may know already and then learns.

    Raises `UsageError` where a path is missing or metadata.csv is wrong.
    """
    given = Given()
    known = files if files is not None else Files(Path())
    for each in paths:
        path = Path(os.path.normpath(Path(each).absolute()))
        if not path.exists():
            raise UsageError("There is no such file or folder.", place=_named(each), advice="Check how it is written.")
        if path.is_dir():
            _add_folder(given, path, label_for(path, known), known)
        else:
            _add_single(given, path, known)
    given.papers = {label: given.papers[label] for label in sorted(given.papers)}
    return given


def _named(given: Path | str) -> str:
    """A path as errors show it: nothing of this machine above it."""
    return shown(Path(given).name if Path(given).is_absolute() else str(given))


# --- what lies where --------------------------------------------------------------------------------------------------


def _add_single(given: Given, path: Path, files: Files) -> None:
    label = f"{label_for(path.parent, files)}/{shown(path.name)}"
    top, root = place_of(files, label)
    whole = any(state.folder == top for state in files.states.values())
    _add(given, _paper(path, label, top if whole else "", _Home.of(top, root)))


def _add_folder(given: Given, root: Path, label: str, files: Files) -> None:
    top, place = place_of(files, f"{label}/")
    home = _Home.of(top, place)
    given.folders.add(label)
    for folder, folders, names in os.walk(root, onerror=_unlisted):
        inside = Path(folder).relative_to(root).as_posix()
        above = label if inside == "." else f"{label}/{shown(inside)}"
        folders[:] = sorted(name for name in folders if _enters(given, Path(folder, name), above))
        for name in sorted(names):
            if name.startswith((".", "~$")) or name in NOT_PAPERS:
                continue
            path, own = Path(folder, name), f"{above}/{shown(name)}"
            if _is_paper(given, path, root, own):
                _add(given, _paper(path, own, top, home))
    if label == top:
        _warn_of_rows(given, home)


@dataclass(frozen=True, slots=True)
class _Home:
    """A folder's label, its metadata, and the facts of what is in archives, by archive and member."""

    label: str
    metadata: Metadata
    members: Mapping[str, Mapping[str, Facts]]

    @classmethod
    def of(cls, label: str, folder: Path) -> _Home:
        """The folder with its metadata.csv. Raises `UsageError` where that is wrong."""
        found = read_metadata(folder / METADATA)
        members: dict[str, dict[str, Facts]] = defaultdict(dict)
        for name, facts in found.items():
            file, inside, member = name.partition(INSIDE)
            if inside:
                members[file][member] = facts
        return cls(label, found, members)


def _paper(path: Path, label: str, folder: str, home: _Home) -> PaperFile:
    """A file with its facts; below its folder it is named as in metadata.csv."""
    if not home.metadata:
        return PaperFile(path, label, folder, Facts())
    inside = key_of(label.removeprefix(f"{home.label}/"))
    members = home.members.get(inside, {})
    return PaperFile(path, label, folder, home.metadata.get(inside, Facts()), members=members)


def _add(given: Given, paper: PaperFile) -> None:
    """Take up a file as it is now; of one that has gone meanwhile, reading will tell."""
    while paper.label in given.papers and given.papers[paper.label].path != paper.path:
        paper = replace(paper, label=f"{paper.label}~")  # a name that is shown as another one is
    try:
        status = paper.path.stat()
    except OSError:
        given.papers[paper.label] = paper
        return
    if not status.st_size:
        given.warn(paper.label, "The file is empty.", "Get it again from where it came from, or remove it.")
    given.papers[paper.label] = replace(paper, size=status.st_size, mtime_ns=status.st_mtime_ns)


def _unlisted(error: OSError) -> None:
    """A folder that cannot be listed stops the run: its papers must not seem to have gone."""
    message = f"The folder cannot be listed ({error.strerror})."
    raise UsageError(message, place=shown(Path(str(error.filename)).name), advice="Give yourself the right to read it.")


def _enters(given: Given, folder: Path, above: str) -> bool:
    """Whether a folder holds papers: it is not hidden, no index, and no link."""
    if folder.name.startswith(".") or _is_index(folder):
        return False
    if folder.is_symlink():
        advice = "Ingest the folder to which it leads."
        given.warn(f"{above}/{shown(folder.name)}", "A link to a folder is not followed.", advice)
        return False
    return True


def _is_index(folder: Path) -> bool:
    """An index among the papers, which is not read as papers."""
    return os.path.isfile(folder / "index.json") and os.path.isfile(folder / "files.json")


def _is_paper(given: Given, path: Path, root: Path, label: str) -> bool:
    """A file that lies below the folder: no pipe, no device, no link to somewhere else (a lost file is told later)."""
    try:
        if path.is_symlink() and not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(root)):
            given.warn(label, "The link leads out of the folder.", "Ingest the file to which it leads.")
            return False
        mode = path.stat().st_mode
    except OSError as error:
        if not path.is_symlink():
            return True
        given.warn(label, f"The link leads nowhere ({error.strerror}).", "Mend or remove it.")
        return False
    if not stat.S_ISREG(mode):
        given.warn(label, "This is no file but a pipe, a socket or a device.", "Move it out of the folder.")
        return False
    return True


def _warn_of_rows(given: Given, home: _Home) -> None:
    """Rows of metadata.csv that name no file: a slip of the pen would lose what a person knows."""
    begin = f"{home.label}/"
    there = {key_of(label.removeprefix(begin)) for label in given.papers if label.startswith(begin)}
    lost = [name for name in home.metadata if name.partition(INSIDE)[0] not in there]
    names = sorted(there) if len(lost) <= GUESSED else []
    for name in lost:
        facts = home.metadata[name]
        nearest = difflib.get_close_matches(name, names, 1)
        advice = f"Did you mean {nearest[0]}?" if nearest else "Write the path below the folder."
        given.warn(f"{begin}{METADATA}", f"Line {facts.line} names no paper: {name or 'nothing'}.", advice)


# --- what an index knows ----------------------------------------------------------------------------------------------


def known_files(files: Files, given: Collection[str] = (), folders: Collection[str] = ()) -> list[PaperFile]:
    """The files that an index knows already, but for those given by label and those of the given folders."""
    homes: dict[str, _Home] = {}
    found = []
    for label, state in sorted(files.states.items()):
        if label in given or is_gone(label, state, folders):
            continue
        top, root = place_of(files, label)
        if top not in homes:
            homes[top] = _Home.of(top, root)
        paper = _paper(Path(state.path), label, state.folder, homes[top])
        found.append(replace(paper, size=state.size, mtime_ns=state.mtime_ns, state=state))
    return found


def is_gone(label: str, state: FileState, folders: Collection[str]) -> bool:
    """Whether a file that was not found belongs to a folder that was looked through; one given by itself may stay."""
    inside = any(label.startswith(f"{folder}/") for folder in folders)
    return inside and (bool(state.folder) or not Path(state.path).exists())
