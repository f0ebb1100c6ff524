"""Papers that hold what a council resolved, whatever they are called, and so are minutes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rinsearch.compose.paper import Paper, lines, tags_of
from rinsearch.compose.plans.topics import item_number
from rinsearch.compose.votes import join_votes
from rinsearch.records import DocumentKind, Passage
from rinsearch.taxonomy.phrases import phrase


def as_held(paper: Paper, voted: Sequence[Passage]) -> Paper:
    """A paper as minutes where it tells how was voted, or what was resolved; ``voted`` are its passages with votes."""
    return replace(paper, kind=DocumentKind.MINUTES) if _is_held(paper, voted) else paper


def _is_held(paper: Paper, voted: Sequence[Passage]) -> bool:
    whose = paper.issuer is not None or paper.session is not None  # a table of several councils is none of one's
    if paper.kind == DocumentKind.OTHER:
        return bool(voted and whose) or _resolves(paper)
    # An agenda with the results written in.
    return paper.kind == DocumentKind.AGENDA and whose and sum(map(_has_result, voted)) > 1


def _has_result(passage: Passage) -> bool:
    """Whether an item of an agenda ends with how it was voted on: "2. Rebalans proračuna – sprejeto, 17:0"."""
    vote = join_votes(tags_of(passage, "vote"))
    return item_number(passage) is not None and vote is not None and vote.for_ is not None


def _resolves(paper: Paper) -> bool:
    """Whether a paper of a council's session says what was resolved in it: "Sklep št. 7: na znanje."."""
    held = paper.session is not None and paper.issuer is not None
    return held and any(phrase("decides-here").match(line.text) for line in lines(paper.passages))
