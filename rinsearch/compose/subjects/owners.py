"""Whose act it is: the paper's own council's, or that of others of whom the paper tells."""

from __future__ import annotations

from rinsearch.compose.paper import COUNCIL, Paper
from rinsearch.compose.subjects.subjects import Subject
from rinsearch.records import Municipality


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
