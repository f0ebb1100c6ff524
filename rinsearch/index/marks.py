"""Which characters of a hit matched."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rinsearch.index.entries import TAGGED, surface, terms_of
from rinsearch.index.expand import Marks
from rinsearch.language import Token, tokenize
from rinsearch.records import TagInfo

Ranges = tuple[tuple[int, int], ...]


def highlights(text: str, marks: Marks, tags: Iterable[TagInfo] = ()) -> Ranges:
    """Ranges of words that matched, also where only the lemma or tag did, and of whole phrases; none inside another.

    >>> highlights("O duševnem zdravju", Marks(lemmas=frozenset({"zdravje"})))
    ((11, 18),)
    """
    tokens = tokenize(text)
    found = {(token.start, token.end) for token in tokens if _matches(token, marks)}
    forms = [surface(token) for token in tokens] if marks.phrases else []
    for phrase in marks.phrases:
        found.update((tokens[at].start, tokens[at + len(phrase) - 1].end) for at in _places(forms, phrase))
    found.update((tag.start, tag.end) for tag in tags if tag.label in TAGGED and tag.value in marks.tags)
    return _outermost(found)


def _matches(token: Token, marks: Marks) -> bool:
    # Only a date has another term than its key.
    if token.key in marks.lemmas or (token.key[:1].isdecimal() and not marks.lemmas.isdisjoint(terms_of(token))):
        return True
    return bool(marks.forms) and surface(token) in marks.forms


def _places(forms: Sequence[str], phrase: Sequence[frozenset[str]]) -> Iterator[int]:
    for at in range(len(forms) - len(phrase) + 1):
        if all(forms[at + place] in each for place, each in enumerate(phrase)):
            yield at


def _outermost(ranges: set[tuple[int, int]]) -> Ranges:
    kept: list[tuple[int, int]] = []
    for start, end in sorted(ranges, key=lambda pair: (pair[0], -pair[1])):
        if not kept or end > kept[-1][1]:
            kept.append((start, end))
    return tuple(kept)
