"""The ballot of a resolution: its vote and its result, in the sentence, behind it or just before it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rinsearch.clauses import sentences
from rinsearch.compose.acts import Act
from rinsearch.compose.paper import evidence_at, tags_between, tags_of
from rinsearch.compose.verbs import DECIDING, Context
from rinsearch.compose.votes import carried, is_other_vote, join_votes, outcome_in
from rinsearch.records import Evidence, Passage, Tag, Vote

LOOK_AHEAD = 6  # passages between a resolution and its vote: "Razprave ni bilo", "Glasovalo je …", "Sklep je sprejet"
LOOK_BACK = 3  # passages between a vote that is told first and the resolution


@dataclass(frozen=True, slots=True)
class Ballot:
    """A vote or a result, with the places that show it."""

    vote: Vote | None
    outcome: str | None
    grounds: tuple[Evidence, ...]

    @property
    def is_lost(self) -> bool:
        """Whether the result or the counts say that the proposal was rejected."""
        return self.outcome == "rejected" or (self.vote is not None and carried(self.vote) is False)

    @property
    def is_won(self) -> bool:
        """Whether the result or the counts say that the proposal was accepted."""
        return self.outcome == "accepted" or (self.vote is not None and carried(self.vote) is True)


@dataclass(frozen=True, slots=True)
class _Place:
    passage: Passage
    start: int
    end: int

    @property
    def words(self) -> str:
        return self.passage.text[self.start : self.end]


def ballot_of(context: Context, act: Act, following: Act | None) -> Ballot:
    """The vote in the sentence, behind it up to the next resolution, or in the passage before it."""
    verb = act.verb
    if context.paper.kind not in DECIDING or act.reported:
        told = tags_between(verb.passage, "vote", verb.clause.start, verb.sentence.end) if act.reported else ()
        return Ballot(join_votes(told), None, ())
    stop = following if following and not following.is_result else None
    places = list(_places_behind(context, act, stop))
    outcome, grounds = _outcome(places[1:])
    votes = _votes_in(places[0]) or _votes_announcing(context, act)
    votes = votes or next((found for place in places[1:] if (found := _votes_in(place))), ())
    votes = votes or _votes_before(context, act)
    return Ballot(join_votes(votes), outcome, (*grounds, *(tag.evidence for tag in votes)))


def _votes_in(place: _Place) -> tuple[Tag, ...]:
    return () if is_other_vote(place.words) else tags_between(place.passage, "vote", place.start, place.end)


def _votes_announcing(context: Context, act: Act) -> tuple[Tag, ...]:
    """The vote in the lead-in of the resolution: "ZA je glasovalo 12 članov. Sprejet je naslednji sklep:"."""
    passage = act.verb.passage
    here = _position(context, passage)
    if passage.id not in context.leads or here == 0:
        return ()
    before = context.paper.passages[here - 1]
    votes = tags_of(before, "vote") if _same_item(context, before, passage) else ()
    vote = join_votes(votes)
    return votes if vote and vote.for_ is not None else ()


def _outcome(places: list[_Place]) -> tuple[str | None, tuple[Evidence, ...]]:
    for place in places:
        for part in sentences(place.words):
            start, end = place.start + part.start, place.start + part.end
            words = place.passage.text[start:end]
            outcome = None if is_other_vote(words) else outcome_in(words)
            if outcome:
                return outcome, (evidence_at(place.passage, start, end, f"result.{outcome}"),)
    return None, ()


def _places_behind(context: Context, act: Act, stop: Act | None) -> Iterator[_Place]:
    """The sentence itself, the rest of its passage, and the next passages of the same item."""
    passage, sentence = act.verb.passage, act.verb.sentence
    last = _end(passage, stop)
    yield _Place(passage, sentence.start, sentence.end)
    if sentence.end < last:
        yield _Place(passage, sentence.end, last)
    if stop and stop.verb.passage.id == passage.id:
        return
    here = _position(context, passage)
    for each in context.paper.passages[here + 1 : here + 1 + LOOK_AHEAD]:
        if not _same_item(context, each, passage):
            return
        yield _Place(each, 0, _end(each, stop))
        if stop and stop.verb.passage.id == each.id:
            return


def _end(passage: Passage, stop: Act | None) -> int:
    return stop.verb.sentence.start if stop and stop.verb.passage.id == passage.id else len(passage.text)


def _votes_before(context: Context, act: Act) -> tuple[Tag, ...]:
    """A vote that is told before the resolution: in the same passage, or in the passage just above in the same item."""
    passage = act.verb.passage
    same = tags_between(passage, "vote", 0, act.verb.sentence.start)
    if same:
        return same[-1:]
    here = _position(context, passage)
    found: tuple[Tag, ...] = ()
    for each in reversed(context.paper.passages[max(0, here - LOOK_BACK) : here]):
        votes = tags_of(each, "vote")
        if not _same_item(context, each, passage) or tags_of(each, "decision") or not votes:
            break
        found = (*votes, *found)
    return found


def _position(context: Context, passage: Passage) -> int:
    return next(number for number, each in enumerate(context.paper.passages) if each.id == passage.id)


def _same_item(context: Context, one: Passage, other: Passage) -> bool:
    return context.topics[one.id].heading is context.topics[other.id].heading
