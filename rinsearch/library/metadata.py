"""``metadata.csv``: what a person knows better about the papers in a folder."""

from __future__ import annotations

import csv
import hashlib
import json
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from rinsearch.errors import RinsearchError, UsageError
from rinsearch.index.values import resolve
from rinsearch.library.csvfiles import day, no_table, reader_of
from rinsearch.records import DocumentKind
from rinsearch.taxonomy import find_municipality

METADATA = "metadata.csv"


@dataclass(frozen=True, slots=True)
class Facts:
    """What metadata.csv says of a file; these win over what is guessed, an empty cell says nothing."""

    url: str | None = None
    retrieved: date | None = None
    known: Mapping[str, Any] = field(default_factory=dict)
    line: int = 0  # of the table, from 1; not part of the facts

    @property
    def digest(self) -> str:
        """Changes when the facts change; empty where there are none."""
        if not (self.url or self.retrieved or self.known):
            return ""
        text = json.dumps([self.url, str(self.retrieved), {k: str(v) for k, v in self.known.items()}], sort_keys=True)
        return hashlib.sha256(text.encode()).hexdigest()[:16]


Metadata = Mapping[str, Facts]


def key_of(name: str) -> str:
    """A path as rows name it: macOS stores č as two characters, Windows writes the path with backslashes.

    >>> key_of("seje" + chr(92) + "to" + "c" + chr(0x30c) + "ka.pdf")
    'seje/točka.pdf'
    """
    return unicodedata.normalize("NFC", name.strip().replace("\\", "/"))


def read_metadata(path: Path) -> Metadata:
    """Facts by the file's path below the folder, a member's as ``seja.zip!/vabilo.pdf``; without the file none.

    Commas, semicolons or tabs divide the columns; UTF-8, UTF-16 and the code page of Windows are understood. Raises
    `UsageError` with the line where a value is wrong.
    """
    if not path.is_file():
        return {}
    rows = reader_of(path)
    try:
        return {key_of(row["file"] or ""): _facts(row, rows.line_num) for row in rows}
    except csv.Error as error:
        raise no_table(path, error) from error
    except KeyError as error:
        message = f"There is no column {error}."
        raise UsageError(message, place=path.name, advice="The first line names the columns.") from error


def _facts(row: Mapping[str | None, str | None], line: int) -> Facts:
    cells = {name.strip(): (value or "").strip() for name, value in row.items() if name}
    try:
        known = {
            "kind": DocumentKind(resolve("kind", cells["kind"]).value) if cells.get("kind") else None,
            "title": cells.get("title") or None,
            "date": day(cells.get("date", "")),
            "issuer": find_municipality(cells["issuer"]) if cells.get("issuer") else None,
        }
        given = {name: value for name, value in known.items() if value is not None}
        return Facts(cells.get("url") or None, day(cells.get("retrieved", "")), given, line)
    except (ValueError, RinsearchError) as error:
        place = f"{METADATA}, line {line}"
        advice = "Dates are written 2017-09-21 or 21. 9. 2017; kinds are zapisnik, vabilo, gradivo …"
        raise UsageError(f"A value is wrong: {error}.", place=place, advice=advice) from error
