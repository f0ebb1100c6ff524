"""A taking note in words that no rule knows: in an item about the plan a vote passed, and nothing speaks against it.

A reader needs no verb of a list for "osem članov je potrdilo seznanjenost sveta": the item is about the plan, the vote
is there, and so is a word for taking note. Where any of these is missing, or anything in the item is put off, lost,
left open or done by somebody else, nothing is concluded.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rinsearch.clauses import Slice, clauses, sentences
from rinsearch.compose.acts.acts import Act
from rinsearch.compose.paper import COUNCIL, evidence_at, tags_between, tags_of
from rinsearch.compose.subjects.bodies import nearest_body
from rinsearch.compose.subjects.subjects import Subject
from rinsearch.compose.verbs.verbs import DECIDING, PROCEDURE, SUBSTANCE, Context, Verb
from rinsearch.compose.votes import carried, is_other_vote, join_votes, outcome_in
from rinsearch.records import EventStatus, Passage, PassageKind, Tag
from rinsearch.taxonomy.phrases import phrase

NOTED = "decision.noted-in-item"
LONGEST_ITEM = 20  # passages of an item that are looked at
AGAINST = ("quorum-lost", "not-voted", "made-void", "no-resolution", "another-proposal")


def with_noted(context: Context, acts: Sequence[Act]) -> list[Act]:
    """The acts of a paper with those that only the vote and the item show, in its order."""
    found = [*acts, *_noted_in_items(context, acts)]
    return sorted(found, key=lambda act: (context.position(act.verb.passage), act.verb.sentence.start))


def _noted_in_items(context: Context, acts: Sequence[Act]) -> Iterator[Act]:
    """A taking note for each item about a plan that has no act about it yet."""
    owner = context.paper.issuer
    if owner is None or context.paper.body != COUNCIL or context.paper.kind not in DECIDING:
        return
    for item in _items(context):
        mention = context.topics[item[0].id].reference
        if mention is None or not mention.is_plan or _is_settled(context, acts, item) or _speaks_against(item):
            continue
        nobody, status = Subject("none", "", ()), EventStatus.ACKNOWLEDGED
        for passage, part in list(_noted(context, item))[:1]:
            for plan in context.plans.resolve(mention):
                yield Act(_verb(passage, part), nobody, status, plan, mention, (owner,), False, recommended=False)


def _items(context: Context) -> Iterator[tuple[Passage, ...]]:
    """The passages of each item that is about a plan by its heading, without what names another document."""
    found: dict[int, list[Passage]] = {}
    for passage in context.paper.passages:
        topic = context.topics[passage.id]
        opened = topic.number is not None or (topic.heading and topic.heading.kind is PassageKind.HEADING)
        if topic.heading and topic.mentions and opened and not topic.in_agenda and not topic.is_about_another:
            found.setdefault(id(topic.heading), []).append(passage)
    yield from (tuple(item) for item in found.values() if len(item) <= LONGEST_ITEM)


def _is_settled(context: Context, acts: Sequence[Act], item: Sequence[Passage]) -> bool:
    """Whether an act in the item says what became of the plan, or of anything else."""
    ids = {passage.id for passage in item}
    here = [act for act in acts if act.verb.passage.id in ids]
    return any(act.status in (*SUBSTANCE, *PROCEDURE, EventStatus.PROPOSED) and not act.is_anothers for act in here)


def _speaks_against(item: Sequence[Passage]) -> bool:
    statuses = {tag.value for passage in item for tag in tags_of(passage, "decision")}
    if statuses & {EventStatus.REJECTED.value, *(each.value for each in PROCEDURE)}:
        return True
    parts = [passage.text[part.start : part.end] for passage in item for part in sentences(passage.text)]
    lost = any(outcome_in(words) == "rejected" or is_other_vote(words) for words in parts)
    lost = lost or any(phrase("put-on-agenda").search(words) for words in parts)
    return lost or any(phrase(name).search(words) for words in parts for name in AGAINST)


def _noted(context: Context, item: Sequence[Passage]) -> Iterator[tuple[Passage, Slice]]:
    """The sentences that speak of taking note, with a vote that passed in them or right behind."""
    for passage, part, behind in _sentences(item):
        words = passage.text[part.start : part.end]
        spoken_of = phrase("noting-doubtful").search(words) or phrase("noun-goes-on").search(words)
        word = None if spoken_of else phrase("word-of-noting").search(words)
        if word is None or _is_anothers(context, passage, part, word.start()):
            continue
        if any(_is_carried(votes) for votes in (_votes(passage, part), behind)):
            yield passage, part


def _sentences(item: Sequence[Passage]) -> Iterator[tuple[Passage, Slice, tuple[Tag, ...]]]:
    """The sentences of an item, each with the votes of the next one."""
    parts = [(passage, part) for passage in item for part in sentences(passage.text)]
    following = [_votes(*each) for each in parts[1:]]
    yield from ((*each, votes) for each, votes in zip(parts, [*following, ()], strict=True))


def _votes(passage: Passage, part: Slice) -> tuple[Tag, ...]:
    return tags_between(passage, "vote", part.start, part.end)


def _is_carried(votes: tuple[Tag, ...]) -> bool:
    """Whether votes say that something was carried."""
    vote = join_votes(votes)
    return vote is not None and carried(vote) is True


def _is_anothers(context: Context, passage: Passage, part: Slice, word: int) -> bool:
    """Whether somebody else than the council is said to have taken note, or of something else."""
    start, words = part.start + word, passage.text[part.start : part.end]
    clause = next((each for each in clauses(passage.text, part.start, part.end) if each.holds(start)), part)
    body = nearest_body(passage.text, clause, start)
    own = context.paper.issuer.code if context.paper.issuer else None
    elsewhere = any(tag.value != own for tag in tags_between(passage, "municipality", part.start, part.end))
    other = phrase("business").search(words) or phrase("another-kind-of-plan").search(words)
    if phrase("speaks-for-committee").match(passage.text):
        return True
    return elsewhere or bool(other) or (body is not None and body.kind != "council")


def _verb(passage: Passage, part: Slice) -> Verb:
    tag = Tag("decision", EventStatus.ACKNOWLEDGED.value, evidence_at(passage, part.start, part.start, NOTED))
    return Verb(passage, part, part, (part,), tag)
