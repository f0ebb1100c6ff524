"""The vote of a paper that holds one resolution: below its articles, below the signatures, or at the foot."""

from __future__ import annotations

from collections.abc import Iterator

from rinsearch.clauses import enclosing, sentences
from rinsearch.compose.acts.acts import Act
from rinsearch.compose.paper import tags_of
from rinsearch.compose.verbs.verbs import Context
from rinsearch.compose.votes import is_counted, is_other_vote
from rinsearch.records import DocumentKind, EventStatus, Passage, PassageKind, Tag
from rinsearch.taxonomy.phrases import phrase

LEADS_TO = 40  # characters before a vote in its passage: "Uradni zaznamek: ", "Za sklep je glasovalo "


def only_vote(context: Context, act: Act) -> tuple[Tag, ...]:
    """The vote of a paper that holds one resolution, wherever it stands: below the reasons, at the foot."""
    if context.paper.kind != DocumentKind.DECISION or act.status in (EventStatus.SCHEDULED, EventStatus.REQUESTED):
        return ()
    votes = [(each, tag) for each in context.paper.passages for tag in tags_of(each, "vote")]
    if len(votes) != 1 or not _is_alone(context):
        return _at_foot(context, act)
    passage, tag = votes[0]
    sentence = enclosing(sentences(passage.text), tag.evidence.start)
    return () if _is_of_others(passage.text[sentence.start : sentence.end]) else (tag,)


def _is_alone(context: Context) -> bool:
    """Whether a paper has one resolution: "SKLEP" stands once, or one heading is the title of a resolution."""
    passages = context.paper.passages
    headings = (each.text for each in passages if each.kind is PassageKind.HEADING)
    titled = sum(bool(phrase("titled-resolution").match(each)) for each in headings)
    return sum(bool(phrase("resolution-alone").fullmatch(each.text)) for each in passages) == 1 or titled == 1


def _at_foot(context: Context, act: Act) -> tuple[Tag, ...]:
    """The one vote below the points of one act and above its reasons: "I. … II. … Za sklep je glasovalo 8 članov"."""
    body = tuple(_body(context))
    if sum(bool(phrase("title-of-one-act").fullmatch(each.text)) for each in body) != 1:
        return ()
    if any(phrase("title-of-several-acts").match(each.text) for each in body):
        return ()
    voted = [each for each in body if any(map(is_counted, tags_of(each, "vote")))]
    if len(voted) != 1 or context.position(voted[0]) <= context.position(act.verb.passage):
        return ()
    votes = tuple(filter(is_counted, tags_of(voted[0], "vote")))
    sentence = enclosing(sentences(voted[0].text), votes[0].evidence.start)
    leads = votes[0].evidence.start < LEADS_TO and len(votes) == 1
    return votes if leads and not _is_of_others(voted[0].text[sentence.start : sentence.end]) else ()


def _is_of_others(words: str) -> bool:
    """Whether a sentence tells of a vote on something else: "Za odlok o vodi je glasovalo 9 članov"."""
    return is_other_vote(words) or bool(phrase("business").search(words) and not phrase("own-vote").search(words))


def _body(context: Context) -> Iterator[Passage]:
    """A resolution without its reasons, in which other votes may be told."""
    for passage in context.paper.passages:
        if phrase("reasons-begin").match(passage.text):
            return
        yield passage
