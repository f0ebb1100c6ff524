"""What holds for several measures at once: until when ("Prvo četrtletje", "rok za vse: …"), and who is "isti"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from rinsearch.compose.fields.dittos import with_same
from rinsearch.compose.fields.drafts import Draft, Span
from rinsearch.compose.fields.labels import bare_label
from rinsearch.compose.fields.periods import time_at_end, with_end
from rinsearch.compose.fields.provider_headings import providers_below
from rinsearch.records import Passage, PassageKind
from rinsearch.taxonomy.phrases import phrase

LONGEST = 80  # characters of a heading that is a time
_YEAR_ALONE = re.compile(r"(?:let[oua] )?(20\d\d)", re.IGNORECASE)
DEFAULTS = ("time", "otherwise", "together")
LEAST_TIMES = 2  # headings with times: one alone may be the date of something else

Told = tuple[Passage, Span]


@dataclass(frozen=True, slots=True)
class Times:
    """The times that hold below headings, those that a sentence names for all measures, and who does what is below.

    All by the passage's id.
    """

    below: Mapping[str, Told]
    default: Mapping[str, Told]
    providers: Mapping[str, Told]
    undated: Mapping[str, str]  # the heading "BREZ ROKA" among those with times, above each passage below it

    @property
    def headings(self) -> frozenset[str]:
        """The ids of the headings that are times, or names of who does what stands below."""
        titles = (*self.below.values(), *self.providers.values())
        return frozenset([*(passage.id for passage, _ in titles), *self.undated.values()])

    @property
    def scheduled(self) -> frozenset[str]:
        """The ids of the passages below headings that are times, or "BREZ ROKA" among those."""
        return frozenset([*self.below, *self.undated])

    @property
    def listed(self) -> frozenset[str]:
        """The ids of all passages below such headings: together these are one list."""
        return self.scheduled | frozenset(self.providers)


def times_of(passages: Sequence[Passage], titles: frozenset[str]) -> Times:
    """The times of a paper; ``titles`` are the ids of passages that are titles of priorities."""
    below = dict(_below(passages, titles))
    headings = {passage.id for passage, _ in below.values()}
    rest = [passage for passage in passages if passage.id not in headings]  # a name stands above times, too
    default, provided = dict(_default(passages, titles)), providers_below(rest, frozenset(below))
    return Times(below, default, provided, dict(_undated(passages, below)))


def _undated(passages: Sequence[Passage], below: Mapping[str, Told]) -> Iterator[tuple[str, str]]:
    """The items below a heading without a time that follows those with one: "BREZ ROKA", "Kasneje, če bo denar"."""
    timed = False
    heading = ""
    for passage in passages:
        if passage.kind is not PassageKind.ITEM:
            follows = timed and phrase("undated-heading").fullmatch(passage.text.strip())
            heading = passage.id if follows else ""
            timed = timed and bool(follows)
        elif heading:
            yield passage.id, heading
        timed = timed or passage.id in below


def _below(passages: Sequence[Passage], titles: frozenset[str]) -> Iterator[tuple[str, Told]]:
    """What stands below a heading that is a time, up to the next heading or title."""
    threes = zip([None, *passages], passages, passages[1:], strict=False)
    headings = {each.id: span for before, each, below in threes if (span := _over_items(before, each, below))}
    if len(headings) < LEAST_TIMES:
        return
    current: Told | None = None
    for passage in passages:
        span = headings.get(passage.id)
        if span:
            current = passage, span
        elif passage.id in titles or passage.kind is PassageKind.HEADING:
            current = None
        elif current:
            yield passage.id, current


def _over_items(before: Passage | None, passage: Passage, below: Passage) -> Span | None:
    """The time of a heading right above items, or above lines that end in brackets with who does it.

    A time below "Rok" alone is the value of that label.
    """
    listed = below.kind is PassageKind.ITEM or phrase("ends-with-who").search(below.text)
    value = before and bare_label(before.text) and passage.kind is not PassageKind.HEADING
    if not listed or value:
        return None
    return time_heading(passage)


def time_heading(passage: Passage) -> Span | None:
    """Where the time stands of a line that is nothing but a time: "Ukrepi v letu 2018", "Vse leto"."""
    if passage.columns or len(passage.text) > LONGEST:
        return None
    match = phrase("time-heading").fullmatch(passage.text.strip())
    if match is None:
        return None
    lead = len(passage.text) - len(passage.text.lstrip())
    start, end = match.span("time")
    return start + lead, end + lead


def _default(passages: Sequence[Passage], titles: frozenset[str]) -> Iterator[tuple[str, Told]]:
    """What a sentence says for all measures below it; in a title of a priority for those of the priority."""
    current: Told | None = None
    depth, ends = 0, False
    for passage in passages:
        match = phrase("deadline-for-all").search(passage.text)
        if (passage.id in titles and ends) or (passage.kind is PassageKind.HEADING and len(passage.section) < depth):
            current = None
        if match:
            current = passage, next(match.span(name) for name in DEFAULTS if match[name])
            ends = passage.id in titles or passage.kind is PassageKind.HEADING
            depth = len(passage.section) + (passage.kind is PassageKind.HEADING)
        elif current and ends and passage.kind is PassageKind.HEADING and len(passage.section) < depth:
            current = None
        if current:
            yield passage.id, current


def _with_time(draft: Draft, told: Told) -> Draft:
    """The draft with the time of its heading; a time of its own in the year of the heading says more: "poleti"."""
    heading, span = told
    year = _YEAR_ALONE.fullmatch(heading.text, *span)
    if year and "deadline" not in draft.fields and (own := time_at_end(draft.passage, draft.text[0])):
        draft = draft.with_fields(draft.passage, {"deadline": own})
    return (
        replace(draft, year=year[1])
        if year and "deadline" in draft.fields
        else draft.with_fields(heading, {"deadline": span})
    )


def with_inherited(drafts: Sequence[Draft], times: Times) -> Iterator[Draft]:
    """The drafts in their order with what they inherit: a deadline, who does it, and what they have as another one."""
    done: list[Draft] = []
    for at, draft in enumerate(drafts):
        told = times.below.get(draft.passage.id) or times.default.get(draft.passage.id)
        full = _with_time(draft, told) if told else draft
        above = times.providers.get(draft.passage.id) if "provider" not in draft.fields else None
        full = full.with_fields(above[0], {"provider": above[1]}) if above else full
        done.append(with_same(with_end(full), done, drafts[at + 1 :]))
        yield done[-1]
