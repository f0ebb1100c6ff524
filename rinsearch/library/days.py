"""Days as users write them."""

from __future__ import annotations

import datetime
from typing import Any

from rinsearch.errors import RinsearchError, UsageError
from rinsearch.index.values import resolve
from rinsearch.library import arguments
from rinsearch.library.csvfiles import day


def one_day(name: str, value: Any) -> datetime.date:
    """A day. Raises `UsageError`."""
    text = arguments.text(name, value, "2017-10-12")
    try:
        found = day(text)
    except ValueError:
        found = None
    if found is None:
        advice = "Write it like 2017-10-12 or 12. 10. 2017."
        raise UsageError(f"{text!r} is no day.", place=name, advice=advice)
    return found


def past_day(name: str, value: Any) -> datetime.date:
    """A day that is not still to come. Raises `UsageError`."""
    found = one_day(name, value)
    if found > datetime.date.today():
        advice = "Give the day on which the council decided."
        raise UsageError(f"{value!r} is still to come.", place=name, advice=advice)
    return found


def last_day(name: str, value: Any) -> datetime.date:
    """A day, or the last one of a month or year, as ``--until`` takes them. Raises `UsageError`."""
    text = arguments.text(name, value, "2017-10-12")
    try:
        return datetime.date.fromisoformat(resolve("date", text).value.split("..")[1])
    except (RinsearchError, IndexError, ValueError):
        return one_day(name, value)
