"""Organisations: names of national bodies, and the nouns by which others are known ("center za socialno delo")."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from rinsearch.errors import TaxonomyError
from rinsearch.taxonomy.tables import toml

KINDS = ("csd", "home", "health", "education", "society", "humanitarian", "institute", "ministry", "agency", "office",
         "police", "church", "company", "culture")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Organisation:
    """A name or a noun. ``forms`` are its wordings by lemma, ``plurals`` first words that open a list of several.

    A noun that ``needs_name`` is none alone; ``purpose`` allows "za nenasilno komunikacijo" behind it, ``members``
    "upokojencev"; one that needs a ``capital`` is found with it only. ``is_name`` is a whole name already.
    """

    name: str
    kind: str
    forms: tuple[str, ...]
    abbreviations: tuple[str, ...]
    plurals: tuple[str, ...]
    needs_name: bool
    is_name: bool
    purpose: bool
    members: bool
    capital: bool
    example: str
    counterexample: str


@cache
def organisation_kinds() -> tuple[Organisation, ...]:
    """All names and nouns of organisations.toml."""
    table = toml("organisations.toml")
    named = [_organisation(entry, is_name=True) for entry in table["name"]]
    return (*named, *(_organisation(entry, is_name=False) for entry in table["noun"]))


def _organisation(entry: Mapping[str, Any], is_name: bool) -> Organisation:
    missing = [key for key in ("name", "kind", "example", "counterexample") if not entry.get(key)]
    if missing or entry["kind"] not in KINDS:
        message = f"Organisation {entry.get('name')!r}: {', '.join(missing) or 'kind'} is missing or unknown."
        raise TaxonomyError(message, place="organisations.toml")
    return Organisation(
        name=entry["name"],
        kind=entry["kind"],
        forms=(entry["name"], *entry.get("forms", ())),
        abbreviations=tuple(entry.get("abbreviations", ())),
        plurals=tuple(entry.get("plurals", ())),
        needs_name=not is_name,
        is_name=is_name,
        purpose=entry.get("purpose", False),
        members=entry.get("members", False),
        capital=entry.get("capital", False),
        example=entry["example"],
        counterexample=entry["counterexample"],
    )
