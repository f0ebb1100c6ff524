"""Votes of several councils in one session, each told behind its name: "Lenart: za 14, Benedikt: za 6"."""

from __future__ import annotations

from collections.abc import Iterator

from rinsearch.clauses import sentences_before
from rinsearch.compose.acts.acts import Act
from rinsearch.compose.ballots.vote_places import Place, votes_in
from rinsearch.compose.paper import tags_between, tags_of
from rinsearch.compose.verbs.verbs import DECIDING, Context
from rinsearch.records import Municipality, Passage, Tag
from rinsearch.taxonomy.phrases import phrase

REACH = 12  # passages of an item between what was resolved and how each of the councils voted
FEWEST = 2  # councils: the vote of one alone is read with its resolution


def votes_of_council(context: Context, act: Act, municipality: Municipality) -> tuple[Tag, ...]:
    """The one vote that stands right behind the name of a council, where at least two councils have theirs so."""
    if len(act.municipalities) < FEWEST and context.paper.issuer:
        return ()
    here = context.position(act.verb.passage)
    near = (each for each in context.voted if abs(context.position(each) - here) <= REACH)
    found = [pair for passage in near for pair in _named(passage)]
    own = [vote for code, vote in found if code == municipality.code]
    return (own[0],) if len(own) == 1 and len({code for code, _ in found}) >= FEWEST else ()


def votes_of_joint(context: Context, act: Act) -> tuple[Tag, ...]:
    """The vote right before a resolution in minutes of several councils, or alone in the passage below it.

    As in "Lenarški svet: za 14. Sklep: Svet se seznani z načrtom." and below the name of a council, as a heading.
    """
    if context.paper.issuer or context.paper.kind not in DECIDING:
        return ()
    return _right_before(act) or _right_below(context, act)


def _right_before(act: Act) -> tuple[Tag, ...]:
    passage = act.verb.passage
    parts = sentences_before(passage.text, act.verb.sentence.start)
    before = [each for each in parts if not phrase("resolution-alone").fullmatch(each.words(passage.text).strip(" :"))]
    if not before or tags_between(passage, "decision", before[-1].start, before[-1].end):
        return ()
    return votes_in(Place(passage, before[-1].start, before[-1].end), act)


def _right_below(context: Context, act: Act) -> tuple[Tag, ...]:
    here = context.position(act.verb.passage)
    below = context.paper.passages[here + 1 : here + 2]
    alone = below and not (tags_of(below[0], "municipality") or tags_of(below[0], "decision"))
    return votes_in(Place(below[0], 0, len(below[0].text)), act) if alone else ()


def _named(passage: Passage) -> Iterator[tuple[str, Tag]]:
    """The votes of a passage that follow a municipality with nothing between but words of voting."""
    before = 0
    for vote in tags_of(passage, "vote"):
        start = vote.evidence.start
        names = tags_between(passage, "municipality", before, start)[-1:]
        if names and phrase("council-voted").fullmatch(passage.text, names[0].evidence.end, start):
            yield names[0].value, vote
        before = vote.evidence.end
