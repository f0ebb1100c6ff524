"""Ingest: bring an index up to date with folders of papers; what is unchanged is not read again."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from rinsearch.errors import DamagedIndex, NoIndex, ReadError, UsageError
from rinsearch.extract import ReadCache, Readers, Result, file_digest, moved
from rinsearch.index.base import Engine, Entry
from rinsearch.index.engines import ENGINES, open_engine
from rinsearch.index.entries import entries_of
from rinsearch.library.corpus import PaperFile
from rinsearch.library.progress import Progress
from rinsearch.library.state import Files, FileState
from rinsearch.library.understanding import rules_fingerprint, understand_document
from rinsearch.records import Document, FileOutcome, Source

BATCH_FILES = 100  # files between two commits: what a killed run loses at most (what was read stays in the cache)
BATCH_SECONDS = 30.0
# All that an index is made of; nothing else in its folder is ever touched.
OURS = (*ENGINES, "index.json", "index.json.new", "files.json", "files.json.new")
NEXT = "next"  # the folder in which a new index grows beside the old one
KNOWN = frozenset({*OURS, NEXT, "cache"})

Read = tuple[PaperFile, tuple[Result, ...]]  # documents and errors name the file by its label


@dataclass
class Ingest:
    """One run over files; the engine and the record of files change together.

    ``outcomes`` has a line for every file, and for what failed in one.
    """

    place: Path
    engine: Engine
    files: Files
    progress: Progress
    outcomes: list[FileOutcome] = field(default_factory=list)
    done: int = 0
    total: int = 0

    def run(self, papers: Sequence[PaperFile], folders: frozenset[str]) -> None:
        """Read what is new or changed, forget what has gone from these folders."""
        self.total = len(papers)
        waiting = [paper for paper in papers if not self._is_unchanged(paper)]
        for batch in self._batches(waiting):
            self._commit(batch)
        self._forget({paper.label for paper in papers}, folders)

    # --- what is unchanged --------------------------------------------------------------------------------------------

    def _is_unchanged(self, paper: PaperFile) -> bool:
        state = self.files.states.get(paper.label)
        if paper.state:  # an index that is built anew
            return False
        status = paper.path.stat()
        same = (
            state is not None
            and (state.size, state.mtime_ns, state.facts) == (status.st_size, status.st_mtime_ns, paper.digest)
            and bool(state.sources)
            and not self._can_be_completed(state)
        )
        if same and state:
            self._note(paper, "incomplete" if state.incomplete else "unchanged", state)
            self.progress(self.done, self.total, paper.label)
        return same

    def _can_be_completed(self, state: FileState) -> bool:
        """Whether pages were left unread for want of a program that is here by now."""
        return bool(state.incomplete) and ReadCache(self.place / "cache").settled(state.sha256) is None

    def _note(self, paper: PaperFile, outcome: str, state: FileState) -> None:
        """A line for the file, and one for each member of it that cannot be read."""
        self.done += 1
        if state.sources:
            self.outcomes.append(FileOutcome(paper.label, outcome, state.documents))
        for problem in state.problems:
            self.outcomes.append(FileOutcome(problem.place or paper.label, "failed", (), problem))

    # --- reading ------------------------------------------------------------------------------------------------------

    def _batches(self, papers: Sequence[PaperFile]) -> Iterator[list[Read]]:
        """Read files as they come, cut into commits by number and time."""
        batch: list[Read] = []
        begun = time.monotonic()
        for read in self._read(papers):
            batch.append(read)
            self.progress(self.done + len(batch), self.total, read[0].label)
            if len(batch) >= BATCH_FILES or time.monotonic() - begun > BATCH_SECONDS:
                yield batch
                batch, begun = [], time.monotonic()
        if batch:
            yield batch

    def _read(self, papers: Sequence[PaperFile]) -> Iterator[Read]:
        """Documents from the cache where an earlier run read them, the others from their files."""
        cache = ReadCache(self.place / "cache")
        to_read: dict[Path, PaperFile] = {}
        for paper in papers:
            known = _known(cache, paper, paper.state) if paper.state else None
            if known:
                yield paper, known
            else:
                to_read[paper.path] = paper
        if to_read:
            with Readers(cache=cache) as readers:
                for path, results in readers.read_all(to_read):
                    paper = to_read[path]
                    yield paper, tuple(moved(each, path.as_posix(), paper.label) for each in results)

    def _commit(self, batch: Sequence[Read]) -> None:
        """Understand a batch and put it into the index in one commit; then keep the record of files."""
        before = dict(self.files.states)
        documents: dict[str, tuple[Document, PaperFile]] = {}
        for paper, results in batch:
            self.files.states[paper.label] = _state(paper, results)
            for document in _documents(results):
                documents.setdefault(document.id, (document, paper))
        entries = [entry for document, paper in documents.values() for entry in self._entries(document, paper)]
        replaced = {document for state in before.values() for document in state.documents} - self.files.held()
        if entries or replaced:
            self.engine.replace(entries, sorted(replaced))
        self.files.save()
        for paper, _ in batch:
            state = self.files.states[paper.label]
            self._note(paper, _outcome(state, before.get(paper.label)), state)

    def _entries(self, document: Document, paper: PaperFile) -> Iterable[Entry]:
        sources = self.files.sources(document.id)
        first = replace(document, sources=sources)
        facts = paper.facts_of(document.sources[0])
        reading = understand_document(first, facts.known)
        return entries_of(reading.info(facts.url), reading.analysis, reading.passages, sources)

    # --- what has gone ------------------------------------------------------------------------------------------------

    def _forget(self, present: set[str], folders: frozenset[str]) -> None:
        gone = [label for label, state in self.files.states.items() if state.folder in folders and label not in present]
        if not gone:
            return
        documents = {label: self.files.states.pop(label).documents for label in gone}
        lost = {document for each in documents.values() for document in each} - self.files.held()
        if lost:
            self.engine.replace((), sorted(lost))
        self.files.save()
        for label, each in documents.items():
            self.outcomes.append(FileOutcome(label, "removed", each))


def _known(cache: ReadCache, paper: PaperFile, state: FileState) -> tuple[Result, ...] | None:
    """What an earlier run read; also with pages missing where the file has gone and cannot be read again."""
    settled = cache.settled(state.sha256, paper.label)
    return settled if settled or paper.path.exists() else cache.get(state.sha256, paper.label)


def _documents(results: Sequence[Result]) -> tuple[Document, ...]:
    return tuple(each for each in results if isinstance(each, Document))


def _state(paper: PaperFile, results: Sequence[Result]) -> FileState:
    size, mtime = _size_and_time(paper)
    sources = tuple(_with_facts(document.sources[0], paper) for document in _documents(results))
    return FileState(
        folder=paper.folder,
        path=str(paper.path),
        size=size,
        mtime_ns=mtime,
        facts=paper.digest,
        sha256=_sha256(paper, sources),
        sources=sources,
        incomplete=tuple(str(document.sources[0]) for document in _documents(results) if document.unread),
        problems=tuple(each.as_problem() for each in results if isinstance(each, ReadError)),
    )


def _sha256(paper: PaperFile, sources: Sequence[Source]) -> str:
    """By what the cache knows the file; of an archive only the members have sources."""
    own = next((source.sha256 for source in sources if source.member is None), None)
    if own or not sources:
        return own or ""
    try:
        return paper.state.sha256 if paper.state else file_digest(paper.path)
    except OSError:
        return ""  # it has gone meanwhile; the next run says so


def _size_and_time(paper: PaperFile) -> tuple[int, int]:
    """As the file is now; as it was where it was taken from the cache, or has gone meanwhile."""
    if paper.state:
        return paper.state.size, paper.state.mtime_ns
    try:
        status = paper.path.stat()
    except OSError:
        return 0, 0
    return status.st_size, status.st_mtime_ns


def _with_facts(source: Source, paper: PaperFile) -> Source:
    facts = paper.facts_of(source)
    return replace(source, url=facts.url, retrieved=facts.retrieved)


def _outcome(state: FileState, before: FileState | None) -> str:
    if state.incomplete:
        return "incomplete"
    return "updated" if before is not None and before.sources else "added"


# --- a new index beside the old one -----------------------------------------------------------------------------------


def open_for_ingest(place: Path) -> tuple[Engine, Files, bool]:
    """The index to write to; where there is none, or its rules are others, a new one (then the last value is true)."""
    try:
        engine = open_engine(place)
    except (NoIndex, DamagedIndex):
        return (*fresh(place), True)
    if engine.fingerprint != rules_fingerprint():
        engine.close()
        return (*fresh(place), True)
    return engine, Files.load(place), False


def fresh(place: Path) -> tuple[Engine, Files]:
    """An empty index that grows beside the one in use. Raises `UsageError` where the folder holds something else."""
    strange = sorted(each.name for each in place.iterdir() if each.name not in KNOWN) if place.is_dir() else []
    if strange:
        message = f"The folder holds what is no part of an index ({strange[0]})."
        raise UsageError(message, place=place.name, advice="Give an empty or a new folder to --index.")
    growing = place / NEXT
    shutil.rmtree(growing, ignore_errors=True)
    growing.mkdir(parents=True)
    return open_engine(growing, create=True, fingerprint=rules_fingerprint()), Files(growing)


def put_in_place(place: Path) -> None:
    """Exchange the index for the one that has grown; what was read stays in the cache through all of it."""
    growing = place / NEXT
    for name in OURS:
        old = place / name
        if old.is_dir():
            shutil.rmtree(old)
        else:
            old.unlink(missing_ok=True)
    # index.json goes last: a folder without it is no index, and the next run builds one.
    for new in sorted(growing.iterdir(), key=lambda each: each.name == "index.json"):
        new.replace(place / new.name)
    growing.rmdir()
