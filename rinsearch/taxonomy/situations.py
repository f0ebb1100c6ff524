"""Situations by which papers mean a target group without naming it: what people do, lack, have been through."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from rinsearch.errors import TaxonomyError
from rinsearch.taxonomy.groups import target_groups
from rinsearch.taxonomy.tables import toml

FILE = "situations.toml"
CLASS = re.compile(r"\{(\w+)\}")
REACH = 7  # tokens between the first piece and any other: a clause of some length, not the whole sentence


@dataclass(frozen=True, slots=True)
class Situation:
    """Words that together mean groups (none: they only look like it), wherever they stand near the first of them.

    ``pieces`` are alternatives of words with no class left in them; `situations.toml` says how they are written.
    """

    groups: tuple[str, ...]
    pieces: tuple[str, ...]
    unless: str
    reach: int
    example: str
    counterexample: str


@cache
def situations() -> tuple[Situation, ...]:
    """All situations, in the order of the file."""
    known = toml(FILE)
    classes = {name: " ".join(text.split()) for name, text in known["classes"].items()}
    return tuple(_situation(entry, classes, number) for number, entry in enumerate(known["situation"], start=1))


def _situation(entry: Mapping[str, Any], classes: Mapping[str, str], number: int) -> Situation:
    place = f"{FILE}, situation {number}"
    groups = tuple(str(entry["group"]).split())
    for group in groups:
        if group not in target_groups():
            raise TaxonomyError(f"There is no target group {group!r}.", place=place)
    if not entry["words"] or not entry["example"]:
        raise TaxonomyError("A situation needs words and an example.", place=place)
    return Situation(
        groups=groups,
        pieces=tuple(_filled(piece, classes, place) for piece in entry["words"]),
        unless=_filled(entry.get("unless", ""), classes, place),
        reach=entry.get("reach", REACH),
        example=entry["example"],
        counterexample=entry.get("counterexample", ""),
    )


def _filled(text: str, classes: Mapping[str, str], place: str) -> str:
    """The text with the words of its classes; a class may hold others."""
    while (found := CLASS.search(text)) is not None:
        if found[1] not in classes:
            raise TaxonomyError(f"There is no class {found[1]!r}.", place=place)
        text = text.replace(found[0], classes[found[1]].replace(" ", "|"))
    return text
