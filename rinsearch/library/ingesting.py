"""Ingest: bring an index up to date with folders of papers; what is unchanged is not read again."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from rinsearch.errors import DamagedIndex, NoIndex, ReadError
from rinsearch.extract import ReadCache, Readers
from rinsearch.index.base import Engine, Entry
from rinsearch.index.engines import open_engine
from rinsearch.index.entries import entries_of
from rinsearch.library.corpus import PaperFile
from rinsearch.library.progress import Progress
from rinsearch.library.state import Files, FileState
from rinsearch.library.understanding import rules_fingerprint, understand_document
from rinsearch.records import Document, FileOutcome, Problem, Source

BATCH_FILES = 100  # files between two commits: what a killed run loses at most (what was read stays in the cache)
BATCH_SECONDS = 30.0
NEXT = "next"  # the folder in which a new index grows beside the old one

Read = tuple[PaperFile, Document | ReadError]


@dataclass
class Ingest:
    """One run over files. ``outcomes`` has every file by label; the engine and the record of files change together."""

    place: Path
    engine: Engine
    files: Files
    progress: Progress
    outcomes: dict[str, FileOutcome] = field(default_factory=dict)
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
            and (state.size, state.mtime_ns, state.facts) == (status.st_size, status.st_mtime_ns, paper.facts.digest)
            and state.problem is None
        )
        if same and state:
            documents = (state.document,) if state.document else ()
            outcome = "incomplete" if state.incomplete else "unchanged"
            self._note(FileOutcome(paper.label, outcome, documents))
            self.progress(self.done, self.total, paper.label)
        return same

    def _note(self, outcome: FileOutcome) -> None:
        self.outcomes[outcome.source] = outcome
        self.done += 1

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
            known = _from_cache(cache, paper)
            if known:
                yield paper, known
            else:
                to_read[paper.path] = paper
        if to_read:
            with Readers(cache=cache) as readers:
                yield from ((to_read[path], result) for path, result in readers.read_all(to_read))

    def _commit(self, batch: Sequence[Read]) -> None:
        """Understand a batch and put it into the index in one commit; then keep the record of files."""
        before = dict(self.files.states)
        documents: dict[str, tuple[Document, PaperFile]] = {}
        for paper, result in batch:
            if isinstance(result, Document):
                documents.setdefault(result.id, (result, paper))
                self.files.states[paper.label] = _state(paper, result, None)
            else:
                problem = replace(result.as_problem(), place=paper.label)
                self.files.states[paper.label] = _state(paper, None, problem)
        entries = [entry for document, paper in documents.values() for entry in self._entries(document, paper)]
        held = self.files.holders()
        replaced = {state.document for label, state in before.items() if state.document and state.document not in held}
        if entries or replaced:
            self.engine.replace(entries, sorted(replaced))
        self.files.save()
        for paper, result in batch:
            self._note(_outcome(paper, result, before.get(paper.label)))

    def _entries(self, document: Document, paper: PaperFile) -> Iterable[Entry]:
        sources = self.files.sources(document.id)
        first = replace(document, sources=sources)
        reading = understand_document(first, paper.facts.known)
        return entries_of(reading.info(paper.facts.url), reading.analysis, reading.passages, sources)

    # --- what has gone ------------------------------------------------------------------------------------------------

    def _forget(self, present: set[str], folders: frozenset[str]) -> None:
        gone = [label for label, state in self.files.states.items() if state.folder in folders and label not in present]
        if not gone:
            return
        documents = {label: self.files.states.pop(label).document for label in gone}
        held = self.files.holders()
        lost = sorted({document for document in documents.values() if document and document not in held})
        if lost:
            self.engine.replace((), lost)
        self.files.save()
        for label, document in documents.items():
            self.outcomes[label] = FileOutcome(label, "removed", (document,) if document else ())


def _from_cache(cache: ReadCache, paper: PaperFile) -> Document | None:
    return cache.get(paper.state.source.sha256) if paper.state and paper.state.source else None


def _state(paper: PaperFile, document: Document | None, problem: Problem | None) -> FileState:
    size, mtime = _size_and_time(paper)
    source = replace(document.sources[0], path=paper.label) if document else None
    source = _with_facts(source, paper) if source else None
    return FileState(
        folder=paper.folder,
        path=str(paper.path),
        size=size,
        mtime_ns=mtime,
        facts=paper.facts.digest,
        document=document.id if document else None,
        source=source,
        incomplete=bool(document and document.unread),
        problem=problem,
    )


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
    return replace(source, url=paper.facts.url, retrieved=paper.facts.retrieved)


def _outcome(paper: PaperFile, result: Document | ReadError, before: FileState | None) -> FileOutcome:
    if not isinstance(result, Document):
        return FileOutcome(paper.label, "failed", (), replace(result.as_problem(), place=paper.label))
    if result.unread:
        return FileOutcome(paper.label, "incomplete", (result.id,))
    known = before is not None and before.document is not None
    return FileOutcome(paper.label, "updated" if known else "added", (result.id,))


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
    """An empty index that grows beside the one in use."""
    growing = place / NEXT
    shutil.rmtree(growing, ignore_errors=True)
    growing.mkdir(parents=True)
    return open_engine(growing, create=True, fingerprint=rules_fingerprint()), Files(growing)


def put_in_place(place: Path) -> None:
    """Exchange the index for the one that has grown; what was read stays in the cache through all of it."""
    growing = place / NEXT
    for old in place.iterdir():
        if old.name in (NEXT, "cache"):
            continue
        if old.is_dir():
            shutil.rmtree(old)
        else:
            old.unlink()
    # index.json goes last: a folder without it is no index, and the next run builds one.
    for new in sorted(growing.iterdir(), key=lambda each: each.name == "index.json"):
        new.replace(place / new.name)
    growing.rmdir()
