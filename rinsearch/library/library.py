"""The class: one method for each command, with the same names and defaults."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self, Unpack

from rinsearch.answers import PaperAnalysis, SearchAnswer, ShownExplanation, ShownPassage, dressed
from rinsearch.errors import UnknownName, UsageError
from rinsearch.index.base import Engine, Everything, Scope
from rinsearch.index.entries import stored_document, stored_passage
from rinsearch.index.search import Options, search
from rinsearch.index.values import Filters, given
from rinsearch.later import later
from rinsearch.library import arguments, owning, remote
from rinsearch.library import place as places
from rinsearch.library.building import Building
from rinsearch.library.listed import Listed
from rinsearch.library.names import known_plan
from rinsearch.library.place import DEFAULT_INDEX
from rinsearch.library.publishing import Publishing
from rinsearch.library.saving import Saving
from rinsearch.library.statistics import Statistics, statistics
from rinsearch.registers import Understood
from rinsearch.taxonomy.own import OwnTerms

if TYPE_CHECKING:
    from rinsearch.answers import redacting
    from rinsearch.library import checking, explaining, exporting, imaging
    from rinsearch.library.analysing import Text
    from rinsearch.library.checking import Verification
else:
    checking = later("rinsearch.library.checking")
    explaining = later("rinsearch.library.explaining")
    exporting = later("rinsearch.library.exporting")
    imaging = later("rinsearch.library.imaging")
    redacting = later("rinsearch.answers.redacting")


class Library(Building, Listed, Publishing, Saving):
    """An index of papers in a folder, and the questions that it answers. Use it in a ``with`` statement."""

    def __init__(self, index: Path | str = DEFAULT_INDEX) -> None:
        """``index`` is a folder, or the address of an index in a cluster (``opensearch+https://user@host/name``)."""
        self.place, self._address = remote.located(index)
        self._engine: Engine | None = None
        self._opened: tuple[int, ...] = ()
        self._papers: tuple[int, tuple[Understood, ...]] | None = None
        self._own: OwnTerms | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the index's files."""
        if self._engine:
            self._engine.close()
        self._engine = self._papers = None

    @property
    def engine(self) -> Engine:
        """The engine, opened on first use. Raises `NoIndex` or `DamagedIndex`."""
        if self._engine is not None and self._opened != places.identity(self.place):  # another one took its place
            self.close()
        if self._engine is None:
            remote.ready(self.place, self._address)
            self._opened = places.identity(self.place)
            self._engine = places.opened(self.place)
            self._own = owning.of_index(self.place)
        owning.hold(self._own)
        return self._engine

    # --- where is it written ------------------------------------------------------------------------------------------

    def search(
        self,
        query: str,
        *,
        limit: int = 10,
        offset: int = 0,
        sort: str = "relevance",
        facets: tuple[str, ...] = (),
        wide: bool = False,
        group: bool = False,
        copies: bool = False,
        **filters: Unpack[Filters],
    ) -> SearchAnswer:
        """Where is it written? Words by their lemma, "exact words", fields such as občina:Semič.

        ``wide`` also finds the other words for a target group ("starostniki": starejši, osebe z demenco), ``group``
        puts the passages of a document together, ``copies`` shows passages with the same words one by one.
        """
        if plan := given(filters).get("plan"):
            known_plan(plan, self._plan_ids())
        asked = arguments.query(query)
        cut = arguments.number("limit", limit), arguments.number("offset", offset)
        shown = arguments.text("sort", sort, "date"), arguments.names("facets", facets, '["kind"]')
        how = arguments.flag("wide", wide), arguments.flag("group", group), arguments.flag("copies", copies)
        return dressed(search(self.engine, asked, filters, Options(*cut, *shown, *how)), SearchAnswer)

    # --- one paper, one passage ---------------------------------------------------------------------------------------

    def document(self, id: str) -> PaperAnalysis:
        """What was understood of one document. Raises `UnknownName`."""
        arguments.text("id", id, "3f09c2d1a4b5e6f7")
        found = next(iter(self.engine.read([id], Scope.DOCUMENT)), None)
        if found is None:
            raise UnknownName("document", id)
        return dressed(stored_document(found).analysis, PaperAnalysis)

    def passage(self, id: str) -> ShownPassage:
        """One passage with its tags. Raises `UnknownName`."""
        arguments.text("id", id, "3f09c2d1a4b5e6f7.12")
        found = next(iter(self.engine.read([id], Scope.PASSAGE)), None)
        if found is None:
            raise UnknownName("passage", id)
        return dressed(stored_passage(found).passage, ShownPassage)

    def show(self, id: str, *, image: Path | str | None = None) -> PaperAnalysis | ShownPassage:
        """A document by its id, or a passage by its own (``<document>.<number>``). Raises `UnknownName`.

        ``image``: write the passage's page there as PNG, with its lines marked. Raises `UsageError` where the passage
        has no page, `ReadError` where its file has gone or has changed.
        """
        given = arguments.text("id", id, "3f09c2d1a4b5e6f7.12")
        found = self.passage(given) if "." in given else self.document(given)
        if image is not None:
            if not isinstance(found, ShownPassage):
                raise UsageError(
                    "A picture shows a passage.", place=id, advice="Give the id of one: <document>.<number>."
                )
            imaging.write_picture(self.place, found, arguments.path("image", image))
        return found

    def explain(self, text: Path | str | Text, *, taxonomy: Path | str | None = None) -> ShownExplanation:
        """Why was it found, and why is it no acknowledgement? A passage by its id, a file, or a text.

        Of the id of a document or passage, the whole document of the index is the context; ``-`` reads standard input.
        For each tag the rule and the words that matched, for each verb of deciding what speaks for and against it.
        ``taxonomy`` is a file of your own terms in place of those of the index. Raises `UnknownName`, `UsageError` or
        `ReadError`.
        """
        own = arguments.path_or_none("taxonomy", taxonomy)
        stored = self.document(str(text).partition(".")[0]) if explaining.is_id(text) else None
        owning.hold(owning.chosen(self.place, own).terms if own else owning.of_index(self.place))
        if stored:
            return dressed(explaining.explain_stored(self.place, stored, str(text)), ShownExplanation)
        return dressed(explaining.explain_given(arguments.paper(text)), ShownExplanation)

    # --- about the index ----------------------------------------------------------------------------------------------

    def stats(self) -> Statistics:
        """How much the index holds, and of what."""
        return statistics(self.place, self.engine, self._understood())

    def verify(self) -> Verification:
        """Compare every quote of the index with the passage that it names."""
        return checking.verify(self.engine)

    def export(
        self,
        what: str,
        to: Path | str | None = None,
        *,
        excel: bool = False,
        with_contacts: bool = False,
        **filters: Unpack[Filters],
    ) -> int:
        """Write councils, measures, decisions, documents, plans, priorities, passages or tags to a file; how many rows.

        The ending of ``to`` gives the form: .csv, .jsonl, .xlsx, .parquet, .sqlite; "all" (.xlsx, .sqlite) writes every
        register. ``excel``: CSV as a Slovene Excel opens it. Telephone numbers and mail addresses are blotted out
        unless ``with_contacts``.
        """
        if to is None:
            raise UsageError("No file is named.", place="to", advice="Write it like `rinsearch export measures m.csv`.")
        asked = exporting.Request(
            arguments.text("what", what, "measures"),
            filters,
            arguments.flag("excel", excel),
            arguments.flag("with_contacts", with_contacts),
        )
        return exporting.export(self, asked, arguments.path("to", to), redacting.redacted)

    # --- within -------------------------------------------------------------------------------------------------------

    def _understood(self) -> tuple[Understood, ...]:
        """All documents of the index, read once for each generation."""
        generation = self.engine.generation
        if self._papers is None or self._papers[0] != generation:
            stored = map(stored_document, self.engine.read(Everything(), Scope.DOCUMENT))
            self._papers = generation, tuple(Understood(each.info, each.analysis) for each in stored)
        return self._papers[1]
