"""Votes in a list or table at the end of a paper, each in a line with the number of its resolution."""

from __future__ import annotations

import re

from rinsearch.compose.acts import Act
from rinsearch.compose.paper import TextLine, lines, tags_between, tags_of
from rinsearch.compose.topics import item_number
from rinsearch.compose.verbs import Context
from rinsearch.records import Tag
from rinsearch.taxonomy.phrases import phrase

NEXT_TO = 25  # characters from the number to the counts
EXCEPTED_TO = 50  # characters: ", za katerega je glasovalo "
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
