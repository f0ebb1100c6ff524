"""The order of the work for one document: passages, tags, composition, entries."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from rinsearch.compose import understand
from rinsearch.extract import READER_VERSION, ReadOptions
from rinsearch.extract.text import read_text
from rinsearch.library.state import ID_DIGITS
from rinsearch.passages import split
from rinsearch.records import Analysis, Document, DocumentInfo, DocumentKind, Passage, Source, TaggedPassage, TagInfo
from rinsearch.tag import tag
from rinsearch.taxonomy import overlay

# The rooms whose words and rules decide what is found; a change in one of them re-tags an index from its cache.
RULES = (
    "carons.py",
    "clauses.py",
    "compose",
    "language.py",
    "letters.py",
    "misread",
    "misspelt.py",
    "normalise",
    "passages",
    "places.py",
    "records",
    "sieve.py",
    "signs.py",
    "tag",
    "taxonomy",
)


@dataclass(frozen=True, slots=True)
class Reading:
    """A document understood."""

    document: Document
    passages: tuple[Passage, ...]
    analysis: Analysis

    def info(self, url: str | None = None) -> DocumentInfo:
        """The document as answers cite it."""
        found = self.analysis
        kind = found.kind or DocumentKind.OTHER
        return DocumentInfo(self.document.id, found.source, kind, found.title, _day(found), found.issuer, url)

    def with_passages(self) -> Analysis:
        """The analysis with its passages and their tags."""
        return replace(self.analysis, passages=tuple(_shown(passage) for passage in self.passages))


def _day(found: Analysis) -> date | None:
    """The day by which a paper is asked for: its own; a memo without one was there by the session that it is for."""
    held = found.session.date if found.session and found.kind is DocumentKind.MEMO else None
    return found.date or held


def understand_document(document: Document, known: Mapping[str, Any] | None = None) -> Reading:
    """Read passages, tag them, and compose what the document says."""
    passages, notices = split(document)
    tagged = tag(passages)
    whole = replace(document, warnings=(*document.warnings, *notices))
    return Reading(whole, tagged, understand(whole, tagged, known))


def understand_text(text: str, name: str) -> Reading:
    """Understand text that came as an argument: it is read here, for there is nothing in it to unpack or to run."""
    data = text.encode()
    sha256 = hashlib.sha256(data).hexdigest()
    contents = read_text(data, ReadOptions())
    source = Source(name, sha256, "text/plain", len(data))
    document = Document(sha256[:ID_DIGITS], (source,), "text/plain", contents.pages, contents.parts, contents.warnings)
    return understand_document(document)


def _shown(passage: Passage) -> TaggedPassage:
    tags = tuple(
        TagInfo(tag.label, tag.value, tag.evidence.start, tag.evidence.end, tag.evidence.rule) for tag in passage.tags
    )
    return TaggedPassage(passage.id, passage.page, passage.box, passage.kind, passage.section, passage.text, tags)


def rules_fingerprint() -> str:
    """What the rules, the taxonomy and the readers are, as 16 hex digits, and the user's own terms behind a hyphen."""
    own = overlay.active().digest
    return f"{_package_fingerprint()}-{own}" if own else _package_fingerprint()


@cache
def _package_fingerprint() -> str:
    digest = hashlib.sha256(READER_VERSION.encode())
    for name in RULES:
        for text in _contents(files("rinsearch") / name):
            digest.update(text)
    return digest.hexdigest()[:16]


def _contents(place: Traversable) -> list[bytes]:
    """The program and data files below a place, in order of name, line ends alike on every system."""
    if place.is_file():
        return [place.read_bytes().replace(b"\r\n", b"\n")]
    inside = sorted(place.iterdir(), key=lambda each: each.name)
    kept = [each for each in inside if each.is_dir() or each.name.endswith((".py", ".csv", ".toml"))]
    return [text for each in kept if each.name != "__pycache__" for text in _contents(each)]
