"""Two plans of one region in one paper, told apart by their order alone: "prvi … drugi", "oba", "pri prvem načrtu"."""

from __future__ import annotations

from collections.abc import Iterator

from rinsearch.compose.plans.plans import Mention, Resolved
from rinsearch.compose.subjects.clause_kinds import is_active
from rinsearch.compose.verbs.verbs import SUBSTANCE, Context, Verb
from rinsearch.taxonomy.phrases import phrase

ORDINALS = ("prv", "drug")


def by_order(context: Context, verb: Verb) -> tuple[Mention, tuple[Resolved, ...]] | None:
    """The plan that is called "prvi" or "drugi", in an item about two: "Prvi je bil vzet na znanje"."""
    found = phrase("one-of-two").match(verb.words)
    if found is None or (found["subject"] is not None and is_active(verb)):
        return None  # "Prvi se je z njim seznanil odbor"
    pair = list(_pair(context, verb))
    return pair[ORDINALS.index(found["which"].lower())] if len(pair) == len(ORDINALS) else None


def both(context: Context, verb: Verb, mention: Mention) -> tuple[Resolved, ...]:
    """The two plans of a paper, where "oba" says that both are meant; else none."""
    if verb.says not in SUBSTANCE or not mention.is_plan or not phrase("both-plans").search(verb.words):
        return ()
    if phrase("another-document").search(verb.words):
        return ()
    named = [each for each in context.plans.ids() if each.period]
    if len(named) != len(ORDINALS) or len({each.region for each in named}) > 1 or not _is_of_two(context, verb):
        return ()
    found = (Resolved(each.id, mention.object, not mention.regions) for each in named)
    return tuple(sorted(found, key=lambda each: each.plan or ""))


def pair_meant(context: Context, verb: Verb) -> Mention | None:
    """The name of both plans in the heading of an item, where the clause only says "oba"."""
    item = context.topics[verb.passage.id].reference
    return item if item and both(context, verb, item) else None


def _is_of_two(context: Context, verb: Verb) -> bool:
    """Whether the sentence gives two periods, or the item two plans: "oba" may be the plan and a report on it."""
    item = context.topics[verb.passage.id].reference
    named = item.tag.evidence.quote if item and item.is_plan else ""
    return len({tag.value for tag in verb.beside("period")}) > 1 or bool(phrase("several-plans").search(named))


def _pair(context: Context, verb: Verb) -> Iterator[tuple[Mention, tuple[Resolved]]]:
    """The plans that the item and the paragraph of a verb name, each once and in their order."""
    plans, topic = context.plans, context.topics[verb.passage.id]
    own = (each for each in plans.mentions if each.passage.id == verb.passage.id)
    seen: set[str | None] = set()
    for mention in (*topic.mentions, *own):
        for each in plans.resolve(mention):
            if mention.is_plan and (mention.periods or plans.held.get(mention.place)) and each.plan not in seen:
                seen.add(each.plan)
                yield mention, (each,)
