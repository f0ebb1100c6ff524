"""The engine itself; see `state` for what takes the place of commits, and `home` for what stays on this machine."""

from __future__ import annotations

import secrets
import threading
import time
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace as changed
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

from filelock import FileLock, Timeout

from rinsearch.errors import ClusterAway, DamagedIndex, IndexLocked, RinsearchError
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
)
from rinsearch.index.gains import scored
from rinsearch.index.identity import Identity, write_identity
from rinsearch.index.opensearch import home, placing, queries
from rinsearch.index.opensearch.cluster import Cluster, Lost, Missing, Taken, gone, parts_missing
from rinsearch.index.opensearch.rows import GAP, clean, line, template
from rinsearch.index.opensearch.snapshot import AT_ONCE, KEEP, Snapshot
from rinsearch.index.opensearch.state import State, read_state, write_state
from rinsearch.index.opensearch.writing import Writer

LOCK = "writing.lock"
PATIENCE = 60.0  # seconds for which a question is asked again while nodes come and go
PAUSE = 0.2  # seconds between two attempts
OPENINGS = 50  # attempts to open a point in time between two commits
FORMS_FIRST = 1_000  # known forms of the first answer; a prefix stands for as many
COLUMNS = ("brief", "data")

T = TypeVar("T")


class OpenSearchEngine:
    """An index in a cluster; safe to use from several threads at once."""

    name = "opensearch"

    def __init__(self, folder: Path, identity: Identity) -> None:
        self._folder, self._identity = folder, identity
        self._lock = threading.RLock()
        self._home = home.home_of(folder)
        self._index = home.built(folder / self.name)
        self._cluster = Cluster(self._home.address)
        self._kept: Snapshot | None = None
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
        return self._state().generation

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
        self._drop(self._kept)
        self._writer.forget()

    def close(self) -> None:
        """Let go of the connections; the next question opens them again."""
        with self._lock:
            self._drop(self._kept)
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
            raise self._in_parts() from None

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

    def _in_parts(self) -> ClusterAway:
        return parts_missing(self._home.address)

    # --- reading ------------------------------------------------------------------------------------------------------

    def _ask(self, method: str, what: str, body: Mapping[str, Any] | None = None, **params: Any) -> Any:
        try:
            return self._cluster.ask(method, f"/{self._index}/{what}", body, **params)
        except Missing:
            raise gone(self._index, self._home.address) from None

    def _state(self) -> State:
        return read_state(self._cluster, self._index)

    def _opened(self) -> Snapshot:
        """A point in time of the last commit: the state is the same before and after it was taken."""
        state = self._state()
        for _ in range(OPENINGS):
            found, now = Snapshot(self._cluster, state, self._point()), self._state()
            if now == state:
                return found
            self._drop(found)
            state = now
        raise ClusterAway("The index changes too fast to be read.", place=self._home.address.place)

    def _point(self) -> str:
        found = self._ask("POST", "_search/point_in_time", keep_alive=KEEP, allow_partial_pit_creation="false")
        return str(found["pit_id"])

    def _current(self) -> Snapshot:
        with self._lock:
            if self._kept is None or self._kept.state != self._state():
                self._drop(self._kept)
                self._kept = self._opened()
            return self._kept

    def _drop(self, snapshot: Snapshot | None) -> None:
        if snapshot is not None:
            with self._lock:
                if self._kept is snapshot:
                    self._kept = None
            with suppress(RinsearchError, Lost, Missing):
                snapshot.close()

    def _answered(self, question: Callable[[Snapshot], T]) -> T:
        """Asked again where the point in time went, with its node or because a newer one took its place."""
        end = time.monotonic() + PATIENCE
        while True:
            snapshot = None
            try:
                snapshot = self._current()
                return question(snapshot)
            except (Lost, Missing, Taken):
                self._drop(snapshot)
                if time.monotonic() > end:
                    raise self._in_parts() from None
            time.sleep(PAUSE)

    def search(self, clause: Clause, page: Page) -> Found:
        """Candidates by a rough score: `gains`."""
        return self._answered(lambda snapshot: _found(snapshot, clause, page))

    def facets(self, clause: Clause, fields: Sequence[str], scope: Scope = Scope.PASSAGE) -> Facets:
        """Counted by the cluster."""
        return self._answered(lambda snapshot: snapshot.facets(snapshot.query(clause, scope), fields))

    def read(self, wanted: Clause | Sequence[str], scope: Scope = Scope.DOCUMENT) -> Iterator[Stored]:
        """Entries by id or query, of the commit that was the last one at the call."""
        if isinstance(wanted, Sequence):
            ids = [clean(id) for id in wanted]
            found = self._answered(lambda snapshot: {row["brief"][0]: row for row in snapshot.by_id(ids, COLUMNS)})
            return (_stored(found[id]) for id in ids if id in found)
        opened = self._answered(lambda _: self._opened())
        return self._in_order(opened, self._answered(lambda _: opened.query(wanted, scope)))

    def _in_order(self, snapshot: Snapshot, query: queries.Query) -> Iterator[Stored]:
        """Page by page; where a node went with the point in time, the same state is read on through another one."""
        after: Sequence[Any] = ()
        try:
            while True:
                try:
                    page = snapshot.page(query, AT_ONCE, COLUMNS, after)
                except Lost:
                    snapshot = self._again(snapshot)
                    continue
                if not page:
                    return
                after = page[-1][0]
                yield from (_stored(row) for _, row in page)
        finally:
            self._drop(snapshot)

    def _again(self, lost: Snapshot) -> Snapshot:
        found = self._answered(lambda _: self._opened())
        if found.state.generation != lost.state.generation:
            message = "The index was changed while it was read, and a node of the cluster went away."
            raise ClusterAway(message, place=self._home.address.place, advice="Try again.")
        return found

    def words(self, folded: str, whole: bool = False) -> Iterator[WordForm]:
        """Known surface forms."""
        return islice(self._words(clean(folded) + SEPARATOR if whole else clean(folded)), bounds.FORMS_AT_MOST)

    def _words(self, beginning: str) -> Iterator[WordForm]:
        after, size = "", FORMS_FIRST
        while True:
            page = self._page_of_forms(beginning, after, size)
            yield from (WordForm(*form.split(SEPARATOR)) for form in page)
            if len(page) < size:
                return
            after, size = page[-1], 10 * FORMS_FIRST

    def _page_of_forms(self, beginning: str, after: str, size: int) -> list[str]:
        return self._answered(lambda snapshot: snapshot.forms(beginning, after, size))


def _found(snapshot: Snapshot, clause: Clause, page: Page) -> Found:
    query, terms = snapshot.query(clause, page.scope), list(dict.fromkeys(scored(clause)))
    ask = snapshot.best_of_documents if page.scope is Scope.DOCUMENT else snapshot.best
    total, best = ask(query, terms, page)
    known = {term: count for (field, term), count in snapshot.frequencies(terms).items() if field != CONTEXT}
    return Found(total, tuple(_candidate(score, row) for score, row in best), known, snapshot.passages)


def _candidate(score: float, row: Mapping[str, Any]) -> Candidate:
    id, document, _, kind, date = row["brief"]
    return Candidate(id, document, kind, date, line(row["words"]), row["title"], row["section"], score)


def _stored(row: Mapping[str, Any]) -> Stored:
    id, document, scope, *_ = row["brief"]
    return Stored(id, document, Scope(scope), row["data"])
