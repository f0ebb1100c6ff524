"""The plan that a region's plan is itself, where it tells what councils did: "… je predlog umaknil z dnevnega reda"."""

from __future__ import annotations

from rinsearch.clauses import sentences_before
from rinsearch.compose.plans.plans import Mention
from rinsearch.compose.subjects.subjects import subject_of
from rinsearch.compose.verbs.verbs import Context, Verb
from rinsearch.records import DocumentKind, PassageKind
from rinsearch.taxonomy.phrases import phrase

OTHERS = ("another-document", "another-kind-of-plan", "business", "of-something-proposed")


def plan_itself(context: Context, verb: Verb) -> Mention | None:
    """The only plan of a region's plan, of which a council's "predlog", "glasovanje" or "ga" is spoken of."""
    paper = context.paper
    if paper.kind is not DocumentKind.PLAN or paper.issuer or len(context.plans.ids()) != 1:
        return None
    if verb.is_noun or verb.passage.kind is PassageKind.ROW or not _is_of_councils(verb):
        return None
    return next((each for each in context.plans.mentions if each.is_plan), None)


def _is_of_councils(verb: Verb) -> bool:
    """Whether a council deals with what is called "predlog" or "ga", and nothing else is named here or right before."""
    subject = subject_of(verb)
    if subject.kind != "council" or not subject.municipalities:
        return False
    text, sentence = verb.passage.text, verb.sentence
    said = phrase("put-to-councils").sub(" ", text[sentence.start : sentence.end])
    if said == text[sentence.start : sentence.end] and not phrase("it-alone").search(verb.words):
        return False
    before = sentences_before(text, sentence.start)[-1:]
    parts = [said, *(phrase("put-to-councils").sub(" ", text[each.start : each.end]) for each in before)]
    return not any(phrase(name).search(part) for part in parts for name in OTHERS)
