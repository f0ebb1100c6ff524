"""A column of a register: its name, its type, and how the cell of a record is had."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from rinsearch.records import Evidence, Municipality

Cell = str | int | float | bool | datetime.date | None
TOOK_BACK = "revoked"  # as status of an act that takes back an earlier one
SEPARATOR = "; "


class Kind(StrEnum):
    """What a column holds. Codes and numbers of papers are text: "001" keeps its zeros."""

    TEXT = "text"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    DATE = "date"
    LINK = "link"  # a path inside the corpus with ``#page=``


@dataclass(frozen=True, slots=True)
class Column:
    """A column: how its value is had from a record, and what it means."""

    name: str
    kind: Kind
    of: Callable[[Any], Cell]
    about: str


def text(name: str, about: str, path: str = "") -> Column:
    """A column of text that is an attribute of the record."""
    return Column(name, Kind.TEXT, lambda record: _words(reach(record, path or name)), about)


def typed(name: str, kind: Kind, about: str, path: str = "") -> Column:
    """A column of another type that is an attribute of the record."""
    return Column(name, kind, lambda record: reach(record, path or name), about)


def reach(record: Any, path: str) -> Any:
    """An attribute along a dotted path; ``None`` where the path breaks off."""
    for name in path.split("."):
        if record is not None:
            record = record[name] if isinstance(record, Mapping) else getattr(record, name)
    return record


def _words(value: Any) -> str | None:
    if value is None:
        return None
    if isinstance(value, (tuple, list)):
        return SEPARATOR.join(_words(each) or "" for each in value) or None
    if isinstance(value, Municipality):
        return value.name
    return value.quote if isinstance(value, Evidence) else str(value)


def codes(name: str, about: str, path: str) -> Column:
    """The SURS codes of one or several municipalities."""

    def of(record: Any) -> str | None:
        found = reach(record, path)
        several = found if isinstance(found, (tuple, list)) else [found] if found else []
        return SEPARATOR.join(each.code for each in several) or None

    return Column(name, Kind.TEXT, of, about)


def link_to(source: str | None, page: int | None) -> str | None:
    """A file of the corpus, opened at a page, as browsers and readers of PDF understand it.

    >>> link_to("corpus/semič/zapisnik 21.pdf", 3)
    'corpus/semi%C4%8D/zapisnik%2021.pdf#page=3'
    """
    if source is None:
        return None
    from urllib.parse import quote  # with http and email behind it, 20 ms that only exports pay

    member = source.partition("!/")[0]  # a paper inside an archive cannot be linked to; the archive can
    return quote(member) + anchor(source, page)


def anchor(source: str, page: int | None) -> str:
    """What opens a PDF at a page; nothing for another file, nor for one inside an archive."""
    return f"#page={page}" if page and "!/" not in source and source.lower().endswith(".pdf") else ""


def status_of(act: Any) -> str:
    """The status of an act; of one that takes back an earlier one ``revoked``."""
    return TOOK_BACK if act.revokes else str(act.status)
