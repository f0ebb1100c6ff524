"""Entries as Tantivy keeps them: its fields, and what each of them holds of an entry.

Terms come ready, so no field has an analyser: each value is one term. Only ``words`` and ``exact`` have positions. What
the ranker needs and the data lie in the document store. Each document has one entry, its own or the first of its
passages, that answers for all: in the fields that begin with ``all_`` it has the terms of every entry. The other fields
of terms are of passages alone, so that what is found in them need not be compared with the list of all passages.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import Any

from tantivy import Document, PreTokenizedString, Schema, SchemaBuilder, Token

from rinsearch.index.base import CONTEXT, EXACT, SEPARATOR, WORDS, Entry, Scope, by_document, tie
from rinsearch.index.gains import repeated
from rinsearch.index.lines import line_of
from rinsearch.language import fold

ANSWERS = "owner"  # the scope of the entry that answers for its document
STATE = "state"  # the scope of rows that are no entries: each commit leaves one, with its number
WORDY = "wordy"  # the scope of a document's own entry that has words, which is rare: they are beside those of passages
ALL = "all_"
FILTER, OWN = "filter", "own"  # values of a passage; those of the entry that answers for its document
FACET = "facet"  # the same once more as columns, of which counting is fast
_LATEST = 1 << 22  # one more than the number of the last day that a tie can hold
_LAST_NUMBER = (1 << 14) - 1
_NO_NUMBERS = {"key": 0, "order": 0, "day": 0}
_BETWEEN = "\x1e"  # the parts of a card; no word has it


@cache
def schema() -> Schema:
    """The fields."""
    builder = SchemaBuilder()
    for name in ("id", "scope", "often", "forms", CONTEXT, FILTER, OWN, *(ALL + name for name in _TERMS_OF)):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    for name in (WORDS, EXACT):
        builder.add_text_field(name, tokenizer_name="raw", index_option="position")
    builder.add_text_field("document", tokenizer_name="raw", index_option="basic", fast=True)
    builder.add_json_field(FACET, fast=True, tokenizer_name="raw", index_option="basic")
    for name in ("key", "day"):
        builder.add_unsigned_field(name, indexed=True, fast=True)
    for name in ("order", "generation"):
        builder.add_unsigned_field(name, fast=True)
    for name in ("card", "data"):
        builder.add_bytes_field(name, stored=True)
    return builder.build()


def rows(entries: Collection[Entry], generation: int) -> Iterator[Document]:
    """The entries of whole documents, as Tantivy takes them, and the row that says how many commits there were.

    Every row has a value in each column, if only an empty one: columns with gaps are counted half as fast.
    """
    empty = dict.fromkeys(sorted({name for entry in entries for name in _values(entry)}), ("",))
    yield Document.from_dict({"scope": STATE, "generation": generation, **_NO_NUMBERS, FACET: empty}, schema())
    for answering, paper in by_document(entries):
        for entry in paper:
            columns = {name: tuple(f"={value}" for value in each) for name, each in _values(entry).items()}
            yield _row(entry, paper if entry is answering else (), {**empty, **columns})


def often(field: str, term: str, count: int) -> str:
    """The term that stands for "so many times or more in this entry"."""
    return SEPARATOR.join((field, str(count), term))


def key_of(document: str) -> int:
    """A document's id as a number, for comparing many."""
    return int.from_bytes(hashlib.blake2b(document.encode(), digest_size=8).digest())


def order_of(entry: Entry) -> int:
    """`base.tie` as one number: ids by their first six hex digits, passages by number; beyond that there is no order.

    >>> from rinsearch.index.base import Scope
    >>> later = Entry("3f.2", "3f", Scope.PASSAGE, "", "minutes", "2017-10-12")
    >>> order_of(later) < order_of(Entry("3f.1", "3f", Scope.PASSAGE, "", "minutes", "2017-10-11"))
    True
    """
    kind, day, document, number, _ = tie(entry.kind, entry.date, entry.document, entry.id)
    digits = [_digit(each) for each in document[:6].ljust(6, "0")]
    first = int("".join(f"{digit:x}" for digit in digits), 16)
    return ((kind << 22 | _LATEST - 1 - _days(-day)) << 24 | first) << 14 | min(number, _LAST_NUMBER)


def _days(day: int) -> int:
    """A date written as one number (20171012) in fewer bits."""
    year, month = day // 10_000, day // 100 % 100
    return min((year * 12 + month) * 31 + day % 100, _LATEST - 1)


def _digit(sign: str) -> int:
    """A hex digit's value; of any other sign one that keeps the order."""
    return sum(sign >= each for each in "123456789abcdef")


def stored(row: Document, name: str) -> str:
    """What the document store holds of a row."""
    return bytes(row.get_first(name) or b"").decode()


@dataclass(frozen=True, slots=True)
class Card:
    """What the document store holds of an entry beside its data: what the ranker needs."""

    id: str
    document: str
    scope: str
    kind: str
    date: str
    title: str
    section: str
    words: str

    @classmethod
    def of(cls, row: Document) -> Card:
        """As it was written."""
        return cls(*stored(row, "card").split(_BETWEEN, 7))


# --- one row ----------------------------------------------------------------------------------------------------------


def _row(entry: Entry, paper: Sequence[Entry], columns: Mapping[str, Sequence[str]]) -> Document:
    values = {**_numbers(entry), **_stored(entry), "id": entry.id, "document": entry.document}
    values["scope"] = _scopes(entry, paper)
    values |= {} if entry.scope is Scope.DOCUMENT else _terms(entry)
    values |= _of_all(entry, paper) if paper else {}
    values["forms"] = [SEPARATOR.join((fold(form), form, key)) for form, key in entry.forms]
    values[FACET] = columns
    row = Document.from_dict(values, schema())
    row.add_pre_tokenized_text(WORDS, PreTokenizedString("", list(_positions(entry.words))))
    exact = [Token(form, place, 0, 0) for place, form in enumerate(entry.exact)]
    row.add_pre_tokenized_text(EXACT, PreTokenizedString("", exact))
    return row


def _scopes(entry: Entry, paper: Sequence[Entry]) -> list[str]:
    wordy = entry.scope is Scope.DOCUMENT and (entry.words or entry.exact)
    return [entry.scope, *([ANSWERS] if paper else []), *([WORDY] if wordy else [])]


def _terms(entry: Entry) -> dict[str, list[str]]:
    texts = ((name, _TERMS_OF[name](entry)) for name in (WORDS, CONTEXT, EXACT))
    return {
        CONTEXT: list(dict.fromkeys(_context(entry))),
        FILTER: list(dict.fromkeys(_filters(entry))),
        "often": [often(field, term, n) for field, terms in texts for term, n in repeated(Counter(terms))],
    }


def _of_all(entry: Entry, paper: Sequence[Entry]) -> dict[str, list[str]]:
    found = {
        ALL + name: list(dict.fromkeys(term for each in paper for term in terms_of(each)))
        for name, terms_of in _TERMS_OF.items()
    }
    return {**found, OWN: list(dict.fromkeys(_filters(entry)))}


def _words(entry: Entry) -> Iterator[str]:
    return chain.from_iterable(entry.words)


def _context(entry: Entry) -> Iterator[str]:
    return chain(entry.title, entry.section)


def _exact(entry: Entry) -> Iterator[str]:
    return iter(entry.exact)


def _filters(entry: Entry) -> Iterator[str]:
    return (f"{name}={value}" for name, values in _values(entry).items() for value in values)


def _values(entry: Entry) -> Mapping[str, Iterable[str]]:
    own = {name: tuple(map(str, dict.fromkeys(values))) for name, values in entry.filters.items()}
    return {
        **own,
        "scope": (entry.scope,),
        "document": tuple(dict.fromkeys((*own.get("document", ()), entry.document))),
    }


_TERMS_OF: Mapping[str, Callable[[Entry], Iterator[str]]] = {
    WORDS: _words,
    CONTEXT: _context,
    EXACT: _exact,
    FILTER: _filters,
}


def _stored(entry: Entry) -> dict[str, Any]:
    brief = (entry.id, entry.document, entry.scope, entry.kind, entry.date)
    card = _BETWEEN.join((*brief, " ".join(entry.title), " ".join(entry.section), line_of(entry.words)))
    return {"card": card.encode("utf-8", "replace"), "data": entry.data.encode("utf-8", "replace")}


def _numbers(entry: Entry) -> Mapping[str, int]:
    day = int(entry.date.replace("-", "")) if entry.date else 0
    return {"key": key_of(entry.document), "order": order_of(entry), "day": day}


def _positions(words: Sequence[Sequence[str]]) -> Iterator[Token]:
    for place, terms in enumerate(words):
        for term in terms if len(terms) == 1 else dict.fromkeys(terms):
            yield Token(term, place, 0, 0)
