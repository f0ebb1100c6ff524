"""Filters: names of fields, and values in any form made into the ones that the index holds."""

from __future__ import annotations

import datetime
import difflib
import re
from calendar import monthrange
from collections.abc import Callable, Mapping
from functools import cache
from typing import TypedDict

from rinsearch.errors import QueryError, UnknownName, UsageError
from rinsearch.index.query import Field, Query, both
from rinsearch.language import fold
from rinsearch.records import SessionKind
from rinsearch.taxonomy import find_group, find_municipality, find_region, municipalities, regions, target_groups, toml

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
        raise UnknownName("filter", unknown, _nearest(unknown, NAMES))
    return {name: _text(name, value) for name, value in limiting.items()}


def _text(name: str, value: object) -> str:
    """A value of a filter as people write it."""
    also = _ALSO.get(name, ())
    if isinstance(value, datetime.datetime):
        value = value.date()
    if not isinstance(value, (str, *also)) or isinstance(value, bool):
        kinds = " or ".join(("a text", *(_KINDS[each] for each in also)))
        raise UsageError(f"The filter {name} takes {kinds}, not {value!r:.60}.", place=name, advice=_EXAMPLE[name])
    text = " ".join(str(value).split())
    if not text or len(text) > LONGEST_VALUE:
        advice = f"Leave the filter out, or say what it should be. {_EXAMPLE[name]}"
        raise UsageError(
            f"The value of the filter {name} is {'too long' if text else 'empty'}.", place=name, advice=advice
        )
    return text


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
    name: f"Write it like {example!r}."
    for name, example in {
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
    }.items()
}


def is_field(name: str) -> bool:
    """Whether a field has this name, in Slovene or English, with or without carons."""
    return fold(name) in _fields()


def field_named(name: str, position: int) -> str:
    """The field with this name; raises `QueryError` with the nearest."""
    found = _fields().get(fold(name))
    if found is None:
        nearest = _nearest(fold(name), _fields())
        hint = f"Did you mean {nearest[0]}:? " if nearest else ""
        advice = f"{hint}Fields are {', '.join(_shown_fields())}; put quotation marks around a word with a colon."
        raise QueryError(f"There is no field {name!r}.", position, advice=advice)
    return found


def resolve(field: str, value: str) -> Field:
    """A filter with its value as the index holds it; raises `UnknownName` or `UsageError`.

    >>> resolve("municipality", "Semiča")
    Field(name='municipality', value='109', label='Semič', start=0)
    """
    found, label = _RESOLVERS[field](" ".join(value.split()))
    if not found:
        raise UsageError(f"There is no value for {field}.", advice="Leave the filter out, or say what it should be.")
    return Field(field, found, label)


def label_of(field: str, value: str) -> str:
    """A value of the index for people.

    >>> label_of("municipality", "109"), label_of("status", "acknowledged"), label_of("year", "2017")
    ('Semič', 'seznanjen', '2017')
    """
    if field in ("municipality", "issuer"):
        entry = municipalities().get(value)
        return entry.name if entry else value
    if field == "target_group":
        group = target_groups().get(value)
        return group.label_sl if group else value
    if field == "region":
        region = regions().get(value)
        return region.name if region else value
    if field in ("kind", "status"):
        return str(_names(field).get(value, (value,))[0])
    return value


FACETS = ("municipality", "issuer", "region", "target_group", "kind", "status", "plan", "year", "document")


def facet_field(name: str) -> str:
    """The field to count by; raises `UnknownName`."""
    found = _fields().get(fold(name))
    if found not in FACETS:
        raise UnknownName("facet", name, _nearest(fold(name), FACETS))
    return str(found)


# --- names ------------------------------------------------------------------------------------------------------------


@cache
def _fields() -> Mapping[str, str]:
    named = toml("labels.toml")["fields"].items()
    return {fold(name): field for field, names in named for name in (field, *names)}


def _shown_fields() -> list[str]:
    return [names[0] for names in toml("labels.toml")["fields"].values()]


def _names(field: str) -> Mapping[str, tuple[str, ...]]:
    found: Mapping[str, tuple[str, ...]] = toml("labels.toml")[{"kind": "kinds", "status": "statuses"}[field]]
    return found


@cache
def _values(field: str) -> Mapping[str, str]:
    named = _names(field).items()
    return {_plain(name): value for value, names in named for name in (value, *names)}


def _plain(name: str) -> str:
    return fold(name).replace("-", " ").replace("_", " ").strip()


def _nearest(name: str, known: Mapping[str, object] | tuple[str, ...]) -> tuple[str, ...]:
    return tuple(difflib.get_close_matches(name[:60], tuple(known), n=3, cutoff=0.5))


# --- values -----------------------------------------------------------------------------------------------------------


def _municipality(text: str) -> tuple[str, str]:
    found = find_municipality(text)
    return found.code, found.name


def _region(text: str) -> tuple[str, str]:
    found = find_region(text)
    return found, ""


def _group(text: str) -> tuple[str, str]:
    return find_group(text), ""


def _named(field: str) -> Callable[[str], tuple[str, str]]:
    def read(text: str) -> tuple[str, str]:
        found = _values(field).get(_plain(text))
        if found is None:
            labels = {_plain(names[0]): names[0] for names in _names(field).values()}
            nearest = (labels[each] for each in _nearest(_plain(text), labels))
            raise UnknownName(field, text, tuple(nearest))
        return found, label_of(field, found)

    return read


_YEARS = re.compile(r"(?:19|20)\d\d")
_PLAN = re.compile(r"rin-sv/[a-z-]+(?:/\d{4}(?:-\d{4})?)?")


def _plan(text: str) -> tuple[str, str]:
    """An id, or a region with a year or period ("JV 2017"): then every plan of the region that begins in that year."""
    text = text.translate(_DASHES)
    if _PLAN.fullmatch(text.lower()):
        return text.lower(), ""
    years = _YEARS.findall(text)
    region = find_region(_YEARS.sub("", text).strip(" -,/"))
    return "/".join(("rin-sv", region, *(["-".join(years[:2])] if years else []))), ""


def _year(text: str) -> tuple[str, str]:
    if not _YEARS.fullmatch(text):
        raise UsageError(f"{text!r} is no year.", advice="Write four digits, or date:2017-09..2018-03 for a range.")
    return text, ""


_DASHES = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"))
_ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_SLOVENE = re.compile(r"(?:(\d{1,2})\. ?)?(\d{1,2})\. ?(\d{4})\.?")


def _dates(text: str) -> tuple[str, str]:
    since, dots, until = text.translate(_DASHES).partition("..")
    first = _day(since, last=False) if since.strip() else "0001-01-01"
    final = _day(until if dots else since, last=True) if not dots or until.strip() else "9999-12-31"
    if first > final:
        raise UsageError(f"{first} is later than {final}.", advice="Write the earlier date first.")
    return f"{first}..{final}", ""


def _day(text: str, last: bool) -> str:
    """The first or last day that is meant by a year, month or day, as an ISO date."""
    parts = _date_parts(text.strip())
    try:
        year, month, day = parts
        month = month or (12 if last else 1)
        day = day or (monthrange(year, month)[1] if last else 1)
        return datetime.date(year, month, day).isoformat()
    except (TypeError, ValueError) as error:
        advice = "Write 2017, 2017-09, 2017-09-21, 21. 9. 2017, or two of them with .. between."
        raise UsageError(f"{text.strip()!r} is no date.", advice=advice) from error


def _date_parts(text: str) -> tuple[int, ...]:
    if found := _ISO.fullmatch(text):
        return int(found[1]), int(found[2] or 0), int(found[3] or 0)
    if found := _SLOVENE.fullmatch(text):
        return int(found[3]), int(found[2]), int(found[1] or 0)
    return ()


_SESSION = re.compile(r"(\d{1,4})?\.? ?/?([^\W\d]*)")


def _session(text: str) -> tuple[str, str]:
    """A number, a kind or both: "21", "21. redna", "21/redna", "dopisna"; as "21/redna", "21/" or "/redna"."""
    found = _SESSION.fullmatch(text.lower())
    kinds = {fold(kind.value): kind.value for kind in SessionKind}
    if not found or not (found[1] or found[2]) or (found[2] and fold(found[2]) not in kinds):
        raise UsageError(
            f"{text!r} is no session.", advice=f"Write 21, 21/redna or one of {', '.join(kinds.values())}."
        )
    return f"{int(found[1]) if found[1] else ''}/{kinds.get(fold(found[2]), '')}", ""


def _page(text: str) -> tuple[str, str]:
    if not re.fullmatch(r"[0-9]{1,6}", text):
        raise UsageError(f"{text!r} is no page number.", advice="Pages count from 1.")
    return str(int(text)), ""


def _case_number(text: str) -> tuple[str, str]:
    return text.translate(_DASHES).translate(_QUOTES).replace(" ", ""), ""


_QUOTES = str.maketrans(dict.fromkeys('"„“”»«', " "))


def _source(text: str) -> tuple[str, str]:
    return fold(text).translate(_QUOTES).strip(), ""


_RESOLVERS: Mapping[str, Callable[[str], tuple[str, str]]] = {
    "municipality": _municipality,
    "issuer": _municipality,
    "region": _region,
    "target_group": _group,
    "kind": _named("kind"),
    "status": _named("status"),
    "plan": _plan,
    "year": _year,
    "date": _dates,
    "case_number": _case_number,
    "session": _session,
    "page": _page,
    "document": lambda text: (text.lower().translate(_QUOTES).strip(), ""),
    "source": _source,
}
