"""Organisations: what stands behind the noun that says what they are ("Center za socialno delo Novo mesto").

The value is the name with its first word in the basic form, abbreviations written out, so that every form of one name
gives one value.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from rinsearch.tag.finds import Find, longest
from rinsearch.tag.forms import Phrases
from rinsearch.tag.organisation_names import listed_names, tail
from rinsearch.tag.pipeline import phrases
from rinsearch.taxonomy.organisations import Organisation, organisation_kinds

if TYPE_CHECKING:
    from spacy.tokens import Doc

LABEL = "organisation"
ROLES = frozenset({"provider"})  # a column of which the organisations of a row are known to be something


class Head(NamedTuple):
    """The noun of an organisation in the text, by tokens."""

    start: int
    end: int
    known: Organisation


def organisations(doc: Doc) -> Iterator[Find]:
    """Find organisations by their full names or by noun and name."""
    yield from longest(find for head in _heads(doc) for find in _finds(doc, head))


def _finds(doc: Doc, head: Head) -> Iterator[Find]:
    known = head.known
    if not known.needs_name:
        yield _find(doc, head, head.end, known.name)
    if known.is_name:
        return
    names = listed_names(doc, head.end) if doc[head.start].lower_ in known.plurals else ()
    for start, end in names:
        name = doc[start:end].text
        yield _find(doc, Head(start, end, known), end, f"{known.name} {name}")
    if names:
        return
    end = tail(doc, head.end, known)
    if end > head.end:
        yield _find(doc, head, end, f"{known.name} {doc[head.end : end].text}")


def _find(doc: Doc, head: Head, end: int, value: str) -> Find:
    span = doc[head.start : end]
    field = doc.user_data.get("field")
    rule = f"{LABEL}.{field if field in ROLES else head.known.kind}"
    return Find(LABEL, " ".join(value.split()), span.start_char, span.end_char, rule)


def _heads(doc: Doc) -> Iterator[Head]:
    known = _by_name()
    for matcher in (_words(), _short()):
        for name, start, end in matcher(doc):
            found = known[doc.vocab.strings[name]]
            if found.capital and not doc[start].text[0].isupper():
                continue
            yield Head(start, end, found)


@cache
def _by_name() -> Mapping[str, Organisation]:
    return {str(number): each for number, each in enumerate(organisation_kinds())}


@cache
def _words() -> Phrases:
    named = [(name, form) for name, each in _by_name().items() for form in each.forms]
    # The lemma of the genitive "doma" is the adverb "doma".
    return phrases("LEMMA", [*named, *((name, f"Doma {form[4:]}") for name, form in named if form.startswith("Dom "))])


@cache
def _short() -> Phrases:
    """Abbreviations, as they are written."""
    return phrases("ORTH", [(name, form) for name, each in _by_name().items() for form in each.abbreviations])
