"""What was read, kept by content: the same bytes are never read twice by the same version of the readers."""

from __future__ import annotations

import json
import os
import tempfile
from pathlib import Path

from rinsearch.codec import from_json, to_json
from rinsearch.extract.base import READER_VERSION
from rinsearch.records import Document


class ReadCache:
    """A folder of JSON files, ``<first two digits>/<sha256>.json``; it may be deleted at any time."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path_of(self, sha256: str) -> Path:
        """Where the document with this content is kept."""
        return self.folder / sha256[:2] / f"{sha256}.json"

    def get(self, sha256: str) -> Document | None:
        """The document, or ``None`` where it is unknown, damaged, or read by another version."""
        try:
            kept = json.loads(self.path_of(sha256).read_text("utf-8"))
            if kept["reader"] != READER_VERSION:
                return None
            document = from_json(Document, kept["document"])
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return None  # whatever is wrong with it, reading the file anew mends it
        return document if document.sources and document.sources[0].sha256 == sha256 else None

    def put(self, document: Document) -> None:
        """Keep a document; a reader of the cache sees the old file or the new one, never half of it."""
        path = self.path_of(document.sources[0].sha256)
        path.parent.mkdir(parents=True, exist_ok=True)
        kept = {"reader": READER_VERSION, "document": to_json(document)}
        handle, temporary = tempfile.mkstemp(dir=path.parent, suffix=".tmp")
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                json.dump(kept, file, ensure_ascii=False, separators=(",", ":"))
            os.replace(temporary, path)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise
