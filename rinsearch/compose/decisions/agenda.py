"""Points of an agenda that name the plan."""

from __future__ import annotations

from collections.abc import Iterator

from rinsearch.compose.decisions.circumstances import day_of, short
from rinsearch.compose.paper import Paper, evidence_at, tags_of
from rinsearch.compose.plans.plans import Mention, Resolved
from rinsearch.compose.plans.topics import opens_agenda
from rinsearch.compose.verbs.verbs import Context
from rinsearch.records import Decision, DocumentKind, Passage, PassageKind, Status

WITHOUT = frozenset({DocumentKind.PLAN, DocumentKind.LETTER, DocumentKind.REGULATION})


def scheduled(context: Context) -> Iterator[Decision]:
    """A point of an agenda that names the plan: scheduled, whatever the noun ("seznanitev") seems to say."""
    paper = context.paper
    if not paper.issuer or paper.kind in WITHOUT:
        return
    for mention in context.plans.mentions:
        if mention.is_plan and _is_point(context, mention):
            for resolved in context.plans.resolve(mention):
                yield _point(paper, mention.passage, resolved)


def _is_point(context: Context, mention: Mention) -> bool:
    """Whether the name stands in a listed point, or in an item or row of an agenda that tells of no decision."""
    passage = mention.passage
    topic = context.topics[passage.id]
    if topic.in_agenda and topic.heading is passage and not opens_agenda(passage):
        return True
    in_agenda = context.paper.kind == DocumentKind.AGENDA and passage.kind in (PassageKind.ITEM, PassageKind.ROW)
    return in_agenda and not tags_of(passage, "decision")


def _point(paper: Paper, passage: Passage, resolved: Resolved) -> Decision:
    return Decision(
        id="",
        municipality=paper.issuer,
        addressees=(),
        plan=resolved.plan,
        object=resolved.object,
        inferred=resolved.inferred,
        about=short(passage.text),
        status=Status.SCHEDULED,
        verb="",
        reported=False,
        session=paper.session,
        date=day_of(paper),
        vote=None,
        remarks=(),
        revokes=None,
        evidence=evidence_at(passage, 0, len(passage.text), "decision.agenda-item"),
        grounds=(),
    )
