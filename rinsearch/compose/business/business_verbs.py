"""Other business by its verb: "Svet je podaljšal javni razpis.", "V svet zavoda je bila imenovana Ana Zajc."."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rinsearch.clauses import Slice, clauses, enclosing, sentences
from rinsearch.compose.acts.acts import Act, sentences_with
from rinsearch.compose.paper import COUNCIL, evidence_at, tags_between
from rinsearch.compose.subjects.clause_kinds import is_active, is_main
from rinsearch.compose.subjects.subjects import subject_of
from rinsearch.compose.verbs.marks import marks_of
from rinsearch.compose.verbs.verbs import DECIDING, Context, Verb
from rinsearch.records import DocumentKind, EventStatus, Municipality, Passage, PassageKind, Tag
from rinsearch.taxonomy.phrases import phrase

DONE = "decision.business-done"


def done_by_verb(context: Context, acts: Sequence[Act]) -> Iterator[Act]:
    """The acts of the paper's council that are told with a verb of business, in sentences that no act is in."""
    paper = context.paper
    if paper.issuer is None or paper.body != COUNCIL or paper.kind not in (*DECIDING, DocumentKind.NEWS):
        return
    judged = sentences_with(acts)
    for passage in paper.passages:
        running = passage.kind in (PassageKind.PARAGRAPH, PassageKind.ITEM) and not context.topics[passage.id].in_agenda
        for verb in _verbs(passage) if running else ():
            taken = any(map(verb.sentence.meets, judged.get(passage.id, ())))
            if not taken and _is_councils(context, verb):
                yield _act(paper.issuer, verb)


def _act(owner: Municipality, verb: Verb) -> Act:
    return Act(verb, subject_of(verb), EventStatus.ADOPTED, None, None, (owner,), reported=False, recommended=False)


def _verbs(passage: Passage) -> Iterator[Verb]:
    """The verbs of business of a passage, one for each sentence that has no wording of a decision."""
    if not phrase("business-done").search(passage.text):
        return
    for part in sentences(passage.text):
        match = phrase("business-done").search(passage.text, part.start, part.end)
        if match and not tags_between(passage, "decision", part.start, part.end):
            tag = Tag("decision", EventStatus.ADOPTED.value, evidence_at(passage, *match.span("verb"), DONE))
            pieces = clauses(passage.text, part.start, part.end)
            yield Verb(passage, part, enclosing(pieces, match.start("verb")), pieces, tag)


def _is_councils(context: Context, verb: Verb) -> bool:
    """Whether a main clause tells of the council, or in news of nobody, and of no plan and no other day."""
    if (
        marks_of(context, verb)
        or not verb.is_past
        or verb.beside("date")
        or _names_plan(context, verb.passage, verb.sentence)
    ):
        return False
    if not is_main(verb):
        return False
    subject = subject_of(verb)
    nobody = not is_active(verb) and subject.kind == "none" and context.paper.kind is DocumentKind.NEWS
    own = not subject.municipalities or subject.municipalities == (context.paper.issuer,)
    return own and (subject.kind == "council" or nobody)


def _names_plan(context: Context, passage: Passage, part: Slice) -> bool:
    return context.plans.names_plan(passage, part) or bool(
        phrase("goes-on-about-plan").search(passage.text, part.start, part.end)
    )
