"""What was voted on where no verb of deciding stands by: "Prodaja garaže: 11-2", "Imenovana je Ana Zajc. (13 za)"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rinsearch.clauses import Slice, sentences
from rinsearch.compose.acts.acts import Act, sentences_with
from rinsearch.compose.paper import tags_between, tags_of
from rinsearch.compose.verbs.verbs import Context
from rinsearch.compose.votes import is_other_vote, parse_vote
from rinsearch.records import Passage, PassageKind
from rinsearch.taxonomy.phrases import phrase

FEWEST = 2  # words that name what was voted on
_WORD = re.compile(r"[^\W\d_]{2,}")


def voted_in(context: Context, acts: Sequence[Act]) -> Iterator[tuple[Passage, Slice]]:
    """The sentences that name what a vote was about, in items without any act."""
    judged = sentences_with(acts)
    decided = {id(context.topics[act.verb.passage.id].heading) for act in acts}
    for passage in context.voted:
        topic = context.topics[passage.id]
        if passage.kind is PassageKind.ROW or topic.in_agenda or topic.mentions:
            continue
        here = judged.get(passage.id, ())
        held = bool(here) or (topic.heading is not None and id(topic.heading) in decided)
        for part in _named(passage):
            if not any(map(part.meets, here)) and (not held or _decides(passage, part)):
                yield passage, part
        above = None if held else _above(context, passage)
        if above and above[0].id not in judged:
            yield above


def _above(context: Context, passage: Passage) -> tuple[Passage, Slice] | None:
    """The last sentence of the paragraph above counts that stand alone, where it resolves and tells nothing."""
    at, here = tags_of(passage, "vote")[0].evidence.start, context.position(passage)
    if not here or any(map(str.isalpha, passage.text[:at])):
        return None
    above = context.paper.passages[here - 1]
    if above.kind not in (PassageKind.PARAGRAPH, PassageKind.ITEM) or context.topics[above.id].heading is above:
        return None
    part = sentences(above.text)[-1]
    told = phrase("past").search(above.text, part.start, part.end) or tags_of(above, "decision")
    ended = phrase("sentence-ended").search(above.text)
    return (above, part) if ended and _names(above, part) and (not told or _decides(above, part)) else None


def _named(passage: Passage) -> Iterator[Slice]:
    """The sentence in which the votes of a passage stand, or the one right before it."""
    before: Slice | None = None
    for part in sentences(passage.text):
        votes = [tag for tag in tags_between(passage, "vote", part.start, part.end) if parse_vote(tag.value).for_]
        if not votes:
            before = part
            continue
        at = votes[0].evidence.start
        named = next((each for each in (Slice(part.start, at), before) if each and _names(passage, each)), None)
        if named:
            yield Slice(named.start, max(named.end, part.end if named.start == part.start else named.end))
        before = None


def _decides(passage: Passage, part: Slice) -> bool:
    """Whether a sentence says itself what was done: "Imenovana je bila Ana Zajc. (13 za)"."""
    return bool(phrase("done-by-nobody").search(passage.text[part.start : part.end]))


def _names(passage: Passage, part: Slice) -> bool:
    words = passage.text[part.start : part.end]
    if is_other_vote(words) or phrase("no-resolution-itself").search(words) or phrase("no-business").search(words):
        return False
    if phrase("certifies").search(words):
        return False
    return len(_WORD.findall(words)) >= FEWEST
