"""From one document and its tagged passages to what it says: kind, issuer, plans, decisions, measures.

The room sees one document at a time. Finding and resolving are two passes: the tagger finds names and verbs, this room
settles which plan, whose act, and whether it is decided, proposed or only reported.

The ways lead in from here, each to a family of modules. ``head`` reads the head of the paper: its kind (``kind*``), its
day and session (``dating``), whose it is (``issuers``, ``parties``). ``plan_times`` settles of which plans it speaks
(``plan_names``, ``plans``). ``decisions`` judges each verb of deciding (``verbs``): what stands around it (``marks``,
``circumstances``), whose act it is (``subjects``, ``owners``), about what (``topics``, ``references``), and so which
status it shows (``acts``, ``statuses``, ``objections``), with its vote (``ballots``, ``votings``); ``reasons`` tells
why. ``measures`` finds what is planned, in ``tables``, ``blocks``, ``prose`` and lists, as drafts that ``measuring``
makes whole; ``priorities`` finds the titles above them (``priority_*``).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from rinsearch.compose.decisions import find_decisions
from rinsearch.compose.head import read_head
from rinsearch.compose.measures import find_measures
from rinsearch.compose.paper import Paper
from rinsearch.compose.parties import count, municipalities_of, organisations_of
from rinsearch.compose.plan_times import find_plans
from rinsearch.compose.plans import Plans
from rinsearch.compose.priorities import find_above, find_goals, find_priorities
from rinsearch.records import Analysis, Document, Goal, GroupCount, Measure, Passage, Priority

__all__ = ["understand"]


def understand(document: Document, passages: tuple[Passage, ...], known: Mapping[str, Any] | None = None) -> Analysis:
    """What a document says.

    ``known`` holds facts about the file that win over what is guessed: kind, title, date, issuer (from metadata.csv).
    """
    paper = replace(read_head(document, passages), **dict(known or {}))
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
    priorities = find_priorities(paper, plans)
    measures = find_measures(paper, plans, priorities, goals)
    above = find_above(paper, plans, measures) if measures and not priorities else ()
    return (above, find_measures(paper, plans, above, goals)) if above else (priorities, measures)


def _groups(paper: Paper) -> tuple[GroupCount, ...]:
    return tuple(GroupCount(group, number) for group, number in count(paper, "target_group"))
