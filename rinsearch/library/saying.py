"""A person's word on rows of the council table."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from rinsearch.answers import CouncilTable, dressed
from rinsearch.errors import UsageError
from rinsearch.library import arguments
from rinsearch.library.corrections import NAME, add_correction, said_of
from rinsearch.library.days import past_day
from rinsearch.library.tabling import Tabling
from rinsearch.records import Basis, Correction, CouncilRow, Status
from rinsearch.taxonomy import find_municipality

BEFORE = 2  # years before its first one in which a plan is made and may reach a council


class Saying(Tabling):
    """The part of `Library` that writes a person's words down."""

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

        What another person has corrected is confirmed as corrected. Returns the row as it stands now. Raises
        `UsageError` without ``by`` or ``reason``.
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

        ``standing`` is one of the statuses, "razveljavljeno", "ni dokumenta" (what was found is about something else),
        or "po dokumentih", which takes an earlier correction back. Returns the row as it stands now. Raises
        `UsageError` without ``by`` or ``reason``.
        """
        said = {"by": by, "reason": reason, "source": source, "standing": standing, "date": date, "session": session}
        return self._say(municipality, plan, said)

    def _say(self, municipality: str, plan: str | None, said: Mapping[str, str | None]) -> CouncilTable:
        who, why = (arguments.text_or_none(name, said[name], "…") for name in ("by", "reason"))
        if not who or not who.strip() or not why or not why.strip():
            raise UsageError("A word on a row needs a name and a reason.", advice="Give --by and --reason.")
        id = self._plan(plan)
        row = self._row(id, municipality)
        meant = _corrected(row, said) if "standing" in said else _confirmed(row)
        _check_day(id, meant.date if "standing" in said else None)
        word = replace(
            meant,
            plan=id,
            by=who,
            on=datetime.date.today(),
            reason=why,
            source=arguments.text_or_none("source", said.get("source"), "zapisnik"),
            found=self._found(id, row),
        )
        add_correction(self._folder_of_corrections(), word)
        rows = tuple(each for each in self._table(id).councils if each.municipality == row.municipality)
        return dressed(replace(self._table(id), councils=rows), CouncilTable)

    def _row(self, plan: str, municipality: str) -> CouncilRow:
        """The row as it stands, with the words that were said."""
        about = find_municipality(arguments.text("municipality", municipality, "Semič"))
        row = next((each for each in self._table(plan).councils if each.municipality == about), None)
        if row is None:
            raise UsageError(f"{about.name} is no row of {plan}.", place="municipality", advice="Check the plan.")
        return row

    def _found(self, plan: str, row: CouncilRow) -> Status | None:
        """What the documents show."""
        rows = self._shown(plan).councils
        return next(each.standing for each in rows if each.municipality == row.municipality)

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


def _confirmed(row: CouncilRow) -> Correction:
    """The row as the documents show it; as the last correction did where it has one."""
    if row.correction and row.basis == Basis.CORRECTED:
        return row.correction
    return Correction("", row.municipality, None, None, None, "", datetime.date.min, "", None, None)


def _check_day(plan: str, when: datetime.date | None) -> None:
    """Raises `UsageError` for a day long before the plan: no council took note of it then."""
    begins = plan.rpartition("/")[2][:4]
    if when and begins.isdigit() and when.year < int(begins) - BEFORE:
        advice = "Give the day on which the council decided."
        raise UsageError(f"{when} is long before the plan.", place="date", advice=advice)


def _corrected(row: CouncilRow, said: Mapping[str, str | None]) -> Correction:
    given = arguments.text("standing", said["standing"], "seznanjen")
    if not given.strip():
        raise UsageError("A correction needs a standing.", place="standing", advice="Write seznanjen, sprejeto …")
    found, when = said_of(given), said["date"]
    return replace(
        _confirmed(replace(row, basis=None)),
        standing=found.standing,
        revoked=found.revoked,
        nothing=found.nothing,
        taken_back=found.taken_back,
        date=past_day("date", when) if when else None,
        session=arguments.text_or_none("session", said["session"], "21. redna"),
    )
