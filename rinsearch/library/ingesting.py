"""Ingest: bring an index up to date with folders of papers; what is unchanged is not read again."""

from __future__ import annotations

import time
from collections.abc import Collection, Generator, Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from rinsearch.errors import DamagedIndex, NoIndex
from rinsearch.extract import CACHE, ReadCache, Readers, ReadOptions, Result, file_digest, means, moved
from rinsearch.index.base import Engine, Entry, Everything, Scope
from rinsearch.index.engines import open_engine
from rinsearch.index.entries import entries_of
from rinsearch.library import place as places
from rinsearch.library.corpus import WARNING, Given, PaperFile, is_gone, known_files
from rinsearch.library.limits import MEMORY_LIMIT, TIME_LIMIT
from rinsearch.library.metadata import Facts
from rinsearch.library.progress import Progress
from rinsearch.library.results import documents_in, outcome_of, state_of
from rinsearch.library.state import Files, FileState
from rinsearch.library.stopping import Stop, stopping
from rinsearch.library.understanding import rules_fingerprint, understand_document
from rinsearch.records import Document, FileOutcome, Problem

BATCH_FILES = 100  # files between two commits: what a killed run loses at most (what was read stays in the cache)
BATCH_SECONDS = 30.0
STAY_FAILED = frozenset({"damaged", "unsupported", "limit"})  # the same bytes read by the same means fail again

Read = tuple[PaperFile, tuple[Result, ...]]  # documents and errors name the file by its label


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
    def of(cls, place: Path) -> Target:
        """The index in use; a new one where there is none, it cannot be used, or its rules are others."""
        files = Files.load(place)
        try:
            engine = places.opened(place)
        except NoIndex:
            if not files.states:  # it grows in its place, and can be asked from the first commit on
                return cls(place, open_engine(place, create=True, fingerprint=rules_fingerprint()), files)
            return cls.anew(place, files)
        except DamagedIndex:
            return cls.anew(place, files)
        if engine.fingerprint == rules_fingerprint():
            return cls(place, engine, files)
        engine.close()
        return cls.anew(place, files)

    @classmethod
    def anew(cls, place: Path, old: Files) -> Target:
        """A new index that takes the place of the old one when it is whole."""
        engine, folder = places.growing(place, rules_fingerprint())
        files = Files.load(folder)
        files.folders = old.folders
        return cls(place, engine, files, old)

    @property
    def known(self) -> Files:
        """The record of what earlier runs read."""
        return self.old if self.old is not None else self.files

    def with_known(self, given: Given) -> Given:
        """For a new index, the papers of the old one too; what is as it was is taken from the cache."""
        if self.old is None:
            return given
        for paper in known_files(self.old, given.papers, given.folders):
            given.papers[paper.label] = paper
        for label, paper in given.papers.items():
            state = self.old.states.get(label)
            if state and (state.size, state.mtime_ns) == (paper.size, paper.mtime_ns) and state.sha256:
                given.papers[label] = replace(paper, state=state)
        return given

    def finish(self) -> None:
        """Close the index, and put a new one in its place."""
        self.engine.close()
        if self.old is not None:
            places.put_in_place(self.place)


@dataclass
class Batch:
    """What waits for a commit: files with their results, entries by document, and documents that lost a source."""

    read: list[Read] = field(default_factory=list)
    entries: dict[str, tuple[Entry, ...]] = field(default_factory=dict)
    touched: set[str] = field(default_factory=set)
    before: dict[str, FileState | None] = field(default_factory=dict)
    begun: float = field(default_factory=time.monotonic)

    @property
    def is_due(self) -> bool:
        """Whether it is time to commit."""
        return len(self.read) >= BATCH_FILES or time.monotonic() - self.begun > BATCH_SECONDS


@dataclass
class Ingest:
    """One run over files; the engine and the record of files change together.

    ``check``: compare the content of every file, whatever its size and time say, and try again what has failed.
    ``outcomes`` has a line for every file, and for what failed in one.
    """

    target: Target
    options: ReadOptions
    progress: Progress
    check: bool = False
    outcomes: list[FileOutcome] = field(default_factory=list)
    papers: Mapping[str, PaperFile] = field(default_factory=dict)
    done: int = 0
    batch: Batch = field(default_factory=Batch)

    def run(self, given: Given) -> None:
        """Read what is new or changed, forget what has gone. Raises `KeyboardInterrupt` after an orderly stop."""
        self.papers = self.target.with_known(given).papers
        self.outcomes += given.warnings
        with closing(self.cache), stopping() as stop:
            waiting = [paper for paper in self.papers.values() if not self._is_unchanged(paper)]
            self._take(waiting, stop)
            self._forget(given.folders)
        if self.cache.damage:
            advice = "What was kept there is read again; the old file is beside it."
            problem = Problem(WARNING, f"The cache was broken ({self.cache.damage}) and set aside.", CACHE, advice)
            self.outcomes.append(FileOutcome(CACHE, WARNING, (), problem))

    @cached_property
    def cache(self) -> ReadCache:
        """What was read before, by this run or an earlier one."""
        return ReadCache(self.target.place / CACHE)

    @property
    def files(self) -> Files:
        """The record of files that goes with the engine."""
        return self.target.files

    @property
    def total(self) -> int:
        """How many files there are."""
        return len(self.papers)

    # --- what is unchanged --------------------------------------------------------------------------------------------

    def _is_unchanged(self, paper: PaperFile) -> bool:
        state = self.files.states.get(paper.label)
        if state is None or state.facts != paper.digest or self._is_worth_a_try(state) or not self._is_same(paper):
            return False
        now = replace(state, path=str(paper.path), size=paper.size, mtime_ns=paper.mtime_ns, folder=paper.folder)
        if now != state:
            self.files.put(paper.label, now)
        self._note(paper.label, "incomplete" if state.incomplete else "unchanged", state)
        self.progress(self.done, self.total, paper.label)
        return True

    def _is_worth_a_try(self, state: FileState) -> bool:
        """Whether the index lacks it, or a program, a version or a limit is there now that may read more of it."""
        if not self._lost.isdisjoint(state.documents):
            return True
        if state.sources:
            unsettled = bool(state.incomplete) and self.cache.settled(state.sha256) is None
            return unsettled or (self.check and bool(state.problems))
        codes = {problem.code for problem in state.problems}
        return self.check or state.means != self._means or not codes <= STAY_FAILED

    def _is_same(self, paper: PaperFile) -> bool:
        """By size and time; by content where these differ, or everything is checked."""
        state = self.files.states[paper.label]
        if paper.state is not None:  # known from an earlier run alone
            return state.sha256 == paper.state.sha256
        if not self.check and (state.size, state.mtime_ns) == (paper.size, paper.mtime_ns):
            return True
        try:
            return state.size == paper.size and bool(state.sha256) and file_digest(paper.path) == state.sha256
        except OSError:
            return False  # reading it tells why

    @cached_property
    def _means(self) -> str:
        return means(self.options)

    @cached_property
    def _stored(self) -> frozenset[str] | None:
        """The documents of an index that does not fit its record of files: one of them was stopped half-way."""
        if self.files.generation == self.target.engine.generation:
            return None
        return frozenset(each.id for each in self.target.engine.read(Everything(), Scope.DOCUMENT))

    @cached_property
    def _lost(self) -> frozenset[str]:
        return self.files.held() - self._stored if self._stored is not None else frozenset()

    def _note(self, label: str, outcome: str, state: FileState) -> None:
        """A line for the file, and one for each member of it that cannot be read."""
        self.done += 1
        if state.sources:
            self.outcomes.append(FileOutcome(label, outcome, state.documents))
        for problem in state.problems:
            self.outcomes.append(FileOutcome(problem.place or label, "failed", (), problem))

    # --- reading ------------------------------------------------------------------------------------------------------

    def _take(self, papers: Sequence[PaperFile], stop: Stop) -> None:
        """Read and understand file by file, in batches; what was understood before Ctrl-C is kept."""
        reads = self._read(papers)
        try:
            while True:
                with stop.waiting():
                    read = next(reads, None)
                if read is None:
                    break
                self._understand(*read)
                self.progress(self.done + len(self.batch.read), self.total, read[0].label)
                if self.batch.is_due:
                    self._commit()
        except KeyboardInterrupt:
            if stop.asked:
                reads.close()
                self._commit()
            raise
        self._commit()

    def _read(self, papers: Iterable[PaperFile]) -> Generator[Read, None, None]:
        """Documents from the cache where an earlier run read them, the others from their files."""
        to_read: dict[Path, PaperFile] = {}
        for paper in papers:
            known = self._known(paper)
            if known:
                yield paper, known
            else:
                to_read[paper.path] = paper
        if to_read:
            with Readers(self.options, cache=self.cache) as readers:
                for path, results in readers.read_all(to_read):
                    paper = to_read[path]
                    yield paper, tuple(moved(each, path.as_posix(), paper.label) for each in results)

    def _known(self, paper: PaperFile) -> tuple[Result, ...] | None:
        """What an earlier run read; whatever there is where the file has gone and cannot be read again."""
        if paper.state is None:
            return None
        settled = self.cache.settled(paper.state.sha256, paper.label)
        if settled or paper.path.exists():
            return settled
        return self.cache.get(paper.state.sha256, paper.label, by_any_reader=True)

    def _understand(self, paper: PaperFile, results: tuple[Result, ...]) -> None:
        """Take a file into the batch."""
        before = self.files.states.get(paper.label)
        self.batch.before[paper.label] = before
        self.batch.touched.update(before.documents if before else ())
        self.files.put(paper.label, state_of(paper, results, self._means))
        self.batch.read.append((paper, results))
        for document in documents_in(results):
            self.batch.entries[document.id] = self._entries(document, paper)

    def _entries(self, document: Document, paper: PaperFile) -> tuple[Entry, ...]:
        sources = self.files.sources(document.id)
        facts = self._facts(document, paper)
        reading = understand_document(replace(document, sources=sources), facts.known)
        return entries_of(reading.info(facts.url), reading.analysis, reading.passages, sources)

    def _facts(self, document: Document, paper: PaperFile) -> Facts:
        """What a person knows of a document, by the first of its copies of which something is known."""
        labels = [label for label in self.files.holders(document.id) if label != paper.label]
        copies = [paper, *(known for label in labels if (known := self._paper(label)))]
        for copy in sorted(copies, key=lambda each: each.label):
            for source in self.files.states[copy.label].sources:
                facts = copy.facts_of(source)
                if source.sha256.startswith(document.id) and facts.digest:
                    return facts
        return Facts()

    def _paper(self, label: str) -> PaperFile | None:
        return self.papers.get(label) or self._others.get(label)

    @cached_property
    def _others(self) -> Mapping[str, PaperFile]:
        """The files of the index that were not given in this run."""
        return {paper.label: paper for paper in known_files(self.files, self.papers)}

    # --- writing ------------------------------------------------------------------------------------------------------

    def _commit(self) -> None:
        """Put the batch into the index in one commit; then keep the record of files."""
        batch, self.batch = self.batch, Batch()
        gone = {document for document in batch.touched if not self.files.holders(document)}
        for document in sorted(batch.touched - gone - set(batch.entries)):
            batch.entries[document] = self._renewed(document)
        entries = [entry for each in batch.entries.values() for entry in each]
        if entries or gone:
            self.target.engine.replace(entries, sorted(gone))
        self.files.save(self.target.engine.generation)
        for paper, _ in batch.read:
            state = self.files.states[paper.label]
            self._note(paper.label, outcome_of(state, batch.before[paper.label]), state)

    def _renewed(self, document: str) -> tuple[Entry, ...]:
        """The entries of a document that has lost one of its copies, without its name."""
        for label in self.files.holders(document):
            paper = self._paper(label)
            if paper is None:
                continue
            for _, results in self._read([replace(paper, state=self.files.states[label])]):
                for found in documents_in(results):
                    if found.id == document:
                        return self._entries(found, paper)
        return ()

    def _forget(self, folders: Collection[str]) -> None:
        """What has gone from these folders leaves the index; a new index keeps only what was given."""
        states = self.files.states
        if self.target.old is not None:
            gone = [label for label in states if label not in self.papers]
        else:
            gone = [label for label in states if label not in self.papers and is_gone(label, states[label], folders)]
        if self._stored:
            self.batch.touched |= self._stored - self.files.held()
        for label in gone:
            state = self.files.drop(label)
            if state is not None:
                self.batch.touched.update(state.documents)
                self.outcomes.append(FileOutcome(label, "removed", state.documents))
        self._commit()
