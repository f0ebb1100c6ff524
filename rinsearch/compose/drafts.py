"""A measure before it has an id: what tables, blocks and prose hand over."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from rinsearch.records import Passage

# Fields of which a measure has at least one; without any, a text beside a number is no measure.
SUPPORTING = frozenset({"provider", "deadline", "target_group", "funding", "indicator", "amount"})


@dataclass(frozen=True, slots=True)
class Draft:
    """A measure before it has an id: its text's place, and the place of every field."""

    passage: Passage
    text: tuple[int, int]
    fields: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    number: str | None = None
    rule: str = "measure.row"
    passages: Mapping[str, Passage] = field(default_factory=dict)

    def value(self, name: str) -> str | None:
        """The words of a field."""
        if name not in self.fields:
            return None
        start, end = self.fields[name]
        return self.home(name).text[start:end].strip(" .;") or None

    def home(self, name: str) -> Passage:
        """The passage in which a field stands."""
        return self.passages.get(name, self.passage)
