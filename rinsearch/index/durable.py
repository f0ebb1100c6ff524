"""Commits that survive a loss of power."""

from __future__ import annotations

import os
import weakref
from contextlib import suppress
from typing import Any

from whoosh.filedb.filestore import FileStorage


class Durable(FileStorage):  # type: ignore[misc]
    """A folder where a commit is on the disk before its table of contents takes its name.

    Whoosh itself never calls fsync, so that a loss of power could leave a table of contents without its segments.
    """

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self._written: set[str] = set()
        self._opened: weakref.WeakSet[Any] = weakref.WeakSet()

    def create_file(self, name: str, *arguments: Any, **options: Any) -> Any:
        """Remember what was written."""
        self._written.add(name)
        return super().create_file(name, *arguments, **options)

    def open_file(self, name: str, *arguments: Any, **options: Any) -> Any:
        """Remember what was opened: Whoosh leaves a file open when it cannot read it."""
        file = super().open_file(name, *arguments, **options)
        self._opened.add(file)
        return file

    def close_files(self) -> None:
        """Close every file that is still open; for an index that turned out to be broken."""
        for file in tuple(self._opened):
            with suppress(Exception):  # a file whose reading failed half-way may not close cleanly either
                file.close()

    def rename_file(self, old: str, new: str, safe: bool = False) -> None:
        """Everything written so far goes to the disk first, the folder's new name after."""
        for name in self._written:
            path = os.path.join(self.folder, name)
            if os.path.exists(path):
                with open(path, "rb+") as file:
                    os.fsync(file.fileno())
        self._written.clear()
        super().rename_file(old, new, safe=safe)
        _sync_folder(self.folder)


def _sync_folder(folder: str) -> None:
    if os.name != "posix":  # Windows cannot open a folder
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
