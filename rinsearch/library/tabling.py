"""The council table of a plan, with a person's word on its rows."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from rinsearch import registers
from rinsearch.answers import dressed
from rinsearch.index.base import Engine, Match, Scope
from rinsearch.index.entries import stored_passage
from rinsearch.later import later
from rinsearch.library import arguments
from rinsearch.library.corrections import NAME, Said, read_corrections, standing_of
from rinsearch.library.days import last_day
from rinsearch.library.names import find_plan
from rinsearch.library.state import Files
from rinsearch.records import Correction, CouncilRow, Councils
from rinsearch.registers import Understood

if TYPE_CHECKING:
    from rinsearch.library import drawing
    from rinsearch.library.drawing import DrawnTable
else:
    drawing = later("rinsearch.library.drawing")


class Tabling:
    """The part of `Library` that makes council tables."""

    place: Path

    @property
    def engine(self) -> Engine:
        """The engine of the index."""
        raise NotImplementedError

    def _understood(self) -> tuple[Understood, ...]:
        raise NotImplementedError

    def councils(
        self,
        plan: str | None = None,
        *,
        standing: str | None = None,
        took_note: bool = False,
        pending: bool = False,
        missing: bool = False,
        conflict: bool = False,
        coverage: bool = False,
        as_of: str | None = None,
        picture: Path | str | None = None,
    ) -> DrawnTable:
        """Which councils took note of the plan? A row for every municipality of its region, with evidence.

        ``standing``, ``took_note``, ``pending`` (not taken note, whatever the reason), ``missing`` (no document found)
        and ``conflict`` (documents contradict one another) limit the rows, never the totals. ``coverage`` adds the
        sessions seen of each council. ``as_of``: as the documents stood on that day, or at the end of that month or
        year. ``picture``: draw the table as a map to this SVG file; in a notebook ``councils().picture()`` shows it.
        """
        limits = {"took_note": took_note, "pending": pending, "missing": missing, "conflict": conflict}
        for name, value in {**limits, "coverage": coverage}.items():
            arguments.flag(name, value)
        wanted = standing_of(arguments.text("standing", standing, "seznanjen")) if standing is not None else None
        table = self._table(plan, as_of)
        if coverage:
            table = replace(table, councils=tuple(self._covered(table, as_of)))
        if picture is not None:
            drawing.write(drawing.map_of(table), picture)
        rows = tuple(row for row in table.councils if _is_wanted(row, wanted, limits))
        return dressed(replace(table, councils=rows), drawing.DrawnTable)

    def _table(self, plan: str | None, as_of: str | None = None) -> Councils:
        return self._table_of(self._plan(plan), last_day("as_of", as_of) if as_of is not None else None)

    def _table_of(self, id: str, until: datetime.date | None = None) -> Councils:
        """The table of a plan by its id, also of one that no paper speaks of any more."""
        words = [each for each in self._corrections() if until is None or each.on <= until]
        return registers.corrected(self._shown(id, until), words)

    def _shown(self, plan: str, until: datetime.date | None = None) -> Councils:
        """What the documents show, without a person's word."""
        papers = self._understood()
        own = registers.plan_document(papers, plan)
        listed = registers.own_list(plan, self._named_in(own.info.id)) if own else frozenset()
        return registers.councils(plan, papers, until, listed)

    def _named_in(self, document: str) -> Iterator[frozenset[str]]:
        """The codes of the municipalities that each passage of a document names; read only where they are asked for."""
        for each in self.engine.read(Match("document", (document,)), Scope.PASSAGE):
            tags = stored_passage(each).passage.tags
            yield frozenset(tag.value for tag in tags if tag.label == "municipality")

    def _plan(self, plan: str | None) -> str:
        """The id of the plan that is meant."""
        return find_plan(arguments.text_or_none("plan", plan, "JV 2017"), registers.plans(self._understood()))

    def _covered(self, table: Councils, as_of: str | None = None) -> list[CouncilRow]:
        until = last_day("as_of", as_of) if as_of is not None else None
        seen = registers.coverage(table, registers.stood(self._understood(), until))
        return [replace(row, coverage=each) for row, each in zip(table.councils, seen, strict=True)]

    def _corrections(self) -> tuple[Correction, ...]:
        return tuple(word for folder in self._folders() for word in read_corrections(folder / NAME))

    def _folders(self) -> list[Path]:
        return [folder for place in Files.load(self.place).folders.values() if (folder := Path(place)).is_dir()]


def _is_wanted(row: CouncilRow, standing: Said | None, limits: Mapping[str, bool]) -> bool:
    holds = {
        "took_note": row.took_note,
        "pending": not row.took_note,
        "missing": row.standing is None,
        "conflict": row.conflict,
    }
    said = standing is None or (row.standing == standing.standing and (row.revoked or not standing.revoked))
    return said and all(holds[name] for name, wanted in limits.items() if wanted)
