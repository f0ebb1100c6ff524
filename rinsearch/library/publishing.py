"""The registers that a person publishes: the council table with a person's word, gaps, comparisons, snapshots."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rinsearch import registers
from rinsearch.answers import CouncilTable, Listing, dressed
from rinsearch.errors import UsageError
from rinsearch.index.base import Both, Engine, Match, Scope
from rinsearch.index.entries import stored_passage
from rinsearch.later import later
from rinsearch.library import arguments
from rinsearch.library.corrections import NAME, add_correction, read_corrections, status
from rinsearch.library.csvfiles import day
from rinsearch.library.names import find_plan
from rinsearch.library.state import Files
from rinsearch.records import (
    Changes,
    CitedDecision,
    Comparison,
    Correction,
    CouncilRow,
    Councils,
    Evidence,
    Gaps,
    Snapshot,
    Status,
    Written,
)
from rinsearch.registers import Understood
from rinsearch.taxonomy import find_municipality

if TYPE_CHECKING:
    from rinsearch.library import drawing, reporting, snapshots
    from rinsearch.report import Material
else:
    drawing = later("rinsearch.library.drawing")  # none of these is needed by a search
    reporting = later("rinsearch.library.reporting")
    snapshots = later("rinsearch.library.snapshots")


class Publishing:
    """The part of `Library` that answers about whole plans."""

    place: Path

    @property
    def engine(self) -> Engine:
        """The engine of the index."""
        raise NotImplementedError

    def _understood(self) -> tuple[Understood, ...]:
        raise NotImplementedError

    # --- the council table --------------------------------------------------------------------------------------------

    def councils(
        self,
        plan: str | None = None,
        *,
        standing: str | None = None,
        took_note: bool = False,
        missing: bool = False,
        coverage: bool = False,
        as_of: str | None = None,
        picture: Path | str | None = None,
    ) -> CouncilTable:
        """Which councils took note of the plan? A row for every municipality of its region, with evidence.

        ``standing``, ``took_note`` and ``missing`` (no document found) limit the rows, never the totals. ``coverage``
        adds the sessions seen of each council. ``as_of``: as the documents stood on that day. ``picture``: draw the
        table as a map to this SVG file.
        """
        limits = {"took_note": took_note, "missing": missing}
        for name, value in {**limits, "coverage": coverage}.items():
            arguments.flag(name, value)
        wanted = status(arguments.text("standing", standing, "seznanjen")) if standing is not None else None
        table = self._table(plan, as_of)
        if coverage:
            table = replace(table, councils=tuple(self._covered(table, as_of)))
        if picture is not None:
            drawing.write(drawing.map_of(table), picture)
        rows = tuple(row for row in table.councils if _is_wanted(row, wanted, **limits))
        return dressed(replace(table, councils=rows), CouncilTable)

    def _table(self, plan: str | None, as_of: str | None = None) -> Councils:
        return self._table_of(self._plan(plan), _day("as_of", as_of) if as_of is not None else None)

    def _table_of(self, id: str, until: datetime.date | None = None) -> Councils:
        """The table of a plan by its id, also of one that no paper speaks of any more."""
        words = [each for each in self._corrections() if until is None or each.on <= until]
        return registers.corrected(registers.councils(id, self._understood(), until), words)

    def _plan(self, plan: str | None) -> str:
        """The id of the plan that is meant."""
        return find_plan(arguments.text_or_none("plan", plan, "JV 2017"), registers.plans(self._understood()))

    def _covered(self, table: Councils, as_of: str | None = None) -> list[CouncilRow]:
        until = _day("as_of", as_of) if as_of is not None else None
        seen = registers.coverage(table, registers.stood(self._understood(), until))
        return [replace(row, coverage=each) for row, each in zip(table.councils, seen, strict=True)]

    # --- a person's word ----------------------------------------------------------------------------------------------

    def confirm(
        self,
        municipality: str,
        plan: str | None = None,
        *,
        by: str | None = None,
        reason: str | None = None,
        source: str | None = None,
    ) -> CouncilTable:
        """Confirm a row of the council table as it is, by name and with a reason, in corrections.csv.

        Returns the row as it stands now. Raises `UsageError` without ``by`` or ``reason``.
        """
        return self._say(municipality, plan, {"by": by, "reason": reason, "source": source})

    def correct(
        self,
        municipality: str,
        standing: str,
        plan: str | None = None,
        *,
        by: str | None = None,
        reason: str | None = None,
        date: str | None = None,
        session: str | None = None,
        source: str | None = None,
    ) -> CouncilTable:
        """Correct a row of the council table, by name and with a reason, in corrections.csv; papers stay as they are.

        Returns the row as it stands now. Raises `UsageError` without ``by`` or ``reason``.
        """
        said = {"by": by, "reason": reason, "source": source, "standing": standing, "date": date, "session": session}
        return self._say(municipality, plan, said)

    def _say(self, municipality: str, plan: str | None, said: Mapping[str, str | None]) -> CouncilTable:
        who, why = (arguments.text_or_none(name, said[name], "…") for name in ("by", "reason"))
        if not who or not who.strip() or not why or not why.strip():
            raise UsageError("A word on a row needs a name and a reason.", advice="Give --by and --reason.")
        id = self._plan(plan)
        found = registers.councils(id, self._understood())
        about = find_municipality(arguments.text("municipality", municipality, "Semič"))
        row = next((each for each in found.councils if each.municipality == about), None)
        if row is None:
            raise UsageError(f"{about.name} is no row of {id}.", place="municipality", advice="Check the plan.")
        when, given = said.get("date"), said.get("standing")
        if isinstance(given, str) and not given.strip():
            raise UsageError("A correction needs a standing.", place="standing", advice="Write seznanjen, sprejeto …")
        word = Correction(
            plan=id,
            municipality=about,
            standing=status(arguments.text("standing", given, "seznanjen")) if given is not None else None,
            date=_day("date", when) if when else None,
            session=arguments.text_or_none("session", said.get("session"), "21. redna"),
            by=who,
            on=datetime.date.today(),
            reason=why,
            source=arguments.text_or_none("source", said.get("source"), "zapisnik"),
            found=row.standing,
        )
        add_correction(self._folder_of_corrections(), word)
        table = self._table(id)
        rows = tuple(each for each in table.councils if each.municipality == about)
        return dressed(replace(table, councils=rows), CouncilTable)

    def _corrections(self) -> tuple[Correction, ...]:
        return tuple(word for folder in self._folders() for word in read_corrections(folder / NAME))

    def _folders(self) -> list[Path]:
        return [folder for place in Files.load(self.place).folders.values() if (folder := Path(place)).is_dir()]

    def _folder_of_corrections(self) -> Path:
        """The folder of papers that has the file; the only one where none has."""
        folders = self._folders()
        having = [folder for folder in folders if (folder / NAME).is_file()] or folders
        if len(having) == 1:
            return having[0]
        if not folders:
            raise UsageError("The folder of the papers is not there.", advice=f"Ingest one; {NAME} is kept in it.")
        several = ", ".join(folder.name for folder in having)
        raise UsageError(
            f"There are several folders of papers: {several}.", place=NAME, advice="Make the file in one of them."
        )

    # --- about plans --------------------------------------------------------------------------------------------------

    def gaps(self, plan: str | None = None) -> Gaps:
        """What a plan leaves open: groups and priorities without a measure, municipalities without a document."""
        return registers.gaps(self._table(plan), self._understood(), self._named)

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

    def compare(self, before: str, after: str) -> Comparison:
        """The measures of two plans side by side: kept, changed, new and dropped, with both places."""
        for name, plan in {"before": before, "after": after}.items():
            if not arguments.text(name, plan, "JV 2017").strip():
                raise UsageError("No plan is named.", place=name, advice="Write it like JV 2017.")
        return registers.compare(self._plan(before), self._plan(after), self._understood())

    def timeline(self, plan: str | None = None, *, picture: Path | str | None = None) -> Listing[CitedDecision]:
        """The way of a plan through the councils: request, agendas, decisions, in order of days.

        ``picture``: draw it to this SVG file.
        """
        id = self._plan(plan)
        found = [each for each in registers.decisions(self._understood()) if each.plan == id]
        if picture is not None:
            drawing.write(drawing.timeline_of(found), picture)
        return Listing("decisions", found)

    def report(self, plan: str | None = None, *, to: Path | str | None = None) -> Written:
        """A report on a plan as one HTML file: council table with map, timeline, measures by group, gaps, sources.

        Without ``to`` it is called report.html. It needs no network and prints well; its links lead to the pages.
        """
        path = arguments.path("to", "report.html" if to is None else to)
        id = self._plan(plan)
        return reporting.write_report(self._material(id), path, Files.load(self.place))

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

    def snapshot(self, plan: str | None = None, *, to: Path | str | None = None) -> Snapshot:
        """Freeze the council table of a plan, with checksum, version and digest of the corpus, into a file."""
        frozen = snapshots.freeze(self._table(plan), [paper.info.id for paper in self._understood()])
        if to is not None:
            snapshots.write_snapshot(arguments.path("to", to), frozen)
        return frozen

    def changes(self, file: Path | str) -> Changes:
        """What differs today from a snapshot, and why. Raises `UsageError` where the file was altered."""
        frozen = snapshots.read_snapshot(arguments.path("file", file))
        today = [paper.info.id for paper in self._understood()]
        now = self._table_of(frozen.plan)
        return Changes(frozen.plan, frozen.created, registers.changes(frozen.table, now, frozen.documents, today))


def _is_wanted(row: CouncilRow, standing: Status | None, *, took_note: bool, missing: bool) -> bool:
    return (
        standing in (None, row.standing) and (not took_note or row.took_note) and (not missing or row.standing is None)
    )


def _day(name: str, value: Any) -> datetime.date:
    text = arguments.text(name, value, "2017-10-12")
    try:
        found = day(text)
    except ValueError:
        found = None
    if found is None:
        advice = "Write it like 2017-10-12 or 12. 10. 2017."
        raise UsageError(f"{text!r} is no day.", place=name, advice=advice)
    return found
