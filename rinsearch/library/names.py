"""What users write, made into what the registers hold: plans as "JV 2017", filters in any form."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from datetime import date

from rinsearch.errors import UnknownName, UsageError
from rinsearch.index.values import Filters, resolve
from rinsearch.records import CitedPlan, DocumentKind, Status
from rinsearch.registers import Wanted
from rinsearch.taxonomy import descendants, regions

NEAREST = 3  # names that an error suggests


def find_plan(text: str | None, known: Sequence[CitedPlan]) -> str:
    """The id of a plan that the index knows, by id, or by region and year; may be left out when there is one.

    Raises `UnknownName` with the plans that come closest, `UsageError` where it is not clear which is meant.
    """
    ids = tuple(plan.id for plan in known)
    if not text:
        if len(ids) == 1:
            return ids[0]
        what = f"There are {len(ids)} plans." if ids else "The index knows no plan."
        raise UsageError(what, advice=f"Say which: {', '.join(ids)}." if ids else "Ingest papers that speak of one.")
    try:
        wanted = resolve("plan", text).value
    except UnknownName:
        raise UnknownName("plan", text, _nearest(text, ids)) from None
    found = tuple(id for id in ids if id == wanted or id.startswith((f"{wanted}/", f"{wanted}-")))
    if len(found) == 1:
        return found[0]
    if found:
        raise UsageError(f"{text!r} can be {len(found)} plans.", advice=f"Say which: {', '.join(found)}.")
    if wanted.count("/") == 1 and wanted.split("/")[1] not in regions():
        raise UnknownName("region", text, ())
    raise UnknownName("plan", text, _nearest(wanted, ids))


def _nearest(text: str, ids: Sequence[str]) -> tuple[str, ...]:
    close = difflib.get_close_matches(text, ids, NEAREST, cutoff=0.3)
    return tuple(close or ids[:NEAREST])


def wanted(filters: Filters, known: Sequence[CitedPlan]) -> Wanted:
    """Filters as the registers compare them. Raises `UnknownName` or `UsageError`."""
    given = {name: str(value) for name, value in filters.items() if value is not None}
    unknown = sorted(set(given) - set(Filters.__annotations__))
    if unknown:
        close = difflib.get_close_matches(unknown[0], list(Filters.__annotations__), NEAREST)
        raise UnknownName("filter", unknown[0], tuple(close))
    since, until = _days(given)
    return Wanted(
        municipality=_value("municipality", given),
        region=_value("region", given),
        target_groups=descendants(resolve("target_group", given["target_group"]).value)
        if "target_group" in given
        else frozenset(),
        kind=DocumentKind(resolve("kind", given["kind"]).value) if "kind" in given else None,
        status=Status(resolve("status", given["status"]).value) if "status" in given else None,
        plan=find_plan(given["plan"], known) if "plan" in given else None,
        since=since,
        until=until,
        case_number=_value("case_number", given),
        session=_session(given),
        document=given.get("document"),
        source=given.get("source"),
    )


def _value(field: str, given: dict[str, str]) -> str | None:
    return resolve(field, given[field]).value if field in given else None


def _session(given: dict[str, str]) -> int | None:
    number = (_value("session", given) or "").partition("/")[0]
    return int(number) if number else None


def _days(given: dict[str, str]) -> tuple[date | None, date | None]:
    """The first and last day of year, since and until together."""
    ranges = []
    if "year" in given:
        ranges.append(resolve("date", resolve("year", given["year"]).value).value)
    if "since" in given or "until" in given:
        ranges.append(resolve("date", f"{given.get('since', '')}..{given.get('until', '')}").value)
    if not ranges:
        return None, None
    first = max(date.fromisoformat(each.partition("..")[0]) for each in ranges)
    last = min(date.fromisoformat(each.partition("..")[2]) for each in ranges)
    return first, last
