"""What was understood of a document, made into the entries of an index, and read back from them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from rinsearch.codec import from_json, to_json
from rinsearch.index.base import DECIDED, TAG, Entry, Scope, Stored
from rinsearch.language import LONGEST_WORD, Token, fold, tokenize
from rinsearch.matching import session_values, statuses
from rinsearch.records import Analysis, DocumentInfo, Passage, Source, Status, TaggedPassage, TagInfo

SCHEMA = 2  # raise it whenever entries change, so that old indexes are rebuilt
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_SIGNS = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015", "-") | {"\u00a0": None, " ": None})


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """What the entry of a document holds: the analysis is without passages."""

    info: DocumentInfo
    analysis: Analysis
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class StoredPassage:
    """What the entry of a passage holds."""

    passage: TaggedPassage
    document: DocumentInfo


def entries_of(
    info: DocumentInfo, analysis: Analysis, passages: Sequence[Passage], sources: Sequence[Source] = ()
) -> tuple[Entry, ...]:
    """The entry of a document and those of its passages."""
    shared = _shared_filters(info, analysis)
    heading = tokenize(" ".join(filter(None, (info.title, info.issuer.name if info.issuer else None))))
    paper = _Paper(info, _terms(heading), shared, _decided(analysis))
    forms = set(_forms(heading))
    made = []
    for passage in passages:
        tokens = tokenize(passage.text)
        forms.update(_forms(tokens), _forms(tokenize(" ".join(passage.section))))
        made.append(_passage_entry(passage, tokens, paper))
    return (_document_entry(StoredDocument(info, analysis, tuple(sources)), frozenset(forms), shared), *made)


def with_sources(entries: Sequence[Entry], sources: Sequence[Source]) -> tuple[Entry, ...]:
    """The entries of a document as `entries_of` makes them where it is found in these places, and is else the same."""
    place = str(sources[0])
    return tuple(_with_sources(entry, place, sources) for entry in entries)


def _with_sources(entry: Entry, place: str, sources: Sequence[Source]) -> Entry:
    data = json.loads(entry.data)
    if entry.scope is Scope.DOCUMENT:
        data["info"]["source"] = data["analysis"]["source"] = place
        data["sources"] = to_json(tuple(sources))
    else:
        data["document"]["source"] = place
    filters = {**entry.filters, "source": tuple(dict.fromkeys(_source_values(place)))}
    return replace(entry, data=_dumps(data), filters=filters)


def stored_document(stored: Stored) -> StoredDocument:
    """Read the entry of a document back."""
    return from_json(StoredDocument, json.loads(stored.data))


def stored_passage(stored: Stored) -> StoredPassage:
    """Read the entry of a passage back."""
    return from_json(StoredPassage, json.loads(stored.data))


def surface(token: Token) -> str:
    """A token as quoted words match it: lower case; dates and case numbers however they are spaced and dashed.

    >>> [surface(token) for token in tokenize("Semič, 05. 09. 2017, 122–08/2013–5")]
    ['semič', '5.9.2017', '122-08/2013-5']
    """
    if token.text.isalpha():
        return token.text.lower()[:LONGEST_WORD]
    if iso := _ISO.fullmatch(token.key):
        return f"{int(iso[3])}.{int(iso[2])}.{iso[1]}"
    return token.text.lower().translate(_SIGNS)[:LONGEST_WORD]


def terms_of(token: Token) -> tuple[str, ...]:
    """The terms at a token's position: its key, and of a date the year too, so that 2017 finds 12. 10. 2017.

    >>> terms_of(tokenize("12. 10. 2017")[0])
    ('2017-10-12', '2017')
    """
    iso = _ISO.fullmatch(token.key)
    return (token.key, iso[1]) if iso else (token.key,)


@dataclass(frozen=True, slots=True)
class _Paper:
    """What the passages of one document share."""

    info: DocumentInfo
    title: tuple[str, ...]
    shared: _Values
    decided: frozenset[str]  # passages in which a council's decision about a plan is written


# --- the two entries --------------------------------------------------------------------------------------------------


def _document_entry(stored: StoredDocument, forms: frozenset[tuple[str, str]], shared: _Values) -> Entry:
    info, analysis = stored.info, stored.analysis
    own = {
        "municipality": [each.code for each in analysis.municipalities],
        "target_group": [each.id for each in analysis.target_groups],
    }
    return Entry(
        id=info.id,
        document=info.id,
        scope=Scope.DOCUMENT,
        data=_dumps(replace(stored, analysis=replace(analysis, passages=()))),
        kind=info.kind.value,
        date=info.date.isoformat() if info.date else "",
        forms=forms,
        filters=_joined(shared, own),
    )


def _passage_entry(passage: Passage, tokens: tuple[Token, ...], paper: _Paper) -> Entry:
    own = {
        "municipality": [tag.value for tag in passage.tags if tag.label == "municipality"],
        "target_group": [tag.value for tag in passage.tags if tag.label == "target_group"],
        "page": [str(passage.page)] if passage.page else [],
    }
    return Entry(
        id=passage.id,
        document=passage.document,
        scope=Scope.PASSAGE,
        data=_dumps(StoredPassage(_tagged(passage), paper.info)),
        kind=DECIDED if passage.id in paper.decided else paper.info.kind.value,
        date=paper.info.date.isoformat() if paper.info.date else "",
        words=_positions(tokens, passage),
        exact=tuple(surface(token) for token in tokens),
        title=paper.title,
        section=_terms(tokenize(" ".join(passage.section))),
        filters=_joined(paper.shared, own),
    )


def _positions(tokens: Sequence[Token], passage: Passage) -> tuple[tuple[str, ...], ...]:
    """The terms at each token, with the tags that begin in it."""
    begins = sorted((tag.evidence.start, TAG + tag.value) for tag in passage.tags if tag.label in TAGGED)
    found = []
    for token in tokens:
        here = []
        while begins and begins[0][0] < token.end:
            here.append(begins.pop(0)[1])
        found.append((*terms_of(token), *here))
    return tuple(found)


DECISIVE = (Status.ACKNOWLEDGED, Status.ADOPTED, Status.POSTPONED, Status.WITHDRAWN, Status.REJECTED)
TAGGED = frozenset({"municipality", "target_group", "plan"})


def _tagged(passage: Passage) -> TaggedPassage:
    return TaggedPassage(
        passage.id,
        passage.page,
        passage.box,
        passage.kind,
        passage.section,
        passage.text,
        tuple(
            TagInfo(tag.label, tag.value, tag.evidence.start, tag.evidence.end, tag.evidence.rule)
            for tag in passage.tags
        ),
    )


def _terms(tokens: Sequence[Token]) -> tuple[str, ...]:
    return tuple(term for token in tokens for term in terms_of(token))


def _forms(tokens: Sequence[Token]) -> Iterator[tuple[str, str]]:
    """Surface forms with their keys, and the keys themselves, for a form typed without carons that stands nowhere."""
    words = [token for token in tokens if token.text.isalpha()]
    return ((form, token.key) for token in words for form in (surface(token), token.key))


def _decided(analysis: Analysis) -> frozenset[str]:
    return frozenset(each.evidence.passage for each in analysis.decisions if each.plan and each.status in DECISIVE)


# --- filter values ----------------------------------------------------------------------------------------------------

_Values = Mapping[str, Sequence[str]]


def _shared_filters(info: DocumentInfo, analysis: Analysis) -> _Values:
    """The filter values that every passage has from its document."""
    issuer = [info.issuer.code] if info.issuer else []
    return {
        "municipality": issuer,
        "issuer": issuer,
        "region": [plan.region for plan in analysis.plans],
        "plan": [plan.id for plan in analysis.plans],
        "kind": [info.kind.value],
        "status": statuses(analysis),
        "year": [str(info.date.year)] if info.date else [],
        "date": [info.date.isoformat()] if info.date else [],
        "case_number": list(analysis.case_numbers),
        "session": session_values(analysis.session),
        "document": [info.id],
        "source": _source_values(info.source),
    }


def _source_values(source: str) -> list[str]:
    """The path, and the bare name of the file (of an archive's member: its own)."""
    path = fold(source)
    return [path, re.split(r"/|!/|\\", path)[-1]]


def _joined(shared: _Values, own: _Values) -> dict[str, tuple[str, ...]]:
    fields = dict.fromkeys((*shared, *own))
    joined = {name: (*shared.get(name, ()), *own.get(name, ())) for name in fields}
    return {name: tuple(dict.fromkeys(values)) for name, values in joined.items() if values}


def _dumps(record: Any) -> str:
    return json.dumps(to_json(record), ensure_ascii=False, separators=(",", ":"))
