"""Statistical regions: "jugovzhodne statistične regije", "JV regiji", "na Goriškem", "Zasavje"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from rinsearch.tag.finds import Find, longest
from rinsearch.tag.forms import Phrases
from rinsearch.tag.pipeline import phrases
from rinsearch.taxonomy import context, regions, toml
from rinsearch.taxonomy.region_table import endings, nouns

if TYPE_CHECKING:
    from spacy.tokens import Doc

LABEL = "region"


def find_regions(doc: Doc) -> Iterator[Find]:
    """Find regions; the value is the region's id."""
    yield from longest([*_formal(doc), *_named(doc)])


def _formal(doc: Doc) -> Iterator[Find]:
    """With the word *regija*, in any case of letters."""
    for name, start, end in _forms()(doc):
        span = doc[start:end]
        yield Find(LABEL, doc.vocab.strings[name], span.start_char, span.end_char, f"{LABEL}.form")


def _named(doc: Doc) -> Iterator[Find]:
    """Without it, in Title case or capitals: an adjective only where no noun follows ("Gorenjska banka")."""
    for name, start, end in _names()(doc):
        span = doc[start:end]
        if not (_describes(doc, span.text.lower(), end) or _within_a_name(doc, start)):
            yield Find(LABEL, doc.vocab.strings[name], span.start_char, span.end_char, f"{LABEL}.name")


def _describes(doc: Doc, words: str, end: int) -> bool:
    if not words.endswith(_adjective_endings()) or end == len(doc):
        return False
    follows = doc[end]
    return bool(follows.is_alpha) and follows.lower_ not in context("function")


def _within_a_name(doc: Doc, start: int) -> bool:
    """ "Cerklje na Gorenjskem", "Ravne na Koroškem" are municipalities, "Materinski dom Zasavje" a house."""
    if start > 1 and doc[start - 1].lower_ == "na" and doc[start - 2].is_title:
        return True
    return start > 0 and doc[start - 1].lemma_ in context("institution")


@cache
def _adjective_endings() -> tuple[str, ...]:
    return tuple(toml("region_words.toml")["adjective"]["endings"])


@cache
def _forms() -> Phrases:
    known = regions().values()
    written = [(region.id, form) for region in known for form in region.forms]
    spoken = [noun for ending in endings() for noun in nouns(ending)]
    short = [(region.id, f"{each} {noun}") for region in known for each in region.abbreviations for noun in spoken]
    first = [nouns(ending)[0] for ending in endings()]
    behind = [(region.id, f"{noun} {name}") for region in known for name in region.names[:4] for noun in first]
    return phrases("LOWER", [*written, *short, *behind])


@cache
def _names() -> Phrases:
    known = regions().values()
    country = toml("region_words.toml")["country"]["forms"]
    named = [(region.id, each) for region in known for each in region.names]
    named += [(region.id, f"{each} {noun}") for region in known for each in region.abbreviations for noun in country]
    return phrases("ORTH", [(name, form) for name, text in named for form in (text, text.upper())])
