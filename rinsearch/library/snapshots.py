"""A council table, frozen: what was published can be checked, and compared with what the documents show later."""

from __future__ import annotations

import datetime
import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from importlib import metadata
from pathlib import Path
from typing import Any

from rinsearch.codec import from_json, to_json
from rinsearch.errors import UsageError
from rinsearch.evaluate.measured import measured
from rinsearch.records import SCHEMA, Councils, Snapshot
from rinsearch.whole import write_text


def freeze(table: Councils, documents: Sequence[str]) -> Snapshot:
    """A table as a snapshot of today."""
    ids = tuple(sorted(documents))
    made = Snapshot(
        table.plan, datetime.date.today(), metadata.version("rinsearch"), measured(), digest_of(ids), ids, table
    )
    return replace(made, checksum=_checksum(to_json(made)))


def digest_of(documents: Iterable[str]) -> str:
    """The digest of a corpus: SHA-256 of its documents' ids in order, one a line."""
    return hashlib.sha256("\n".join(sorted(documents)).encode()).hexdigest()


def write_snapshot(path: Path, frozen: Snapshot) -> None:
    """Write a snapshot as JSON. Raises `UsageError` where it cannot be written."""
    text = json.dumps({"schema": SCHEMA, **to_json(frozen)}, ensure_ascii=False, indent=1)
    write_text(path, text + "\n")


def read_snapshot(path: Path) -> Snapshot:
    """Read a snapshot. Raises `UsageError` where it is none, or was altered since."""
    try:
        data = json.loads(path.read_text("utf-8"))
        frozen = from_json(Snapshot, data)
    except OSError as error:
        raise UsageError(f"It cannot be read ({error.strerror}).", place=path.name, advice="Check the place.") from None
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        advice = "Give a file that `rinsearch snapshot --to FILE` has written."
        raise UsageError("This is no snapshot.", place=path.name, advice=advice) from None
    if frozen.checksum != _checksum(data):
        message = "The snapshot was altered: its checksum is another."
        raise UsageError(message, place=path.name, advice="Take the file as it was published.")
    return frozen


def _checksum(data: Mapping[str, Any]) -> str:
    """Of all that is said, however it is set: keys sorted, no blanks."""
    said = {key: value for key, value in data.items() if key not in ("checksum", "schema")}
    text = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
