"""Analyse files without an index."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from rinsearch.errors import ReadError, UsageError
from rinsearch.extract import Readers
from rinsearch.extract.base import ReadOptions
from rinsearch.extract.text import read_text
from rinsearch.library.corpus import paper_files
from rinsearch.library.understanding import Reading, understand_document
from rinsearch.records import Analysis, Document, Source

ID_DIGITS = 16  # of the content's sha256, in every document's id


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
        return _shown(understand_document(_as_document(paper)), passages)
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
    with Readers() as readers:
        for path, result in readers.read_all(facts):
            paper = facts[path]
            if isinstance(result, Document):
                named = replace(result, sources=(replace(result.sources[0], path=paper.label),))
                found.append(_shown(understand_document(named, paper.facts.known), passages))
            else:
                problem = replace(result.as_problem(), place=paper.label)
                found.append(Analysis(id=None, source=paper.label, error=problem))
    return Analyses(tuple(found))


def _as_document(given: Text) -> Document:
    """Text is read here and not in a worker: it came as an argument, and there is nothing to unpack in it."""
    data = given.text.encode()
    sha256 = hashlib.sha256(data).hexdigest()
    contents = read_text(data, ReadOptions())
    source = Source(given.name, sha256, "text/plain", len(data))
    return Document(sha256[:ID_DIGITS], (source,), "text/plain", contents.pages, contents.parts, contents.warnings)


def _shown(reading: Reading, passages: bool) -> Analysis:
    return reading.with_passages() if passages else reading.analysis
