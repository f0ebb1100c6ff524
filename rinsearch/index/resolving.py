"""Values of filters in any form that people write, made into the ones that an index holds."""

from __future__ import annotations

import datetime
import re
from calendar import monthrange
from collections.abc import Callable, Mapping
from contextlib import suppress

from rinsearch.errors import UnknownName, UsageError
from rinsearch.index.fields import label_of, names_of, nearest, plain, values_named
from rinsearch.index.query import Field
from rinsearch.language import fold
from rinsearch.matching import ANY_REGION, file_number
from rinsearch.records import SessionKind
from rinsearch.taxonomy import find_group, find_municipality, find_region


def resolve(field: str, value: str) -> Field:
    """A filter with its value as the index holds it; raises `UnknownName` or `UsageError`.

    >>> resolve("municipality", "Semiča")
    Field(name='municipality', value='109', label='Semič', start=0)
    """
    found, label = _RESOLVERS[field](" ".join(value.split()))
    if not found:
        raise UsageError(f"There is no value for {field}.", advice="Leave the filter out, or say what it should be.")
    return Field(field, found, label)


def resolve_tag(value: str) -> tuple[str, str]:
    """The id of a target group, municipality or plan by whichever of its names, and its label; raises `UnknownName`.

    >>> resolve_tag("starejši"), resolve_tag("Semič"), resolve_tag("rin-sv/koroska/2017-2020")
    (('starejsi', 'starejši'), ('109', 'Semič'), ('rin-sv/koroska/2017-2020', ''))
    """
    text = " ".join(value.replace("_", " ").split())
    if _PLAN.fullmatch(text.lower()):
        return text.lower(), ""
    try:
        found = find_group(text)
        return found, label_of("target_group", found)
    except UnknownName as of_groups:
        with suppress(UnknownName):
            return _municipality(text)
        raise UnknownName("tag", value, of_groups.nearest) from None


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
        found = values_named(field).get(plain(text))
        if found is None:
            labels = {plain(names[0]): names[0] for names in names_of(field).values()}
            close = nearest(plain(text), labels) or labels  # they are few: where none is near, all are named
            raise UnknownName(field, text, tuple(labels[each] for each in close))
        return found, label_of(field, found)

    return read


_YEARS = re.compile(r"(?:19|20)\d\d")
_PLAN = re.compile(r"rin-sv/(?:[a-z-]+|\*)(?:/\d{4}(?:-\d{4})?)?")


def _plan(text: str) -> tuple[str, str]:
    """An id, or a region or a period or both ("JV", "2017", "JV 2017-2020"): then every such plan."""
    text = text.translate(_DASHES)
    if _PLAN.fullmatch(text.lower()):
        return text.lower(), ""
    years, name = _YEARS.findall(text), _YEARS.sub("", text).strip(" -,/")
    region = find_region(name) if name or not years else ANY_REGION
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
    number, kind = str(int(found[1])) if found[1] else "", kinds.get(fold(found[2]), "")
    return f"{number}/{kind}", f"{number}. {kind}" if number and kind else number or kind


def _page(text: str) -> tuple[str, str]:
    if not re.fullmatch(r"[0-9]{1,6}", text):
        raise UsageError(f"{text!r} is no page number.", advice="Pages count from 1.")
    return str(int(text)), ""


def _case_number(text: str) -> tuple[str, str]:
    return file_number(text.translate(_QUOTES)), ""


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
