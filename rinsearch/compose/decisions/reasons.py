"""Why a verb has its status: what was considered, what speaks for it, and why it is no acknowledgement.

The verbs are judged again with the paper around them, and compared with the decisions and events that came out. The
words of each reason are data (labels.toml).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rinsearch.compose.acts.acts import Act, acts_of
from rinsearch.compose.acts.references import object_of
from rinsearch.compose.decisions.decisions import contexts_of, find_decisions
from rinsearch.compose.decisions.misses import misses
from rinsearch.compose.decisions.objections import matched, objections, reason
from rinsearch.compose.heads.head import read_paper
from rinsearch.compose.paper import evidence_at
from rinsearch.compose.plans.plan_times import find_plans
from rinsearch.compose.subjects.subjects import subject_of
from rinsearch.compose.verbs.marks import marks_of
from rinsearch.compose.verbs.verbs import DECIDING, Context, Verb, verbs_of
from rinsearch.records import Decision, Document, Event, EventStatus, Evidence, Passage, Status
from rinsearch.records.explained import ActReason, Considered, Reason
from rinsearch.taxonomy.wordings import qualifiers

Entry = Decision | Event
LISTED = "decision.agenda-item"


@dataclass(frozen=True, slots=True)
class _Case:
    """A paper judged: its acts, and what came out of them."""

    context: Context
    acts: Sequence[Act]
    entries: Sequence[Entry]

    def entry(self, verb: Verb) -> Entry | None:
        """What a verb gives: the entry with its words, else the one that it only supports."""
        holding = [
            each for each in self.entries if any(_holds(place, verb) for place in (each.evidence, *each.grounds))
        ]
        own = [each for each in holding if _holds(each.evidence, verb) and each.verb == verb.tag.evidence.quote]
        return next(iter(own), next((each for each in holding if not _holds(each.evidence, verb)), None))

    def acts_of(self, verb: Verb) -> tuple[Act, ...]:
        """The acts that count in the sentence of a verb."""
        here = (act for act in self.acts if act.verb.passage.id == verb.passage.id)
        return tuple(act for act in here if act.verb.sentence == verb.sentence)


def reasons(
    document: Document, passages: tuple[Passage, ...], known: Mapping[str, Any] | None = None
) -> Mapping[str, tuple[ActReason, ...]]:
    """The verbs and points of every passage, by the passage's id; arguments as of `understand`."""
    paper = read_paper(document, passages, known)
    plans = find_plans(paper)
    decisions, events = find_decisions(paper, plans)
    tagged = {each.id: each for each in passages}  # what a motion on something else says is a verb, and no miss
    found: dict[str, tuple[ActReason, ...]] = {}
    for context in contexts_of(paper, plans):
        case = _Case(context, acts_of(context), (*decisions, *events))
        for each in context.paper.passages:
            found[each.id] = (*_of_verbs(case, each), *misses(tagged[each.id]), *_of_points(case, each))
    return found


def _of_verbs(case: _Case, passage: Passage) -> Iterator[ActReason]:
    for verbs in verbs_of(passage):
        for verb in verbs:
            yield _explained(case, verb)


def _explained(case: _Case, verb: Verb) -> ActReason:
    entry, subject = case.entry(verb), subject_of(verb)
    status = EventStatus(entry.status.value) if entry else None
    _, resolved = object_of(case.context, verb)
    return ActReason(
        evidence=evidence_at(verb.passage, verb.sentence.start, verb.sentence.end, verb.tag.evidence.rule),
        verb=verb.tag.evidence.quote,
        says=verb.says,
        status=status,
        entry=entry.id if entry else None,
        subject=subject.words,
        municipalities=_owners(entry) or subject.municipalities,
        plan=next((each.plan for each in resolved if each), None),
        considered=tuple(_considered(case.context, verb)),
        reasons=tuple(_supporting(case, verb, entry)),
        against=objections(case.context, verb, case.acts_of(verb), entry),
    )


def _owners(entry: Entry | None) -> tuple[Any, ...]:
    if entry is None:
        return ()
    return (entry.municipality,) if entry.municipality else entry.addressees


def _holds(place: Evidence, verb: Verb) -> bool:
    return place.passage == verb.passage.id and place.start <= verb.start < place.end


# --- what was looked for ----------------------------------------------------------------------------------------------


def _considered(context: Context, verb: Verb) -> Iterator[Considered]:
    """Every qualifier by its name, once: whether it holds, and the words that matched."""
    holding = marks_of(context, verb)
    for name in dict.fromkeys(each.name for each in qualifiers()):
        yield Considered(name, name in holding, matched(context, verb, name) if name in holding else "")


# --- what speaks for it -----------------------------------------------------------------------------------------------


def _supporting(case: _Case, verb: Verb, entry: Entry | None) -> Iterator[Reason]:
    subject = subject_of(verb)
    if subject.is_council:
        yield reason("council", subject.words)
    mention, _ = object_of(case.context, verb)
    if mention and mention.is_plan:
        yield reason(
            "names-plan" if _holds_mention(verb, mention.tag.evidence) else "refers-to-plan", mention.tag.evidence.quote
        )
    if entry is None:
        return
    if entry.inferred:
        yield reason("inferred")
    if entry.reported:
        yield reason("reported", subject.words)
    elif case.context.paper.kind in DECIDING and entry.status not in (Status.PROPOSED, Status.SCHEDULED):
        yield reason("deciding-paper")
    for ground in entry.grounds:
        yield reason("ground", ground.quote)


def _holds_mention(verb: Verb, place: Evidence) -> bool:
    return place.passage == verb.passage.id and verb.sentence.start <= place.start < verb.sentence.end


# --- entries without a verb -------------------------------------------------------------------------------------------


def _of_points(case: _Case, passage: Passage) -> Iterator[ActReason]:
    """Points of an agenda and requests, which no verb of deciding shows."""
    verbs = [verb for several in verbs_of(passage) for verb in several]
    for entry in case.entries:
        if entry.evidence.passage == passage.id and not any(case.entry(verb) is entry for verb in verbs):
            yield _point(entry)


def _point(entry: Entry) -> ActReason:
    code = "listed" if entry.evidence.rule == LISTED else "asked"
    return ActReason(
        evidence=entry.evidence,
        verb=entry.verb,
        says=None,
        status=EventStatus(entry.status.value),
        entry=entry.id,
        subject="",
        municipalities=_owners(entry),
        plan=entry.plan,
        considered=(),
        reasons=(reason("inferred"),) if entry.inferred else (),
        against=(reason(code, entry.verb),),
    )
