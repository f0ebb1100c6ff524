"""Whether the plan was spoken of last, so that a pronoun, or nothing at all, stands for it."""

from __future__ import annotations

from rinsearch.compose.plans import Mention
from rinsearch.compose.topics import Topic
from rinsearch.compose.verbs import Context, Verb
from rinsearch.records import PassageKind
from rinsearch.taxonomy.phrases import phrase


def follows_a_name(context: Context, topic: Topic, verb: Verb) -> bool:
    """Whether the plan was spoken of last, here or at the end of the paragraph before: then "ga" is the plan."""
    before = verb.passage.text[: verb.clause.start]
    own = [each for each in topic.mentions if each.passage.id == verb.passage.id and each.start < verb.clause.start]
    if own:
        return _is_last(before, own[-1].tag.evidence.end, verb)
    if (named := _names_last(before, verb)) is not None:
        return named
    here = context.position(verb.passage)
    above = context.paper.passages[here - 1] if here else None
    if before.strip(" •–-*") or above is None or above.kind in (PassageKind.HEADING, PassageKind.ROW):
        return False
    ends = any(each.passage.id == above.id and _ends_with(each) for each in topic.mentions)
    return ends or bool(_names_last(above.text, verb))


def _names_last(before: str, verb: Verb) -> bool | None:
    """Whether "načrt" was said, and behind it no other document for which the pronoun can stand; else ``None``."""
    named = list(phrase("plan-again").finditer(before))
    if not named:
        return None
    return _is_last(before, named[-1].end(), verb)


def _is_last(text: str, start: int, verb: Verb) -> bool:
    """Whether no document is named from a place on that the pronoun of a verb can stand for."""
    feminine = phrase("said-of-feminine").search(verb.words)
    masculine = phrase("said-of-masculine").search(verb.words)
    others = (other.group() for other in phrase("another-document").finditer(text, start))
    single = (each for each in others if not phrase("several-documents").match(each))
    kinds = [bool(phrase("feminine-document").match(each)) for each in single]
    return not any((is_feminine and not masculine) or (not is_feminine and not feminine) for is_feminine in kinds)


def _ends_with(mention: Mention) -> bool:
    """Whether nothing else is spoken of in a paragraph after the plan's name."""
    return not phrase("another-document").search(mention.passage.text, mention.tag.evidence.end)
