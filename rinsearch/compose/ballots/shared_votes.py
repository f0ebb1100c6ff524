"""One vote on several resolutions, or on several parts of one, below the last of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from rinsearch.clauses import enclosing, sentences, sentences_before
from rinsearch.compose.acts.acts import Act
from rinsearch.compose.ballots.vote_places import is_of_others, same_item
from rinsearch.compose.paper import KEPT_PAPERS, tags_between, tags_of
from rinsearch.compose.verbs.verbs import Context
from rinsearch.compose.votes import is_other_vote, outcome_in
from rinsearch.records import EventStatus, Passage, PassageKind, Tag
from rinsearch.taxonomy.phrases import phrase

JOINT_REACH = 12  # passages between a resolution and the vote on several together
LONGEST_RESOLUTION = 6  # parts of a resolution that are paragraphs
_POINT = re.compile(r"\d{1,2}")
_NUMBERED = re.compile(r"(?<![\d/])\d{1,3}/\d{1,4}\.? (?=[A-ZČŠŽ])")  # "4/20 Svet se seznani. 5/20 Sprejme se odlok."
LONGEST_LEAD = 60  # characters of "Sprejeta sta bila naslednja sklepa:"; a longer one is the title of a paper


def votes_joint(context: Context, act: Act) -> tuple[Tag, ...]:
    """The vote on all resolutions together, below the last of them: "Sklepi so bili sprejeti v paketu: 21 ZA"."""
    if phrase("relative-clause").match(act.verb.passage.text, act.verb.clause.start):
        return ()  # "načrt, ki ga je svet takrat zavrnil": told, and not voted on here
    here = context.position(act.verb.passage)
    for passage in context.paper.passages[here + 1 : here + 1 + JOINT_REACH]:
        if votes := tags_of(passage, "vote"):
            joint = phrase("vote-joint").search(passage.text) or phrase("vote-of-both").search(passage.text)
            return votes if joint else ()
    return ()


def votes_of_all(context: Context, act: Act) -> tuple[Tag, ...]:
    """The vote that is told once for all resolutions of a paper: "Vsi sklepi so bili sprejeti s šestimi glasovi"."""
    if act.reported:
        return ()
    number = context.topics[act.verb.passage.id].number
    found = [votes for points, votes in _told_of_several(context) if points is None or number in points]
    return found[0] if len(found) == 1 else ()


@lru_cache(maxsize=KEPT_PAPERS)
def _told_of_several(context: Context) -> tuple[tuple[frozenset[str] | None, tuple[Tag, ...]], ...]:
    """The votes that a paper tells of the points with these numbers, or (``None``) of all of them."""
    found: list[tuple[frozenset[str] | None, tuple[Tag, ...]]] = []
    for passage in context.voted:
        for part in sentences(passage.text):
            votes = tags_between(passage, "vote", part.start, part.end)
            if phrase("vote-of-all").search(passage.text, part.start, part.end):
                found.append((None, votes))
            elif listed := phrase("vote-of-some").search(passage.text, part.start, part.end):
                found.append((frozenset(_POINT.findall(listed["points"])), votes))
    return tuple(found)


def votes_shared(context: Context, act: Act) -> tuple[Tag, ...]:
    """The vote below the other parts of a resolution: "SKLEPA:", two paragraphs, "ZA: 12, PROTI: 0"."""
    passage = act.verb.passage
    if not _is_under_resolution(act) or any(tags_of(each, "vote") for each in _parts_above(context, passage)):
        return ()
    if rest := tags_between(passage, "vote", act.verb.sentence.end, len(passage.text)):
        numbered = len(_NUMBERED.findall(passage.text[: rest[0].evidence.start])) > 1
        return rest if _is_apart(passage, rest[0]) and not numbered else ()
    here = context.position(passage)
    for each in context.paper.passages[here + 1 : here + 1 + LONGEST_RESOLUTION]:
        if not same_item(context, each, passage) or is_of_others(each, act) or _takes_its_place(act, each):
            return ()
        if votes := tags_of(each, "vote"):
            return votes if _is_apart(each, votes[0]) else ()
        if not _is_part(each):
            return ()
    return ()


def _takes_its_place(act: Act, passage: Passage) -> bool:
    """Whether a passage leads to its own resolution, where the act is but a proposal: "Sklep: Točka se odloži."."""
    leads = (part.lead for part in sentences(passage.text)) if act.status == EventStatus.PROPOSED else ()
    return any(each and phrase("leads-to-resolution").search(each) for each in leads)


def _is_under_resolution(act: Act) -> bool:
    above = (*act.verb.passage.section[-1:], act.verb.sentence.lead)
    return any(len(each) < LONGEST_LEAD and phrase("resolution-begun").search(each) for each in above)


def _parts_above(context: Context, passage: Passage) -> Iterator[Passage]:
    """The parts of the resolution before this one."""
    here = context.position(passage)
    for each in reversed(context.paper.passages[max(0, here - LONGEST_RESOLUTION) : here]):
        if each.section != passage.section or each.kind is PassageKind.HEADING:
            return
        yield each


def _is_part(passage: Passage) -> bool:
    """Whether a paragraph goes on with the resolution above it, and does not tell how it was discussed."""
    if passage.kind is PassageKind.HEADING or phrase("resolution-alone").match(passage.text):
        return False
    decides = tags_of(passage, "decision") or passage.kind is PassageKind.ITEM
    return bool(decides) or bool(phrase("part-of-resolution").match(passage.text))


def _is_apart(passage: Passage, vote: Tag) -> bool:
    """Whether a vote stands in a sentence of its own, which decides nothing but says what became of all above it."""
    sentence = enclosing(sentences(passage.text), vote.evidence.start)
    words = passage.text[sentence.start : sentence.end]
    before = [each.words(passage.text) for each in sentences_before(passage.text, sentence.start)]
    motion = phrase("bare-proposal-result").match(words) and any(map(is_other_vote, before[-1:]))
    if motion or is_other_vote(words):
        return False  # "… predlagal, da se točke obravnavajo na nadaljevanju. Predlog je bil sprejet: ZA 9."
    return not tags_between(passage, "decision", sentence.start, sentence.end) or outcome_in(words) is not None
