"""What a council plans to deal with in the year: a list below "Program dela", in which nothing was resolved yet."""

from __future__ import annotations

from rinsearch.compose.verbs.verbs import DECIDING, SUBSTANCE, Context, Verb
from rinsearch.records import PassageKind
from rinsearch.taxonomy.phrases import phrase


def is_planned(context: Context, verb: Verb) -> bool:
    """Whether a line of a programme of work tells what is to come: "- februar: svet se seznani z načrtom"."""
    passage = verb.passage
    listed = passage.kind in (PassageKind.ITEM, PassageKind.ROW) and context.paper.kind in DECIDING
    if not listed or verb.says not in SUBSTANCE or verb.is_past:
        return False
    heading = context.topics[passage.id].heading
    above = (context.above(passage), *passage.section[-1:], heading.text if heading else "")
    return any(phrase("programme-of-work").search(each) for each in above)
