"""Traits of papers from kind_traits.toml: each speaks for some kinds, and against others."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import Any

from rinsearch.errors import TaxonomyError
from rinsearch.sifted import Pattern, Sifted
from rinsearch.taxonomy.tables import toml

FILE = "kind_traits.toml"


@dataclass(frozen=True, slots=True)
class KindTrait:
    """A trait: where it is looked for, how often it must be found, and what that says of the kind, in tenths of a cue.

    The pattern is looked for in small letters.
    """

    name: str
    where: str
    least: int
    pattern: Sifted
    tenths: Mapping[str, int]

    def times(self, text: str) -> int:
        """How often the trait is found in a text, counted up to what it needs."""
        return _times(self.pattern, text, self.least)


@cache
def kind_traits() -> tuple[KindTrait, ...]:
    """The traits of the file, each proved by its example and counterexample.

    >>> next(trait for trait in kind_traits() if trait.name == "salutation").pattern.search("draga gospa novak,")[0]
    'draga'
    """
    return tuple(map(_trait, toml(FILE)["trait"]))


@cache
def before_traits() -> Mapping[str, int]:
    """What speaks for each kind before any trait is found, in tenths of a cue."""
    return dict(toml(FILE)["before"])


def _trait(entry: Mapping[str, Any]) -> KindTrait:
    least = entry.get("least", 1)

    def prove(pattern: re.Pattern[str]) -> None:
        found, counter = (_times(pattern, entry[name].lower(), least) for name in ("example", "counterexample"))
        if found < least or counter >= least:
            raise TaxonomyError(f"The trait {entry['name']!r} does not prove itself.", place=FILE)

    return KindTrait(
        entry["name"], entry["where"], least, Sifted(entry["pattern"], re.MULTILINE, prove), entry["tenths"]
    )


def _times(pattern: Pattern, text: str, most: int) -> int:
    return sum(1 for _ in islice(pattern.finditer(text), most))
