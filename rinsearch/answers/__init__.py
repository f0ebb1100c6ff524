"""Answers as people see them: lists and tables with Slovene headings, for a terminal, a notebook or plain text.

JSON is made here too: ``{"total": …, "measures": [...]}`` and the like, as the contract says.
"""

from rinsearch.answers.listing import (
    Answer,
    CouncilTable,
    Listing,
    PaperAnalysis,
    SearchAnswer,
    ShownPassage,
    as_json,
    dressed,
)
from rinsearch.answers.naming import name_of, status_name, value_name
from rinsearch.answers.papers import paper_table, passage_table
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
    "PaperAnalysis",
    "SearchAnswer",
    "ShownPassage",
    "Table",
    "as_json",
    "clipped",
    "day",
    "dressed",
    "groups_words",
    "hit_place",
    "name_of",
    "paper_table",
    "passage_table",
    "place",
    "results_summary",
    "session_words",
    "snippet",
    "status_name",
    "status_words",
    "table",
    "value_name",
    "vote_words",
    "whole",
]
