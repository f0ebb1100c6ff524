"""Fields of an index and their values, by the names that people read and type."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from functools import cache

from rinsearch.errors import QueryError, UnknownName
from rinsearch.language import fold
from rinsearch.taxonomy import municipalities, regions, target_groups, toml


def is_field(name: str) -> bool:
    """Whether a field has this name, in Slovene or English, with or without carons."""
    return fold(name) in _fields()


def field_named(name: str, position: int) -> str:
    """The field with this name; raises `QueryError` with the nearest."""
    found = _fields().get(fold(name))
    if found is None:
        close = nearest(fold(name), _fields())
        hint = f"Did you mean {close[0]}:? " if close else ""
        advice = f"{hint}Fields are {', '.join(_shown_fields())}; put quotation marks around a word with a colon."
        raise QueryError(f"There is no field {name!r}.", position, advice=advice)
    return found


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
        return str(names_of(field).get(value, (value,))[0])
    return value


@cache
def field_labels() -> Mapping[str, str]:
    """The fields for people.

    >>> field_labels()["target_group"], field_labels()["issuer"]
    ('skupina', 'izdajatelj')
    """
    return {field: names[0] for field, names in toml("labels.toml")["fields"].items()}


FACETS = ("municipality", "issuer", "region", "target_group", "kind", "status", "plan", "year", "document")


def facet_field(name: str) -> str:
    """The field to count by; raises `UnknownName`."""
    found = _fields().get(fold(name))
    if found not in FACETS:
        raise UnknownName("facet", name, nearest(fold(name), FACETS) or FACETS)
    return str(found)


@cache
def _fields() -> Mapping[str, str]:
    named = toml("labels.toml")["fields"].items()
    return {fold(name): field for field, names in named for name in (field, *names)}


def _shown_fields() -> list[str]:
    return [names[0] for names in toml("labels.toml")["fields"].values()]


def names_of(field: str) -> Mapping[str, tuple[str, ...]]:
    """The names of the values of a field (kind or status) by the value; the first is its label."""
    found: Mapping[str, tuple[str, ...]] = toml("labels.toml")[{"kind": "kinds", "status": "statuses"}[field]]
    return found


@cache
def values_named(field: str) -> Mapping[str, str]:
    """The values of a field (kind or status) by each of their names, as `plain` writes them."""
    named = names_of(field).items()
    return {plain(name): value for value, names in named for name in (value, *names)}


def plain(name: str) -> str:
    """A name without case and carons, a hyphen as a space."""
    return fold(name).replace("-", " ").replace("_", " ").strip()


def nearest(name: str, known: Mapping[str, object] | tuple[str, ...]) -> tuple[str, ...]:
    """The known names that come closest, at most three."""
    return tuple(difflib.get_close_matches(name[:60], tuple(known), n=3, cutoff=0.5))
