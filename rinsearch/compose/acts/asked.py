"""Questions that are answered right behind: "Ali se je svet z načrtom seznanil? DA, 17. 10. 2017"."""

from __future__ import annotations

from rinsearch.compose.verbs.verbs import DECIDING, Context, Verb
from rinsearch.taxonomy.phrases import phrase

REACH = 160  # characters of the rest of a question, and of its answer
DOUBTS = frozenset({"conditional", "unresolved", "hearsay"})  # what a question is by itself


def as_answered(context: Context, verb: Verb, marks: frozenset[str]) -> frozenset[str]:
    """The marks of a verb without the doubt of a question that a form or letter answers with yes.

    In minutes whoever asks and answers speaks of something that the minutes themselves will tell.
    """
    if not marks & DOUBTS or context.paper.kind in DECIDING or not verb.is_past:
        return marks
    text, end = verb.passage.text, verb.tag.evidence.end
    behind = text[end:]
    if "?" not in behind or len(behind) > REACH or not phrase("asks-whether").match(text, verb.sentence.start):
        return marks
    if behind.rstrip(' »"').endswith("?"):
        here = context.position(verb.passage)
        behind = " ".join((behind, *(each.text for each in context.paper.passages[here + 1 : here + 2])))
    affirmed = len(behind) <= 2 * REACH and phrase("answered-yes").fullmatch(behind)
    return marks - DOUBTS if affirmed else marks
