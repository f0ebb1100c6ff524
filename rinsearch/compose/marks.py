"""What stands around a verb and changes its meaning: proposed, recommended, future, conditional, negated."""

from __future__ import annotations

import re

from rinsearch.compose.paper import tags_between
from rinsearch.compose.verbs import DECIDING, Context, Verb
from rinsearch.compose.votes import outcome_in
from rinsearch.taxonomy.phrases import phrase
from rinsearch.taxonomy.wordings import qualifiers

DENIAL_REACH = 60  # characters: " To ne drži."
COORDINATOR = re.compile(r"\s(?:in|ter)\s")


def marks_of(context: Context, verb: Verb) -> frozenset[str]:
    """The names of the qualifiers that hold for a verb."""
    lead, passage = verb.sentence.lead, verb.passage
    above = " \n ".join((*passage.section[-2:], context.leads.get(passage.id, ""), lead)).lower()
    before = f"{lead} {passage.text[verb.sentence.start : verb.start]}".lower()
    places = {
        "heading": above,
        "before": before if verb.is_noun else _governing(before),
        "opening": verb.words.lower(),
        "after": passage.text[verb.sentence.end : verb.sentence.end + DENIAL_REACH].lower(),
        "clause": own_words(verb).lower(),
    }
    return frozenset(each.name for each in qualifiers() if each.pattern.search(places[each.where]))


def _governing(before: str) -> str:
    """The part of a sentence that governs a clause with "da": what stands before that word."""
    parts = phrase("clause-governed").split(before)
    wish = phrase("wish").search(before) if len(parts) > 1 else None
    return " ".join(parts[:-1]) + (f" {wish.group()}" if wish else "")


def own_words(verb: Verb) -> str:
    """The clause without what is only joined to the verb by "in".

    "so se seznanili in nanj niso imeli pripomb" is not negated. What stands before holds where the verb has no
    auxiliary of its own: "bo načrt obravnaval in se z njim seznanil" is future.
    """
    text, clause = verb.passage.text, verb.clause
    breaks = [match.start() for match in COORDINATOR.finditer(text, clause.start, clause.end)]
    end = next((place for place in breaks if place >= verb.tag.evidence.end), clause.end)
    start = next((place for place in reversed(breaks) if place < verb.start), clause.start)
    whole = not verb.is_finite and not phrase("auxiliary").search(text, start, end)
    return text[clause.start if whole else start : end]


def is_presented(context: Context, verb: Verb, marks: frozenset[str]) -> bool:
    """Whether a noun ("Seznanitev z načrtom") is put as a resolution: under that heading, proposed, or voted on."""
    topic = context.topics[verb.passage.id]
    if topic.in_agenda:
        return False
    if marks & {"proposed", "recommended"}:
        return True
    above = (verb.sentence.lead, context.leads.get(verb.passage.id, ""), *verb.passage.section[-1:])
    if any(phrase("resolution-alone").fullmatch(each) for each in above if each):
        return True
    voted = tags_between(verb.passage, "vote", verb.sentence.start, verb.sentence.end)
    return context.paper.kind in DECIDING and bool(voted or outcome_in(f"sklep je {verb.words}"))
