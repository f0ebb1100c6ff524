"""Whether the plan was spoken of last, so that a pronoun, or nothing at all, stands for it."""

from __future__ import annotations

from rinsearch.compose.paper import tags_of
from rinsearch.compose.plans.plan_times import is_handled
from rinsearch.compose.plans.plans import Mention
from rinsearch.compose.plans.topics import Topic
from rinsearch.compose.subjects.subjects import subject_of
from rinsearch.compose.verbs.verbs import Context, Verb
from rinsearch.records import PassageKind
from rinsearch.taxonomy.phrases import phrase


def follows_a_name(context: Context, topic: Topic, verb: Verb) -> bool:
    """Whether the plan was spoken of last, here or at the end of the paragraph before: then "ga" is the plan."""
    before = verb.passage.text[: verb.clause.start]
    own = [each for each in topic.mentions if each.passage.id == verb.passage.id and each.start < verb.clause.start]
    if own:
        return _is_last(before, own[-1].tag.evidence.end, verb)
    if (named := _names_last(before, verb)) is not None:
        return named
    here = context.position(verb.passage)
    above = context.paper.passages[here - 1] if here else None
    if before.strip(" •–-*") or above is None or above.kind in (PassageKind.HEADING, PassageKind.ROW):
        return False
    ends = any(each.passage.id == above.id and _ends_with(each) for each in topic.mentions)
    return ends or bool(_names_last(above.text, verb))


def told_of_others(context: Context, verb: Verb, topic: Topic) -> Mention | None:
    """The only plan of a paper, where an item that speaks of it tells what other councils did: "V Žireh so ga že …"."""
    plan, owner = _only_plan(context), context.paper.issuer
    if plan is None or topic.is_about_another or topic.in_agenda:
        return None
    if all(place == owner for place in subject_of(verb).municipalities):
        return None
    before = verb.passage.text[: verb.clause.start]
    last = max((match.end() for match in phrase("plan-again").finditer(before)), default=0)
    if phrase("another-document").search(before, last) or phrase("business").search(before, last):
        return None
    return plan if _is_spoken_of(context, topic) else None


def _only_plan(context: Context) -> Mention | None:
    """The plan of a paper that names one alone, where councils dealt with it on the paper's day."""
    ids, day = context.plans.ids(), context.paper.date
    period = ids[0].period if len(ids) == 1 else None
    if len(ids) != 1 or (day and period and not is_handled(period, day)):
        return None
    return next((each for each in context.plans.mentions if each.is_plan), None)


def _is_spoken_of(context: Context, topic: Topic) -> bool:
    """Whether the plan is spoken of anywhere in an item, by its name or as "načrt"."""
    item = (each for each in context.paper.passages if context.topics[each.id].heading is topic.heading)
    return any(tags_of(each, "plan") or phrase("plan-by-name").search(each.text) for each in item)


def _names_last(before: str, verb: Verb) -> bool | None:
    """Whether "načrt" was said, and behind it no other document for which the pronoun can stand; else ``None``."""
    named = list(phrase("plan-again").finditer(before))
    if not named:
        return None
    others = [each.end() for each in phrase("another-kind-of-plan").finditer(before)]
    return max(others, default=0) < named[-1].end() and _is_last(before, named[-1].end(), verb)


def _is_last(text: str, start: int, verb: Verb) -> bool:
    """Whether no document is named from a place on that the pronoun of a verb can stand for."""
    feminine = phrase("said-of-feminine").search(verb.words)
    masculine = phrase("said-of-masculine").search(verb.words)
    if not feminine and phrase("another-kind-of-plan").search(text, start):
        return False  # "Direktor je predstavil poslovni načrt. Svet ga je potrdil."
    others = (other.group() for other in phrase("another-document").finditer(text, start))
    single = (each for each in others if not phrase("several-documents").match(each))
    kinds = [bool(phrase("feminine-document").match(each)) for each in single]
    return not any((is_feminine and not masculine) or (not is_feminine and not feminine) for is_feminine in kinds)


def _ends_with(mention: Mention) -> bool:
    """Whether nothing else is spoken of in a paragraph after the plan's name."""
    return not phrase("another-document").search(mention.passage.text, mention.tag.evidence.end)
