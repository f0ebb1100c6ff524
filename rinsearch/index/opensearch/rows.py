"""Entries as a cluster keeps them: the mapping of an index, and a row for each entry and each known form.

Terms come ready. Those of ``words`` and ``exact`` are handed over as one text, positions and terms apart by control
characters, and taken apart again by a tokenizer that knows nothing else; all others are keywords. A row has the number
of the commit that brought it: what is newer than the state that is read is not seen (`state`). Each document has one
row that answers for all of it, with the terms of all its entries in the fields that begin with ``all_``.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from rinsearch.index.base import CONTEXT, EXACT, SEPARATOR, WORDS, Entry, by_document, tie
from rinsearch.index.gains import repeated
from rinsearch.index.opensearch.address import Address
from rinsearch.index.opensearch.candidates import packed
from rinsearch.index.opensearch.terms import NOTHING, PLACES, TERMS, clean, text
from rinsearch.language import fold

MAPPING = 2  # the version of what follows; an index of another one is built anew
TIMES = "\x1c"  # between field, count and term
ANSWERS, FORM = "owner", "form"  # scopes of rows: that answer for their documents, and that are no entries
GAP = 2 * "-"  # between the name of an index and the number of one building
MOST_TERMS = 1_000_000  # of one query: documents in which a phrase stands
TEXTS = (WORDS, CONTEXT, EXACT)
LINE = "line"  # what the ranker needs of an entry, apart from the rest: `candidates`
KEPT = ("brief", "data", "state")  # of a row as it was sent; all else is only asked for

Row = dict[str, Any]


# --- the index --------------------------------------------------------------------------------------------------------


def template(address: Address) -> Mapping[str, Any]:
    """What every index of this name is made by."""
    return {
        "index_patterns": [f"{address.name}{GAP}*"],
        "priority": 500,
        "version": MAPPING,
        "_meta": {"program": "rinsearch"},
        "template": {"settings": _settings(address), "mappings": _mappings()},
    }


def _settings(address: Address) -> Mapping[str, Any]:
    several = {"type": "pattern_capture", "preserve_original": False, "patterns": [f"([^{TERMS}]+)"]}
    return {
        "number_of_shards": address.shards,
        "number_of_replicas": address.replicas,
        "refresh_interval": "-1",  # every commit says itself when it is to be seen
        "codec": "best_compression",  # of what a page of hits needs: a third of the size, a fraction of a ms for ten
        "translog": {"flush_threshold_size": "64mb"},  # so much is done again where a node comes back; usual are 512
        "max_terms_count": MOST_TERMS,
        "analysis": {
            "tokenizer": {"places": {"type": "simple_pattern_split", "pattern": PLACES}},
            "filter": {"several": several},
            "analyzer": {"places": {"type": "custom", "tokenizer": "places", "filter": ["several"]}},
        },
    }


def _mappings() -> Mapping[str, Any]:
    text = {"type": "text", "analyzer": "places", "norms": False, "similarity": "boolean"}
    column = {"type": "keyword"}
    terms = {"type": "keyword", "doc_values": False, "norms": False}
    number = {"type": "integer"}
    return {
        "dynamic": False,
        "_source": {"includes": list(KEPT)},
        "dynamic_templates": [
            {"all": {"path_match": "all_filters.*", "mapping": terms}},
            {"own": {"path_match": "filters.*", "mapping": column}},
        ],
        "properties": {
            WORDS: text,
            EXACT: text,
            LINE: {"type": "binary", "doc_values": True},
            **dict.fromkeys(("id", "document", "form"), column),
            **dict.fromkeys(("scope", CONTEXT, "often", *(f"all_{name}" for name in TEXTS)), terms),
            **dict.fromkeys(("rank", "day", "number"), number),
            "since": {"type": "long"},
            "filters": {"type": "object", "dynamic": True},
            "all_filters": {"type": "object", "dynamic": True},
        },
    }


# --- rows -------------------------------------------------------------------------------------------------------------


def rows(entries: Iterable[Entry], since: int) -> Iterator[tuple[str, str, Row]]:
    """Id, routing and row of the entries of whole documents."""
    for answering, paper in by_document(entries):
        for entry in paper:
            row = _row(entry, since)
            if entry is answering:
                row |= {"scope": [*row["scope"], ANSWERS], **_answer(paper)}
            yield f"{clean(entry.id)}@{since}", clean(entry.document), row


def forms(entries: Iterable[Entry], known: Collection[int]) -> Iterator[tuple[int, str, Row]]:
    """Number, id and row of the forms that are not known yet."""
    for form, key in sorted({pair for entry in entries for pair in entry.forms}):
        line = SEPARATOR.join((clean(fold(form)), clean(form), clean(key)))
        digest = hashlib.blake2b(line.encode(), digest_size=12).hexdigest()
        if int(digest[:16], 16) not in known:
            yield int(digest[:16], 16), f"form-{digest}", {"scope": [FORM], "form": line}


def _row(entry: Entry, since: int) -> Row:
    rank, day, *_, number, _ = tie(entry.kind, entry.date, entry.document, entry.id)
    return {
        "id": clean(entry.id),
        "document": clean(entry.document),
        "scope": [entry.scope],
        "since": since,
        "rank": rank,
        "day": -day,
        "number": min(number, 2**31 - 1),
        "brief": [text(each) for each in (entry.id, entry.document, entry.scope)],
        LINE: packed(entry),
        WORDS: PLACES.join(TERMS.join(map(clean, terms)) or NOTHING for terms in entry.words),
        EXACT: PLACES.join(clean(form) or NOTHING for form in entry.exact),
        CONTEXT: _context(entry),
        "often": list(_often(entry)),
        "filters": _filters((entry,)),
        "data": text(entry.data),
    }


def _answer(paper: Sequence[Entry]) -> Row:
    """What the row that answers for a document has more."""
    words = dict.fromkeys(clean(term) for entry in paper for terms in entry.words for term in terms)
    return {
        f"all_{WORDS}": list(words),
        f"all_{EXACT}": list(dict.fromkeys(clean(form) for entry in paper for form in entry.exact)),
        f"all_{CONTEXT}": list(dict.fromkeys(term for entry in paper for term in _context(entry))),
        "all_filters": _filters(paper),
    }


def _context(entry: Entry) -> list[str]:
    return list(dict.fromkeys(clean(term) for term in (*entry.title, *entry.section)))


def _filters(entries: Iterable[Entry]) -> Mapping[str, list[str]]:
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for entry in entries:
        for name, values in entry.filters.items():
            found[name].update(dict.fromkeys(clean(value) for value in values))
    return {name: list(values) for name, values in found.items()}


def often(field: str, term: str, count: int) -> str:
    """The term that stands for "so many times or more in this entry"."""
    return f"{field}{TIMES}{count}{TIMES}{clean(term)}"


def _often(entry: Entry) -> Iterator[str]:
    texts = {
        WORDS: Counter(term for terms in entry.words for term in terms),
        CONTEXT: Counter((*entry.title, *entry.section)),
        EXACT: Counter(entry.exact),
    }
    for field, counts in texts.items():
        yield from (often(field, term, number) for term, number in repeated(counts))
