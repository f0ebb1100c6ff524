"""``corrections.csv`` beside the papers: a person's word on rows of the council table, only ever added to."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from rinsearch.errors import RinsearchError, UnknownName, UsageError
from rinsearch.index.fields import names_of
from rinsearch.index.values import resolve
from rinsearch.library.csvfiles import add_row, day, rows
from rinsearch.records import Correction, Status
from rinsearch.taxonomy import find_municipality

NAME = "corrections.csv"
ANYBODY = 0o666  # papers may be several users', and so is the lock
PATIENCE = 20  # seconds to wait for another who adds a word
COLUMNS = ("plan", "municipality", "standing", "date", "session", "by", "on", "reason", "source", "found")
CONFIRMED = "potrjeno"  # as standing: the row is right as it is
NOTHING, REVOKED = "ni dokumenta", "razveljavljeno"  # what a table says of a row, and is no status of its own
TAKEN_BACK = "po dokumentih"  # as standing: an earlier word was wrong
SAID = {
    **dict.fromkeys(("", CONFIRMED, "confirmed"), CONFIRMED),
    TAKEN_BACK: TAKEN_BACK,
    **dict.fromkeys((NOTHING, "brez dokumenta", "none"), NOTHING),
    **dict.fromkeys((REVOKED, "razveljavljen", "revoked"), REVOKED),
}


@dataclass(frozen=True, slots=True)
class Said:
    """What a word says of a row; all empty: it is right as the documents show it."""

    standing: Status | None = None
    revoked: bool = False
    nothing: bool = False
    taken_back: bool = False

    def __str__(self) -> str:
        if self.nothing or self.taken_back:
            return NOTHING if self.nothing else TAKEN_BACK
        return REVOKED if self.revoked else self.standing.value if self.standing else CONFIRMED


def said_of(text: str) -> Said:
    """A standing by any of its names, or what a table says in its place. Raises `UnknownName` with what can be said."""
    match SAID.get(" ".join(text.lower().split())):
        case None:
            try:
                return Said(status(text))
            except UnknownName:
                labels = (names[0] for names in names_of("status").values())
                raise UnknownName("standing", text, (*labels, REVOKED, NOTHING)) from None
        case found:
            revoked = found == REVOKED
            return Said(Status.WITHDRAWN if revoked else None, revoked, found == NOTHING, found == TAKEN_BACK)


def standing_of(text: str) -> Said:
    """A standing that rows can be looked for by: a confirmation is none. Raises `UnknownName`."""
    said = said_of(text)
    return Said(status(text)) if said == Said() or said.taken_back else said


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
        said = said_of(cells.get("standing", ""))
        return Correction(
            plan=resolve("plan", cells["plan"]).value,
            municipality=find_municipality(cells["municipality"]),
            standing=said.standing,
            date=day(cells.get("date", "")),
            session=cells.get("session") or None,
            by=cells["by"],
            on=day(cells["on"]) or date.min,
            reason=cells["reason"],
            source=cells.get("source") or None,
            found=status(cells["found"]) if cells.get("found") else None,
            revoked=said.revoked,
            nothing=said.nothing,
            taken_back=said.taken_back,
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
        "standing": str(Said(word.standing, word.revoked, word.nothing, word.taken_back)),
        "date": word.date.isoformat() if word.date else "",
        "session": word.session or "",
        "by": word.by,
        "on": word.on.isoformat(),
        "reason": word.reason,
        "source": word.source or "",
        "found": word.found.value if word.found else "",
    }
    with _alone(folder / NAME):
        add_row(folder / NAME, COLUMNS, row)


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """One process at a time adds to a file, which is read and written whole. Raises `UsageError` after a while.

    The lock lies among the temporary files of this machine, not among the papers.
    """
    from filelock import FileLock, Timeout  # 10 ms, which only those pay who write

    name = hashlib.sha256(str(path.resolve()).encode("utf-8", "replace")).hexdigest()[:16]
    lock = FileLock(Path(tempfile.gettempdir()) / f"rinsearch-{name}.lock", timeout=PATIENCE, mode=ANYBODY)
    try:
        lock.acquire()
    except Timeout:
        raise UsageError("Somebody else is writing to it.", place=path.name, advice="Try again.") from None
    except OSError as error:
        advice = f"Check who may write to {Path(lock.lock_file).name} among the temporary files."
        raise UsageError(f"It cannot be locked ({error.strerror}).", place=path.name, advice=advice) from None
    try:
        yield
    finally:
        lock.release()
