"""Motions made in a discussion: "Predlagam, da točko preložimo. … Predlog je bil sprejet."."""

from __future__ import annotations

from collections.abc import Iterator

from rinsearch.clauses import sentences
from rinsearch.compose.paper import tags_between
from rinsearch.compose.verbs import Context, Verb
from rinsearch.compose.votes import carried, join_votes, outcome_in
from rinsearch.records import Tag
from rinsearch.taxonomy.phrases import phrase

REACH = 6  # passages of the item behind the motion: its vote may be counted line by line


def motion_carried(context: Context, verb: Verb) -> bool:
    """Whether what was proposed by somebody was voted on next, as his motion, and carried."""
    for text, votes in _behind(context, verb):
        if phrase("motion-voted").search(text):
            outcome, vote = outcome_in(text), join_votes(votes)
            won = carried(vote) if vote else None
            return outcome != "rejected" and (won is True or (won is None and outcome == "accepted"))
    return False


def motion_votes(context: Context, verb: Verb) -> tuple[Tag, ...]:
    """The votes on a motion, in the sentence that says that it was voted on."""
    return next((votes for text, votes in _behind(context, verb) if phrase("motion-voted").search(text)), ())


def _behind(context: Context, verb: Verb) -> Iterator[tuple[str, tuple[Tag, ...]]]:
    """The sentences behind a motion in its item, each with its votes."""
    topic, here = context.topics[verb.passage.id], context.position(verb.passage)
    for passage in context.paper.passages[here : here + 1 + REACH]:
        if context.topics[passage.id].heading is not topic.heading:
            return
        for part in sentences(passage.text):
            if passage.id == verb.passage.id and part.start < verb.sentence.end:
                continue
            votes = tags_between(passage, "vote", part.start, part.end)
            yield passage.text[part.start : part.end], votes
