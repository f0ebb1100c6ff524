"""Target groups: wordings by lemma, adjectives that stand for people, paraphrases with a gap; the longest wins."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from rinsearch.tag.finds import Find
from rinsearch.tag.pipeline import nlp, phrases, read
from rinsearch.taxonomy import GroupVariant, context, group_variants

if TYPE_CHECKING:
    from spacy.matcher import Matcher, PhraseMatcher
    from spacy.tokens import Doc, Token

LABEL = "target_group"
GAP = "…"
RELATIVE = ", ki "  # every wording with a gap has a relative clause, and a Matcher is slow: 100,000 tokens a second
OPENING, CLOSING = ("»", "„", "“"), ("«", "”")  # plain marks open and close alike, so they show nothing
NAME_WORDS = 5  # words of a name before the one that names a group
GAP_WORDS = 3  # "ženske, ki v družini pogosto doživljajo nasilje"
ADJECTIVE = ("i", "ih", "im", "imi", "e")  # the plural of an adjective: mladi, mladih, mladim, mladimi, mlade
# Nouns among the adjectives; their forms do not follow from the first.
FORMS = {
    "ženske": ("ženske", "žensk", "ženskam", "ženskah", "ženskami"),
    "romi": ("romi", "romov", "romom", "rome"),
}
# Which endings a noun has that follows such an adjective in the same case: mladih gasilcev, starejšim stavbam.
AGREES = {"ih": ("ov", "ev", "ih"), "im": ("om", "am", "em"), "imi": ("i",), "i": ("i",), "e": ("e", "i")}


class Match(NamedTuple):
    """Tokens ``start`` to ``end`` are worded like this variant."""

    start: int
    end: int
    variant: GroupVariant


def target_groups(doc: Doc) -> Iterator[Find]:
    """Find target groups. A mask hides what it covers; words that name two groups give two finds."""
    matches = sorted(_matches(doc), key=lambda match: (match.start - match.end, match.start, match.variant.counts))
    taken = bytearray(len(doc))
    spans: set[tuple[int, int]] = set()
    for match in matches:
        span = (match.start, match.end)
        if any(taken[match.start : match.end]) and span not in spans:
            continue
        spans.add(span)
        taken[match.start : match.end] = b"\1" * (match.end - match.start)
    masked = {(match.start, match.end) for match in matches if not match.variant.counts}
    kept = [match for match in matches if (match.start, match.end) in spans - masked and not _in_a_name(doc, match)]
    yield from sorted(_finds(doc, kept), key=lambda find: (find.start, find.value))


def _finds(doc: Doc, matches: list[Match]) -> set[Find]:
    found: dict[tuple[str, int, int], Find] = {}
    for match in matches:
        span = doc[match.start : match.end]
        for group in (match.variant.group, *match.variant.also):
            rule = f"{LABEL}.{match.variant.kind}"
            find = Find(LABEL, group, span.start_char, span.end_char, rule)
            found.setdefault((group, span.start_char, span.end_char), find)
    return set(found.values())


def _matches(doc: Doc) -> Iterator[Match]:
    known = _by_name()
    for name, start, end in _phrases()(doc):
        variant = known[doc.vocab.strings[name]]
        # "Doma starejših občanov" is a provider, "doma starejši ljudje" are people at home.
        if variant.kind != "name" or doc[start].text[0].isupper():
            yield Match(start, end, variant)
    for name, start, end in _people()(doc):
        if end - start > 1 or not _describes(doc[end - 1]):
            yield Match(start, end, known[doc.vocab.strings[name]])
    if RELATIVE in doc.text.lower():
        for name, start, end in _gaps()(doc):
            yield Match(start, end, known[doc.vocab.strings[name]])


def _in_a_name(doc: Doc, match: Match) -> bool:
    """ "društva »Mladi za Ormož«": quotation marks behind an institution hold its name."""
    for place in range(match.start - 1, max(0, match.start - NAME_WORDS), -1):
        if doc[place].text in CLOSING:
            return False
        if doc[place].text in OPENING:
            return doc[place - 1].lemma_ in context("institution")
    return False


@cache
def _by_name() -> Mapping[str, GroupVariant]:
    return {str(number): variant for number, variant in enumerate(group_variants())}


@cache
def _phrases() -> PhraseMatcher:
    """Wordings and masks by their lemmas."""
    return phrases(
        "LEMMA",
        [
            (name, each.text)
            for name, each in _by_name().items()
            if each.kind != "people" and GAP not in each.text and "/" not in each.text
        ],
    )


@cache
def _people() -> PhraseMatcher:
    """Adjectives used as nouns, by their forms: by lemma "stari" and "starejši" would be one."""
    named = [(name, form) for name, each in _by_name().items() if each.kind == "people" for form in _forms(each.text)]
    return phrases("LOWER", named)


def _forms(text: str) -> tuple[str, ...]:
    text = text.lower()
    return FORMS.get(text) or tuple(text[:-1] + ending for ending in ADJECTIVE)


@cache
def _gaps() -> Matcher:
    """Wordings with a gap, or with a choice of words."""
    from spacy.matcher import Matcher  # part of spaCy

    matcher = Matcher(nlp().vocab)
    for name, variant in _by_name().items():
        if GAP in variant.text or "/" in variant.text:
            matcher.add(name, [_steps(variant.text)], greedy="LONGEST")
    return matcher


def _steps(text: str) -> list[dict[str, Any]]:
    steps: list[dict[str, Any]] = []
    for word in text.replace(",", " ,").split():
        if word == GAP:
            steps += [{"IS_PUNCT": False, "OP": "?"}] * GAP_WORDS
        else:
            steps.append({"LEMMA": {"IN": [read(choice).doc[0].lemma_ for choice in word.split("/")]}})
    return steps


def _describes(token: Token) -> bool:
    """Whether the adjective describes a thing that follows: "starejši objekti" are no people."""
    if token.i + 1 == len(token.doc) or token.lower_.startswith("rom"):
        return False
    follows = token.nbor()
    if not follows.is_alpha or not follows.is_lower or follows.lower_ in context("function"):
        return False
    if follows.lemma_.endswith(("ti", "či")) or follows.lemma_ in context("human"):
        return False
    ending = next((each for each in ("imi", "ih", "im", "i", "e") if token.lower_.endswith(each)), "")
    return follows.lower_.endswith(AGREES.get(ending, ())) and follows.lemma_ != follows.lower_
