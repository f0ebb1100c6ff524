"""Files that answers are written to."""

from __future__ import annotations

from pathlib import Path

from rinsearch.errors import UsageError


def write_file(path: Path, text: str) -> int:
    """Write a text as UTF-8, half characters as question marks; returns its bytes.

    Raises `UsageError` where the folder is not there or the file cannot be written.
    """
    place = path.name or "to"
    if not path.parent.is_dir():
        raise UsageError("The folder for the file is not there.", place=place, advice="Make it first.")
    data = text.encode("utf-8", "replace")
    try:
        path.write_bytes(data)
    except OSError as error:
        message = f"It cannot be written ({error.strerror})."
        raise UsageError(message, place=place, advice="Choose another name or folder.") from None
    return len(data)
