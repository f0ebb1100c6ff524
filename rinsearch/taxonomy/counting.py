"""Slovene words behind numbers: 1 občina, 2 občini, 3 občine, 5 občin."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from rinsearch.errors import TaxonomyError
from rinsearch.taxonomy.tables import toml

FILE = "counted.toml"
FORMS = 4  # of one, two, three or four, five and more


@dataclass(frozen=True, slots=True)
class CountedWord:
    """A word (or several that agree) as it stands behind numbers."""

    forms: tuple[str, ...]
    genitive: str

    def form(self, count: int) -> str:
        """The form that stands with this number."""
        last = count % 100
        return self.forms[min(last, 3) - 1 if 1 <= last <= 3 else (2 if last == 4 else 3)]


@cache
def counted_words() -> Mapping[str, CountedWord]:
    """All words by their name; each has been checked with its example."""
    found: dict[str, CountedWord] = {}
    for entry in toml(FILE)["word"]:
        word = CountedWord(tuple(entry["forms"]), entry["genitive"])
        number, _, form = entry["example"].partition(" ")
        if len(word.forms) != FORMS or entry["name"] in found or word.form(int(number)) != form:
            message = f"The word {entry['name']!r} has not four forms, stands there twice, or is no {form!r}."
            raise TaxonomyError(message, place=FILE)
        found[entry["name"]] = word
    return MappingProxyType(found)


def counted(count: int, name: str) -> str:
    """A number with its word.

    >>> [counted(number, "municipality") for number in (1, 2, 4, 5, 101, 112, 0)]
    ['1 občina', '2 občini', '4 občine', '5 občin', '101 občina', '112 občin', '0 občin']
    """
    return f"{count} {counted_words()[name].form(count)}"


def counted_of(count: int, name: str) -> str:
    """A number with its word in the genitive, as behind "od".

    >>> counted_of(1, "municipality"), counted_of(2, "municipality"), counted_of(21, "municipality")
    ('1 občine', '2 občin', '21 občin')
    """
    word = counted_words()[name]
    return f"{count} {word.genitive if count % 100 == 1 else word.forms[-1]}"
