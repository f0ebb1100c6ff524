"""Where the vote of a resolution may stand: its sentence, its passage, those below it in the item; which is there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rinsearch.clauses import Slice, sentences
from rinsearch.compose.acts.acts import Act
from rinsearch.compose.paper import tags_between, tags_of
from rinsearch.compose.subjects.places import entry_of
from rinsearch.compose.verbs.verbs import PROCEDURE, Context
from rinsearch.compose.votes import about_others, is_counted, is_repeated, parse_vote
from rinsearch.records import Passage, PassageKind, Tag
from rinsearch.taxonomy.phrases import phrase

LOOK_AHEAD = 6  # passages between a resolution and its vote: "Razprave ni bilo", "Glasovalo je …", "Sklep je sprejet"
LONGEST_ROLL = 60  # passages: the largest councils have 45 members
LONGEST_LIST = 12  # parts of one resolution


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of a passage in which a vote may stand."""

    passage: Passage
    start: int
    end: int

    @property
    def words(self) -> str:
        """The stretch itself."""
        return self.passage.text[self.start : self.end]


def places_behind(context: Context, act: Act, stop: Act | None) -> Iterator[Place]:
    """The sentence itself, the rest of its passage, and the next passages of the same item."""
    passage, sentence = act.verb.passage, act.verb.sentence
    last = _end(passage, stop)
    yield Place(passage, sentence.start, sentence.end)
    if sentence.end < last:
        yield Place(passage, sentence.end, last)
    if stop and stop.verb.passage.id == passage.id:
        return
    here = context.position(passage)
    left = LOOK_AHEAD
    for each in context.paper.passages[here + 1 : here + 1 + LONGEST_ROLL]:
        left -= not phrase("line-of-roll-call").search(each.text)
        if left < 0:
            return
        if not (same_item(context, each, passage) or _is_bare_vote(each)) or is_of_others(each, act):
            return
        yield Place(each, 0, _end(each, stop))
        if stop and stop.verb.passage.id == each.id:
            return


def is_of_others(passage: Passage, act: Act) -> bool:
    """Whether a paragraph tells of another council: "Občinski svet Občine Zavrč: za dva, proti trije."."""
    own = entry_of(passage)
    return bool(own) and own[0] not in act.municipalities


def _is_bare_vote(passage: Passage) -> bool:
    """ "(14 ZA, 0 PROTI)" in a line of its own looks like a heading, and is none."""
    votes = tags_of(passage, "vote")
    return bool(votes) and not passage.text[: votes[0].evidence.start].strip(" (*[–-") and len(passage.text) < 60


def _end(passage: Passage, stop: Act | None) -> int:
    return stop.verb.sentence.start if stop and stop.verb.passage.id == passage.id else len(passage.text)


def same_item(context: Context, one: Passage, other: Passage) -> bool:
    """Whether two passages stand under the heading of one item."""
    return _home(context, one) is _home(context, other)


def _home(context: Context, passage: Passage) -> Passage | None:
    """The heading of a passage's item; the numbered parts of one resolution are no items of their own."""
    heading = context.topics[passage.id].heading
    lead = lead_of_list(context, heading) if heading else None
    return context.topics[lead.id].heading if lead else heading


def lead_of_list(context: Context, passage: Passage) -> Passage | None:
    """The words above a numbered list of which the passage is a part: "Sprejet je naslednji sklep: 1. … 2. …"."""
    here = context.position(passage) if passage.kind == PassageKind.ITEM else 0
    for each in reversed(context.paper.passages[max(0, here - LONGEST_LIST) : here]):
        if each.kind != PassageKind.ITEM:
            begins = each.text.rstrip(" *").endswith(":") and phrase("resolution-begun").search(each.text)
            return each if begins else None
    return None


def votes_in(place: Place, act: Act) -> tuple[Tag, ...]:
    """The votes of a place that are about the resolution; to put a point off is itself a matter of procedure."""
    votes = tags_between(place.passage, "vote", place.start, place.end)
    if not votes or act.status in PROCEDURE:
        return votes
    parts = [part for part in sentences(place.passage.text) if part.start < place.end and part.end > place.start]
    words = [place.passage.text[part.start : part.end] for part in parts]
    others = about_others(words)
    others = [other or _is_committees(part, text) for other, part, text in zip(others, parts, words, strict=True)]
    kept = [(tag, _index(parts, tag.evidence.start)) for tag in votes]
    kept = [(t, at) for t, at in kept if not (others[at] or _is_anothers(place.passage, parts[at], t, act))]
    again = tuple(tag for tag, number in kept if is_repeated(words[number]))
    whole = tuple(tag for tag in again if is_counted(tag) and parse_vote(tag.value).for_ is not None)
    return whole[-1:] or again or tuple(tag for tag, _ in kept)  # of "za 6, ponovljeno: za 7" the last one counts


def _is_anothers(passage: Passage, part: Slice, vote: Tag, act: Act) -> bool:
    """Whether another sentence tells of another council's vote ("V Vitanju so ga sprejeli") or another matter's."""
    if passage.id == act.verb.passage.id and part.meets(act.verb.sentence):
        return False
    words = passage.text[part.start : part.end]
    person = act.plan is not None and phrase("vote-of-appointment").search(words)
    if person or phrase("vote-of-earlier").search(words) or phrase("vote-on-another-resolution").search(words):
        return True
    names = tags_between(passage, "municipality", part.start, vote.evidence.start)
    own = {each.code for each in act.municipalities}
    told = phrase("told-of-place").search(passage.text, part.start, vote.evidence.start)
    return bool(names and own and told) and not any(name.value in own for name in names)


def _is_committees(part: Slice, words: str) -> bool:
    """Whether a sentence tells how a committee voted, itself or by the words that lead to it."""
    return bool(phrase("committee-voted").match(words) or phrase("committee-voted").match(part.lead))


def _index(parts: Sequence[Slice], position: int) -> int:
    return next((number for number, part in enumerate(parts) if position < part.end), len(parts) - 1)
