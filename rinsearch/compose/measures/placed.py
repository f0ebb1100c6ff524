"""Under which priority a measure stands: by its cell, a code, its place, how it names it, or its number."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from rinsearch.compose.fields.drafts import Draft
from rinsearch.compose.fields.group_headings import groups_below
from rinsearch.compose.paper import Paper
from rinsearch.compose.priorities.priorities import Heading, headings_of
from rinsearch.compose.priorities.references import by_number, by_title, coded, listed_numbers, referred, words_of
from rinsearch.records import Goal, Priority

_CODE = re.compile(r"\(([A-ZČŠŽ]{1,2}\d{1,2})\)\s*$")
_FIRST = re.compile(r"(\d{1,2}|[A-ZČŠŽ]|[IVX]{1,4})[./]\d")
_LETTERS = "ABCČDEFGHIJKLMNOPRSŠTUVZŽ"
BEHIND = 200  # characters behind the text of a measure, in which it may name its priority


@dataclass(frozen=True)
class Placed:
    """The priorities of a paper, what stands above its passages, and where each of its measures begins."""

    paper: Paper
    priorities: tuple[Priority, ...]
    goals: tuple[Goal, ...]
    drafts: Sequence[Draft]

    def above(self, draft: Draft) -> Heading:
        """The priority and goal of a draft; "2.1" stands under priority 2."""
        place = self._headings.get(draft.passage.id, Heading())
        if not place.groups and not place.priority:
            place = replace(place, groups=self._groups.get(draft.passage.id, ()))
        if said := draft.value("priority"):
            return self._in_cell(said, place)
        if coded := self._coded(draft):
            return coded
        return place if place.priority else self._named(draft) or self._numbered(draft) or place

    @cached_property
    def _headings(self) -> Mapping[str, Heading]:
        return headings_of(self.paper, self.priorities, self.goals)

    @cached_property
    def _groups(self) -> Mapping[str, tuple[str, ...]]:
        return groups_below(self.paper.passages)

    @cached_property
    def _listed(self) -> Mapping[str, Priority]:
        return listed_numbers(self.paper.passages, self.priorities)

    @cached_property
    def _begins(self) -> frozenset[tuple[str, int]]:
        return frozenset((draft.passage.id, draft.text[0]) for draft in self.drafts)

    def _in_cell(self, said: str, place: Heading) -> Heading:
        """What a cell says of the priority, with its title or without: "A. Dostojno staranje"; its goal is the place's.

        A title may be cut short, and a number may have the word before it that the legend has: "PP2".
        """
        words = words_of(said)
        known = next((each for each in self.priorities if each.number and words and _is_called(each, words)), None)
        known = known or by_number(said.strip(), self.priorities) or by_title(said, self.priorities)
        known = known or referred(said, self.priorities)
        if known is None:
            return replace(place, priority=said)
        return Heading(known.number or known.title, place.goal, known.target_groups)

    def _named(self, draft: Draft) -> Heading | None:
        """The priority that the words of a measure name, or to which a list of numbers assigns it."""
        if not self.priorities:
            return None
        said = self._said(draft)
        home = referred(said, self.priorities) or coded(said, self.priorities) or self._listed.get(draft.number or "")
        return Heading(home.number or home.title, None, home.target_groups) if home else None

    def _said(self, draft: Draft) -> str:
        """The words of a measure and those behind it, up to the next one."""
        start, end = draft.text
        behind = min(len(draft.passage.text), max(end, *(e for _, e in (draft.text, *draft.fields.values()))) + BEHIND)
        end = next((at for at in range(end, behind) if (draft.passage.id, at) in self._begins), behind)
        others = (passage.text[slice(*span)] for passage, span in draft.around if passage.id != draft.passage.id)
        return "\n".join((draft.passage.text[start:end], *others))

    def _numbered(self, draft: Draft) -> Heading | None:
        first = _FIRST.match(draft.number or "")
        numbers = [(each, each.number or "") for each in self.priorities] if first else []
        known = [each for each, number in numbers if first and first[1] in (number, number.lstrip(_LETTERS))]
        return Heading(known[0].number, None, known[0].target_groups) if len(known) == 1 else None

    def _coded(self, draft: Draft) -> Heading | None:
        """The priority whose code stands before a measure: "6 (P2) Mobilna psihologinja"."""
        text = draft.passage.text
        code = _CODE.search(text, 0, draft.text[0])
        cells = {text[each.start : each.end].strip() for each in draft.passage.columns}  # "| M |" below "Usm."
        codes = {code[1]} if code else {each for each in cells if each.isalnum() and not each.isdigit()}
        known = next((each for each in self.priorities if each.number in codes), None)
        return Heading(known.number, None, known.target_groups) if known else None


def _is_called(priority: Priority, said: str) -> bool:
    number, title = words_of(priority.number or ""), words_of(priority.title)
    return said in (number, title) or f" {said}".endswith(f" {number} {title}")
