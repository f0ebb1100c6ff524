"""Whose vote it is where one sentence tells of several councils: "v Železnikih (16 za) in v Žireh (soglasno)"."""

from __future__ import annotations

from dataclasses import replace

from rinsearch.compose.acts.acts import Act
from rinsearch.compose.ballots.ballots import Ballot
from rinsearch.compose.ballots.council_votes import votes_of_council
from rinsearch.compose.paper import tags_between
from rinsearch.compose.verbs.verbs import Context
from rinsearch.compose.votes import join_votes
from rinsearch.records import Municipality


def ballot_for(context: Context, act: Act, municipality: Municipality, ballot: Ballot) -> Ballot:
    """The ballot with the vote of this council alone; none where it is not said which of several votes is its."""
    if not act.recommended and (told := votes_of_council(context, act, municipality)):
        return replace(ballot, vote=join_votes(told), grounds=tuple(tag.evidence for tag in told))
    if len(act.municipalities) < 2 or ballot.vote is None:
        return ballot
    votes, names = act.verb.beside("vote"), act.verb.beside("municipality")
    if not votes or not names or (len(votes) == 1 and votes[0].evidence.start > names[-1].evidence.start):
        return ballot  # one vote for both, behind their names
    own = [number for number, name in enumerate(names) if name.value == municipality.code]
    if not own or votes[0].evidence.start > names[-1].evidence.start:
        return replace(ballot, vote=None)  # "prvi z 10 glasovi, drugi s 25"
    start = names[own[-1]].evidence.start
    behind = (name.evidence.start for name in names[own[-1] + 1 :] if name.value != municipality.code)
    part = tags_between(act.verb.passage, "vote", start, next(behind, act.verb.sentence.end))
    return replace(ballot, vote=join_votes(part))
