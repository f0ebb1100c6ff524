"""Answers as people see them: lists and tables with Slovene headings, for a terminal, a notebook or plain text.

JSON is made here too: ``{"total": …, "measures": [...]}`` and the like, as the contract says.

The names below are looked up on first use: who prints hits loads nothing of explanations and comparisons.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rinsearch.answers.explained import ShownExplanation, explanation_tables
    from rinsearch.answers.hits import hit_place, results_summary, snippet
    from rinsearch.answers.listing import (
        Answer,
        CouncilTable,
        Listing,
        PaperAnalysis,
        SearchAnswer,
        ShownChanges,
        ShownComparison,
        ShownGaps,
        ShownPassage,
        ShownSnapshot,
        as_json,
        dressed,
    )
    from rinsearch.answers.naming import name_of, rule_name, status_name, value_name
    from rinsearch.answers.papers import paper_table, passage_table
    from rinsearch.answers.published import published_tables
    from rinsearch.answers.tables import Table, outside_table, table
    from rinsearch.answers.words import (
        NO_PAPER,
        QUOTE_LENGTH,
        Cut,
        act_words,
        clipped,
        contrary_words,
        correction_words,
        day,
        groups_words,
        money_words,
        outsider_words,
        place,
        plan_words,
        session_words,
        share_words,
        standing_words,
        status_words,
        vote_words,
        whole,
    )

_HOMES = {
    "rinsearch.answers.explained": (
        "ShownExplanation",
        "explanation_tables",
    ),
    "rinsearch.answers.hits": (
        "hit_place",
        "results_summary",
        "snippet",
    ),
    "rinsearch.answers.listing": (
        "Answer",
        "CouncilTable",
        "Listing",
        "PaperAnalysis",
        "SearchAnswer",
        "ShownChanges",
        "ShownComparison",
        "ShownGaps",
        "ShownPassage",
        "ShownSnapshot",
        "as_json",
        "dressed",
    ),
    "rinsearch.answers.naming": (
        "name_of",
        "rule_name",
        "status_name",
        "value_name",
    ),
    "rinsearch.answers.papers": (
        "paper_table",
        "passage_table",
    ),
    "rinsearch.answers.published": ("published_tables",),
    "rinsearch.answers.tables": (
        "Table",
        "outside_table",
        "table",
    ),
    "rinsearch.answers.words": (
        "NO_PAPER",
        "QUOTE_LENGTH",
        "Cut",
        "act_words",
        "clipped",
        "contrary_words",
        "correction_words",
        "day",
        "groups_words",
        "money_words",
        "outsider_words",
        "place",
        "plan_words",
        "session_words",
        "share_words",
        "standing_words",
        "status_words",
        "vote_words",
        "whole",
    ),
}

__all__ = [
    "NO_PAPER",
    "QUOTE_LENGTH",
    "Answer",
    "CouncilTable",
    "Cut",
    "Listing",
    "PaperAnalysis",
    "SearchAnswer",
    "ShownChanges",
    "ShownComparison",
    "ShownExplanation",
    "ShownGaps",
    "ShownPassage",
    "ShownSnapshot",
    "Table",
    "act_words",
    "as_json",
    "clipped",
    "contrary_words",
    "correction_words",
    "day",
    "dressed",
    "explanation_tables",
    "groups_words",
    "hit_place",
    "money_words",
    "name_of",
    "outside_table",
    "outsider_words",
    "paper_table",
    "passage_table",
    "place",
    "plan_words",
    "published_tables",
    "results_summary",
    "rule_name",
    "session_words",
    "share_words",
    "snippet",
    "standing_words",
    "status_name",
    "status_words",
    "table",
    "value_name",
    "vote_words",
    "whole",
]


def __getattr__(name: str) -> Any:
    """Look up a public name (PEP 562)."""
    for home, names in _HOMES.items():
        if name in names:
            return getattr(import_module(home), name)
    raise AttributeError(f"module 'rinsearch.answers' has no attribute {name!r}")
