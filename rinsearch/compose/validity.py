"""Whether what a paper words as a resolution was decided at all: without a quorum, or without a vote, it was not."""

from __future__ import annotations

from collections.abc import Iterator

from rinsearch.clauses import sentences
from rinsearch.compose.acts import Act
from rinsearch.compose.paper import Paper, tags_between
from rinsearch.compose.verbs import Context
from rinsearch.records import DocumentKind, SessionKind
from rinsearch.taxonomy.phrases import phrase

TOP = 4  # passages in which a paper may call itself a proposal
LETTERHEAD = 8  # passages in which minutes say who was there
REACH = 6  # passages of the item behind a resolution in which it may be told that it came to nothing


def came_to_nothing(context: Context, act: Act) -> bool:
    """Whether a resolution stayed a proposal: too few took part, or the item ended without a vote on it.

    What is told as done ("Svet se je seznanil.") was done before the councillors left.
    """
    if had_no_quorum(context.paper) or _is_made_ready(context.paper) or _was_not_held(context.paper):
        return True
    if act.verb.is_past or act.verb.was_resolved:
        return False
    ends = (phrase("quorum-lost"), phrase("not-voted"), phrase("item-broken-off"))
    return any(each.search(words) for words, _ in _behind(context, act) for each in ends)


def is_void(context: Context, act: Act) -> bool:
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


def had_no_quorum(paper: Paper) -> bool:
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
