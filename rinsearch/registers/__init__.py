"""Registers over many papers: the council table of a plan, its measures, decisions, plans; computed when asked."""

from rinsearch.registers.councils import councils
from rinsearch.registers.listing import decisions, documents, measures, plans, priorities
from rinsearch.registers.wanted import Understood, Wanted

__all__ = ["Understood", "Wanted", "councils", "decisions", "documents", "measures", "plans", "priorities"]
