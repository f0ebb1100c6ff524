"""Where a text is worded like a target group, or only looks so: phrases, adjectives for people, what people have."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from rinsearch.tag.forms import Phrases
from rinsearch.tag.pipeline import phrases
from rinsearch.taxonomy import GroupVariant, context, group_variants, toml

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

ADJECTIVE = ("i", "ih", "im", "imi", "e")  # the plural of an adjective: mladi, mladih, mladim, mladimi, mlade
SINGULAR = ("a", "e", "i", "o", "ega", "emu", "em", "im", "ih", "ima")
# Which endings a noun has that follows such an adjective in the same case: mladih gasilcev, starejšim stavbam.
AGREES = {"ih": ("ov", "ev", "ih"), "im": ("om", "am", "em"), "imi": ("i",), "i": ("i",), "e": ("e", "i")}
VOWELS = "aeiou"
NEAR = 3  # tokens between people and what they have: "osebe vseh starosti z ovirami"
DENIAL_REACH = 3  # "ki niso več starejše": tokens back to the word that denies
GENERAL = "ranljive-skupine"


class Match(NamedTuple):
    """Tokens ``start`` to ``end`` mean these groups (none: a mask); the evidence starts at token ``begin``."""

    start: int
    end: int
    groups: tuple[str, ...]
    kind: str
    begin: int


def worded(doc: Doc) -> Iterator[Match]:
    """Wordings of the taxonomy, wherever they stand; those with a relative clause are another module's."""
    yield from _phrased(doc)
    yield from _adjectives(doc)
    yield from _singles(doc)


def groups_of(variant: GroupVariant) -> tuple[str, ...]:
    """The groups that a wording means; none for a mask."""
    return (variant.group, *variant.also) if variant.counts else ()


def person(doc: Doc, end: int, reach: int) -> int | None:
    """The place of the nearest word for people among the ``reach`` tokens before ``end``, in the same clause."""
    for place in range(end - 1, max(-1, end - 1 - reach), -1):
        token = doc[place]
        if token.lemma_ in context("people"):
            return place
        if token.is_punct and token.text != ",":
            return None
    return None


def is_person(token: Token) -> bool:
    """Whether a noun means people, by the list or by its ending ("čevljar", "rudar", "učitelj")."""
    return token.lemma_ in context("people") or (token.is_lower and token.lemma_.endswith(_of_people()))


def _phrased(doc: Doc) -> Iterator[Match]:
    known = _by_name()
    for name, start, end in _phrases()(doc):
        variant = known[doc.vocab.strings[name]]
        # "Doma starejših občanov" is a provider, "doma starejši ljudje" are people at home.
        if variant.kind == "name" and not doc[start].text[0].isupper():
            continue
        if doc[start].lower_ == "er":  # what is left of "k er" has the lemma of "Rom"
            continue
        begin = _begin(doc, start, variant) if variant.kind == "with" else start
        if begin is not None:
            yield Match(start if begin + 1 < start else begin, end, groups_of(variant), variant.kind, begin)


def _begin(doc: Doc, start: int, variant: GroupVariant) -> int | None:
    """Where the evidence of "brez doma" begins: at "oseb", but "otrok" before it is a group of its own."""
    head = person(doc, start, NEAR)
    if head is None or doc[head].lemma_ in context("neutral"):
        return head
    return None if variant.group == GENERAL else start  # "dijaki v stiski" are pupils, "ljudje v stiski" any people


def _adjectives(doc: Doc) -> Iterator[Match]:
    known = _by_name()
    for name, start, end in _people()(doc):
        if _denied(doc, start) or (end - start == 1 and _describes(doc[start])):
            continue
        yield Match(start, end, groups_of(known[doc.vocab.strings[name]]), "people", start)


def _singles(doc: Doc) -> Iterator[Match]:
    """An adjective in the singular before a word for a person."""
    known = _by_name()
    for name, start, end in _single()(doc):
        if end < len(doc) and doc[end].lemma_ in context("person_nouns") and not _denied(doc, start):
            stop = end if doc[end].lemma_ in context("of_a_group") else end + 1
            yield Match(start, stop, groups_of(known[doc.vocab.strings[name]]), "people", start)


def _denied(doc: Doc, start: int) -> bool:
    """ "osebe, ki niso starejše": the relative clause denies it."""
    before = [token.lower_ for token in doc[max(0, start - DENIAL_REACH) : start]]
    return "ki" in before and any(word in context("denies_being") for word in before[before.index("ki") :])


def _describes(token: Token) -> bool:
    """Whether the adjective describes a thing that follows: "starejši objekti" are no people."""
    if token.i + 1 == len(token.doc) or token.lower_.startswith("rom"):
        return False
    follows = token.nbor()
    if not follows.is_alpha or not follows.is_lower or follows.lower_ in context("function"):
        return False
    if follows.lemma_.endswith(("ti", "či")) or follows.lemma_ in context("human") or is_person(follows):
        return False
    if token.lower_.endswith("i") and follows.lemma_ == follows.lower_:
        return follows.lower_[-1] not in VOWELS and len(follows) > 4  # "starejši elaborat": one thing, not many people
    ending = next((each for each in ("imi", "ih", "im", "i", "e") if token.lower_.endswith(each)), "")
    return follows.lower_.endswith(AGREES.get(ending, ())) and follows.lemma_ != follows.lower_


@cache
def _of_people() -> tuple[str, ...]:
    return tuple(toml("word_lists.toml")["person_endings"]["endings"])


@cache
def _by_name() -> Mapping[str, GroupVariant]:
    return {str(number): variant for number, variant in enumerate(group_variants())}


@cache
def _phrases() -> Phrases:
    """Wordings and masks by their lemmas."""
    kept = [(name, each) for name, each in _by_name().items() if each.kind != "people" and not each.has_clause]
    return phrases("LEMMA", [(name, each.text) for name, each in kept])


@cache
def _people() -> Phrases:
    """Adjectives used as nouns, by their forms: by lemma "stari" and "starejši" would be one."""
    named = [(name, form) for name, each in _by_name().items() if each.kind == "people" for form in _forms(each.text)]
    return phrases("LOWER", named)


@cache
def _single() -> Phrases:
    """One of them: "slepo gospo", "gluhega fanta"; "mlada oseba" and "starejša gospa" by their forms, too."""
    named = []
    for name, each in _by_name().items():
        if each.kind == "people" and each.text.lower() not in _noun_forms():
            forms = [each.text[:-1] + ending for ending in SINGULAR]
            named += [(name, form) for form in forms]
    return phrases("LOWER", named)


def _forms(text: str) -> tuple[str, ...]:
    text = text.lower()
    return _noun_forms().get(text) or tuple(text[:-1] + ending for ending in ADJECTIVE)


@cache
def _noun_forms() -> Mapping[str, tuple[str, ...]]:
    """Nouns among the adjectives, with their forms, which do not follow from the first."""
    forms = toml("word_lists.toml")["noun_forms"]["forms"]
    return {name: tuple(some) for name, some in forms.items()}
