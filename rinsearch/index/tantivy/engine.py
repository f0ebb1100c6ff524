"""The engine for a national corpus on one machine: Tantivy, embedded and without a server (extra ``fast``).

Tantivy keeps postings and finds the best of what fulfils a query; it gets ready terms and no analyser of its own is
used. A commit is one of Tantivy's; its number is kept in a row of the index itself, so that it belongs to the state
that is read. Such a row is never deleted: parts of an index without deleted rows are joined and asked faster.
"""

from __future__ import annotations

import os
import shutil
import threading
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from itertools import groupby, islice
from pathlib import Path

from filelock import FileLock, Timeout
from tantivy import DocAddress, Index, IndexWriter

from rinsearch.errors import DamagedIndex, IndexLocked, RinsearchError
from rinsearch.index import bounds
from rinsearch.index.base import (
    CONTEXT,
    SEPARATOR,
    Candidate,
    Clause,
    Entry,
    Facets,
    Found,
    Page,
    Scope,
    Stored,
    WordForm,
    tie,
)
from rinsearch.index.gains import scored
from rinsearch.index.identity import Identity, write_identity
from rinsearch.index.tantivy import best, queries
from rinsearch.index.tantivy.asking import Asking
from rinsearch.index.tantivy.rows import Card, rows, schema, stored

HEAP = 100_000_000  # bytes of the writer; what is more goes to the disk in between
LOCK = "writing.lock"
META = "meta.json"  # Tantivy's table of contents, replaced by every commit
PANIC = "PanicException"  # what a failed assertion of Tantivy becomes; pyo3 gives no name to import it by


@contextmanager
def _damage_named(place: str) -> Iterator[None]:
    """Whatever Tantivy raises on broken files is one error."""
    try:
        yield
    except RinsearchError:
        raise
    except BaseException as error:
        if not isinstance(error, Exception) and type(error).__name__ != PANIC:
            raise
        raise DamagedIndex(f"The index cannot be read ({type(error).__name__}).", place=place) from error


class TantivyEngine:
    """An index in a folder; safe to use from several threads at once."""

    name = "tantivy"

    def __init__(self, folder: Path, identity: Identity) -> None:
        self._folder, self._identity = folder, identity
        self._place = folder / self.name
        self._lock = threading.RLock()
        self._index: Index | None = None
        self._kept: tuple[tuple[int, ...], Asking] | None = None
        if self.generation < identity.generation:
            message = f"Generation {identity.generation} was written, and only {self.generation} is there."
            self.close()
            raise DamagedIndex(message, place=folder.name)

    @classmethod
    def create(cls, folder: Path, identity: Identity) -> TantivyEngine:
        """Make an empty index; what a run that was killed left there without ``index.json`` is thrown away."""
        place = folder / cls.name
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir(parents=True)
        Index(schema(), path=str(place), reuse=False)
        write_identity(folder, identity)
        return cls(folder, identity)

    @property
    def generation(self) -> int:
        """Grows by one with every commit, by whichever process."""
        with self._reading() as asking:
            return asking.generation

    @property
    def fingerprint(self) -> str:
        """As given when the index was made."""
        return self._identity.fingerprint

    def close(self) -> None:
        """Let go of the files; the next question opens them again."""
        with self._lock:
            self._index = self._kept = None

    # --- writing ------------------------------------------------------------------------------------------------------

    def replace(self, entries: Collection[Entry], gone: Collection[str] = ()) -> int:
        """One commit; see `base.Engine`."""
        twice = [id for id, count in Counter(entry.id for entry in entries).items() if count > 1]
        if twice:
            raise ValueError(f"an id is given twice in one batch: {twice[0]}")
        with self._lock, self._writing() as writer:
            with _damage_named(self._folder.name):
                self._kept = None
                generation = self.generation + 1
                for document in sorted({*gone, *(entry.document for entry in entries)}):
                    writer.delete_documents_by_term("document", document)
            for row in rows(entries, generation):
                writer.add_document(row)
            with _damage_named(self._folder.name):
                writer.commit()
            self._note_generation(generation)
            return generation

    @contextmanager
    def _writing(self) -> Iterator[IndexWriter]:
        """A writer; what it has not committed is forgotten."""
        lock = FileLock(self._place / LOCK, thread_local=False)
        with _damage_named(self._folder.name):
            try:
                lock.acquire(timeout=bounds.LOCK_SECONDS)
            except Timeout:
                raise IndexLocked("Another process is writing to the index.", place=self._folder.name) from None
        try:
            with _damage_named(self._folder.name):
                writer = self._opened().writer(HEAP, 1)
            try:
                yield writer
            except BaseException:
                writer.rollback()
                raise
            finally:
                writer.wait_merging_threads()
        finally:
            lock.release()

    def _note_generation(self, generation: int) -> None:
        identity = self._identity
        self._identity = Identity(identity.engine, identity.schema, identity.analyser, identity.fingerprint, generation)
        write_identity(self._folder, self._identity)

    # --- reading ------------------------------------------------------------------------------------------------------

    @contextmanager
    def _reading(self) -> Iterator[Asking]:
        with _damage_named(self._folder.name):
            yield self._asking()

    def _asking(self) -> Asking:
        """The state of the last commit, whoever made it."""
        with self._lock:
            found = os.stat(self._place / META)
            seen = found.st_ino, found.st_mtime_ns, found.st_size
            if self._kept is None or self._kept[0] != seen:
                index = self._opened()
                index.reload()
                self._kept = seen, Asking(index.searcher())
            return self._kept[1]

    def _opened(self) -> Index:
        if self._index is None:
            index = Index.open(str(self._place))
            if index.schema != schema():
                raise DamagedIndex("The index was made by another version of rinsearch.", place=self._folder.name)
            index.config_reader("manual")
            self._index = index
        return self._index

    def search(self, clause: Clause, page: Page) -> Found:
        """Candidates by a rough score: `gains`."""
        with self._reading() as asking:
            query, terms = asking.query(clause, page.scope), list(dict.fromkeys(scored(clause)))
            frequencies = asking.frequencies(terms)
            known = {term: count for (field, term), count in frequencies.items() if field != CONTEXT}
            if not page.limit:
                return Found(asking.count(query), (), known, asking.passages)
            by_scores = best.by_scores(clause) and not asking.wordy
            scores = tuple(best.scores(asking, terms, frequencies))
            total, hits = best.choose(best.Question(asking, query, scores, by_scores), page)
            found = tuple(_candidate(score, asking.card(address)) for score, address in hits)
            return Found(total, found, known, asking.passages)

    def facets(self, clause: Clause, fields: Sequence[str], scope: Scope = Scope.PASSAGE) -> Facets:
        """Counts of columns."""
        with self._reading() as asking:
            return asking.counts(asking.query(clause, scope), fields, scope)

    def read(self, wanted: Clause | Sequence[str], scope: Scope = Scope.DOCUMENT) -> Iterator[Stored]:
        """Entries by id or query, of the commit that was the last one at the call."""
        with self._reading() as asking:
            if isinstance(wanted, Sequence):
                hits = (
                    hit
                    for id in wanted
                    for hit in asking.searcher.search(queries.term("id", id), limit=1, count=False).hits
                )
                return self._stored(asking, (address for _, address in hits))
            return self._stored_in_order(asking, asking.by_document(asking.query(wanted, scope)))

    def _stored(self, asking: Asking, addresses: Iterator[DocAddress]) -> Iterator[Stored]:
        with _damage_named(self._folder.name):
            for address in addresses:
                row = asking.searcher.doc(address)
                card = Card.of(row)
                yield Stored(card.id, card.document, Scope(card.scope), stored(row, "data"))

    def _stored_in_order(self, asking: Asking, found: Sequence[tuple[str, DocAddress]]) -> Iterator[Stored]:
        """Document by document, so that a whole corpus need not be held."""
        for _, entries in groupby(found, key=lambda pair: pair[0]):
            rows = self._stored(asking, (address for _, address in entries))
            yield from sorted(rows, key=lambda each: tie("", "", each.document, each.id))

    def words(self, folded: str, whole: bool = False) -> Iterator[WordForm]:
        """Known surface forms."""
        with self._reading() as asking:
            terms = asking.forms(folded + SEPARATOR if whole else folded)
        return (WordForm(*term.split(SEPARATOR)) for term in islice(terms, bounds.FORMS_AT_MOST))


def _candidate(score: float, card: Card) -> Candidate:
    return Candidate(card.id, card.document, card.kind, card.date, card.words, card.title, card.section, score)
