"""What news and letters tell of other business without saying who decided it: "Sprejeli so tudi rebalans."."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rinsearch.clauses import sentences_before
from rinsearch.compose.acts.acts import Act
from rinsearch.compose.acts.references import object_of
from rinsearch.compose.paper import COUNCIL
from rinsearch.compose.subjects.bodies import nearest_body
from rinsearch.compose.subjects.clause_kinds import is_active, is_main
from rinsearch.compose.subjects.subjects import subject_of
from rinsearch.compose.verbs.marks import marks_of
from rinsearch.compose.verbs.objects import names_nothing
from rinsearch.compose.verbs.verbs import PROCEDURE, SUBSTANCE, Context, Verb, verbs_of
from rinsearch.records import DocumentKind, EventStatus
from rinsearch.taxonomy.phrases import phrase


def told(context: Context, acts: Sequence[Act]) -> Iterator[Act]:
    """The acts of the paper's own council that are told without a subject, and are about no plan."""
    paper = context.paper
    if paper.issuer is None or paper.body != COUNCIL or paper.kind not in (DocumentKind.NEWS, DocumentKind.LETTER):
        return
    judged = {(act.verb.passage.id, act.verb.sentence.start) for act in acts}
    for passage in paper.passages:
        for verb in (each for verbs in verbs_of(passage) for each in verbs):
            if (passage.id, verb.sentence.start) not in judged and _is_told(context, verb):
                yield Act(verb, subject_of(verb), verb.says, None, None, (paper.issuer,), False, recommended=False)


def _is_told(context: Context, verb: Verb) -> bool:
    """Whether a main clause tells of the past what was decided about something else than the plan."""
    if verb.is_noun or verb.says not in (*SUBSTANCE, *PROCEDURE) or not verb.is_past or verb.is_finite:
        return False
    refused = frozenset({"negated"}) if verb.says == EventStatus.REJECTED else frozenset()
    if marks_of(context, verb) - refused or not is_main(verb) or names_nothing(verb):
        return False
    if is_active(verb) and phrase("pronoun-object").search(verb.words):
        return False  # what it stands for may be the plan
    return _is_councils(context, verb) and not _is_about_plan(context, verb)


def _is_about_plan(context: Context, verb: Verb) -> bool:
    """Whether it is about a plan; "Zadnjo točko, nakup vile, je umaknil." names something else itself."""
    mention, _ = object_of(context, verb)
    if mention is None:
        return False
    own = mention.passage.id == verb.passage.id and verb.sentence.start <= mention.start < verb.sentence.end
    return own or verb.says not in PROCEDURE or not phrase("business").search(verb.words)


def _is_councils(context: Context, verb: Verb) -> bool:
    """Whether nobody else did it: in news the council of which they tell, in a letter "na isti seji"."""
    subject = subject_of(verb)
    if subject.municipalities or subject.kind not in ("none", "mayor"):
        return False
    if context.paper.kind is DocumentKind.LETTER and not phrase("at-that-session").search(verb.statement):
        return False
    if subject.kind == "mayor":
        return verb.says in PROCEDURE
    if is_active(verb) and _goes_on_with_another(verb):
        return False
    return bool(phrase("done-by-nobody").search(verb.words) or phrase("done-by-one").search(verb.words))


def _goes_on_with_another(verb: Verb) -> bool:
    """Whether the sentence before tells of another body: "Člani odbora so se sestali. Potrdili so program dela."."""
    return body_before(verb) == "other"


def body_before(verb: Verb) -> str | None:
    """The kind of the body of which the sentence before tells, in the same passage."""
    text = verb.passage.text
    before = sentences_before(text, verb.sentence.start)[-1:]
    found = nearest_body(text, before[0], before[0].end) if before else None
    return found.kind if found else None
