"""Reports to files, with links that lead from where the report stands to the papers."""

from __future__ import annotations

import datetime
from importlib import metadata
from pathlib import Path

from rinsearch.errors import UsageError
from rinsearch.evaluate.measured import measured
from rinsearch.library.corrections import NAME
from rinsearch.library.links import Links
from rinsearch.library.snapshots import digest_of
from rinsearch.library.state import Files
from rinsearch.records import Written
from rinsearch.report import Making, Material, report
from rinsearch.whole import write_text

__all__ = ["Material", "write_report"]
ENDINGS = (".html", ".htm")


def write_report(found: Material, path: Path, files: Files) -> Written:
    """Write the report of a plan. Raises `UsageError` where the file cannot be one."""
    if path.suffix.lower() not in ENDINGS:
        raise UsageError("A report is written as HTML.", place=path.name, advice="Let the name end with .html.")
    corpus = digest_of(document.id for document in found.documents)
    links = Links(files, path.absolute().parent)
    said = [word for label in files.folders if (word := links.to(f"{label}/{NAME}", None))]
    words = said[0] if len(said) == 1 else None  # of several files none says which of them has a word
    made = Making(datetime.date.today(), metadata.version("rinsearch"), corpus, measured(), words)
    html = report(found, made, lambda document, page: links.to(document.source, page))
    return Written(path.name, write_text(path, html))
