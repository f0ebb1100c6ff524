"""Votes told one after another by number: "Razmerja: 1 – soglasno; 2 – šest za, eden vzdržan", "pri drugi 21 za"."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from rinsearch.compose.acts.acts import Act
from rinsearch.compose.ballots.vote_lists import ENUMERATED, number_above
from rinsearch.compose.paper import KEPT_PAPERS, tags_between, tags_of
from rinsearch.compose.verbs.verbs import Context
from rinsearch.records import Passage, Tag
from rinsearch.taxonomy import toml
from rinsearch.taxonomy.phrases import phrase

NEXT_TO = 25  # characters from the number to the counts
FEWEST = 2  # numbers: one alone is no list


class Entry(NamedTuple):
    """The place of one number in such a list, and whether it is that of an item of the agenda."""

    number: str
    start: int
    end: int
    last: int
    of_item: bool


def votes_tallied(context: Context, act: Act) -> tuple[Tag, ...] | None:
    """The votes behind the number of the act's resolution or item; ``None`` where no list has that number."""
    if act.reported or not _tallies(context):
        return None
    opens = ENUMERATED.match(act.verb.passage.text)
    item = context.topics[act.verb.passage.id].number
    resolution = number_above(context, act) or (opens[1].lower() if opens else None)
    for passage, entries in _tallies(context):
        for entry in entries:
            if entry.number == (item if entry.of_item else (resolution or item or "").replace("-", "/")):
                votes = tags_between(passage, "vote", entry.end, entry.last)[:1]
                return votes if not votes or votes[0].evidence.start - entry.end < NEXT_TO else None
    return None


@lru_cache(maxsize=KEPT_PAPERS)
def _tallies(context: Context) -> tuple[tuple[Passage, tuple[Entry, ...]], ...]:
    """The lists of a paper with their entries, for which each of its acts asks."""
    return tuple((passage, entries) for passage in context.voted if (entries := _entries(passage)))


def is_tally(passage: Passage) -> bool:
    """Whether a passage does nothing but tell the votes of several resolutions by their numbers."""
    return not tags_of(passage, "decision") and bool(_entries(passage))


def _entries(passage: Passage) -> tuple[Entry, ...]:
    """The numbers of a list of votes, which follow one another upwards; none where it is no such list."""
    if len(tags_of(passage, "vote")) < FEWEST or phrase("committee-voted").match(passage.text):
        return ()
    found = tuple(phrase("tally-entry").finditer(passage.text))
    if len(found) < FEWEST:
        return ()
    ends = (*(each.start() for each in found[1:]), len(passage.text))
    entries = tuple(
        Entry(_number(each), each.start(), each.end(), last, each["item"] is not None)
        for each, last in zip(found, ends, strict=True)
    )
    numbers = [tuple(map(int, each.number.split("/"))) for each in entries]
    rising = all(one < other for one, other in pairwise(numbers))
    return entries if rising else ()


def _number(entry: re.Match[str]) -> str:
    ordinal = entry["ordinal"]
    if ordinal is None:
        return (entry["named"] or entry["bare"]).replace("-", "/")
    stems: dict[str, int] = toml("votes.toml")["tallied"]["ordinals"]
    return str(next(number for stem, number in stems.items() if ordinal.lower().startswith(stem)))
