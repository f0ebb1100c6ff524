"""The registers that a person publishes: the council table with a person's word, gaps, comparisons, snapshots."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from rinsearch import registers
from rinsearch.answers import ShownChanges, ShownComparison, ShownGaps, ShownSnapshot, dressed
from rinsearch.errors import UsageError
from rinsearch.index.base import Both, Match, Scope
from rinsearch.index.entries import stored_passage
from rinsearch.later import later
from rinsearch.library import arguments
from rinsearch.library.saying import Saying
from rinsearch.library.state import Files
from rinsearch.records import Evidence, Written

if TYPE_CHECKING:
    from rinsearch.answers import redacting
    from rinsearch.library import drawing, reporting, snapshots
    from rinsearch.library.drawing import Timeline
    from rinsearch.report import Material
else:
    drawing = later("rinsearch.library.drawing")  # none of these is needed by a search
    redacting = later("rinsearch.answers.redacting")
    reporting = later("rinsearch.library.reporting")
    snapshots = later("rinsearch.library.snapshots")


class Publishing(Saying):
    """The part of `Library` that answers about whole plans."""

    # --- about plans --------------------------------------------------------------------------------------------------

    def gaps(self, plan: str | None = None) -> ShownGaps:
        """What a plan leaves open: groups and priorities without a measure, municipalities without a document."""
        return dressed(registers.gaps(self._table(plan), self._understood(), self._named), ShownGaps)

    def _named(self, document: str, group: str) -> Evidence | None:
        """The first place in a document that names a target group."""
        clause = Both((Match("document", (document,)), Match("target_group", (group,))))
        found = [stored_passage(each).passage for each in self.engine.read(clause, Scope.PASSAGE)]
        for passage in sorted(found, key=lambda each: int(each.id.rpartition(".")[2])):
            for tag in passage.tags:
                if (tag.label, tag.value) == ("target_group", group):
                    quote = passage.text[tag.start : tag.end]
                    return Evidence(passage.id, passage.page, tag.start, tag.end, quote, passage.box, tag.rule)
        return None

    def compare(self, before: str, after: str) -> ShownComparison:
        """The measures of two plans side by side: kept, changed, new and dropped, with both places."""
        for name, plan in {"before": before, "after": after}.items():
            if not arguments.text(name, plan, "JV 2017").strip():
                raise UsageError("No plan is named.", place=name, advice="Write it like JV 2017.")
        found = registers.compare(self._plan(before), self._plan(after), self._understood())
        return dressed(found, ShownComparison)

    def timeline(self, plan: str | None = None, *, picture: Path | str | None = None) -> Timeline:
        """The way of a plan through the councils: request, agendas, decisions, in order of days.

        ``picture``: draw it to this SVG file; in a notebook ``timeline().picture()`` shows it.
        """
        id = self._plan(plan)
        found = [each for each in registers.decisions(self._understood()) if each.plan == id]
        if picture is not None:
            drawing.write(drawing.timeline_of(found), picture)
        return drawing.Timeline(found)

    def report(self, plan: str | None = None, *, to: Path | str | None = None, with_contacts: bool = False) -> Written:
        """A report on a plan as one HTML file: council table with map, timeline, measures by group, gaps, sources.

        Without ``to`` it is called report.html. It needs no network and prints well; its links lead to the pages.
        Telephone numbers and mail addresses are blotted out unless ``with_contacts``.
        """
        whole = arguments.flag("with_contacts", with_contacts)
        path = arguments.path("to", "report.html" if to is None else to)
        id = self._plan(plan)
        found = self._material(id)
        return reporting.write_report(
            found if whole else redacting.without_contacts(found), path, Files.load(self.place)
        )

    def _material(self, plan: str) -> Material:
        papers = self._understood()
        table = self._table(plan)
        return reporting.Material(
            table=replace(table, councils=tuple(self._covered(table))),
            decisions=tuple(each for each in registers.decisions(papers) if each.plan == plan),
            measures=tuple(registers.of_plan(registers.measures(papers), plan)),
            priorities=tuple(registers.of_plan(registers.priorities(papers), plan)),
            gaps=self.gaps(plan),
            documents=tuple(paper.info for paper in papers if plan in {each.id for each in paper.analysis.plans}),
            looked_at=tuple(paper.info for paper in papers if paper.info.issuer),
        )

    # --- publication --------------------------------------------------------------------------------------------------

    def snapshot(
        self, plan: str | None = None, *, to: Path | str | None = None, with_contacts: bool = False
    ) -> ShownSnapshot:
        """Freeze the council table of a plan, with checksum, version and digest of the corpus, into a file.

        Telephone numbers and mail addresses are blotted out unless ``with_contacts``.
        """
        table = self._table(plan)
        shown = table if arguments.flag("with_contacts", with_contacts) else redacting.without_contacts(table)
        frozen = snapshots.freeze(shown, [paper.info.id for paper in self._understood()])
        if to is not None:
            snapshots.write_snapshot(arguments.path("to", to), frozen)
        return dressed(frozen, ShownSnapshot)

    def changes(self, file: Path | str) -> ShownChanges:
        """What differs today from a snapshot, and why. Raises `UsageError` where the file was altered."""
        frozen = snapshots.read_snapshot(arguments.path("file", file))
        today = [paper.info.id for paper in self._understood()]
        before, now = redacting.without_contacts(frozen.table), redacting.without_contacts(self._table_of(frozen.plan))
        found = registers.changes(before, now, frozen.documents, today)
        return ShownChanges(frozen.plan, frozen.created, found)
