"""Votes by name, one name a line: "ZA:", the names below it, "PROTI:", the names below that."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from rinsearch.compose.acts.acts import Act
from rinsearch.compose.paper import TextLine, evidence_at, lines
from rinsearch.compose.verbs.verbs import Context
from rinsearch.records import Tag
from rinsearch.taxonomy.phrases import phrase

FARTHEST = 8  # lines between a resolution and the first of the lists
FEWEST = 3  # names on all lists
LONGEST = 50  # characters of a name with its number or mark
MOST = 80  # lines: the largest councils have 45 members
KEYS = ("for", "against", "abstained", "present")


def votes_in_columns(context: Context, act: Act, stop: Act | None) -> tuple[Tag, ...]:
    """The vote of a resolution that is told by lists of names below it, before the next resolution."""
    here = context.position(act.verb.passage)
    last = context.position(stop.verb.passage) if stop else len(context.paper.passages)
    below = tuple(islice(lines(context.paper.passages[here + 1 : max(here + 1, last)]), MOST))
    first = next((at for at, each in enumerate(below[:FARTHEST]) if _head(each) == "for"), None)
    return _sum(below[first:]) if first is not None else ()


def _sum(below: Sequence[TextLine]) -> tuple[Tag, ...]:
    """The numbers of names under each answer, up to a line that is no name."""
    named: dict[str, int] = {}
    answer = ""
    for each in below:
        head = _head(each)
        if head in named or (head is None and not _is_name(each)):
            break
        answer = head or answer
        named[answer] = named.get(answer, 0) + (head is None and not _is_nobody(each))
    if len(named) < 2 or sum(named.values()) < FEWEST:
        return ()
    value = " ".join(f"{key}={named.get(key, '')}" for key in KEYS)
    first = below[0]
    return (Tag("vote", value, evidence_at(first.passage, first.start, first.end, "vote.roll")),)


def _head(line: TextLine) -> str | None:
    """The answer that a line announces and does nothing else: "ZA:"."""
    if line.end - line.start > LONGEST:
        return None
    match = phrase("answer-above-names").fullmatch(line.text.strip())
    return match.lastgroup if match else None


def _is_name(line: TextLine) -> bool:
    short = line.end - line.start <= LONGEST
    return short and (_is_nobody(line) or phrase("name-under-answer").fullmatch(line.text.strip()) is not None)


def _is_nobody(line: TextLine) -> bool:
    return phrase("answer-list-empty").fullmatch(line.text.strip()) is not None
