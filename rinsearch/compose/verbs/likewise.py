"""What "enako so storili v Metliki" stands for: the verb before it that decides something."""

from __future__ import annotations

from collections.abc import Sequence

from rinsearch.clauses import sentences
from rinsearch.compose.verbs.verbs import PROCEDURE, SUBSTANCE, Context, Verb, verbs_of
from rinsearch.records import Passage, PassageKind
from rinsearch.taxonomy.phrases import phrase

PASSAGES = 2  # points of a resolution back: "Sklep 2/a: …", "Sklep 2/b: Enak sklep sprejme tudi …"


def verb_before(context: Context, verb: Verb) -> Verb | None:
    """The verb that "enako so storili v Metliki" stands for: the last one before it that decides something."""
    here = _last([each for verbs in verbs_of(verb.passage) for each in verbs if each.start < verb.start])
    goes_on = verb.passage.kind is PassageKind.ITEM or phrase("same-resolution").search(verb.words)
    found = here or (_of_point_above(context, verb) if goes_on else None)
    return None if found is None or _does_else(verb, found) else found


def _last(verbs: Sequence[Verb]) -> Verb | None:
    decides = (each for each in reversed(verbs) if each.says in (*SUBSTANCE, *PROCEDURE) and not each.is_noun)
    return next(decides, None)


def _of_point_above(context: Context, verb: Verb) -> Verb | None:
    """The verb of the point above in the same item, where a resolution is the same as the one before."""
    place = context.position(verb.passage)
    for passage in reversed(context.paper.passages[max(0, place - PASSAGES) : place]):
        if not _goes_together(context, passage, verb.passage):
            return None
        if found := _last([each for verbs in verbs_of(passage) for each in verbs]):
            return found
    return None


def _goes_together(context: Context, above: Passage, passage: Passage) -> bool:
    same = context.topics[above.id].heading is context.topics[passage.id].heading
    return same and above.kind not in (PassageKind.ROW, PassageKind.HEADING)


def _does_else(verb: Verb, before: Verb) -> bool:
    """Whether a council did something else between: "Svet se je seznanil. Naročil je poročilo. Enako so v …"."""
    if before.passage.id != verb.passage.id:
        return False
    between = (part for part in sentences(verb.passage.text) if before.sentence.end <= part.start < verb.sentence.start)
    return any(phrase("ordered-else").search(verb.passage.text, part.start, part.end) for part in between)
