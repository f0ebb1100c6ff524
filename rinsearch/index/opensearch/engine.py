"""The engine itself; see `state` for what takes the place of commits, and `home` for what stays on this machine."""

from __future__ import annotations

import secrets
import threading
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace as changed
from itertools import islice
from pathlib import Path

from filelock import FileLock, Timeout

from rinsearch.errors import DamagedIndex, IndexLocked
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
    Stored,
    WordForm,
)
from rinsearch.index.gains import scored
from rinsearch.index.identity import Identity, write_identity
from rinsearch.index.opensearch import home, placing
from rinsearch.index.opensearch.cluster import Cluster, Lost, Missing, Taken, gone, parts_missing
from rinsearch.index.opensearch.reading import Reading, stored
from rinsearch.index.opensearch.rows import GAP, template
from rinsearch.index.opensearch.snapshot import Snapshot
from rinsearch.index.opensearch.state import State, write_state
from rinsearch.index.opensearch.terms import clean
from rinsearch.index.opensearch.writing import Writer

LOCK = "writing.lock"


class OpenSearchEngine:
    """An index in a cluster; safe to use from several threads at once."""

    name = "opensearch"

    def __init__(self, folder: Path, identity: Identity) -> None:
        self._folder, self._identity = folder, identity
        self._lock = threading.RLock()
        self._home = home.home_of(folder)
        self._index = home.built(folder / self.name)
        self._cluster = Cluster(self._home.address)
        self._reading = Reading(self._cluster, self._index)
        self._writer = Writer(self._cluster, self._index)
        self._is_fed_from_here = False
        if (generation := self.generation) < identity.generation:
            self.close()
            message = f"Generation {identity.generation} was written, and only {generation} is there."
            raise DamagedIndex(message, place=folder.name)

    @classmethod
    def create(cls, folder: Path, identity: Identity) -> OpenSearchEngine:
        """Make an empty index; what a run that was killed left there without ``index.json`` is thrown away."""
        mine = home.home_of(folder)
        cluster, address = Cluster(mine.address), mine.address
        cluster.check_version()
        with suppress(DamagedIndex, Missing):  # there is none
            cluster.ask("DELETE", f"/{home.built(folder / cls.name)}")
        placing.check_front(cluster, mine.id)
        index = f"{address.name}{GAP}{secrets.token_hex(4)}"
        home.note(folder / cls.name, index)
        cluster.ask("PUT", f"/_index_template/rinsearch-{address.name}", template(address))
        told = {"mappings": {"_meta": home.described(identity, mine, folder)}}
        with suppress(Taken):  # by this request, where it was sent again
            cluster.ask("PUT", f"/{index}", told)
        write_state(cluster, index, State(), first=True)
        write_identity(folder, identity)
        if (folder / home.NAME).is_file():  # it does not grow beside another one
            placing.put_in_front(cluster, index, mine.id)
        cluster.close()
        return cls(folder, identity)

    @property
    def generation(self) -> int:
        """Grows with every commit, from whichever machine."""
        return self._reading.state().generation

    @property
    def fingerprint(self) -> str:
        """As given when the index was made."""
        return self._identity.fingerprint

    @property
    def index(self) -> str:
        """The name in the cluster."""
        return self._index

    @property
    def cluster(self) -> Cluster:
        """The connection."""
        return self._cluster

    def forget(self) -> None:
        """Take nothing for granted that was seen in the cluster before."""
        self._reading.forget()
        self._writer.forget()

    def close(self) -> None:
        """Let go of the connections; the next question opens them again."""
        with self._lock:
            self._reading.forget()
            self._cluster.close()

    # --- writing ------------------------------------------------------------------------------------------------------

    def replace(self, entries: Collection[Entry], gone: Collection[str] = ()) -> int:
        """One commit; see `base.Engine`."""
        twice = [id for id, count in Counter(entry.id for entry in entries).items() if count > 1]
        if twice:
            raise ValueError(f"an id is given twice in one batch: {twice[0]}")
        with self._lock, self._writing():
            self._check_fed_from_here()
            generation = self._committed(entries, gone)
            self._note_generation(generation)
            self._writer.clear_up()
            return generation

    def _committed(self, entries: Collection[Entry], documents: Collection[str]) -> int:
        try:
            return self._writer.commit(entries, documents)
        except Missing:
            raise gone(self._index, self._home.address) from None
        except (Lost, Taken):
            raise parts_missing(self._home.address) from None

    @contextmanager
    def _writing(self) -> Iterator[None]:
        lock = FileLock(self._folder / self.name / LOCK, thread_local=False)
        try:
            lock.acquire(timeout=bounds.LOCK_SECONDS)
        except Timeout:
            raise IndexLocked("Another process is writing to the index.", place=self._folder.name) from None
        except OSError as error:
            raise DamagedIndex("The folder of the index cannot be written.", place=self._folder.name) from error
        try:
            yield
        finally:
            lock.release()

    def _check_fed_from_here(self) -> None:
        if not self._is_fed_from_here:
            told = home.description(self._cluster, self._index)
            if told["home"] != self._home.id:
                raise home.stranger(told, self._home.address)
            self._is_fed_from_here = True

    def _note_generation(self, generation: int) -> None:
        self._identity = changed(self._identity, generation=generation)
        write_identity(self._folder, self._identity)

    # --- reading ------------------------------------------------------------------------------------------------------

    def search(self, clause: Clause, page: Page) -> Found:
        """Candidates by a rough score: `gains`."""
        return self._reading.answered(lambda snapshot: _found(snapshot, clause, page))

    def facets(self, clause: Clause, fields: Sequence[str], scope: Scope = Scope.PASSAGE) -> Facets:
        """Counted by the cluster."""
        return self._reading.answered(lambda snapshot: snapshot.facets(snapshot.query(clause, scope), fields))

    def read(self, wanted: Clause | Sequence[str], scope: Scope = Scope.DOCUMENT) -> Iterator[Stored]:
        """Entries by id or query, of the commit that was the last one at the call."""
        if not isinstance(wanted, Sequence):
            return self._reading.in_order(wanted, scope)
        ids = [clean(id) for id in wanted]
        found = self._reading.answered(lambda snapshot: {row["brief"][0]: row for row in snapshot.by_id(ids)})
        return (stored(found[id]) for id in ids if id in found)

    def words(self, folded: str, whole: bool = False) -> Iterator[WordForm]:
        """Known surface forms."""
        found = self._reading.words(clean(folded) + SEPARATOR if whole else clean(folded))
        return islice(found, bounds.FORMS_AT_MOST)


def _found(snapshot: Snapshot, clause: Clause, page: Page) -> Found:
    query, terms = snapshot.query(clause, page.scope), list(dict.fromkeys(scored(clause)))
    ask = snapshot.best_of_documents if page.scope is Scope.DOCUMENT else snapshot.best
    total, best = ask(query, terms, page)
    known = {term: count for (field, term), count in snapshot.frequencies(terms).items() if field != CONTEXT}
    return Found(total, tuple(best), known, snapshot.passages)
