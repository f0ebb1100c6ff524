"""The labels, and for each of them what of a paper is compared with the gold."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from rinsearch.evaluate.acts import acknowledged, decisions, quotes, votes
from rinsearch.evaluate.gold import Gold
from rinsearch.evaluate.heads import (
    case_numbers,
    document_date,
    issuer,
    kind,
    municipalities,
    not_municipalities,
    not_target_groups,
    plans,
    session,
    target_groups,
)
from rinsearch.evaluate.measures import deadlines, fields, groups, measures, priorities, providers
from rinsearch.evaluate.scores import Compared, Outcome, Score, counted, score
from rinsearch.records import Analysis

Pair = tuple[Gold, Analysis]
Compare = Callable[[Gold, Analysis], Compared]

LABELS: Mapping[str, Compare] = {
    "kind": kind,
    "issuer": issuer,
    "document_date": document_date,
    "session": session,
    "case_number": case_numbers,
    "municipality": municipalities,
    "not_municipality": not_municipalities,
    "target_group": target_groups,
    "not_target_group": not_target_groups,
    "plan": plans,
    "decision": decisions,
    "decision_quote": quotes,
    "acknowledged": acknowledged,
    "vote": votes,
    "measure": measures,
    "measure_field": fields,
    "measure_group": groups,
    "measure_provider": providers,
    "measure_deadline": deadlines,
    "priority": priorities,
}
# Shares of what was looked at: of the traps those left alone, of the decisions found those with the right quote.
SHARES = frozenset({"not_municipality", "not_target_group", "decision_quote"})


def evaluate(pairs: Sequence[Pair]) -> tuple[Score, ...]:
    """The score of every label over pairs of gold and analysis."""
    found = outcomes(pairs)
    return tuple(scored(label, found[label]) for label in LABELS)


def scored(label: str, found: Sequence[Outcome]) -> Score:
    """The score of a label over the outcomes of several papers."""
    return score(label, found, share=label in SHARES)


def outcomes(pairs: Sequence[Pair]) -> Mapping[str, tuple[Outcome, ...]]:
    """Every label of every paper, counted."""
    return {label: tuple(_outcomes(label, pairs)) for label in LABELS}


def _outcomes(label: str, pairs: Sequence[Pair]) -> Iterator[Outcome]:
    for gold, analysis in pairs:
        yield counted(label, LABELS[label](gold, analysis), gold["file"], gold["kind"])
