"""Resolutions that do not stand, by what a paper says outside of their item: "odločitev pod 4. točko je nična"."""

from __future__ import annotations

from collections.abc import Iterator

from rinsearch.clauses import Slice, sentences
from rinsearch.compose.paper import tags_between
from rinsearch.compose.verbs.verbs import Context
from rinsearch.compose.votes import carried, join_votes
from rinsearch.records import Passage
from rinsearch.taxonomy.phrases import phrase

VOTE_REACH = 80  # characters behind "glasovanje o 4. točki je bilo ponovljeno": " Za je bilo 5, proti 6."


def voided_items(context: Context) -> frozenset[str]:
    """The numbers of the items whose resolutions were undone, or lost when they were voted on again."""
    return frozenset(_numbers(context))


def _numbers(context: Context) -> Iterator[str]:
    for passage in context.paper.passages:
        if not phrase("resolution-of-item").search(passage.text):
            continue
        for part in sentences(passage.text):
            words = passage.text[part.start : part.end]
            item = phrase("resolution-of-item").search(words)
            if item and (_is_undone(words) or _is_lost_again(passage, part)):
                yield next(filter(None, item.groups()))


def _is_undone(words: str) -> bool:
    return bool(phrase("resolution-undone").search(words)) and not phrase("undoing-proposed").search(words)


def _is_lost_again(passage: Passage, part: Slice) -> bool:
    """Whether a vote was taken again, and lost: "Glasovanje o 4. točki je bilo ponovljeno; za 5, proti 6."."""
    if not phrase("voted-again").search(passage.text, part.start, part.end):
        return False
    vote = join_votes(tags_between(passage, "vote", part.start, part.end + VOTE_REACH))
    return vote is not None and carried(vote) is False
