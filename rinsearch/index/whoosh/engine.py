"""The default engine: Whoosh, embedded and without a server, right for a region (up to some 100,000 passages).

Only what Whoosh 2.7.4 and its successors share is used. Whoosh keeps terms, columns, commits and deletions; it gets
ready terms and needs no analyser, no positions and no stored fields.

A searcher is kept as long as it is up to date; ``Searcher.refresh()`` returns deleted documents in some releases and
is never called.
"""

from __future__ import annotations

import gc
import threading
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

from whoosh.codec import default_codec
from whoosh.index import LockError

from rinsearch.errors import DamagedIndex, IndexLocked, RinsearchError
from rinsearch.index import bounds
from rinsearch.index.base import (
    CONTEXT,
    SEPARATOR,
    Clause,
    Entry,
    Facets,
    Found,
    Page,
    Scope,
    Sort,
    Stored,
    WordForm,
)
from rinsearch.index.durable import Durable
from rinsearch.index.gains import scored
from rinsearch.index.identity import Identity, write_identity
from rinsearch.index.whoosh.rough import best, by_date, counts, scores
from rinsearch.index.whoosh.rows import candidate, row, schema, stored, with_id
from rinsearch.index.whoosh.snapshot import Snapshot

OPENINGS = 5  # attempts to open a state that another process is replacing


@contextmanager
def _damage_named(place: str, storage: Durable) -> Iterator[None]:
    """Whatever Whoosh raises on broken files (struct.error, EOFError, UnpicklingError, TypeError …) is one error."""
    try:
        yield
    except RinsearchError:
        raise
    except Exception as error:
        storage.close_files()
        raise DamagedIndex(f"The index cannot be read ({type(error).__name__}).", place=place) from error


@contextmanager
def _no_garbage_collector() -> Iterator[None]:
    """Building makes millions of small objects and no cycles: without the collector it is a sixth faster."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _codec() -> Any:
    """Whoosh's codec without statistics of lengths: our fields have none, and it would look for a file per posting."""
    codec = default_codec()
    codec.length_stats = False
    return codec


class WhooshEngine:
    """An index in a folder; safe to use from several threads, one query at a time."""

    name = "whoosh"

    def __init__(self, folder: Path, identity: Identity) -> None:
        self._folder, self._identity = folder, identity
        self._lock = threading.RLock()
        self._kept: Snapshot | None = None
        self._storage = Durable(str(folder / self.name))
        with self._damage_named():
            self._index = self._storage.open_index(schema=schema())
            generation = self._index.latest_generation()
        if generation < identity.generation:
            message = f"Generation {identity.generation} was written, and only {generation} is there."
            raise DamagedIndex(message, place=folder.name)

    @classmethod
    def create(cls, folder: Path, identity: Identity) -> WhooshEngine:
        """Make an empty index; what a run that was killed left there without ``index.json`` is written over."""
        place = folder / cls.name
        place.mkdir(parents=True, exist_ok=True)
        Durable(str(place)).create_index(schema())
        write_identity(folder, identity)
        return cls(folder, identity)

    @property
    def generation(self) -> int:
        """Grows with every commit, by whichever process."""
        with self._damage_named():
            return int(self._index.latest_generation())

    @property
    def fingerprint(self) -> str:
        """As given when the index was made."""
        return self._identity.fingerprint

    def close(self) -> None:
        """Let go of the files."""
        with self._lock:
            if self._kept is not None:
                self._kept.searcher.close()
                self._kept = None

    def _damage_named(self) -> AbstractContextManager[None]:
        return _damage_named(self._folder.name, self._storage)

    # --- writing ------------------------------------------------------------------------------------------------------

    def replace(self, entries: Collection[Entry], gone: Collection[str] = ()) -> int:
        """One commit; see `base.Engine`."""
        twice = [id for id, count in Counter(entry.id for entry in entries).items() if count > 1]
        if twice:
            raise ValueError(f"an id is given twice in one batch: {twice[0]}")
        with self._lock, _no_garbage_collector():
            writer = self._writer()
            try:
                with self._damage_named():
                    self._delete(writer, {*gone, *(entry.document for entry in entries)})
                for entry in entries:
                    writer.add_document(**row(entry))
            except BaseException:
                writer.cancel()
                raise
            with self._damage_named():
                writer.commit()
            return self._note_generation()

    def _writer(self) -> Any:
        with self._damage_named():
            try:
                return self._index.writer(timeout=bounds.LOCK_SECONDS, codec=_codec())
            except LockError:
                raise IndexLocked("Another process is writing to the index.", place=self._folder.name) from None

    def _delete(self, writer: Any, documents: Iterable[str]) -> None:
        searcher = writer.searcher()
        try:
            for document in sorted(documents):
                writer.delete_by_term("filter", f"document={document}", searcher=searcher)
        finally:
            searcher.close()

    def _note_generation(self) -> int:
        generation = self.generation
        identity = self._identity
        self._identity = Identity(identity.engine, identity.schema, identity.analyser, identity.fingerprint, generation)
        write_identity(self._folder, self._identity)
        return generation

    # --- reading ------------------------------------------------------------------------------------------------------

    @contextmanager
    def _reading(self) -> Iterator[Snapshot]:
        with self._lock, self._damage_named():
            yield self._current()

    def _current(self) -> Snapshot:
        if self._kept is None or not self._kept.searcher.up_to_date():
            self._kept = self._fresh()
        return self._kept

    def _fresh(self) -> Snapshot:
        # Another process may commit, and delete the files of the state before, between reading the table of contents
        # and opening its segments: seen once in a thousand openings.
        for _ in range(OPENINGS - 1):
            try:
                return Snapshot(self._index.searcher())
            except FileNotFoundError:
                continue
        return Snapshot(self._index.searcher())

    def search(self, clause: Clause, page: Page) -> Found:
        """Candidates by a rough score: BM25 of words and context."""
        with self._reading() as snapshot:
            found = snapshot.find(clause, page.scope)
            terms = list(scored(clause))
            score_of = scores(snapshot, found, terms, page.scope)
            chosen = (by_date if page.sort is Sort.DATE else best)(snapshot, score_of, page)
            frequencies = {term: len(snapshot.postings(field, term)) for field, term in terms if field != CONTEXT}
            candidates = tuple(candidate(snapshot, number, score_of[number]) for number in chosen)
            return Found(len(found), candidates, frequencies, len(snapshot.passages))

    def facets(self, clause: Clause, fields: Sequence[str], scope: Scope = Scope.PASSAGE) -> Facets:
        """Counts by set intersection."""
        with self._reading() as snapshot:
            found = snapshot.find(clause, scope)
            return {name: counts(snapshot, found, name) for name in fields}

    def read(self, wanted: Clause | Sequence[str], scope: Scope = Scope.DOCUMENT) -> Iterator[Stored]:
        """Entries by id or query."""
        with self._reading() as snapshot:
            if isinstance(wanted, Sequence):
                numbers = [number for id in wanted for number in with_id(snapshot, id)]
            else:
                numbers = sorted(snapshot.find(wanted, scope), key=lambda number: snapshot.tie(number)[2:])
            found = [stored(snapshot, number) for number in numbers]
        return iter(found)

    def words(self, folded: str, whole: bool = False) -> Iterator[WordForm]:
        """Known surface forms."""
        with self._reading() as snapshot:
            return iter(snapshot.forms(folded + SEPARATOR if whole else folded))
