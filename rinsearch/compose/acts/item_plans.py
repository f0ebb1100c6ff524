"""The plan that an item, a subject line or a list speaks of, where the sentence itself names none."""

from __future__ import annotations

from dataclasses import replace

from rinsearch.compose.plans.plan_times import SUBJECT_KINDS
from rinsearch.compose.plans.plans import Mention
from rinsearch.compose.plans.topics import Topic
from rinsearch.compose.verbs.objects import RESOLUTION_ADOPTED, RESOLUTION_ENCLOSED, RESOLUTION_SENT
from rinsearch.compose.verbs.verbs import Context, Verb
from rinsearch.records import DocumentKind, Object, PassageKind
from rinsearch.taxonomy.phrases import phrase

CALLED_REACH = 60  # characters before a name that say what the item calls it: "Informacija o predlogu "


def plan_of_subject(context: Context, topic: Topic) -> Mention | None:
    """In a memo or letter "načrt" is the plan of its subject, whatever plan a section speaks of; else the item's."""
    if context.paper.kind in SUBJECT_KINDS or (not topic.mentions and _single(context)):
        return next((mention for mention in context.plans.mentions if mention.object != Object.OTHER), None)
    return topic.reference or next(iter(topic.inherited), None) or _only(context, topic)


def _only(context: Context, topic: Topic) -> Mention | None:
    """The plan of a paper that speaks of one plan alone, in a part of it that is about nothing else."""
    if context.paper.kind == DocumentKind.MINUTES or topic.is_listed or len(context.plans.ids()) != 1:
        return None
    named = [mention for mention in context.plans.mentions if mention.is_plan]
    heading = topic.heading.text if topic.heading else ""
    other = phrase("another-document").search(heading) or phrase("another-kind-of-plan").search(heading)
    return None if other else next(iter(named), None)


def reported_on(context: Context, verb: Verb) -> Mention | None:
    """The plan on which a paper reports, of which a sentence tells: "Z načrtom samim sta se seznanila sveta v …"."""
    if context.paper.kind != DocumentKind.REPORT or len(context.plans.ids()) != 1:
        return None
    said = verb.passage.text[verb.sentence.start : verb.clause.end]
    named = list(phrase("plan-by-name").finditer(said))
    if not named or phrase("another-document").search(said, named[-1].end()):
        return None
    report = next((each for each in context.plans.mentions if each.object == Object.REPORT), None)
    return replace(report, object=Object.PLAN) if report else None


def _single(context: Context) -> bool:
    """An agenda with one item about a plan: what it tells elsewhere of "the item" is about this one."""
    agendas = {id(topic.heading) for topic in context.topics.values() if topic.in_agenda and topic.mentions}
    return context.paper.kind == DocumentKind.AGENDA and len(agendas) == 1


def last_of_several(context: Context, verb: Verb, topic: Topic) -> Mention | None:
    """The plan that was named last, in an item whose heading speaks of several: "Regijska izvedbena načrta"."""
    if topic.reference is None or not phrase("several-plans").search(topic.reference.tag.evidence.quote):
        return None
    here = context.position(verb.passage)
    return next((each for each in reversed(topic.mentions) if context.position(each.passage) < here), None)


def named_above(context: Context, verb: Verb) -> Mention | None:
    """The plan that was named last: a list of councils has its own heading, and seldom says of what it tells."""
    here = context.position(verb.passage)
    above = [each for each in context.plans.mentions if context.position(each.passage) < here]
    return above[-1] if above and above[-1].is_plan else None


def noted_by_letter(context: Context, verb: Verb) -> bool:
    """Whether a letter on a plan tells of "sklep o seznanitvi", and does not say of what else note was taken."""
    sent = verb.tag.evidence.rule in (RESOLUTION_SENT, RESOLUTION_ADOPTED, RESOLUTION_ENCLOSED)
    letter = context.paper.kind is DocumentKind.LETTER
    return sent and letter and bool(phrase("noting-alone").search(verb.statement))


def is_information(topic: Topic) -> bool:
    """Whether an item calls the plan so: in its heading, or right before the name: "Informacija o načrtu".

    "Informacije župana" are no plan's, though he speaks of one.
    """
    before = (each.passage.text[max(0, each.start - CALLED_REACH) : each.start] for each in topic.mentions[:1])
    heading = topic.heading.text if topic.heading and topic.heading.kind != PassageKind.ROW else ""
    called = heading if not phrase("information-of-somebody").search(heading) else ""
    return any(phrase("information").search(each) for each in (called, *before))
