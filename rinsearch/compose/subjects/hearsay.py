"""Whether a clause only tells what somebody said or wrote: "Povedali so, da so se z načrtom seznanili"."""

from __future__ import annotations

from rinsearch.compose.paper import COUNCIL, Paper
from rinsearch.compose.subjects.own_letters import is_own_letter, is_writers_word
from rinsearch.compose.subjects.subjects import Subject
from rinsearch.compose.verbs.moved import is_moved
from rinsearch.compose.verbs.verbs import DECIDING, PROCEDURE, Context, Verb
from rinsearch.taxonomy.phrases import phrase


def is_hearsay(context: Context, verb: Verb, subject: Subject, marks: frozenset[str]) -> bool:
    """ "Povedali so, da so se z načrtom seznanili": who did is not said."""
    subordinate = phrase("subordinate-clause").match(verb.passage.text, verb.clause.start)
    if subject.municipalities or phrase("performative").search(verb.tag.evidence.quote):
        return False  # "Povedala je, da so v Kopru načrt vzeli na znanje"
    settled = verb.is_resolved or verb.is_refused or is_moved(verb) or _is_led(context, verb)
    settled = settled or is_movers(context.paper, verb) or (is_own_letter(context.paper) and is_writers_word(verb))
    return bool(subordinate) and not settled and not marks & {"proposed", "recommended", "imposed"}


def is_movers(paper: Paper, verb: Verb) -> bool:
    """Whether who laid the item before the council says that it is taken off: "Župan je povedal, da točko umika"."""
    taken = paper.kind in DECIDING and paper.body == COUNCIL and verb.says in PROCEDURE
    return taken and bool(phrase("mover-says").search(verb.governor))


def _is_led(context: Context, verb: Verb) -> bool:
    """Whether the lead-in above says that what begins with "da" was resolved: "Svet je sklenil:", "– da se seznani"."""
    first = verb.clause.start == verb.sentence.start
    lead = verb.sentence.lead or context.above(verb.passage)
    return first and bool(phrase("resolved-that").search(lead.rstrip(" :*")) and phrase("past").search(lead))
