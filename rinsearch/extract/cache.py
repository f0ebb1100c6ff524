"""What was read, kept by content: the same bytes are never read twice by the same version of the readers."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from rinsearch.extract.base import READER_VERSION, Result
from rinsearch.extract.ocr import NEEDS_OCR, tesseract
from rinsearch.extract.results import moved, result_from_json, result_to_json
from rinsearch.records import Document


class ReadCache:
    """A folder of JSON files, ``<first two digits>/<sha256>.json``; it may be deleted at any time.

    What is kept is the list of a file's documents, with an error for each member of an archive that cannot be read.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path_of(self, sha256: str) -> Path:
        """Where the results of the file with this content are kept."""
        return self.folder / sha256[:2] / f"{sha256}.json"

    def get(self, sha256: str, path: str = "") -> tuple[Result, ...] | None:
        """The results, as of a file at ``path``; ``None`` where unknown, damaged, or read by another version."""
        try:
            kept = json.loads(self.path_of(sha256).read_text("utf-8"))
            if kept["reader"] != READER_VERSION or kept["file"] != sha256:
                return None
            return tuple(moved(result_from_json(each), "", path) for each in kept["results"])
        except (OSError, ValueError, KeyError, TypeError, AttributeError, IndexError):
            return None  # whatever is wrong with it, reading the file anew mends it

    def settled(self, sha256: str, path: str = "") -> tuple[Result, ...] | None:
        """The same; ``None`` also where pages wait for a recognition of text that is there by now."""
        known = self.get(sha256, path)
        return None if known and _wait_for_ocr(known) and tesseract.available() else known

    def put(self, sha256: str, results: Sequence[Result], path: str = "") -> None:
        """Keep the results of a file at ``path``; who reads sees the old ones or the new ones, never half of them."""
        target = self.path_of(sha256)
        target.parent.mkdir(parents=True, exist_ok=True)
        listed = [result_to_json(moved(each, path, "")) for each in results]
        kept = {"reader": READER_VERSION, "file": sha256, "results": listed}
        _write(target, kept)


def _wait_for_ocr(results: Sequence[Result]) -> bool:
    documents = (each for each in results if isinstance(each, Document))
    return any(notice.code == NEEDS_OCR for document in documents for notice in document.warnings)


def _write(target: Path, kept: Any) -> None:
    handle, temporary = tempfile.mkstemp(dir=target.parent, suffix=".tmp")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(kept, file, ensure_ascii=False, separators=(",", ":"))
        os.replace(temporary, target)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
