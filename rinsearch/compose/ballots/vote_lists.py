"""Votes in a list or table at the end of a paper, each in a line with the number of its resolution."""

from __future__ import annotations

import re

from rinsearch.clauses import Slice, sentences
from rinsearch.compose.acts.acts import Act
from rinsearch.compose.paper import TextLine, lines, tags_between, tags_of
from rinsearch.compose.plans.topics import item_number
from rinsearch.compose.verbs.verbs import Context
from rinsearch.compose.votes import is_repeated
from rinsearch.records import Passage, Tag
from rinsearch.taxonomy.phrases import phrase

NEXT_TO = 25  # characters from the number to the counts
EXCEPTED_TO = 50  # characters: ", za katerega je glasovalo "
POINTS_REACH = 12  # passages between a point of a resolution and the vote on several
ONES = str.maketrans("lI", "11")
ENUMERATED = re.compile(r"\W{0,3}(\w{1,4})[.)]\s")  # "c) Seznanitev z načrtom …", however long the item is


def votes_of_row(context: Context, act: Act) -> tuple[Tag, ...]:
    """The vote in a table or list at the end of the paper, in the line with the number of the act's item."""
    opens = ENUMERATED.match(act.verb.passage.text)
    number = opens[1].lower() if opens else context.topics[act.verb.passage.id].number
    rows = (each for each in context.voted if number and item_number(each) == number)
    found = (tag for each in rows for tag in tags_of(each, "vote") if tag.evidence.rule == "vote.row")
    return tuple(found)[:1] or votes_listed(context, opens[1] if opens else None)


def votes_listed(context: Context, number: str | None) -> tuple[Tag, ...]:
    """The vote behind the number of the resolution, if one only: "sklep 1: 19 ZA, 2 PROTI", "sklep št. 1   11   1"."""
    found = [vote for line in lines(context.voted) for vote in _in_line(line, number)] if number else []
    return tuple(found) if len(found) == 1 else _excepted(context, number)


def votes_of_points(context: Context, act: Act) -> tuple[Tag, ...]:
    """The vote on several points by their numbers, below the last one: "Za 1. in 2. točko je glasovalo 14 članov"."""
    number, here = context.topics[act.verb.passage.id].number, context.position(act.verb.passage)
    if number is None or act.reported:
        return ()
    for passage in context.paper.passages[here : here + POINTS_REACH]:
        for part in sentences(passage.text) if tags_of(passage, "vote") else ():
            match = phrase("points-voted").search(passage.text, part.start, part.end) or _above(passage, part)
            if match and number in _numbers(match["points"]):
                votes = tags_between(passage, "vote", part.start, part.end)
                return votes[-1:] if is_repeated(passage.text[part.start : part.end]) else votes
    return ()


def _above(passage: Passage, part: Slice) -> re.Match[str] | None:
    """The point in whose heading alone its number stands: "K 1. točki:", and below it "ZA je glasovalo 17"."""
    begins = tags_of(passage, "vote")[0].evidence.start == part.start == 0
    return phrase("points-voted").match("".join(passage.section[-1:])) if begins else None


def _numbers(points: str) -> tuple[str, ...]:
    """The numbers of points, with those between two: "1. in 2.", "2. do 4."; a scan's "l." is a one.

    >>> _numbers("l. in 3."), _numbers("2. do 4.")
    (('1', '3'), ('2', '3', '4'))
    """
    found = [int(each.translate(ONES)) for each in re.findall(r"[\dlI]{1,2}", points)]
    if re.search(r"[–-]|\bdo\b", points):
        found = list(range(found[0], found[-1] + 1))
    return tuple(map(str, found))


def _in_line(line: TextLine, number: str | None) -> tuple[Tag, ...]:
    match = phrase("numbered-vote").match(line.text)
    if match is None or match[match.lastgroup or 0] != number:
        return ()
    votes = tags_between(line.passage, "vote", line.start, line.end)[:1]
    if match["row"] and not (votes and votes[0].evidence.rule == "vote.row"):
        return ()  # "113   13   11   0   2" in a table of votes, not "113 članov je glasovalo"
    return votes if votes and votes[0].evidence.start - line.start - match.end() < NEXT_TO else ()


def _excepted(context: Context, number: str | None) -> tuple[Tag, ...]:
    """The vote on a resolution that is told apart from the others, anywhere in the paper."""
    for passage in context.voted if number else ():
        for match in phrase("resolution-excepted").finditer(passage.text):
            near = tags_between(passage, "vote", match.end(), len(passage.text))[:1]
            if match[1] == number and near and near[0].evidence.start - match.end() < EXCEPTED_TO:
                return near
    return ()


def number_above(context: Context, act: Act) -> str | None:
    """The number in the words that lead to a resolution: "Predlagani sklep št. 1:"."""
    passage, here = act.verb.passage, context.position(act.verb.passage)
    before = passage.text[: act.verb.sentence.start] or (context.paper.passages[here - 1].text if here else "")
    match = phrase("resolution-number").search(before)
    return match[1] or match[2] if match else None
