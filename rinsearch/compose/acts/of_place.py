"""Words that tell of a council only where one is named, or in its own item: "V Apačah bo točka na vrsti februarja"."""

from __future__ import annotations

from rinsearch.compose.paper import COUNCIL, tags_between
from rinsearch.compose.subjects.own_letters import is_own_letter, is_writers_word
from rinsearch.compose.subjects.subjects import Subject
from rinsearch.compose.verbs.verbs import DECIDING, Context, Verb
from rinsearch.taxonomy.phrases import phrase

OF_PLACE = frozenset({"decision.obravnava-bo", "decision.na-vrsti", "decision.priti-na-sejo"})


def is_of_nobody(context: Context, verb: Verb, subject: Subject) -> bool:
    """Whether such words tell of no council: outside of the item on the plan in a council's own minutes."""
    if verb.tag.evidence.rule not in OF_PLACE or subject.municipalities:
        return False
    own = context.paper.kind in DECIDING and context.paper.body == COUNCIL and context.paper.issuer is not None
    if is_own_letter(context.paper) and is_writers_word(verb):
        return bool(tags_between(verb.passage, "municipality", verb.sentence.start, verb.start))
    topic, named = context.topics[verb.passage.id], tags_between(verb.passage, "municipality", 0, verb.start)
    opens = topic.heading is verb.passage  # "Prihodnji mesec bo na vrsti še regijski načrt.": told under something else
    return not own or opens or not topic.is_on_plan or bool(named)


def is_of_item(verb: Verb) -> bool:
    """Whether the turn that will come is that of the item at hand, for nothing else is named: "Na vrsto pride"."""
    return verb.tag.evidence.rule in OF_PLACE and not phrase("business").search(verb.words)
