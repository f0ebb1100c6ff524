"""Reports to files, with links that lead from where the report stands to the papers."""

from __future__ import annotations

import datetime
import os
from importlib import metadata
from pathlib import Path
from urllib.parse import quote

from rinsearch.errors import UsageError
from rinsearch.evaluate.measured import measured
from rinsearch.export.columns import anchor
from rinsearch.library.folders import place_of
from rinsearch.library.snapshots import digest_of
from rinsearch.library.state import Files
from rinsearch.records import DocumentInfo, Written
from rinsearch.report import Making, Material, report
from rinsearch.whole import write_text

__all__ = ["Material", "write_report"]
ENDINGS = (".html", ".htm")


def write_report(found: Material, path: Path, files: Files) -> Written:
    """Write the report of a plan. Raises `UsageError` where the file cannot be one."""
    if path.suffix.lower() not in ENDINGS:
        raise UsageError("A report is written as HTML.", place=path.name, advice="Let the name end with .html.")
    corpus = digest_of(document.id for document in found.documents)
    made = Making(datetime.date.today(), metadata.version("rinsearch"), corpus, measured())
    links = _Links(files, path.absolute().parent)
    return Written(path.name, write_text(path, report(found, made, links)))


class _Links:
    """Where a page of a document can be opened from the report's folder."""

    def __init__(self, files: Files, home: Path) -> None:
        self.files = files
        self.home = home

    def __call__(self, document: DocumentInfo, page: int | None) -> str | None:
        """A relative link to the file; to its archive where it is a member; none where it has gone."""
        file = document.source.partition("!/")[0]
        label, folder = place_of(self.files, file)
        path = folder / file.removeprefix(f"{label}/")
        if not path.is_file():
            return None
        try:
            relative = os.path.relpath(path, self.home)
        except ValueError:  # another drive of Windows
            return None
        return quote(Path(relative).as_posix()) + anchor(document.source, page)
