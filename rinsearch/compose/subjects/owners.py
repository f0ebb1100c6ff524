"""Whose act it is: the paper's own council's, or that of others of whom the paper tells."""

from __future__ import annotations

from rinsearch.compose.paper import COUNCIL, Paper, tags_between
from rinsearch.compose.subjects.subjects import Subject
from rinsearch.compose.verbs.verbs import Verb
from rinsearch.records import Municipality
from rinsearch.taxonomy.phrases import phrase


def owners_of(paper: Paper, subject: Subject, advised: bool) -> tuple[tuple[Municipality, ...], bool]:
    """Whose act it is, and whether the paper only reports it of other municipalities.

    What another body recommends ("Odbor svetu predlaga, da se …") is proposed to the paper's council.
    """
    own_told = subject.kind == "council" and paper.issuer in subject.municipalities and paper.body != COUNCIL
    if own_told and paper.issuer and not advised:
        return (paper.issuer,), True  # a committee hears what the council did
    others = tuple(each for each in subject.municipalities if each != paper.issuer)
    if others and subject.kind != "other":
        return subject.municipalities, True  # "Borovniški in vrhniški svet sta …" tells of both, though one is its own
    if subject.kind in ("councils", "several"):
        return (), True  # "občinski sveti v regiji": nobody is named
    return _own(paper) if paper.body == COUNCIL or advised else (), False


def _own(paper: Paper) -> tuple[Municipality, ...]:
    return (paper.issuer,) if paper.issuer else ()


def told_of_own_council(paper: Paper, subject: Subject, verb: Verb) -> tuple[Municipality, ...]:
    """The municipality of a committee's paper where it tells what "občinski svet" has done; nobody elsewhere.

    A committee words what it proposes in the past tense, too, so the day must lie behind its own.
    """
    council = subject.kind == "council" and not subject.municipalities and phrase("full-name-of-council")
    if paper.body == COUNCIL or not (council and council.search(subject.words)):
        return ()
    return _own(paper) if verb.is_past and was_before(paper, verb) else ()


def was_before(paper: Paper, verb: Verb) -> bool:
    """Whether a sentence says that something was done before the paper was written."""
    written = paper.date.isoformat() if paper.date else ""
    before = any(day.value <= written for day in verb.beside("date"))
    return before or bool(phrase("long-since").search(verb.statement))


def was_after(paper: Paper, verb: Verb) -> bool:
    """Whether all days of a clause lie behind the day on which the paper was written."""
    days = tags_between(verb.passage, "date", verb.clause.start, verb.clause.end)
    return bool(days) and paper.date is not None and all(day.value > paper.date.isoformat() for day in days)
