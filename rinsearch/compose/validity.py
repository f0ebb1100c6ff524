"""Whether what a paper words as a resolution was decided at all: without a quorum, or without a vote, it was not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rinsearch.clauses import sentences
from rinsearch.compose.acts import Act
from rinsearch.compose.ballots import Ballot
from rinsearch.compose.paper import Paper, tags_between
from rinsearch.compose.verbs import Context
from rinsearch.records import DocumentKind, SessionKind
from rinsearch.taxonomy.phrases import phrase

TOP = 4  # passages in which a paper may call itself a proposal
LETTERHEAD = 8  # passages in which minutes say who was there
REACH = 6  # passages of the item behind a resolution in which it may be told that it came to nothing


@dataclass(frozen=True, slots=True)
class Validity:
    """What of a paper's resolutions stands: what its session says of all of them is looked for once."""

    context: Context
    lacks_quorum: bool
    is_undecided: bool  # all that it words as resolved

    def is_proposal(self, act: Act, ballot: Ballot) -> bool:
        """Whether a resolution came to nothing, so that its words are a proposal still."""
        counts = ballot.is_won and not self.lacks_quorum
        void = not ballot.is_lost and _is_void(self.context, act)
        return void or (not counts and (self.is_undecided or _came_to_nothing(self.context, act)))


def validity_of(context: Context) -> Validity:
    """The validity of what a paper resolves: whether its session was held, with enough members."""
    paper = context.paper
    lacking = _had_no_quorum(paper)
    return Validity(context, lacking, lacking or _is_made_ready(paper) or _was_not_held(paper))


def _came_to_nothing(context: Context, act: Act) -> bool:
    """Whether too few took part in the item, or it ended without a vote on the resolution.

    What is told as done ("Svet se je seznanil.") was done before the councillors left.
    """
    if act.verb.is_past or act.verb.was_resolved:
        return False
    ends = (phrase("quorum-lost"), phrase("not-voted"), phrase("item-broken-off"))
    return any(each.search(words) for words, _ in _behind(context, act) for each in ends)


def _is_void(context: Context, act: Act) -> bool:
    """Whether a resolution does not stand though it was voted on, or another text was voted on in its place."""
    return any(
        phrase("made-void").search(words) or (another and phrase("first-text-not-voted").search(words))
        for words, another in _behind(context, act)
    )


def _was_not_held(paper: Paper) -> bool:
    """Whether the session at hand ended before it began, for too few had come."""
    return any(phrase("session-not-held").search(passage.text) for passage in paper.passages[:LETTERHEAD])


def _is_made_ready(paper: Paper) -> bool:
    """Whether a paper was made ready before the session: "__. redna seja", "Za: __", "PREDLOG" above a resolution."""
    top = paper.passages[:TOP] if paper.kind is DocumentKind.DECISION else ()
    if any(phrase("title-of-proposal").fullmatch(passage.text) for passage in top):
        return True
    return any("__" in passage.text and phrase("left-to-fill-in").search(passage.text) for passage in paper.passages)


def _had_no_quorum(paper: Paper) -> bool:
    """Whether a session by correspondence had too few votes, so that its resolutions stay proposals."""
    by_mail = paper.session is not None and paper.session.kind is SessionKind.DOPISNA
    return by_mail and any(phrase("ballot-without-quorum").search(passage.text) for passage in paper.passages)


def _behind(context: Context, act: Act) -> Iterator[tuple[str, bool]]:
    """The sentences of the item behind the one with the resolution; whether another resolution stands between."""
    topic, here = context.topics[act.verb.passage.id], context.position(act.verb.passage)
    another = False
    for passage in context.paper.passages[here : here + 1 + REACH]:
        if context.topics[passage.id].heading is not topic.heading:
            return
        own = passage.id == act.verb.passage.id
        for part in sentences(passage.text):
            if not own or part.start >= act.verb.sentence.end:
                yield passage.text[part.start : part.end], another
                another = another or bool(tags_between(passage, "decision", part.start, part.end))
