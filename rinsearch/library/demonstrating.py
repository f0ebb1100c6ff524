"""The demonstration: the sample papers, and one answer to each of the three questions."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rinsearch.answers import CouncilTable, Listing, SearchAnswer
from rinsearch.codec import to_json
from rinsearch.errors import UsageError
from rinsearch.library.library import Library
from rinsearch.library.progress import Progress, quiet
from rinsearch.records import CitedMeasure, IngestReport

PLAN = "rin-sv/jugovzhodna/2017-2020"
GROUP = "romi"
QUERY = "dusevno zdravje"  # as one types it without carons
HITS = 3
CORPUS = "corpus"


@dataclass(frozen=True, slots=True)
class Demo:
    """What was read, and the three answers."""

    ingest: IngestReport
    councils: CouncilTable
    measures: Listing[CitedMeasure]
    search: SearchAnswer

    def to_json(self) -> dict[str, Any]:
        """The four answers under their names."""
        return {
            "ingest": to_json(self.ingest),
            "councils": to_json(self.councils),
            "measures": self.measures.to_json(),
            "search": to_json(self.search),
        }


def demo(*, index: str = "indexes/demo", progress: Progress = quiet) -> Demo:
    """Read the sample papers and show councils, measures and a search.

    Raises `UsageError` where there are no sample papers.
    """
    corpus = sample_corpus()
    with Library(index) as library:
        report = library.ingest(corpus, progress=progress)
        councils = library.councils(PLAN)
        measures = library.measures(target_group=GROUP, plan=PLAN)
        return Demo(report, councils, measures, library.search(QUERY, limit=HITS))


def sample_corpus() -> Path:
    """The folder of sample papers, beside the package in a clone of the repository, or in the current folder."""
    for home in (Path(__file__).parents[2], Path.cwd()):
        if (home / CORPUS / "SOURCES.md").is_file():
            return home / CORPUS
    advice = "Run it in a clone of the repository; your own papers go in with `rinsearch ingest FOLDER`."
    raise UsageError("The sample papers are not here.", place=CORPUS, advice=advice)
