"""What users write, made into what the registers hold: plans as "JV 2017", filters in any form."""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence
from datetime import date

from rinsearch.errors import UnknownName, UsageError
from rinsearch.index.values import NAMES, Filters, given, resolve
from rinsearch.matching import fits
from rinsearch.records import CitedPlan, DocumentKind, Status
from rinsearch.registers import SAID, Wanted
from rinsearch.taxonomy import descendants, fold, toml

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
    wanted = known_plan(text, ids)
    found = tuple(id for id in ids if fits("plan", id, wanted))
    if len(found) == 1:
        return found[0]
    raise UsageError(f"{text!r} can be {len(found)} plans.", advice=f"Say which: {', '.join(found)}.")


def known_plan(text: str, known: Sequence[str]) -> str:
    """What is meant, as the id of a plan, or as the beginning of several. Raises `UnknownName` where none is known."""
    try:
        wanted = resolve("plan", text).value
    except UnknownName:
        raise UnknownName("plan", text, _nearest(text, known)) from None
    if any(fits("plan", id, wanted) for id in known):
        return wanted
    within = _in_force(wanted, known)
    if within is None:
        raise UnknownName("plan", text, _nearest(wanted, known))
    return within


def _in_force(wanted: str, known: Sequence[str]) -> str | None:
    """The one plan whose period holds the year that is named with the region: "JV 2018" is that of 2017-2020."""
    region, _, year = wanted.rpartition("/")
    periods = ((id, id.rpartition("/")[2].partition("-")) for id in known if id.startswith(f"{region}/"))
    found = [id for id, (first, dash, last) in periods if dash and year.isdigit() and first <= year <= last]
    return found[0] if len(found) == 1 else None


def _nearest(text: str, ids: Sequence[str]) -> tuple[str, ...]:
    close = difflib.get_close_matches(text, ids, NEAREST, cutoff=0.3)
    return tuple(close or ids[:NEAREST])


def unsaid(without: str | None) -> str | None:
    """What a measure leaves unsaid. Raises `UnknownName`."""
    if without is None:
        return None
    wanted = fold(without).replace("-", "_")
    names = {name: [name, *map(fold, toml("labels.toml")["unsaid"][name])] for name in SAID}
    found = next((name for name, known in names.items() if wanted in known), None)
    if found is None:
        raise UnknownName("field of a measure", without, tuple(known[0] for known in names.values()))
    return found


# --- filters ----------------------------------------------------------------------------------------------------------

# What an answer cannot be limited by: a measure has no status, a decision is for no group, a table is of one plan.
WITHOUT: Mapping[str, frozenset[str]] = {
    "documents": frozenset(),
    "decisions": frozenset({"target_group"}),
    "measures": frozenset({"status"}),
    "councils": frozenset(NAMES) - {"plan"},
    "priorities": frozenset(NAMES) - {"plan"},
    "plans": frozenset(NAMES),
}


def limits(answer: str, filters: Filters) -> dict[str, str]:
    """The filters of an answer as text. Raises `UsageError` naming those that apply, `UnknownName` for no filter."""
    texts = given(filters)
    refused = next((name for name in texts if name in WITHOUT[answer]), None)
    if refused is None:
        return texts
    applying = [name for name in NAMES if name not in WITHOUT[answer]]
    advice = f"They can be limited by {', '.join(applying)}." if applying else "Leave the filter out: all are listed."
    raise UsageError(f"The filter {refused} does not apply to {answer}.", place=refused, advice=advice)


def wanted(answer: str, filters: Filters, known: Sequence[str]) -> Wanted:
    """Filters as the registers compare them; ``known`` are the ids of plans. Raises `UnknownName` or `UsageError`."""
    texts = limits(answer, filters)
    days = [texts.pop(name, "") for name in ("year", "since", "until")]
    plan = texts.pop("plan", None)
    values = {name: resolve(name, text).value for name, text in texts.items()}
    since, until = _days(*days)
    group = values.pop("target_group", None)
    return Wanted(
        target_groups=descendants(group) if group else frozenset(),
        kind=DocumentKind(values.pop("kind")) if "kind" in values else None,
        status=Status(values.pop("status")) if "status" in values else None,
        plan=known_plan(plan, known) if plan else None,
        since=since,
        until=until,
        **values,
    )


def _days(year: str, since: str, until: str) -> tuple[date | None, date | None]:
    """The first and last day of year, since and until together."""
    ranges = [resolve("year", year).value] if year else []
    ranges += [f"{since}..{until}"] if since or until else []
    if not ranges:
        return None, None
    ends = [resolve("date", each).value.split("..") for each in ranges]
    return max(date.fromisoformat(each[0]) for each in ends), min(date.fromisoformat(each[1]) for each in ends)
