"""Events: what is no decision of a council, but discussed without a conclusion or another body's act."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rinsearch.compose.acts.acts import Act
from rinsearch.compose.decisions.circumstances import about, said_date, session_and_date
from rinsearch.compose.paper import Paper, evidence_at
from rinsearch.compose.verbs.verbs import SUBSTANCE
from rinsearch.records import Event, EventStatus, Object, Status


def events(paper: Paper, acts: Sequence[Act]) -> Iterator[Event]:
    """The events among the acts of a paper."""
    return (_event(paper, act) for act in acts if _is_event(act))


def _is_event(act: Act) -> bool:
    about_plan = act.mention is not None and act.plan is not None
    decides = act.status in (*SUBSTANCE, EventStatus.DISCUSSED)
    return about_plan and decides and (act.is_anothers or act.status == EventStatus.DISCUSSED)


def _event(paper: Paper, act: Act) -> Event:
    verb = act.verb
    # Only a council's act can have been in the session of the paper; another body's has the date that is told.
    session, day = session_and_date(paper, act, Status.ACKNOWLEDGED) if act.subject.is_council else (None, None)
    return Event(
        id="",
        municipality=act.municipalities[0] if act.reported and len(act.municipalities) == 1 else paper.issuer,
        addressees=(),
        plan=act.plan.plan if act.plan else None,
        object=act.plan.object if act.plan else Object.OTHER,
        inferred=act.plan.inferred if act.plan else False,
        about=about(act),
        status=act.status,
        verb=verb.tag.evidence.quote,
        reported=act.reported,
        session=session,
        date=said_date(act) or day,
        vote=None,
        remarks=(),
        revokes=None,
        evidence=evidence_at(verb.passage, verb.sentence.start, verb.sentence.end, verb.tag.evidence.rule),
        grounds=(),
        body=act.subject.words or None,
    )
