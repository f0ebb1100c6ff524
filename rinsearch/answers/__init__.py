"""Answers as people see them: lists and tables with Slovene headings, for a terminal, a notebook or plain text.

JSON is made here too: ``{"total": …, "measures": [...]}`` and the like, as the contract says.
"""

from rinsearch.answers.listing import Answer, CouncilTable, Listing, SearchAnswer, as_json, dressed
from rinsearch.answers.tables import Cut, Table, hit_place, results_summary, snippet, table
from rinsearch.answers.words import (
    QUOTE_LENGTH,
    clipped,
    day,
    groups_words,
    place,
    session_words,
    status_words,
    vote_words,
    whole,
)

__all__ = [
    "QUOTE_LENGTH",
    "Answer",
    "CouncilTable",
    "Cut",
    "Listing",
    "SearchAnswer",
    "Table",
    "as_json",
    "clipped",
    "day",
    "dressed",
    "groups_words",
    "hit_place",
    "place",
    "results_summary",
    "session_words",
    "snippet",
    "status_words",
    "table",
    "vote_words",
    "whole",
]
