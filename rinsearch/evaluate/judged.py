"""Queries with what is relevant to each, judged by a person who has read the papers.

::

    [[query]]
    text = "prevoz starejših"
    kind = "inflected"                       # in which group it is counted
    set = "held out"                         # or "tuning"
    filters = { municipality = "Semič" }     # as `Library.search` takes them; may be left out, as may wide
    wide = false
    relevant = [{ file = "semic/zapisnik.pdf", quote = "prevoz starejših", grade = 3 }]

``file`` is the end of the paper's path, ``quote`` words that stand in the passage (without it any passage of the paper
counts, once), ``grade`` 1 to 3. Of a query of the kinds "quoted", "near" and "empty", everything that is to be found is
listed. In JSON Lines each line is one such object.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rinsearch.errors import UsageError

SETS = ("tuning", "held out")
EXACT_KINDS = ("quoted", "near", "empty")  # of which everything that is to be found is listed
GRADES = (1, 2, 3)
ADVICE = "The form is told in rinsearch/evaluate/judged.py."
_KEYS = {"text", "kind", "set", "filters", "wide", "relevant"}


@dataclass(frozen=True, slots=True)
class Relevant:
    """A passage (or, without a quote, a paper) that answers a query, and how well."""

    file: str
    quote: str | None
    grade: int


@dataclass(frozen=True, slots=True)
class Judged:
    """A query and what is relevant to it; ``place`` is where it stands in its file."""

    text: str
    kind: str
    set: str
    relevant: tuple[Relevant, ...]
    filters: Mapping[str, Any] = field(default_factory=dict)
    wide: bool = False
    place: str = ""

    @property
    def is_exact(self) -> bool:
        """Whether nothing else may be found."""
        return self.kind in EXACT_KINDS


def read_judged(path: Path) -> tuple[Judged, ...]:
    """The judged queries of a file (.toml, .jsonl). Raises `UsageError` with the query that is wrong."""
    try:
        rows = list(_rows(path, path.read_text("utf-8")))
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(
            "There are no judged queries.", place=path.name, advice="Name a .toml or .jsonl file."
        ) from error
    except (tomllib.TOMLDecodeError, json.JSONDecodeError) as error:
        raise UsageError(f"It cannot be read: {error}.", place=path.name, advice=ADVICE) from error
    found = tuple(_judged(row, f"{path.name}, query {number}") for number, row in enumerate(rows, start=1))
    if not found:
        raise UsageError("There are no queries in it.", place=path.name, advice=ADVICE)
    return found


def _rows(path: Path, text: str) -> Iterator[Any]:
    if path.suffix == ".jsonl":
        return (json.loads(line) for line in text.splitlines() if line.strip())
    return iter(tomllib.loads(text).get("query", ()))


def _judged(row: Any, place: str) -> Judged:
    if not isinstance(row, dict) or not isinstance(row.get("text"), str) or not isinstance(row.get("kind"), str):
        raise UsageError("A query has a text and a kind.", place=place, advice=ADVICE)
    if unknown := sorted(row.keys() - _KEYS):
        raise UsageError(f"There is no {unknown[0]!r} in a query.", place=place, advice=ADVICE)
    if row.get("set", SETS[0]) not in SETS or not isinstance(row.get("filters", {}), dict):
        raise UsageError(f"The set is {' or '.join(SETS)}, filters are a table.", place=place, advice=ADVICE)
    relevant = row.get("relevant", [])
    if not isinstance(relevant, list) or bool(relevant) == (row["kind"] == "empty"):
        raise UsageError("Something is relevant, unless the kind is empty.", place=place, advice=ADVICE)
    return Judged(
        row["text"],
        row["kind"],
        row.get("set", SETS[0]),
        tuple(_relevant(each, place) for each in relevant),
        row.get("filters", {}),
        bool(row.get("wide", False)),
        place,
    )


def _relevant(row: Any, place: str) -> Relevant:
    if not isinstance(row, dict) or not isinstance(row.get("file"), str) or row.get("grade", 1) not in GRADES:
        raise UsageError("What is relevant has a file, and a grade of 1 to 3.", place=place, advice=ADVICE)
    quote = row.get("quote")
    if quote is not None and not isinstance(quote, str):
        raise UsageError("A quote is a text.", place=place, advice=ADVICE)
    return Relevant(row["file"], quote, row.get("grade", 1))
