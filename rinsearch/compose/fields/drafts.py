"""A measure before it has an id: what tables, blocks and prose hand over."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from rinsearch.records import Passage
from rinsearch.taxonomy.phrases import phrase

# Fields of which a measure has at least one; without any, a text beside a number is no measure.
SUPPORTING = frozenset({"provider", "deadline", "target_group", "funding", "indicator", "amount"})
STRONG = frozenset({"provider", "deadline"})  # who and until when: what has both plans something

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Draft:
    """A measure before it has an id: its text's place, and the place of every field.

    ``more`` are further places of its text, where a row goes on in the next one; ``around`` is what was read for it, in
    which no other measure stands; ``said`` are the words of fields that marks say ("x" below "2018" and "2019");
    ``year`` is that of the heading above it, which its own time ("poleti") leaves out.
    """

    passage: Passage
    text: Span
    fields: Mapping[str, Span] = field(default_factory=dict)
    number: str | None = None
    rule: str = "measure.row"
    passages: Mapping[str, Passage] = field(default_factory=dict)
    more: tuple[tuple[Passage, Span], ...] = ()
    around: tuple[tuple[Passage, Span], ...] = ()
    said: Mapping[str, str] = field(default_factory=dict)
    year: str | None = None

    def value(self, name: str) -> str | None:
        """The words of a field; ``None`` also where they say that there is none ("ni določen")."""
        if name not in self.fields or name in self.said:
            return self.said.get(name)
        start, end = self.fields[name]
        words = self.home(name).text[start:end].strip(" ;,\t\n")
        words = words if phrase("stop-inside").search(words) else words.removesuffix(".")
        return None if phrase("no-value").fullmatch(words) else words

    def home(self, name: str) -> Passage:
        """The passage in which a field stands."""
        return self.passages.get(name, self.passage)

    def with_fields(self, passage: Passage, found: Mapping[str, Span]) -> Draft:
        """The draft with the fields that it does not have yet."""
        new = {name: span for name, span in found.items() if name not in self.fields}
        return replace(self, fields={**self.fields, **new}, passages={**self.passages, **dict.fromkeys(new, passage)})

    def without(self, name: str) -> Draft:
        """The draft without a field, for which a better place was found."""
        return replace(self, fields={field: span for field, span in self.fields.items() if field != name})
