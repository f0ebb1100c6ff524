"""Files that people asked for are written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from rinsearch.errors import UsageError

READABLE = 0o644  # a new temporary file can be read by its owner alone


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A file beside `path` to write to; at the end of the block it takes the name of `path`.

    Whatever ends the block early leaves `path` as it was. A link keeps its place and its target is exchanged; what is
    no file, such as ``/dev/stdout``, is written to as it stands. Raises `UsageError` for a folder that is not there, or
    where nothing can be written.
    """
    if not path.parent.is_dir():
        raise UsageError("The folder for the file is not there.", place=path.name, advice="Make it first.")
    try:
        if path.exists() and not path.is_file():
            yield path
        else:
            yield from _exchanged(path.resolve())
    except OSError as error:
        message = f"It cannot be written ({error.strerror or error})."
        raise UsageError(message, place=path.name or "to", advice="Choose another name or folder.") from None


def write_text(path: Path, text: str) -> int:
    """Write a text as UTF-8, half characters as question marks; returns its bytes. Raises as `replacing` does."""
    data = text.encode("utf-8", "replace")
    with replacing(path) as waiting:
        waiting.write_bytes(data)
    return len(data)


def _exchanged(path: Path) -> Iterator[Path]:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=path.suffix)
    os.close(handle)
    try:
        yield Path(name)
        with open(name, "rb+") as file:  # or a loss of power could leave the new name without its bytes
            os.fsync(file.fileno())
        os.chmod(name, path.stat().st_mode if path.exists() else READABLE)
        os.replace(name, path)
    finally:
        with suppress(FileNotFoundError):
            os.unlink(name)
