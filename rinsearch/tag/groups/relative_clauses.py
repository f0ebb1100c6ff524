"""Groups that a relative clause describes: "tisti, ki že dolgo živijo na ulici", "ženske, ki so pretrpele nasilje"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from rinsearch.language import lemma_key
from rinsearch.tag.groups.group_wordings import Match, groups_of, is_person
from rinsearch.tag.pipeline import text_of
from rinsearch.taxonomy import GroupVariant, context, group_variants
from rinsearch.taxonomy.phrases import phrase

if TYPE_CHECKING:
    from spacy.tokens import Doc

GAP = "…"
LONGEST = 16  # tokens of a clause that are looked at
BACK = 6  # tokens from the pronoun back to the people: "osebe iz naše občine, ki"
GAPS = 4  # tokens of the clause that may stand between the words: "ki v družini že dolgo doživljajo hudo nasilje"
CLOSES = frozenset(".;:!?()»«|")


class Clause(NamedTuple):
    """What a clause says: each set holds the lemmas of which one must stand in it, in any order."""

    heads: frozenset[str]
    of_all: bool  # whatever people it is said of: "osebe, ki živijo na ulici"; but "starejši, ki živijo sami"
    words: tuple[frozenset[str], ...]
    denies: bool
    groups: tuple[str, ...]


def clauses(doc: Doc) -> Iterator[Match]:
    """Relative clauses that describe people of a group; a preposition may lead them (", v katerih kdo zboli")."""
    if not phrase("pronoun-of-people").search(text_of(doc)):
        return
    for pronoun in doc:
        if pronoun.lower_ != "ki" and pronoun.lemma_ != "kateri":
            continue
        comma = next((place for place in (pronoun.i - 1, pronoun.i - 2) if place > 0 and doc[place].text == ","), None)
        if comma is None:
            continue
        head, stop = _head(doc, comma), _stop(doc, pronoun.i + 1)
        if head is not None:
            yield from _described(doc, head, pronoun.i + 1, stop)


def _head(doc: Doc, end: int) -> int | None:
    """The word for people before the comma at ``end``."""
    for place in range(end - 1, max(-1, end - 1 - BACK), -1):
        token = doc[place]
        if token.text in CLOSES:
            return None
        if is_person(token) or token.lemma_ in _heads():
            return place
    return None


def _stop(doc: Doc, start: int) -> int:
    for place in range(start, min(start + LONGEST, len(doc))):
        if doc[place].text in CLOSES or doc[place].text == ",":
            return place
    return min(start + LONGEST, len(doc))


def _described(doc: Doc, head: int, start: int, stop: int) -> Iterator[Match]:
    known = _by_last_word()
    for place in range(start, stop):
        for clause in known.get(doc[place].lemma_, ()):
            if not (clause.of_all or doc[head].lemma_ in clause.heads):
                continue
            span = _spanned(doc, clause, place, (start, stop))
            if span and _denies(doc, max(start, span[0] - 2), span[1]) == clause.denies:
                named = doc[head].lemma_ in clause.heads  # "ženske, ki doživljajo nasilje" is two groups at one place
                begin = head if named or doc[head].lemma_ in context("neutral") else start - 1
                yield Match(head if named else span[0], span[1], clause.groups, "paraphrase", begin)


def _spanned(doc: Doc, clause: Clause, last: int, bounds: tuple[int, int]) -> tuple[int, int] | None:
    """From the first to the last of the clause's words, where all stand near the one at ``last``."""
    found = [last]
    reach = len(clause.words) + GAPS
    near = range(max(bounds[0], last - reach), min(bounds[1], last + reach))
    for lemmas in clause.words[:-1]:
        places = [place for place in near if doc[place].lemma_ in lemmas and place not in found]
        if not places:
            return None
        found.append(min(places, key=lambda place: abs(place - last)))
    start, end = min(found), max(found) + 1
    return (start, end) if end - start <= reach else None


def _denies(doc: Doc, start: int, end: int) -> bool:
    return any(token.lower_ in context("denies") for token in doc[start:end])


@cache
def _by_last_word() -> Mapping[str, tuple[Clause, ...]]:
    found: dict[str, list[Clause]] = {}
    for variant in group_variants():
        if variant.has_clause and variant.counts:
            clause = _clause(variant)
            for lemma in clause.words[-1]:
                found.setdefault(lemma, []).append(clause)
    return {lemma: tuple(each) for lemma, each in found.items()}


@cache
def _heads() -> frozenset[str]:
    return frozenset(lemma for every in _by_last_word().values() for clause in every for lemma in clause.heads)


def _clause(variant: GroupVariant) -> Clause:
    """Read "osebe/ljudje, ki … živijo … na ulici/cesti"."""
    people, _, said = variant.text.partition(", ki ")
    choices = [word.split("/") for word in said.split() if word != GAP]
    denies = any(form in context("denies") for forms in choices for form in forms)
    told = [forms for forms in choices if forms[0] not in context("particles") | context("bare_denials")]
    kept = told if len(told) > 1 or len(told) == len(choices) or denies else choices
    words = tuple(frozenset(lemma_key(form) for form in forms) for forms in kept)
    heads = frozenset(lemma_key(form) for form in people.replace("/", " ").split()[-1 if "/" not in people else 0 :])
    return Clause(heads, not heads.isdisjoint(context("neutral")), words, denies, groups_of(variant))
