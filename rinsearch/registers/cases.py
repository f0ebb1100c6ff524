"""Which case number a decision has: the paper's own, or the one under which the resolution itself is kept."""

from __future__ import annotations

from rinsearch.records import UNDECIDED, Analysis, Decision, DocumentKind, Evidence

DECIDING = frozenset({DocumentKind.DECISION, DocumentKind.MINUTES})


def case_number(decision: Decision, paper: Analysis) -> str | None:
    """The own number of the paper that shows a decision; cited ones ("sklep št. 900-0012/2017-3") are another's.

    None where the paper only tells of the act: a letter, a memo, another council's paper, minutes of a later session.
    Where a paper has several, a number between the heading and the words of the decision is the decision's. Of a file
    with several resolutions each begins with its own number, so there the last one above it counts.
    """
    if _is_told(decision, paper):
        return None
    places = paper.evidence.get("case_number", ())
    own = [(_place(place), number) for number, place in zip(paper.case_numbers, places, strict=False)]
    here = _place(decision.evidence)
    first = 0 if paper.kind == DocumentKind.DECISION else min([here, *map(_place, decision.grounds)])
    near = [number for at, number in own if first <= at <= here]
    return near[-1] if near else next((number for _, number in own), None)


def _is_told(decision: Decision, paper: Analysis) -> bool:
    if decision.reported:
        return True
    if decision.status in UNDECIDED:
        return False
    day = paper.session.date if paper.session else None
    return paper.kind not in DECIDING or bool(day and decision.date and decision.date < day)


def _place(evidence: Evidence) -> int:
    """The number of a passage: they are numbered in reading order."""
    return int(evidence.passage.rpartition(".")[2])
