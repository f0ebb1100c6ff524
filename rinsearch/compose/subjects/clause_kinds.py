"""What kind of clause a verb stands in, and whether it says who did it."""

from __future__ import annotations

from rinsearch.clauses import Slice
from rinsearch.compose.verbs.verbs import Verb
from rinsearch.taxonomy.phrases import phrase


def is_relative(text: str, clause: Slice) -> bool:
    """Whether a clause begins with a relative pronoun."""
    return bool(phrase("relative-clause").match(text, clause.start))


def is_main(verb: Verb) -> bool:
    """Whether a verb stands in a main clause, and not behind "ki" or "da"."""
    text, clause = verb.passage.text, verb.clause
    return not (is_relative(text, clause) or phrase("subordinate-clause").match(text, clause.start))


def is_active(verb: Verb) -> bool:
    """Whether a participle says who did it ("sprejeli so"), and not what was done ("so bili sprejeti")."""
    return verb.tag.evidence.quote.rstrip("aoie").endswith("l")
