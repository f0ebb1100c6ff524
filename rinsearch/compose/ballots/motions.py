"""Motions made in a discussion: "Predlagam, da točko preložimo. … Predlog je bil sprejet."."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from rinsearch.clauses import sentences
from rinsearch.compose.paper import evidence_at, tags_between
from rinsearch.compose.verbs.verbs import Context, Verb
from rinsearch.compose.votes import carried, join_votes, outcome_in
from rinsearch.records import Evidence, Passage, Tag
from rinsearch.taxonomy.phrases import phrase

REACH = 6  # passages of the item behind the motion: its vote may be counted line by line


class Sentence(NamedTuple):
    """A sentence behind a motion, with its votes."""

    passage: Passage
    start: int
    end: int
    votes: tuple[Tag, ...]

    @property
    def text(self) -> str:
        """Its words."""
        return self.passage.text[self.start : self.end]


def motion_carried(context: Context, verb: Verb) -> bool:
    """Whether what was proposed by somebody was voted on next, as his motion, and carried."""
    voted, votes = _voted(context, verb)
    if voted is None:
        return False
    outcome, vote = outcome_in(voted.text), join_votes(votes)
    won = carried(vote) if vote else None
    agreed = outcome == "accepted" or phrase("motion-agreed").search(voted.text)
    return outcome != "rejected" and (won is True or (won is None and bool(agreed)))


def motion_votes(context: Context, verb: Verb) -> tuple[Tag, ...]:
    """The votes on a motion, in the sentence that says that it was voted on, or else in the one before it."""
    return _voted(context, verb)[1]


def motion_result(context: Context, verb: Verb) -> Evidence | None:
    """The sentence that says what became of a motion, where it stands in another passage."""
    voted, _ = _voted(context, verb)
    if voted is None or voted.passage.id == verb.passage.id:
        return None
    return evidence_at(voted.passage, voted.start, voted.end, f"result.{outcome_in(voted.text) or 'vote'}")


def _voted(context: Context, verb: Verb) -> tuple[Sentence | None, tuple[Tag, ...]]:
    before: tuple[Tag, ...] = ()
    next_one = True
    for sentence in _behind(context, verb):
        own = sentence.passage.id == verb.passage.id and sentence.start < verb.sentence.end
        alone = next_one and phrase("result-alone").match(sentence.text)  # "…, da se točka umakne. Sprejeto (za 20)."
        voted = phrase("motion-voted").search(sentence.text) or phrase("motion-agreed").search(sentence.text)
        if voted or ((own or alone) and outcome_in(sentence.text)):
            return sentence, sentence.votes or before
        next_one = own or (
            next_one and bool(sentence.votes) and phrase("only-counts").fullmatch(sentence.text) is not None
        )
        before = sentence.votes
    return None, ()


def _behind(context: Context, verb: Verb) -> Iterator[Sentence]:
    """What stands behind a motion in its item: the rest of its sentence where that tells the result, and sentences."""
    if rest := _rest(verb):
        yield rest
    topic, here = context.topics[verb.passage.id], context.position(verb.passage)
    for passage in context.paper.passages[here : here + 1 + REACH]:
        if context.topics[passage.id].heading is not topic.heading:
            return
        for part in sentences(passage.text):
            if passage.id == verb.passage.id and part.start < verb.sentence.end:
                continue
            yield Sentence(passage, part.start, part.end, tags_between(passage, "vote", part.start, part.end))


def _rest(verb: Verb) -> Sentence | None:
    """The end of the motion's own sentence, with its result: "…, vendar predlog ni bil sprejet (3 za, 9 proti)"."""
    start, end = verb.clause.end, verb.sentence.end
    found = Sentence(verb.passage, start, end, tags_between(verb.passage, "vote", start, end))
    return found if found.votes or outcome_in(found.text) else None
