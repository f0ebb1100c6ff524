"""Links that lead from where a report or a spreadsheet stands to the papers."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import quote, unquote

from rinsearch.export.cells import anchor
from rinsearch.library.folders import place_of
from rinsearch.library.state import Files


class Links:
    """Where files of an index can be opened from a folder."""

    def __init__(self, files: Files, home: Path) -> None:
        self.files = files
        self.home = home

    def to(self, source: str, page: int | None) -> str | None:
        """A relative link to a page of a paper; to its archive where it is a member; none where it has gone."""
        path = self._path(source.partition("!/")[0])
        return None if path is None else path + anchor(source, page)

    def anew(self, link: str) -> str | None:
        """The link of an export, a path inside the corpus with ``#page=``, from this folder."""
        file, mark, page = link.partition("#")
        path = self._path(unquote(file))
        return None if path is None else path + mark + page

    def _path(self, file: str) -> str | None:
        label, folder = place_of(self.files, file)
        path = folder / file.removeprefix(f"{label}/")
        if not path.is_file():
            return None
        try:
            relative = os.path.relpath(path, self.home)
        except ValueError:  # another drive of Windows
            return None
        return quote(Path(relative).as_posix())
