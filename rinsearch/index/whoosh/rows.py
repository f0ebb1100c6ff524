"""Entries as rows of Whoosh: its fields and columns, and what is read from them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from whoosh import columns, fields, formats

from rinsearch.index.base import CONTEXT, EXACT, SEPARATOR, WORDS, Candidate, Entry, Scope, Stored
from rinsearch.index.lines import line_of
from rinsearch.index.whoosh.snapshot import Snapshot
from rinsearch.language import fold

LINES = ("brief", WORDS, CONTEXT, EXACT, "data")


class Terms(fields.FieldType):  # type: ignore[misc]
    """A field that takes ready terms with their counts, and keeps neither positions nor lengths."""

    def __init__(self) -> None:
        super().__init__(formats.Existence(), None)

    def index(self, value: Mapping[str, int], **_: object) -> Iterator[tuple[bytes, int, float, bytes]]:
        """Postings of one entry."""
        return ((term.encode(), count, float(count), b"") for term, count in value.items())


def schema() -> Any:
    """Five fields of terms and five columns."""
    terms = {name: Terms() for name in (WORDS, CONTEXT, EXACT, "forms", "filter")}
    lines = {f"line_{name}": fields.COLUMN(columns.VarBytesColumn()) for name in LINES}
    return fields.Schema(**terms, **lines)


def row(entry: Entry) -> dict[str, Any]:
    """An entry as Whoosh takes it."""
    filters = {f"{name}={value}": 1 for name, values in entry.filters.items() for value in values}
    filters |= {f"scope={entry.scope}": 1, f"document={entry.document}": 1}
    lines = {
        "brief": "\t".join((entry.id, entry.document, entry.kind, entry.date)),
        WORDS: line_of(entry.words),
        CONTEXT: f"{' '.join(entry.title)}\n{' '.join(entry.section)}",
        EXACT: f" {' '.join(entry.exact)} ",
        "data": entry.data,
    }
    return {
        WORDS: Counter(term for terms in entry.words for term in terms),
        CONTEXT: Counter((*entry.title, *entry.section)),
        EXACT: Counter(entry.exact),
        "forms": {SEPARATOR.join((fold(form), form, key)): 1 for form, key in entry.forms},
        "filter": filters,
        **{f"line_{name}": line.encode("utf-8", "replace") for name, line in lines.items()},
    }


def candidate(snapshot: Snapshot, number: int, score: float) -> Candidate:
    """A passage with what the ranker needs."""
    title, _, section = snapshot.line(CONTEXT, number).partition("\n")
    id, document, kind, date = snapshot.brief(number)
    return Candidate(id, document, kind, date, snapshot.line(WORDS, number), title, section, score)


def with_id(snapshot: Snapshot, id: str) -> list[int]:
    """A document's id, or a passage's, which begins with its document's and a full stop."""
    entries = snapshot.postings("document", id) or snapshot.postings("document", id.rpartition(".")[0])
    return [number for number in entries if snapshot.brief(number)[0] == id][:1]


def stored(snapshot: Snapshot, number: int) -> Stored:
    """An entry as it was handed in."""
    id, document, *_ = snapshot.brief(number)
    scope = Scope.DOCUMENT if number in snapshot.postings("scope", Scope.DOCUMENT) else Scope.PASSAGE
    return Stored(id, document, scope, snapshot.line("data", number))
