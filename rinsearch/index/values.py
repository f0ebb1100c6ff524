"""Filters: what an answer can be limited to, by name and type."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TypedDict

from rinsearch.errors import LARGEST, UnknownName, UsageError, WrongType, plain_text
from rinsearch.index.fields import facet_field, field_labels, field_named, is_field, label_of, nearest
from rinsearch.index.query import Query, both
from rinsearch.index.resolving import resolve, resolve_tag

__all__ = [
    "NAMES",
    "Filters",
    "facet_field",
    "field_labels",
    "field_named",
    "filters_query",
    "given",
    "is_field",
    "label_of",
    "resolve",
    "resolve_tag",
]

Value = str | int | datetime.date


class Filters(TypedDict, total=False):
    """What an answer can be limited to, the same for every method; values as people write them, None for no limit."""

    municipality: str | None
    region: str | None
    target_group: str | None
    kind: str | None
    status: str | None
    plan: str | None
    year: int | str | None
    since: datetime.date | str | None
    until: datetime.date | str | None
    case_number: str | None
    session: int | str | None
    document: str | None
    source: str | None


def filters_query(filters: Filters) -> Query | None:
    """The filters as a query; None where there are none. Raises `UnknownName` or `UsageError`.

    >>> filters_query({"since": "2017", "until": "2018-03"})
    Field(name='date', value='2017-01-01..2018-03-31', label='', start=0)
    """
    texts = given(filters)
    since, until = texts.pop("since", ""), texts.pop("until", "")
    parts: list[Query] = [resolve(name, value) for name, value in texts.items()]
    if since or until:
        parts.append(resolve("date", f"{since}..{until}"))
    return both(*parts) if parts else None


def given(filters: Filters) -> dict[str, str]:
    """The filters that limit something, as text. Raises `UnknownName`, and `UsageError` for a value that is no text.

    >>> given({"year": 2017, "kind": None, "since": datetime.date(2017, 9, 21)})
    {'year': '2017', 'since': '2017-09-21'}
    """
    limiting = {name: value for name, value in filters.items() if value is not None}
    unknown = next((name for name in limiting if name not in NAMES), None)
    if unknown is not None:
        raise UnknownName("filter", unknown, nearest(unknown, NAMES))
    return {name: _text(name, value) for name, value in limiting.items()}


def _text(name: str, value: object) -> str:
    """A value of a filter as people write it."""
    also = _ALSO.get(name, ())
    if isinstance(value, datetime.datetime):
        value = value.date()
    if not isinstance(value, (str, *also)) or isinstance(value, bool):
        kinds = " or ".join(("a text", *(_KINDS[each] for each in also)))
        raise WrongType(name, value, kinds, _EXAMPLE[name])
    text = " ".join(str(value).split()) if not isinstance(value, int) or abs(value) <= LARGEST else ""
    if not text or len(text) > LONGEST_VALUE:
        advice = f"Leave the filter out, or write it like {_EXAMPLE[name]}."
        raise UsageError(f"The filter {name} is {'too long' if text else 'empty'}.", place=name, advice=advice)
    return plain_text(name, text)


NAMES = tuple(Filters.__annotations__)
LONGEST_VALUE = 1000  # characters: the path of a member in an archive in an archive fits in
_ALSO: Mapping[str, tuple[type, ...]] = {
    "year": (int,),
    "session": (int,),
    "since": (datetime.date,),
    "until": (datetime.date,),
}
_KINDS: Mapping[type, str] = {int: "a whole number", datetime.date: "a date"}
_EXAMPLE: Mapping[str, str] = {
    "municipality": "Semič",
    "region": "jugovzhodna",
    "target_group": "romi",
    "kind": "zapisnik",
    "status": "seznanjen",
    "plan": "JV 2017",
    "year": "2017",
    "since": "2017-09-21",
    "until": "2018",
    "case_number": "122-08/2013-5",
    "session": "21. redna",
    "document": "3f09c2d1a4b5e6f7",
    "source": "zapisnik",
}
