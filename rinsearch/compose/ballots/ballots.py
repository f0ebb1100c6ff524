"""The ballot of a resolution: its vote and its result, in the sentence, behind it or just before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rinsearch.clauses import enclosing, sentences
from rinsearch.compose.acts.acts import Act
from rinsearch.compose.acts.earlier_days import day_before
from rinsearch.compose.ballots.carried_proposals import is_called_by_label, is_won, proposal_voted
from rinsearch.compose.ballots.council_votes import votes_of_joint
from rinsearch.compose.ballots.motions import motion_result, motion_votes
from rinsearch.compose.ballots.roll_columns import votes_in_columns
from rinsearch.compose.ballots.vote_places import Place, lead_of_list, places_behind
from rinsearch.compose.ballots.votes_told_first import votes_announcing, votes_first, votes_leading
from rinsearch.compose.ballots.votings import votes_of
from rinsearch.compose.paper import MOTION, cell_end, evidence_at, tags_between, tags_of
from rinsearch.compose.subjects.hearsay import is_movers
from rinsearch.compose.verbs.moved import is_moved
from rinsearch.compose.verbs.verbs import DECIDING, PROCEDURE, SUBSTANCE, Context
from rinsearch.compose.votes import carried, is_counted, is_other_vote, join_votes, outcome_in, tells_only_votes
from rinsearch.records import EventStatus, Evidence, Passage, PassageKind, Tag, Vote, VoteForm
from rinsearch.taxonomy.phrases import phrase

ENTRY_VOTE = re.compile(r"^.{0,120}\s(\d{1,2}) ?[-–:] ?(?!00|15|30|45)(\d{1,2})[.;]?\s*$")  # and no "ob 17:30"


@dataclass(frozen=True, slots=True)
class Ballot:
    """A vote or a result, with the places that show it."""

    vote: Vote | None
    outcome: str | None
    grounds: tuple[Evidence, ...]
    shown: Evidence | None = None  # what became of a motion, told in another passage than the motion

    @property
    def is_lost(self) -> bool:
        """Whether the result or the counts say that the proposal was rejected."""
        return self.outcome == "rejected" or (self.vote is not None and carried(self.vote) is False)

    @property
    def is_won(self) -> bool:
        """Whether the result or the counts say that the proposal was accepted."""
        return self.outcome == "accepted" or (self.vote is not None and carried(self.vote) is True)


def ballot_of(context: Context, act: Act, following: Sequence[Act]) -> Ballot:
    """The vote in the sentence, behind it up to the next resolution, or in the passage before it."""
    if context.paper.kind not in DECIDING or act.reported:
        told = _votes_of_told(context, act) if _is_done(act) else ()
        return Ballot(join_votes(told) or _vote_of_entry(act), None, ())
    if day_before(context.paper, act):  # the vote below is on what is resolved of it now
        return Ballot(join_votes(_votes_told(act)), None, ())
    if is_movers(context.paper, act.verb):
        return Ballot(None, None, ())  # "Župan je povedal, da točko umika.": what was voted on next is another matter
    if is_called_by_label(context, act):
        return _of_proposal(context, act) or Ballot(None, None, ())  # the next vote may be that on "Predlog B"
    if act.recommended and (of_proposal := _of_proposal(context, act)):
        return of_proposal
    if act.recommended or is_moved(act.verb):
        # A committee's vote on its advice is not the council's, but a motion has its own.
        votes = motion_votes(context, act.verb) if act.status in PROCEDURE else ()
        shown = motion_result(context, act.verb) if act.status in PROCEDURE else None
        return Ballot(join_votes(votes), None, tuple(tag.evidence for tag in votes), shown)
    stop = next((each for each in following if _stops(act, each) and not _is_joined(context, act, each)), None)
    places = list(places_behind(context, act, stop))
    voted = _is_voted(places[0]) or bool(votes_first(context, act))
    outcome, grounds = _outcome(places[1:], voted=voted)
    votes = votes_of(context, act, places) or votes_in_columns(context, act, stop)
    outcome = outcome or _lost_in_words(context, votes)
    found = Ballot(join_votes(votes), outcome, (*grounds, *(tag.evidence for tag in votes)))
    return found if votes or outcome else _of_proposal(context, act) or found


def _of_proposal(context: Context, act: Act) -> Ballot | None:
    """The ballot on what somebody proposed, where the words behind it say what became of it."""
    result = proposal_voted(context, act)
    if result is None:
        return None
    outcome = "accepted" if is_won(result) else "rejected"
    told = evidence_at(result.passage, result.start, result.end, f"result.{outcome}")
    apart = result.passage.id != act.verb.passage.id
    grounds = tuple(tag.evidence for tag in result.votes)
    return Ballot(join_votes(result.votes), outcome, grounds if apart else (told, *grounds), told if apart else None)


def _votes_of_told(context: Context, act: Act) -> tuple[Tag, ...]:
    """The vote of what a letter, news or a report tells as done: beside it, in what leads to it, or below it."""
    beside = _votes_told(act) or votes_leading(act) or (() if act.reported else votes_announcing(context, act))
    return beside or _votes_told_below(context, act) or votes_of_joint(context, act)


def _is_done(act: Act) -> bool:
    """Whether an act is told as done, so that it had a vote; a proposal in a memo has none yet.

    What a row of a table says of a later session was not voted on with what stands before it in the row.
    """
    if act.status == EventStatus.SCHEDULED and act.verb.passage.kind is PassageKind.ROW:
        return False
    return act.reported or act.status in SUBSTANCE or (act.status in PROCEDURE and not act.recommended)


def _vote_of_entry(act: Act) -> Vote | None:
    """The vote at the end of a line in a list of municipalities: "Bloke  so se seznanili  7-0"."""
    text = act.verb.passage.text
    cell = text[: cell_end(text, act.verb.start, len(text))]
    match = (ENTRY_VOTE.search(cell) or ENTRY_VOTE.search(text)) if act.verb.is_entry else None
    return Vote(VoteForm.COUNTED, int(match[1]), int(match[2]), None, None) if match else None


def _votes_told(act: Act) -> tuple[Tag, ...]:
    """The vote in the sentence that tells of a decision, or with which the next sentence begins."""
    passage, sentence = act.verb.passage, act.verb.sentence
    told = tags_between(passage, "vote", act.verb.clause.start, _told_until(act)) or _votes_governing(act)
    following = tags_between(passage, "vote", sentence.end, len(passage.text))[:1]
    between = passage.text[sentence.end : following[0].evidence.start].strip(' \n"»«”(') if following else ""
    begins = not between or phrase("voting-begun").fullmatch(between) or _is_next_only_votes(act, following)
    return told or (_of_sentence(passage, following[0]) if following and begins else ())


def _is_next_only_votes(act: Act, following: Sequence[Tag]) -> bool:
    """Whether the sentence behind an act's is the one with the vote, and tells nothing else."""
    text = act.verb.passage.text
    sentence = enclosing(sentences(text), following[0].evidence.start) if following else act.verb.sentence
    apart = text[act.verb.sentence.end : sentence.start]
    return not apart.strip(' "»«”') and tells_only_votes(text[sentence.start : sentence.end])


def _of_sentence(passage: Passage, first: Tag) -> tuple[Tag, ...]:
    """The votes of the sentence in which a vote stands: "Glasovali so soglasno, za je bilo vseh 14 prisotnih."."""
    sentence = enclosing(sentences(passage.text), first.evidence.start)
    return tags_between(passage, "vote", first.evidence.start, sentence.end) or (first,)


def _votes_governing(act: Act) -> tuple[Tag, ...]:
    """The vote of the clause on which the act's depends: "z 20 glasovi za sprejel sklep, da se je seznanil"."""
    verb = act.verb
    start = max((each.start for each in verb.clauses if each.start < verb.clause.start), default=verb.clause.start)
    governs = phrase("resolution-or-proposal-that").search(verb.governor) or verb.is_resolved
    return tags_between(verb.passage, "vote", start, verb.clause.start)[-1:] if governs else ()


def _told_until(act: Act) -> int:
    """The end of what a sentence tells of an act: where it goes on with another, "v Radovljici pa ga je zavrnil"."""
    verb = act.verb
    later = (each for each in verb.clauses if each.start >= verb.clause.end)
    placed = (each for each in later if tags_between(verb.passage, "municipality", each.start, each.end))
    others = (each.start for each in placed if tags_between(verb.passage, "decision", each.start, each.end))
    return next(others, verb.sentence.end)


def _votes_told_below(context: Context, act: Act) -> tuple[Tag, ...]:
    """The vote with which a letter goes on below a resolution that it quotes: "Za sklep je glasovalo 13 članov."."""
    below = context.paper.passages[context.position(act.verb.passage) + 1 :][:1]
    own = not act.reported and below and phrase("own-vote").search(below[0].text)
    return tags_of(below[0], "vote")[:1] if own else ()


def _stops(resolved: Act, act: Act) -> bool:
    """Whether an act ends the reach of the resolution before it: another council's, or neither result nor lead-up."""
    if act.reported and resolved.municipalities and not {*act.municipalities} & {*resolved.municipalities}:
        return bool(act.municipalities)  # "V Celju so načrt sprejeli z 28 glasovi za."
    led_up = act.status in (EventStatus.SCHEDULED, EventStatus.REQUESTED) or is_other_vote(act.verb.statement)
    return not act.is_result and not led_up and not _is_count(act)


def _is_count(act: Act) -> bool:
    """ "33 ZA, 0 PROTI – IZGLASOVAN." says of the resolution above how it was voted on."""
    votes = act.verb.beside("vote")
    begins = bool(votes) and votes[0].evidence.start <= act.verb.sentence.start + 3
    return (act.mention is None and begins) or act.is_count


def _is_voted(place: Place) -> bool:
    """Whether a stretch gives the counts of a vote."""
    return any(map(is_counted, tags_between(place.passage, "vote", place.start, place.end)))


def _is_rest_of_vote(place: Place) -> bool:
    """Whether a stretch begins within the counts of a vote: the second sentence of "30 ZA. 5 PROTI."."""
    return any(tag.evidence.start < place.start < tag.evidence.end for tag in tags_of(place.passage, "vote"))


def _outcome(places: list[Place], *, voted: bool) -> tuple[str | None, tuple[Evidence, ...]]:
    """The first result; one with counts is another resolution's where counts stand before it."""
    other = False
    for each in (
        Place(place.passage, place.start + part.start, place.start + part.end)
        for place in places
        for part in sentences(place.words)
    ):
        counted = _is_voted(each)
        motions = other and phrase("bare-proposal-result").match(each.words)
        other = is_other_vote(each.words) or bool(tags_between(each.passage, MOTION, each.start, each.end))
        outcome = None if other or motions or (voted and counted) or _is_rest_of_vote(each) else outcome_in(each.words)
        if outcome:
            return outcome, (evidence_at(each.passage, each.start, each.end, f"result.{outcome}"),)
        voted = voted or counted
    return None, ()


def _lost_in_words(context: Context, votes: tuple[Tag, ...]) -> str | None:
    """Whether the sentence of a vote says that it was lost: "Sklep ni dobil potrebne večine (5 za, 2 proti)"."""
    place = votes[0].evidence if votes else None
    passage = next((each for each in context.voted if place and each.id == place.passage), None)
    if place is None or passage is None:
        return None
    part = enclosing(sentences(passage.text), place.start)
    words = passage.text[part.start : part.end]
    alone = len(tags_between(passage, "vote", part.start, part.end)) == len(votes)  # not of several proposals
    return "rejected" if alone and outcome_in(words) == "rejected" and not is_other_vote(words) else None


def _is_joined(context: Context, act: Act, following: Act) -> bool:
    """Whether two acts are voted on together: one sentence, or two points of one resolution."""
    one, other = act.verb, following.verb
    if one.passage.id == other.passage.id:
        return one.sentence == other.sentence
    lead = lead_of_list(context, one.passage)
    return bool(lead) and lead is lead_of_list(context, other.passage) and _is_single(lead)


def _is_single(lead: Passage | None) -> bool:
    """Whether a list is that of one resolution: "Sprejet je naslednji sklep:", not "Sprejeti so bili sklepi:"."""
    return lead is not None and phrase("resolution-single").search(lead.text) is not None
