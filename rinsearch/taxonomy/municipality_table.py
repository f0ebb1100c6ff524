"""The 212 municipalities, every form of their names, and to which region each belonged when."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from rinsearch.records import Municipality
from rinsearch.taxonomy.region_table import regions
from rinsearch.taxonomy.tables import Row, once, require, rows

CASES = ("name", "genitive", "dative", "accusative", "locative", "instrumental")
ADJECTIVE_ENDINGS = ("i", "ega", "emu", "em", "im", "a", "e", "o", "ih", "imi")
FIRST_DAY = datetime.date.min
LAST_DAY = datetime.date.max
LETTERS = "abcčćdđefghijklmnopqrsštuvwxyzž"  # Python's own order puts č, š, ž behind z


@dataclass(frozen=True, slots=True)
class MunicipalityEntry:
    """A municipality: ``cases`` are the forms of its name, ``short`` the forms that need "občina" before them.

    ``lat`` and ``lon`` are the centroid in degrees (WGS 84). ``counterexample`` is filled where a form of the name is
    an ordinary word or a person's name too. ``urban_since`` is set where that changed after the first plans.
    """

    code: str
    name: str
    region: str
    urban: bool
    urban_since: datetime.date | None
    lat: float
    lon: float
    cases: tuple[str, ...]
    genitive: str
    adjectives: tuple[str, ...]
    short: tuple[str, ...]
    aliases: tuple[str, ...]
    example: str
    counterexample: str

    @property
    def ref(self) -> Municipality:
        """The municipality as records name it."""
        return Municipality(self.code, self.name)

    @property
    def adjective(self) -> str:
        """The adjective in its basic form: "semiški"."""
        return self.adjectives[0]

    @property
    def adjective_forms(self) -> tuple[str, ...]:
        """All forms of all adjectives."""
        return tuple(word[:-1] + ending for word in self.adjectives for ending in ADJECTIVE_ENDINGS)

    @property
    def ambiguous(self) -> bool:
        """Whether a form of the name is an ordinary word or a person's name too."""
        return bool(self.counterexample)


@dataclass(frozen=True, slots=True)
class Membership:
    """A municipality belonged to a region in this time; both days are included."""

    code: str
    region: str
    first: datetime.date
    last: datetime.date


@cache
def municipalities() -> Mapping[str, MunicipalityEntry]:
    """All municipalities by their official SURS code."""
    table = rows("municipalities.csv")
    once(table, "code")
    once(table, "name")
    return MappingProxyType({row["code"]: _entry(row) for row in table})


def _entry(row: Row) -> MunicipalityEntry:
    require(row, "code", "name", "region", "lat", "lon", "adjectives", "example", *CASES[1:])
    if row["region"] not in regions():
        raise row.error(f"There is no region {row['region']!r}.")
    forms = (*(row[case] for case in CASES), *row.many("other_forms"))
    since = row["urban_since"]
    return MunicipalityEntry(
        code=row["code"],
        name=row["name"],
        region=row["region"],
        urban=row["urban"] == "1",
        urban_since=datetime.date.fromisoformat(since) if since else None,
        lat=float(row["lat"]),
        lon=float(row["lon"]),
        cases=tuple(dict.fromkeys(forms)),
        genitive=row["genitive"],
        adjectives=row.many("adjectives"),
        short=row.many("short"),
        aliases=row.many("aliases"),
        example=row["example"],
        counterexample=row["counterexample"],
    )


@cache
def history() -> tuple[Membership, ...]:
    """The municipalities whose region changed, or that are newer than the first plans."""
    return tuple(_membership(row) for row in rows("region_history.csv"))


def _membership(row: Row) -> Membership:
    require(row, "code", "region", "example")
    if row["code"] not in municipalities() or row["region"] not in regions():
        raise row.error(f"There is no municipality {row['code']!r} or no region {row['region']!r}.")
    first, last = row["valid_from"], row["valid_to"]
    return Membership(
        row["code"],
        row["region"],
        datetime.date.fromisoformat(first) if first else FIRST_DAY,
        datetime.date.fromisoformat(last) if last else LAST_DAY,
    )


@cache
def members(region_id: str, on: datetime.date | None = None) -> tuple[Municipality, ...]:
    """The municipalities of a region at that date (without one: as it is now), in the order of the alphabet."""
    day = on or LAST_DAY
    found = [entry.ref for entry in municipalities().values() if _region(entry, day) == region_id]
    return tuple(sorted(found, key=lambda each: alphabetical(each.name)))


def region_on(code: str, day: datetime.date) -> str | None:
    """The region to which a municipality belonged on a day; none where it had no council of its own yet."""
    return _region(municipalities()[code], day)


def newcomers(region_id: str, on: datetime.date) -> Mapping[str, datetime.date]:
    """The codes of the municipalities that came to a region after that day, and when."""
    return {each.code: each.first for each in history() if each.region == region_id and each.first > on}


def _region(entry: MunicipalityEntry, day: datetime.date) -> str | None:
    past = [each for each in history() if each.code == entry.code]
    if not past:
        return entry.region
    return next((each.region for each in past if each.first <= day <= each.last), None)


def alphabetical(name: str) -> tuple[int, ...]:
    """A sort key in the order of the Slovene alphabet.

    >>> sorted(["Šentjernej", "Trebnje", "Semič", "Črnomelj", "Cerknica"], key=alphabetical)
    ['Cerknica', 'Črnomelj', 'Semič', 'Šentjernej', 'Trebnje']
    """
    return tuple(LETTERS.find(each) for each in name.casefold())
