"""Gold annotations: one JSON object a line, for each paper what an expert reader takes from it.

Keys: ``file`` (below the folder of papers, ``archive.zip!/member``), ``kind``, ``issuer``, ``document_date``,
``session``, ``case_numbers``, ``municipalities``, ``target_groups``, ``plans`` (by region and period), ``decisions``,
``acknowledged``, ``measures``, ``priorities``; ``not_municipalities`` and ``not_target_groups`` must not be found.
Keys that end with ``_optional`` hold what is neither right nor wrong, those with ``_also_ok`` what is right as well.
Municipalities are named, groups go by their ids, dates are ISO, ``null`` is unknown.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from rinsearch.errors import RinsearchError, UsageError
from rinsearch.records import DocumentKind, Status
from rinsearch.taxonomy import find_municipality, find_region, target_groups

Gold = Mapping[str, Any]
Check = Callable[[Any], None]  # raises ValueError, KeyError, TypeError or RinsearchError

ADVICE = "The form is told in rinsearch/evaluate/gold.py."
LARGEST = 64 * 2**20  # bytes; a thousand annotated papers have 3 MB


@dataclass(frozen=True, slots=True)
class Row:
    """The annotation of one paper, and where it stands."""

    place: str
    gold: Gold


def read_gold(path: Path) -> tuple[Row, ...]:
    """The annotations of a file; blank lines are left out. Raises `UsageError` with the line that is wrong."""
    rows: dict[str, Row] = {}
    for number, line in enumerate(_lines(path), 1):
        if line.strip():
            row = Row(f"{path.name}, line {number}", _row(line, f"{path.name}, line {number}"))
            if row.gold["file"] in rows:
                raise _wrong(f"The paper {row.gold['file']!r} has a line already.", row.place)
            rows[row.gold["file"]] = row
    if not rows:
        raise _wrong("There is no annotation in it.", path.name)
    return tuple(rows.values())


def _lines(path: Path) -> list[str]:
    try:
        if path.stat().st_size > LARGEST:
            raise _wrong(f"It has more than {LARGEST // 2**20} MB.", path.name)
        return path.read_text("utf-8-sig").split("\n")
    except OSError as error:
        raise _wrong(f"It cannot be opened ({error.strerror}).", path.name) from error
    except UnicodeDecodeError as error:
        raise _wrong("It is not UTF-8.", path.name) from error


def _row(line: str, place: str) -> Gold:
    try:
        row = json.loads(line)
    except (json.JSONDecodeError, RecursionError) as error:
        raise _wrong(f"It is not JSON ({error}).", place) from error
    if not isinstance(row, dict):
        raise _wrong("It is no JSON object.", place)
    for key, check in REQUIRED.items():
        if key not in row:
            raise _wrong(f"The key {key!r} is missing.", place)
        _checked(check, key, row[key], place)
    for key in OPTIONAL.keys() & row.keys():
        _checked(OPTIONAL[key], key, row[key], place)
    return row


def _checked(check: Check, key: str, value: Any, place: str) -> None:
    try:
        check(value)
    except RinsearchError as error:
        raise _wrong(f"The key {key!r} is wrong: {error.message} {error.advice}", place) from error
    except KeyError as error:
        raise _wrong(f"The key {key!r} is wrong: {error} is missing in an entry.", place) from error
    except (TypeError, ValueError, AttributeError) as error:
        raise _wrong(f"The key {key!r} is wrong: {error}.", place) from error


def _wrong(message: str, place: str) -> UsageError:
    return UsageError(message, place=place, advice=ADVICE)


# --- names and ids ----------------------------------------------------------------------------------------------------


def name_of(name: str) -> str:
    """The official name of a municipality."""
    return find_municipality(name).name


def plan_id(plan: Mapping[str, Any] | None) -> str:
    """The id of a plan; all regions' plans together ("povzetki regijskih načrtov") have none.

    >>> plan_id({"region": "koroška", "period": "2017-2020"}), plan_id({"region": None, "period": None})
    ('rin-sv/koroska/2017-2020', '')
    """
    if not plan or not plan["region"]:
        return ""
    region = find_region(plan["region"])
    return f"rin-sv/{region}/{plan['period']}" if plan["period"] else f"rin-sv/{region}"


# --- what the keys must hold ------------------------------------------------------------------------------------------


def _text(value: Any) -> None:
    if not isinstance(value, str) or not value:
        raise TypeError(f"{value!r} is no text")


def _maybe(check: Check) -> Check:
    def checked(value: Any) -> None:
        if value is not None:
            check(value)

    return checked


def _each(check: Check) -> Check:
    def checked(value: Any) -> None:
        if not isinstance(value, list):
            raise TypeError(f"{value!r} is no list")
        for each in value:
            check(each)

    return checked


def _one_or_more(check: Check) -> Check:
    def checked(value: Any) -> None:
        (_each(check) if isinstance(value, list) else _maybe(check))(value)

    return checked


def _group(value: Any) -> None:
    if value not in target_groups():
        raise ValueError(f"there is no target group {value!r}")


def _municipality(value: Any) -> None:
    _text(value)
    name_of(value)


def _kind(value: Any) -> None:
    DocumentKind(value)


def _status(value: Any) -> None:
    Status(value)


def _day(value: Any) -> None:
    _text(value)
    date.fromisoformat(value)


def _whole_number(value: Any) -> None:
    if not isinstance(value, int):
        raise TypeError(f"{value!r} is no number")


def _session(value: Any) -> None:
    _maybe(_whole_number)(value["number"])


def _plan(value: Any) -> None:
    plan_id({"region": value["region"], "period": value["period"]})


def _acknowledged(value: Any) -> None:
    _municipality(value["municipality"])
    _plan(value["plan"])


def _decision(value: Any) -> None:
    _maybe(_municipality)(value["municipality"])
    _maybe(_plan)(value["plan"])
    _status(value["status"])
    _each(_status)(value.get("status_also_ok", []))
    _maybe(_text)(value["quote"])
    _maybe(_text)(value.get("quote_clean"))
    _maybe(lambda vote: _maybe(_whole_number)(vote.get("for")))(value["vote"])


def _measure(value: Any) -> None:
    _text(value["text_contains"])
    _one_or_more(_text)(value.get("deadline_also_ok"))
    _each(_group)(value["target_groups"])
    _each(_group)(value.get("target_groups_optional", []))
    for key in ("text_contains_clean", "provider_contains", "provider_contains_clean", "deadline", "deadline_clean"):
        _maybe(_text)(value.get(key))


def _priority(value: Any) -> None:
    _text(value["title_contains"])


def _names() -> Iterator[tuple[str, Check]]:
    for key in ("municipalities", "municipalities_optional", "not_municipalities"):
        yield key, _each(_municipality)
    for key in ("target_groups", "target_groups_optional", "not_target_groups"):
        yield key, _each(_group)


REQUIRED: Mapping[str, Check] = {
    "file": _text,
    "kind": _kind,
    "issuer": _maybe(_municipality),
    "document_date": _maybe(_day),
    "session": _maybe(_session),
    "case_numbers": _each(_text),
    **dict(_names()),
    "plans": _each(_plan),
    "decisions": _each(_decision),
    "acknowledged": _each(_acknowledged),
    "measures": _each(_measure),
    "priorities": _each(_priority),
}
OPTIONAL: Mapping[str, Check] = {
    "kind_also_ok": _one_or_more(_kind),
    "document_date_also_ok": _one_or_more(_day),
    "session_also_ok": _one_or_more(_session),
    "measures_optional": _each(_measure),
    "priorities_optional": _each(_priority),
}
