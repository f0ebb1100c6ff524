"""The Slovene words that the taxonomy itself is written in: names, wordings, examples."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

from rinsearch.taxonomy.municipality_table import municipalities
from rinsearch.taxonomy.tables import rows, toml

WORD = re.compile(r"[^\W\d_]{2,}")
IDS = ("id", "code", "group", "also", "parent", "region", "field", "kind", "counts", "note", "label_en")  # no Slovene
DAMAGED = frozenset({"repairs.toml"})  # its examples are damaged words
WRITTEN = ("example", "counterexample", "words", "examples", "what")  # of TOML: patterns are no words


@cache
def written_words() -> frozenset[str]:
    """Every word of the tables and of the examples of the other files, with its carons, as it is written there.

    >>> "žrtve" in written_words(), "Žužemberku" in written_words()
    (True, True)
    """
    texts = (*_tables(), *_described(), *_adjectives())
    return frozenset(word for text in texts for word in WORD.findall(text))


def _tables() -> Iterator[str]:
    for name in _named(".csv"):
        yield from (cell for row in rows(name) for column, cell in row.cells.items() if column not in IDS)


def _described() -> Iterator[str]:
    for name in sorted(set(_named(".toml")) - DAMAGED):
        yield from _strings(toml(name))


def _adjectives() -> Iterator[str]:
    for entry in municipalities().values():
        yield from entry.adjective_forms


def _named(ending: str) -> list[str]:
    return sorted(each.name for each in files("rinsearch.taxonomy").iterdir() if each.name.endswith(ending))


def _strings(value: Any, key: str = "") -> Iterator[str]:
    """The text below a value of TOML that stands under one of the keys that hold written language."""
    if isinstance(value, dict):
        for name, each in value.items():
            yield from _strings(each, name)
    elif isinstance(value, list):
        for each in value:
            yield from _strings(each, key)
    elif isinstance(value, str) and key in WRITTEN:
        yield value
