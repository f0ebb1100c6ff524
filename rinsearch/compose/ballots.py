"""The ballot of a resolution: its vote and its result, in the sentence, behind it or just before it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rinsearch.clauses import Slice, enclosing, sentences
from rinsearch.compose.acts import Act
from rinsearch.compose.paper import evidence_at, tags_between, tags_of
from rinsearch.compose.topics import item_number
from rinsearch.compose.verbs import DECIDING, PROCEDURE, SUBSTANCE, Context
from rinsearch.compose.votes import (
    about_others,
    carried,
    is_counted,
    is_other_vote,
    is_repeated,
    join_votes,
    outcome_in,
)
from rinsearch.records import EventStatus, Evidence, Passage, PassageKind, Tag, Vote, VoteForm
from rinsearch.taxonomy.phrases import phrase

LOOK_AHEAD = 6  # passages between a resolution and its vote: "Razprave ni bilo", "Glasovalo je …", "Sklep je sprejet"
LOOK_BACK = 4  # passages between a vote that is told first and the resolution
ENUMERATED = re.compile(r"\W{0,3}(\w{1,4})[.)]\s")  # "c) Seznanitev z načrtom …", however long the item is
ENTRY_VOTE = re.compile(r"^.{0,120}\s(\d{1,2}) ?[-–:] ?(\d{1,2})\s*$")
LONGEST_LIST = 12  # parts of one resolution


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
        tells = act.reported or act.status in SUBSTANCE
        told = tags_between(verb.passage, "vote", verb.clause.start, verb.sentence.end) if tells else ()
        return Ballot(join_votes(told) or _vote_of_entry(act), None, ())
    if act.recommended:
        return Ballot(None, None, ())  # a committee's vote on its advice is not the council's
    stop = following if following and _stops(following) else None
    places = list(_places_behind(context, act, stop))
    outcome, grounds = _outcome(places[1:])
    votes = _votes_of(context, act, places)
    return Ballot(join_votes(votes), outcome, (*grounds, *(tag.evidence for tag in votes)))


def _vote_of_entry(act: Act) -> Vote | None:
    """The vote at the end of a line in a list of municipalities: "Bloke  so se seznanili  7-0"."""
    match = ENTRY_VOTE.search(act.verb.passage.text) if act.verb.is_entry else None
    return Vote(VoteForm.COUNTED, int(match[1]), int(match[2]), None, None) if match else None


def _stops(act: Act) -> bool:
    """Whether an act ends the reach of the resolution before it: neither its result nor what led up to it."""
    led_up = act.status in (EventStatus.SCHEDULED, EventStatus.REQUESTED) or is_other_vote(act.verb.statement)
    return not act.is_result and not led_up and not _is_count(act)


def _is_count(act: Act) -> bool:
    """ "33 ZA, 0 PROTI – IZGLASOVAN." says of the resolution above how it was voted on."""
    votes = act.verb.beside("vote")
    return act.mention is None and bool(votes) and votes[0].evidence.start <= act.verb.sentence.start + 3


def _votes_of(context: Context, act: Act, places: list[_Place]) -> tuple[Tag, ...]:
    """The nearest vote that is about the resolution; one that was taken again counts instead of the first."""
    behind = [found for place in places[1:] if (found := _votes_in(place, act))]
    again = next((found for found in behind if is_repeated(statement_of(found[-1], places))), ())
    return (
        again
        or _votes_in(places[0], act)
        or _votes_announcing(context, act)
        or next(iter(behind), ())
        or _votes_before(context, act)
        or _votes_of_row(context, act)
    )


def statement_of(vote: Tag, places: list[_Place]) -> str:
    """The sentence in which a vote stands."""
    text = next(each.passage.text for each in places if each.passage.id == vote.evidence.passage)
    sentence = enclosing(sentences(text), vote.evidence.start)
    return text[sentence.start : sentence.end]


def _votes_in(place: _Place, act: Act) -> tuple[Tag, ...]:
    """The votes of a place that are about the resolution; to put a point off is itself a matter of procedure."""
    votes = tags_between(place.passage, "vote", place.start, place.end)
    if not votes or act.status in PROCEDURE:
        return votes
    parts = [part for part in sentences(place.passage.text) if part.start < place.end and part.end > place.start]
    words = [place.passage.text[part.start : part.end] for part in parts]
    others = about_others(words)
    kept = [(tag, _index(parts, tag.evidence.start)) for tag in votes]
    kept = [(tag, number) for tag, number in kept if not others[number]]
    return tuple(tag for tag, number in kept if is_repeated(words[number])) or tuple(tag for tag, _ in kept)


def _index(parts: Sequence[Slice], position: int) -> int:
    return next((number for number, part in enumerate(parts) if position < part.end), len(parts) - 1)


def _votes_announcing(context: Context, act: Act) -> tuple[Tag, ...]:
    """The vote in the lead-in of the resolution: "ZA je glasovalo 12 članov. Sprejet je naslednji sklep:"."""
    passage = act.verb.passage
    here = context.position(passage)
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
    here = context.position(passage)
    for each in context.paper.passages[here + 1 : here + 1 + LOOK_AHEAD]:
        if not _same_item(context, each, passage):
            return
        yield _Place(each, 0, _end(each, stop))
        if stop and stop.verb.passage.id == each.id:
            return


def _end(passage: Passage, stop: Act | None) -> int:
    return stop.verb.sentence.start if stop and stop.verb.passage.id == passage.id else len(passage.text)


def _votes_before(context: Context, act: Act) -> tuple[Tag, ...]:
    """A vote that is told before the resolution: in the same passage, or above it in the same item."""
    passage = act.verb.passage
    same = _votes_in(_Place(passage, 0, act.verb.sentence.start), act)
    if same:
        return same[-1:]
    anchor = _lead_of_list(context, passage) or passage
    here = context.position(anchor)
    found: tuple[Tag, ...] = ()
    for each in reversed(context.paper.passages[max(0, here - LOOK_BACK) : here]):
        announces = phrase("announces-resolution").search(each.text)
        if not _same_item(context, each, anchor) or (tags_of(each, "decision") and not announces):
            break
        votes = _votes_in(_Place(each, 0, len(each.text)), act)[-1:]
        found = found or votes
        if votes and is_counted(votes[0]):
            return votes  # above "je soglasno sklenil:" there may be the count
        if not tags_of(each, "vote") and not phrase("resolution-begun").search(each.text):
            break
    return found


def _votes_of_row(context: Context, act: Act) -> tuple[Tag, ...]:
    """The vote in a table at the end of the paper, in the row with the number of the act's item."""
    opens = ENUMERATED.match(act.verb.passage.text)
    number = opens[1].lower() if opens else context.topics[act.verb.passage.id].number
    rows = (each for each in context.paper.passages if number and item_number(each) == number)
    found = (tag for each in rows for tag in tags_of(each, "vote") if tag.evidence.rule == "vote.row")
    return tuple(found)[:1]


def _same_item(context: Context, one: Passage, other: Passage) -> bool:
    return _home(context, one) is _home(context, other)


def _home(context: Context, passage: Passage) -> Passage | None:
    """The heading of a passage's item; the numbered parts of one resolution are no items of their own."""
    heading = context.topics[passage.id].heading
    lead = _lead_of_list(context, heading) if heading else None
    return context.topics[lead.id].heading if lead else heading


def _lead_of_list(context: Context, passage: Passage) -> Passage | None:
    """The words above a numbered list of which the passage is a part: "Sprejet je naslednji sklep: 1. … 2. …"."""
    here = context.position(passage) if passage.kind == PassageKind.ITEM else 0
    for each in reversed(context.paper.passages[max(0, here - LONGEST_LIST) : here]):
        if each.kind != PassageKind.ITEM:
            begins = each.text.rstrip(" *").endswith(":") and phrase("resolution-begun").search(each.text)
            return each if begins else None
    return None
