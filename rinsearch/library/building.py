"""Building an index: papers are read into it, or it is built anew from what was read before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from rinsearch.errors import NoIndex
from rinsearch.index.base import Engine, Scope
from rinsearch.later import later
from rinsearch.library import arguments, limits, owning, remote, saving
from rinsearch.library import place as places
from rinsearch.library.corpus import Given, paper_files
from rinsearch.library.limits import MEMORY_LIMIT, TIME_LIMIT
from rinsearch.library.progress import Progress, quiet
from rinsearch.library.state import Files
from rinsearch.library.statistics import counted_entries
from rinsearch.records import IngestReport

if TYPE_CHECKING:
    from rinsearch.library import ingesting
    from rinsearch.library import target as targets
    from rinsearch.library.work import hiring
else:
    hiring = later("rinsearch.library.work.hiring")
    targets = later("rinsearch.library.target")
    ingesting = later("rinsearch.library.ingesting")  # reads and tags, which questions do without


NEWS_SHOWN = 10  # hits for each saved search


class Building:
    """The part of `Library` that writes to the index."""

    place: Path
    _address: str

    @property
    def engine(self) -> Engine:
        """The engine of the index."""
        raise NotImplementedError

    def close(self) -> None:
        """Let go of the index's files."""
        raise NotImplementedError

    def ingest(
        self,
        *paths: Path | str,
        check: bool = False,
        engine: str | None = None,
        taxonomy: Path | str | None = None,
        time_limit: float = TIME_LIMIT,
        memory_limit: int = MEMORY_LIMIT,
        news: bool = False,
        workers: int | None = None,
        executor: Executor | None = None,
        dask: str | None = None,
        by_content: bool = False,
        progress: Progress = quiet,
    ) -> IngestReport:
        """Read papers into the index: new and changed files are read, files that went from a folder leave it.

        A file is unchanged by its size and time; ``check`` compares the content of each, and tries again what has
        failed. ``taxonomy`` is a file of your own terms (taxonomy/README.md); without it, ``taxonomy.toml`` of the
        index or of a folder of papers holds, and then what was given last; ``none`` is without. ``time_limit``
        (seconds, and a twelfth more for each page that needs OCR) and ``memory_limit`` (MB, on Linux) are of each file.
        ``news`` adds what is new for the saved searches.
        ``engine`` of a new index: whoosh, or tantivy for a national corpus; one that is there keeps its own. That of
        an address is opensearch.
        ``workers`` is how many processes of this machine read and tag; ``executor`` runs it elsewhere, ``dask`` on the
        cluster of the scheduler at this address (tcp://host:8786). Their machines see the files at the same paths;
        where they do not, or with ``by_content``, each gets the file's content. The result is the same.
        Raises `IndexLocked` where another run is writing, `WorkersFailure` where the workers are away or do not fit.
        """
        wish = hiring.Wish.checked(workers, executor, *_who(dask, by_content))
        asked = arguments.paths("paths", paths), arguments.flag("check", check)
        options = targets.options(*limits.checked(time_limit, memory_limit))
        tell, wanted = arguments.called("progress", progress), arguments.flag("news", news)
        kind = remote.engine(self._address, arguments.text_or_none("engine", engine, "tantivy"))
        own = owning.chosen(self.place, arguments.path_or_none("taxonomy", taxonomy), asked[0])
        with self._writing():
            owning.start(self.place, own)
            target = targets.Target.of(self.place, kind)
            given = paper_files(asked[0], target.known)
            report = self._run(ingesting.Ingest(target, options, tell, asked[1], wish, own.terms), given)
        found = saving.fresh(self.engine, self.place, NEWS_SHOWN).searches if wanted else ()
        return replace(report, news=found)

    def rebuild(
        self,
        *,
        engine: str | None = None,
        taxonomy: Path | str | None = None,
        workers: int | None = None,
        executor: Executor | None = None,
        dask: str | None = None,
        progress: Progress = quiet,
    ) -> IngestReport:
        """Build the index anew from what was read before; only files that are missing in the cache are read again.

        ``engine``: go over to another one (whoosh, tantivy). ``taxonomy`` is a file of your own terms, as in `ingest`,
        as are ``workers``, ``executor`` and ``dask``.
        """
        wish = hiring.Wish.checked(workers, executor, *_who(dask, False))
        tell = arguments.called("progress", progress)
        kind = remote.engine(self._address, arguments.text_or_none("engine", engine, "tantivy"))
        if not Files.load(self.place).states:
            raise NoIndex("Nothing is known of any file.", place=self.place.name)
        own = owning.chosen(self.place, arguments.path_or_none("taxonomy", taxonomy))
        with self._writing():
            owning.start(self.place, own)
            target = targets.Target.anew(self.place, Files.load(self.place), kind)
            return self._run(ingesting.Ingest(target, targets.options(), tell, wish=wish, terms=own.terms), Given())

    @contextmanager
    def _writing(self) -> Iterator[None]:
        self.close()
        with places.writing(self.place):
            remote.ready(self.place, self._address, writing=True)
            yield

    def _run(self, work: ingesting.Ingest, given: Given) -> IngestReport:
        try:
            work.run(given)
        except BaseException:
            work.target.engine.close()
            raise
        work.target.finish()
        return self._report(work)

    def _report(self, work: ingesting.Ingest) -> IngestReport:
        outcomes = sorted(work.outcomes, key=lambda outcome: outcome.source)
        counts = Counter(outcome.outcome for outcome in outcomes)
        return IngestReport(
            index=self.place.name,
            engine=self.engine.name,
            generation=self.engine.generation,
            added=counts["added"],
            updated=counts["updated"],
            unchanged=counts["unchanged"],
            removed=counts["removed"],
            incomplete=counts["incomplete"],
            failed=counts["failed"],
            documents=counted_entries(self.engine, Scope.DOCUMENT),
            passages=counted_entries(self.engine, Scope.PASSAGE),
            files=tuple(each for each in outcomes if each.outcome != "unchanged"),
        )


def _who(dask: str | None, by_content: bool) -> tuple[str | None, bool]:
    """The address of a scheduler and whether files are sent by content, checked."""
    return arguments.text_or_none("dask", dask, "tcp://scheduler:8786"), arguments.flag("by_content", by_content)
