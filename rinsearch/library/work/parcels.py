"""What travels between the one who writes an index and those who read and tag for it.

A parcel is JSON with bytes behind it: of a file that is sent by content, or of what was read, as the cache keeps it.
Nothing in it is ever unpickled or run. Both sides must read and tag alike, so each parcel says what its sender holds
for right (`Outfit`), and who holds something else does not work.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any

from rinsearch.codec import from_json, to_json
from rinsearch.extract import ReadOptions, means
from rinsearch.extract.recall import KeptPage
from rinsearch.index.base import Entry, Scope
from rinsearch.index.entries import SCHEMA
from rinsearch.language import analyser
from rinsearch.library.corpus import PaperFile
from rinsearch.library.metadata import Facts
from rinsearch.library.understanding import rules_fingerprint
from rinsearch.records import DocumentKind, Municipality

PROTOCOL = 2  # raise it when parcels change
LENGTH = 8  # bytes that say how long the JSON is
FAST = 1  # zlib's level: the words of a paper pack to a fifth in a tenth of the time that tagging takes


class Form(StrEnum):
    """How a file is given: by a path that the worker sees too, by its content, or by what was read of it before."""

    PATH = "path"
    CONTENT = "content"
    READ = "read"


class Outcome(StrEnum):
    """What a worker says: it is done (or ready, where nothing was asked), it does not see the file, it has other rules,
    its process broke down over the file, or there is a bug in it."""

    DONE = "done"
    UNSEEN = "unseen"
    REFUSED = "refused"
    LOST = "lost"
    BUG = "bug"


@dataclass(frozen=True, slots=True)
class Outfit:
    """What must be the same on both sides: protocol, rules and words, analysis of words, layout of entries, readers."""

    protocol: int
    rules: str
    analyser: str
    entries: int
    means: str

    def differences(self, other: Outfit) -> str:
        """What is different, for people."""
        pairs = ((each.name, getattr(self, each.name), getattr(other, each.name)) for each in fields(self))
        return "; ".join(f"{name}: {mine} here, {its} there" for name, mine, its in pairs if mine != its)


def outfit(options: ReadOptions) -> Outfit:
    """What holds in this process."""
    return Outfit(PROTOCOL, rules_fingerprint(), analyser(), SCHEMA, means(options))


@dataclass(frozen=True, slots=True)
class Terms:
    """A user's own terms: the name of their file and what is written in it."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Setup:
    """What holds for every file of a run."""

    outfit: Outfit
    options: ReadOptions
    terms: Terms | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """What a person knows of a paper (`Facts.known`)."""

    kind: DocumentKind | None = None
    title: str | None = None
    date: date | None = None
    issuer: Municipality | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """`Facts` as they travel."""

    url: str | None
    retrieved: date | None
    known: Known


@dataclass(frozen=True, slots=True)
class Task:
    """A file to read and to tag; ``facts`` are of the file itself (under no name) and of its members.

    ``pages`` were recognised before, and are not recognised again. ``turn`` counts how often it was given out: some
    executors take two tasks that are the same for one.
    """

    setup: Setup
    form: Form
    label: str = ""
    path: str = ""
    size: int = 0
    sha256: str = ""
    facts: Mapping[str, Said] = field(default_factory=dict)
    pages: tuple[KeptPage, ...] = ()
    turn: int = 0

    @property
    def paper(self) -> PaperFile:
        """The file as the facts of its papers are asked for."""
        facts = {name: _facts(said) for name, said in self.facts.items()}
        own = facts.pop("", Facts())
        return PaperFile(Path(self.path), self.label, "", own, members=facts)


def task_of(setup: Setup, form: Form, paper: PaperFile, sha256: str) -> Task:
    """The task for a file."""
    facts = {name: _said(each) for name, each in (("", paper.facts), *paper.members.items()) if each.digest}
    return Task(setup, form, paper.label, str(paper.path), paper.size, sha256, facts)


def _said(facts: Facts) -> Said:
    return Said(facts.url, facts.retrieved, Known(**facts.known))


def _facts(said: Said) -> Facts:
    given = {each.name: getattr(said.known, each.name) for each in fields(Known)}
    return Facts(said.url, said.retrieved, {name: value for name, value in given.items() if value is not None})


# --- as bytes ---------------------------------------------------------------------------------------------------------


def pack(header: Mapping[str, Any], content: bytes = b"") -> bytes:
    """JSON data and bytes as one parcel."""
    head = zlib.compress(json.dumps(header, separators=(",", ":")).encode(), FAST)
    return b"".join((len(head).to_bytes(LENGTH, "big"), head, content))


def unpack(parcel: bytes) -> tuple[dict[str, Any], bytes]:
    """The JSON data and the bytes. Raises `ValueError` where it is no parcel."""
    end = LENGTH + int.from_bytes(parcel[:LENGTH], "big")
    try:
        header = json.loads(zlib.decompress(parcel[LENGTH:end]))
    except zlib.error as error:
        raise ValueError("This is no parcel.") from error
    if not isinstance(header, dict):
        raise ValueError("This is no parcel.")
    return header, parcel[end:]


def pack_task(task: Task, content: bytes = b"") -> bytes:
    """A task, with the file's content or what was read of it."""
    return pack(to_json(task), content)


def unpack_task(parcel: bytes) -> tuple[Task, bytes]:
    """The task and its bytes. Raises `ValueError`, `KeyError` or `TypeError` where it is of another version."""
    header, content = unpack(parcel)
    return from_json(Task, header), content


def entries_to_json(entries: Sequence[Entry]) -> list[dict[str, Any]]:
    """Entries as JSON data; what they leave empty is left out."""
    return [_entry_to_json(each) for each in entries]


def entries_from_json(data: Sequence[Mapping[str, Any]]) -> tuple[Entry, ...]:
    """Entries from JSON data."""
    return tuple(Entry(**{name: _READ.get(name, _same)(value) for name, value in each.items()}) for each in data)


def _entry_to_json(entry: Entry) -> dict[str, Any]:
    values = {name: getattr(entry, name) for name in _NAMES}
    return {name: sorted(value) if name == "forms" else value for name, value in values.items() if value}


def _same(value: Any) -> Any:
    return value


def _pairs(value: Sequence[Sequence[str]]) -> tuple[tuple[str, ...], ...]:
    return tuple(map(tuple, value))


_NAMES = tuple(each.name for each in fields(Entry))
_READ: Mapping[str, Any] = {
    "scope": Scope,
    "words": _pairs,
    "exact": tuple,
    "title": tuple,
    "section": tuple,
    "forms": lambda value: frozenset(map(tuple, value)),
    "filters": lambda value: {name: tuple(each) for name, each in value.items()},
}
