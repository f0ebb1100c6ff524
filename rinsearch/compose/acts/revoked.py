"""What a resolution was that is revoked: "… je preklical sklep, s katerim se je seznanil z načrtom"."""

from __future__ import annotations

from rinsearch.compose.verbs.objects import REVOKING
from rinsearch.compose.verbs.verbs import Verb, verbs_of_sentence
from rinsearch.taxonomy.phrases import phrase


def is_revoked(verb: Verb) -> bool:
    """Whether a clause only says what the revoked resolution was."""
    text, clause = verb.passage.text, verb.clause
    by_which = phrase("resolution-by-which").match(text, clause.start)
    return bool(by_which and phrase("resolution-revoked").search(text[verb.sentence.start : clause.start]))


def revoked_act(verb: Verb) -> Verb | None:
    """The verb of the resolution that a verb of its sentence revokes."""
    if verb.tag.evidence.rule not in REVOKING:
        return None
    return next((each for each in verbs_of_sentence(verb) if each.start > verb.start and is_revoked(each)), None)
