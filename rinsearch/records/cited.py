"""What documents show, with the document that shows it, as answers cite it."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from rinsearch.records.named import Municipality
from rinsearch.records.understood import Decision, Measure, Plan, Priority
from rinsearch.records.vocabulary import DocumentKind


@dataclass(frozen=True, slots=True)
class DocumentInfo:
    """A document as answers cite it."""

    id: str
    source: str
    kind: DocumentKind
    title: str | None
    date: datetime.date | None
    issuer: Municipality | None
    url: str | None


@dataclass(frozen=True, slots=True)
class CitedDecision(Decision):
    """A decision and the document that shows it."""

    document: DocumentInfo


@dataclass(frozen=True, slots=True)
class CitedMeasure(Measure):
    """A measure and the document that names it."""

    document: DocumentInfo


@dataclass(frozen=True, slots=True)
class CitedPriority(Priority):
    """A priority and the document that names it."""

    document: DocumentInfo


@dataclass(frozen=True, slots=True)
class CitedPlan(Plan):
    """A plan and its own document, where the index holds it.

    ``earlier`` and ``later`` are the ids of the plans of the same region before and after it, as far as papers speak of
    them; ``documents`` says how many papers speak of it, ``took_note`` how many of the ``councils`` of its region took
    note of it, ``measures`` how many it has; none where that was not asked for.
    """

    document: DocumentInfo | None = None
    earlier: str | None = None
    later: str | None = None
    documents: int = 0
    took_note: int | None = None
    councils: int | None = None
    measures: int | None = None
