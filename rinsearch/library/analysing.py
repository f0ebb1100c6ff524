"""Analyse files without an index."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from rinsearch.errors import ReadError, UsageError
from rinsearch.later import later
from rinsearch.library.corpus import paper_files
from rinsearch.records import Analysis, Document

if TYPE_CHECKING:
    from rinsearch import extract
    from rinsearch.library import understanding
else:
    extract = later("rinsearch.extract")
    understanding = later("rinsearch.library.understanding")


@dataclass(frozen=True, slots=True)
class Text:
    """Text given as it is, in place of a file."""

    text: str
    name: str = "text"


@dataclass(frozen=True, slots=True)
class Analyses:
    """What was understood of several files, in order."""

    documents: tuple[Analysis, ...]


def analyse(paper: Path | str | Text, *, passages: bool = False) -> Analysis:
    """What one paper says: kind, issuer, plans, decisions, measures; no index is needed.

    ``passages`` adds the text with its tags. Raises `ReadError` where the file cannot be read.
    """
    if isinstance(paper, Text):
        return _shown(understanding.understand_text(paper.text, paper.name), passages)
    found = analyse_all([paper], passages=passages).documents
    if len(found) != 1:
        raise UsageError(f"There are {len(found)} papers.", place=str(paper), advice="Use analyse_all for a folder.")
    if found[0].error:
        problem = found[0].error
        raise ReadError(problem.message, place=problem.place, advice=problem.advice)
    return found[0]


def analyse_all(papers: Iterable[Path | str], *, passages: bool = False) -> Analyses:
    """What several papers say, one entry for each; of a file that cannot be read its error."""
    given = paper_files(papers)
    facts = {paper.path: paper for paper in given}
    found = []
    with extract.Readers() as readers:
        for path, result in readers.read_all(facts):
            paper = facts[path]
            if isinstance(result, Document):
                named = replace(result, sources=(replace(result.sources[0], path=paper.label),))
                found.append(_shown(understanding.understand_document(named, paper.facts.known), passages))
            else:
                problem = replace(result.as_problem(), place=paper.label)
                found.append(Analysis(id=None, source=paper.label, error=problem))
    return Analyses(tuple(found))


def _shown(reading: understanding.Reading, passages: bool) -> Analysis:
    return reading.with_passages() if passages else reading.analysis
