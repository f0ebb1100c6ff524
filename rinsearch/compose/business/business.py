"""Decisions of a council on other business than the plan: minutes, ordinances, appointments, sales, prices."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rinsearch.clauses import Slice
from rinsearch.compose.acts.acts import Act, sentences_with
from rinsearch.compose.ballots.voted_places import voted_in
from rinsearch.compose.business.business_verbs import DONE, done_by_verb
from rinsearch.compose.business.told_business import body_before, told
from rinsearch.compose.paper import COUNCIL, evidence_at, tags_between
from rinsearch.compose.subjects.clause_kinds import is_active, is_main
from rinsearch.compose.subjects.subjects import Subject, subject_of
from rinsearch.compose.verbs.marks import marks_of
from rinsearch.compose.verbs.objects import names_nothing
from rinsearch.compose.verbs.resolution_places import resolutions_in, tells_earlier
from rinsearch.compose.verbs.verbs import DECIDING, PROCEDURE, SUBSTANCE, Context, Verb
from rinsearch.records import DocumentKind, EventStatus, Passage, PassageKind, Tag
from rinsearch.taxonomy.phrases import phrase
from rinsearch.taxonomy.wordings import meanings

BEFORE_SESSION = (DocumentKind.AGENDA, DocumentKind.MEMO)  # kinds of papers that are written for a session
PLACED = "decision.in-place"
SETTLING = frozenset(each.value for each in (*SUBSTANCE, *PROCEDURE))


def is_business(context: Context, act: Act) -> bool:
    """A council's decision about something else: said of the council, under a resolution, or of nobody in minutes."""
    if act.verb.tag.evidence.rule in (PLACED, DONE):
        return True
    if act.status == EventStatus.SCHEDULED or phrase("certifies").search(act.verb.statement) or _states(act):
        return False
    if act.reported:
        return _is_anothers(act) or (context.tells_earlier(act.verb.passage) and _is_placed(context, act))
    paper = context.paper
    if paper.kind == DocumentKind.NEWS and _says_neither_who_nor_what(act.verb):
        return False
    if act.subject.is_council or paper.kind == DocumentKind.DECISION or _is_proposed(context, act):
        return True
    if paper.kind in (DocumentKind.NEWS, DocumentKind.LETTER) and act.subject.kind in ("none", "mayor"):
        return True
    headed = phrase("resolution-begun").search(act.verb.under)
    return paper.kind in DECIDING and bool(headed or _is_voted(act) or _is_of_nobody(context, act))


def _says_neither_who_nor_what(verb: Verb) -> bool:
    """Whether a sentence of news leaves both to the one before: "Sprejeli so jih z aplavzom."."""
    by_pronoun = is_active(verb) and phrase("pronoun-object").search(verb.words)
    return bool(by_pronoun) and subject_of(verb).kind == "none"


def _is_anothers(act: Act) -> bool:
    """Whether another council is said to have decided about something that is named."""
    verb = act.verb
    council = act.subject.kind == "council" or (act.subject.kind == "none" and verb.begins_entry)
    decided = council and (verb.is_past or verb.begins_entry) and act.status in (*SUBSTANCE, *PROCEDURE)
    if not decided or names_nothing(verb) or not is_main(verb) or phrase("plan-said").search(verb.statement):
        return False
    return bool(phrase("business").search(verb.words))


def is_result_alone(context: Context, act: Act) -> bool:
    """Whether a result is all that tells of a decision about other business: "4. Rebalans", "Sprejet z 10 glasovi"."""
    verb = act.verb
    begins = verb.clause.start == verb.sentence.start or verb.passage.text[: verb.clause.start].rstrip().endswith(";")
    decides = context.paper.kind in DECIDING and not act.reported and begins
    return decides and not is_about_plan(context, act.verb.passage) and act.subject.kind == "none"


def _is_proposed(context: Context, act: Act) -> bool:
    before = context.paper.kind in BEFORE_SESSION and act.status == EventStatus.PROPOSED
    return before and not act.recommended and _is_placed(context, act)


def _is_placed(context: Context, act: Act) -> bool:
    """Whether an act stands in the place of a resolution."""
    return any(part.start <= act.verb.start < part.end for part in resolutions_in(context, act.verb.passage))


def _is_voted(act: Act) -> bool:
    passage = act.verb.passage
    return bool(tags_between(passage, "vote", act.verb.sentence.start, len(passage.text)))


def _states(act: Act) -> bool:
    """Whether somebody confirms a fact, who is not the council: "Služba je potrdila, da je prišlo do pomote."."""
    behind = act.verb.passage.text[act.verb.tag.evidence.end :].lstrip(" ,")
    return behind.startswith("da ") and not act.subject.is_council


def _is_of_nobody(context: Context, act: Act) -> bool:
    """Whether a main clause says what was decided, and not by whom: "Zapisnik je potrjen.", "Odlok se sprejme."."""
    verb = act.verb
    if act.status not in (*SUBSTANCE, *PROCEDURE) or verb.clause.start > verb.sentence.start:
        return False
    if is_about_plan(context, verb.passage) and not phrase("business").search(verb.statement):
        return False  # in an item about the plan it is the plan that was adopted
    if act.subject.kind == "mayor":
        return act.status in PROCEDURE  # "Točko je župan umaknil."
    if "told" in marks_of(context, verb) or phrase("tells-of-the-session").search(verb.words):
        return False
    withdrawn = act.status == EventStatus.WITHDRAWN and verb.is_past  # "Predlog je zaradi manjkajoče ponudbe umaknil."
    said = withdrawn or bool(phrase("done-by-nobody").search(verb.words)) or _begins_cell(verb)
    return said or (bool(phrase("done-by-one").search(verb.words)) and body_before(verb) == "council")


def is_about_plan(context: Context, passage: Passage) -> bool:
    """Whether a passage stands in an item about a plan."""
    topic = context.topics[passage.id]
    return bool(topic.mentions or topic.inherited)


def _begins_cell(verb: Verb) -> bool:
    """Whether a verb is what a cell of a table says: "Občinski program varnosti | UMAKNJENO"."""
    return verb.passage.kind is PassageKind.ROW and verb.passage.text[: verb.start].rstrip(" *").endswith("|")


# --- by its place, whatever the verb ----------------------------------------------------------------------------------


def with_placed(context: Context, acts: Sequence[Act]) -> list[Act]:
    """The acts of a paper with those that no verb shows, but the place of a resolution in which they stand."""
    found = [_owned(context, act) for act in acts]
    judged = sentences_with(acts)
    for passage in context.paper.passages:
        here = judged.get(passage.id, ())
        row = passage.kind is PassageKind.ROW and here
        for part in () if row else resolutions_in(context, passage):
            if not any(map(part.meets, here)):
                found += _placed(context, passage, part)
    if context.paper.kind in DECIDING:
        known = [act for act in found if act.mention or act.is_result or _states(act) or is_business(context, act)]
        found += [act for passage, part in voted_in(context, known) for act in _placed(context, passage, part)]
    found += told(context, acts)
    found += done_by_verb(context, found)
    return sorted(found, key=lambda act: (context.position(act.verb.passage), act.verb.sentence.start))


def _owned(context: Context, act: Act) -> Act:
    """An act in the place of a resolution, which is the paper's council's whoever is named in it.

    As in "SKLEP 4: Občina Borovnica se podpre z 2.000 EUR." and in "župan | Potrdi se zapisnik." of a table.
    """
    issuer, elsewhere = context.paper.issuer, act.is_anothers or (act.reported and not act.verb.is_past)
    other = act.plan is None or act.plan.plan is None
    if not (elsewhere and other and issuer and context.paper.body == COUNCIL and context.paper.kind in DECIDING):
        return act
    if not _is_placed(context, act):
        return act
    return replace(act, subject=Subject("none", "", ()), municipalities=(issuer,), reported=False)


def _placed(context: Context, passage: Passage, part: Slice) -> Iterator[Act]:
    """The act of a resolution whose verb no list holds."""
    owner, verb = context.paper.issuer, _verb(passage, part)
    if owner is None or context.paper.body != COUNCIL or context.plans.names_plan(passage, part):
        return
    earlier = tells_earlier(context, passage)
    status = _status(context, verb, told=earlier)
    if status:
        yield Act(verb, Subject("none", "", ()), status, None, None, (owner,), earlier, recommended=False)


def _verb(passage: Passage, part: Slice) -> Verb:
    """The sentence as its own verb, with the status that its words have."""
    words = passage.text[part.start : part.end].lower()
    known = [tag.value for tag in tags_between(passage, "decision", part.start, part.end) if tag.value in SETTLING]
    said = [each.status for each in meanings() if each.pattern.search(words)]
    says = next(iter((*said, *known)), EventStatus.ADOPTED.value)
    tag = Tag("decision", says, evidence_at(passage, part.start, part.start, PLACED))
    return Verb(passage, part, part, (part,), tag)


def _status(context: Context, verb: Verb, *, told: bool) -> EventStatus | None:
    """Decided in minutes and where earlier resolutions are told; elsewhere and under "Predlog sklepa:" proposed."""
    marks = marks_of(context, verb)
    if "recommended" in marks and not phrase("let-it-be").search(verb.statement):
        return None  # "Predlog A:"
    proposed = "proposed" in marks or not (told or context.paper.kind in DECIDING)
    if proposed and not told and context.paper.kind not in (*DECIDING, *BEFORE_SESSION):
        return None
    return EventStatus.PROPOSED if proposed else verb.says
