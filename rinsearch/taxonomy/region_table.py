"""The 12 statistical regions (NUTS 3) and how papers name them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from rinsearch.taxonomy.tables import Row, once, require, rows, toml


@dataclass(frozen=True, slots=True)
class Region:
    """A region: ``forms`` are written with the word *regija*, ``names`` without it, ``abbreviations`` need it."""

    id: str
    code: str
    name: str
    label: str
    forms: tuple[str, ...]
    names: tuple[str, ...]
    abbreviations: tuple[str, ...]
    example: str
    counterexample: str


@cache
def regions() -> Mapping[str, Region]:
    """All regions by their id, which is the adjective without carons."""
    table = rows("regions.csv")
    once(table, "id")
    once(table, "code")
    return MappingProxyType({row["id"]: _region(row) for row in table})


def _region(row: Row) -> Region:
    require(row, "id", "code", "name", "label", "adjective", "names", "example")
    adjectives = (row["adjective"], *row.many("former"))
    return Region(
        id=row["id"],
        code=row["code"],
        name=row["name"],
        label=row["label"],
        forms=tuple(form for adjective in adjectives for form in _phrases(adjective)),
        names=row.many("names"),
        abbreviations=row.many("abbreviations"),
        example=row["example"],
        counterexample=row["counterexample"],
    )


def _phrases(adjective: str) -> list[str]:
    """Every case of the region's name with every noun that papers use.

    >>> [each for each in _phrases("zasavska") if each.endswith("regije")][:2]
    ['zasavske regije', 'zasavske statistične regije']
    """
    return [f"{adjective[:-1]}{ending} {noun}" for ending in endings() for noun in nouns(ending)]


def endings() -> tuple[str, ...]:
    """Adjective and noun end alike in every case of the singular: jugovzhodne statistične regije."""
    return tuple(toml("region_words.toml")["noun"]["endings"])


def nouns(ending: str) -> list[str]:
    """The nouns that may follow an adjective or an abbreviation, in the case with this ending; the shortest first."""
    stems = toml("region_words.toml")["noun"]["stems"]
    return [" ".join(stem + ending for stem in each) for each in stems]
