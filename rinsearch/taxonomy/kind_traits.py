"""Traits of papers from kind_traits.toml: each speaks for some kinds, and against others."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import Any

from rinsearch.errors import TaxonomyError
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
    pattern: re.Pattern[str]
    tenths: Mapping[str, int]

    def times(self, text: str) -> int:
        """How often the trait is found in a text, counted up to what it needs."""
        return sum(1 for _ in islice(self.pattern.finditer(text), self.least))


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
    pattern = re.compile(entry["pattern"], re.MULTILINE)
    trait = KindTrait(entry["name"], entry["where"], entry.get("least", 1), pattern, entry["tenths"])
    if (
        trait.times(entry["example"].lower()) < trait.least
        or trait.times(entry["counterexample"].lower()) >= trait.least
    ):
        raise TaxonomyError(f"The trait {trait.name!r} does not prove itself.", place=FILE)
    return trait
