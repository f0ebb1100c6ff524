"""The class: one method for each command, with the same names and defaults."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, Unpack

from rinsearch import registers
from rinsearch.answers import Listing, PaperAnalysis, SearchAnswer, ShownExplanation, ShownPassage, dressed
from rinsearch.errors import UnknownName, UsageError
from rinsearch.index.base import Engine, Everything, Scope
from rinsearch.index.entries import stored_document, stored_passage
from rinsearch.index.search import Options, search
from rinsearch.index.values import Filters, given, resolve
from rinsearch.later import later
from rinsearch.library import arguments, owning, remote
from rinsearch.library import place as places
from rinsearch.library.building import Building
from rinsearch.library.names import find_plan, known_plan, unsaid, wanted
from rinsearch.library.publishing import Publishing
from rinsearch.library.saving import Saving
from rinsearch.library.state import Files
from rinsearch.records import (
    CitedDecision,
    CitedMeasure,
    CitedPlan,
    CitedPriority,
    DocumentInfo,
)
from rinsearch.registers import Understood, Wanted
from rinsearch.taxonomy import alphabetical, municipalities, target_groups
from rinsearch.taxonomy.own import OwnTerms

if TYPE_CHECKING:
    from rinsearch.answers import redacting
    from rinsearch.library import checking, drawing, explaining, exporting, imaging
    from rinsearch.library.analysing import Text
    from rinsearch.library.checking import Verification
    from rinsearch.library.drawing import DrawnMeasures
else:
    checking = later("rinsearch.library.checking")
    explaining = later("rinsearch.library.explaining")
    drawing = later("rinsearch.library.drawing")
    exporting = later("rinsearch.library.exporting")
    imaging = later("rinsearch.library.imaging")
    redacting = later("rinsearch.answers.redacting")

DEFAULT_INDEX = "indexes/default"


@dataclass(frozen=True, slots=True)
class Statistics:
    """How much an index holds, and of what."""

    index: str
    engine: str
    generation: int
    documents: int
    passages: int
    kinds: Mapping[str, int]
    statuses: Mapping[str, int]
    issuers: Mapping[str, int]
    years: Mapping[str, int]
    plans: Mapping[str, int]
    measures: int
    incomplete: tuple[str, ...]
    failed: tuple[str, ...]


class Library(Building, Publishing, Saving):
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

    # --- the three questions ------------------------------------------------------------------------------------------

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

    def measures(
        self,
        *,
        priority: str | None = None,
        provider: str | None = None,
        own: bool = False,
        without: str | None = None,
        picture: Path | str | None = None,
        **filters: Unpack[Filters],
    ) -> DrawnMeasures:
        """Which measures are there, for a target group (with the groups below it), of a plan, in a municipality?

        ``since`` and ``until`` are of the measures' deadlines; those without a day are then left out. ``priority`` is
        the number of one or a part of its title, ``provider`` a part of a name. ``own`` leaves out what papers about a
        plan name, where its own text is there. ``without``: only those that name no provider, deadline, funding,
        amount, indicator, target-group or priority. ``picture``: draw target groups by priorities, as a matrix of
        counts of one plan, to this SVG file.
        """
        days = wanted("measures", Filters(since=filters.pop("since", None), until=filters.pop("until", None)), ())
        found = registers.measures(self._understood(), self._wanted("measures", filters))
        titles = registers.priorities(self._understood())
        narrowed = registers.Narrowing(
            days.since,
            days.until,
            arguments.text_or_none("priority", priority, "2"),
            arguments.text_or_none("provider", provider, "CSD"),
            unsaid(arguments.text_or_none("without", without, "deadline")),
            self._own_texts() if arguments.flag("own", own) else {},
        )
        kept = registers.narrowed(found, titles, narrowed)
        if picture is not None:
            drawing.write(drawing.matrix(kept, titles), picture)
        return drawing.DrawnMeasures(kept, titles)

    # --- what there is ------------------------------------------------------------------------------------------------

    def decisions(self, **filters: Unpack[Filters]) -> Listing[CitedDecision]:
        """The decisions that papers show, by date."""
        return Listing("decisions", registers.decisions(self._understood(), self._wanted("decisions", filters)))

    def documents(self, **filters: Unpack[Filters]) -> Listing[DocumentInfo]:
        """The papers, by date."""
        return Listing("documents", registers.documents(self._understood(), self._wanted("documents", filters)))

    def plans(self) -> Listing[CitedPlan]:
        """The regional plans that papers speak of: how many councils took note, how many measures, its own document."""
        measures = registers.measures(self._understood())
        return Listing("plans", [self._overview(each, measures) for each in registers.plans(self._understood())])

    def _overview(self, plan: CitedPlan, measures: Sequence[CitedMeasure]) -> CitedPlan:
        table, own = self._table_of(plan.id), registers.of_plan(measures, plan.id)
        return replace(plan, took_note=table.took_note, councils=table.total, measures=len(own))

    def priorities(self, plan: str | None = None) -> Listing[CitedPriority]:
        """The priorities of the plans, from the plans' own documents and from papers about them."""
        asked = arguments.text_or_none("plan", plan, "JV 2017")
        found = registers.priorities(self._understood())
        id = find_plan(asked, registers.plans(self._understood())) if asked else None
        return Listing("priorities", [each for each in found if id in (None, each.plan)])

    def groups(self) -> Listing[Mapping[str, Any]]:
        """The target groups, with the number of papers that speak of each."""
        counts = dict(self.engine.facets(Everything(), ["target_group"], Scope.DOCUMENT)["target_group"])
        rows = [
            {
                "id": g.id,
                "parent": g.parent,
                "label_sl": g.label_sl,
                "label_en": g.label_en,
                "documents": counts.get(g.id, 0),
            }
            for g in target_groups().values()
        ]
        return Listing("groups", rows)

    def municipalities(self, region: str | None = None) -> Listing[Mapping[str, Any]]:
        """The municipalities, all or of a region, with the number of papers that each has issued."""
        counts = Counter(paper.info.issuer.code for paper in self._understood() if paper.info.issuer)
        asked = arguments.text_or_none("region", region, "jugovzhodna")
        wanted = resolve("region", asked).value if asked is not None else None
        rows = [
            {"code": m.code, "name": m.name, "region": m.region, "documents": counts[m.code]}
            for m in sorted(municipalities().values(), key=lambda each: alphabetical(each.name))
            if wanted in (None, m.region)
        ]
        return Listing("municipalities", rows)

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
        papers = self._understood()
        states = Files.load(self.place).states
        statuses = Counter(str(each.status) for paper in papers for each in paper.analysis.decisions if each.plan)
        return Statistics(
            index=self.place.name,
            engine=self.engine.name,
            generation=self.engine.generation,
            documents=len(papers),
            passages=self._count(Scope.PASSAGE),
            kinds=_counted(str(paper.info.kind) for paper in papers),
            statuses=dict(sorted(statuses.items())),
            issuers=_counted(paper.info.issuer.name for paper in papers if paper.info.issuer),
            years=_counted(str(paper.info.date.year) for paper in papers if paper.info.date),
            plans=_counted(mention.id for paper in papers for mention in paper.analysis.plans if mention.period),
            measures=sum(len(paper.analysis.measures) for paper in papers),
            incomplete=tuple(label for _, state in sorted(states.items()) for label in state.incomplete),
            failed=tuple(each.place or label for label, state in sorted(states.items()) for each in state.problems),
        )

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

    def _own_texts(self) -> Mapping[str, str]:
        """The document that is the plan itself, by plan."""
        return {each.id: each.document.id for each in registers.plans(self._understood()) if each.document}

    def _wanted(self, answer: str, filters: Filters) -> Wanted:
        return wanted(answer, filters, self._plan_ids())

    def _plan_ids(self) -> Sequence[str]:
        """Every plan that a paper speaks of, also those whose period stays open."""
        return tuple(value for value, _ in self.engine.facets(Everything(), ["plan"], Scope.DOCUMENT)["plan"])


def _counted(values: Iterable[str]) -> Mapping[str, int]:
    counts = Counter(values)
    return {value: counts[value] for value in sorted(counts, key=lambda each: (alphabetical(each), each))}
