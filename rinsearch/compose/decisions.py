"""Decisions and events of a paper: its verbs judged, votes and results attached, doubles folded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from rinsearch.clauses import enclosing, sentences
from rinsearch.compose.acts import (
    DECIDING,
    PROCEDURE,
    SUBSTANCE,
    Act,
    Context,
    is_other_vote,
    judge,
    outcome_in,
    strongest,
)
from rinsearch.compose.dating import parse_session
from rinsearch.compose.paper import Paper, evidence_at, tags_between, tags_of
from rinsearch.compose.plans import Plans
from rinsearch.compose.requests import requests
from rinsearch.compose.topics import opens_agenda, topics
from rinsearch.compose.votes import carried, join_votes
from rinsearch.records import (
    Decision,
    DocumentKind,
    Event,
    EventStatus,
    Evidence,
    Municipality,
    Object,
    Passage,
    PassageKind,
    Session,
    Status,
    Tag,
    Vote,
)
from rinsearch.taxonomy.phrases import phrase

LOOK_AHEAD = 6  # passages between a resolution and its vote: "Razprave ni bilo", "Glasovalo je …", "Sklep je sprejet"
ABOUT_LENGTH = 120


@dataclass(frozen=True, slots=True)
class _Ballot:
    """A vote or a result, with the places that show it."""

    vote: Vote | None
    outcome: str | None
    grounds: tuple[Evidence, ...]


def find_decisions(paper: Paper, plans: Plans) -> tuple[tuple[Decision, ...], tuple[Event, ...]]:
    """The decisions about plans and about other business, and the events, in the order of the paper."""
    context = Context(paper, plans, topics(paper, plans), _leads(paper.passages))
    acts = _acts(context)
    decisions = [*_decided(context, acts), *_scheduled(context), *requests(paper, plans)]
    events = [_event(paper, act) for act in acts if _is_event(act)]
    return _numbered(_folded(decisions)), _numbered_events(events)


def _leads(passages: Sequence[Passage]) -> Mapping[str, str]:
    """For each passage the paragraph before it, where that one ends with a colon and so announces it."""
    return {
        passage.id: before.text
        for before, passage in pairwise(passages)
        if before.text.rstrip(" *").endswith(":") and len(before.text) < 400
    }


def _acts(context: Context) -> list[Act]:
    found: list[Act] = []
    for passage in context.paper.passages:
        tags = tags_of(passage, "decision")
        parts = sentences(passage.text) if tags else ()
        for part in parts:
            within = tags_between(passage, "decision", part.start, part.end)
            found += _of_sentence([act for tag in within for act in judge(context, passage, part, tag)])
    return found


def _of_sentence(acts: list[Act]) -> Iterator[Act]:
    """One act for each owner and plan of a sentence: the verb that counts."""
    groups: dict[object, list[Act]] = {}
    for act in acts:
        key = (act.municipalities, act.plan, act.subject.is_council or act.subject.kind == "none", act.reported)
        groups.setdefault(key, []).append(act)
    return (strongest(group) for group in groups.values())


# --- decisions --------------------------------------------------------------------------------------------------------


def _decided(context: Context, acts: Sequence[Act]) -> Iterator[Decision]:
    for number, act in enumerate(acts):
        if not _is_decision(context.paper, act) or (_is_result(act) and _has_proposal(context, acts[:number], act)):
            continue
        following = acts[number + 1] if number + 1 < len(acts) else None
        ballot = _ballot(context, act, following)
        for municipality in act.municipalities:
            yield _decision(context.paper, act, municipality, ballot)


def _is_decision(paper: Paper, act: Act) -> bool:
    if act.status == EventStatus.DISCUSSED or not act.municipalities or _is_of_somebody_else(act):
        return False
    if paper.kind == DocumentKind.PLAN or (act.mention is None and _is_result(act)):
        return False
    if act.plan is None or act.plan.plan is None:
        return not act.reported and _is_business(paper, act)
    if act.subject.kind == "municipality":
        return act.says in (EventStatus.ADOPTED, EventStatus.REJECTED) and not act.reported
    if act.subject.kind == "none" and not act.reported:
        return paper.kind in DECIDING or act.status in (EventStatus.PROPOSED, *PROCEDURE)
    return True


def _is_of_somebody_else(act: Act) -> bool:
    """Another body's act; but a mayor can put off or withdraw an item."""
    return act.subject.kind == "other" or (act.subject.kind == "mayor" and act.status not in PROCEDURE)


def _is_business(paper: Paper, act: Act) -> bool:
    """A council's decision about something else: said of the council, or without a subject under a resolution."""
    if act.status == EventStatus.SCHEDULED:
        return False
    if act.subject.is_council:
        return True
    headed = bool(phrase("resolution-begun").search(" ".join((*act.passage.section[-1:], act.sentence.lead))))
    voted = bool(tags_between(act.passage, "vote", act.sentence.start, len(act.passage.text)))
    return paper.kind == DocumentKind.DECISION or (paper.kind in DECIDING and (headed or voted))


def _is_result(act: Act) -> bool:
    """ "Sklep je bil sprejet" says what became of the proposal above, and decides nothing by itself."""
    words = act.passage.text[act.sentence.start : act.sentence.end]
    return act.says in SUBSTANCE and outcome_in(words) is not None and not _names_plan(act)


def _names_plan(act: Act) -> bool:
    if act.mention is None or act.mention.passage.id != act.passage.id:
        return False
    return act.sentence.start <= act.mention.start < act.sentence.end


def _has_proposal(context: Context, earlier: Sequence[Act], act: Act) -> bool:
    """Whether something stands above in the same item that a result can be the result of."""
    heading = context.topics[act.passage.id].heading
    return any(
        context.topics[each.passage.id].heading is heading and each.status in (*SUBSTANCE, EventStatus.PROPOSED)
        for each in earlier
    )


def _decision(paper: Paper, act: Act, municipality: Municipality, ballot: _Ballot) -> Decision:
    start, end = (act.clause.start, act.clause.end) if act.reported else (act.sentence.start, act.sentence.end)
    status = _settled(paper, act, ballot)
    session, day = _session_and_date(paper, act, status)
    words = act.passage.text[start:end]
    return Decision(
        id="",
        municipality=municipality,
        addressees=(),
        plan=act.plan.plan if act.plan else None,
        object=act.plan.object if act.plan else Object.OTHER,
        inferred=act.plan.inferred if act.plan else False,
        about=_about(act),
        status=status,
        verb=act.tag.evidence.quote,
        reported=act.reported,
        session=session,
        date=day,
        vote=ballot.vote,
        remarks=_remarks(words, status),
        revokes=_revoked(act, words),
        evidence=evidence_at(act.passage, start, end, act.tag.evidence.rule),
        grounds=ballot.grounds,
    )


def _settled(paper: Paper, act: Act, ballot: _Ballot) -> Status:
    """The status after the result: a proposal in minutes is raised by it, a lost vote rejects."""
    lost = ballot.outcome == "rejected" or (ballot.vote is not None and carried(ballot.vote) is False)
    won = ballot.outcome == "accepted" or (ballot.vote is not None and carried(ballot.vote) is True)
    supports = act.says in (EventStatus.ACKNOWLEDGED, EventStatus.ADOPTED)
    if lost and supports and act.status != EventStatus.SCHEDULED and not act.recommended:
        return Status.REJECTED
    if act.status == EventStatus.PROPOSED and won and paper.kind in DECIDING and not act.recommended:
        return Status(act.says.value)
    return Status(act.status.value)


def _session_and_date(paper: Paper, act: Act, status: Status) -> tuple[Session | None, date | None]:
    """The session and date of the act: from its own sentence where it tells of the past, else the paper's."""
    dates = tags_between(act.passage, "date", act.sentence.start, act.sentence.end)
    sessions = tags_between(act.passage, "session", act.sentence.start, act.sentence.end)
    said = date.fromisoformat(dates[0].value) if dates else None
    told = parse_session(sessions[0].value, said) if sessions else None
    if _tells_of_another_session(paper, act, told) or (
        (act.reported or paper.kind not in DECIDING) and status != Status.PROPOSED and (told or said)
    ):
        return told, said
    if act.reported:
        return None, None
    held = paper.session.date if paper.session else None
    return paper.session, (held or paper.date)


def _tells_of_another_session(paper: Paper, act: Act, told: Session | None) -> bool:
    """Minutes that tell what was done earlier: "Točka je bila na 25. redni seji preložena"."""
    own = paper.session.number if paper.session else None
    return bool(act.mention and told and own and told.number not in (None, own)) and act.status != EventStatus.PROPOSED


def _about(act: Act) -> str:
    if act.mention:
        text, start = act.mention.passage.text, act.mention.start
        sentence = enclosing(sentences(text), start)
        return _short(text[start : sentence.end])
    return _short(act.passage.text[act.tag.evidence.end : act.sentence.end] or act.passage.text)


def _short(text: str) -> str:
    words = " ".join(text.split()).strip(" .;:,")
    return words if len(words) <= ABOUT_LENGTH else words[: ABOUT_LENGTH - 1].rsplit(" ", 1)[0] + "…"


def _remarks(words: str, status: Status) -> tuple[str, ...]:
    """What a council added: "… in predlaga, da se doda ukrep za prevoze"."""
    if status not in (Status.ACKNOWLEDGED, Status.ADOPTED, Status.REJECTED):
        return ()
    return tuple(match.group().strip() for match in phrase("remark").finditer(words))


def _revoked(act: Act, words: str) -> str | None:
    return _short(words) if act.tag.evidence.rule == "decision.razveljaviti-sklep" else None


# --- votes and results ------------------------------------------------------------------------------------------------


def _ballot(context: Context, act: Act, following: Act | None) -> _Ballot:
    """The vote in the sentence, behind it up to the next resolution, or in the passage before it."""
    if context.paper.kind not in DECIDING or act.reported:
        told = tags_between(act.passage, "vote", act.clause.start, act.sentence.end) if act.reported else ()
        return _Ballot(join_votes(told), None, ())
    places = list(_places_behind(context, act, following))
    outcome, grounds = _outcome(places)
    votes = next((found for place in places if (found := _votes_in(*place))), ())
    if not votes:
        votes = _votes_before(context, act)
    return _Ballot(join_votes(votes), outcome, (*grounds, *(tag.evidence for tag in votes)))


def _votes_in(passage: Passage, start: int, end: int) -> tuple[Tag, ...]:
    return () if is_other_vote(passage.text[start:end]) else tags_between(passage, "vote", start, end)


def _outcome(places: list[tuple[Passage, int, int]]) -> tuple[str | None, tuple[Evidence, ...]]:
    for passage, start, end in places[1:]:
        for part in sentences(passage.text[start:end]):
            words = passage.text[start + part.start : start + part.end]
            outcome = None if is_other_vote(words) else outcome_in(words)
            if outcome:
                place = evidence_at(passage, start + part.start, start + part.end, f"result.{outcome}")
                return outcome, (place,)
    return None, ()


def _places_behind(context: Context, act: Act, following: Act | None) -> Iterator[tuple[Passage, int, int]]:
    """The sentence itself, the rest of its passage, and the next passages of the same item."""
    passages = context.paper.passages
    here = next(number for number, passage in enumerate(passages) if passage.id == act.passage.id)
    stop = following if following and not _is_result(following) else None
    last = _end(act.passage, stop)
    yield act.passage, act.sentence.start, act.sentence.end
    if act.sentence.end < last:
        yield act.passage, act.sentence.end, last
    if stop and stop.passage.id == act.passage.id:
        return
    topic = context.topics[act.passage.id]
    for passage in passages[here + 1 : here + 1 + LOOK_AHEAD]:
        if context.topics[passage.id].heading is not topic.heading:
            return
        yield passage, 0, _end(passage, stop)
        if stop and stop.passage.id == passage.id:
            return


def _end(passage: Passage, stop: Act | None) -> int:
    return stop.sentence.start if stop and stop.passage.id == passage.id else len(passage.text)


def _votes_before(context: Context, act: Act) -> tuple[Tag, ...]:
    """A vote that is told before the resolution: in the same passage, or in the passage just above in the same item."""
    same = tags_between(act.passage, "vote", 0, act.sentence.start)
    if same:
        return same[-1:]
    passages = context.paper.passages
    here = next(number for number, passage in enumerate(passages) if passage.id == act.passage.id)
    topic = context.topics[act.passage.id]
    found: tuple[Tag, ...] = ()
    for passage in reversed(passages[max(0, here - 3) : here]):
        votes = tags_of(passage, "vote")
        if context.topics[passage.id].heading is not topic.heading or tags_of(passage, "decision") or not votes:
            break
        found = (*votes, *found)
    return found


# --- agendas ----------------------------------------------------------------------------------------------------------


def _scheduled(context: Context) -> Iterator[Decision]:
    """A point of an agenda that names the plan: scheduled, whatever the noun ("seznanitev") seems to say."""
    paper = context.paper
    if not paper.issuer or paper.kind in (DocumentKind.PLAN, DocumentKind.LETTER, DocumentKind.REGULATION):
        return
    for mention in context.plans.mentions:
        topic = context.topics[mention.passage.id]
        listed = topic.in_agenda and topic.heading is mention.passage and not opens_agenda(mention.passage)
        if not mention.is_plan or not (listed or _is_item_of_agenda(paper, mention.passage)):
            continue
        if tags_of(mention.passage, "decision") and not listed:
            continue
        for resolved in context.plans.resolve(mention):
            yield _point(paper, mention.passage, resolved.plan, resolved.object, resolved.inferred)


def _is_item_of_agenda(paper: Paper, passage: Passage) -> bool:
    return paper.kind == DocumentKind.AGENDA and passage.kind in (PassageKind.ITEM, PassageKind.ROW)


def _point(paper: Paper, passage: Passage, plan: str | None, what: Object, inferred: bool) -> Decision:
    held = paper.session.date if paper.session else None
    return Decision(
        id="",
        municipality=paper.issuer,
        addressees=(),
        plan=plan,
        object=what,
        inferred=inferred,
        about=_short(passage.text),
        status=Status.SCHEDULED,
        verb="",
        reported=False,
        session=paper.session,
        date=held or paper.date,
        vote=None,
        remarks=(),
        revokes=None,
        evidence=evidence_at(passage, 0, len(passage.text), "decision.agenda-item"),
        grounds=(),
    )


# --- events -----------------------------------------------------------------------------------------------------------


def _is_event(act: Act) -> bool:
    about_plan = act.mention is not None and act.plan is not None
    decides = act.status in (*SUBSTANCE, EventStatus.DISCUSSED)
    return about_plan and decides and (_is_of_somebody_else(act) or act.status == EventStatus.DISCUSSED)


def _event(paper: Paper, act: Act) -> Event:
    session, day = _session_and_date(paper, act, Status.ACKNOWLEDGED)
    said = tags_between(act.passage, "date", act.sentence.start, act.sentence.end)
    return Event(
        id="",
        municipality=paper.issuer,
        addressees=(),
        plan=act.plan.plan if act.plan else None,
        object=act.plan.object if act.plan else Object.OTHER,
        inferred=act.plan.inferred if act.plan else False,
        about=_about(act),
        status=act.status,
        verb=act.tag.evidence.quote,
        reported=act.reported,
        session=session if act.subject.is_council else None,
        date=date.fromisoformat(said[0].value) if said else (day if act.subject.is_council else None),
        vote=None,
        remarks=(),
        revokes=None,
        evidence=evidence_at(act.passage, act.sentence.start, act.sentence.end, act.tag.evidence.rule),
        grounds=(),
        body=act.subject.words or None,
    )


# --- doubles and numbers ----------------------------------------------------------------------------------------------


def _folded(decisions: Sequence[Decision]) -> list[Decision]:
    """One decision where a paper says the same thing several times; the further places become grounds."""
    kept: dict[object, Decision] = {}
    for decision in decisions:
        key = _same(decision)
        first = kept.get(key)
        if first is None:
            kept[key] = decision
        else:
            places = tuple(place for place in (decision.evidence, *decision.grounds) if place not in first.grounds)
            kept[key] = replace(first, grounds=(*first.grounds, *places), vote=first.vote or decision.vote)
    return [each for each in kept.values() if not _is_overtaken(each, kept.values())]


def _is_overtaken(decision: Decision, others: Iterable[Decision]) -> bool:
    """Somebody's recommendation in minutes that then decide about it: only the decision is shown."""
    return decision.status == Status.PROPOSED and any(
        other.plan == decision.plan
        and other.municipality == decision.municipality
        and other.status not in (Status.PROPOSED, Status.SCHEDULED, Status.REQUESTED)
        and not other.reported
        and other.session == decision.session
        for other in others
    )


def _same(decision: Decision) -> object:
    if decision.plan is None:
        return decision.evidence
    owner = decision.municipality or decision.addressees
    return owner, decision.plan, decision.object, decision.status, decision.reported, decision.revokes, decision.date


def _numbered(decisions: Sequence[Decision]) -> tuple[Decision, ...]:
    ordered = sorted(decisions, key=lambda each: _place(each.evidence))
    return tuple(replace(d, id=f"{_document(d.evidence)}.d{n}") for n, d in enumerate(ordered, 1))


def _numbered_events(events: Sequence[Event]) -> tuple[Event, ...]:
    ordered = sorted(events, key=lambda each: _place(each.evidence))
    return tuple(replace(e, id=f"{_document(e.evidence)}.e{n}") for n, e in enumerate(ordered, 1))


def _place(evidence: Evidence) -> tuple[int, int]:
    return int(evidence.passage.rpartition(".")[2]), evidence.start


def _document(evidence: Evidence) -> str:
    return evidence.passage.rpartition(".")[0]
