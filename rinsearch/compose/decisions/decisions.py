"""Decisions and events of a paper: its verbs judged, votes and results attached, doubles folded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rinsearch.compose.acts.acts import Act, acts_of
from rinsearch.compose.acts.announcements import without_announcements
from rinsearch.compose.acts.carriers import BARE, LIKEWISE
from rinsearch.compose.acts.common_text import with_common_text
from rinsearch.compose.acts.gapped import with_gapped
from rinsearch.compose.acts.references import TO_KNOWLEDGE
from rinsearch.compose.acts.same_text import with_same_texts
from rinsearch.compose.ballots.ballots import Ballot, ballot_of
from rinsearch.compose.ballots.motions import motion_carried
from rinsearch.compose.ballots.shared_ballots import ballot_for
from rinsearch.compose.business.business import BEFORE_SESSION, is_business, is_result_alone, with_placed
from rinsearch.compose.decisions.agenda import scheduled
from rinsearch.compose.decisions.answers import announces, is_answer
from rinsearch.compose.decisions.circumstances import about, remarks_in, revoked, said_date, session_and_date
from rinsearch.compose.decisions.doubles import SETTLED, folded, numbered
from rinsearch.compose.decisions.events import events
from rinsearch.compose.decisions.for_later import as_put_off, is_for_later
from rinsearch.compose.decisions.listed import with_listed
from rinsearch.compose.decisions.noting import with_noted
from rinsearch.compose.decisions.requests import requests
from rinsearch.compose.decisions.validity import Validity, validity_of
from rinsearch.compose.heads.gazettes import papers_in
from rinsearch.compose.paper import Paper, evidence_at
from rinsearch.compose.plans.plan_times import find_plans
from rinsearch.compose.plans.plans import Plans
from rinsearch.compose.verbs.marks import marks_of
from rinsearch.compose.verbs.moved import is_moved
from rinsearch.compose.verbs.objects import RESOLUTION_ADOPTED, RESOLUTION_SENT
from rinsearch.compose.verbs.verbs import DECIDING, PROCEDURE, SUBSTANCE, Context, context_of
from rinsearch.records import (
    Decision,
    DocumentKind,
    Event,
    EventStatus,
    Municipality,
    Object,
    Status,
)
from rinsearch.taxonomy import members
from rinsearch.taxonomy.phrases import phrase

FOLLOWING = 8  # acts behind a resolution among which is the next one: results, amendments, parts of it


def find_decisions(paper: Paper, plans: Plans) -> tuple[tuple[Decision, ...], tuple[Event, ...]]:
    """The decisions about plans and about other business, and the events, in the order of the paper."""
    decisions: list[Decision] = []
    told: list[Event] = []
    for context in contexts_of(paper, plans):
        done = with_same_texts(context, without_announcements(acts_of(context)))
        acts = with_gapped(context, with_common_text(context, done))
        whole = with_noted(context, with_placed(context, acts))
        decided = with_listed(context, _decided(context, whole))
        decisions += folded([*decided, *scheduled(context), *requests(context.paper, context.plans)])
        told += events(context.paper, acts)
    return numbered(decisions, "d"), numbered(told, "e")


def contexts_of(paper: Paper, plans: Plans) -> list[Context]:
    """What judging needs of a paper; of a gazette of several municipalities of each one's part, with its own plans."""
    parts = papers_in(paper)
    return [context_of(each, plans if len(parts) == 1 else find_plans(each)) for each in parts]


def _decided(context: Context, acts: Sequence[Act]) -> list[Decision]:
    """What the acts decide; a resolution before somebody's advice to the same effect, for it is the better evidence."""
    found: list[tuple[bool, Decision]] = []
    validity = validity_of(context)
    for number, act in enumerate(acts):
        if not _is_decision(context, act) or is_answer(context, acts[:number], act):
            continue
        act = _as_headed(context, act)
        ballot = ballot_of(context, act, acts[number + 1 : number + 1 + FOLLOWING])
        if not _is_carried(context, act, ballot):
            continue
        act = as_put_off(context, act, ballot, acts)
        ballots = ((each, ballot_for(context, act, each, ballot)) for each in act.municipalities)
        found += [(act.recommended, _decision(validity, act, *pair)) for pair in ballots]
    ordered = sorted(found, key=lambda pair: pair[0])
    settled = [decision for recommended, decision in ordered if not recommended and decision.status in SETTLED]
    return [_unless_settled(decision, settled) if recommended else decision for recommended, decision in ordered]


def _unless_settled(moved: Decision, settled: Sequence[Decision]) -> Decision:
    """What somebody moved and lost rejects the plan only where the council did not then decide on it."""
    own = (moved.municipality, moved.plan, False)
    if moved.status is Status.REJECTED and any(
        (each.municipality, each.plan, each.reported) == own for each in settled
    ):
        return replace(moved, status=Status.PROPOSED)
    return moved


def _is_carried(context: Context, act: Act, ballot: Ballot) -> bool:
    """Whether what was moved was carried, by its ballot or as the words behind it say; other acts need no vote."""
    if _would_reject(act):
        return ballot.is_won
    if not _is_motion(context, act):
        return True
    somebodys = act.recommended or is_moved(act.verb)  # a ballot behind it may be on another's motion
    return motion_carried(context, act.verb) or (ballot.is_won and not somebodys)


def _would_reject(act: Act) -> bool:
    """ "Predlagal je, da svet načrt zavrne." """
    return act.recommended and act.status == EventStatus.PROPOSED and act.verb.says == EventStatus.REJECTED


def _is_motion(context: Context, act: Act) -> bool:
    """Whether an item is to be put off or withdrawn, and the sentence does not say itself that this was carried."""
    verb = act.verb
    if verb.says not in PROCEDURE or act.reported:
        return False
    moved = act.recommended or is_moved(verb) or "proposed" in marks_of(context, verb)
    return verb.is_noun or (moved and not verb.is_accepted)


# --- which acts are decisions -----------------------------------------------------------------------------------------


def _is_decision(context: Context, act: Act) -> bool:
    paper = context.paper
    if act.status == EventStatus.DISCUSSED or not act.municipalities or act.is_anothers or announces(paper, act):
        return False
    if act.subject.kind == "mayor" and act.status == EventStatus.SCHEDULED and paper.kind in DECIDING:
        return False  # "Načrt je na sejo uvrstila županja": at the session of which the paper itself tells
    # A region's plan has no council of its own; a municipality's programme may say who adopted it.
    own_of_plan = paper.kind == DocumentKind.PLAN and paper.issuer is None and not act.reported
    if own_of_plan or (act.mention is None and act.is_result and not is_result_alone(context, act)):
        return False
    if act.plan is None or act.plan.plan is None:
        return is_business(context, act)
    if act.reported and not act.names_plan and _is_of_another_region(paper, act):
        return False
    if act.subject.kind in ("municipality", "several"):
        return _is_of_its_council(act)
    if act.subject.kind == "none" and not act.reported and _is_state(context, act):
        return False
    if act.subject.kind == "none" and not act.reported:
        worded = paper.kind in DECIDING or act.quoted  # "Svet je sprejel sklep: Sprejme se načrt."
        return worded or act.status in (EventStatus.PROPOSED, EventStatus.SCHEDULED, *PROCEDURE)
    return True


def _is_of_another_region(paper: Paper, act: Act) -> bool:
    """Whether what a council is told to have dealt with would be the plan of a region that is not its own."""
    _, region, *_ = f"{act.plan.plan if act.plan else ''}//".split("/")
    days = (paper.date, None)  # then, or now: Litija came to Zasavje in 2015
    own = {each.code for day in days for each in members(region, day)} if region else set()
    return bool(own) and not any(each.code in own for each in act.municipalities)


def _is_state(context: Context, act: Act) -> bool:
    """Whether an item on something else only says that the plan is adopted: "Načrt je sprejet in objavljen."."""
    topic, verb = context.topics[act.verb.passage.id], act.verb
    titled = topic.heading is None or any(each.passage.id == topic.heading.id for each in topic.mentions)
    stands = act.names_plan and act.verb.tag.evidence.rule in BARE and phrase("stands-adopted").search(verb.words)
    return bool(stands and topic.number and not (titled or verb.beside("vote") or verb.sentence.lead))


def _is_of_its_council(act: Act) -> bool:
    """Whether what a municipality does or is said to have done is its council's act."""
    sent = act.verb.tag.evidence.rule in (RESOLUTION_SENT, RESOLUTION_ADOPTED) or bool(
        phrase("by-its-papers").search(act.verb.governor)
    )
    by_council = phrase("by-its-council").search(act.verb.statement)
    if act.status == EventStatus.ADOPTED and phrase("council-yet-to-decide").search(act.verb.statement):
        return False  # "Občina načrt podpira, svet pa ga bo obravnaval januarja."
    if act.reported:
        adopted = act.status == EventStatus.ADOPTED and act.verb.tag.evidence.rule not in LIKEWISE
        known = sent or adopted or bool(by_council) or act.verb.tag.evidence.rule == TO_KNOWLEDGE
        return known or act.status in (EventStatus.SCHEDULED, EventStatus.REJECTED, *PROCEDURE)
    return act.verb.says in (EventStatus.ADOPTED, EventStatus.REJECTED) or bool(by_council)


def _as_headed(context: Context, act: Act) -> Act:
    """A bare result ("Sklep je bil sprejet") below "Seznanitev z načrtom" is a taking note."""
    heading = context.topics[act.verb.passage.id].heading
    bare = act.is_result and act.status == EventStatus.ADOPTED and heading is not None and not act.reported
    listed = act.mention.passage.text if act.mention else ""  # the agenda's words for an item with a bare number
    voted = act.verb.passage.text[: act.verb.sentence.start]  # "Glasovanje o sklepu o seznanitvi: 9 za. Sprejet je."
    noting = heading and phrase("taking-note").search(f"{heading.text} {listed}")
    if bare and (noting or phrase("resolution-of-noting").search(voted)):
        return replace(act, status=EventStatus.ACKNOWLEDGED)
    return act


# --- the record -------------------------------------------------------------------------------------------------------


def _decision(validity: Validity, act: Act, municipality: Municipality, ballot: Ballot) -> Decision:
    paper, verb = validity.context.paper, act.verb
    part = verb.clause if act.reported else verb.sentence
    words = verb.passage.text[part.start : part.end]
    status = _settled(validity, act, ballot)
    session, day = session_and_date(paper, act, status)
    told = evidence_at(verb.passage, part.start, part.end, verb.tag.evidence.rule)
    return Decision(
        id="",
        municipality=municipality,
        addressees=(),
        plan=act.plan.plan if act.plan else None,
        object=act.plan.object if act.plan else Object.OTHER,
        inferred=act.plan.inferred if act.plan else False,
        about=about(act),
        status=status,
        verb=verb.tag.evidence.quote,
        reported=act.reported,
        session=session,
        date=day,
        vote=ballot.vote,
        remarks=remarks_in(words, status),
        revokes=revoked(act, words),
        evidence=ballot.shown or told,  # a motion alone shows no decision
        grounds=(told, *ballot.grounds) if ballot.shown else ballot.grounds,
    )


def _is_to_come(paper: Paper, act: Act) -> bool:
    """Whether a paper was written before the session of which it seems to tell: an agenda with resolutions to adopt."""
    held = paper.session.date if paper.session else None
    called = paper.kind in BEFORE_SESSION and bool(held and paper.date and paper.date < held)
    return called and said_date(act) is None and not act.verb.beside("session")


def _settled(validity: Validity, act: Act, ballot: Ballot) -> Status:
    """The status after the result: a proposal in minutes is raised by it, a lost vote rejects."""
    paper, worded = validity.context.paper, not act.reported and act.status in (*SUBSTANCE, EventStatus.PROPOSED)
    if worded and (_is_to_come(paper, act) or validity.is_proposal(act, ballot)):
        return Status.PROPOSED
    supports = act.verb.says in (EventStatus.ACKNOWLEDGED, EventStatus.ADOPTED)
    if ballot.is_lost and supports and act.status != EventStatus.SCHEDULED and (not act.recommended or ballot.outcome):
        return Status.REJECTED
    if act.status == EventStatus.PROPOSED and ballot.is_won and paper.kind in DECIDING:
        return Status(act.verb.says.value)
    if is_for_later(validity.context, act, ballot):
        return Status.POSTPONED
    return Status(act.status.value)
