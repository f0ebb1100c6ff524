"""The council table of a plan: its rows, a person's word on them, and the sessions that were looked at."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from rinsearch.records.cited import CitedDecision, DocumentInfo
from rinsearch.records.named import Municipality
from rinsearch.records.vocabulary import Basis, SessionKind, Status


@dataclass(frozen=True, slots=True)
class Correction:
    """A person's word on a row: another standing, or (``standing`` empty) that the row is right as it is.

    ``by`` says who, ``on`` which day, ``source`` where it can be checked; ``found`` is what the documents showed then.
    ``revoked`` (with *withdrawn*): that the resolution was taken back; ``nothing`` (with no standing): that what the
    documents seem to show is not about this council, or not about this plan; ``taken_back`` (with no standing): that
    an earlier word was wrong, so that the row is what the documents show, and nobody vouches for it.
    """

    plan: str
    municipality: Municipality
    standing: Status | None
    date: datetime.date | None
    session: str | None
    by: str
    on: datetime.date
    reason: str
    source: str | None
    found: Status | None
    revoked: bool = False
    nothing: bool = False
    taken_back: bool = False


@dataclass(frozen=True, slots=True)
class SeenSession:
    """A session that a paper of the council itself shows: its number, kind and day, and that paper."""

    number: int | None
    kind: SessionKind | None
    date: datetime.date | None
    document: DocumentInfo


@dataclass(frozen=True, slots=True)
class Coverage:
    """Which sessions of a council were looked at between the request and its last paper.

    ``missing`` are the numbers of regular sessions between the first and the last one seen of which no paper was
    found; of sessions before the first and after the last nothing is known. ``papers`` counts all the council's papers.
    """

    municipality: Municipality
    standing: Status | None
    since: datetime.date | None
    until: datetime.date | None
    papers: int
    sessions: tuple[SeenSession, ...]
    missing: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class CouncilRow:
    """One municipality of a plan's region; ``decisions`` come best first, so the first gives the row.

    ``correction`` is a person's word on it, which goes before what the documents show; ``conflict`` says that documents
    contradict one another, or that new ones contradict that word. ``coverage`` is there where it was asked for.
    ``case_number`` is the own one of the paper that gives the row; none where that paper only tells of the act.
    ``revoked``: what was acknowledged or adopted has been taken back. ``contrary`` is the id of the decision that the
    conflict is with, one of ``decisions``.
    """

    municipality: Municipality
    standing: Status | None
    took_note: bool
    basis: Basis | None
    date: datetime.date | None
    first_date: datetime.date | None
    conflict: bool
    documents: int
    decisions: tuple[CitedDecision, ...]
    correction: Correction | None = None
    coverage: Coverage | None = None
    case_number: str | None = None
    revoked: bool = False
    contrary: str | None = None


@dataclass(frozen=True, slots=True)
class Outsider:
    """A municipality that is no row of a table: at the plan's date it was elsewhere, or there was none yet.

    ``region`` is where it was then (none: it had no council yet), ``since`` the day from which it is in the plan's
    region (none: it is not); ``decisions`` are those of its council about the plan all the same, best first.
    """

    municipality: Municipality
    region: str | None
    since: datetime.date | None
    decisions: tuple[CitedDecision, ...]


@dataclass(frozen=True, slots=True)
class Councils:
    """The council table of a plan: a row for every municipality of its region; ``share`` is of all rows.

    ``revoked`` and ``conflicts`` say how many rows are so, ``outside`` who is no row though one might look for it.
    ``as_of``: the day whose documents alone were asked; None for all of them.
    """

    plan: str
    region: str
    total: int
    standings: Mapping[str, int]
    took_note: int
    share: float
    councils: tuple[CouncilRow, ...]
    revoked: int = 0
    conflicts: int = 0
    outside: tuple[Outsider, ...] = ()
    as_of: datetime.date | None = None
