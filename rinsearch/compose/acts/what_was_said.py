"""What somebody only said: "s tem" stands for it, and not for the plan of the item; and a member decides nothing."""

from __future__ import annotations

from rinsearch.clauses import Slice, sentences, sentences_before
from rinsearch.compose.paper import tags_between
from rinsearch.compose.verbs.objects import names_nothing
from rinsearch.compose.verbs.verbs import SUBSTANCE, Context, Verb
from rinsearch.records import EventStatus, Passage
from rinsearch.taxonomy.phrases import phrase

LONGEST_SPEECH = 1500  # characters from the name of a speaker to what is looked at
AGREEING = frozenset({"decision.strinjati-se", "decision.soglasati"})


def agrees_with_another(context: Context, verb: Verb) -> bool:
    """Whether one agrees with what decides nothing: "Meni, naj se o tem izreče odbor. S tem se strinjajo vsi."."""
    supports = verb.says == EventStatus.ADOPTED and phrase("supports-proposal").search(verb.words)
    if not (supports or verb.tag.evidence.rule in AGREEING) or verb.clause.start > verb.sentence.start:
        return False
    passage, part = _said_before(context, verb)
    if passage is None or _decides(passage, part):
        return False
    proposed = phrase("somebody-proposes").search(passage.text, part.start, part.end)
    return bool(phrase("with-that").search(verb.words) or (proposed and (supports or names_nothing(verb))))


def is_said_by_member(verb: Verb) -> bool:
    """Whether a member of the council tells of it: "Svetnik Vzorec: »Saj smo se z načrtom že seznanili!«".

    What the chair finds ("Ugotavljam, da smo se seznanili") is another thing.
    """
    if not phrase("we-did").search(verb.words):
        return False
    text = verb.passage.text
    speakers = list(phrase("member-speaks").finditer(text, max(0, verb.start - LONGEST_SPEECH), verb.start))
    return bool(speakers) and not phrase("label-of-speech").search(text, speakers[-1].end(), verb.start)


def _said_before(context: Context, verb: Verb) -> tuple[Passage | None, Slice]:
    """The sentence before a verb's own, in its item; no passage where there is none."""
    if earlier := sentences_before(verb.passage.text, verb.sentence.start):
        return verb.passage, earlier[-1]
    here = context.position(verb.passage)
    above = context.paper.passages[here - 1] if here else None
    if above is None or above is context.topics[verb.passage.id].heading:
        return None, verb.sentence
    return above, sentences(above.text)[-1]


def _decides(passage: Passage, part: Slice) -> bool:
    """Whether a sentence says that something is to be adopted or noted."""
    tags = tags_between(passage, "decision", part.start, part.end)
    return any(EventStatus(tag.value) in SUBSTANCE for tag in tags)
