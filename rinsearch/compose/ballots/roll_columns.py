"""Votes by name, one name a line: "ZA:" and "PROTI:" with the names below each, or "Ana Kos – ZA"."""

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
NEAR = 3  # lines between names above and the resolution: "SKLEP:", "Sprejet je sklep:"
LONGEST = 50  # characters of a name with its number or mark
MOST = 80  # lines: the largest councils have 45 members
KEYS = ("for", "against", "abstained", "present")


def votes_in_columns(context: Context, act: Act, stop: Act | None) -> tuple[Tag, ...]:
    """The vote of a resolution that is told by names below it, before the next resolution, or right above it."""
    here = context.position(act.verb.passage)
    last = context.position(stop.verb.passage) if stop else len(context.paper.passages)
    passages = context.paper.passages
    rest = [each for each in lines(passages[here : here + 1]) if each.start >= act.verb.sentence.end]
    below = (*rest, *islice(lines(passages[here + 1 : max(here + 1, min(last, here + MOST))]), MOST))
    first = next((at for at, each in enumerate(below[:FARTHEST]) if _head(each) == "for" or _answer(each)), None)
    if first is not None:
        return _sum(below[first:])
    near = tuple(lines(passages[max(0, here - NEAR) : here]))[-NEAR:]
    if not any(map(_answer, near)):  # as above nearly every resolution
        return ()
    return _sum(_above(tuple(lines(passages[max(0, here - MOST) : here]))))


def _above(above: Sequence[TextLine]) -> Sequence[TextLine]:
    """The lines of names and answers that end right above a resolution."""
    last = next((at for at in range(len(above), max(0, len(above) - NEAR), -1) if _answer(above[at - 1])), 0)
    first = last
    while first and (_answer(above[first - 1]) or _head(above[first - 1])):
        first -= 1
    return above[first:last]


def _sum(below: Sequence[TextLine]) -> tuple[Tag, ...]:
    """The numbers of names under each answer, or beside it, up to a line that is neither."""
    named: dict[str, int] = {}
    under = ""
    for each in below:
        head, answer = _head(each), _answer(each)
        if head in named or not (head or answer or (under and _is_name(each))):
            break
        under = head or under
        named[answer or under] = named.get(answer or under, 0) + (head is None and not _is_nobody(each))
    if not named.get("for", 0) + named.get("against", 0) or sum(named.values()) < FEWEST:
        return ()
    value = " ".join(f"{key}={named.get(key, '')}" for key in KEYS)
    first = below[0]
    return (Tag("vote", value, evidence_at(first.passage, first.start, first.end, "vote.roll")),)


def _answer(line: TextLine) -> str | None:
    """What somebody answered, in a line of a roll call: "Ana Kos – ZA"."""
    if line.end - line.start > LONGEST:
        return None
    match = phrase("roll-entry").fullmatch(line.text.strip(" \n,;."))
    return match.lastgroup if match else None


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
