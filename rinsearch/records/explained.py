"""Why something was found: a text with its tags, the verbs in it, and what speaks for and against each."""

from __future__ import annotations

from dataclasses import dataclass

from rinsearch.records.found import Evidence
from rinsearch.records.named import Municipality
from rinsearch.records.understood import PassageInfo
from rinsearch.records.vocabulary import DocumentKind, EventStatus


@dataclass(frozen=True, slots=True)
class Considered:
    """A qualifier that was looked for around a verb; ``quote`` are the words that matched, empty where none did."""

    name: str
    holds: bool
    quote: str


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason: ``code`` for programs, ``words`` in Slovene, ``quote`` from the paper where words of it decided."""

    code: str
    words: str
    quote: str


@dataclass(frozen=True, slots=True)
class TagReason:
    """A tag: its value by its Slovene name, the words that matched, and the rule that found it, in words too."""

    label: str
    value: str
    name: str
    start: int
    end: int
    quote: str
    rule: str
    how: str


@dataclass(frozen=True, slots=True)
class ActReason:
    """A verb of deciding (or a point of an agenda): what its words say, what it shows here, and why.

    ``status`` is ``None`` where it shows nothing; ``entry`` is the id of the decision or event that it gives or
    supports. ``against`` says why it is no acknowledgement of a plan, and is empty only where it is one.
    """

    evidence: Evidence
    verb: str
    says: EventStatus | None
    status: EventStatus | None
    entry: str | None
    subject: str
    municipalities: tuple[Municipality, ...]
    plan: str | None
    considered: tuple[Considered, ...]
    reasons: tuple[Reason, ...]
    against: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class PassageReasons(PassageInfo):
    """A passage with its tags and verbs, and the reasons for each."""

    tags: tuple[TagReason, ...]
    acts: tuple[ActReason, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """A paper, or one passage of it, with reasons; kind and issuer are what the whole paper was understood as."""

    id: str | None
    source: str
    kind: DocumentKind | None
    issuer: Municipality | None
    passages: tuple[PassageReasons, ...]
