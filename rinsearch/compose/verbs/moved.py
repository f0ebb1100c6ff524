"""Motions to put off or withdraw an item: "Podala je predlog, da se točka preloži", "Glasovali so o tem, da …"."""

from __future__ import annotations

from rinsearch.compose.verbs.verbs import PROCEDURE, Verb
from rinsearch.taxonomy.phrases import phrase


def is_moved(verb: Verb) -> bool:
    """Whether a clause says what was moved, and not that it was resolved: whether it was carried is told behind it."""
    if verb.says not in PROCEDURE or verb.is_noun or verb.is_resolved or verb.is_refused:
        return False
    return phrase("moves-that").search(verb.governor) is not None
