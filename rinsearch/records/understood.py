"""What was understood of one document: municipalities, plans, decisions, measures."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field

from rinsearch.records.found import Evidence
from rinsearch.records.named import GroupCount, Municipality, MunicipalityCount, OrganisationCount
from rinsearch.records.read import Box, Notice
from rinsearch.records.vocabulary import (
    DocumentKind,
    EventStatus,
    Object,
    PassageKind,
    SessionKind,
    Status,
    VoteForm,
)


@dataclass(frozen=True, slots=True)
class PlanMention:
    """A regional plan that a document speaks of."""

    id: str
    region: str
    period: str | None


@dataclass(frozen=True, slots=True)
class Session:
    """A council session; numbers start again with every term of office."""

    number: int | None
    kind: SessionKind | None
    date: datetime.date | None


@dataclass(frozen=True, slots=True)
class Vote:
    """A vote as the paper gives it; unknown counts are ``None``, never 0."""

    form: VoteForm
    for_: int | None = field(default=None, metadata={"json": "for"})
    against: int | None = None
    abstained: int | None = None
    present: int | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """What a paper shows about a council and an object, with the place that shows it.

    ``inferred`` is true where the plan's region or period is not in the words but follows from the rest of the paper.
    ``grounds`` are further places that settled the status (a heading, a vote line).
    """

    id: str
    municipality: Municipality | None
    addressees: tuple[Municipality, ...]
    plan: str | None
    object: Object
    inferred: bool
    about: str
    status: Status
    verb: str
    reported: bool
    session: Session | None
    date: datetime.date | None
    vote: Vote | None
    remarks: tuple[str, ...]
    revokes: str | None
    evidence: Evidence
    grounds: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """The same shape for what is no decision of a council; ``body`` says whose act it is. Never raises a standing."""

    id: str
    municipality: Municipality | None
    addressees: tuple[Municipality, ...]
    plan: str | None
    object: Object
    inferred: bool
    about: str
    status: EventStatus
    verb: str
    reported: bool
    session: Session | None
    date: datetime.date | None
    vote: Vote | None
    remarks: tuple[str, ...]
    revokes: str | None
    evidence: Evidence
    grounds: tuple[Evidence, ...]
    body: str | None


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure of a plan; ``inherited`` groups come only from its priority, ``fields`` has a place for each field."""

    id: str
    plan: str | None
    number: str | None
    text: str
    priority: str | None
    goal: str | None
    target_groups: tuple[str, ...]
    inherited: tuple[str, ...]
    municipalities: tuple[Municipality, ...]
    providers: tuple[str, ...]
    deadline: str | None
    until: datetime.date | None
    funding: str | None
    amount: float | None
    indicator: str | None
    evidence: Evidence
    fields: Mapping[str, Evidence]


@dataclass(frozen=True, slots=True)
class Priority:
    """A priority area of a plan."""

    plan: str | None
    number: str | None
    title: str
    target_groups: tuple[str, ...]
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Goal:
    """A goal of a plan."""

    plan: str | None
    number: str | None
    title: str
    target_groups: tuple[str, ...]
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Plan:
    """A regional plan: id ``rin-sv/<region>[/<period>]``; ``edition`` is draft, final or summary."""

    id: str
    region: str
    period: str | None
    title: str
    aliases: tuple[str, ...] = ()
    participants: tuple[Municipality, ...] = ()
    edition: str = "final"


@dataclass(frozen=True, slots=True)
class TagInfo:
    """A tag as search results show it."""

    label: str
    value: str
    start: int
    end: int
    rule: str


@dataclass(frozen=True, slots=True)
class PassageInfo:
    """A passage as answers show it."""

    id: str
    page: int | None
    box: Box | None
    kind: PassageKind
    section: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class TaggedPassage(PassageInfo):
    """A passage with everything that was found in it."""

    tags: tuple[TagInfo, ...]


@dataclass(frozen=True, slots=True)
class Problem:
    """An error as data: a code, what happened, where, and what to do."""

    code: str
    message: str
    place: str | None
    advice: str


@dataclass(frozen=True, slots=True)
class Analysis:
    """What was understood of one document; of a file that cannot be read, only ``source`` and ``error``.

    ``case_numbers`` are the paper's own, then those that it cites; ``evidence`` has the first place of each own one, in
    that order.
    """

    id: str | None
    source: str
    kind: DocumentKind | None = None
    title: str | None = None
    date: datetime.date | None = None
    issuer: Municipality | None = None
    author: str | None = None
    session: Session | None = None
    case_numbers: tuple[str, ...] = ()
    plans: tuple[PlanMention, ...] = ()
    municipalities: tuple[MunicipalityCount, ...] = ()
    organisations: tuple[OrganisationCount, ...] = ()
    target_groups: tuple[GroupCount, ...] = ()
    decisions: tuple[Decision, ...] = ()
    events: tuple[Event, ...] = ()
    measures: tuple[Measure, ...] = ()
    priorities: tuple[Priority, ...] = ()
    goals: tuple[Goal, ...] = ()
    evidence: Mapping[str, tuple[Evidence, ...]] = field(
        default_factory=lambda: dict.fromkeys(("kind", "issuer", "case_number"), ())
    )
    passages: tuple[TaggedPassage, ...] = ()
    warnings: tuple[Notice, ...] = ()
    error: Problem | None = None
