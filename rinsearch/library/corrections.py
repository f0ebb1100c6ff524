"""``corrections.csv`` beside the papers: a person's word on rows of the council table, only ever added to."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from rinsearch.errors import RinsearchError, UsageError
from rinsearch.index.values import resolve
from rinsearch.library.csvfiles import add_row, day, rows
from rinsearch.records import Correction, Status
from rinsearch.taxonomy import find_municipality

NAME = "corrections.csv"
COLUMNS = ("plan", "municipality", "standing", "date", "session", "by", "on", "reason", "source", "found")
CONFIRMED = "potrjeno"  # as standing: the row is right as it is
_NO = frozenset({"", CONFIRMED, "confirmed"})


def read_corrections(path: Path) -> tuple[Correction, ...]:
    """The words in a file; none where there is no file. Raises `UsageError` with the line where a value is wrong."""
    if not path.is_file():
        return ()
    return tuple(_correction(cells, line) for line, cells in rows(path))


def _correction(cells: Mapping[str, str], line: int) -> Correction:
    place = f"{NAME}, line {line}"
    missing = [name for name in ("plan", "municipality", "by", "on", "reason") if not cells.get(name)]
    if missing:
        advice = "A word on a row needs plan, municipality, by, on (a day) and reason."
        raise UsageError(f"The column {missing[0]} is empty.", place=place, advice=advice)
    try:
        return Correction(
            plan=resolve("plan", cells["plan"]).value,
            municipality=find_municipality(cells["municipality"]),
            standing=None if cells.get("standing", "").lower() in _NO else status(cells["standing"]),
            date=day(cells.get("date", "")),
            session=cells.get("session") or None,
            by=cells["by"],
            on=day(cells["on"]) or date.min,
            reason=cells["reason"],
            source=cells.get("source") or None,
            found=status(cells["found"]) if cells.get("found") else None,
        )
    except (ValueError, RinsearchError) as error:
        advice = "Days are written 2017-09-21 or 21. 9. 2017; standings are seznanjen, sprejeto, zavrnjeno …"
        raise UsageError(f"A value is wrong: {error}", place=place, advice=advice) from error


def status(text: str) -> Status:
    """A standing by any of its names. Raises `UnknownName`."""
    return Status(resolve("status", text).value)


def add_correction(folder: Path, word: Correction) -> None:
    """Write a word into the file of a folder of papers."""
    row = {
        "plan": word.plan,
        "municipality": word.municipality.name,
        "standing": word.standing.value if word.standing else CONFIRMED,
        "date": word.date.isoformat() if word.date else "",
        "session": word.session or "",
        "by": word.by,
        "on": word.on.isoformat(),
        "reason": word.reason,
        "source": word.source or "",
        "found": word.found.value if word.found else "",
    }
    add_row(folder / NAME, COLUMNS, row)
