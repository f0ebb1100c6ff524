"""Whether a clause names something that its verb could be about.

Inside an item about the plan a council "je soglasno potrdil" the plan; "je potrdil popravek" it did not. Without a
parser the words tell: of a clause without an object nothing is left but who acts, how, when, and words for the item.
"""

from __future__ import annotations

import re

from rinsearch.compose.paper import tags_between
from rinsearch.compose.verbs import Verb
from rinsearch.taxonomy.phrases import phrase

NO_OBJECTS = ("decision", "vote", "date", "session", "municipality")  # labels whose words are no object
_WORD = re.compile(r"[^\W_]+")


def names_nothing(verb: Verb) -> bool:
    """Whether the clause of a verb names nothing beside the item that is being dealt with.

    As in "Svet je po krajši razpravi soglasno sprejel predlagani sklep." and "Potrjeno z 12 glasovi."
    """
    text, clause = verb.passage.text, verb.clause
    words = clause.words(text)
    for label in NO_OBJECTS:
        for tag in tags_between(verb.passage, label, clause.start, clause.end):
            start, end = tag.evidence.start - clause.start, tag.evidence.end - clause.start
            words = f"{words[:start]}{' ' * (end - start)}{words[end:]}"
    words = phrase("adverbial").sub(" ", words)
    return all(phrase("no-object").fullmatch(word.group()) for word in _WORD.finditer(words))
