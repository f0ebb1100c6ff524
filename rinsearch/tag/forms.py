"""The words of a Doc as numbers of spaCy's string store, looked at once; phrases that are looked for among them.

A matcher takes as long as ten such questions, and in most passages no phrase of it begins.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from rinsearch.taxonomy import context

if TYPE_CHECKING:
    from spacy.matcher import PhraseMatcher
    from spacy.tokens import Doc

Form = tuple[int, int, int]  # a word as it is written, in small letters, and its lemma
ATTRIBUTES = ("ORTH", "LOWER", "LEMMA")  # the same as spaCy calls them
FORMS = "forms"  # where they are kept in a Doc's user data


class Forms(NamedTuple):
    """The words as they are written, in small letters, and their lemmas, one for each token; every form of any."""

    written: Sequence[int]
    lower: Sequence[int]
    lemmas: Sequence[int]
    every: Set[int]

    @classmethod
    def of(cls, forms: Sequence[Form]) -> Forms:
        """Those of the tokens of a text."""
        written, lower, lemmas = zip(*forms, strict=True) if forms else ((), (), ())
        return cls(written, lower, lemmas, frozenset(chain(*forms)))


def forms_of(doc: Doc) -> Forms:
    """The words of a Doc that was read in this room."""
    known: Forms = doc.user_data[FORMS]
    return known


def names_one(doc: Doc, name: str) -> bool:
    """Whether a word or its lemma is in the list of this name."""
    return not _numbers(name).isdisjoint(forms_of(doc).every)


@cache
def _numbers(name: str) -> frozenset[int]:
    from spacy.strings import get_string_id  # importing spaCy takes over a second: only when something is tagged

    return frozenset(map(get_string_id, context(name)))


class Phrases:
    """Phrases that are looked for where the first word of one is there, in the form by which they are told."""

    def __init__(self, matcher: PhraseMatcher, attribute: str, begins: frozenset[int]) -> None:
        """Take the matcher of the phrases, what it compares, and the numbers of their first words in that form."""
        self._matcher = matcher
        self._form = ATTRIBUTES.index(attribute)
        self._begins = begins

    def __call__(self, doc: Doc) -> list[tuple[int, int, int]]:
        """The name of each phrase that is found, its first token and the one behind it."""
        if self._begins.isdisjoint(forms_of(doc)[self._form]):
            return []
        found: list[tuple[int, int, int]] = self._matcher(doc)
        return found
