"""Answers to files: CSV for a spreadsheet, JSON Lines for programs."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

from rinsearch.answers import as_json
from rinsearch.errors import UnknownName, UsageError
from rinsearch.index.values import Filters
from rinsearch.library.names import limits

EXPORTED = ("councils", "measures", "decisions", "documents", "plans", "priorities")
LEFT_OUT = frozenset({"box", "start", "end", "rule", "schema"})  # of no use in a spreadsheet
_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # a cell that begins so would be run by a spreadsheet


class Answering(Protocol):
    """What exporting needs of a library: a method for each exported answer."""

    def __getattribute__(self, name: str, /) -> Any:
        """The method."""


def export(library: Answering, what: str, path: Path, filters: Filters) -> int:
    """Write an answer to a file, its form told by the ending; returns the number of rows."""
    if what not in EXPORTED:
        raise UnknownName("export", what, EXPORTED)
    if path.suffix not in (".csv", ".jsonl"):
        raise UsageError(f"{path.suffix or 'No ending'} is not written.", place=path.name, advice="Use .csv or .jsonl.")
    items = as_json(getattr(library, what)(**limits(what, filters)))[what]
    write = _write_csv if path.suffix == ".csv" else _write_lines
    write(path, items)
    return len(items)


def _write_lines(path: Path, items: Sequence[Mapping[str, Any]]) -> None:
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(json.dumps(item, ensure_ascii=False) + "\n" for item in items)


def _write_csv(path: Path, items: Sequence[Mapping[str, Any]]) -> None:
    rows = [dict(_flat(item)) for item in items]
    columns = list(dict.fromkeys(name for row in rows for name in row))
    # With a byte order mark, or a spreadsheet reads č as something else.
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, columns, restval="")
        writer.writeheader()
        writer.writerows(rows)


def _flat(item: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, Any]]:
    """Nested records as columns such as ``evidence.page``; lists as text; further decisions are left to JSON Lines."""
    for name, value in item.items():
        if name in LEFT_OUT or name == "fields":
            continue
        if isinstance(value, Mapping):
            yield from _flat(value, f"{prefix}{name}.")
        elif name == "decisions":
            yield from _flat(value[0] if value else {}, f"{prefix}best.")
        elif isinstance(value, list):
            yield f"{prefix}{name}", _safe("; ".join(_words(each) for each in value))
        else:
            yield f"{prefix}{name}", _safe(value)


def _words(value: Any) -> str:
    return str(value.get("name") or value.get("quote") or value.get("id")) if isinstance(value, Mapping) else str(value)


def _safe(value: Any) -> Any:
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
