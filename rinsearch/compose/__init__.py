"""From one document and its tagged passages to what it says: kind, issuer, plans, decisions, measures.

The room sees one document at a time. Finding and resolving are two passes: the tagger finds names and verbs, this room
settles which plan, whose act, and whether it is decided, proposed or only reported.

The room is a house of its own, whose floors tests/test_floors.py holds. ``paper`` is what all of it sees; ``heads``
reads the head of the paper: its kind, its day and session, whose it is. ``plans`` settles of which plans it speaks.
``decisions`` judges each verb of deciding: what stands around it (``verbs``), whose act it is (``subjects``), about
which plan and so which status it shows (``acts``), with its vote (``ballots``), or that it is about other business
(``business``); ``standings`` reads the lists and tables that tell it of several councils; ``reasons`` tells why.
``measures`` finds what is planned, in tables, blocks, lists and running text, by the labels and columns of ``fields``,
as drafts that ``measuring`` makes whole; ``priorities`` finds the titles above.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from rinsearch.compose.decisions.decisions import find_decisions
from rinsearch.compose.heads.head import read_paper
from rinsearch.compose.heads.parties import count, municipalities_of, organisations_of
from rinsearch.compose.measures.measures import find_measures
from rinsearch.compose.measures.new_measures import with_new_measures
from rinsearch.compose.paper import Paper
from rinsearch.compose.plans.plan_times import find_plans
from rinsearch.compose.plans.plans import Plans
from rinsearch.compose.priorities.priorities import find_above, find_goals, find_priorities
from rinsearch.records import Analysis, Document, Goal, GroupCount, Measure, Passage, Priority

__all__ = ["understand"]


def understand(document: Document, passages: tuple[Passage, ...], known: Mapping[str, Any] | None = None) -> Analysis:
    """What a document says.

    ``known`` holds facts about the file that win over what is guessed: kind, title, date, issuer (from metadata.csv).
    """
    paper = read_paper(document, passages, known)
    plans = find_plans(paper)
    decisions, events = find_decisions(paper, plans)
    goals = find_goals(paper, plans)
    priorities, measures = _priorities_and_measures(paper, plans, goals)
    return replace(
        _with_head(document, paper),
        plans=plans.ids(),
        municipalities=municipalities_of(paper, decisions),
        organisations=organisations_of(paper),
        target_groups=_groups(paper),
        decisions=decisions,
        events=events,
        measures=measures,
        priorities=priorities,
        goals=goals,
    )


def _with_head(document: Document, paper: Paper) -> Analysis:
    """Which document it is and what its head says."""
    return Analysis(
        id=document.id,
        source=str(document.sources[0]),
        kind=paper.kind,
        title=paper.title,
        date=paper.date,
        issuer=paper.issuer,
        author=paper.author,
        session=paper.session,
        case_numbers=paper.case_numbers,
        evidence=paper.evidence,
        warnings=document.warnings,
    )


def _priorities_and_measures(
    paper: Paper, plans: Plans, goals: tuple[Goal, ...]
) -> tuple[tuple[Priority, ...], tuple[Measure, ...]]:
    """Where nothing is called a priority, the titles above the measures may be some; then these are read once more."""
    priorities = find_priorities(with_new_measures(paper), plans)
    measures = find_measures(paper, plans, priorities, goals)
    above = find_above(paper, plans, measures) if measures and not priorities else ()
    return (above, find_measures(paper, plans, above, goals)) if above else (priorities, measures)


def _groups(paper: Paper) -> tuple[GroupCount, ...]:
    return tuple(GroupCount(group, number) for group, number in count(paper, "target_group"))
