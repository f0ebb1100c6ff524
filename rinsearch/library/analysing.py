"""Analyse files without an index."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rinsearch.answers import PaperAnalysis, clipped, dressed, paper_table
from rinsearch.errors import ReadError, UsageError
from rinsearch.later import later
from rinsearch.library import arguments, limits, owning
from rinsearch.library.corpus import PaperFile, paper_files
from rinsearch.library.limits import MEMORY_LIMIT, TIME_LIMIT
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

    def _repr_html_(self) -> str:
        return "".join(paper_table(each, clipped).as_html() for each in self.documents)


def analyse(
    paper: Path | str | Text,
    *,
    passages: bool = False,
    taxonomy: Path | str | None = None,
    time_limit: float = TIME_LIMIT,
    memory_limit: int = MEMORY_LIMIT,
) -> PaperAnalysis:
    """What one paper says: kind, issuer, plans, decisions, measures; no index is needed.

    ``passages`` adds the text with its tags, ``taxonomy`` is a file of your own terms (as in `Library.ingest`, as are
    the limits). Raises `ReadError` where the file cannot be read.
    """
    arguments.flag("passages", passages)
    if isinstance(paper, Text):
        owning.hold_given(arguments.path_or_none("taxonomy", taxonomy))
        text, name = arguments.query(paper.text), arguments.text("name", paper.name, "text")
        return dressed(_shown(understanding.understand_text(text, name), passages), PaperAnalysis)
    arguments.path("paper", paper)
    bounds: dict[str, Any] = {"time_limit": time_limit, "memory_limit": memory_limit}
    every = analyse_all([paper], passages=passages, taxonomy=taxonomy, **bounds)
    found = every.documents
    own = [each for each in found if "!/" not in each.source]  # a mail is a paper itself, whatever came with it
    if len(found if len(own) != 1 else own) != 1:
        advice = "Use analyse_all for a folder or an archive."
        raise UsageError(f"There are {len(found)} papers.", place=str(paper), advice=advice)
    return _understood(own[0] if own else found[0])


def _understood(analysis: Analysis) -> PaperAnalysis:
    """The analysis, as a notebook shows it; raises the error that it holds."""
    if analysis.error:
        problem = analysis.error
        raise ReadError(problem.message, place=problem.place, advice=problem.advice)
    return dressed(analysis, PaperAnalysis)


def analyse_all(
    papers: Iterable[Path | str],
    *,
    passages: bool = False,
    taxonomy: Path | str | None = None,
    time_limit: float = TIME_LIMIT,
    memory_limit: int = MEMORY_LIMIT,
) -> Analyses:
    """What several papers say, one entry for each, members of archives too; of what cannot be read its error.

    ``time_limit`` (seconds, and a twelfth more for each page that needs OCR) and ``memory_limit`` (MB, on Linux) are
    of each file.
    """
    arguments.flag("passages", passages)
    owning.hold_given(arguments.path_or_none("taxonomy", taxonomy))
    options = extract.ReadOptions.within(*limits.checked(time_limit, memory_limit))
    given = paper_files(arguments.paths("papers", papers))
    return Analyses(tuple(analyse_files(given.papers.values(), options, passages=passages)))


def analyse_files(
    papers: Iterable[PaperFile], options: extract.ReadOptions | None = None, *, passages: bool = False
) -> Iterator[Analysis]:
    """What the papers in these files say, one after the other."""
    files = {paper.path: paper for paper in papers}
    with extract.Readers(options) as readers:
        for path, results in readers.read_all(files):
            paper = files[path]
            for result in results:
                yield _analysis(extract.moved(result, path.as_posix(), paper.label), paper, passages)


def _analysis(result: extract.Result, paper: PaperFile, passages: bool) -> Analysis:
    if not isinstance(result, Document):
        return Analysis(id=None, source=result.place or paper.label, error=result.as_problem())
    facts = paper.facts_of(result.sources[0])
    return _shown(understanding.understand_document(result, facts.known), passages)


def _shown(reading: understanding.Reading, passages: bool) -> Analysis:
    return reading.with_passages() if passages else reading.analysis
