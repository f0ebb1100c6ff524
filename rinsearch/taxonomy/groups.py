"""Target groups, their hierarchy, and the wordings by which papers name them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from rinsearch.taxonomy.tables import Row, once, require, rows

KINDS = ("phrase", "people", "with", "field", "paraphrase", "mask", "name")
MASKS = ("mask", "name")


@dataclass(frozen=True, slots=True)
class TargetGroup:
    """A group of people; ``parent`` is the id of the wider group."""

    id: str
    parent: str | None
    label_sl: str
    label_en: str
    example: str


@dataclass(frozen=True, slots=True)
class GroupVariant:
    """A wording: ``counts`` is false for a mask, which only looks like the group ("Dom starejših občanov").

    ``also`` are further groups that the same words name; ``kind`` is phrase, people (an adjective used as a noun:
    "mladi"), with (what people have or where they are: "brez doma"; it counts behind a word for people), field (a field
    of work that stands for its people), paraphrase, mask, or name (a mask that begins with a capital in the paper,
    too). A wording with ", ki " is a relative clause: its words stand in any order, "izgubili/izgubile" is one of two,
    "…" only shows that others may stand between them, and before the comma any word for people may stand.
    """

    group: str
    text: str
    counts: bool
    kind: str
    also: tuple[str, ...]
    example: str
    note: str

    @property
    def has_clause(self) -> bool:
        """Whether the wording is a relative clause."""
        return ", ki " in self.text


@cache
def target_groups() -> Mapping[str, TargetGroup]:
    """All target groups by id, wider groups before narrower ones."""
    table = rows("target_groups.csv")
    once(table, "id")
    groups: dict[str, TargetGroup] = {}
    for row in table:
        require(row, "id", "label_sl", "label_en", "example")
        if row["parent"] and row["parent"] not in groups:
            raise row.error(f"There is no group {row['parent']!r} above this line.")
        groups[row["id"]] = TargetGroup(
            row["id"], row["parent"] or None, row["label_sl"], row["label_en"], row["example"]
        )
    return MappingProxyType(groups)


@cache
def group_variants() -> tuple[GroupVariant, ...]:
    """All wordings, in the order of the file."""
    table = rows("target_group_variants.csv")
    once(table, "group", "text")
    return tuple(_variant(row) for row in table)


def _variant(row: Row) -> GroupVariant:
    require(row, "group", "text", "example")
    also = row.many("also")
    for group in (row["group"], *also):
        if group not in target_groups():
            raise row.error(f"There is no target group {group!r}.")
    if row["kind"] not in KINDS or (row["kind"] in MASKS) != (row["counts"] == "no"):
        raise row.error(f"The kind {row['kind']!r} does not fit; a mask or name, and nothing else, has counts = no.")
    return GroupVariant(
        row["group"], row["text"], row["counts"] == "yes", row["kind"], also, row["example"], row["note"]
    )


@cache
def descendants(group_id: str) -> frozenset[str]:
    """The group itself and all narrower ones.

    >>> sorted(descendants("starejsi"))
    ['demenca', 'starejsi']
    """
    children = (group.id for group in target_groups().values() if group.parent == group_id)
    return frozenset({group_id}).union(*(descendants(child) for child in children))
