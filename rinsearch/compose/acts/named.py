"""The plan that the sentence of a verb names itself."""

from __future__ import annotations

from rinsearch.clauses import sentences
from rinsearch.compose.paper import tags_between
from rinsearch.compose.plans.plans import Mention
from rinsearch.compose.verbs.objects import names_nothing
from rinsearch.compose.verbs.verbs import Context, Verb
from rinsearch.taxonomy.phrases import phrase


def named_in_sentence(context: Context, verb: Verb) -> Mention | None:
    """The first name behind the verb, else the last one before it."""
    start, end = verb.sentence.start, _end_of_named(verb)
    here = [m for m in context.plans.mentions if m.passage.id == verb.passage.id and start <= m.start < end]
    here = [m for m in here if not phrase("left-out").search(verb.passage.text, start, m.start)]
    behind = [m for m in here if m.start >= verb.start]
    own = [m for m in here if verb.clause.start <= m.start < verb.start and m.start < verb.clause.end]
    until = behind[0].start if behind else verb.start
    apart = until >= verb.clause.end or ";" in verb.passage.text[verb.start : until]
    if behind and not (own and apart):
        return behind[0]  # but in "se je z načrtom 2014–2016 seznanil; z novim pa še ne" its own clause names it
    return (own or here)[-1] if here else None


def _end_of_named(verb: Verb) -> int:
    """The end of the words in which a verb may name a plan: "Prejeto na znanje:" goes on behind its colon."""
    passage, sentence = verb.passage, verb.sentence
    leads = passage.text[: sentence.end].endswith(":") and not verb.is_finite and names_nothing(verb)
    behind = next((each for each in sentences(passage.text) if each.start >= sentence.end), None) if leads else None
    alone = behind and not tags_between(passage, "decision", behind.start, behind.end)
    return behind.end if behind and alone else sentence.end
