"""What "enako so storili v Metliki" stands for: the verb before it that decides something."""

from __future__ import annotations

from rinsearch.clauses import sentences
from rinsearch.compose.verbs.verbs import PROCEDURE, SUBSTANCE, Verb, verbs_of
from rinsearch.taxonomy.phrases import phrase


def verb_before(verb: Verb) -> Verb | None:
    """The verb that "enako so storili v Metliki" stands for: the last one before it that decides something."""
    here = [each for verbs in verbs_of(verb.passage) for each in verbs if each.start < verb.start]
    decides = (each for each in reversed(here) if each.says in (*SUBSTANCE, *PROCEDURE) and not each.is_noun)
    found = next(decides, None)
    return None if found is None or _does_else(verb, found) else found


def _does_else(verb: Verb, before: Verb) -> bool:
    """Whether a council did something else between: "Svet se je seznanil. Naročil je poročilo. Enako so v …"."""
    between = (part for part in sentences(verb.passage.text) if before.sentence.end <= part.start < verb.sentence.start)
    return any(phrase("ordered-else").search(verb.passage.text, part.start, part.end) for part in between)
