"""Ingest: bring an index up to date with folders of papers; what is unchanged is not read again."""

from __future__ import annotations

import time
from collections.abc import Collection, Generator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from functools import cached_property

from rinsearch.extract import CACHE, ReadCache, ReadOptions, means
from rinsearch.index.base import Entry
from rinsearch.index.entries import entries_of, with_sources
from rinsearch.library.comparing import Comparison
from rinsearch.library.corpus import WARNING, Given, PaperFile, is_gone, known_files
from rinsearch.library.metadata import Facts
from rinsearch.library.progress import Progress
from rinsearch.library.results import documents_in, outcome_of, state_of
from rinsearch.library.state import Files, FileState
from rinsearch.library.stopping import Stop, stopping
from rinsearch.library.target import Target
from rinsearch.library.understanding import understand_document
from rinsearch.library.work.came import Came
from rinsearch.library.work.here import Here
from rinsearch.library.work.hiring import Wish, setup_of
from rinsearch.library.work.sending import Sending
from rinsearch.records import Document, FileOutcome, Problem
from rinsearch.taxonomy.own import OwnTerms

BATCH_FILES = 100  # files between two commits: what a killed run loses at most (what was read stays in the cache)
BATCH_SECONDS = 30.0

Read = tuple[PaperFile, Came]  # documents and errors name the file by its label


@dataclass
class Batch:
    """What waits for a commit: files that were read, entries by document, and documents that lost a source."""

    read: list[PaperFile] = field(default_factory=list)
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
    ``wish`` says who reads and tags, ``terms`` are the user's own, which hold in this process already.
    ``outcomes`` has a line for every file, and for what failed in one.
    """

    target: Target
    options: ReadOptions
    progress: Progress
    check: bool = False
    wish: Wish = field(default_factory=Wish)
    terms: OwnTerms | None = None
    outcomes: list[FileOutcome] = field(default_factory=list)
    papers: Mapping[str, PaperFile] = field(default_factory=dict)
    done: int = 0
    batch: Batch = field(default_factory=Batch)

    def run(self, given: Given) -> None:
        """Read what is new or changed, forget what has gone. Raises `KeyboardInterrupt` after an orderly stop."""
        self.papers = self.target.with_known(given, self.check).papers
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

    # --- what is unchanged --------------------------------------------------------------------------------------------

    def _is_unchanged(self, paper: PaperFile) -> bool:
        state = self._compared.unchanged(paper)
        if state is None:
            return False
        if state != self.files.states[paper.label]:
            self.files.put(paper.label, state)
        self._note(paper.label, "incomplete" if state.incomplete else "unchanged", state)
        self.progress(self.done, len(self.papers), paper.label)
        return True

    @cached_property
    def _compared(self) -> Comparison:
        return Comparison(self.target, self.cache, self._means, self.check)

    @cached_property
    def _means(self) -> str:
        return means(self.options)

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
                self.progress(self.done + len(self.batch.read), len(self.papers), read[0].label)
                if self.batch.is_due:
                    self._commit()
        except KeyboardInterrupt:
            if stop.asked:
                reads.close()
                self._commit()
            raise
        self._commit()

    def _read(self, papers: Sequence[PaperFile]) -> Generator[Read, None, None]:
        """What became of each file: read and tagged by others, or only read by others where there are few."""
        setup = setup_of(self.options, self.terms)
        with self.wish.crew(setup, len(papers)) as crew:
            if crew is None:
                yield from self._here.take(papers)
                return
            with Sending(crew, setup, self.cache) as sending:
                yield from sending.take(papers)

    @property
    def _here(self) -> Here:
        return Here(self.options, self.cache)

    def _understand(self, paper: PaperFile, came: Came) -> None:
        """Take a file into the batch."""
        before = self.files.states.get(paper.label)
        self.batch.before[paper.label] = before
        self.batch.touched.update(before.documents if before else ())
        self.files.put(paper.label, state_of(paper, came.results, self._means))
        self.batch.read.append(paper)
        for document in documents_in(came.results):
            self.batch.entries[document.id] = self._made(document, paper, came) or self._entries(
                came.whole(document, paper.label), paper
            )

    def _made(self, document: Document, paper: PaperFile, came: Came) -> tuple[Entry, ...]:
        """The entries that came with a file; none where a copy of it, of which more is known, has other ones."""
        own = paper.facts_of(document.sources[0])
        if document.id not in came.entries or self._facts(document, paper).digest != own.digest:
            return ()
        sources = self.files.sources(document.id)
        made = came.entries[document.id]
        return made if len(sources) == 1 else with_sources(made, sources)

    def _entries(self, document: Document, paper: PaperFile) -> tuple[Entry, ...]:
        """The entries of a document that is tagged here."""
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
        for paper in batch.read:
            state = self.files.states[paper.label]
            self._note(paper.label, outcome_of(state, batch.before[paper.label]), state)

    def _renewed(self, document: str) -> tuple[Entry, ...]:
        """The entries of a document that has lost one of its copies, without its name."""
        for label in self.files.holders(document):
            paper = self._paper(label)
            if paper is None:
                continue
            for _, came in self._here.take([replace(paper, state=self.files.states[label])]):
                for found in documents_in(came.results):
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
        self.batch.touched |= self._compared.strange
        for label in gone:
            state = self.files.drop(label)
            if state is not None:
                self.batch.touched.update(state.documents)
                self.outcomes.append(FileOutcome(label, "removed", state.documents))
        self._commit()
