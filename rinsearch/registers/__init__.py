"""Registers over many papers: the council table of a plan, its measures, decisions, plans; computed when asked."""

from rinsearch.registers.changes import changes
from rinsearch.registers.compare import compare
from rinsearch.registers.corrections import corrected, unknown_rows
from rinsearch.registers.councils import councils, own_list, stood, totals
from rinsearch.registers.coverage import coverage
from rinsearch.registers.gaps import gaps, of_plan
from rinsearch.registers.listing import decisions, documents, measures, plan_document, plans, priorities
from rinsearch.registers.narrowing import SAID, Narrowing, narrowed
from rinsearch.registers.wanted import Understood, Wanted

__all__ = [
    "SAID",
    "Narrowing",
    "Understood",
    "Wanted",
    "changes",
    "compare",
    "corrected",
    "councils",
    "coverage",
    "decisions",
    "documents",
    "gaps",
    "measures",
    "narrowed",
    "of_plan",
    "own_list",
    "plan_document",
    "plans",
    "priorities",
    "stood",
    "totals",
    "unknown_rows",
]
