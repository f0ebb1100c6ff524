"""Several verbs of a sentence, each with its own object: "so sprejeli rebalans in se seznanili z načrtom".

Without a parser the order tells: a verb that has an object of its own does not share that of its neighbour.
"""

from __future__ import annotations

from rinsearch.clauses import Slice
from rinsearch.compose.verbs.marks import between_joints
from rinsearch.compose.verbs.objects import names_matter
from rinsearch.compose.verbs.verbs import PROCEDURE, Verb, verbs_of_sentence
from rinsearch.taxonomy.phrases import phrase


def is_of_neighbour(verb: Verb, start: int) -> bool:
    """Whether what begins at ``start`` is what another verb of the sentence is about, and this one has its own object.

    As in "so zavrnili vlogo, z načrtom pa so se seznanili" and "se je seznanil z načrtom, na koncu pa zavrnil vlogo".
    """
    others = [each for each in verbs_of_sentence(verb) if not each.is_noun and each.start != verb.start]
    if verb.is_noun or verb.says in PROCEDURE or not others or phrase("refers-to-it").search(_own_words(verb)):
        return False  # "se je z načrtom seznanil in ga vrača pripravljavcu"
    return _is_of_later(verb, start, others) if start > verb.start else _is_of_earlier(verb, start, others)


def _is_of_later(verb: Verb, start: int, others: list[Verb]) -> bool:
    """Whether it stands behind the verb's own object, with another verb before it or in its own clause."""
    text, behind = verb.passage.text, verb.tag.evidence.end
    joints = [each.start() for each in phrase("verb-joint").finditer(text, behind, start)]
    if not joints or not names_matter(verb, behind, joints[0]):
        return False
    nearer = [each for each in others if verb.start < each.start]
    owner = next((each for each in nearer if each.clause.holds(start) or each.start < start), None)
    # But in "Svet je podprl predlog odbora, da se z načrtom seznani" one verb governs the other.
    return owner is not None and not (owner.clause.start > verb.clause.start and _is_governed(owner))


def _is_of_earlier(verb: Verb, start: int, others: list[Verb]) -> bool:
    """Whether another verb stands beside it, and this one has its own object behind it or, in a clause apart, ahead."""
    text, behind = verb.passage.text, verb.tag.evidence.end
    owners = [each for each in others if each.start < verb.start and (each.clause.holds(start) or start < each.start)]
    if not owners or _is_governed(verb):
        return False
    following = phrase("verb-joint").search(text, behind, verb.clause.end)
    if phrase("business").search(text, behind, following.start() if following else verb.clause.end):
        return True
    return verb.clause.start > start and bool(phrase("business").search(text, verb.clause.start, verb.start))


def _own_words(verb: Verb) -> str:
    return Slice(*between_joints(verb)).words(verb.passage.text)


def _is_governed(verb: Verb) -> bool:
    """Whether a verb stands in a clause that another one governs: behind "da", "naj" or "ki"."""
    text, clause = verb.passage.text, verb.clause
    return any(phrase(name).match(text, clause.start) for name in ("subordinate-clause", "relative-clause"))
